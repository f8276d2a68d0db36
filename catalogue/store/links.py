"""Links: what was seen of them, and what that makes of their state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database import tables
from catalogue.database.columns import Moment, table_of
from catalogue.history import change_between, fold
from catalogue.records.web import Change, History, Policy, Visit
from catalogue.vocabulary import LinkRole, LinkState

LINK, RESOURCE_LINK, RESOURCE = (table_of(m) for m in (tables.Link, tables.ResourceLink, tables.Resource))
VISIT, CHANGE = table_of(tables.Visit), table_of(tables.Change)
HISTORY_FIELDS = tuple(field.name for field in fields(History))
LAST_DAY = "9999-12-31"
VISIT_COLUMNS = tuple(column.name for column in VISIT.columns if column.name not in ("id", "link_id"))


def save_visits(session: Session, visits: Sequence[Visit], policy: Policy) -> list[Change]:
    """Store visits and fold each into the state of its link; the changes of state are stored and returned.

    Visits of URLs that are no link of ours are passed over: there is no history they could be part of.
    """
    rows = _load_links(session, {visit.url for visit in visits})
    known = [visit for visit in visits if visit.url in rows]
    histories, changes = _fold_all(known, rows, policy)
    _execute(session, sa.insert(VISIT), [_visit_row(visit, rows[visit.url]["id"]) for visit in known])
    _execute(session, UPDATE_LINK, [{"key": rows[url]["id"], **_values(history)} for url, history in histories.items()])
    _execute(session, FREE_LINK, [{"key": url} for url in {visit.url for visit in known if visit.counted}])
    _execute(session, sa.insert(CHANGE), [_change_row(change, rows[change.url]["id"]) for change in changes])
    return changes


def _fold_all(
    visits: Iterable[Visit], rows: dict[str, sa.RowMapping], policy: Policy
) -> tuple[dict[str, History], list[Change]]:
    """The history of each link after its visits, and each change of state on the way."""
    histories = {url: History(**{name: row[name] for name in HISTORY_FIELDS}) for url, row in rows.items()}
    changes = []
    for visit in visits:
        before = histories[visit.url]
        after = _as_pinned(fold(before, visit, policy), before, rows[visit.url], visit)
        if change := change_between(before, after, visit):
            changes.append(change)
        histories[visit.url] = after
    return histories, changes


def settle_visits(session: Session, visits: Sequence[Visit], policy: Policy) -> list[Change]:
    """Replace visits that were held back (same URL and time, not counted) by what they turned out to be."""
    rows = _load_links(session, {visit.url for visit in visits})
    held_back = sa.delete(VISIT).where(
        VISIT.c.link_id == sa.bindparam("link"), VISIT.c.checked_at == sa.bindparam("at"), ~VISIT.c.counted
    )
    known = [visit for visit in visits if visit.url in rows]
    _execute(session, held_back, [{"link": rows[visit.url]["id"], "at": visit.checked_at} for visit in known])
    return save_visits(session, visits, policy)


@dataclass(frozen=True, slots=True)
class Move:
    """A resource whose main link leads to another address for good."""

    resource: str
    title: str
    url: str
    final_url: str
    reason: str


def load_moves(session: Session) -> list[Move]:
    """The main links that moved, with where to, by resource key."""
    query = (
        sa.select(RESOURCE.c.key, RESOURCE.c.title, RESOURCE_LINK.c.url, LINK.c.final_url, LINK.c.reason)
        .join(RESOURCE_LINK, RESOURCE_LINK.c.resource_id == RESOURCE.c.id)
        .join(LINK, LINK.c.id == RESOURCE_LINK.c.link_id)
        .where(LINK.c.state == LinkState.MOVED, LINK.c.final_url.is_not(None))
        .where(RESOURCE_LINK.c.role == LinkRole.PRIMARY)
        .order_by(RESOURCE.c.key)
    )
    return [Move(*row) for row in session.connection().execute(query)]


def newest_visit(session: Session) -> datetime | None:
    """When the latest stored visit took place."""
    return session.connection().execute(sa.select(sa.func.max(VISIT.c.checked_at, type_=Moment()))).scalar()


def load_states(session: Session) -> dict[str, int]:
    """How many links that belong to a resource are in each state."""
    named = sa.exists().where(RESOURCE_LINK.c.link_id == LINK.c.id)
    query = sa.select(LINK.c.state, sa.func.count()).where(named).group_by(LINK.c.state)
    return {state.value: count for state, count in session.connection().execute(query)}


def load_canaries(session: Session, count: int) -> list[str]:
    """Links seen well most recently, one a host: when they answer, a silence elsewhere is not our own network's."""
    query = (
        sa.select(LINK.c.url)
        .where(LINK.c.last_ok_at.is_not(None), LINK.c.state == LinkState.OK)
        .group_by(LINK.c.host)
        .order_by(sa.func.max(LINK.c.last_ok_at).desc())
        .limit(count)
    )
    return list(session.connection().execute(query).scalars())


def _as_pinned(after: History, before: History, row: sa.RowMapping, visit: Visit) -> History:
    """The history with the state a person pinned, as long as the pin lasts: visits count, but move nothing."""
    if row["pinned_state"] is None or (row["pinned_until"] or LAST_DAY) < visit.checked_at.date().isoformat():
        return after
    since = after.since if before.state is row["pinned_state"] else visit.checked_at
    return replace(after, state=row["pinned_state"], since=before.since or since)


def _load_links(session: Session, urls: Iterable[str]) -> dict[str, sa.RowMapping]:
    query = sa.select(*(LINK.c[name] for name in ("id", "url", "pinned_state", "pinned_until", *HISTORY_FIELDS))).where(
        LINK.c.url.in_(list(urls))
    )
    return {row["url"]: row for row in session.connection().execute(query).mappings()}


def _visit_row(visit: Visit, link_id: int) -> dict[str, Any]:
    return {"link_id": link_id} | {name: getattr(visit, name) for name in VISIT_COLUMNS}


def _values(history: History) -> dict[str, Any]:
    return {f"new_{name}": getattr(history, name) for name in HISTORY_FIELDS}


def _change_row(change: Change, link_id: int) -> dict[str, Any]:
    return {"link_id": link_id} | {name: getattr(change, name) for name in ("at", "from_state", "to_state", "reason")}


def _execute(session: Session, statement: Any, rows: Sequence[dict[str, Any]]) -> None:
    """One statement for many rows; without rows, nothing (SQLAlchemy would run it once, unbound)."""
    if rows:
        session.connection().execute(statement, rows)


UPDATE_LINK = (
    sa.update(LINK)
    .where(LINK.c.id == sa.bindparam("key"))
    .values({name: sa.bindparam(f"new_{name}") for name in HISTORY_FIELDS})
)
FREE_LINK = sa.update(LINK).where(LINK.c.url == sa.bindparam("key")).values(taken_by=None)
