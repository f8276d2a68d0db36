"""Which kind of resource a heading, or the name of a whole document, says its list holds. Pure."""

import re
from functools import lru_cache

from catalogue.documents.lines.labels import bare_words
from catalogue.normalise.kindwords import HEADS_ALONE, NEVER_HEADS, words_for_kinds
from catalogue.vocabulary import Kind

LISTS = (Kind.COLLECTION, Kind.ROADMAP)
"""Kinds whose words a heading has beside the word for what its list holds: "Lists of books"."""
WORKS = (Kind.COURSE, Kind.BOOK, Kind.PODCAST)
BOOKSHELF = re.compile(r"(?i)библиотека(?! \w+ (?:для|на))(?!\w)|(?:что )?почитать|книжная полка|书架|bookshelf")
"""Headings that name a shelf of books, whatever the word for it means elsewhere."""
OF_ANOTHER = re.compile(
    r"(?<=[a-rt-z])\s+(?!(?:for|on|of|in|about|and|to|by|from|with|at|or|lists?|recommendations|series|resources"
    r"|materials|links|sites)\b)[a-z]"
    r"|(?<=[\u4e00-\u9fff])(?!推荐|列表|清单|下载|讲解|资源|资料|汇总|合集|大全|分享|整理|精选|集|类|平台|网站|和|与|及|第)[\u4e00-\u9fff]",
    re.IGNORECASE,
)
"""What makes a word say no more than what the next is about: "Video generation", 视频生成; plurals seldom do."""
ENUMERATES = re.compile(r"[,，、]|\s(?:and|и|&)\s")
"""`Lectures, scripts, experiments` holds more than lectures."""
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
    if found == {Kind.VIDEO} and any(ENUMERATES.search(name) for name in names):
        return None
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
            return tuple(
                sorted(dict.fromkeys(found), key=lambda kind: (kind in LISTS, kind not in (Kind.COURSE, Kind.BOOK)))
            )
    return ()


def _heads_a_list(word: re.Match[str], heading: str) -> bool:
    """Whether a word for a kind says in its heading what the list is of."""
    if NEVER_HEADS.fullmatch(word[0]) or OF_ANOTHER.match(heading[word.start() :], len(word[0])):
        return False
    return not HEADS_ALONE.fullmatch(word[0]) or bare_words(heading).lower() == word[0].lower()
