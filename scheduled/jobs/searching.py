"""Ask the catalogue from the terminal, through the same search as the site."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from catalogue.database.opening import check_database, connect_to_read, errors_of
from catalogue.site.asking import Ask
from catalogue.site.finding import Answer, load_answer
from catalogue.site.meaning import load_meant
from catalogue.site.shelf import load_shelf


@dataclass(frozen=True, slots=True)
class SearchSummary:
    """What was found, and what may have been meant where nothing was."""

    answer: Answer
    meant: Sequence[str]


def run_search(db: Path, ask: Ask, rows: int) -> SearchSummary:
    """The best rows for a question."""
    with _connected(db) as connection:
        shelf = load_shelf(connection)
        answer = load_answer(connection, shelf, ask, rows)
        meant = load_meant(connection, shelf, ask, "en").texts if answer.is_doubtful else ()
        return SearchSummary(answer, [text for text in meant if text != answer.shown_for])


@contextmanager
def _connected(db: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, to a database whose index is ours."""
    check_database(db)
    with errors_of(db), closing(connect_to_read(db)) as connection:
        yield connection
