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


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page whose copy is wanted, near a day (YYYYMMDD), if one is known."""

    url: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """What an archive has of a page: the address of a copy with status 200, or None where it has none."""

    url: str
    copy_url: str | None


async def fetch_copies(
    client: httpx.AsyncClient, cdx_url: str, wanted: Iterable[Wanted], clock: Clock
) -> AsyncIterator[Copy]:
    """Ask for one copy after the other; ends as soon as the archive does not answer, without a word on the rest."""
    for number, page in enumerate(wanted):
        if number:
            await clock.sleep(INTERVAL_SECONDS)
        try:
            response = await client.get(cdx_url, params=_question(page))
        except httpx.HTTPError:
            return
        if response.status_code != 200:
            return
        yield Copy(page.url, parse_cdx(response.content[:MOST_BYTES], cdx_url))


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
