"""Ask the catalogue from the terminal, through the same search as the site."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from catalogue.database.opening import check_database, connect_to_read, errors_of
from catalogue.site.asking import Ask
from catalogue.site.finding import Answer, load_answer
from catalogue.site.shelf import load_shelf


def run_search(db: Path, ask: Ask, rows: int) -> Answer:
    """The best rows for a question."""
    with _connected(db) as connection:
        return load_answer(connection, load_shelf(connection), ask, rows)


@contextmanager
def _connected(db: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, to a database whose index is ours."""
    check_database(db)
    with errors_of(db), closing(connect_to_read(db)) as connection:
        yield connection
