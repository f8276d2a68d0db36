"""Dead links in, addresses of their last good copies out: a courtesy to readers, asked of one archive, slowly."""

import re
from datetime import datetime
from functools import partial

import sqlalchemy as sa

from catalogue.database.schema import reading
from catalogue.store.copies import load_uncopied, save_answer
from crawler.options import CrawlOptions
from crawler.ports import Clock
from crawler.web.archive import Wanted, fetch_copies
from crawler.web.clients import operator_client
from scheduled.jobs.storedports import write

MOST_AT_ONCE = 50
"""A hundred seconds of asking; the rest has time until the next check."""


async def run_archiving(engine: sa.Engine, cdx_url: str, options: CrawlOptions, now: datetime, clock: Clock) -> int:
    """Look for copies of dead links, once for each death; each answer is stored as it comes. Returns how many it found.

    `now` is catalogue time, which deaths are dated by; `clock` only paces the questions.
    """
    with reading(engine) as session:
        wanted = [Wanted(url, _day(added_at)) for url, added_at in load_uncopied(session, MOST_AT_ONCE)]
    found = 0
    async with operator_client(options) as client:
        async for copy in fetch_copies(client, cdx_url, wanted, clock):
            save = partial(
                save_answer, url=copy.url, copy_url=copy.copy_url, asked_at=now, is_answered=copy.is_answered
            )
            await write(engine, save)
            found += copy.copy_url is not None
    return found


def _day(moment: str | None) -> str:
    """A day as archives write it; empty for what is none."""
    return "".join(re.findall(r"\d+", moment or ""))[:8]
