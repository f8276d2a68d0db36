"""Rows of the database as plain mappings, for templates and feeds."""

import sqlite3
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]


def load_rows(connection: sqlite3.Connection, statement: str, *values: object) -> list[Row]:
    """All rows of a statement."""
    cursor = connection.execute(statement, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def first(rows: Sequence[Row]) -> Row | None:
    """The first of some rows, if there is one."""
    return rows[0] if rows else None
