"""Which kind of resource an entry is, from what its document says, then its words, its URL, its host. Pure.

The first rule that answers wins; each answer carries its rule.
"""

import csv
import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from urllib.parse import urlsplit

from catalogue.documents.labels import bare_words
from catalogue.normalise.hosts import known_host
from catalogue.normalise.kindwords import PATTERNS, TYPE_KINDS, kind_of_word
from catalogue.records.documents import Entry, Finding
from catalogue.urls import identifiers_of, is_web
from catalogue.vocabulary import Kind, LinkRole, Rule

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
)
"""Kinds that a word of a title names where nothing else does: in a list of books a guide is a book.

"Library" in a title is mostly what it is about, and so is "practice"; "Interview questions" are what they say.
"""
WEAK_IN_TITLES = re.compile(
    r"(?i)certificat\w*|training|trainings|workshops?|classes|intensive|curriculum|references?|official|specs?"
    r"|watch|labs?"
    r"|groups?|chats?|talks?|papers?|experts?|people|lessons?|hands-on|getting started|notebooks?|primer|manuals?"
    r"|collections?|awesome|lists? of|link ?lists?|resources list|compilation|hub|сборник(?:и)?|каталог|коллекци[яи]"
    r"|список(?: ресурсов)?|列表|清单|合集|精选"
    r"|wiki|recipes|practice|problems?|challenges?|competitions?|exercises?|puzzles?|assignments?|quiz(?:zes)?"
    r"|задач\w*|упражнени\w*|практик\w*|соревновани\w*|вопросы|тест\w*|练习|习题|题库|竞赛|刷题|作业"
)
PLURAL = re.compile(r"(?i)\w*(?:books|courses|moocs|trainings|podcasts|roadmaps)")
COURSE_CODE = re.compile(
    r"\W*(?:(?:MIT|Stanford|Harvard|CMU|Berkeley|UC Berkeley|Princeton)(?:['’]s)?\s+)?"
    r"(?!RFC|PEP|ISO|HTTP|IEEE|SHA|AES|ES|(?!CS|EE|MATH|STAT)[A-Z]+ ?101\b)"
    r"(?:[A-Z]{2,4}[ -]?\d{3}[A-Z]{0,2}|CS ?\d{2,3}[A-Za-z]{0,2}|\d{1,2}[.-](?:S?\d{3,4}))(?=[\s:.,–—-]|$)"
)
"""How universities number their courses: CS229, 6.S191, 15-849, COS 597G; "BEM 101" is no more than a beginning."""
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
NO_HEADING_WORD = re.compile(
    r"(?i)projects?|compilers?|engines?|ides?|проект\w*|practice|практик\w*|references?|guides?|apis?|platforms?|hands-on"
    r"|вопросы|reading|news"
)
"""Words for a kind that as a heading are about something else: references are no reference."""
ONLY_ALONE = re.compile(
    r"(?i)training|certificat\w*|library|manual|official|software|specs?|classes|lists? of|groups?|challenges?"
    r"|discussions?|framework|package|corpus|benchmarks?"
)
"""Words for a kind that beside others are part of a topic: "Adversarial training" holds no courses, "Training" does."""
WORKS = (Kind.COURSE, Kind.BOOK, Kind.PODCAST)
LONG_HEADING, MANY_WORDS, MANY_WORDS_OF_WORKS = 60, 6, 8
LISTS_OF: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.COURSE, re.compile(r"(?i)\b(?:courses|moocs)\b|(?<!\w)курс(?:ы|ов)(?!\w)|课程|公开课")),
    (
        Kind.BOOK,
        re.compile(
            r"(?i)\b(?:books|textbooks)\b|(?<!\w)(?:книги?|учебник(?:и|ов)|литератур[аы])(?!\w)|书籍|书单|图书|好书"
        ),
    ),
    (Kind.PODCAST, re.compile(r"(?i)\bpodcasts\b|(?<!\w)подкаст(?:ы|ов)(?!\w)|播客")),
    (Kind.PAPER, re.compile(r"(?i)\bpapers\b|(?<!\w)научные статьи(?!\w)|论文")),
    (Kind.VIDEO, re.compile(r"(?i)\b(?:videos|talks|lectures)\b|(?<!\w)(?:видео|лекции)(?!\w)|视频")),
    (Kind.DATASET, re.compile(r"(?i)\bdatasets\b|(?<!\w)датасеты(?!\w)|数据集")),
)
NOTE_START = 90
FRONT_PAGE = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:index\.\w+)?", re.IGNORECASE)
"""Paths of a site's front page, one for each language it speaks."""

