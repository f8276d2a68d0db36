"""States a person pinned: they hold from the next build until the day they end, whatever visits see meanwhile."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.assembly.content import Content
from catalogue.database import tables
from catalogue.database.columns import table_of
from catalogue.records.curation import Pin
from catalogue.urls import fetch_url

LINK, CHANGE = table_of(tables.Link), table_of(tables.Change)
PINNED = "pinned"
"""The reason of a change of state that a person made."""


def save_pins(session: Session, content: Content, now: datetime) -> int:
    """Put the pinned states of curation on the primary links of their resources; returns how many rows changed."""
    wanted = {fetch_url(resource.url): resource.pin for resource in content.resources if resource.url and resource.pin}
    pinned = LINK.c.pinned_state.is_not(None)
    query = sa.select(LINK.c.id, LINK.c.url, LINK.c.state, LINK.c.pinned_state, LINK.c.pinned_until)
    rows = session.connection().execute(query.where(sa.or_(pinned, LINK.c.url.in_(list(wanted))))).all()
    return sum(_save_pin(session, row, wanted.get(row.url), now) for row in rows)


def _save_pin(
    session: Session, row: sa.Row[int, str, str, str | None, str | None], pin: Pin | None, now: datetime
) -> bool:
    link_id, _url, state, held_state, held_until = row
    until = pin.until.isoformat() if pin and pin.until else None
    values: dict[str, object] = {"pinned_state": pin.state if pin else None, "pinned_until": until}
    in_force = pin is not None and (until is None or now.date().isoformat() <= until)
    if in_force and pin and pin.state != state:
        values |= {"state": pin.state, "since": now}
        change = {"link_id": link_id, "at": now, "from_state": state, "to_state": pin.state, "reason": PINNED}
        session.connection().execute(sa.insert(CHANGE).values(change))
    elif (held_state, held_until) == (values["pinned_state"], until):
        return False
    session.connection().execute(sa.update(LINK).where(LINK.c.id == link_id).values(values))
    return True
