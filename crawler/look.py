"""One look at one link: ask its provider or its page, judge, and ask again before anything bad is said of it."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime

from catalogue.records.web import Hop, Outcome, Visit
from catalogue.urls import server_of
from catalogue.vocabulary import Failure, Verdict
from crawler.breath import Breath
from crawler.judging.jump import jump_of
from crawler.judging.verdict import Judgement, judge, judge_change, judge_jump
from crawler.manners.houserules import HouseRules
from crawler.manners.slots import Manners
from crawler.manners.turns import Beside, HostHeld, Turn
from crawler.options import CrawlOptions
from crawler.ownnetwork import Span
from crawler.pages.fingerprint import fingerprint_of
from crawler.pages.places import fragment_note
from crawler.pages.text import PageText, parse_page
from crawler.ports import Ask, DueLink, Ports
from crawler.providers.readers import Reading, read_provider

SHORT_WAIT_SECONDS = 10.0
"""A Retry-After this short is waited for at once."""
ASKED_TO_WAIT = "asked to wait"
JUMP_STATUS = 302
"""A page that sends us on by itself redirects for now."""
THERE = frozenset({Verdict.OK, Verdict.MOVED})
SECOND_LOOKS = frozenset({Verdict.GONE, Verdict.UNANSWERED})


@dataclass(frozen=True, slots=True)
class Look:
    """What one look saw: the judged answer, how it was got, and when on the clock that never jumps.

    A page that is there comes with its text and its fingerprint.
    """

    judgement: Judgement
    outcome: Outcome
    span: Span
    page: PageText | None = None
    fingerprint: str = ""


class Looker:
    """Looks at links, politely."""

    def __init__(self, ports: Ports, manners: Manners, options: CrawlOptions, beside: Beside = nullcontext) -> None:
        self.ports, self.manners, self.options, self.beside = ports, manners, options, beside
        self.house_rules = HouseRules(ports.web, manners, options, beside)
        self.breath = Breath()
        """For pages to be read and judged: many may come at once."""

    async def look(self, link: DueLink) -> Look:
        """Look at a link whose first start is booked; a host that wants to be left alone makes it `throttled`."""
        try:
            async with self.manners.visiting(server_of(link.url)) as turn:
                return await _Looking(self, link, turn).at_it()
        except HostHeld as held:
            return self.held_back(link, held)
        except _ForbiddenError:
            return self._unasked(link.url, Judgement(Verdict.BLOCKED, "robots"))

    def held_back(self, link: DueLink, held: HostHeld) -> Look:
        """The look at a link whose host wants to be left alone."""
        look = self._unasked(link.url, Judgement(Verdict.THROTTLED, ASKED_TO_WAIT))
        return replace(look, outcome=replace(look.outcome, retry_after_seconds=held.seconds))

    def not_web(self, link: DueLink) -> Look:
        """The look at a link that no browser would open."""
        return self._unasked(link.url, Judgement(Verdict.SKIPPED, Failure.SCHEME.value))

    def _unasked(self, url: str, judgement: Judgement) -> Look:
        now = self.ports.clock.monotonic()
        return Look(judgement, Outcome(url, url, attempts=0), Span(server_of(url), now, now))


class _ForbiddenError(Exception):
    """The host's robots.txt forbids the visit, and it is binding."""


