"""Which kind of resource a heading, or the name of a whole document, says its list holds. Pure."""

import re
from functools import lru_cache

from catalogue.documents.entries.labels import bare_words
from catalogue.normalise.kindwords import HEADS_ALONE, NEVER_HEADS, words_for_kinds
from catalogue.vocabulary import Kind

HEADING_KINDS = frozenset(
    {
        Kind.COURSE,
        Kind.BOOK,
        Kind.PAPER,
        Kind.VIDEO,
        Kind.CREATOR,
        Kind.PODCAST,
        Kind.DATASET,
        Kind.TOOL,
        Kind.TUTORIAL,
        Kind.ARTICLE,
        Kind.COMMUNITY,
        Kind.DOCUMENTATION,
        Kind.PRACTICE,
        Kind.WEBSITE,
    }
)
WORKS = (Kind.COURSE, Kind.BOOK, Kind.PODCAST)
BOOKSHELF = re.compile(r"(?i)библиотека(?! \w+ (?:для|на))(?!\w)|(?:что )?почитать|книжная полка|书架|bookshelf")
"""Headings that name a shelf of books, whatever the word for it means elsewhere."""
LONG_HEADING, MANY_WORDS, MANY_WORDS_OF_WORKS = 60, 6, 8
LISTS_OF: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.COURSE, re.compile(r"(?i)\b(?:courses|moocs)\b|(?<!\w)курс(?:ы|ов)(?!\w)|课程|公开课")),
    (
        Kind.BOOK,
        re.compile(
            r"(?i)\b(?:books|textbooks)\b|(?<!\w)(?:книги?|учебник(?:и|ов)|литератур[аы])(?!\w)|书籍|书单|图书|好书"
        ),
    ),
    (
        Kind.PODCAST,
        re.compile(r"(?i)\bpodcasts\b|\bpodcast (?:subscriptions|feeds)\b|(?<!\w)подкаст(?:ы|ов)(?!\w)|播客"),
    ),
    (Kind.PAPER, re.compile(r"(?i)\bpapers\b|(?<!\w)научные статьи(?!\w)|论文")),
    (Kind.VIDEO, re.compile(r"(?i)\b(?:videos|talks|lectures)\b|(?<!\w)(?:видео|лекции)(?!\w)|视频")),
    (Kind.DATASET, re.compile(r"(?i)\bdatasets\b|(?<!\w)датасеты(?!\w)|数据集")),
)


def kind_in_headings(
    headings: tuple[str, ...], kinds: tuple[Kind, ...] | frozenset[Kind], title: str = ""
) -> Kind | None:
    """The kind of some kinds the nearest heading names; of several the one that the title names as well."""
    found = _of_headings(headings, kinds)
    if len(found) > 1 and title:
        named = {kind for kind, _ in words_for_kinds(title)}
        return next((kind for kind in found if kind in named), found[0])
    return found[0] if found else None


@lru_cache(maxsize=64)
def kind_of_document(names: tuple[str, ...]) -> Kind | None:
    """The kind a document's file name or title says it is a list of."""
    found = {kind for name in names for kind, pattern in LISTS_OF if pattern.search(name)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def _of_headings(headings: tuple[str, ...], kinds: tuple[Kind, ...] | frozenset[Kind]) -> tuple[Kind, ...]:
    """The kinds the nearest heading names, if it is short enough to be a name of what stands under it."""
    many = MANY_WORDS_OF_WORKS if kinds == WORKS else MANY_WORDS
    for heading in headings:
        if len(heading) > LONG_HEADING or len(heading.split()) > many:
            continue
        if Kind.BOOK in kinds and BOOKSHELF.match(bare_words(heading)):
            return (Kind.BOOK,)
        found = [kind for kind, word in words_for_kinds(heading) if kind in kinds and _heads_a_list(word, heading)]
        if found:
            return tuple(sorted(found, key=lambda kind: kind not in (Kind.COURSE, Kind.BOOK)))
    return ()


def _heads_a_list(word: str, heading: str) -> bool:
    """Whether a word for a kind says in its heading what the list is of."""
    if NEVER_HEADS.fullmatch(word):
        return False
    return not HEADS_ALONE.fullmatch(word) or bare_words(heading).lower() == word.lower()
