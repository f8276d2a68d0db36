"""The links a check holds: taken page by page, kept by a heartbeat, inherited from a check that died."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.store.leases import STALE_SECONDS, load_beats, load_holders, load_places, save_beat, take_due
from crawler.ports import Clock, DueLink
from scheduled.jobs.storedports import FLUSH_SECONDS, StoredSink, write

BEAT_SECONDS = 5.0
LISTEN_SECONDS = 1.0


async def iterate_due(
    engine: sa.Engine, checker: int, now: datetime, clock: Clock, until: float
) -> AsyncIterator[DueLink]:
    """The due links, a page at a time: memory stays flat however many there are; none begins after `until`.

    Links that another check holds are left to it, unless it turns out to be dead.
    """
    while True:
        after = 0
        while page := await write(engine, partial(_take_page, checker, now, clock.now().timestamp(), after)):
            for _, link in page:
                if clock.monotonic() >= until:
                    return
                yield link
            after = page[-1][0]
        if not await _inherits(engine, checker, now, clock):
            return


async def _inherits(engine: sa.Engine, checker: int, now: datetime, clock: Clock) -> bool:
    """Listen to the checks that hold what is left: whether one ended without it, or is silent for too long."""
    heard = await write(engine, lambda session: load_holders(session, checker, now))
    while heard:
        beats = await write(engine, partial(load_beats, checkers=list(heard)))
        if len(beats) < len(heard) or min(beats.values()) < clock.now().timestamp() - STALE_SECONDS:
            return True
        heard = {other: beat for other, beat in heard.items() if beats[other] == beat}  # the others are alive
        await clock.sleep(LISTEN_SECONDS)
    return False


def _take_page(
    checker: int, now: datetime, real_now: float, after: int, session: Session
) -> Sequence[tuple[int, DueLink]]:
    page = take_due(session, checker, now, real_now, after)
    places = load_places(session, [link_id for link_id, _, _ in page])
    return [(key, DueLink(url, fingerprint=seen, places=places.get(key, ()))) for key, url, seen in page]


async def keep_beating(engine: sa.Engine, checker: int, clock: Clock, sink: StoredSink, over: asyncio.Event) -> None:
    """Flush the sink twice a second, and now and then say that this check is alive, until it is over."""
    beat_due = 0.0
    while not over.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), FLUSH_SECONDS)
        await sink.flush()
        if clock.monotonic() >= beat_due:
            await write(engine, lambda session: save_beat(session, checker, clock.now().timestamp()))
            beat_due = clock.monotonic() + BEAT_SECONDS
