"""What the crawler needs from outside, kept in the database: politeness, and a place for visits."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database.schema import writing
from catalogue.records.web import Change, PageFacts, Policy, Visit
from catalogue.store.facts import save_facts
from catalogue.store.hosts import Stay, save_free_at, take_turns
from catalogue.store.links import save_visits, settle_visits
from crawler.manners.turns import LEEWAY_SECONDS, PATIENCE_SECONDS
from crawler.ports import Clock

FLUSH_SECONDS = 0.5
"""Each answer is in the database within a second: this, and the time of one write."""
MOST_CHANGES = 1_000
"""So many changes of states are told when a check is over; a reader of more reads the report."""
STAY_SECONDS = 5.0
"""Time for a robots.txt, a page, a redirect and a second look; whoever else wants the host waits as long at most."""
ROUNDING_SECONDS = 0.001
"""Seconds since 1970 add up to a little more or less: without this the last start of a stay may be lost."""
MOST_STAYS = 20_000

Result = TypeVar("Result")


async def write(engine: sa.Engine, work: Callable[[Session], Result]) -> Result:
    """One short write transaction, off the event loop: another writer may make us wait for the lock."""

    def transact() -> Result:
        with writing(engine) as session:
            return work(session)

    return await asyncio.to_thread(transact)


class StoredGate:
    """Politeness over runs and processes: when each host is free is a row, in real time.

    A host is taken for a stay of several starts at once, so that most turns need no transaction.
    """

    def __init__(self, engine: sa.Engine, clock: Clock) -> None:
        self._engine, self._clock = engine, clock
        self._stays: dict[str, Stay] = {}

    async def reserve(self, intervals: Mapping[str, float]) -> Mapping[str, float]:
        """Take the next start on each host; returns for each how many seconds to wait until it."""
        now = self._clock.now().timestamp()
        waits = {
            host: wait
            for host, interval in intervals.items()
            if (wait := self._from_stay(host, interval, now)) is not None
        }
        asked = {host: _stay_seconds(interval) for host, interval in intervals.items() if host not in waits}
        if asked:
            mine = {host: self._stays[host] for host in asked.keys() & self._stays}
            taken = await write(self._engine, lambda session: take_turns(session, asked, mine, now, PATIENCE_SECONDS))
            self._begin_stays(taken, asked, intervals, now)
            waits |= taken
        return waits

    async def hold(self, host: str, until: datetime) -> None:
        """Let no request to this host start before a time."""
        self._stays.pop(host, None)
        await write(self._engine, lambda session: save_free_at(session, {host: until.timestamp()}))

    def _from_stay(self, host: str, interval: float, now: float) -> float | None:
        stay = self._stays.get(host)
        if stay is None:
            return None
        start = max(now, stay.next_start)
        if start + interval + _leeway(interval) > stay.until + ROUNDING_SECONDS:
            return None
        stay.next_start = start + interval
        return start - now

    def _begin_stays(
        self, waits: Mapping[str, float], stays: Mapping[str, float], intervals: Mapping[str, float], now: float
    ) -> None:
        if len(self._stays) > MOST_STAYS:
            self._stays = {host: stay for host, stay in self._stays.items() if stay.until > now}
        for host, wait in waits.items():
            if wait <= PATIENCE_SECONDS:
                # Without an interval nobody is kept away; what the row says is only not asked for again so soon.
                self._stays[host] = Stay(now + wait + intervals[host], now + wait + (stays[host] or STAY_SECONDS))


def _stay_seconds(interval: float) -> float:
    return max(interval, STAY_SECONDS) + LEEWAY_SECONDS if interval else 0.0


def _leeway(interval: float) -> float:
    return LEEWAY_SECONDS if interval else 0.0


class StoredSink:
    """Puts visits into the database as they come, a few at a time.

    `changes` are the first of all that `changed`: the others are in the database, and memory stays flat.

    With `dated` every visit bears that one time: days between two runs as of two days are then whole days, however
    long a run took to reach a link.
    """

    def __init__(
        self, engine: sa.Engine, policy: Policy, on_visit: Callable[[Visit], None], dated: datetime | None = None
    ) -> None:
        self._engine, self._policy, self._on_visit, self._dated = engine, policy, on_visit, dated
        self._new: list[Visit] = []
        self._settled: list[Visit] = []
        self._pages: list[PageFacts] = []
        self.changes: list[Change] = []
        self.changed = 0

    async def visit(self, visit: Visit) -> None:
        """Take a visit, to be stored within FLUSH_SECONDS."""
        visit = self._as_dated(visit)
        self._new.append(visit)
        if visit.counted:
            self._on_visit(visit)

    async def settle(self, visit: Visit) -> None:
        """Take what a held-back visit turned out to be."""
        visit = self._as_dated(visit)
        self._settled.append(visit)
        self._on_visit(visit)

    async def facts(self, facts: PageFacts) -> None:
        """Take what a page says about itself."""
        self._pages.append(facts)

    def _as_dated(self, visit: Visit) -> Visit:
        return replace(visit, checked_at=self._dated) if self._dated else visit

    async def flush(self) -> None:
        """Store what was taken, in one transaction."""
        new, settled, pages = self._new, self._settled, self._pages
        self._new, self._settled, self._pages = [], [], []
        if new or settled or pages:
            changes = await write(self._engine, lambda session: self._save(session, new, settled, pages))
            self.changed += len(changes)
            self.changes += changes[: MOST_CHANGES - len(self.changes)]

    def _save(self, session: Session, new: list[Visit], settled: list[Visit], pages: list[PageFacts]) -> list[Change]:
        save_facts(session, pages)
        return [*save_visits(session, new, self._policy), *settle_visits(session, settled, self._policy)]
