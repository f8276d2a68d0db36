"""How the tests of the crawler run it: over a small web, with ports in memory."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from typing import Any

from catalogue.records.web import Visit
from crawler.check import check_links
from crawler.memory import MemoryGate, MemorySink, SystemClock
from crawler.options import CrawlOptions
from crawler.ports import DueLink, Ports
from crawler.settling import CheckSummary
from crawler.web.clients import open_web
from tests.web.smallweb import SmallWeb


def options_for(web: SmallWeb, **settings: Any) -> CrawlOptions:
    """Options that reach a small web, without pauses unless asked for."""
    reach = {"allow_networks": ("127.0.0.0/8",), "connect_to": web.connect_to}
    return CrawlOptions(**{**reach, "host_interval_seconds": 0.0, "timeout_seconds": 5.0, **settings})


async def stream(links: Iterable[DueLink | str]) -> AsyncIterator[DueLink]:
    """Links as the loop takes them."""
    for link in links:
        yield DueLink(link) if isinstance(link, str) else link


def check(
    web: SmallWeb, links: Iterable[DueLink | str], *, canaries: Iterable[str] = (), **settings: Any
) -> tuple[dict[str, Visit], CheckSummary]:
    """What a run over these links comes to: the last visit of each URL, and the summary."""

    async def run() -> tuple[dict[str, Visit], CheckSummary]:
        options, clock, sink = options_for(web, **settings), SystemClock(), MemorySink()
        async with open_web(options, clock) as real_web:
            ports = Ports(real_web, MemoryGate(clock), clock, sink)
            summary = await check_links(stream(links), ports, options, canaries)
        return sink.visits, summary

    return asyncio.run(run())


def look(web: SmallWeb, url: str, **settings: Any) -> Visit:
    """The visit of one link, with a host beside it that is well."""
    beside = web.put("http://beside.test/", _plain)
    return check(web, [url, beside], canaries=[beside], **settings)[0][url]


async def _plain(_: object, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok")
    await writer.drain()
