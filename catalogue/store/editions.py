"""Editions: stored once, never changed."""

from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database import tables_editions
from catalogue.database.columns import table_of
from catalogue.records.editions import Edition, EditionItem
from catalogue.store.rows import BATCH
from catalogue.vocabulary import EditionKind

EDITION, ITEM = table_of(tables_editions.Edition), table_of(tables_editions.EditionItem)
FIELDS = tuple(column.name for column in EDITION.columns)
ITEM_FIELDS = tuple(column.name for column in ITEM.columns if column.name != "edition_id")


def save_edition(session: Session, edition: Edition) -> Edition:
    """Store an edition with its items; if one of its id is stored already, that one is returned untouched."""
    stored = load_edition(session, edition.id)
    if stored:
        return stored
    connection = session.connection()
    connection.execute(sa.insert(EDITION), {name: getattr(edition, name) for name in FIELDS})
    rows = [{"edition_id": edition.id, **asdict(item)} for item in edition.items]
    for start in range(0, len(rows), BATCH):
        connection.execute(sa.insert(ITEM), rows[start : start + BATCH])
    return edition


def load_edition(session: Session, edition_id: str) -> Edition | None:
    """The edition of an id, with its items."""
    row = session.connection().execute(sa.select(EDITION).where(EDITION.c.id == edition_id)).mappings().one_or_none()
    return _edition(session, row) if row else None


def newest_edition(session: Session, kind: EditionKind) -> Edition | None:
    """The edition of a kind that reaches furthest."""
    query = sa.select(EDITION).where(EDITION.c.kind == kind).order_by(EDITION.c.period_end.desc()).limit(1)
    row = session.connection().execute(query).mappings().one_or_none()
    return _edition(session, row) if row else None


def _edition(session: Session, row: sa.RowMapping) -> Edition:
    query = sa.select(ITEM).where(ITEM.c.edition_id == row["id"]).order_by(sa.literal_column("rowid"))
    items = session.connection().execute(query).mappings()
    found = tuple(EditionItem(**{name: item[name] for name in ITEM_FIELDS}) for item in items)
    return Edition(**{name: row[name] for name in FIELDS}, items=found)
