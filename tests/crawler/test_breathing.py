"""When many answers come at once, the event loop breathes between reading them."""

import asyncio

from catalogue.records.web import Outcome, Visit
from crawler.check import check_links
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

    async def fetch(self, ask: Ask, turn: Turn) -> Outcome:
        """A page, once all have asked for theirs."""
        self.asked += 1
        if self.asked == len(LINKS):
            self.all_asked.set()
        await self.all_asked.wait()
        return Outcome(ask.url, ask.url, status_code=200, headers=(("content-type", "text/html"),), body=b"<h1>Hello")


class BeatSink(MemorySink):
    """Notes at which beat of the loop each visit came."""

    def __init__(self) -> None:
        super().__init__()
        self.beat, self.beats = 0, set[int]()

    async def visit(self, visit: Visit) -> None:
        """Keep a visit."""
        self.beats.add(self.beat)


def test_loop_breathes_between_pages() -> None:
    """Pages that come together are read in as many turns of the loop."""

    async def run() -> int:
        sink, clock = BeatSink(), SystemClock()

        async def beat() -> None:
            while True:
                sink.beat += 1
                await asyncio.sleep(0)

        beating = asyncio.create_task(beat())
        ports = Ports(TogetherWeb(), MemoryGate(clock), clock, sink)
        await check_links(stream(LINKS), ports, CrawlOptions(host_interval_seconds=0.0, page_facts=False))
        beating.cancel()
        return len(sink.beats)

    assert asyncio.run(run()) == len(LINKS)
