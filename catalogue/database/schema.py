"""Open a database: create it, know it for ours, keep its views the ones of this version.

Write transactions are short (`writing`), reading ones see one moment (`reading`); both turn what SQLite
says into a DatabaseError that names the file.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import Session
from sqlmodel import SQLModel, create_engine

from catalogue.database import tables, tables_editions, tables_papers  # noqa: F401  (a table is known once it was imported)
from catalogue.database.opening import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    errors_of,
    refuse_foreign,
    refuse_missing,
    refuse_place,
    told,
)
from catalogue.database.views import VIEWS
from catalogue.database.views_papers import PAPER_VIEWS
from catalogue.errors import DatabaseError
from catalogue.search.ddl import COLUMNS, DROP_INDEX, INDEX_DDL, RESOURCE_SEARCH

BUSY_TIMEOUT_MS = 30_000
LOG_TRIES = 100
ALL_VIEWS = VIEWS | PAPER_VIEWS | {"resource_search": RESOURCE_SEARCH}


def open_database(path: Path, *, create: bool = False) -> sa.Engine:
    """An engine for a catalogue database; with `create`, made or brought to this version's schema."""
    if create:
        refuse_place(path)
    else:
        refuse_missing(path)
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    try:
        with _errors_of(path):
            with closing(engine.raw_connection()) as raw:
                refuse_foreign(raw.cursor().connection, path, may_be_empty=create)
            if create:
                _create(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: sa.Engine) -> Iterator[Session]:
    """A session that takes the write lock at once, so that it never fails half way; commits at the end."""
    with _errors_of(Path(engine.url.database or "")), Session(engine) as session:
        yield session
        session.commit()


@contextmanager
def reading(engine: sa.Engine) -> Iterator[Session]:
    """A session that sees one moment of the database and waits for nobody."""
    deferred = engine.execution_options(sqlite_begin="DEFERRED")
    with _errors_of(Path(engine.url.database or "")), Session(deferred) as session:
        yield session


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin
    connection.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma synchronous = normal")


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('sqlite_begin', 'IMMEDIATE')}")


def _create(engine: sa.Engine) -> None:
    with closing(engine.raw_connection()) as raw:
        _keep_a_log(raw.cursor())
    with engine.begin() as connection:
        SQLModel.metadata.create_all(connection)
        for index in (index for table in SQLModel.metadata.sorted_tables for index in table.indexes):
            index.create(connection, checkfirst=True)  # one that is younger than the table
        _make_index(connection)
        _make_views(connection)
        connection.exec_driver_sql(f"pragma application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"pragma user_version = {SCHEMA_VERSION}")


def _keep_a_log(cursor: DBAPICursor) -> None:
    """Let readers read while one writes (WAL). Here SQLite does not wait for another who does the same: we do."""
    for _ in range(LOG_TRIES - 1):
        try:
            cursor.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError:
            cursor.execute("begin immediate")  # waits its turn
            cursor.execute("rollback")
        else:
            return
    cursor.execute("pragma journal_mode = wal")


def _make_index(connection: sa.Connection) -> None:
    """Make the search index; one of an older version, with other columns, goes and waits to be filled by the build."""
    held = [row.name for row in connection.exec_driver_sql("pragma table_info(search_text)")]
    fresh = () if held in ([], ["id", *COLUMNS]) else DROP_INDEX
    for statement in (*fresh, *INDEX_DDL):
        connection.exec_driver_sql(statement)


def _make_views(connection: sa.Connection) -> None:
    """Replace each view whose text differs, drop each that is no longer in the contract."""
    known = connection.exec_driver_sql("select name, sql from sqlite_schema where type = 'view'").all()
    stored: dict[str, Any] = {row.name: row.sql for row in known}
    wanted = {name: f"CREATE VIEW {name} AS {text.strip()}" for name, text in ALL_VIEWS.items()}
    for name in [name for name, sql in stored.items() if wanted.get(name) != sql]:
        connection.exec_driver_sql(f"drop view {name}")
    for name, sql in wanted.items():
        if stored.get(name) != sql:
            connection.exec_driver_sql(sql)


@contextmanager
def _errors_of(path: Path) -> Iterator[None]:
    try:
        with errors_of(path):
            yield
    except sa.exc.IntegrityError:
        raise  # a broken promise of our own code: its traceback is wanted
    except sa.exc.DBAPIError as error:
        raise DatabaseError(f"{path}: {told(error.orig or error)}") from error
