"""From a link to what its history says: Outcome (one answer), Visit (judged), History (folded)."""

from dataclasses import dataclass
from datetime import datetime

from catalogue.vocabulary import Failure, LinkState, Verdict


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect on the way: the status that sent us on, and where to."""

    status_code: int
    url: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What asking for a URL gave; every URL gives one, an answer or a `failure`.

    `body` holds at most the first 512 KiB, decompressed; `headers` have lower-case names. `looked_up` says
    that a name was resolved for this answer, which tells a dead name server from a dead name.
    """

    url: str
    final_url: str
    status_code: int | None = None
    failure: Failure | None = None
    detail: str = ""
    hops: tuple[Hop, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    elapsed_ms: int = 0
    retry_after_seconds: float | None = None
    attempts: int = 1
    looked_up: bool = False

    def header(self, name: str) -> str:
        """The first value of a header, or an empty string."""
        return next((value for key, value in self.headers if key == name), "")


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at a link, judged. Shown to people as a check."""

    url: str
    checked_at: datetime
    verdict: Verdict
    reason: str
    status_code: int | None = None
    final_url: str | None = None
    elapsed_ms: int = 0
    attempts: int = 1
    counted: bool = True
    retry_after_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """How many looks, how far apart, make a state; and when to look again. Days."""

    strikes: int = 3
    strike_spacing_days: float = 3
    recheck_ok_days: float = 7
    recheck_dead_days: float = 30
    recheck_unverifiable_days: float = 30


@dataclass(frozen=True, slots=True)
class History:
    """What the visits of one link add up to; catalogue.history.fold is the only maker."""

    state: LinkState = LinkState.UNCHECKED
    since: datetime | None = None
    strikes: int = 0
    first_strike_at: datetime | None = None
    last_strike_at: datetime | None = None
    suspicions: int = 0
    last_suspicion_at: datetime | None = None
    blocks: int = 0
    last_block_at: datetime | None = None
    last_ok_at: datetime | None = None
    checked_at: datetime | None = None
    next_check_at: datetime | None = None
    verdict: Verdict | None = None
    reason: str = ""
    final_url: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A link's state became another."""

    url: str
    at: datetime
    from_state: LinkState
    to_state: LinkState
    reason: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says about itself, as claims; `fingerprint` tells whether its text became another."""

    url: str
    fingerprint: str
    title: str = ""
    language: str = ""
    description: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    canonical_url: str = ""
