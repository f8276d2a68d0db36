"""From looks to stored visits: each at once, and the doubtful ones settled when we know whether it was them or us."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

from catalogue.history import OWN_NETWORK
from catalogue.records.web import Outcome, Visit
from catalogue.urls import server_of
from catalogue.vocabulary import OUR_FAULT_PERHAPS, Failure, Verdict
from crawler.look import Look, as_visit
from crawler.manners.slots import Manners
from crawler.manners.turns import HostHeld
from crawler.options import CrawlOptions
from crawler.ownnetwork import GATEWAY_STATUSES, Held, OwnNetwork, Span
from crawler.pages.facts import head_of, read_facts
from crawler.pages.text import PageText
from crawler.ports import Ask, DueLink, Ports

MOST_KNOWN_WELL = 8
CANARIES_ASKED = 2
READ_AT_ONCE_LETTERS = 4096
"""So little is read in less time than a thread takes to be given the word and to give it back."""


@dataclass(slots=True)
class CheckSummary:
    """What a run came to: visits by their final verdict, and how many our own network kept from being judged."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    own_network: int = 0
    answered: int = 0

    @property
    def visits(self) -> int:
        """How many links were looked at."""
        return self.verdicts.total()

    @property
    def network_was_down(self) -> bool:
        """Whether no link could be reached at all, and some failed as they do when we are offline."""
        return self.own_network > 0 and not self.answered

    def count(self, visit: Visit) -> None:
        """Add a visit that will not change any more."""
        self.verdicts[visit.verdict] += 1
        self.answered += visit.status_code is not None
        self.own_network += visit.verdict is Verdict.SKIPPED and visit.reason == OWN_NETWORK


class Settling:
    """Gives visits to the sink, and asks hosts known to be well when others fall silent."""

    def __init__(self, ports: Ports, manners: Manners, canaries: Iterable[str], options: CrawlOptions) -> None:
        self._ports, self._manners, self._options = ports, manners, options
        self.shift = timedelta(0)
        self._well = {server_of(url): url for url in canaries}
        self._own_network = OwnNetwork()
        self._asking = False
        self._reading = asyncio.Semaphore(1)
        self.summary = CheckSummary()

    async def take(self, link: DueLink, look: Look) -> None:
        """Give a look's visits to the sink at once; those that may be our own fault are held back."""
        for url in (link.url, *link.same_page):
            visit = as_visit(url, look, self._ports.clock.now() + self.shift, link.places if url == link.url else ())
            if _is_doubtful(look):
                await self._hold(visit, look.outcome.failure, look.span)
            else:
                self.summary.count(visit)
                await self._ports.sink.visit(visit)
        if self._options.page_facts and look.page and look.fingerprint not in ("", link.fingerprint):
            await self._read_facts(link.url, look.fingerprint, look.page)
        if _reached(look.outcome):
            if look.judgement.verdict is Verdict.OK:
                self._remember_well(look.span.host, link.url)
            await self._settle(self._own_network.answered(look.span))
        elif self._own_network.wants_proof:
            await self._ask_canaries()

    async def _read_facts(self, url: str, fingerprint: str, page: PageText) -> None:
        """Read a new page with a parser: what may take long in a thread, one page at a time."""
        head = head_of(page)
        if len(head) <= READ_AT_ONCE_LETTERS:
            facts = read_facts(url, fingerprint, head)
        else:
            async with self._reading:
                facts = await asyncio.to_thread(read_facts, url, fingerprint, head)
        await self._ports.sink.facts(facts)

    async def finish(self) -> None:
        """Settle what is left when the last look is done."""
        await self._ask_canaries()
        await self._settle(self._own_network.finish())

    async def _hold(self, visit: Visit, failure: Failure | None, span: Span) -> None:
        await self._ports.sink.visit(replace(visit, counted=False))
        await self._settle(self._own_network.hold(Held(visit, failure, span)))

    async def _settle(self, visits: Iterator[Visit]) -> None:
        for visit in visits:
            self.summary.count(visit)
            await self._ports.sink.settle(visit)

    def _remember_well(self, host: str, url: str) -> None:
        """Keep a few hosts that answered; each takes the place of the one that answered longest ago."""
        self._well.pop(host, None)
        self._well[host] = url
        if len(self._well) > MOST_KNOWN_WELL:
            del self._well[next(iter(self._well))]

    async def _ask_canaries(self) -> None:
        """Ask hosts that are known to be well, until one answers: then the silence of the others is their own."""
        if self._asking:
            return
        self._asking = True
        try:
            for url in list(reversed(self._well.values()))[:CANARIES_ASKED]:
                if not self._own_network.holds_any:
                    return
                if answer := await self._ask_canary(url):
                    await self._settle(self._own_network.answered(answer))
        except HostHeld:
            return  # it asked us to wait, which is no proof of anything
        finally:
            self._asking = False

    async def _ask_canary(self, url: str) -> Span | None:
        async with self._manners.visiting() as turn:
            outcome = await self._ports.web.fetch(Ask(url, fresh=True), turn)
        if not _reached(outcome):
            return None
        ended = self._ports.clock.monotonic()
        return Span(server_of(outcome.final_url), ended - outcome.elapsed_ms / 1000, ended, outcome.looked_up)


def _is_doubtful(look: Look) -> bool:
    """Whether a bad visit may be our own fault: silence, or a gateway that speaks of what is behind it."""
    if look.outcome.status_code in GATEWAY_STATUSES:
        return look.judgement.verdict is Verdict.UNANSWERED
    return look.outcome.failure in OUR_FAULT_PERHAPS


def _reached(outcome: Outcome) -> bool:
    """Whether some host beyond our own network answered."""
    return outcome.status_code is not None and outcome.status_code not in GATEWAY_STATUSES
