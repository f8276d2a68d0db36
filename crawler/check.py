"""The loop: links in as they come, visits out as they are known, politely, in bounded memory.

links -> Line (hosts take turns) -> Looker (one look) -> Settling (them or us?) -> Sink
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from catalogue.urls import is_web, server_of
from crawler.look import Looker
from crawler.manners.pacing import Line
from crawler.manners.slots import Manners
from crawler.manners.turns import PATIENCE_SECONDS, HostHeld
from crawler.options import CrawlOptions
from crawler.ports import DueLink, Ports
from crawler.settling import CheckSummary, Settling

WINDOW = 4096
"""How many links wait in memory at most; the rest stays where it comes from, for whoever else shares the work."""
FAR_SECONDS = 3600.0
GATHER_SECONDS = 0.01
STARTS_IN_A_ROW = 8
"""Visits begun before the event loop sees to others: each connects and asks before it waits for the first time."""


async def check_links(
    links: AsyncIterator[DueLink],
    ports: Ports,
    options: CrawlOptions,
    canaries: Iterable[str] = (),
    shift: timedelta = timedelta(0),
) -> CheckSummary:
    """Look at every link once; cancelling ends what is under way, and what is done stays done.

    `canaries` are URLs known to be well, asked only to tell dead links from a dead network of our own;
    `shift` is what --as-of adds to the dates of visits.
    """
    manners = Manners(ports.gate, ports.clock, options)
    settling = Settling(ports, manners, canaries, options)
    settling.shift = shift
    crawl = _Crawl(ports, options, manners, settling)
    await crawl.run(links)
    await settling.finish()
    return settling.summary


class _Crawl:
    """One run of the loop."""

    def __init__(self, ports: Ports, options: CrawlOptions, manners: Manners, settling: Settling) -> None:
        self._clock, self._options = ports.clock, options
        self._manners, self._settling = manners, settling
        self._looker = Looker(ports, manners, options, self._beside)
        self._line: Line[DueLink] = Line(options.per_host)
        self._wake, self._room = asyncio.Event(), asyncio.Event()
        self._under_way, self._aside, self._looked_at = 0, 0, 0
        self._all_read = False

    async def run(self, links: AsyncIterator[DueLink]) -> None:
        """Read, book, start, wait, until nothing is left."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._read(links))
            while not self._done():
                self._wake.clear()
                await self._book()
                await self._start(tasks)
                if self._wants_more():
                    self._room.set()
                if not self._done():
                    await self._wait()

    def _done(self) -> bool:
        return self._all_read and not (self._under_way or self._aside) and not self._line

    async def _read(self, links: AsyncIterator[DueLink]) -> None:
        """Put links in line, as long as there is room."""
        async for link in links:
            if not is_web(link.url):
                await self._settling.take(link, self._looker.not_web(link))
                continue
            self._line.add(server_of(link.url), link)
            self._wake.set()
            while not self._wants_more():
                self._room.clear()
                await self._room.wait()
        self._all_read = True
        self._wake.set()

    def _wants_more(self) -> bool:
        """Whether to read on: little waits, or nobody may start although there is room (few hosts have many links).

        The window grows with the work done: of a small catalogue, something is left for whoever shares it.
        """
        window = min(WINDOW, 2 * (self._options.concurrency + self._looked_at))
        idle = self._free() > 0 and not self._line.bookable(1) and not self._line.ready(self._clock.monotonic())
        return len(self._line) < (WINDOW if idle else window)

    async def _book(self) -> None:
        """Book the next start of hosts that could take a link; leave those for later that want to be left alone.

        A few are booked ahead, together, so that whoever is done finds the next link ready.
        """
        now, ahead = self._clock.monotonic(), self._options.concurrency // 2
        if self._line.ready(now) > self._free() + ahead // 2:
            return
        hosts = self._line.bookable(max(self._free(), 0) + ahead)
        if not hosts:
            return
        for host, wait in (await self._manners.starts(hosts)).items():
            if wait <= PATIENCE_SECONDS:
                self._line.book(host, now + wait)
                continue
            for link in list(self._line.drain(host)):
                await self._settling.take(link, self._looker.held_back(link, HostHeld(host, wait)))

    async def _start(self, tasks: asyncio.TaskGroup) -> None:
        while self._free() > 0 and (taken := self._line.take(self._clock.monotonic())):
            self._under_way += 1
            tasks.create_task(self._visit_on(*taken))
            if self._under_way % STARTS_IN_A_ROW == 0:
                await asyncio.sleep(0)

    async def _visit_on(self, host: str, link: DueLink) -> None:
        """Visit a link, then the next whose time has come, as long as there is one."""
        taken: tuple[str, DueLink] | None = host, link
        while taken:
            host, link = taken
            await self._settling.take(link, await self._looker.look(link))
            self._line.done(host)
            self._looked_at += 1
            self._wake.set()
            taken = self._line.take(self._clock.monotonic()) if self._free() >= 0 else None
        self._under_way -= 1

    @contextmanager
    def _beside(self) -> Iterator[None]:
        """Leave the place to another link while more is asked for this one; half as many at most ask beside."""
        moved = self._aside < self._options.concurrency // 2
        self._aside, self._under_way = self._aside + moved, self._under_way - moved
        if moved:
            self._wake.set()
        try:
            yield
        finally:
            self._aside, self._under_way = self._aside - moved, self._under_way + moved

    async def _wait(self) -> None:
        """Until something ends, something comes in, or a booked start is there."""
        if self._free() > 0 and self._line.bookable(1):
            return
        start = self._line.next_start() if self._free() > 0 else None
        seconds = FAR_SECONDS if start is None else max(start - self._clock.monotonic(), 0.0)
        ways = {asyncio.ensure_future(self._wake.wait()), asyncio.ensure_future(self._clock.sleep(seconds))}
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
        if self._wake.is_set():  # more will end in a moment, and hosts are booked cheaper together
            await self._clock.sleep(GATHER_SECONDS)

    def _free(self) -> int:
        return self._options.concurrency - self._under_way
