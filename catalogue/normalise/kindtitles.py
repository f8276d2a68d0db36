"""Which kind of resource the words of a title, or the first words of a note, name. Pure."""

import re
from collections.abc import Collection

from catalogue.normalise.kindwords import WEAK_IN_TITLES, words_for_kinds
from catalogue.urls import host_of
from catalogue.vocabulary import Kind

TITLE_ORDER = (Kind.PODCAST, Kind.COURSE, Kind.BOOK, Kind.ROADMAP)
"""Kinds that a word of a title names whatever list it stands in."""
WEAK_TITLE_ORDER = (
    Kind.DATASET,
    Kind.DOCUMENTATION,
    Kind.TUTORIAL,
    Kind.VIDEO,
    Kind.CREATOR,
    Kind.COMMUNITY,
    Kind.PRACTICE,
    Kind.COLLECTION,
    Kind.PAPER,
    Kind.WEBSITE,
)
"""Kinds that a word of a title names where nothing else does: in a list of books a guide is a book.

"Library" in a title is mostly what it is about, and so is "practice"; "Interview questions" are what they say.
"""
PLURAL = re.compile(r"(?i)\w*(?:books|courses|moocs|trainings|podcasts|roadmaps)|книг(?:и|ам|ах)?|курс(?:ы|ов|ам|ах)")
COUNTED = re.compile(
    r"\W*(?:(?:(?:the|my) )?(?:top|best)\b|топ[- ]|лучши[ех]\s|(?:под|с)бор(?:ка|ник)\b|список\b|коллекция\b"
    r"|(?:an? |the )?(?:curated )?(?:list|collection) of\b"
    r"|(?:более )?\d{1,3}\+?\s(?!step|week|day|hour|minute|нед|дн|час))",
    re.IGNORECASE,
)
"""How titles of lists begin: "12 books", "Best courses"."""
COURSE_CODE = re.compile(
    r"\W*(?:(?:MIT|Stanford|Harvard|CMU|Berkeley|UC Berkeley|Princeton)(?:['’]s)?\s+)?"
    r"(?!RFC|PEP|ISO|HTTP|IEEE|SHA|AES|ES|(?!CS|EE|MATH|STAT)[A-Z]+ ?101\b)"
    r"(?:[A-Z]{2,4}[ -]?\d{3}[A-Z]{0,2}|[A-Z]{4}[ -]?(?!19|20)\d{4}"
    r"|(?:COMP|CSCI|STAT|MATH|PHYS|INFO)[ -]?\d{4}|CS ?\d{2,3}[A-Za-z]{0,2}"
    r"|\d{1,2}[.-](?:S?\d{3,4}))(?=[\s:.,/–—-]|$)"
)
"""How universities number their courses: CS229, 6.S191, 15-849, COMP 6246; "BEM 101" is no more than a beginning."""
QUESTION = re.compile(
    r"\W*(?:(?:what|why|how|when|which|where|who)(?:['’]s|['’]re)?\s.*\?|(?:what|why) (?:is|are|does|do)\s"
    r"|что такое\s|что это\s|почему\s|зачем\s|.*(?:什么是|是什么|为什么|吗[?？]))",
    re.IGNORECASE,
)
"""Titles that ask: an article answers, whatever course or manual it stands in."""
GUIDE = re.compile(
    r"\bguides?\b|\bhow[ -]to\b|\bgetting started\b|\bquick ?start\b|\brecipes?\b|\bcheat[- ]?sheets?\b"
    r"|гайд|руководств|инструкци|шпаргалк|指南|速查表",
    re.IGNORECASE,
)
"""Words that make a tutorial of a site or a repository, and an article of a page."""
TUTORIAL = re.compile(r"\btutorials?\b|\bwalkthrough|step[- ]by[- ]step|hands-on|туториал|教程|手把手", re.IGNORECASE)
SITE_NAME = re.compile(r"\s[-–—|]\s([^-–—|]+)$")
"""What a page's title ends with: the name of its site."""
CHINESE = "[\u4e00-\u9fff]"
NOTE_START = 90


def kind_in_title(title: str, order: Collection[Kind], *, plural: bool = True) -> Kind | None:
    """The first kind of an order that a title's words name; a plural ("Reviews of books") may be what it is about."""
    if Kind.COURSE in order and COURSE_CODE.match(title):
        return Kind.COURSE
    singular = not plural or COUNTED.match(title) is not None
    found = {
        kind
        for kind, word in words_for_kinds(title)
        if not WEAK_IN_TITLES.fullmatch(word[0])
        and (order is TITLE_ORDER or _is_head(word, title))
        and not (singular and PLURAL.fullmatch(word[0]))
    }
    return next((kind for kind in order if kind in found), None)


def _is_head(word: re.Match[str], title: str) -> bool:
    """Whether a Chinese word ends what it stands in: 文献 in 文献管理工具 says what the tool is about."""
    return not re.match(CHINESE, word[0]) or re.match(rf"$|(?!{CHINESE})|第", title[word.end() :]) is not None


def kind_in_note(note: str, kinds: Collection[Kind]) -> Kind | None:
    """The kind the first words of a note name; a longer text names many things."""
    found = {kind for kind, word in words_for_kinds(note[:NOTE_START]) if not WEAK_IN_TITLES.fullmatch(word[0])}
    return next((kind for kind in kinds if kind in found), None)


def asks(title: str) -> bool:
    """Whether a title is a question."""
    return QUESTION.match(title) is not None


def is_guide(title: str) -> bool:
    """Whether a title says that it guides, and not that it teaches step by step."""
    return GUIDE.search(title) is not None and not is_lesson(title)


def is_lesson(title: str) -> bool:
    """Whether a title says that it teaches step by step."""
    return TUTORIAL.search(title) is not None


def without_site(title: str, url: str | None) -> str:
    """A title without the name of its site at the end, which says nothing of the page ("… - The Tree Handbook")."""
    found = SITE_NAME.search(title)
    if found is None or url is None:
        return title
    name = re.sub(r"\W|^the\b", "", found[1].lower())
    return title[: found.start()] if name and name in re.sub(r"\W", "", host_of(url)) else title
