"""What arXiv announced, read into the ledger: `catalogue papers`."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import sqlalchemy as sa

from catalogue.database.schema import open_database, reading, writing
from catalogue.errors import AsOfError
from catalogue.records.arxiv_ids import canonical_categories, oai_set
from catalogue.records.papers import Paper
from catalogue.store.arxiv_links import load_unknown, save_gone, save_known
from catalogue.store.arxiv_sets import ALIVE, BEGAN, load_day, load_set, save_day, save_set
from catalogue.store.papers import save_looked_up
from crawler.arxiv.api import parse_feed
from crawler.arxiv.asking import Asker
from crawler.arxiv.calendar import SETTLED_AFTER, batch_of, batches_between, week_end, week_start
from crawler.arxiv.client import open_arxiv
from crawler.arxiv.faults import AnswerError, Fault
from crawler.arxiv.harvest import harvest_set
from crawler.arxiv.lookup import look_up
from crawler.arxiv.oai import OaiPage, parse_page
from crawler.options import CrawlOptions
from scheduled.jobs.arxiv_shelf import StoredGate, StoredShelf, first_day
from scheduled.settings.load import Settings


@dataclass(frozen=True, slots=True)
class PapersSummary:
    """What a run brought: sights by kind, sets that could not be read, records that made no sense."""

    sights: Mapping[str, int]
    failed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def run_papers(db: Path, settings: Settings, now: datetime) -> PapersSummary:
    """Read what arXiv has announced since the last run; what failed is told, and read the next time."""
    engine = open_database(db, create=True)
    try:
        return asyncio.run(_run(engine, settings, now))
    finally:
        engine.dispose()


def plan_papers(db: Path, settings: Settings, now: datetime) -> dict[str, date]:
    """For each set, the day a run would read from; nothing is asked and nothing written."""
    engine = open_database(db)
    try:
        with reading(engine) as session:
            began = load_day(session, BEGAN) or _this_week(now)
            return {spec: first_day(load_set(session, spec), began) for spec in _sets(settings)}
    finally:
        engine.dispose()


async def _run(engine: sa.Engine, settings: Settings, now: datetime) -> PapersSummary:
    specs = _sets(settings)
    shelf = StoredShelf(engine, now, lambda: datetime.now(UTC), _begin(engine, specs, now))
    gate = StoredGate(engine, settings.arxiv.interval_seconds)
    async with open_arxiv(CrawlOptions(**settings.crawler.model_dump())) as web:
        asker = Asker(web, gate, settings.arxiv.interval_seconds)
        shelf.problems += await _look_up(asker, settings, engine, now)
        failed = await _harvest(asker, settings.arxiv.oai_url, shelf, specs)
        for spec, problem in failed.items():
            with writing(engine) as session:
                save_set(session, spec, problem=problem)
        if not failed:
            await _look_for_life(asker, settings.arxiv.oai_url, engine, specs, now)
    with writing(engine) as session:
        save_known(session, now, settings.policy.policy())
    return PapersSummary({str(kind): count for kind, count in shelf.sights.items()}, failed, tuple(shelf.problems))


def _begin(engine: sa.Engine, specs: tuple[str, ...], now: datetime) -> date:
    """The ledger's first evening, the Sunday of the week it was begun in; `now` must not lie before what was read."""
    with writing(engine) as session:
        for state in (load_set(session, spec) for spec in specs):
            if state.covered_until and now < state.covered_until:
                read = state.covered_until.isoformat()
                raise AsOfError(f"arXiv was read as of {read}: {now.isoformat()} is before that")
        began = load_day(session, BEGAN)
        if began is None:
            began = _this_week(now)
            save_day(session, BEGAN, began)
    return began


def _sets(settings: Settings) -> tuple[str, ...]:
    return tuple(dict.fromkeys(oai_set(name) for name in canonical_categories(list(settings.arxiv.categories))))


def _this_week(now: datetime) -> date:
    """The Sunday evening that began the week."""
    start = week_start(now)
    return batches_between(start, week_end(start))[0].evening


async def _look_up(asker: Asker, settings: Settings, engine: sa.Engine, now: datetime) -> list[str]:
    """Ask once for each paper the catalogue links to and we have no record of; returns what went wrong.

    It comes before the harvest, so that a further version of such a paper shows as an update.
    """
    with writing(engine) as session:
        unknown = load_unknown(session, now)

    async def ask_feed(query: dict[str, str]) -> tuple[Paper, ...]:
        return await asker.ask(settings.arxiv.api_url, query, parse_feed)

    async def ask_page(query: dict[str, str]) -> OaiPage:
        return await asker.ask(settings.arxiv.oai_url, query, parse_page)

    found = await look_up(ask_feed, ask_page, unknown)
    with writing(engine) as session:
        save_looked_up(session, found.papers, now)
        save_gone(session, found.gone, now, settings.policy.policy())
    return [f"looking papers up: {found.problem}"] if found.problem else []


async def _harvest(asker: Asker, url: str, shelf: StoredShelf, specs: tuple[str, ...]) -> dict[str, str]:
    """Read every set; a server that throttles or does not answer is left alone for this run."""
    failed: dict[str, str] = {}

    async def ask(query: dict[str, str]) -> OaiPage:
        return await asker.ask(url, query, parse_page)

    for position, spec in enumerate(specs):
        try:
            await harvest_set(ask, shelf, spec)
        except AnswerError as error:
            failed[spec] = str(error)
            if error.fault in (Fault.THROTTLED, Fault.UNANSWERED):
                failed |= dict.fromkeys(specs[position + 1 :], f"not asked: {error.fault}")
                break
    return failed


async def _look_for_life(asker: Asker, url: str, engine: sa.Engine, specs: tuple[str, ...], now: datetime) -> None:
    """If our sets show nothing of the last due batch, ask whether arXiv as a whole does (quiet) or not (stale)."""
    due = batch_of((now - SETTLED_AFTER).date())
    stamp = due.announced_at.date()
    with writing(engine) as session:
        states = [load_set(session, spec) for spec in specs]
    if any(state.newest and state.newest >= stamp for state in states):
        return
    query = {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "from": stamp.isoformat()}
    try:
        page = await asker.ask(url, query, parse_page)
    except AnswerError:
        return  # no sign of life is what an edition will say then
    if page.newest:
        with writing(engine) as session:
            save_day(session, ALIVE, max(page.newest, load_day(session, ALIVE) or page.newest))
