"""Links: which are due, what was seen of them, what that makes of their state."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from catalogue import tables
from catalogue.history import change_between, fold
from catalogue.records.web import Change, History, Policy, Visit
from catalogue.tables import table_of

LINK, RESOURCE_LINK = table_of(tables.Link), table_of(tables.ResourceLink)
VISIT, CHANGE = table_of(tables.Visit), table_of(tables.Change)
HISTORY_FIELDS = tuple(field.name for field in fields(History))
PAGE = 500


def load_due(session: Session, now: datetime, after: int = 0) -> Sequence[tuple[int, str]]:
    """Up to PAGE links (id, url) that are due at `now` and belong to a resource, by id after `after`."""
    query = (
        sa.select(LINK.c.id, LINK.c.url)
        .where(LINK.c.id > after, _due(now))
        .where(sa.exists().where(RESOURCE_LINK.c.link_id == LINK.c.id))
        .order_by(LINK.c.id)
        .limit(PAGE)
    )
    return [(row.id, row.url) for row in session.connection().execute(query)]


def count_due(session: Session, now: datetime) -> int:
    """How many links are due at `now`."""
    named = sa.exists().where(RESOURCE_LINK.c.link_id == LINK.c.id)
    query = sa.select(sa.func.count()).select_from(LINK).where(_due(now), named)
    return session.connection().execute(query).scalar_one()


def newest_visit(session: Session) -> datetime | None:
    """When the latest stored visit took place."""
    return session.connection().execute(sa.select(sa.func.max(VISIT.c.checked_at, type_=tables.Moment()))).scalar()


def save_visits(session: Session, visits: Iterable[Visit], policy: Policy) -> list[Change]:
    """Store visits and fold each into the state of its link; the changes of state are stored and returned."""
    changes = []
    for visit in visits:
        row = session.connection().execute(sa.select(LINK).where(LINK.c.url == visit.url)).mappings().one_or_none()
        if row is None:
            continue  # the link was never ours: nothing to hold its history
        before = History(**{name: row[name] for name in HISTORY_FIELDS})
        after = fold(before, visit, policy)
        _insert_visit(session, row["id"], visit)
        session.connection().execute(sa.update(LINK).where(LINK.c.id == row["id"]).values(asdict(after)))
        change = change_between(before, after, visit)
        if change:
            changes.append(change)
            values = {name: getattr(change, name) for name in ("at", "from_state", "to_state", "reason")}
            session.connection().execute(sa.insert(CHANGE).values(link_id=row["id"], **values))
    return changes


def load_states(session: Session) -> dict[str, int]:
    """How many links that belong to a resource are in each state."""
    named = sa.exists().where(RESOURCE_LINK.c.link_id == LINK.c.id)
    query = sa.select(LINK.c.state, sa.func.count()).where(named).group_by(LINK.c.state)
    return {state.value: count for state, count in session.connection().execute(query)}


def _due(now: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(LINK.c.next_check_at.is_(None), LINK.c.next_check_at <= now)


def _insert_visit(session: Session, link_id: int, visit: Visit) -> None:
    values: dict[str, Any] = {
        column.name: getattr(visit, column.name) for column in VISIT.columns if column.name not in ("id", "link_id")
    }
    session.connection().execute(sa.insert(VISIT).values(link_id=link_id, **values))
