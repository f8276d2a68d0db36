"""Ports that live in memory: for `catalogue probe`, for tests, and the system's clock."""

import asyncio
import time
from collections.abc import Mapping
from datetime import UTC, datetime

from catalogue.records.web import PageFacts, Visit
from crawler.manners.turns import PATIENCE_SECONDS
from crawler.ports import Clock

FEW_HOSTS = 10_000


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The time of day, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class MemoryGate:
    """Politeness that is forgotten when the process ends; `waits` are the seconds until hosts may be asked first."""

    def __init__(self, clock: Clock, waits: Mapping[str, float] | None = None) -> None:
        self._clock = clock
        self._free_at = {host: clock.monotonic() + wait for host, wait in (waits or {}).items()}
        self._prune_at = FEW_HOSTS

    def waits(self) -> dict[str, float]:
        """The seconds until each host that was asked may be asked again."""
        now = self._clock.monotonic()
        return {host: free_at - now for host, free_at in self._free_at.items() if free_at > now}

    async def reserve(self, intervals: Mapping[str, float]) -> Mapping[str, float]:
        """Take the next start on each host; returns for each how many seconds to wait until it."""
        now = self._clock.monotonic()
        return {host: self._take(host, interval, now) for host, interval in intervals.items()}

    async def hold(self, host: str, until: datetime) -> None:
        """Let no request to this host start before a time."""
        free_at = self._clock.monotonic() + (until - self._clock.now()).total_seconds()
        self._free_at[host] = max(free_at, self._free_at.get(host, 0.0))

    def _take(self, host: str, interval: float, now: float) -> float:
        start = max(now, self._free_at.get(host, now))
        if start - now <= PATIENCE_SECONDS:
            self._free_at[host] = start + interval
        if len(self._free_at) > self._prune_at:
            self._free_at = {name: free_at for name, free_at in self._free_at.items() if free_at > now}
            self._prune_at = 2 * len(self._free_at) + FEW_HOSTS
        return start - now


class MemorySink:
    """Keeps the last word on each URL, in the order of their first visits."""

    def __init__(self) -> None:
        self.visits: dict[str, Visit] = {}
        self.pages: list[PageFacts] = []

    async def visit(self, visit: Visit) -> None:
        """Keep a visit."""
        self.visits[visit.url] = visit

    async def settle(self, visit: Visit) -> None:
        """Replace a held-back visit."""
        self.visits[visit.url] = visit

    async def facts(self, facts: PageFacts) -> None:
        """Keep what a page says about itself."""
        self.pages.append(facts)
