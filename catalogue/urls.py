"""The two faces of a URL: a key to compare by, and a tidy form to fetch and show. Pure."""

import re
from functools import lru_cache
from urllib.parse import SplitResult, unquote, urlsplit

TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ysclid|_openstat|mc_cid|mc_eid|igshid|igsh|spm"
    r"|ref_src|ref_url|_hsenc|_hsmi|mkt_tok|vero_id|wickedid|twclid|ttclid|s_cid|oly_enc_id|oly_anon_id)",
    re.IGNORECASE,
)
DEFAULT_PORTS = {"http": 80, "https": 443}
INDEX_PAGES = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
UNRESERVED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")


def is_web(url: str) -> bool:
    """Whether a URL is http(s) with a host, so that it may be fetched and shown as a link."""
    parts = _split(url)
    return parts is not None and parts.scheme in DEFAULT_PORTS and bool(parts.hostname)


def host_of(url: str) -> str:
    """The host in lower case, as ASCII, without port; an empty string where there is none."""
    parts = _split(url)
    return _ascii_host(parts.hostname or "") if parts else ""


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


@lru_cache(maxsize=1024)  # each URL is asked for its key, its tidy form and its host in a row
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
