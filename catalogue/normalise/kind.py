"""Which kind of resource an entry is, from what its document says, then its words, its URL, its host. Pure.

The first rule that answers wins; each answer carries its rule.
"""

import re
from collections.abc import Iterator

from catalogue.documents.lines.labels import bare_words
from catalogue.normalise.hosts import known_host
from catalogue.normalise.kindheadings import WORKS, kind_in_headings, kind_of_document
from catalogue.normalise.kindtitles import (
    TITLE_ORDER,
    WEAK_TITLE_ORDER,
    asks,
    is_guide,
    is_lesson,
    kind_in_note,
    kind_in_title,
    without_site,
)
from catalogue.normalise.kindwords import TYPE_KINDS, kind_of_word
from catalogue.normalise.shapes import CODE, ONE_VIDEO, POST, address_of, is_front_page, is_own_site, shaped
from catalogue.records.documents import Entry, Finding
from catalogue.urls import identifiers_of, is_web
from catalogue.vocabulary import Kind, LinkRole, Rule

PARTS = re.compile(
    r"(?:lecture|course|video)[ -](?:videos?|notes?)|assignments|readings|labs|slides|exams|homeworks?", re.IGNORECASE
)
"""Marks of what a course comes with; they say nothing of what it is."""
LECTURES = re.compile(r"lectures?(?: series)?|лекции|лекционные курсы", re.IGNORECASE)
NO_ANSWERS = frozenset({Kind.COURSE, Kind.TOOL})
"""Kinds of places whose pages may answer a question; the page is an article then."""
PLACES = frozenset({Kind.PRACTICE, Kind.COMMUNITY})
"""Kinds that a site is as a whole, and not its pages only."""
ABOUT_TOOLS = frozenset({Kind.ARTICLE, Kind.TUTORIAL, Kind.COLLECTION})
"""Kinds that the address of a page in a list of tools may show it to be instead; a tool's manual stands for it."""


def judge_kind(entry: Entry, headings: tuple[str, ...], document: tuple[str, ...]) -> Finding[Kind] | None:
    """The kind of an entry; `headings` from the nearest up, `document` its file name and title."""
    found = next((Finding(kind, rule) for kind, rule in _answers(entry, headings, document) if kind is not None), None)
    if found is None or found.value is not Kind.COURSE or found.rule not in (Rule.TITLE_WORD, Rule.URL_SHAPE):
        return found
    # In a list of books "A course in …" is a book, and so is what stands on the pages of a course.
    if (kind := kind_in_headings(headings, WORKS)) is not None:
        return Finding(kind, Rule.HEADING_WORD) if kind is Kind.BOOK else found
    return Finding(Kind.BOOK, Rule.DOCUMENT_WORD) if kind_of_document(document) is Kind.BOOK else found


def _answers(entry: Entry, headings: tuple[str, ...], document: tuple[str, ...]) -> Iterator[tuple[Kind | None, Rule]]:
    """What each rule says, strongest first; the weak ones are only asked when the strong are silent."""
    yield _stated(entry), Rule.STATED_MARK
    address, title = address_of(entry.url), without_site(entry.title, entry.url)
    # "Full course" and "tutorial" in the title of one video say how long it is; a list of courses may still hold it.
    one_video = ONE_VIDEO.match(address) is not None
    order = (Kind.PODCAST, Kind.BOOK) if one_video else TITLE_ORDER
    yield kind_in_title(title, order, plural=False), Rule.TITLE_WORD
    if entry.url is not None:
        isbn = any(kind == "isbn" for kind, _ in identifiers_of(entry.url))
        yield Kind.BOOK if isbn else _unasked(shaped(address, "strong"), title), Rule.URL_SHAPE
    yield kind_in_headings(headings, WORKS), Rule.HEADING_WORD
    yield kind_of_document(document), Rule.DOCUMENT_WORD
    yield _whole_site(entry.url), Rule.HOST
    yield kind_in_note(entry.note, WORKS), Rule.NOTE_WORD
    yield from _listed(entry, headings, address)
    yield Kind.VIDEO if one_video else None, Rule.URL_SHAPE
    yield from _read_where_it_stands(entry, address, title)
    weak = [kind for kind in WEAK_TITLE_ORDER if kind is not Kind.VIDEO or not CODE.match(address)]
    yield kind_in_title(title, (*order, *weak)), Rule.TITLE_WORD
    yield from _placed(entry, address)


