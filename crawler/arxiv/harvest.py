"""Read an OAI-PMH set to its end, page by page, as often as its order moved while we read.

arXiv pages by counting records on an order that changes: what is stamped anew while we read moves to the end, and
as many others slip past unseen. What moved is met twice in one pass, which is how we know; then the list is read
again, and what one pass lost the next one has.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from crawler.arxiv.faults import AnswerError, Fault
from crawler.arxiv.oai import OaiPage

MOST_PASSES = 4
MOST_REFUSALS = 8
"""Refused tokens in one run; after each the list is begun anew."""
FORMAT = "arXivRaw"
WORTHLESS_PLACE = frozenset({Fault.STALE, Fault.CIRCLE})
"""Faults after which there is no point in going on from the same token."""

AskPage = Callable[[dict[str, str]], Awaitable[OaiPage]]


@dataclass(frozen=True, slots=True)
class Reading:
    """Where we are in a list: its first day, the token of the next page, the pass, and whether the order moved."""

    spec: str
    from_day: date
    pass_id: int
    token: str | None = None
    moved: bool = False


class Shelf(Protocol):
    """Where pages are kept, each with the place to go on from, in one step."""

    def open(self, spec: str) -> Reading:
        """The reading that broke off today, or a new one."""

    def again(self, reading: Reading) -> Reading:
        """The same list from its beginning, as a new pass."""

    def keep(self, reading: Reading, page: OaiPage) -> Reading:
        """Store a page and where the list goes on."""

    def close(self, reading: Reading) -> None:
        """The set has been read wholly."""


async def harvest_set(ask: AskPage, shelf: Shelf, spec: str) -> None:
    """Read all that a set has for us; an AnswerError leaves what was read and the place to go on."""
    reading = shelf.open(spec)
    passes = refusals = 0
    while passes < MOST_PASSES:
        try:
            reading = await _read_to_end(ask, shelf, reading)
        except AnswerError as error:
            if error.fault in WORTHLESS_PLACE:
                reading = shelf.again(reading)
            refusals += 1
            if error.fault is not Fault.STALE or refusals > MOST_REFUSALS:
                raise
            continue
        passes += 1
        if not reading.moved:
            break
        if passes < MOST_PASSES:
            reading = shelf.again(reading)
    shelf.close(reading)


async def _read_to_end(ask: AskPage, shelf: Shelf, reading: Reading) -> Reading:
    tokens = {reading.token}
    while True:
        page = await ask(list_query(reading))
        reading = shelf.keep(reading, page)
        if page.token is None:
            return reading
        if page.token in tokens:
            raise AnswerError(Fault.CIRCLE, page.token)
        tokens.add(page.token)


def list_query(reading: Reading) -> dict[str, str]:
    """The question for the next page; a token stands for all other arguments."""
    if reading.token is not None:
        return {"verb": "ListRecords", "resumptionToken": reading.token}
    return {
        "verb": "ListRecords",
        "metadataPrefix": FORMAT,
        "from": reading.from_day.isoformat(),
        "set": reading.spec,
    }