POST = re.compile(r"^[^/]+\.github\.io/[\w-]+-[\w-]+/?$|/[\w%]+(?:-[\w%]+){2,}/?(?:\.html)?$|/20\d\d/\d\d/.")
ONE_VIDEO = re.compile(
    r"(?:m\.)?youtube\.com/(?:watch|live|shorts|embed)\b|youtu\.be/|vimeo\.com/\d|bilibili\.com/video/"
)
"""Addresses of one video."""


def judge_kind(entry: Entry, headings: tuple[str, ...], document: tuple[str, ...]) -> Finding[Kind] | None:
    """The kind of an entry; `headings` from the nearest up, `document` its file name and title."""
    found = next((Finding(kind, rule) for kind, rule in _answers(entry, headings, document) if kind is not None), None)
    if found is None or found.value is not Kind.COURSE or found.rule not in (Rule.TITLE_WORD, Rule.URL_SHAPE):
        return found
    # In a list of books "A course in …" is a book, and so is what stands on the pages of a course.
    if (kind := _in_headings(headings, WORKS)) is not None:
        return Finding(kind, Rule.HEADING_WORD) if kind is Kind.BOOK else found
    return Finding(Kind.BOOK, Rule.DOCUMENT_WORD) if _in_document(document) is Kind.BOOK else found


def _answers(entry: Entry, headings: tuple[str, ...], document: tuple[str, ...]) -> Iterator[tuple[Kind | None, Rule]]:
    """What each rule says, strongest first; the weak ones are only asked when the strong are silent."""
    yield _stated(entry), Rule.STATED_MARK
    address = _address(entry.url)
    # "Full course" and "tutorial" in the title of one video say how long it is; a list of courses may still hold it.
    one_video = ONE_VIDEO.match(address) is not None
    order = (Kind.PODCAST, Kind.BOOK) if one_video else TITLE_ORDER
    yield _in_title(entry.title, order, plural=False), Rule.TITLE_WORD
    if entry.url is not None:
        isbn = any(kind == "isbn" for kind, _ in identifiers_of(entry.url))
        yield Kind.BOOK if isbn else _shaped(address, "strong"), Rule.URL_SHAPE
    yield _in_headings(headings, WORKS), Rule.HEADING_WORD
    yield _in_document(document), Rule.DOCUMENT_WORD
    yield _in_note(entry.note, WORKS), Rule.NOTE_WORD
    listed = _in_headings(headings, HEADING_KINDS, entry.title)
    # Under "Blogs" an address that ends in a title is one of their posts.
    yield Kind.ARTICLE if listed is Kind.WEBSITE and POST.search(address) else None, Rule.URL_SHAPE
    yield listed, Rule.HEADING_WORD
    yield Kind.VIDEO if one_video else None, Rule.URL_SHAPE
    yield _in_title(entry.title, (*order, *WEAK_TITLE_ORDER)), Rule.TITLE_WORD
    # What has its source beside it is software, whatever its page looks like.
    host = known_host(entry.url or "")
    has_source = any(link.role is LinkRole.SOURCE for link in entry.links)
    yield Kind.TOOL if has_source and not host.whole else None, Rule.FURTHER_LINK
    yield _in_note(entry.note, (Kind.VIDEO,)), Rule.NOTE_WORD
    if entry.url is not None and is_web(entry.url):
        yield _shaped(address, "weak"), Rule.URL_SHAPE
        at_root = FRONT_PAGE.fullmatch(urlsplit(entry.url).path) is not None
        yield host.kind if not at_root or host.whole else None, Rule.HOST
        # A bare host is a website; a page in it, whatever it is, reads like an article.
        yield Kind.WEBSITE if at_root else Kind.ARTICLE, Rule.DEFAULT


