"""When many visits begin or end at once, the event loop breathes between them."""

import asyncio
from collections import Counter

from catalogue.records.web import Outcome, Visit
from crawler.check import STARTS_IN_A_ROW, check_links
from crawler.manners.turns import Turn
from crawler.memory import MemoryGate, MemorySink, SystemClock
from crawler.options import CrawlOptions
from crawler.ports import Ask, Ports
from tests.crawler.crawling import stream

LINKS = [f"http://host-{number}.test/" for number in range(32)]


class TogetherWeb:
    """Answers everybody at the same moment."""

    def __init__(self) -> None:
        self.asked, self.all_asked = 0, asyncio.Event()
        self.beat, self.starts = 0, Counter[int]()

    async def fetch(self, ask: Ask, turn: Turn) -> Outcome:
        """A page, once all have asked for theirs."""
        self.asked += 1
        self.starts[self.beat] += 1
        if self.asked == len(LINKS):
            self.all_asked.set()
        await self.all_asked.wait()
        return Outcome(ask.url, ask.url, status_code=200, headers=(("content-type", "text/html"),), body=b"<h1>Hello")


class BeatSink(MemorySink):
    """Notes at which beat of the loop each visit came."""

    def __init__(self, web: TogetherWeb) -> None:
        super().__init__()
        self.web, self.beats = web, set[int]()

    async def visit(self, visit: Visit) -> None:
        """Keep a visit."""
        self.beats.add(self.web.beat)


async def run(web: TogetherWeb, sink: BeatSink) -> None:
    """A check of all links, beside a task that counts the turns of the loop."""
    clock = SystemClock()

    async def beat() -> None:
        while True:
            web.beat += 1
            await asyncio.sleep(0)

    beating = asyncio.create_task(beat())
    options = CrawlOptions(host_interval_seconds=0.0, page_facts=False)
    await check_links(stream(LINKS), Ports(web, MemoryGate(clock), clock, sink), options)
    beating.cancel()


def test_loop_breathes_between_pages() -> None:
    """Pages that come together are read in as many turns of the loop."""
    sink = BeatSink(TogetherWeb())
    asyncio.run(run(sink.web, sink))
    assert len(sink.beats) == len(LINKS)


def test_loop_breathes_between_starts() -> None:
    """However many slots are free, few visits begin in one turn of the loop."""
    web = TogetherWeb()
    asyncio.run(run(web, BeatSink(web)))
    assert web.starts.total() == len(LINKS)
    assert max(web.starts.values()) <= STARTS_IN_A_ROW