class _Looking:
    """All that is asked for one link, within its one deadline."""

    def __init__(self, looker: Looker, link: DueLink, turn: Turn) -> None:
        self._ports, self._manners, self._options = looker.ports, looker.manners, looker.options
        self._house_rules, self._link, self._turn = looker.house_rules, link, turn
        self._breath, self._beside = looker.breath, looker.beside
        self._spent_ms, self._attempts, self._permitted = 0, 0, False
        self._whole = "#" in link.url or bool(link.same_page or link.places)

    async def at_it(self) -> Look:
        """Ask, judge, and ask once more where that is fair."""
        reading = await self._ask_provider(self._link.url)
        if reading.judgement and reading.outcome:
            return self._look(reading.judgement, reading.outcome)
        first = await self._judged(reading.outcome or await self._fetch(self._link.url))
        await self._heed(first)
        if not _wants_second(first) or self._left <= 0:
            return first
        with self._beside():
            return await self._judged(await self._fetch(self._link.url))

    @property
    def _left(self) -> float:
        return self._options.timeout_seconds - self._spent_ms / 1000

    async def _fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Outcome:
        first_of_page = url == self._link.url and not self._permitted
        if first_of_page and not await self._house_rules.allow(url, self._turn):
            raise _ForbiddenError
        self._permitted = self._permitted or first_of_page
        ask = Ask(url, self._whole, tuple((headers or {}).items()), max(self._left, 0.0))
        outcome = await self._ports.web.fetch(ask, self._turn)
        self._spent_ms += outcome.elapsed_ms
        self._attempts += 1
        return outcome

    async def _ask_provider(self, url: str) -> Reading:
        claim = self._options.providers.find(url)
        return await read_provider(claim, url, self._fetch, self._options.tokens) if claim else Reading(None)

    async def _judged(self, outcome: Outcome) -> Look:
        await self._breath.drawn()
        with self._breath:
            page = parse_page(outcome.body, outcome.header("content-type"))
            judgement = judge(outcome, page)
        if judgement.verdict in THERE and (target := _jump_of(outcome, page)) and self._left > 0:
            outcome = _led_on(outcome, target, await self._fetch(target))
            page = parse_page(outcome.body, outcome.header("content-type"))
            judgement = judge_jump(outcome, page)
        if judgement.verdict not in THERE or not page.is_html:
            return self._look(judgement, outcome)
        fingerprint = fingerprint_of(page)
        judgement = judge_change(judgement, page, self._link.fingerprint, fingerprint)
        page_there = page if judgement.verdict in THERE else None
        return replace(self._look(judgement, outcome), page=page_there, fingerprint=fingerprint)

    def _look(self, judgement: Judgement, outcome: Outcome) -> Look:
        ended = self._ports.clock.monotonic()
        span = Span(server_of(outcome.final_url), ended - outcome.elapsed_ms / 1000, ended, outcome.looked_up)
        return Look(judgement, replace(outcome, elapsed_ms=self._spent_ms, attempts=self._attempts), span)

    async def _heed(self, look: Look) -> None:
        """Leave a host alone that asked for it."""
        if look.judgement.verdict is not Verdict.THROTTLED:
            return
        if (seconds := look.outcome.retry_after_seconds) is None:
            await self._manners.rest(look.span.host)
        else:
            await self._manners.hold(look.span.host, seconds)


def _wants_second(look: Look) -> bool:
    """Whether to ask once more: servers stumble, and a host may ask for a moment."""
    if look.judgement.verdict is not Verdict.THROTTLED:
        return look.judgement.verdict in SECOND_LOOKS
    seconds = look.outcome.retry_after_seconds
    return seconds is not None and seconds <= SHORT_WAIT_SECONDS


def as_visit(url: str, look: Look, at: datetime, places: tuple[str, ...] = ()) -> Visit:
    """The visit to store for a URL that a look served; its reason notes which of its places are missing."""
    there = look.judgement.verdict in THERE
    note = "".join(fragment_note(look.outcome, place) for place in (url, *places)) if there else ""
    return Visit(
        url=url,
        checked_at=at,
        verdict=look.judgement.verdict,
        reason=look.judgement.reason + note,
        status_code=look.outcome.status_code,
        final_url=look.judgement.final_url,
        elapsed_ms=look.outcome.elapsed_ms,
        attempts=look.outcome.attempts,
        retry_after_seconds=look.outcome.retry_after_seconds,
    )


def _jump_of(outcome: Outcome, page: PageText) -> str | None:
    return jump_of(page, outcome.final_url, outcome.header("refresh"))


def _led_on(outcome: Outcome, target: str, led: Outcome) -> Outcome:
    """The whole chain of a page that sent us on by itself: what it led to, as one redirect more."""
    return replace(
        led,
        url=outcome.url,
        hops=(*outcome.hops, Hop(JUMP_STATUS, target), *led.hops),
        looked_up=outcome.looked_up or led.looked_up,
    )
