"""The words for each kind of resource in English, Russian and Chinese. The rows are in kindwords.csv."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from catalogue.normalise.wordlist import Words
from catalogue.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class KindWord:
    """A row of kindwords.csv: a pattern for a word, and where it says less.

    `heading` is `alone` for a word that heads a list only if nothing stands beside it ("Training" does, "Adversarial
    training" is a topic), and `never` for one that heads none; `title` is `weak` for one that titles are mostly about.
    """

    kind: Kind
    word: str
    heading: str
    title: str


def _rows() -> tuple[KindWord, ...]:
    text = files("catalogue.normalise").joinpath("kindwords.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(KindWord(Kind(row["kind"]), row["word"], row["heading"], row["title"]) for row in rows)


ROWS = _rows()
KIND_WORDS = {
    kind: "|".join(row.word for row in ROWS if row.kind is kind) for kind in dict.fromkeys(r.kind for r in ROWS)
}
NEVER_HEADS = Words("|".join(row.word for row in ROWS if row.heading == "never"))
HEADS_ALONE = Words("|".join(row.word for row in ROWS if row.heading == "alone"))
WEAK_IN_TITLES = Words("|".join(row.word for row in ROWS if row.title == "weak"))

TYPE_KINDS: dict[str, Kind] = {
    "official": Kind.DOCUMENTATION,
    "opensource": Kind.TOOL,
    "feed": Kind.COLLECTION,
    "roadmap.sh": Kind.ROADMAP,
    "guide": Kind.TUTORIAL,
    "channel": Kind.CREATOR,
    "playlist": Kind.VIDEO,
    "blog": Kind.ARTICLE,
    "scholarlyarticle": Kind.PAPER,
    "videoobject": Kind.VIDEO,
    "person": Kind.CREATOR,
    "softwareapplication": Kind.TOOL,
    "techarticle": Kind.DOCUMENTATION,
    "organization": Kind.COMMUNITY,
    "podcastseries": Kind.PODCAST,
    **dict.fromkeys(("article-journal", "paper-conference", "journalarticle", "conferencepaper"), Kind.PAPER),
    **dict.fromkeys(("webpage", "post-weblog", "blogpost"), Kind.ARTICLE),
    **dict.fromkeys(("motion_picture", "videorecording"), Kind.VIDEO),
}
"""Types that lists put into their links, schema.org into its nodes, reference managers into their items, and that no
word above says."""

NAMED_KINDS = frozenset({Kind.COURSE, Kind.BOOK, Kind.PAPER, Kind.VIDEO, Kind.PODCAST, Kind.TUTORIAL})
"""Kinds whose works are named without a link often enough that a name after the word is one."""


CHINESE_WORD = re.compile(r"(?:\(\?<![\u4e00-\u9fff]+\))*(?:[a-z]+)?[\u4e00-\u9fff]+\??")
"""A Chinese word of the table, with what must not stand before it: 库 is a library, 数据库 is none."""


def _bounded(words: str) -> str:
    """A word of letters with borders must stand alone; Chinese has no borders."""
    return rf"(?:(?<![^\W\d_])(?:{words})(?![^\W\d_])|(?:{_chinese(words)}))"


def _chinese(words: str) -> str:
    """The Chinese words, the longer first: 书籍 is no 书 before something else."""
    chinese = [word for word in words.split("|") if CHINESE_WORD.fullmatch(word)]
    return "|".join(sorted(chinese, key=len, reverse=True)) or r"(?!)"


PATTERNS = {kind: Words(words, _bounded) for kind, words in KIND_WORDS.items()}
WHOLE = {kind: Words(words) for kind, words in KIND_WORDS.items()}


@lru_cache(maxsize=8192)
def words_for_kinds(text: str) -> tuple[tuple[Kind, re.Match[str]], ...]:
    """Every word for a kind in a text, kind by kind."""
    return tuple((kind, found) for kind, pattern in PATTERNS.items() for found in pattern.finditer(text))


def kind_of_word(word: str) -> Kind | None:
    """The kind a word or short label names, if it names nothing else; for a type see TYPE_KINDS as well."""
    word = word.strip().lower()
    word = word.removeprefix("课程") or word
    return next((kind for kind, pattern in WHOLE.items() if pattern.fullmatch(word)), None)


def any_word(kinds: frozenset[Kind]) -> str:
    """A pattern for any word of some kinds, standing alone."""
    return "|".join(_bounded(words) for kind, words in KIND_WORDS.items() if kind in kinds)
