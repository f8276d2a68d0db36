"""The loop on a Dask cluster: whatever happens to a worker, each link is answered once, and hosts are left in peace."""

import asyncio
import os
import signal
from collections import Counter
from contextlib import suppress
from itertools import pairwise

import pytest

from catalogue.records.web import Visit
from catalogue.vocabulary import Verdict
from crawler.memory import MemoryGate, MemorySink, SystemClock
from crawler.options import CrawlOptions
from crawler.settling import CheckSummary
from tests.crawler.crawling import options_for, stream
from tests.web.smallweb import SmallWeb, page

fleet = pytest.importorskip("crawler.fleet", reason="the extra `fleet` is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask's own: its workers are processes that end when told to


class CountingSink(MemorySink):
    """Counts how often each link is answered."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: Counter[str] = Counter()

    async def visit(self, visit: Visit) -> None:
        """Count a visit."""
        self.answers[visit.url] += 1
        await super().visit(visit)


def check(urls: list[str], options: CrawlOptions, *, kill_when: int | None = None) -> tuple[CountingSink, CheckSummary]:
    """A run on two workers, one of which is killed when so many links are answered."""

    async def kill_one(client: object, sink: CountingSink) -> None:
        while len(sink.answers) < (kill_when or 0):
            await asyncio.sleep(0.01)
        with suppress(OSError):
            pids = await client.run(os.getpid)  # type: ignore[attr-defined]
            os.kill(next(iter(pids.values())), signal.SIGKILL)

    async def run() -> tuple[CountingSink, CheckSummary]:
        sink, gate = CountingSink(), MemoryGate(SystemClock())
        async with fleet.open_fleet(2, None) as client:
            killing = asyncio.create_task(kill_one(client, sink)) if kill_when is not None else None
            summary = await fleet.check_on_fleet(stream(urls), client, gate, sink, fleet.Errand(options))
            if killing:
                killing.cancel()
        return sink, summary

    return asyncio.run(run())


def test_a_killed_worker_loses_nothing_and_answers_nothing_twice(smallweb: SmallWeb) -> None:
    """Every link is answered exactly once, though a worker dies in the middle; hosts see their intervals kept."""
    urls = [smallweb.put(f"http://h{number % 20}.test/{number}", page()) for number in range(400)]
    options = options_for(smallweb, host_interval_seconds=0.05, page_facts=False)
    sink, summary = check(urls, options, kill_when=1)
    assert dict.fromkeys(urls, 1) == dict(sink.answers)
    assert dict(summary.verdicts) == {Verdict.OK: 400}
    for host in range(3):
        times = sorted(asked.at for asked in smallweb.asked if asked.host == f"h{host}.test")
        gaps = sorted(later - earlier for earlier, later in pairwise(times))
        assert gaps[len(gaps) // 2] >= 0.03  # as the server sees it; the dead worker's last requests stand among them


def test_more_links_than_a_batch_on_one_host(smallweb: SmallWeb) -> None:
    """A host with many links has one asker at a time, batch after batch."""
    urls = [smallweb.put(f"http://one.test/{number}", page()) for number in range(fleet.BATCH + 30)]
    sink, _ = check(urls, options_for(smallweb, host_interval_seconds=0.002, page_facts=False))
    assert dict.fromkeys(urls, 1) == dict(sink.answers)
