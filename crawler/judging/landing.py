"""Where a chain of redirects landed: at the page, or at what servers show instead of one that is not there. Pure."""

import re
from urllib.parse import unquote, urlsplit

from catalogue.urls import host_of, url_key

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
SIGN_IN_PATH = re.compile(
    r"""(?:^|/)(?:log[-_]?in|sign[-_]?in|log[-_]?on|sign[-_]?on|sso|authwall|oauth2?|saml2?|servicelogin|auth/(?:login
    |signin|realms)|users/sign_in|session/new|sessions/new|cas/login|accounts?/(?:login|signin|signup)|wp-login\.php
    |checkpoint|idp|uas/login|register|sign[-_]?up|passport)(?:[/.;]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
SIGN_IN_HOST = re.compile(
    r"""^(?:login|signin|sign-in|sso|auth|accounts?|passport|idp|id|cas)\.""",
    re.VERBOSE | re.IGNORECASE,
)
CONSENT_PLACE = re.compile(
    r"""^(?:consent|privacy-?gate|cmp)\.|/(?:consent|cookie[-_]?(?:consent|wall|notice)|privacy[-_]?(?:gate|wall|consent)
    |gdpr(?:[-_]?consent)?|collectconsent|zustimmung)(?:[/?.]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
WALL_PLACE = re.compile(
    r"""/(?:showcaptcha|sgcaptcha|captcha|sorry/index|challenge/?$|__challenge|bot[-_]?check|human[-_]?check
    |distil_r_captcha[^/]*)(?:[/?.]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
WALL_QUERY = re.compile(r"(?:^|&)(?:bm-verify|__goaway\w*|__cf_chl\w*|captcha\w*|\w*challenge)=", re.IGNORECASE)
SALE_PLACE = re.compile(
    r"""for-?sale|buy-?(?:this-?)?domain|domain[-_]?(?:profile|name|sale|for|park)|parking|parked|suspended|expired""",
    re.VERBOSE | re.IGNORECASE,
)
PARKED_HOST = re.compile(r"ww\d{1,2}\.")
PARKED_PATH = re.compile(r"/(?:lander|sedo-?parking)(?:\.\w{2,5})?/?")
SALE_PAGE = re.compile(r"domain_profile|buy-?this-?domain|domain-?for-?sale|/buy-domain/|/forsale/")
"""Where parking companies send the visitors of a domain: `ww25.` before it, `/lander` behind it, a page of a market."""

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
SAME_PLACE = re.compile(
    r"""(?:index|default|home|main|start|overview|intro(?:duction)?|welcome|latest|stable|current|master|main|head|en
    |v\d+(?:[._]\d+)*|\d{1,2}|(?:19|20)\d\d|\d+(?:[._]\d+)+
    |readme|about|view|show|page|amp|print|embed|toc|contents?)(?:\.(?:html?|php|aspx?|jsp|md))?""",
    re.VERBOSE | re.IGNORECASE,
)
TOKEN = re.compile(
    r"""[^\W_]{3,}""",
    re.VERBOSE,
)
SHORTENED = re.compile(
    r"""/[\w-]{1,24}/?""",
    re.VERBOSE,
)


def judge_landing(asked: str, landed: str) -> str | None:
    """Why the place where a chain landed is not the page that was asked for; None where it may well be."""
    if asked == landed or url_key(asked) == url_key(landed):
        return None
    start, end = urlsplit(asked), urlsplit(landed)
    if _is_not_found_place(end.path, end.query) and _segments(start.path)[-1:] != _segments(end.path)[-1:]:
        return "redirect to a not-found page"
    if _is_sale(asked, landed):
        return "parked"
    if (_is_home_path(start.path) and not start.query) or _dropped_nothing(asked, landed):
        return None
    if _is_home_path(end.path) and _tells_nothing(end.query) and "#/" not in landed and "#!" not in landed:
        return "redirect to home" if _left_for_home(asked, landed) else None
    return "redirect to a listing" if _is_listing(asked, landed) else None


def judge_barrier_place(asked: str, landed: str) -> str | None:
    """Which barrier the place where a chain landed is: wall, consent or login; None for a page."""
    if asked == landed or url_key(asked) == url_key(landed):
        return None
    place = f"{host_of(landed)}{urlsplit(landed).path}"
    if WALL_PLACE.search(place) or WALL_QUERY.search(urlsplit(landed).query):
        return "wall"
    if CONSENT_PLACE.search(place):
        return "consent"
    path = urlsplit(landed).path
    at_sign_in = SIGN_IN_PATH.search(path) or (SIGN_IN_HOST.match(host_of(landed)) and not same_site(asked, landed))
    asked_for_it = SIGN_IN_PATH.search(urlsplit(asked).path) or SIGN_IN_HOST.match(host_of(asked))
    return "login" if at_sign_in and not asked_for_it else None


def same_site(one: str, other: str) -> bool:
    """Whether two URLs lie on hosts of one owner, as far as names tell."""
    return _site(host_of(one)) == _site(host_of(other))


def _site(host: str) -> str:
    """The registrable part of a host: two labels, three where the second is short as in co.uk; all of an address."""
    labels = host.split(".")
    if labels[-1].isdecimal():
        return host
    keep = 3 if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else 2
    return ".".join(labels[-keep:])


def _is_not_found_place(path: str, query: str) -> bool:
    return bool(NOT_FOUND_PATH.search(unquote(path))) or bool(query and NOT_FOUND_QUERY.search(unquote(query)))


def _is_home_path(path: str) -> bool:
    segments = _segments(path)
    if segments and LANGUAGE_SEGMENT.fullmatch(segments[0]):
        segments = segments[1:]
    return len(segments) <= 2 and all(map(HOME_SEGMENTS.fullmatch, segments))


def _tells_nothing(query: str) -> bool:
    """Whether a query only says where we come from, not which page is meant."""
    return not query or not re.search(
        r"(?:^|&)(?:p|page|page_id|id|v|a|article|post|course|name|slug|t|path|doc|title|topic|item|story|module|lesson|node)=",
        query,
    )


def _left_for_home(asked: str, landed: str) -> bool:
    """Whether landing at home means that the page is lost: not when a project moved to a host of its own name."""
    start, end = (host_of(url).removeprefix("www.") for url in (asked, landed))
    if start == end:
        return True
    front_door = same_site(asked, landed) and end == _site(end)
    return (front_door or not SHORTENED.fullmatch(urlsplit(asked).path)) and not _kept(asked, landed)


def _kept(asked: str, landed: str) -> bool:
    """Whether a word of the asked page's last segments is found again where we landed."""
    words = {word.lower() for segment in _segments(urlsplit(asked).path)[-2:] for word in TOKEN.findall(segment)}
    end = urlsplit(landed)
    return any(word in f"{host_of(landed)} {unquote(end.path).lower()}" for word in words if len(word) > 3)


def _is_listing(asked: str, landed: str) -> bool:
    start, end = _segments(urlsplit(asked).path), _segments(urlsplit(landed).path)
    if not start or not end:
        return False
    if _is_search(landed) and not _is_search(asked):
        return True
    if len(start) > len(end) and start[: len(end)] == end and same_site(asked, landed):
        return True
    if any(map(SHELF_SEGMENTS.fullmatch, end[:-1])) and not any(map(SHELF_SEGMENTS.fullmatch, start)):
        words = TOKEN.findall(start[-1].lower())
        return not words or not all(word in end[-1].lower() for word in words)
    query = unquote(urlsplit(landed).query)
    told = end if _tells_nothing(query) else [*end, query]
    return _lists(end[-1]) and not _lists(start[-1]) and not _names_page(start[-1], told)


def _dropped_nothing(asked: str, landed: str) -> bool:
    """Whether a path only lost words like `index` or `latest` at its end."""
    start, end = _segments(urlsplit(asked).path), _segments(urlsplit(landed).path)
    shorter = bool(end) and len(start) > len(end) and start[: len(end)] == end and same_site(asked, landed)
    dropped = start[len(end) :]
    on_shelf = shorter and (_lists(end[-1]) or _is_home_path("/".join(end)))
    names = HOME_SEGMENTS if on_shelf else SAME_PLACE  # an introduction lies on a shelf, an index is one
    return shorter and all(names.fullmatch(each) or LANGUAGE_SEGMENT.fullmatch(each) for each in dropped)


def _lists(segment: str) -> bool:
    """Whether a part of a path names a listing and nothing else."""
    words = re.split(r"[-_.\s]+", re.sub(r"\.(?:html?|php|aspx?)$", "", segment.lower()))
    return all(word in LISTING_WORDS for word in words) and not FILLERS.issuperset(words)


def _is_search(url: str) -> bool:
    parts = urlsplit(url)
    return bool(SEARCH_QUERY.search(parts.query)) or any(map(SEARCH_SEGMENT.fullmatch, _segments(parts.path.lower())))


def _names_page(segment: str, end: list[str]) -> bool:
    """Whether a word of the page's own name is found again in the path where we landed."""
    place = " ".join(end).lower()
    return any(word in place for word in map(str.lower, TOKEN.findall(segment)) if word not in LISTING_WORDS)


def _is_sale(asked: str, landed: str) -> bool:
    """Whether the asked domain is parked there, or another site offers it: its name and a word of sale say so."""
    start, end, path = host_of(asked), host_of(landed), urlsplit(landed).path
    if PARKED_PATH.fullmatch(path) or (PARKED_HOST.match(end) and not PARKED_HOST.match(start)):
        return True
    if start != end and SALE_PAGE.search(path):
        return True
    place = landed.partition("://")[2].lower()
    return not same_site(asked, landed) and start.removeprefix("www.") in place and bool(SALE_PLACE.search(place))


def _segments(path: str) -> list[str]:
    return [unquote(segment) for segment in path.split("/") if segment]
