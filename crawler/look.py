"""One look at one link: ask, judge, and ask again before anything bad is said of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from catalogue.records.web import Hop, Outcome, Visit
from catalogue.urls import host_of
from catalogue.vocabulary import Failure, Verdict
from crawler.manners import Manners
from crawler.options import CrawlOptions
from crawler.ownnetwork import Span
from crawler.pagetext import parse_page
from crawler.ports import Ask, Clock, DueLink, Web
from crawler.signals import jump_of
from crawler.turns import HostHeld, Turn
from crawler.verdict import Judgement, fragment_note, judge, judge_jump

THROTTLED_SECONDS = 60.0
"""How long a host is left alone that says 429 and not for how long."""
LONGEST_HOLD_SECONDS = 30 * 86400.0
SHORT_WAIT_SECONDS = 10.0
"""A Retry-After this short is waited for at once."""
ASKED_TO_WAIT = "asked to wait"
JUMP_STATUS = 302
"""A page that sends us on by itself redirects for now."""
JUMPING = frozenset({Verdict.OK, Verdict.MOVED})
SECOND_LOOKS = frozenset({Verdict.GONE, Verdict.UNANSWERED})


@dataclass(frozen=True, slots=True)
class Look:
    """What one look saw: the judged answer, how it was got, and when on the clock that never jumps."""

    judgement: Judgement
    outcome: Outcome
    span: Span


class Looker:
    """Looks at links, politely."""

    def __init__(self, web: Web, manners: Manners, clock: Clock, options: CrawlOptions) -> None:
        self._web, self._manners, self._clock, self._options = web, manners, clock, options

    async def look(self, link: DueLink, start: float) -> Look:
        """Look at a link whose first start is booked; a host that wants to be left alone makes it `throttled`."""
        try:
            async with self._manners.visiting((host_of(link.url), start)) as turn:
                return await self._ask(link, turn)
        except HostHeld as held:
            return self.held_back(link, held)

    def held_back(self, link: DueLink, held: HostHeld) -> Look:
        """The look at a link whose host wants to be left alone."""
        look = self._unasked(link.url, Judgement(Verdict.THROTTLED, ASKED_TO_WAIT))
        return replace(look, outcome=replace(look.outcome, retry_after_seconds=held.seconds))

    def not_web(self, link: DueLink) -> Look:
        """The look at a link that no browser would open."""
        return self._unasked(link.url, Judgement(Verdict.SKIPPED, Failure.SCHEME.value))

    async def _ask(self, link: DueLink, turn: Turn) -> Look:
        ask = Ask(link.url, whole="#" in link.url or bool(link.same_page), seconds=self._options.timeout_seconds)
        first = await self._once(ask, turn)
        left = self._options.timeout_seconds - first.outcome.elapsed_ms / 1000
        if not await self._wants_second(first) or left <= 0:
            return first
        second = await self._once(replace(ask, seconds=left), turn)
        elapsed_ms = first.outcome.elapsed_ms + second.outcome.elapsed_ms
        return replace(second, outcome=replace(second.outcome, attempts=2, elapsed_ms=elapsed_ms))

    async def _once(self, ask: Ask, turn: Turn) -> Look:
        outcome = await self._web.fetch(ask, turn)
        judgement = judge(outcome)
        if judgement.verdict in JUMPING:
            outcome, judgement = await self._follow_jump(ask, outcome, judgement, turn)
        ended = self._clock.monotonic()
        span = Span(host_of(outcome.final_url), ended - outcome.elapsed_ms / 1000, ended, outcome.looked_up)
        return Look(judgement, outcome, span)

    async def _follow_jump(
        self, ask: Ask, outcome: Outcome, judgement: Judgement, turn: Turn
    ) -> tuple[Outcome, Judgement]:
        """Where a page sends its reader on by itself, the place it leads to is judged, as one redirect more."""
        page = parse_page(outcome.body, outcome.header("content-type"))
        target = jump_of(page, outcome.final_url)
        left = (ask.seconds or self._options.timeout_seconds) - outcome.elapsed_ms / 1000
        if target is None or left <= 0:
            return outcome, judgement
        led = await self._web.fetch(Ask(target, seconds=left), turn)
        whole = replace(
            led,
            url=outcome.url,
            hops=(*outcome.hops, Hop(JUMP_STATUS, target), *led.hops),
            elapsed_ms=outcome.elapsed_ms + led.elapsed_ms,
            looked_up=outcome.looked_up or led.looked_up,
        )
        return whole, judge_jump(whole)

    async def _wants_second(self, look: Look) -> bool:
        """Whether to ask once more: servers stumble, and a host may ask for a moment."""
        if look.judgement.verdict is not Verdict.THROTTLED:
            return look.judgement.verdict in SECOND_LOOKS
        seconds = look.outcome.retry_after_seconds
        hold = THROTTLED_SECONDS if seconds is None else min(seconds, LONGEST_HOLD_SECONDS)
        await self._manners.hold(look.span.host, hold)
        return seconds is not None and seconds <= SHORT_WAIT_SECONDS

    def _unasked(self, url: str, judgement: Judgement) -> Look:
        now = self._clock.monotonic()
        return Look(judgement, Outcome(url, url, attempts=0), Span(host_of(url), now, now))


def as_visit(url: str, look: Look, at: datetime) -> Visit:
    """The visit to store for a URL that a look served."""
    return Visit(
        url=url,
        checked_at=at,
        verdict=look.judgement.verdict,
        reason=look.judgement.reason + (fragment_note(look.outcome, url) if look.judgement.verdict in JUMPING else ""),
        status_code=look.outcome.status_code,
        final_url=look.judgement.final_url,
        elapsed_ms=look.outcome.elapsed_ms,
        attempts=look.outcome.attempts,
        retry_after_seconds=look.outcome.retry_after_seconds,
    )
