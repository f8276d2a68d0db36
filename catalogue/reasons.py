"""What a look at a link saw, in the reader's language: the words are in reasons.toml."""

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path


@functools.cache
def load_reasons() -> Mapping[str, Mapping[str, str]]:
    """The words for each reason, by language: en, ru, zh."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def reason_in(reason: str, language: str) -> str:
    """A reason in a language; a status, or one we have no words for, stands for itself."""
    return load_reasons().get(reason, {}).get(language, reason)
