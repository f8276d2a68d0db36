"""What the public may ask for, and what every answer says to the browser. Pure.

Datasette is default-deny by the metadata; here stands what its metadata cannot say: pages about the server
itself, and parameters that would reach past the views.
"""

import re
from urllib.parse import parse_qsl

from catalogue.site.metadata import DATABASE

OPEN_INTERNALS = re.compile(r"/-/static(?:-plugins/[^/]+)?/")
ENCODED_DASH = re.compile(r"%2d|~2d", re.IGNORECASE)
CLOSED_PARAMETERS = frozenset(
    ("_fts_table", "_fts_pk", "_through", "_where", "_trace", "_timelimit", "_ttl", "_memory", "_col_sql", "sql")
)
LONGEST_ADDRESS = 4000
READING = ("GET", "HEAD")
"""All that may be done here: nobody writes through the site, and Datasette answers 500 to some who try."""

_EVERYWHERE = (
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    ("cross-origin-opener-policy", "same-origin"),
)
_STRICT = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_CORE = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Datasette's own pages carry their script and style inline."""


def is_core(path: str) -> bool:
    """Whether Datasette draws this page: the views, as tables, rows, JSON and CSV."""
    return path.startswith(f"/{DATABASE}/") or path.startswith("/-/static")


def judge_request(method: str, path: str, query: str) -> int | None:
    """The status that refuses a request, or None where it may pass."""
    if method not in READING:
        return 405
    plain = ENCODED_DASH.sub("-", path)
    if plain.startswith("/-/") or "/-/" in plain or plain.rstrip("/").endswith("/-"):
        return None if OPEN_INTERNALS.match(path) else 404
    if len(query) > LONGEST_ADDRESS:
        return 414
    pairs = parse_qsl(query, keep_blank_values=True)
    closed = any(name.lower() in CLOSED_PARAMETERS for name, _ in pairs)
    return 403 if closed or any(name == "_searchmode" and value != "escaped" for name, value in pairs) else None


def readable_headers(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers of a request without cookies that are no text: whatever reads them further in would fail."""
    return [header for header in headers if header[0] != b"cookie" or _is_text(header[1])]


def _is_text(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def safe_headers(headers: list[tuple[bytes, bytes]], *, is_core: bool) -> list[tuple[bytes, bytes]]:
    """The headers of an answer with ours in the place of any of the same name."""
    policy = _CORE if is_core else _STRICT
    ours = [(name.encode(), value.encode()) for name, value in (*_EVERYWHERE, ("content-security-policy", policy))]
    names = {name for name, _ in ours}
    return [header for header in headers if header[0].lower() not in names] + ours
