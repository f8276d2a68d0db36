"""One request at a time, an interval between two starts, over processes and restarts."""

import asyncio
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa

from catalogue.schema import open_database, writing
from catalogue.store.arxiv_sets import take_gate
from scheduled.jobs.arxiv_shelf import StoredGate


class FakeTime:
    """A clock that moves only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let time pass, and others run."""
        self.now += seconds
        await asyncio.sleep(0)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    """An empty catalogue."""
    engine = open_database(tmp_path / "catalogue.db", create=True)
    yield engine
    engine.dispose()


def test_two_starts_are_an_interval_apart(engine: sa.Engine) -> None:
    """Three quick requests through two gates on one database start at 1000, 1003 and 1006."""
    time = FakeTime()
    gates = [StoredGate(engine, 3.0, time, time.sleep) for _ in range(2)]
    starts = []

    async def ask(gate: StoredGate) -> None:
        await gate.take()
        starts.append(round(time.now, 1))
        await gate.give_back(0.0)

    async def main() -> None:
        await ask(gates[0])
        await asyncio.gather(ask(gates[1]), ask(gates[0]))

    asyncio.run(main())
    assert starts[0] == 1000.0
    assert all(later - earlier >= 3.0 for earlier, later in pairwise(starts))


def test_no_request_starts_while_another_runs(engine: sa.Engine) -> None:
    """A request that takes a minute keeps the other waiting for a minute."""
    time = FakeTime()
    one, two = (StoredGate(engine, 3.0, time, time.sleep) for _ in range(2))
    spans: list[tuple[float, float]] = []

    async def ask(gate: StoredGate) -> None:
        await gate.take()
        start = time.now
        for _ in range(60):
            await time.sleep(1.0)
        spans.append((start, time.now))
        await gate.give_back(0.0)

    async def main() -> None:
        await asyncio.gather(ask(one), ask(two))

    asyncio.run(main())
    (_, first_end), (second_start, _) = sorted(spans)
    assert second_start >= first_end


def test_what_the_server_asks_for_is_remembered(engine: sa.Engine) -> None:
    """Retry-After holds for the next process too."""
    time = FakeTime()
    first = StoredGate(engine, 3.0, time, time.sleep)
    asyncio.run(first.take())
    asyncio.run(first.give_back(120.0))
    asyncio.run(StoredGate(engine, 3.0, time, time.sleep).take())
    assert time.now == 1120.0


def test_a_process_that_died_keeps_nobody_waiting(engine: sa.Engine) -> None:
    """The gate of a killed process opens at once; that of a living one does not."""
    with writing(engine) as session:
        take_gate(session, "999999999:gone", 1000.0, 1900.0, lambda _: True)
    time = FakeTime()
    asyncio.run(StoredGate(engine, 3.0, time, time.sleep).take())
    assert time.now == 1000.0
    with writing(engine) as session:
        assert take_gate(session, f"{os.getpid()}:other", 1000.5, 1900.0, lambda _: True) > 0
