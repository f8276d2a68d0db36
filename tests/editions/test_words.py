"""Every phrase of an edition exists in every language, with the same places to fill."""

import string
from collections.abc import Mapping

import pytest

from catalogue.editions.render.words import LANGUAGES, TABLES, words_of


def fields(phrase: str) -> set[str]:
    """The names a phrase has to be given."""
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_phrase(kind: str, language: str) -> None:
    """No phrase is missing, empty or asks for other values than the English one."""
    english: Mapping[str, str] = words_of(kind, "en")
    words = words_of(kind, language)
    assert english.keys() == words.keys()
    assert {name: fields(english[name]) for name in english} == {name: fields(words[name]) for name in words}
    assert all(words.values())
