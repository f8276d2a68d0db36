"""A database is made once, however many come to make it."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from catalogue.database.schema import open_database

MEANWHILE_SECONDS = 0.3


def test_who_comes_while_it_is_being_made_waits(tmp_path: Path) -> None:
    """The clock and a hand may start together on an empty folder: none is turned away, and the database is whole."""
    path = tmp_path / "catalogue.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as first, ThreadPoolExecutor() as threads:
        first.execute("begin immediate")
        second = threads.submit(lambda: open_database(path, create=True).dispose())
        with pytest.raises(TimeoutError):
            second.result(MEANWHILE_SECONDS)
        first.execute("commit")
        second.result()
        assert first.execute("pragma journal_mode").fetchone() == ("wal",)
        assert first.execute("select count(*) from resources").fetchone() == (0,)


def test_what_is_younger_than_a_database_comes_with_the_next_build(tmp_path: Path) -> None:
    """An index of this version is made in a database that an earlier one left."""
    path = tmp_path / "catalogue.db"
    open_database(path, create=True).dispose()
    with closing(sqlite3.connect(path)) as database:
        database.execute("drop index claim_of_page")
    open_database(path, create=True).dispose()
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("select 1 from sqlite_schema where name = 'claim_of_page'").fetchone()