def _stated(entry: Entry) -> Kind | None:
    for mark in entry.marks:
        if mark.startswith("@"):
            return TYPE_KINDS.get(mark[1:]) or kind_of_word(mark[1:])
    return next((kind for mark in entry.marks if len(mark) <= 30 and (kind := kind_of_word(bare_words(mark)))), None)


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[tuple[Kind, str], ...]:
    """Every word for a kind in a text, first of each kind."""
    return tuple((kind, found[0]) for kind, pattern in PATTERNS if (found := pattern.search(text)))


def _in_title(title: str, order: tuple[Kind, ...], *, plural: bool = True) -> Kind | None:
    """The kind that a title's words name; a plural ("Reviews of books") may be what it is about."""
    if Kind.COURSE in order and COURSE_CODE.match(title):
        return Kind.COURSE
    found = {kind for kind, word in _words(title) if not WEAK_IN_TITLES.fullmatch(word)}
    if not plural:
        found -= {kind for kind, word in _words(title) if PLURAL.fullmatch(word)}
    return next((kind for kind in order if kind in found), None)


def _in_headings(headings: tuple[str, ...], kinds: tuple[Kind, ...] | frozenset[Kind], title: str = "") -> Kind | None:
    """The kind of some kinds the nearest heading names; of several the one that the title names as well."""
    found = _of_headings(headings, kinds)
    if len(found) > 1 and title:
        named = {kind for kind, _ in _words(title)}
        return next((kind for kind in found if kind in named), found[0])
    return found[0] if found else None


@lru_cache(maxsize=4096)
def _of_headings(headings: tuple[str, ...], kinds: tuple[Kind, ...] | frozenset[Kind]) -> tuple[Kind, ...]:
    """The kinds the nearest heading names, if it is short enough to be a name of what stands under it."""
    many = MANY_WORDS_OF_WORKS if kinds == WORKS else MANY_WORDS
    for heading in headings:
        if len(heading) > LONG_HEADING or len(heading.split()) > many:
            continue
        found = [kind for kind, word in _words(heading) if kind in kinds and _heads_a_list(word, heading)]
        if found:
            return tuple(sorted(found, key=lambda kind: kind not in (Kind.COURSE, Kind.BOOK)))
    return ()


def _heads_a_list(word: str, heading: str) -> bool:
    """Whether a word for a kind says in its heading what the list is of."""
    if NO_HEADING_WORD.fullmatch(word):
        return False
    return not ONLY_ALONE.fullmatch(word) or bare_words(heading).lower() == word.lower()


@lru_cache(maxsize=64)
def _in_document(names: tuple[str, ...]) -> Kind | None:
    """The kind a document's file name or title says it is a list of."""
    found = {kind for name in names for kind, pattern in LISTS_OF if pattern.search(name)}
    return found.pop() if len(found) == 1 else None


def _in_note(note: str, kinds: Collection[Kind]) -> Kind | None:
    """The kind the first words of a note name; a longer text names many things."""
    found = {kind for kind, word in _words(note[:NOTE_START]) if not WEAK_IN_TITLES.fullmatch(word)}
    return next((kind for kind in kinds if kind in found), None)


@cache
def _shapes(strength: str) -> tuple[tuple[re.Pattern[str], Kind], ...]:
    """The shapes of one strength in the order of shapes.csv, one pattern for each run of rows of a kind."""
    text = files("catalogue.normalise").joinpath("shapes.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["strength"] == strength]
    return tuple(
        (re.compile("|".join(row["pattern"] for row in run), re.IGNORECASE), Kind(kind))
        for kind, run in groupby(rows, key=lambda row: row["kind"])
    )


def _shaped(address: str, strength: str) -> Kind | None:
    return next((kind for pattern, kind in _shapes(strength) if pattern.search(address)), None)


def _address(url: str | None) -> str:
    """Host without www. and path, which is what the shapes are written for."""
    if url is None or not is_web(url):
        return (url or "").lower()
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www.") + parts.path
