"""Which words a kind of edition is rendered with; each kind keeps its own table of three languages."""

from collections.abc import Mapping

from catalogue.editions.render.words_deadlinks import DEADLINKS
from catalogue.editions.render.words_digest import DIGEST
from catalogue.vocabulary import EditionKind

LANGUAGES = ("en", "ru", "zh")
Words = Mapping[str, str]

TABLES: Mapping[str, Mapping[str, Words]] = {EditionKind.DEADLINKS: DEADLINKS, EditionKind.DIGEST: DIGEST}
"""Kind, then language, then the name of a phrase."""


def words_of(kind: str, language: str) -> Words:
    """The words of a kind of edition in a language."""
    return TABLES[kind][language]
