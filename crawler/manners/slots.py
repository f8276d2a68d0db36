"""Politeness for every request, whoever makes it: a slot on the host, then the host's next start."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from catalogue.urls import server_of
from crawler.manners.turns import PATIENCE_SECONDS, HostHeld, Turn
from crawler.options import CrawlOptions
from crawler.ports import Clock, HostGate

MOST_HOSTS = 10_000
LONGEST_HOLD_SECONDS = 30 * 86400.0
FIRST_REST_SECONDS = 10.0
"""How long a host is left alone that says 429 and not for how long; twice as long each further time."""
SLEEP_GRAIN_SECONDS = 0.005


class Manners:
    """Knows each host's interval and how many requests it is serving us."""

    def __init__(self, gate: HostGate, clock: Clock, options: CrawlOptions) -> None:
        self._gate, self._clock, self._options = gate, clock, options
        self._slots: dict[str, asyncio.Semaphore] = {}
        self._users: dict[str, int] = {}
        self._intervals: dict[str, float] = {}
        self._last: dict[str, float] = {}
        self._rest: dict[str, float] = {}

    def interval(self, host: str) -> float:
        """The seconds between two starts on a host: ours, or its Crawl-delay where that is longer."""
        return self._intervals.get(host, self._options.host_interval_seconds)

    async def slow_down(self, host: str, seconds: float) -> None:
        """Take a host's Crawl-delay to heart, from the request on that told us."""
        if seconds > self._options.host_interval_seconds:
            self._intervals[host] = seconds
            await self.hold(host, seconds)

    async def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long: it asked for it."""
        held = min(seconds, LONGEST_HOLD_SECONDS)
        await self._gate.hold(host, self._clock.now() + timedelta(seconds=held))

    async def rest(self, host: str) -> None:
        """Leave a host alone that had too much of us, each time for longer; in the end this run is over for it."""
        seconds = self._rest.get(host, FIRST_REST_SECONDS)
        self._rest[host] = 2 * seconds
        await self.hold(host, seconds)

    async def starts(self, hosts: list[str]) -> dict[str, float]:
        """Book the next start on each host; returns the seconds to wait for each."""
        return dict(await self._gate.reserve({host: self.interval(host) for host in hosts}))

    @asynccontextmanager
    async def visiting(self, booked: str | None = None) -> AsyncIterator[Turn]:
        """The turn of one link; `booked` names the host whose next start is booked for it already."""
        turn = _LinkTurn(self, booked)
        try:
            yield turn.wait
        finally:
            turn.leave()

    async def enter(self, host: str) -> None:
        """Take a slot on a host."""
        slot = self._slots.setdefault(host, asyncio.Semaphore(self._options.per_host))
        self._users[host] = self._users.get(host, 0) + 1
        try:
            await slot.acquire()
        except asyncio.CancelledError:
            self._forget_user(host)
            raise

    def leave(self, host: str) -> None:
        """Give the slot back."""
        self._slots[host].release()
        self._forget_user(host)

    def _forget_user(self, host: str) -> None:
        self._users[host] -= 1
        if not self._users[host]:
            del self._users[host], self._slots[host]

    async def keep_distance(self, host: str) -> None:
        """Wait until a host's interval has passed since the last start that really was, and make this one the last.

        Starts are booked ahead; this evens out those that came late, and those booked before a Crawl-delay was known.
        A sleep ends a little late; the next interval counts from when it should have ended, or each would add to it.
        """
        due = self._clock.monotonic()
        while (ready := self._last.get(host, float("-inf")) + self.interval(host)) > self._clock.monotonic():
            due = ready
            await self._clock.sleep(ready - self._clock.monotonic())
        self._last.pop(host, None)
        self._last[host] = max(due, self._clock.monotonic() - SLEEP_GRAIN_SECONDS)
        if len(self._last) > MOST_HOSTS:
            del self._last[next(iter(self._last))]

    async def wait_for_start(self, host: str) -> None:
        """Book the next start on a host and wait for it."""
        wait = (await self.starts([host]))[host]
        if wait > PATIENCE_SECONDS:
            raise HostHeld(host, wait)
        if wait > 0:
            await self._clock.sleep(wait)


class _LinkTurn:
    """Holds one slot at a time: the one of the host that is being asked."""

    def __init__(self, manners: Manners, booked: str | None) -> None:
        self._manners, self._booked = manners, booked
        self._host: str | None = None

    async def wait(self, url: str) -> None:
        """Return when the host of a URL may be asked."""
        host = server_of(url)
        if host != self._host:
            self.leave()
            await self._manners.enter(host)
            self._host = host
        booked, self._booked = self._booked, None
        if booked != host:
            await self._manners.wait_for_start(host)
        await self._manners.keep_distance(host)

    def leave(self) -> None:
        """Give back the slot."""
        if self._host is not None:
            self._manners.leave(self._host)
            self._host = None
