"""The last good copy of a page in a web archive, asked of its index (CDX): polite, and only where settings name one.

The availability interface next to it answers "none" for pages it has and 429 at any pace, so it is not asked.
"""

import json
import re
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass

import httpx

from crawler.ports import Clock

INTERVAL_SECONDS = 2.0
MOST_BYTES = 64 * 1024
STAMP = re.compile(r"\d{4,14}")
EXCLUDED = re.compile(rb"blocked site|AccessControl", re.IGNORECASE)
"""What a Wayback index says with 403 of a page whose owner wants no copies: it speaks of the page, not of us."""
UNREADABLE = (400, 404, 414)
"""The index cannot take this address; it would not take it the next time either."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page whose copy is wanted, near a day (YYYYMMDD), if one is known."""

    url: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """What an archive has of a page: the address of a copy with status 200, or None where it has none.

    Where it did not answer (`is_answered` is false), nothing is known of the page.
    """

    url: str
    copy_url: str | None
    is_answered: bool = True


async def fetch_copies(
    client: httpx.AsyncClient, cdx_url: str, wanted: Iterable[Wanted], clock: Clock
) -> AsyncIterator[Copy]:
    """Ask for one copy after the other; the first that the archive does not answer for is the last one asked for."""
    for number, page in enumerate(wanted):
        if number:
            await clock.sleep(INTERVAL_SECONDS)
        copy = await _fetch_copy(client, cdx_url, page)
        yield copy
        if not copy.is_answered:
            return


async def _fetch_copy(client: httpx.AsyncClient, cdx_url: str, page: Wanted) -> Copy:
    try:
        response = await client.get(cdx_url, params=_question(page))
    except httpx.HTTPError:
        return Copy(page.url, None, is_answered=False)
    body = response.content[:MOST_BYTES]
    if not _speaks_of_page(response.status_code, body):
        return Copy(page.url, None, is_answered=False)
    return Copy(page.url, parse_cdx(body, cdx_url) if response.status_code == 200 else None)


def _speaks_of_page(status: int, body: bytes) -> bool:
    """Whether the index speaks of this page, and not of how busy it is."""
    if status == 403:
        return bool(EXCLUDED.search(body))
    return status in UNREADABLE or (status == 200 and body.lstrip()[:1] in (b"[", b""))


def parse_cdx(body: bytes, cdx_url: str) -> str | None:
    """The address of the copy that a CDX answer in JSON names: rows of text, the first with the columns' names."""
    try:
        names, row = json.loads(body)[:2]
        found = dict(zip(names, row, strict=True))
        stamp, original = found["timestamp"], found["original"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(original, str) or not STAMP.fullmatch(str(stamp)):
        return None
    return str(httpx.URL(cdx_url).join(f"/web/{stamp}/")) + original


def _question(page: Wanted) -> dict[str, str]:
    near = (
        {"closest": page.near, "sort": "closest", "limit": "1"} if page.near else {"limit": "-1", "fastLatest": "true"}
    )
    return {"url": page.url, "output": "json", "fl": "timestamp,original", "filter": "statuscode:200", **near}
