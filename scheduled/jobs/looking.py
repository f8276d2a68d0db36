"""Where a check looks from: this process, or a fleet of workers; the loop is the same."""

import importlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

from catalogue.errors import SettingsError
from crawler.check import check_links
from crawler.memory import SystemClock
from crawler.options import CrawlOptions
from crawler.ports import DueLink, HostGate, Ports, Sink
from crawler.settling import CheckSummary
from crawler.web.clients import open_web


@dataclass(frozen=True, slots=True)
class Fleet:
    """Workers to look with: so many of our own, or those of a scheduler at an address."""

    workers: int = 0
    scheduler: str | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """How all links of a run are looked at."""

    options: CrawlOptions
    canaries: tuple[str, ...]
    shift: timedelta
    fleet: Fleet | None = None


async def look_at_all(links: AsyncIterator[DueLink], gate: HostGate, sink: Sink, outlook: Outlook) -> CheckSummary:
    """Look at every link once, from here or from a fleet."""
    if outlook.fleet:
        return await _from_fleet(links, gate, sink, outlook, outlook.fleet)
    clock = SystemClock()
    async with open_web(outlook.options, clock) as web:
        ports = Ports(web, gate, clock, sink)
        return await check_links(links, ports, outlook.options, outlook.canaries, outlook.shift)


async def _from_fleet(
    links: AsyncIterator[DueLink], gate: HostGate, sink: Sink, outlook: Outlook, fleet: Fleet
) -> CheckSummary:
    try:
        dask = importlib.import_module("crawler.fleet")
    except ImportError as error:
        raise SettingsError("--workers and --scheduler need: pip install 'roadmap-catalogue[fleet]'") from error
    errand = dask.Errand(outlook.options, outlook.canaries, outlook.shift)
    try:
        async with dask.open_fleet(fleet.workers, fleet.scheduler) as client:
            summary: CheckSummary = await dask.check_on_fleet(links, client, gate, sink, errand)
    except OSError as error:
        raise SettingsError(f"--scheduler {fleet.scheduler}: {error}") from error
    return summary
