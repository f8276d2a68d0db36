"""The words of our own pages in English, Russian and Chinese: messages.toml, and who wants which."""

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path

from catalogue.reasons import load_reasons

LANGUAGES = ("en", "ru", "zh")
NAMES = {"en": "English", "ru": "Русский", "zh": "中文"}
TAGS = {"en": "en", "ru": "ru", "zh": "zh-Hans"}


@functools.cache
def load_messages() -> Mapping[str, Mapping[str, str]]:
    """Every message by key, in every language."""
    path = Path(__file__).with_name("messages.toml")
    reasons = {f"reason.{reason}": words for reason, words in load_reasons().items()}
    return tomllib.loads(path.read_text(encoding="utf-8")) | reasons


def say(language: str, key: str, n: int | None = None, **values: object) -> str:
    """A message in a language; forms of a number stand between bars, `n` picks one."""
    text = load_messages()[key][language]
    if n is not None:
        forms = text.split("|")
        text = forms[min(_form(language, n), len(forms) - 1)]
        values["n"] = f"{n:,}".replace(",", "\u202f" if language == "ru" else ",")
    return text.format(**values) if values else text


def name_of(language: str, group: str, value: str) -> str:
    """The name of a value of a closed set; the value itself where we have none."""
    names = load_messages().get(f"{group}.{value}")
    return names[language] if names else value


def choose_language(explicit: str, remembered: str, accepted: str) -> str:
    """The language of a page: asked for in its address, remembered, or the browser's first that we speak."""
    for wish in (explicit, remembered):
        if wish in LANGUAGES:
            return wish
    wishes = sorted((_weighed(part) for part in accepted[:400].split(",")), key=lambda wish: -wish[1])
    return next((tag for tag, weight in wishes if tag in LANGUAGES and weight > 0), "en")


def _weighed(part: str) -> tuple[str, float]:
    tag, _, quality = part.strip().partition(";q=")
    try:
        weight = float(quality or 1)
    except ValueError:
        weight = 0.0
    return tag.partition("-")[0].lower(), weight


def _form(language: str, n: int) -> int:
    """Which form of a word a number takes: Russian has three, English two, Chinese one."""
    if language == "zh":
        return 0
    if language == "en":
        return 0 if n == 1 else 1
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2
