"""One question to arXiv: through the gate, judged, asked again where that may help.

All interfaces share one gate: one request at a time, the next `interval_seconds` after its end, over all processes.
After a failure the gate stays shut for longer: as long as the server says, or four times longer each time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar
from urllib.parse import urlencode

from crawler.arxiv.faults import AnswerError, Fault

ATTEMPTS = 4
GROWTH = 4
PASSING = frozenset({Fault.UNANSWERED, Fault.THROTTLED, Fault.SERVER, Fault.NOT_XML, Fault.CUT_OFF})
"""Faults that a later attempt may not show."""
THROTTLING = frozenset({406, 429, 503})
"""Statuses by which arXiv says "not now"; 406 is one of them since 2026."""
PATIENCE_SECONDS = 600.0
"""A server that asks for more than this ends the run; the gate remembers."""

Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a status and a body, or what prevented one."""

    status_code: int | None
    body: bytes = b""
    retry_after_seconds: float | None = None
    problem: str = ""


class Web(Protocol):
    """Fetches an address from the settings."""

    async def fetch(self, url: str) -> Answer:
        """The whole answer; a failure is one too."""


class Gate(Protocol):
    """Lets one request at a time through."""

    async def take(self) -> None:
        """Wait until it is our turn; AnswerError if arXiv asked to be left alone for longer than PATIENCE_SECONDS."""

    async def give_back(self, wait_seconds: float) -> None:
        """The request is over; the next may start after the interval, and not before `wait_seconds` from now."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks arXiv, politely; `interval_seconds` is also the measure of how long to wait after a failure."""

    web: Web
    gate: Gate
    interval_seconds: float

    async def ask(self, base: str, query: dict[str, str], parse: Callable[[bytes], Parsed]) -> Parsed:
        """The parsed answer, or the AnswerError of the last attempt."""
        url = f"{base}?{urlencode(query)}"
        for attempt in range(1, ATTEMPTS):
            try:
                return await self._once(url, parse, attempt)
            except AnswerError as error:
                if error.fault not in PASSING or _impatient(error):
                    raise
        return await self._once(url, parse, ATTEMPTS)

    async def _once(self, url: str, parse: Callable[[bytes], Parsed], attempt: int) -> Parsed:
        await self.gate.take()
        wait = 0.0
        try:
            answer = await self.web.fetch(url)
            wait = answer.retry_after_seconds or 0.0
            try:
                return _judge(answer, parse)
            except AnswerError as error:
                wait = error.wait_seconds = max(wait, self.interval_seconds * _times(error.fault, attempt))
                raise
        finally:
            await self.gate.give_back(wait)


def _times(fault: Fault, attempt: int) -> int:
    """How many intervals to leave arXiv alone: longer each time if it is overloaded, not if we are offline."""
    if fault not in PASSING or attempt == ATTEMPTS:
        return 1
    return attempt if fault is Fault.UNANSWERED else GROWTH**attempt


def _judge(answer: Answer, parse: Callable[[bytes], Parsed]) -> Parsed:
    """The parsed body of a good answer; everything else is raised as what it is."""
    status = answer.status_code
    if status is None:
        raise AnswerError(Fault.UNANSWERED, answer.problem)
    if status in THROTTLING:
        raise AnswerError(Fault.THROTTLED, f"status {status}")
    if status >= 500:
        raise AnswerError(Fault.SERVER, f"status {status}")
    if answer.problem:
        raise AnswerError(Fault.CUT_OFF, answer.problem)
    if status == 200:
        return parse(answer.body)
    raise AnswerError(Fault.REFUSED, f"status {status}: {answer.body[:100].decode('utf-8', 'replace')}")


def _impatient(error: AnswerError) -> bool:
    return error.wait_seconds > PATIENCE_SECONDS
