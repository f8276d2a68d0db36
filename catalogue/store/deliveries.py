"""Deliveries: which edition reached which receiver, by name."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database import tables_editions
from catalogue.database.columns import table_of
from catalogue.records.deliveries import Delivery
from catalogue.vocabulary import DeliveryState

DELIVERY, EDITION = table_of(tables_editions.Delivery), table_of(tables_editions.Edition)
FIELDS = tuple(field.name for field in fields(Delivery))


def load_undelivered(session: Session, receiver: str, since: datetime) -> Sequence[str]:
    """The ids of editions published since a time that a receiver has not got, oldest first."""
    got = sa.exists().where(
        DELIVERY.c.edition_id == EDITION.c.id,
        DELIVERY.c.receiver == receiver,
        DELIVERY.c.state == DeliveryState.SENT,
    )
    query = sa.select(EDITION.c.id).where(EDITION.c.published_at >= since, ~got)
    return session.connection().execute(query.order_by(EDITION.c.published_at, EDITION.c.id)).scalars().all()


def load_delivery(session: Session, edition_id: str, receiver: str) -> Delivery | None:
    """How far an edition got on its way to a receiver."""
    query = sa.select(DELIVERY).where(DELIVERY.c.edition_id == edition_id, DELIVERY.c.receiver == receiver)
    row = session.connection().execute(query).mappings().one_or_none()
    return Delivery(**{name: row[name] for name in FIELDS}) if row else None


def save_delivery(session: Session, delivery: Delivery) -> None:
    """Note how far an edition got."""
    row = {name: getattr(delivery, name) for name in FIELDS}
    key = (DELIVERY.c.edition_id == delivery.edition_id, DELIVERY.c.receiver == delivery.receiver)
    if not session.connection().execute(sa.update(DELIVERY).where(*key).values(row)).rowcount:
        session.connection().execute(sa.insert(DELIVERY).values(row))


def load_stuck(session: Session) -> Sequence[Delivery]:
    """The deliveries that did not succeed yet."""
    query = sa.select(DELIVERY).where(DELIVERY.c.state != DeliveryState.SENT).order_by(DELIVERY.c.at)
    rows = session.connection().execute(query).mappings()
    return [Delivery(**{name: row[name] for name in FIELDS}) for row in rows]
