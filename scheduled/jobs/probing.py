"""URLs and documents in, one judgement for each URL out: a probe, without a database."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from catalogue.documents.alllinks import find_addresses
from catalogue.documents.decoding import NotTextError, decode
from catalogue.errors import InputError
from catalogue.records.web import Visit
from catalogue.urls import fetch_url
from crawler.check import check_links
from crawler.memory import MemoryGate, MemorySink, SystemClock
from crawler.options import CrawlOptions
from crawler.ports import DueLink, Ports
from crawler.settling import CheckSummary
from crawler.web.clients import open_web

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Named:
    """Where a URL stands: a file and a line, or nothing where it was given on the command line."""

    url: str
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """What a probe saw: the visit of each URL, and the summary of the run."""

    visits: dict[str, Visit]
    summary: CheckSummary


def read_named(inputs: Iterable[str]) -> list[Named]:
    """The URLs that inputs name: a URL itself, a document, or `-` for what comes on stdin."""
    named: list[Named] = []
    for given in inputs:
        if "://" in given or given.lower().startswith("mailto:"):
            named.append(Named(given))
        elif given == STDIN:
            named += _named_in(sys.stdin.buffer.read(), STDIN)
        else:
            named += _named_in(_read(Path(given)), given)
    return named


def run_probe(urls: Iterable[str], options: CrawlOptions, on_visit: Callable[[], None]) -> ProbeResult:
    """Look at each URL once; URLs that differ by their fragment only are fetched once."""
    return asyncio.run(_probe(urls, options, on_visit))


async def _probe(urls: Iterable[str], options: CrawlOptions, on_visit: Callable[[], None]) -> ProbeResult:
    clock, sink, options = SystemClock(), _TellingSink(on_visit), replace(options, page_facts=False)
    async with open_web(options, clock) as web:
        summary = await check_links(_pages(urls), Ports(web, MemoryGate(clock), clock, sink), options)
    return ProbeResult(sink.visits, summary)


async def _pages(urls: Iterable[str]) -> AsyncIterator[DueLink]:
    pages: dict[str, dict[str, None]] = {}
    for url in urls:
        pages.setdefault(fetch_url(url), {})[url] = None
    for same_page in pages.values():
        first, *others = same_page
        yield DueLink(first, tuple(others))


class _TellingSink(MemorySink):
    """Keeps visits, and tells of each as it comes."""

    def __init__(self, on_visit: Callable[[], None]) -> None:
        super().__init__()
        self._on_visit = on_visit

    async def visit(self, visit: Visit) -> None:
        """Keep a visit and tell."""
        await super().visit(visit)
        self._on_visit()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(path, (error.strerror or str(error)).lower()) from error


def _named_in(data: bytes, name: str) -> list[Named]:
    if not data.strip():
        return []
    try:
        text, _ = decode(data)
    except NotTextError as error:
        raise InputError(name, str(error)) from error
    return [Named(url, "" if name == STDIN else name, line) for line, url in find_addresses(text)]
