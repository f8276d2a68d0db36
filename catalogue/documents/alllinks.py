"""Every web address in a text, with its line: for a probe, which asks what leads nowhere, not what is recommended.

Unlike the readers beside it this one knows no format: lists, Markdown, HTML and JSON all carry addresses the same way.
"""

import html
import re
from collections.abc import Iterator

from catalogue.urls import is_web

ADDRESS = re.compile(r"(?<![a-z0-9])https?://[^\s<>\"`\\^{}|\x00-\x1f。，；！？、）】」》“”]{2,4000}", re.IGNORECASE)
TRAILING = ".,;:!?*_~'’»：["
PAIRS = (("(", ")"), ("[", "]"))
LISTED = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>]+|mailto:[^\s<>]+", re.IGNORECASE)
EXAMPLE_HOSTS = re.compile(r"https?://(?:[^/]*\.)?(?:example\.(?:com|org|net)|localhost)(?:[:/]|$)", re.IGNORECASE)


def find_addresses(text: str) -> Iterator[tuple[int, str]]:
    """Each web address with the line it stands in, in order; example hosts and placeholders are none.

    A text with an address on each line and nothing else (`#` begins a remark) is a list: it means what it says.
    """
    lines = list(enumerate(text.splitlines(), 1))
    listed = [(number, line.strip()) for number, line in lines if line.strip() and not line.lstrip().startswith("#")]
    if all(LISTED.fullmatch(line) for _, line in listed):
        yield from listed
        return
    for number, line in lines:
        yield from ((number, url) for url in _addresses_in(line))


def _addresses_in(line: str) -> Iterator[str]:
    end = 0
    while found := ADDRESS.search(line, end):
        url = _trimmed(found.group())
        end = found.start() + max(len(url), len("http://"))
        if "&amp;" in url:
            url = html.unescape(url)
        if is_web(url) and not EXAMPLE_HOSTS.match(url):
            yield url


def _trimmed(url: str) -> str:
    """An address without the punctuation of the sentence around it, and up to a bracket that it did not open."""
    for opening, closing in PAIRS:
        url = _before_stranger(url, opening, closing)
    return url.rstrip(TRAILING)


def _before_stranger(url: str, opening: str, closing: str) -> str:
    depth = 0
    for position, char in enumerate(url):
        depth += (char == opening) - (char == closing)
        if depth < 0:
            return url[:position]
    return url
