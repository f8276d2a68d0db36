"""When many visits begin or end at once, the event loop breathes between them."""

import asyncio
import time
from collections import Counter

from catalogue.records.web import Outcome
from crawler.breath import MOST_SECONDS, Breath
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


async def count_beats(web: TogetherWeb) -> None:
    """Count the turns of the loop."""
    while True:
        web.beat += 1
        await asyncio.sleep(0)


async def run(web: TogetherWeb) -> None:
    """A check of all links, beside a task that counts the turns of the loop."""
    clock = SystemClock()
    beating = asyncio.create_task(count_beats(web))
    options = CrawlOptions(host_interval_seconds=0.0, page_facts=False)
    await check_links(stream(LINKS), Ports(web, MemoryGate(clock), clock, MemorySink()), options)
    beating.cancel()


def test_loop_breathes_between_starts() -> None:
    """However many slots are free, few visits begin in one turn of the loop."""
    web = TogetherWeb()
    asyncio.run(run(web))
    assert web.starts.total() == len(LINKS)
    assert max(web.starts.values()) <= STARTS_IN_A_ROW


async def works_a_beat(seconds: float) -> Counter[int]:
    """How many of 24 works of so many seconds, all wanted at once, are done in each turn of the loop."""
    web, breath, works = TogetherWeb(), Breath(), Counter[int]()

    async def work() -> None:
        await breath.drawn()
        with breath:
            time.sleep(seconds)
        works[web.beat] += 1

    beating = asyncio.create_task(count_beats(web))
    await asyncio.gather(*(work() for _ in range(24)))
    beating.cancel()
    return works


def test_loop_breathes_between_long_works() -> None:
    """Pages that take long to read are read in many turns of the loop."""
    works = asyncio.run(works_a_beat(MOST_SECONDS * 0.6))
    assert max(works.values()) <= 2
    assert works.total() == 24


def test_short_works_wait_for_nobody() -> None:
    """Pages that are read in no time do not wait for a turn each: a hundred visits would wait for a hundred turns."""
    assert len(asyncio.run(works_a_beat(0.0))) < 8
