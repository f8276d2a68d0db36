"""One request at a time, an interval between two starts, over processes and restarts."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa

from catalogue.database.schema import open_database, writing
from catalogue.store.arxiv_sets import Turn, take_gate
from crawler.arxiv.faults import AnswerError
from scheduled.jobs.arxiv_shelf import StoredGate
from tests.papers.oai_server import OaiServer


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


def test_a_long_wait_ends_the_run(engine: sa.Engine) -> None:
    """An hour that arXiv asked for is not sat out: each run until then says so and ends."""
    time = FakeTime()
    gate = StoredGate(engine, 3.0, time, time.sleep)
    asyncio.run(gate.take())
    asyncio.run(gate.give_back(3600.0))
    with pytest.raises(AnswerError, match="throttled: arXiv is to be left alone for 3600 s"):
        asyncio.run(gate.take())
    assert time.now == 1000.0


def test_a_process_that_died_keeps_nobody_waiting(engine: sa.Engine) -> None:
    """A killed process is waited for no longer than the interval after it asked; a living one is waited for."""
    with writing(engine) as session:
        take_gate(session, Turn("999999999:gone", 1000.0, 3.0), lambda _: True)
    time = FakeTime()
    asyncio.run(StoredGate(engine, 3.0, time, time.sleep).take())
    assert time.now == 1003.0
    with writing(engine) as session:
        assert take_gate(session, Turn(f"{os.getpid()}:other", 1004.0, 3.0), lambda _: True) > 0


def test_two_processes_take_turns(arxiv: OaiServer, tmp_path: Path) -> None:
    """Seen from the server: no two requests at a time, and the interval between each two starts."""
    spans: list[tuple[float, float]] = []

    def slowly(_query: dict[str, str], _number: int) -> None:
        started = time.monotonic()
        time.sleep(0.05)
        spans.append((started, time.monotonic()))

    arxiv.before = slowly
    environment = os.environ | {
        "CATALOGUE_ARXIV__OAI_URL": arxiv.url,
        "CATALOGUE_ARXIV__CATEGORIES": '["cs.LG", "cs.AI"]',
        "CATALOGUE_ARXIV__INTERVAL_SECONDS": "0.3",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    command = [sys.executable, "-m", "scheduled.cli.main", "papers", "--as-of", "2026-11-21T12:00:00Z"]
    with ExitStack() as stack:
        for _ in range(2):
            stack.enter_context(subprocess.Popen(command, env=environment, cwd=tmp_path, stdout=subprocess.DEVNULL))
    spans.sort()
    assert len(spans) >= 4
    assert all(later[0] >= earlier[1] for earlier, later in pairwise(spans))
    assert all(later[0] - earlier[0] >= 0.3 for earlier, later in pairwise(spans))
