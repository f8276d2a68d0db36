"""Open a catalogue only to read it, with nothing but SQLite: a server needs no more, and keeps 35 MB for its pages."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from catalogue.errors import DatabaseError
from catalogue.search.analyzer import ANALYZER_VERSION

APPLICATION_ID = 0x524D4341  # "RMCA": tells our files from other SQLite databases
SCHEMA_VERSION = 1
EMPTY = "holds nothing yet; `catalogue build` fills it"
"""What a machine leaves that stops in the moment a database is made."""
NEEDED = "this user must be allowed to write it and its folder, where SQLite writes even to read"
TODO = {
    sqlite3.SQLITE_CANTOPEN: NEEDED,
    sqlite3.SQLITE_READONLY: NEEDED,
    sqlite3.SQLITE_CORRUPT: "`catalogue restore` takes back a copy",
    sqlite3.SQLITE_NOTADB: "if it was one, `catalogue restore` takes back a copy",
}
"""What is behind an answer of SQLite, or helps against it, where its own words leave a reader alone."""


def connect_to_read(path: Path, *, check_same_thread: bool = True) -> sqlite3.Connection:
    """A connection that cannot write, whatever signs the path holds."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=check_same_thread)


def check_database(path: Path) -> None:
    """Refuse a file that is not ours, or whose index another analyzer made, before anyone asks it a question."""
    refuse_missing(path)
    with errors_of(path), closing(connect_to_read(path)) as connection:
        refuse_foreign(connection, path)
        check_index(path, _index_version(connection))


@contextmanager
def errors_of(what: Path | str) -> Iterator[None]:
    """Turn what SQLite says into a DatabaseError that names the file, or what was being done to it."""
    try:
        yield
    except sqlite3.Error as error:
        raise DatabaseError(f"{what}: {told(error)}") from error


def told(error: BaseException) -> str:
    """What SQLite says, and what to do about it where that is known."""
    todo = TODO.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return f"{error}; {todo}" if todo else str(error)


def refuse_missing(path: Path) -> None:
    """Refuse a path where no file is."""
    refuse_place(path)
    if not path.is_file():
        raise DatabaseError(f"{path}: no such database; `catalogue build` makes it")


def refuse_place(path: Path) -> None:
    """Refuse a path where no file can be."""
    if path.is_dir():
        raise DatabaseError(f"{path}: a folder, not a database file")
    if not path.parent.is_dir():
        raise DatabaseError(f"{path}: there is no folder {path.parent}")


def holds_nothing(path: Path) -> bool:
    """Whether there is no database at a path, or one in which nothing was made yet."""
    if not path.is_file():
        return True
    with errors_of(path), closing(connect_to_read(path)) as connection:
        return connection.execute("select 1 from sqlite_schema").fetchone() is None


def refuse_foreign(connection: sqlite3.Connection, path: Path, *, may_be_empty: bool = False) -> None:
    """Refuse a database of someone else or of a newer version, and an empty one unless it is to become ours."""
    application, version, count = (
        connection.execute(sql).fetchone()[0]
        for sql in ("pragma application_id", "pragma user_version", "select count(*) from sqlite_schema")
    )
    if application != APPLICATION_ID and (application or count):
        raise DatabaseError(f"{path}: a database, but not one of ours")
    if application != APPLICATION_ID and not may_be_empty:
        raise DatabaseError(f"{path}: {EMPTY}")
    if version > SCHEMA_VERSION:
        raise DatabaseError(f"{path}: made by a newer version (schema {version}, this one knows {SCHEMA_VERSION})")


def check_index(path: Path, version: int | None) -> None:
    """Refuse an index that another analyzer made: its terms are not the terms of our queries."""
    if version is None:
        raise DatabaseError(f"{path}: the search index was never made: run `catalogue build`")
    if version != ANALYZER_VERSION:
        raise DatabaseError(
            f"{path}: the search index was made by analyzer {version}, this is {ANALYZER_VERSION}: "
            "run `catalogue build`"
        )


def _index_version(connection: sqlite3.Connection) -> int | None:
    """Which analyzer made the index; None where there is none yet."""
    if connection.execute("select 1 from sqlite_schema where name = 'search_version'").fetchone() is None:
        return None
    found = connection.execute("select analyzer from search_version").fetchone()
    return int(found[0]) if found else None
