"""Who is next: links wait in a line per host, and hosts take turns. Pure, times are handed in.

At most `per_host` links of a host are under way, and each host has one start booked at a time, so a host with many
links holds up nobody else.
"""

import heapq
from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

from crawler.manners.turns import LEEWAY_SECONDS

T = TypeVar("T")


class Line(Generic[T]):
    """The links that wait, by host; starts are booked with the gate and taken when their time has come."""

    def __init__(self, per_host: int) -> None:
        self._per_host = per_host
        self._waiting: dict[str, deque[T]] = {}
        self._under_way: dict[str, int] = {}
        self._booked: dict[str, float] = {}
        self._starts: list[tuple[float, int, str]] = []
        self._ready: deque[tuple[float, str]] = deque()
        self._bookable: dict[str, None] = {}
        self._count = 0
        self._ticket = 0

    def __len__(self) -> int:
        """How many links wait."""
        return self._count

    def add(self, host: str, link: T) -> None:
        """Put a link at the end of its host's line."""
        self._waiting.setdefault(host, deque()).append(link)
        self._count += 1
        self._offer(host)

    def waiting(self, host: str) -> int:
        """How many links of a host wait."""
        return len(self._waiting.get(host, ()))

    def bookable(self, most: int) -> list[str]:
        """Hosts that could take a link and have no start booked, those that waited longest first."""
        return [host for host, _ in zip(self._bookable, range(most), strict=False)]

    def book(self, host: str, start: float) -> None:
        """Note when the next link of a host may start."""
        self._bookable.pop(host, None)
        self._booked[host] = start
        self._ticket += 1
        heapq.heappush(self._starts, (start, self._ticket, host))

    def next_start(self) -> float | None:
        """When the earliest booked start is."""
        if self._ready:
            return self._ready[0][0]
        return self._starts[0][0] if self._starts else None

    def ready(self, now: float) -> int:
        """How many booked starts could be made at once."""
        while self._starts and self._starts[0][0] <= now:
            start, _, host = heapq.heappop(self._starts)
            self._ready.append((start, host))
        return len(self._ready)

    def take(self, now: float) -> tuple[str, T] | None:
        """The next link whose time has come, now under way, with its host; None when none has yet."""
        while self.ready(now):
            start, host = self._ready.popleft()
            if self._booked.get(host) != start:  # its links were taken out of the line
                continue
            del self._booked[host]
            if now <= start + LEEWAY_SECONDS:
                link = self._pop(host)
                self._under_way[host] = self._under_way.get(host, 0) + 1
                self._offer(host)
                return host, link
            self._offer(host)
        return None

    def done(self, host: str) -> None:
        """A link of a host is no longer under way."""
        left = self._under_way[host] - 1
        if left:
            self._under_way[host] = left
        else:
            del self._under_way[host]
        self._offer(host)

    def drain(self, host: str) -> Iterator[T]:
        """Take all waiting links of a host out of the line: it wants to be left alone."""
        self._booked.pop(host, None)
        while self.waiting(host):
            yield self._pop(host)
        self._bookable.pop(host, None)

    def _pop(self, host: str) -> T:
        line = self._waiting[host]
        link = line.popleft()
        self._count -= 1
        if not line:
            del self._waiting[host]
        return link

    def _offer(self, host: str) -> None:
        free = self._under_way.get(host, 0) < self._per_host
        if free and host in self._waiting and host not in self._booked:
            self._bookable[host] = None
