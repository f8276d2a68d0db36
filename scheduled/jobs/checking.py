"""Due links in, visits and states out: the check."""

import asyncio
import gc
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from catalogue.database.schema import open_database, reading
from catalogue.errors import AsOfError, CatalogueError
from catalogue.records.web import Change, Visit
from catalogue.store.leases import count_due, delete_checker, save_checker
from catalogue.store.links import load_canaries, newest_visit
from crawler.memory import SystemClock
from crawler.providers.rows import Providers, shipped_providers
from crawler.settling import CheckSummary
from scheduled.jobs.archiving import run_archiving
from scheduled.jobs.leasing import iterate_due, keep_beating
from scheduled.jobs.looking import Fleet, Outlook, look_at_all
from scheduled.jobs.storedports import StoredGate, StoredSink, write
from scheduled.settings.crawling import crawl_options
from scheduled.settings.load import Settings

CANARIES = 8


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check saw, how many states it `changed`, and the first of these `changes`."""

    summary: CheckSummary
    changed: int
    changes: tuple[Change, ...]


def count_links_due(db: Path, now: datetime) -> int:
    """How many links a check at `now` would visit."""
    engine = open_database(db)
    try:
        with reading(engine) as session:
            _refuse_the_past(newest_visit(session), now)
            return count_due(session, now)
    finally:
        engine.dispose()


@dataclass(frozen=True, slots=True)
class Turn:
    """The catalogue time of a check, for how long it may begin new visits, whom it sends, and the rules it goes by.

    What is left when the time is over is due the next time. As of a time (`is_as_of`) every visit bears just that time.
    """

    now: datetime
    minutes: float = math.inf
    fleet: Fleet | None = None
    providers: Providers = field(default_factory=shipped_providers)
    is_as_of: bool = False


def run_check(settings: Settings, db: Path, turn: Turn, on_visit: Callable[[Visit], None]) -> CheckResult:
    """Visit every link due at a time; each visit is stored within a second, and told to `on_visit`."""
    engine = open_database(db)
    try:
        with reading(engine) as session:
            _refuse_the_past(newest_visit(session), turn.now)
            canaries = load_canaries(session, CANARIES)
        with _sparing_what_stays():
            return asyncio.run(_check(engine, settings, turn, canaries, on_visit))
    except* CatalogueError as group:  # one of many tasks could not write: its reason is the run's
        raise _first(group) from group
    finally:
        engine.dispose()


@contextmanager
def _sparing_what_stays() -> Iterator[None]:
    """Keep the garbage collector off what was there before: walking over all imports stops the loop for 0.2 s."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


async def _check(
    engine: sa.Engine, settings: Settings, turn: Turn, canaries: list[str], on_visit: Callable[[Visit], None]
) -> CheckResult:
    clock, options = SystemClock(), replace(crawl_options(settings.crawler), providers=turn.providers)
    sink = StoredSink(engine, settings.policy.policy(), on_visit, turn.now if turn.is_as_of else None)
    checker = await write(engine, lambda session: save_checker(session, clock.now().timestamp()))
    ahead, over = turn.now - clock.now(), asyncio.Event()
    beating = asyncio.create_task(keep_beating(engine, checker, clock, sink, over))
    try:
        links = iterate_due(engine, checker, turn.now, clock, clock.monotonic() + 60 * turn.minutes)
        outlook = Outlook(options, tuple(canaries), ahead, turn.fleet)
        summary = await look_at_all(links, StoredGate(engine, clock), sink, outlook)
    finally:
        over.set()
        await beating
        await sink.flush()
        await write(engine, lambda session: delete_checker(session, checker))
    if settings.archive.cdx_url:
        await run_archiving(engine, settings.archive.cdx_url, options, clock.now() + ahead, clock)
    return CheckResult(summary, sink.changed, tuple(sink.changes))


def _first(group: BaseExceptionGroup[CatalogueError]) -> CatalogueError:
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    assert isinstance(error, CatalogueError)
    return error


def _refuse_the_past(newest: datetime | None, now: datetime) -> None:
    """History is a fold over visits in order of time: a visit before the last one has no place in it."""
    if newest and now < newest:
        raise AsOfError(f"{now.isoformat()} is before the newest stored visit ({newest.isoformat()})")
