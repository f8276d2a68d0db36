"""The loop of the check: its memory does not grow with the links, and nothing keeps it from turning."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.costs import cost_of
from tests.benchmarks.loopback_web import links, serving
from tests.benchmarks.ours import ROOT, catalogue_of

MOST_LAG_MS = 50.0

pytestmark = pytest.mark.bench

LOOP_ONLY = """
import asyncio, resource, sys
from catalogue.records.web import Outcome
from crawler.check import check_links
from crawler.memory import MemoryGate, SystemClock
from crawler.options import CrawlOptions
from crawler.ports import DueLink, Ports

class Web:
    async def fetch(self, ask, turn):
        await turn(ask.url)
        await asyncio.sleep(0)
        return Outcome(ask.url, ask.url, 200, headers=(("content-type", "text/html"),), body=b"<title>x</title>")

class Sink:
    async def visit(self, visit): ...
    async def settle(self, visit): ...
    async def facts(self, facts): ...

async def links(count):
    for number in range(count):
        yield DueLink(f"http://h{number % (count // 5)}.test/{number}")

async def main(count):
    options, clock = CrawlOptions(host_interval_seconds=0), SystemClock()
    await check_links(links(count), Ports(Web(), MemoryGate(clock), clock, Sink()), options)

asyncio.run(main(int(sys.argv[1])))
"""


def test_memory_is_flat() -> None:
    """Twenty times the links on twenty times the hosts take no more memory: the loop holds a window of them."""
    environment = {"PYTHONPATH": str(ROOT)}
    small, large = (
        cost_of(sys.executable, "-c", LOOP_ONLY, str(count), environment=environment) for count in (10_000, 200_000)
    )
    print(f"\nthe loop alone: {small.line('10,000 links', 10_000)}\n{large.line('200,000 links', 200_000)}")
    assert large.peak_mb < small.peak_mb + 12


LAG = """
import asyncio, sys, time
from datetime import UTC, datetime
from pathlib import Path
from scheduled.jobs.checking import Turn, run_check
from scheduled.settings.load import load_settings

EVERY = 0.005
lags, watchers = [], []

async def watch():
    while True:
        began = time.perf_counter()
        await asyncio.sleep(EVERY)
        lags.append((time.perf_counter() - began - EVERY) * 1000)

def on_visit(_):
    if not watchers:
        watchers.append(asyncio.get_running_loop().create_task(watch()))

run_check(load_settings(None), Path(sys.argv[1]), Turn(datetime.now(UTC)), on_visit)
lags.sort()
print(len(lags), lags[len(lags) // 2], lags[int(len(lags) * 0.99)], lags[-1])
"""


def test_loop_keeps_turning(tmp_path: Path) -> None:
    """A task beside 3,000 visits of new pages is woken on time: what takes long is done elsewhere."""
    with serving() as port:
        urls = list(links(port, 3_000, 600, latency=True))
        catalogue = catalogue_of(urls, tmp_path, port, host_interval_seconds=0.05, concurrency=64)
        command = [sys.executable, "-c", LAG, str(tmp_path / "catalogue.db")]
        told = subprocess.run(
            command, check=True, env=os.environ | catalogue.environment, cwd=tmp_path, capture_output=True, text=True
        )
    count, median, most_of_them, longest = map(float, told.stdout.split())
    print(f"\nlag of the loop, {count:.0f} times: median {median:.1f} ms, p99 {most_of_them:.1f}, most {longest:.1f}")
    assert most_of_them < MOST_LAG_MS
