"""The week's changes in, the dead-link edition out: made once, then always the same."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from catalogue.database.schema import open_database, reading, writing
from catalogue.editions.deadlinks import deadlinks_id, make_deadlinks
from catalogue.errors import AsOfError
from catalogue.records.editions import Edition, Period
from catalogue.store.changes import first_change_at, load_coverage, load_news, newest_change
from catalogue.store.editions import load_edition, newest_edition, save_edition
from catalogue.store.links import load_states, newest_visit
from catalogue.vocabulary import EditionKind

FIRST_PERIOD = timedelta(days=7)
LATE_ANSWERS = timedelta(hours=1)
"""A check may be storing answers while a report is made; only what is clearly later forbids an as-of."""


@dataclass(frozen=True, slots=True)
class When:
    """The catalogue time of an edition, and the time zone whose weeks count."""

    now: datetime
    timezone: str


def run_report(db: Path, when: When, *, dry_run: bool = False) -> Edition:
    """The dead-link edition of the week of `when`: the stored one, or a new one which is then stored."""
    engine = open_database(db)
    try:
        with reading(engine) as session:
            edition = _edition(session, when)
        if dry_run:
            return edition
        # Reading may take long and holds nobody up; whoever stores the week's edition first has made it.
        with writing(engine) as session:
            return save_edition(session, edition)
    finally:
        engine.dispose()


def _edition(session: Session, when: When) -> Edition:
    name = deadlinks_id(when.now, when.timezone)
    stored = load_edition(session, name)
    if stored:
        return stored
    newest = newest_edition(session, EditionKind.DEADLINKS)
    _refuse_the_past(session, when.now, newest)
    through = newest_change(session)
    period = _period(session, when.now, newest)
    news = load_news(session, period.changes_after, through)
    return make_deadlinks(name, period, news, load_states(session), load_coverage(session, period, through))


def _refuse_the_past(session: Session, now: datetime, newest: Edition | None) -> None:
    if newest and now <= newest.period_end:
        raise AsOfError(f"{now:%Y-%m-%dT%H:%M:%SZ}: edition {newest.id} already covers what happened until then")
    visit = newest_visit(session)
    if visit and visit > now + LATE_ANSWERS:
        raise AsOfError(f"{now:%Y-%m-%dT%H:%M:%SZ}: the newest check is of {visit:%Y-%m-%dT%H:%M:%SZ}")


def _period(session: Session, now: datetime, newest: Edition | None) -> Period:
    """From where the last edition ended; the first one reaches back to the first change, at least a week."""
    if newest:
        covered = json.loads(newest.coverage)
        return Period(newest.period_end, now, covered["changes_through"], covered["visits_through"])
    first = first_change_at(session)
    week_ago = now - FIRST_PERIOD
    return Period(min(week_ago, first - timedelta(seconds=1)) if first else week_ago, now)
