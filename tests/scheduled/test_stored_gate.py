"""Politeness in the database: two runs share the hosts, and nobody starts too early."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa

from catalogue.database.schema import open_database
from crawler.manners.turns import LEEWAY_SECONDS
from scheduled.jobs.storedports import STAY_SECONDS, StoredGate

HOST = "a.example"


class StillClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        """The time it was set to."""
        return self.time

    def monotonic(self) -> float:
        """The same, in seconds."""
        return self.time.timestamp()

    async def sleep(self, seconds: float) -> None:
        """Move on."""
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    """A new database."""
    engine = open_database(tmp_path / "catalogue.db", create=True)
    yield engine
    engine.dispose()


def starts(gate: StoredGate, clock: StillClock, count: int, interval: float = 1.0) -> list[float]:
    """When so many starts on one host may take place, in seconds from now; the clock stands still."""
    return [asyncio.run(gate.reserve({HOST: interval}))[HOST] for _ in range(count)]


@pytest.mark.parametrize("interval", [0.05, 0.1, 0.2, 0.3, 0.7, 1.0, 1.1])
def test_starts_keep_their_distance(engine: sa.Engine, interval: float) -> None:
    """Turns that come out of a stay are as far apart as those that come out of the database, and no turn is lost."""
    clock = StillClock()
    expected = [pytest.approx(number * interval, abs=1e-5) for number in range(40)]
    assert starts(StoredGate(engine, clock), clock, 40, interval) == expected


def test_a_late_start_is_not_made_up_for(engine: sa.Engine) -> None:
    """Who comes later than his turn waits the interval from then on: no two starts close together."""
    clock = StillClock()
    gate = StoredGate(engine, clock)
    assert starts(gate, clock, 2) == [0.0, 1.0]
    clock.time += timedelta(seconds=3.5)
    assert starts(gate, clock, 2) == [0.0, 1.0]


def test_two_runs_never_meet_on_a_host(engine: sa.Engine) -> None:
    """The starts of two runs on one host, taken in turns, are all an interval apart."""
    clock = StillClock()
    one, two = StoredGate(engine, clock), StoredGate(engine, clock)
    taken = sorted(start for _ in range(8) for gate in (one, two) for start in starts(gate, clock, 1))
    assert all(later - earlier >= 1.0 for earlier, later in pairwise(taken))


def test_a_run_that_ends_early_holds_a_host_for_seconds_only(engine: sa.Engine) -> None:
    """What one run took and did not use keeps the next one waiting for its stay at most."""
    clock = StillClock()
    starts(StoredGate(engine, clock), clock, 2)
    assert starts(StoredGate(engine, clock), clock, 1) == [STAY_SECONDS + LEEWAY_SECONDS]


def test_a_start_that_is_made_late_meets_nobody(engine: sa.Engine) -> None:
    """The last start of a stay, made as late as it may be, is an interval before the first of another run."""
    clock = StillClock()
    last = starts(StoredGate(engine, clock), clock, int(STAY_SECONDS))[-1]
    assert starts(StoredGate(engine, clock), clock, 1)[0] >= last + LEEWAY_SECONDS + 1.0


def test_a_slow_host_is_taken_for_one_start(engine: sa.Engine) -> None:
    """A Crawl-delay longer than a stay does not keep others away for several of them."""
    clock = StillClock()
    starts(StoredGate(engine, clock), clock, 1, 30.0)
    assert starts(StoredGate(engine, clock), clock, 1, 30.0) == [30.0 + LEEWAY_SECONDS]


def test_a_hold_ends_a_stay(engine: sa.Engine) -> None:
    """A server that asks for a pause gets it, also from the run that had turns left."""
    clock = StillClock()
    gate = StoredGate(engine, clock)
    starts(gate, clock, 3)
    asyncio.run(gate.hold(HOST, clock.now() + timedelta(seconds=60)))
    assert starts(gate, clock, 1) == [60.0]
    assert starts(StoredGate(engine, clock), clock, 1)[0] > 60.0


def test_a_host_that_wants_hours_is_not_waited_for(engine: sa.Engine) -> None:
    """A long hold is reported and takes no turn."""
    clock = StillClock()
    gate = StoredGate(engine, clock)
    asyncio.run(gate.hold(HOST, clock.now() + timedelta(hours=2)))
    assert starts(gate, clock, 2) == [7200.0, 7200.0]
