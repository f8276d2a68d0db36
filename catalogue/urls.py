"""The two faces of a URL: a key to compare by, and a tidy form to fetch and show. Pure."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ysclid|_openstat|mc_cid|mc_eid|igshid|igsh|spm"
    r"|ref_src|ref_url|_hsenc|_hsmi|mkt_tok|vero_id|wickedid|twclid|ttclid|s_cid|oly_enc_id|oly_anon_id|irclickid"
    r"|irgwc|ranmid|raneaid|ransiteid|spm_id_from|vd_source|share_source)",
    re.IGNORECASE,
)
DEFAULT_PORTS = {"http": 80, "https": 443}
INDEX_PAGES = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
NO_PLACE = re.compile(r":~:.*|readme(?:-ov-file)?|top", re.IGNORECASE | re.DOTALL)
"""Fragments that mark words for the reader, or the page as a whole."""
UNRESERVED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")

ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\w{1,20}/(https?://.+)", re.IGNORECASE)
ARXIV = re.compile(
    r"(?:arxiv\.org/(?:abs|pdf|html|ps|format)/|arxiv[.:])((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7}))", re.I
)
ARXIV_ELSEWHERE = re.compile(r"/(?:abs|pdf|html|papers?|overview)/(\d\d(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?(?![\w-])")
"""Sites that show papers of arXiv keep its ids."""
DOI = re.compile(r"(?:doi\.org/|/doi/(?:abs/|full/|pdf/)?|doi:)(10\.\d{4,9}/[^\s?#\"<>]{1,200})", re.IGNORECASE)
BOOKISH = re.compile(r"book|isbn|library|press|publish|amazon|/(?:dp|gp|product)/", re.IGNORECASE)
ISBN = re.compile(r"(?<![\dA-Za-z])(97[89](?:-?\d){10}|\d{9}[\dX])(?![\dA-Za-z])")
YOUTUBE_HOSTS = frozenset({"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com", "youtu.be"})
YOUTUBE_PATH = re.compile(r"^/(?:embed|v|shorts|live)/([\w-]{11})(?:/|$)")
VIDEO_ID = re.compile(r"[\w-]{11}")
REPOSITORY = re.compile(r"^/([A-Za-z0-9][\w.-]*)/([\w.-]+?)(?:\.git)?(?:/|$)")
NOT_OWNERS = frozenset(
    {"topics", "orgs", "features", "search", "marketplace", "sponsors", "collections", "apps", "about"}
)


@lru_cache(maxsize=65_536)
def is_web(url: str) -> bool:
    """Whether a URL is http(s) with a host, so that it may be fetched and shown as a link."""
    parts = _split(url)
    return parts is not None and parts.scheme in DEFAULT_PORTS and bool(parts.hostname)


@lru_cache(maxsize=8192)
def host_of(url: str) -> str:
    """The host in lower case, as ASCII, without port; an empty string where there is none."""
    parts = _split(url)
    return _ascii_host(parts.hostname or "") if parts else ""


@lru_cache(maxsize=8192)
def server_of(url: str) -> str:
    """The host, with its port where that is not the scheme's own: whom robots.txt and a Retry-After speak for."""
    parts = _split(url)
    port = _port_of(parts) if parts else None
    own = port is None or parts is None or port == DEFAULT_PORTS.get(parts.scheme)
    return host_of(url) if own else f"{host_of(url)}:{port}"


def tidy_url(url: str) -> str:
    """The URL to fetch and show: without tracking parameters and default port, else byte for byte."""
    parts = _split(url)
    if parts is None or parts.scheme not in DEFAULT_PORTS:
        return url.strip()
    kept = [pair for pair in parts.query.split("&") if not _is_tracking(pair)]
    query = parts.query if len(kept) == parts.query.count("&") + 1 else "&".join(kept)
    netloc = parts.netloc
    if _port_of(parts) == DEFAULT_PORTS[parts.scheme]:
        netloc = netloc.rpartition(":")[0]
    return _unsplit(url.strip(), parts, netloc, query)


def fetch_url(url: str) -> str:
    """The tidy URL without its fragment: one fetch serves all fragments of a page."""
    return tidy_url(url).partition("#")[0]


def unarchived(url: str) -> str:
    """The address an archive's copy is of; any other address as it is."""
    found = ARCHIVED.match(url)
    return found[1] if found else url


@lru_cache(maxsize=65_536)  # an import compares each address with those of every document
def url_key(url: str) -> str:
    """What two spellings of one address have in common; only for comparing, never fetched or shown."""
    parts = _split(url)
    if parts is None or parts.scheme not in DEFAULT_PORTS:
        return url.strip()
    host = _ascii_host(parts.hostname or "").removeprefix("www.")
    port = _port_of(parts)
    if port and port != DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    path = INDEX_PAGES.sub("/", _plain_escapes(parts.path)).rstrip("/")
    pairs = sorted(_plain_escapes(pair) for pair in parts.query.split("&") if pair and not _is_tracking(pair))
    query = "?" + "&".join(pairs) if pairs else ""
    route = "#" + parts.fragment if parts.fragment.startswith(("/", "!")) else ""
    return f"{host}{path}{query}{route}"


