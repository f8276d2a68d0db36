"""The week's new papers, ranked, as an edition: `catalogue digest`."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database.schema import open_database, reading, writing
from catalogue.editions.coverage import judge_coverage
from catalogue.editions.digest import Shelf, digest_id, make_digest
from catalogue.ranking.rank import Catalogue, rank
from catalogue.records.arxiv_ids import canonical_categories, oai_set
from catalogue.records.digest import Coverage, PaperNews, Reach, Week
from catalogue.records.editions import Edition
from catalogue.records.papers import Batch
from catalogue.records.ranking import Ranked
from catalogue.store.arxiv_sets import ALIVE, BEGAN, load_day, load_set
from catalogue.store.digests import (
    claim,
    load_announced,
    load_batch_counts,
    load_likes,
    load_topics,
    load_waiting,
)
from catalogue.store.editions import load_edition, save_edition
from catalogue.vocabulary import Sight
from crawler.arxiv.calendar import batches_between, last_complete_week
from scheduled.settings.load import Settings

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Any period, for a ranking: from a moment up to another one."""

    start: datetime
    end: datetime


def run_digest(db: Path, settings: Settings, now: datetime, *, dry_run: bool = False) -> Edition:
    """The digest of the last complete week: the stored one, or a new one, which is then stored with all it tells."""
    start, end = last_complete_week(now)
    batches = batches_between(start, end)
    week = Week(start, end, batches[0].evening, batches[0].evening + 7 * DAY)
    engine = open_database(db)
    try:
        with reading(engine) as session:
            stored = load_edition(session, digest_id(week))
            if stored:
                return stored
            edition, news = _make(session, settings, week, batches)
            edition = replace(edition, published_at=now)
        return edition if dry_run else _store(engine, edition, news)
    finally:
        engine.dispose()


def run_ranking(db: Path, settings: Settings, span: Span) -> list[Ranked]:
    """The papers announced in a period, best first; nothing is recorded."""
    evenings = [batch.evening for batch in batches_between(span.start, span.end)]
    engine = open_database(db)
    try:
        with reading(engine) as session:
            papers = load_announced(session, evenings[0], evenings[-1] + DAY) if evenings else []
            catalogue = Catalogue(tuple(load_likes(session)), tuple(load_topics(session)))
    finally:
        engine.dispose()
    return rank(papers, catalogue, (span.end - DAY / 2).date(), settings.digest.author_prior)


def _make(
    session: Session, settings: Settings, week: Week, batches: tuple[Batch, ...]
) -> tuple[Edition, list[PaperNews]]:
    news = load_waiting(session, week.end_evening)
    likes, topics = load_likes(session), load_topics(session)
    new = [each.paper for each in news if Sight.NEW in each.sights]
    catalogue = Catalogue(tuple(likes), tuple(topics))
    ranked = rank(new, catalogue, week.end_evening - DAY, settings.digest.author_prior)
    shelf = Shelf(
        settings.digest.top_n,
        {topic.topic_id: topic.names[0] for topic in topics},
        {liked.key: liked.title for liked in likes},
    )
    return make_digest(week, _coverage(session, settings, week, batches), news, ranked, shelf), news


def _coverage(session: Session, settings: Settings, week: Week, batches: tuple[Batch, ...]) -> Coverage:
    """What became of each evening, by the set that was read least far and the newest date seen at arXiv."""
    names = canonical_categories(list(settings.arxiv.categories))
    states = [load_set(session, oai_set(name)) for name in names]
    newest = [*(state.newest for state in states), load_day(session, ALIVE)]
    reach = Reach(
        asked_at=_earliest([state.asked_at for state in states]),
        covered_until=_earliest([state.covered_until for state in states]),
        newest=max((day for day in newest if day), default=None),
    )
    counts = load_batch_counts(session, week.first_evening, week.end_evening)
    due_at = max((batch.due_at for batch in batches if not batch.holiday), default=week.start)
    problems = tuple(
        (state.spec, state.problem or "not read")
        for state in states
        if state.asked_at is None or state.asked_at < due_at
    )
    judged = judge_coverage(batches, counts, reach)
    return Coverage(judged, problems, load_day(session, BEGAN))


def _earliest(moments: list[datetime | None]) -> datetime | None:
    """The first of the moments, or None if one of them never was."""
    known = [moment for moment in moments if moment]
    return min(known) if known and len(known) == len(moments) else None


def _store(engine: sa.Engine, edition: Edition, news: list[PaperNews]) -> Edition:
    """Store an edition and mark what it dealt with, in one step; if another run was faster, its edition holds."""
    with writing(engine) as session:
        saved = save_edition(session, edition)
        if saved is edition:
            claim(session, edition.id, news)
    return saved
