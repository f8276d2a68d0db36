"""Whose turn it is: what a fetch awaits before each request, so that every hop is polite."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager

Turn = Callable[[str], Awaitable[None]]
"""Called with a URL before it is asked for; returns when its host may be asked, raises HostHeld when not today."""

Beside = Callable[[], AbstractContextManager[None]]
"""Held while more is asked for a link than its page (robots.txt, a second look): another link may go ahead."""

PATIENCE_SECONDS = 120.0
"""A host that wants us to wait longer is left for a later run."""

LEEWAY_SECONDS = 1.0
"""A booked start may be made this much later than its moment, and is void after that: nobody else starts meanwhile."""


class HostHeld(Exception):  # noqa: N818 - not an error: the host asked us to come back later
    """A host may not be asked for so long that this run does not wait for it."""

    def __init__(self, host: str, seconds: float) -> None:
        super().__init__(f"{host}: not before {seconds:.0f} s")
        self.host, self.seconds = host, seconds


async def at_once(url: str) -> None:
    """The turn of whoever needs no pacing: a handful of addresses that a person named, one after the other."""