def fragment_of(url: str) -> str:
    """The fragment that names a place in a page; empty for none and for the routes of a one-page application."""
    fragment = url.strip().partition("#")[2]
    return "" if fragment.startswith(("/", "!")) else unquote(fragment)


def place_of(url: str) -> str:
    """The key of a URL with the place in its page, if it names one: two entries of one document may differ in it."""
    fragment = fragment_of(url)
    return url_key(url) if not fragment or NO_PLACE.fullmatch(fragment) else f"{url_key(url)}#{fragment}"


@lru_cache(maxsize=8192)  # each URL is asked for its key, its tidy form and its host in a row
def _split(url: str) -> SplitResult | None:
    """The parts of a URL, or None for text that no browser would open (a broken port or IPv6 literal)."""
    try:
        parts = urlsplit(url.strip())
        _ = parts.port, parts.hostname
    except ValueError:
        return None
    return parts


def _unsplit(url: str, parts: SplitResult, netloc: str, query: str) -> str:
    """Put a URL together again, touching nothing but host and query (urlunsplit drops an empty `?` or `#`)."""
    fragment = "#" + url.partition("#")[2] if "#" in url else ""
    asked = "?" if query or (parts.query == "" and "?" in url.partition("#")[0]) else ""
    return f"{parts.scheme}://{netloc}{parts.path}{asked}{query}{fragment}"


def _port_of(parts: SplitResult) -> int | None:
    return parts.port


def _is_tracking(pair: str) -> bool:
    return bool(TRACKING.fullmatch(pair.partition("=")[0]))


def _ascii_host(host: str) -> str:
    host = host.rstrip(".").lower()
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _plain_escapes(text: str) -> str:
    """Escapes in one spelling: %7E as ~, %d0 as %D0, raw unicode escaped; %2F stays, it means something else."""
    escaped = "".join(char if char.isascii() else _escape(char) for char in text)
    return ESCAPE.sub(lambda found: _plain_escape(found.group(1)), escaped)


def _escape(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def _plain_escape(code: str) -> str:
    char = chr(int(code, 16))
    return char if char in UNRESERVED else f"%{code.upper()}"


@lru_cache(maxsize=16_384)
def identifiers_of(url: str) -> tuple[tuple[str, str], ...]:
    """Which works a URL names, as (scheme, id): arxiv, doi, isbn, youtube, youtube-list, github."""
    parts = _split(url)
    if parts is None or not parts.hostname:
        return ()
    host = _ascii_host(parts.hostname).removeprefix("www.")
    found: list[tuple[str, str]] = []
    if arxiv := ARXIV.search(url) or ARXIV_ELSEWHERE.search(parts.path):
        found.append(("arxiv", arxiv[1].lower()))
    if doi := DOI.search(unquote(url)):
        found.append(("doi", doi[1].rstrip("/.").lower()))
    found += [("isbn", isbn) for isbn in _isbns(host, unquote(parts.path))][:1]
    if host in YOUTUBE_HOSTS:
        found += _youtube(host, parts)
    if (
        host == "github.com"
        and (repository := REPOSITORY.match(parts.path))
        and repository[1].lower() not in NOT_OWNERS
    ):
        found.append(("github", f"{repository[1]}/{repository[2]}".lower()))
    return tuple(found)


def _isbns(host: str, path: str) -> Iterator[str]:
    """Valid ISBNs in a path, as thirteen digits; a number that only looks like one fails its check digit.

    Of ten digits one number in eleven passes: those count only where the address speaks of books.
    """
    of_books = BOOKISH.search(host + path) is not None
    for found in ISBN.finditer(path):
        digits = found[1].replace("-", "")
        if len(digits) == 13 and sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(digits)) % 10 == 0:
            yield digits
        elif of_books and len(digits) == 10 and "-" not in found[1] and _is_isbn10(digits):
            body = "978" + digits[:9]
            yield body + str(-sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(body)) % 10)


def _is_isbn10(digits: str) -> bool:
    return sum((10 - n) * (10 if d == "X" else int(d)) for n, d in enumerate(digits)) % 11 == 0


def _youtube(host: str, parts: SplitResult) -> list[tuple[str, str]]:
    """The video and the playlist of any YouTube address; a playlist makes another work of the same video."""
    query = parse_qs(parts.query)
    video = query.get("v", [""])[0]
    if host == "youtu.be":
        video = parts.path.strip("/").partition("/")[0]
    elif short := YOUTUBE_PATH.match(parts.path):
        video = short[1]
    found = [("youtube", video)] if VIDEO_ID.fullmatch(video) else []
    return found + [("youtube-list", playlist) for playlist in query.get("list", [])[:1] if len(playlist) > 11]
