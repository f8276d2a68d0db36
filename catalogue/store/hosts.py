"""When each host may be asked next, kept over runs and processes. Real time, in seconds since 1970."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from catalogue.database import tables
from catalogue.database.columns import table_of

HOST = table_of(tables.Host)


@dataclass(slots=True)
class Stay:
    """A stretch of time for which one process alone may ask a host: from its next start on, `until` the row says."""

    next_start: float
    until: float


def take_turns(
    session: Session, stays: Mapping[str, float], mine: Mapping[str, Stay], now: float, patience: float
) -> dict[str, float]:
    """Take each host for a stay of so many seconds; how many seconds to wait until each stay begins.

    One of `mine` goes on where nobody came after it. A host that would make us wait longer than `patience` is
    reported, not reserved.
    """
    query = sa.select(HOST.c.name, HOST.c.free_at).where(HOST.c.name.in_(list(stays)))
    free_at = {row.name: row.free_at for row in session.connection().execute(query)}
    free_at |= {host: mine[host].next_start for host in mine.keys() & free_at if mine[host].until == free_at[host]}
    waits = {host: max(0.0, free_at.get(host, now) - now) for host in stays}
    save_free_at(session, {host: now + wait + stays[host] for host, wait in waits.items() if wait <= patience})
    return waits


def save_free_at(session: Session, free_at: Mapping[str, float]) -> None:
    """Let no request to a host start before its moment; an earlier moment never replaces a later one."""
    if not free_at:
        return
    statement = insert(HOST)
    later = statement.on_conflict_do_update(
        index_elements=["name"], set_={"free_at": sa.func.max(HOST.c.free_at, statement.excluded.free_at)}
    )
    session.connection().execute(later, [{"name": name, "free_at": moment} for name, moment in free_at.items()])
