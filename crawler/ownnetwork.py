"""Is it them or us? Settles which bad visits count when they could be the fault of our own network. Pure.

A refused, timed-out, reset or unresolved link looks the same whether its host is dead or our line is. So such a
visit is held back until another host answers. It counts when that answer was on its way as the visit failed, or came
soon after a short silence; a long silence over many hosts is an outage, even when answers come again later.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalogue.history import OWN_NETWORK
from catalogue.records.web import Visit
from catalogue.vocabulary import Failure, Verdict

ASK_AFTER_HOSTS = 8
OUTAGE_HOSTS = 16
OUTAGE_SECONDS = 10.0
SPANNING_SECONDS = 5.0
MOST_HELD = 2000
GATEWAY_STATUSES = frozenset({407, 502, 504, 511})
"""Answers that a dying proxy or a captive portal gives for everyone: they do not prove that a host was reached."""


@dataclass(frozen=True, slots=True)
class Span:
    """When a request began and ended, on the clock that never jumps, and of which host it was."""

    host: str
    began: float
    ended: float
    looked_up: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A bad visit that may be our own fault; without a failure a gateway answered, of somebody's."""

    visit: Visit
    failure: Failure | None
    span: Span


class OwnNetwork:
    """Holds bad visits back and settles them as evidence comes in."""

    def __init__(self) -> None:
        self._held: list[Held] = []
        self._silent_since: float | None = None
        self._well_since = float("-inf")
        self.outage = False

    def hold(self, held: Held) -> Iterator[Visit]:
        """Hold a bad visit back; yields what is settled by that (an outage that is beyond doubt)."""
        if held.span.began < self._well_since:  # asked during an outage, failed after it
            yield as_own_fault(held.visit)
            return
        if self._silent_since is None:
            self._silent_since = held.span.ended
        self._held.append(held)
        if self._is_outage(held.span.ended):
            self.outage = True
            yield from self._give_up()

    def answered(self, answer: Span) -> Iterator[Visit]:
        """Note that a host answered; yields the visits that this settles."""
        earlier = {held.span.host for held in self._held if held.span.ended < answer.began}
        outage = self.outage or len(earlier) >= OUTAGE_HOSTS
        if outage:
            self._well_since = answer.began
        waiting: list[Held] = []
        for held in self._held:
            if not _speaks_for(answer, held):
                waiting.append(held)
            elif _spans(answer, held) or not outage:
                yield replace(held.visit, counted=True)
            else:
                yield as_own_fault(held.visit)
        self._held = waiting
        self._silent_since = waiting[0].span.ended if waiting else None
        self.outage = False

    @property
    def wants_proof(self) -> bool:
        """Whether so many hosts in a row failed that someone who is known to be well should be asked."""
        return len({held.span.host for held in self._held}) >= ASK_AFTER_HOSTS

    @property
    def holds_any(self) -> bool:
        """Whether any visit is still held back."""
        return bool(self._held)

    def finish(self) -> Iterator[Visit]:
        """The run ends: what nobody vouched for says more about us than about the links.

        Only a few gateways that answered say more about what is behind them.
        """
        gateways = [held for held in self._held if held.failure is None]
        if len({held.span.host for held in gateways}) < ASK_AFTER_HOSTS:
            self._held = [held for held in self._held if held.failure is not None]
            yield from (replace(held.visit, counted=True) for held in gateways)
        yield from self._give_up()

    def _give_up(self) -> Iterator[Visit]:
        held, self._held = self._held, []
        for each in held:
            yield as_own_fault(each.visit)

    def _is_outage(self, now: float) -> bool:
        if self.outage or len(self._held) >= MOST_HELD:
            return True
        silent = 0.0 if self._silent_since is None else now - self._silent_since
        return silent >= OUTAGE_SECONDS and len({held.span.host for held in self._held}) >= OUTAGE_HOSTS


def as_own_fault(visit: Visit) -> Visit:
    """The visit, judged as a fault of our own network: it moves nothing but the next look."""
    return replace(visit, verdict=Verdict.SKIPPED, reason=OWN_NETWORK, counted=True)


def _speaks_for(answer: Span, held: Held) -> bool:
    """Another host's answer speaks for the network; for the name server only if it was asked."""
    return answer.host != held.span.host and (answer.looked_up or held.failure is not Failure.NAME)


def _spans(answer: Span, held: Held) -> bool:
    """Whether the answer was on its way while the visit failed, and not stuck for long itself."""
    return answer.began <= held.span.ended <= answer.ended <= answer.began + SPANNING_SECONDS
