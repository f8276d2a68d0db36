"""The same loop on a Dask cluster: links are sharded by host, so that each host has one asker and politeness holds.

Workers look, the coordinator alone writes. A batch whose worker dies is looked at again: each link is answered once.
"""

import asyncio
import zlib
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta

from distributed import Client

from catalogue.records.web import PageFacts, Visit
from catalogue.urls import server_of
from crawler.check import check_links
from crawler.memory import MemoryGate, MemorySink, SystemClock
from crawler.options import CrawlOptions
from crawler.ports import DueLink, HostGate, Ports, Sink
from crawler.settling import CheckSummary
from crawler.web.clients import open_web

BATCH, SHARDS_PER_WORKER = 200, 4
Line = asyncio.Queue[DueLink | None]


@dataclass(frozen=True, slots=True)
class Errand:
    """What a worker is sent out with; `waits` are the seconds until each host may be asked."""

    options: CrawlOptions
    canaries: tuple[str, ...] = ()
    shift: timedelta = timedelta(0)
    links: tuple[DueLink, ...] = ()
    waits: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker comes back with; `waits` are the seconds until each host may be asked again."""

    visits: tuple[Visit, ...]
    facts: tuple[PageFacts, ...]
    waits: Mapping[str, float]


@asynccontextmanager
async def open_fleet(workers: int, scheduler: str | None) -> AsyncIterator[Client]:
    """The cluster at an address, or one of our own on this machine."""
    own = {"n_workers": workers, "threads_per_worker": SHARDS_PER_WORKER, "dashboard_address": None}
    async with Client(scheduler, asynchronous=True, timeout=10, **({} if scheduler else own)) as client:
        yield client


async def check_on_fleet(
    links: AsyncIterator[DueLink], client: Client, gate: HostGate, sink: Sink, errand: Errand
) -> CheckSummary:
    """Look at every link once, on the workers of a cluster; `errand` has what all batches share."""
    shards = max(len(client.scheduler_info()["workers"]), 1) * SHARDS_PER_WORKER
    lines = [Line(2 * BATCH) for _ in range(shards)]
    summary = CheckSummary()

    async def serve(line: Line) -> None:
        """Send out the links of one shard, one batch after the other: a host has one asker at a time."""
        async for batch in _batches(line):
            waits = await gate.reserve({server_of(link.url): 0.0 for link in batch})
            sent = replace(errand, links=tuple(batch), waits=dict(waits))
            answer: Answer = await client.submit(run_errand, sent, pure=False)
            for visit in answer.visits:
                summary.count(visit)
            await _store(answer, gate, sink)

    async with asyncio.TaskGroup() as tasks:
        for line in lines:
            tasks.create_task(serve(line))
        async for link in links:
            await lines[zlib.crc32(server_of(link.url).encode()) % shards].put(link)
        for line in lines:
            await line.put(None)
    return summary


async def _store(answer: Answer, gate: HostGate, sink: Sink) -> None:
    for visit in answer.visits:
        await sink.visit(visit)
    for facts in answer.facts:
        await sink.facts(facts)
    for host, wait in answer.waits.items():
        await gate.hold(host, SystemClock().now() + timedelta(seconds=wait))


async def _batches(line: Line) -> AsyncIterator[list[DueLink]]:
    """What stands in line, up to BATCH links at a time; None ends it."""
    batch: list[DueLink] = []
    while (link := await line.get()) is not None:
        batch.append(link)
        if len(batch) >= BATCH or line.empty():
            yield batch
            batch = []
    if batch:
        yield batch


async def run_errand(errand: Errand) -> Answer:
    """Look at a batch of links, in a worker, with ports in its memory."""
    clock, sink = SystemClock(), MemorySink()
    gate = MemoryGate(clock, errand.waits)
    async with open_web(errand.options, clock) as web:
        links, ports = _stream(errand.links), Ports(web, gate, clock, sink)
        await check_links(links, ports, errand.options, errand.canaries, errand.shift)
    return Answer(tuple(sink.visits.values()), tuple(sink.pages), gate.waits())


async def _stream(links: Iterable[DueLink]) -> AsyncIterator[DueLink]:
    for link in links:
        yield link
