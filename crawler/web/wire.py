"""A URL on its way out and the time a server asks for on its way in. Pure."""

import re
import socket
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urlsplit

from catalogue.urls import host_of

NUMBERS = re.compile(r"(?:(?:0x[0-9a-f]+|\d+)\.){0,3}(?:0x[0-9a-f]+|\d+)")
"""An IPv4 address in any spelling, octal, hexadecimal or short: browsers ask for what it stands for."""
NOT_IN_A_PATH = re.compile(r"[^\x21\x23-\x3b\x3d\x3f-\x5d\x5f\x61-\x7a\x7c\x7e]")
NOT_IN_A_QUERY = re.compile(r"[^\x21\x23-\x3b\x3d\x3f-\x7e]")
"""What browsers escape: white space, control characters, quotes, angles, and all beyond ASCII."""


def wire_url(url: str) -> str:
    """A URL as it goes out: byte for byte, but for what a request line cannot carry, which is escaped as UTF-8."""
    host = _dotted(host_of(url))
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    shown = f"[{host}]" if ":" in host else host
    path = NOT_IN_A_PATH.sub(_escape, parts.path or "/")
    asked = "?" if "?" in url.partition("#")[0] else ""
    query = asked + NOT_IN_A_QUERY.sub(_escape, parts.query)
    return f"{parts.scheme}://{shown}{port}{path}{query}"


def _dotted(host: str) -> str:
    try:
        return socket.inet_ntoa(socket.inet_aton(host)) if NUMBERS.fullmatch(host) else host
    except OSError:
        return host


def _escape(found: re.Match[str]) -> str:
    return quote(found.group(), safe="", errors="surrogatepass")


def parse_retry_after(text: str, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, given as a number or a date; None where it asks for nothing."""
    if re.fullmatch(r"\d{1,9}", text.strip()):
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:
        return None
    return max(0.0, (until - now).total_seconds())
