"""What the loop needs from outside, as Protocols; crawler/memory.py has the ones that live in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from catalogue.records.web import Outcome, PageFacts, Visit
from crawler.manners.turns import Turn


class Clock(Protocol):
    """Real time. The dates of visits may be shifted (--as-of), pacing and deadlines never are."""

    def now(self) -> datetime:
        """The time of day, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds that never jump."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class HostGate(Protocol):
    """When the next request to a host may start; a stored one holds over runs and processes."""

    async def reserve(self, intervals: Mapping[str, float]) -> Mapping[str, float]:
        """Take the next start on each host, given its interval; returns for each how many seconds to wait until it.

        A host whose wait exceeds `crawler.manners.turns.PATIENCE_SECONDS` must not be reserved, only reported.
        """

    async def hold(self, host: str, until: datetime) -> None:
        """Let no request to this host start before a time: the server asked for it (Retry-After)."""


class Sink(Protocol):
    """Where visits go, each as soon as it is known."""

    async def visit(self, visit: Visit) -> None:
        """Store a visit. One with `counted` False is held back: `settle` follows, if the run lives to know."""

    async def settle(self, visit: Visit) -> None:
        """Replace the held-back visit of the same url and checked_at by what it turned out to be."""

    async def facts(self, facts: PageFacts) -> None:
        """Store what a page says about itself; only called when its body is new."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What to ask for.

    `whole` reads the body to its cap, not only as far as signs are looked for; `headers` go to the first host only;
    `seconds` is what is left of the link's one deadline, None for all of it; `fresh` looks the name up and
    connects even if a connection is open.
    """

    url: str
    whole: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    seconds: float | None = None
    fresh: bool = False


class Web(Protocol):
    """Asks for URLs; crawler/web/clients.py is the real one."""

    async def fetch(self, ask: Ask, turn: Turn) -> Outcome:
        """What asking for a URL gives, redirects followed; `turn` is awaited before each request."""


@dataclass(frozen=True, slots=True)
class DueLink:
    """A link to look at.

    One fetch serves `same_page` too: links that differ from `url` by their fragment only, each with a visit of its own.
    `places` are such addresses without one: the visit of `url` notes which of them the page does not have.
    `fingerprint` is what PageFacts.fingerprint said when the page was last read; empty for never.
    """

    url: str
    same_page: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Ports:
    """All that the loop touches outside itself."""

    web: Web
    gate: HostGate
    clock: Clock
    sink: Sink
