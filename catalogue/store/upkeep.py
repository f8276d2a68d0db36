"""Keep the database well: copy it whole while it is used, take a copy back, check it, thin what is old."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database import tables
from catalogue.database.columns import table_of
from catalogue.database.opening import (
    APPLICATION_ID,
    EMPTY,
    SCHEMA_VERSION,
    errors_of,
    refuse_foreign,
    refuse_missing,
    told,
)
from catalogue.errors import DatabaseError
from catalogue.store.rows import BATCH

VISIT, CHANGE, RUN = table_of(tables.Visit), table_of(tables.Change), table_of(tables.Run)


def save_copy(db: Path, target: Path) -> None:
    """Write the database, as it is at one moment, to a new file; nobody who uses it has to wait.

    The copy appears under its name only when it is whole and sound.
    """
    part = target.with_name(target.name + ".part")
    refuse_missing(db)
    with errors_of(db), closing(_connect(db)) as source:
        refuse_foreign(source, db)
    with errors_of(f"{db}: no copy at {target}"), _files(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            with closing(_connect(db)) as source:
                source.execute("vacuum into ?", (str(part),))
            problem = find_damage(part)
            if problem:
                raise DatabaseError(f"{db}: its copy is damaged: {problem}")
            part.replace(target)
        finally:
            for left in (part, part.with_name(part.name + "-journal")):  # a full disk leaves both
                left.unlink(missing_ok=True)


def load_copy(copy: Path, db: Path) -> None:
    """Put a copy in the place of a database, in one transaction: readers and a crash see the old one or the new."""
    with errors_of(db), closing(_connect(copy)) as source, closing(_connect(db)) as target:
        source.backup(target, pages=-1)
        target.execute("pragma journal_mode = wal")


def find_damage(db: Path) -> str | None:
    """What is wrong with a database file, in one line; nothing where it is sound and ours.

    Opened for writing, since what a killed process left in the log must be taken up before anything can be read.
    """
    try:
        with closing(sqlite3.connect(f"file:{db}?mode=rw", uri=True, timeout=30)) as connection:
            return _damage(connection)
    except sqlite3.Error as error:
        return told(error)


def refuse_others(db: Path) -> None:
    """Refuse a file of another program or a newer version; one that cannot be read may be ours, damaged."""
    with suppress(sqlite3.Error), closing(_connect(db)) as connection:
        refuse_foreign(connection, db, may_be_empty=True)


def load_spare_visits(session: Session, before: datetime, *, counted: bool) -> Sequence[int]:
    """The ids of visits older than a time that tell nothing new.

    Of each link one visit a month for each verdict is kept, and every visit that made a change of state: what a
    link's history says stays true. With `counted` false only visits that never counted are looked at.
    """
    month = sa.func.substr(sa.type_coerce(VISIT.c.checked_at, sa.String), 1, 7)
    nth = sa.func.row_number().over(
        partition_by=(VISIT.c.link_id, VISIT.c.verdict, month), order_by=(VISIT.c.checked_at, VISIT.c.id)
    )
    rows = (
        sa.select(VISIT.c.id, VISIT.c.link_id, VISIT.c.checked_at, nth.label("nth"))
        .where(VISIT.c.checked_at < before, *([] if counted else [VISIT.c.counted.is_(False)]))
        .subquery()
    )
    made = sa.exists().where(CHANGE.c.link_id == rows.c.link_id, CHANGE.c.at == rows.c.checked_at)
    spare = sa.select(rows.c.id).where(rows.c.nth > 1, ~made).order_by(rows.c.id)
    return session.connection().execute(spare).scalars().all()


def load_old_runs(session: Session, before: datetime) -> Sequence[int]:
    """The ids of the runs of jobs that ended before a time."""
    return session.connection().execute(sa.select(RUN.c.id).where(RUN.c.finished_at < before)).scalars().all()


def delete_rows(session: Session, table: str, ids: Sequence[int]) -> Iterator[None]:
    """Delete rows of `visit` or `run` by id; yields after each batch, for the caller to commit."""
    target = {"visit": VISIT, "run": RUN}[table]
    for start in range(0, len(ids), BATCH):
        session.connection().execute(sa.delete(target).where(target.c.id.in_(ids[start : start + BATCH])))
        yield


def _damage(connection: sqlite3.Connection) -> str | None:
    if connection.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        tables = connection.execute("select count(*) from sqlite_schema").fetchone()[0]
        return "not one of our databases" if tables else EMPTY
    version = connection.execute("pragma user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        return f"made by a newer version (schema {version}, this one knows {SCHEMA_VERSION})"
    found = connection.execute("pragma integrity_check(1)").fetchone()[0]
    if found != "ok":
        return str(found)
    orphan = connection.execute("pragma foreign_key_check").fetchone()
    return f"a row of {orphan[0]} points to nothing in {orphan[2]}" if orphan else None


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=30, isolation_level=None)


@contextmanager
def _files(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DatabaseError(f"{path}: {error.strerror}") from error