def _whole_site(url: str | None) -> Kind | None:
    """The kind of a site that is one work, at its front page."""
    host = known_host(url) if url else None
    return host.kind if host is not None and host.whole and is_front_page(url or "") else None


def _read_where_it_stands(entry: Entry, address: str, title: str) -> Iterator[tuple[Kind | None, Rule]]:
    """What a title that asks, guides or teaches is in a blog, in a manual, at a bookseller's."""
    shape = shaped(address, "weak")
    place, rule = (shape, Rule.URL_SHAPE) if shape else (known_host(entry.url or "").kind, Rule.HOST)
    yield Kind.ARTICLE if asks(title) and place is not Kind.DOCUMENTATION else None, Rule.TITLE_WORD
    # A guide that is one page among others is an article, as curators call it; what a page of a manual is about
    # makes it nothing else.
    guides = is_guide(title) and is_web(entry.url or "") and not is_front_page(entry.url or "")
    yield Kind.ARTICLE if guides and place in (Kind.ARTICLE, None) else None, rule if place else Rule.TITLE_WORD
    yield Kind.DOCUMENTATION if place is Kind.DOCUMENTATION and not is_lesson(title) else None, rule
    yield Kind.BOOK if place is Kind.BOOK and not is_front_page(entry.url or "") else None, rule


def _listed(entry: Entry, headings: tuple[str, ...], address: str) -> Iterator[tuple[Kind | None, Rule]]:
    """What the nearest heading says, where the address does not show one of its pages to be something else."""
    listed = kind_in_headings(headings, tuple(Kind), entry.title)
    # Under "Blogs" an address that ends in a title is one of their posts.
    yield Kind.ARTICLE if listed is Kind.WEBSITE and POST.search(address) else None, Rule.URL_SHAPE
    if listed is Kind.TOOL and entry.url is not None and not is_front_page(entry.url):
        page = shaped(address, "weak")
        yield page if page in ABOUT_TOOLS else None, Rule.URL_SHAPE
    if listed is Kind.VIDEO and headings and LECTURES.fullmatch(bare_words(headings[0])):
        # The page of a university with its lectures is a course; a recording stands where videos do.
        recorded = Kind.VIDEO in (known_host(entry.url or "").kind, shaped(address, "weak"))
        listed = listed if recorded or entry.url is None else Kind.COURSE
    yield listed, Rule.HEADING_WORD


def _placed(entry: Entry, address: str) -> Iterator[tuple[Kind | None, Rule]]:
    """What the place of a resource says, where no word tells."""
    host = known_host(entry.url or "")
    # What has its source beside it is software, whatever its page looks like.
    has_source = any(link.role is LinkRole.SOURCE for link in entry.links)
    yield Kind.TOOL if has_source and not host.whole else None, Rule.FURTHER_LINK
    yield kind_in_note(entry.note, (Kind.VIDEO,)), Rule.NOTE_WORD
    if entry.url is not None and is_web(entry.url):
        at_root = is_front_page(entry.url)
        # What journals call articles are papers.
        yield Kind.PAPER if host.kind is Kind.PAPER and not at_root else None, Rule.HOST
        yield shaped(address, "weak"), Rule.URL_SHAPE
        yield host.kind if not at_root or host.whole or host.kind in PLACES else None, Rule.HOST
        # A bare host is a website, and so is what stands on its own site; other pages read like articles.
        yield Kind.WEBSITE if at_root or is_own_site(entry.title, entry.url) else Kind.ARTICLE, Rule.DEFAULT


def _unasked(kind: Kind | None, title: str) -> Kind | None:
    """The kind an address shows, unless the title is a question that a page there answers."""
    return None if kind in NO_ANSWERS and asks(title) else kind


def _stated(entry: Entry) -> Kind | None:
    for mark in entry.marks:
        if mark.startswith("@"):
            return TYPE_KINDS.get(mark[1:]) or kind_of_word(mark[1:])
    words = (bare_words(mark) for mark in entry.marks if len(mark) <= 30)
    return next((kind for word in words if not PARTS.fullmatch(word) and (kind := kind_of_word(word))), None)
