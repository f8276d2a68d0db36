"""The harvest's ports on the database: where pages go (StoredShelf), who may ask when (StoredGate)."""

import asyncio
import os
import time
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database.schema import writing
from catalogue.store.arxiv_sets import SetState, Turn, give_gate_back, load_set, next_pass, save_set, take_gate
from catalogue.store.papers import Pass, save_harvested
from catalogue.vocabulary import Sight
from crawler.arxiv.asking import PATIENCE_SECONDS
from crawler.arxiv.calendar import batch_of
from crawler.arxiv.faults import AnswerError, Fault
from crawler.arxiv.harvest import Reading
from crawler.arxiv.oai import OaiPage

OVERLAP = timedelta(days=2)
EARLIEST = date(2005, 9, 16)
"""arXiv's first datestamp; asking from an earlier day is refused."""
MONTHS_BEFORE = 4
"""One would do to know all that could look new; four let the weeks of a season be ranked from the first day on."""
AT_ONCE = 500
"""Papers in one transaction, which then stays well under 200 ms."""


def first_day(state: SetState, began: date) -> date:
    """Where to read a set from; one never read, from some months before the ledger's first evening."""
    if state.covered_until:
        return max((state.covered_until - OVERLAP).date(), EARLIEST)
    month = began.year * 12 + began.month - 1 - MONTHS_BEFORE
    return max(date(month // 12, month % 12 + 1, 1), EARLIEST)


LONGEST_CACHED = timedelta(days=4)
"""So long arXiv lets its answers be kept; one that says it is older comes from a clock that is wrong."""


class StoredShelf:
    """Keeps pages in the database, each with its token in one transaction: a crash loses nothing and doubles nothing.

    `now` is catalogue time; `real_now` is only compared with the time an answer says it was made.
    """

    def __init__(self, engine: sa.Engine, now: datetime, real_now: Callable[[], datetime], began: date) -> None:
        self._engine, self._now, self._real_now, self._began = engine, now, real_now, began
        self._age = timedelta()
        self.sights: Counter[Sight] = Counter()
        self.problems: list[str] = []

    def open(self, spec: str) -> Reading:
        """Go on where a reading of the same day broke off; else begin two days before what was read wholly."""
        self._age = timedelta()
        with writing(self._engine) as session:
            state = load_set(session, spec)
            if state.token and state.read_at and state.read_from and state.read_at.date() == self._now.date():
                return Reading(spec, state.read_from, state.pass_id or 0, state.token, state.moved)
            fresh = Reading(spec, first_day(state, self._began), next_pass(session))
            save_set(session, spec, **self._place(fresh))
        return fresh

    def again(self, reading: Reading) -> Reading:
        """From the beginning, as a pass of its own."""
        with writing(self._engine) as session:
            fresh = Reading(reading.spec, reading.from_day, next_pass(session))
            save_set(session, reading.spec, **self._place(fresh))
        return fresh

    def keep(self, reading: Reading, page: OaiPage) -> Reading:
        """Store the papers of a page; one read before in this pass says that the order moved."""
        current = Pass(reading.pass_id, self._now, self._began, lambda day: batch_of(day).evening)
        repeated = 0
        for start in range(0, max(len(page.papers), 1), AT_ONCE):
            with writing(self._engine) as session:
                kept = save_harvested(session, page.papers[start : start + AT_ONCE], current)
                repeated += kept.repeated
                place = replace(reading, token=page.token, moved=reading.moved or repeated > 0)
                if start + AT_ONCE >= len(page.papers):
                    self._save_end(session, place, page)
            self.sights.update(kept.sights)
        self._age = max(self._age, self._age_of(page))
        self.problems += page.problems
        return place

    def close(self, reading: Reading) -> None:
        """The set is read up to now, or up to when its oldest answer was made."""
        with writing(self._engine) as session:
            covered = {"asked_at": self._now, "covered_until": self._now - self._age}
            save_set(session, reading.spec, token=None, moved=False, problem="", **covered)

    def _save_end(self, session: Session, place: Reading, page: OaiPage) -> None:
        """Where the list goes on, together with the last papers of a page."""
        save_set(session, place.spec, **self._place(place))
        if page.newest:
            newest = load_set(session, place.spec).newest
            save_set(session, place.spec, newest=max(page.newest, newest or page.newest))

    def _place(self, place: Reading) -> dict[str, Any]:
        """Where a reading stands, as columns of its set."""
        return {
            "read_from": place.from_day,
            "read_at": self._now,
            "token": place.token,
            "pass_id": place.pass_id,
            "moved": place.moved,
        }

    def _age_of(self, page: OaiPage) -> timedelta:
        """How old an answer is by both clocks: a cached one must not be taken for today's."""
        if page.answered_at is None:
            return timedelta()
        age = max(timedelta(), min(self._now - page.answered_at, self._real_now() - page.answered_at))
        return age if age <= LONGEST_CACHED else timedelta()


class StoredGate:
    """One request at a time and an interval between them, over all processes that use this database."""

    def __init__(
        self,
        engine: sa.Engine,
        interval_seconds: float,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._engine, self._interval, self._clock, self._sleep = engine, interval_seconds, clock, sleep
        self._holder = f"{os.getpid()}:{uuid.uuid4().hex}"

    async def take(self) -> None:
        """Wait until it is our turn, but not for what arXiv asked of us to be over if that is long."""
        while wait := self._try():
            if wait > PATIENCE_SECONDS:
                error = AnswerError(Fault.THROTTLED, f"arXiv is to be left alone for {wait:.0f} s")
                error.wait_seconds = wait
                raise error
            await self._sleep(wait)

    async def give_back(self, wait_seconds: float) -> None:
        """The next request may start the interval, or longer if asked for, after ours has ended."""
        with writing(self._engine) as session:
            give_gate_back(session, self._turn(), wait_seconds)

    def _try(self) -> float:
        with writing(self._engine) as session:
            return take_gate(session, self._turn(), _is_alive)

    def _turn(self) -> Turn:
        return Turn(self._holder, self._clock(), self._interval)


def _is_alive(holder: str) -> bool:
    """Whether the process that holds the gate still runs; what cannot be asked counts as running."""
    try:
        os.kill(int(holder.partition(":")[0]), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, ValueError, OverflowError):
        return True
    return True
