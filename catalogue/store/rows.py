"""Bring a table to what it should hold by touching only what differs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

BATCH = 500
"""Rows a transaction: well under 200 ms of write lock (measured by tests/benchmarks)."""

Row = dict[str, Any]
Key = tuple[Any, ...]


@dataclass(slots=True)
class Tally:
    """How many rows were added, changed and removed."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    def __str__(self) -> str:
        """As progress lines show it."""
        return f"{self.added} added, {self.changed} changed, {self.removed} removed"


@dataclass(frozen=True, slots=True)
class Sync:
    """One table, the columns that name its rows, and the count of what was done to it.

    Each method yields after a batch, for the caller to commit: no transaction is long.
    """

    session: Session
    table: sa.Table
    key: tuple[str, ...]
    tally: Tally = field(default_factory=Tally)

    def replace(self, rows: Iterable[Row], where: Any = None) -> Iterator[None]:
        """Make the table hold these rows and no others; `where` bounds which rows may be deleted."""
        wanted = list(rows)
        yield from self.delete_others({self._key_of(row) for row in wanted}, where)
        yield from self.upsert(wanted)

    def upsert(self, rows: Iterable[Row]) -> Iterator[None]:
        """Insert the rows that are new, update those that differ; all rows have the same columns."""
        wanted = list(rows)
        if not wanted:
            return
        columns = tuple(wanted[0])
        held = {found[: len(self.key)]: found[len(self.key) :] for found in self._select((*self.key, *columns), None)}
        added = [row for row in wanted if self._key_of(row) not in held]
        changed = [row for row in wanted if held.get(self._key_of(row), tuple(row.values())) != tuple(row.values())]
        self.tally.added += len(added)
        self.tally.changed += len(changed)
        yield from self._execute(sa.insert(self.table), added)
        if changed:
            yield from self._execute(self._update(changed[0]), [self._bound(row) for row in changed])

    def delete_others(self, keep: set[Key], where: Any = None) -> Iterator[None]:
        """Delete the rows whose key is not to be kept; `where` bounds which rows are looked at."""
        gone = [key for key in self._select(self.key, where) if key not in keep]
        self.tally.removed += len(gone)
        bound = [self._bound(dict(zip(self.key, key, strict=True))) for key in gone]
        yield from self._execute(sa.delete(self.table).where(*self._matches()), bound)

    def _key_of(self, row: Row) -> Key:
        return tuple([row[column] for column in self.key])

    def _execute(self, statement: Any, rows: Sequence[Row]) -> Iterator[None]:
        for start in range(0, len(rows), BATCH):
            self.session.connection().execute(statement, rows[start : start + BATCH])
            yield

    def _select(self, columns: tuple[str, ...], where: Any) -> list[Key]:
        # A column may be named twice (as part of the key and of the row): labels keep both.
        named = (self.table.c[column].label(f"c{number}") for number, column in enumerate(columns))
        query = sa.select(*named) if where is None else sa.select(*named).where(where)
        return [tuple(row) for row in self.session.connection().execute(query).fetchall()]

    def _update(self, row: Row) -> sa.Update:
        values: Row = {column: sa.bindparam(f"new_{column}") for column in row if column not in self.key}
        return sa.update(self.table).where(*self._matches()).values(values)

    def _matches(self) -> list[sa.ColumnElement[bool]]:
        return [self.table.c[column] == sa.bindparam(f"key_{column}") for column in self.key]

    def _bound(self, row: Row) -> Row:
        return {f"{'key' if column in self.key else 'new'}_{column}": value for column, value in row.items()}


def ids_of(session: Session, table: sa.Table, *key: str) -> dict[Any, int]:
    """The id of each row by its natural key (a tuple where that has several columns)."""
    rows = session.connection().execute(sa.select(table.c.id, *(table.c[column] for column in key)))
    return {row[1] if len(key) == 1 else tuple(row[1:]): row[0] for row in rows}
