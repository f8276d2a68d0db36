"""What an address names: a page, a home page, a listing, a search, a page for what is not found. Pure."""

import re
from urllib.parse import unquote, urlsplit

from catalogue.urls import host_of

NOT_FOUND_PATH = re.compile(
    r"""(?:^|/)(?:(?:error|errors|status|page|http|err)[-_/]?)?(?:404|410|not[-_\ ]?found|page[-_\ ]?(?:not[-_\ ]?found
    |missing|404)|pagenotfound|notfound|error[-_]?404|404[-_\ ]?(?:error|page|not[-_]?found)|oops|sorry
    |missing(?:[-_]?page)?|\w{2,20}[-_]not[-_]?found
    |no[-_]such[-_]page|gone
    |deleted|removed|expired|unavailable|invalid[-_]?url)(?:\.\w{2,5})?/?$
    |^/(?:\w\w/)?(?:error|errors)(?:\.\w{2,5})?/?$""",
    re.VERBOSE | re.IGNORECASE,
)
NOT_FOUND_QUERY = re.compile(
    r"""(?:^|&)(?:error|err|status|code|e|reason|msg|message|notfound|not_found|page_?not_?found|aspxerrorpath
    |404)=?(?:404|410|not[-_\ +]?found|page[-_\ +]?not[-_\ +]?found|notfound|gone|missing|deleted|expired|removed
    |/[^&]*|1|true)?(?:&|$)""",
    re.VERBOSE | re.IGNORECASE,
)
HOME_SEGMENTS = re.compile(
    r"""(?:index|default|home|main|main_page|wiki|start|welcome|homepage|portal)(?:\.\w{2,5})?""",
    re.VERBOSE | re.IGNORECASE,
)
LANGUAGE_SEGMENT = re.compile(
    r"""(?:ar|bg|br|cn|cs|da|de|el|en|es|fa|fi|fr|gb|he|hi|hu|in|it|ja|jp|ko|kr|nl|no|pl|pt|ro|ru|sv|th|tr|ua|uk|us|vi|zh)
    (?:[-_](?:[a-z]{2}|hans|hant|latn))?""",
    re.VERBOSE | re.IGNORECASE,
)
"""A home page has one a language; other pairs of letters name pages."""
LISTING_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        course courses catalog catalogue browse explore search result results all list lists listing listings product
        products shop store blog news article articles post posts archive archives category categories tag tags topic
        topics library resource resources tutorial tutorials video videos event events program programs programme
        programmes learn learning training class classes book books discover collection collections index directory our
        lesson lessons project projects chapters lectures sitemap links papers publications lectures downloads subject
        subjects the a z find offer offers kurs kursy katalog stati
        novosti курсы каталог статьи новости блог уроки материалы
        """,
    )
)
"""A place named with these only lists things."""
FILLERS = frozenset(
    re.findall(
        r"\w+",
        """
        our the a z find offer offers course article post category tag topic resource tutorial video event program
        programme class result book lesson project subject product kurs
        """,
    )
)
"""They list nothing by themselves."""
SEARCH_QUERY = re.compile(
    r"""(?:^|&)(?:q|query|s|search|keyword|keywords|term|text|wd|k)=""",
    re.VERBOSE | re.IGNORECASE,
)
SEARCH_SEGMENT = re.compile(r"search(?:\.\w{2,5})?")
SHELF_SEGMENTS = re.compile(r"categor(?:y|ies)|tags?|topics?|labels?|sections?|rubrics?|browse|explore|catalog(?:ue)?")
"""What stands before the name of a shelf, in the address of a list of all that lies on it."""


def same_site(one: str, other: str) -> bool:
    """Whether two URLs lie on hosts of one owner, as far as names tell."""
    return site_of(host_of(one)) == site_of(host_of(other))


def site_of(host: str) -> str:
    """The registrable part of a host: two labels, three where the second is short as in co.uk; all of an address."""
    labels = host.split(".")
    if labels[-1].isdecimal():
        return host
    keep = 3 if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else 2
    return ".".join(labels[-keep:])


def segments_of(path: str) -> list[str]:
    """The parts of a path, decoded."""
    return [unquote(segment) for segment in path.split("/") if segment]


def is_not_found_place(path: str, query: str) -> bool:
    """Whether an address names what servers show for what is not found."""
    return bool(NOT_FOUND_PATH.search(unquote(path))) or bool(query and NOT_FOUND_QUERY.search(unquote(query)))


def is_home_path(path: str) -> bool:
    """Whether a path is that of a home page, of one language perhaps."""
    segments = segments_of(path)
    if segments and LANGUAGE_SEGMENT.fullmatch(segments[0]):
        segments = segments[1:]
    return len(segments) <= 2 and all(map(HOME_SEGMENTS.fullmatch, segments))


def lists(segment: str) -> bool:
    """Whether a part of a path names a listing and nothing else."""
    words = re.split(r"[-_.\s]+", re.sub(r"\.(?:html?|php|aspx?)$", "", segment.lower()))
    return all(word in LISTING_WORDS for word in words) and not FILLERS.issuperset(words)


def is_search(url: str) -> bool:
    """Whether a URL is that of a search with its words."""
    parts = urlsplit(url)
    return bool(SEARCH_QUERY.search(parts.query)) or any(map(SEARCH_SEGMENT.fullmatch, segments_of(parts.path.lower())))


def tells_nothing(query: str) -> bool:
    """Whether a query only says where we come from, not which page is meant."""
    return not query or not re.search(
        r"(?:^|&)(?:p|page|page_id|id|v|a|article|post|course|name|slug|t|path|doc|title|topic|item|story|module|lesson|node)=",
        query,
    )
