"""Every phrase of an edition exists in every language, with the same places to fill."""

import string
from collections.abc import Mapping

import pytest

from catalogue.editions.render.words import LANGUAGES, TABLES, words_of
from catalogue.reasons import load_reasons, reason_in
from catalogue.vocabulary import Failure


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


def test_reasons_are_told_in_the_readers_language() -> None:
    """Every reason we have words for has them in three languages; a status, or a note behind it, is left as it is."""
    assert all(words.keys() == set(LANGUAGES) and all(words.values()) for words in load_reasons().values())
    assert load_reasons().keys() >= set(Failure) - {Failure.TLS}
    assert reason_in("parked", "ru") == "домен пуст или продаётся"
    assert [reason_in(reason, "zh") for reason in ("404", "200; no #place")] == ["404", "200; no #place"]
