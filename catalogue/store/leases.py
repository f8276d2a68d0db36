"""Which running check holds which link, so that two runs share the work and never look at the same link.

A check that dies takes nothing with it: when its heartbeat is STALE_SECONDS old, its links are free.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database import tables
from catalogue.database.columns import table_of
from catalogue.vocabulary import LinkState

CHECKER, LINK, RESOURCE_LINK = (table_of(m) for m in (tables.Checker, tables.Link, tables.ResourceLink))
PAGE = 200
STALE_SECONDS = 60.0
EARLY = timedelta(hours=2)
"""A weekly run finds what it visited a little later in its hour a week ago, instead of only every other week."""
SETTLED = (LinkState.OK, LinkState.MOVED, LinkState.DEAD, LinkState.SUSPECT, LinkState.UNVERIFIABLE)
"""States whose next check is days away; what is still being found out keeps its distance to the second."""


def save_checker(session: Session, real_now: float) -> int:
    """Enter a check that starts; clears away those that died."""
    session.connection().execute(sa.delete(CHECKER).where(CHECKER.c.beat_at < real_now - STALE_SECONDS))
    entering = sa.insert(CHECKER).values(beat_at=real_now).returning(CHECKER.c.id)
    checker: int = session.connection().execute(entering).scalar_one()
    return checker


def save_beat(session: Session, checker: int, real_now: float) -> None:
    """Say that a check is still running."""
    session.connection().execute(sa.update(CHECKER).where(CHECKER.c.id == checker).values(beat_at=real_now))


def delete_checker(session: Session, checker: int) -> None:
    """A check that ends gives back what it did not get to."""
    session.connection().execute(sa.delete(CHECKER).where(CHECKER.c.id == checker))


def take_due(
    session: Session, checker: int, now: datetime, real_now: float, after: int
) -> Sequence[tuple[int, str, str]]:
    """Take up to PAGE due links (id, url, fingerprint) with an id above `after`, each for this check alone."""
    alive = sa.select(CHECKER.c.id).where(CHECKER.c.beat_at >= real_now - STALE_SECONDS, CHECKER.c.id != checker)
    query = (
        sa.select(LINK.c.id, LINK.c.url, LINK.c.fingerprint)
        .where(LINK.c.id > after, is_due(now))
        .where(sa.or_(LINK.c.taken_by.is_(None), LINK.c.taken_by.not_in(alive)))
        .order_by(LINK.c.id)
        .limit(PAGE)
    )
    taken = [(row.id, row.url, row.fingerprint) for row in session.connection().execute(query)]
    mine = LINK.c.id.in_([link_id for link_id, _, _ in taken])
    session.connection().execute(sa.update(LINK).where(mine).values(taken_by=checker))
    return taken


def load_holders(session: Session, checker: int, now: datetime) -> dict[int, float]:
    """The other checks that hold due links, with the time of their last heartbeat."""
    held = sa.exists().where(LINK.c.taken_by == CHECKER.c.id, is_due(now))
    query = sa.select(CHECKER.c.id, CHECKER.c.beat_at).where(CHECKER.c.id != checker, held)
    return {row.id: row.beat_at for row in session.connection().execute(query)}


def load_beats(session: Session, checkers: Sequence[int]) -> dict[int, float]:
    """The last heartbeat of each of these checks that has not ended."""
    query = sa.select(CHECKER.c.id, CHECKER.c.beat_at).where(CHECKER.c.id.in_(checkers))
    return {row.id: row.beat_at for row in session.connection().execute(query)}


def load_places(session: Session, link_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The addresses with a fragment under which resources know these links."""
    query = sa.select(RESOURCE_LINK.c.link_id, RESOURCE_LINK.c.url).where(
        RESOURCE_LINK.c.link_id.in_(link_ids), RESOURCE_LINK.c.url.contains("#", autoescape=True)
    )
    places: dict[int, tuple[str, ...]] = {}
    for row in session.connection().execute(query.order_by(RESOURCE_LINK.c.url).distinct()):
        places[row.link_id] = (*places.get(row.link_id, ()), row.url)
    return places


def count_due(session: Session, now: datetime) -> int:
    """How many links are due at `now`."""
    query = sa.select(sa.func.count()).select_from(LINK).where(is_due(now))
    return session.connection().execute(query).scalar_one()


def is_due(now: datetime) -> sa.ColumnElement[bool]:
    """A link of some resource whose next check has come; arXiv is asked for its papers elsewhere."""
    named = sa.exists().where(RESOURCE_LINK.c.link_id == LINK.c.id)
    settled = sa.and_(LINK.c.state.in_(SETTLED), LINK.c.next_check_at <= now + EARLY)
    come = sa.or_(LINK.c.next_check_at.is_(None), LINK.c.next_check_at <= now, settled)
    return sa.and_(named, LINK.c.arxiv_id.is_(None), come)
