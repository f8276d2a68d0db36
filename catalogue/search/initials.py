"""What readers call a long title by: PRML, DDIA, the initials of its words. Pure."""

import re
from collections.abc import Iterator

from catalogue.search.analyzer import Token
from catalogue.search.folding import fold
from catalogue.search.littlewords import LITTLE_WORDS
from catalogue.search.stemming import stem

SUBTITLE = re.compile(r"\s*[:(|—]|\s[-–]\s|\.\s|\s+with\s", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
FEWEST = 4
"""Any three letters are the initials of some title among ten thousand."""
MOST = 7


def initials_terms(title: str | None) -> Iterator[str]:
    """The terms of the index for the initials of a title before its subtitle: of all words, and without little ones."""
    words = WORD.findall(fold(SUBTITLE.split(title or "", maxsplit=1)[0]))
    telling = [word for word in words if stem(word) not in LITTLE_WORDS]
    for several in (words, telling):
        if FEWEST <= len(several) <= MOST:
            yield _term("".join(word[0] for word in several))


def as_initials(token: Token) -> str:
    """The term to ask for where a word may be the initials of a title; empty where it cannot."""
    return _term(token.text) if FEWEST <= len(token.text) <= MOST and WORD.fullmatch(token.text) else ""


def _term(initials: str) -> str:
    return f"initials{initials}"
