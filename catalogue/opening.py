"""Open a catalogue only to read it, with nothing but SQLite: a server needs no more, and keeps 35 MB for its pages."""

import sqlite3
from contextlib import closing
from pathlib import Path

from catalogue.errors import DatabaseError
from catalogue.search.analyzer import ANALYZER_VERSION

APPLICATION_ID = 0x524D4341  # "RMCA": tells our files from other SQLite databases
SCHEMA_VERSION = 1


def connect_to_read(path: Path, *, check_same_thread: bool = True) -> sqlite3.Connection:
    """A connection that cannot write, whatever signs the path holds."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=check_same_thread)


def check_database(path: Path) -> None:
    """Refuse a file that is not ours, or whose index another analyzer made, before anyone asks it a question."""
    if not path.is_file():
        raise DatabaseError(f"{path}: no such database; `catalogue build` makes it")
    try:
        with closing(connect_to_read(path)) as connection:
            refuse_foreign(connection, path)
            check_index(_index_version(connection))
    except sqlite3.Error as error:
        raise DatabaseError(f"{path}: {error}") from error


def refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database of someone else or of a newer version; an empty one may become ours."""
    application, version, count = (
        connection.execute(sql).fetchone()[0]
        for sql in ("pragma application_id", "pragma user_version", "select count(*) from sqlite_schema")
    )
    if application != APPLICATION_ID and (application or count):
        raise DatabaseError(f"{path}: a database, but not one of ours")
    if version > SCHEMA_VERSION:
        raise DatabaseError(f"{path}: made by a newer version (schema {version}, this one knows {SCHEMA_VERSION})")


def check_index(version: int | None) -> None:
    """Refuse an index that another analyzer made: its terms are not the terms of our queries."""
    if version is None:
        raise DatabaseError("the search index was never made: run `catalogue build`")
    if version != ANALYZER_VERSION:
        raise DatabaseError(
            f"the search index was made by analyzer {version}, this is {ANALYZER_VERSION}: run `catalogue build`"
        )


def _index_version(connection: sqlite3.Connection) -> int | None:
    """Which analyzer made the index; None where there is none yet."""
    if connection.execute("select 1 from sqlite_schema where name = 'search_version'").fetchone() is None:
        return None
    found = connection.execute("select analyzer from search_version").fetchone()
    return int(found[0]) if found else None
