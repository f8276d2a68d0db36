"""The shelf is renewed when the database changes, and never too often."""

import sqlite3
from pathlib import Path

from catalogue.site.shelf import ShelfKeeper
from tests.site.sample import make_sample


def test_a_commit_of_another_process_shows(tmp_path: Path) -> None:
    """A state that a crawler stored is counted without a restart, once the shelf may be renewed."""
    db = make_sample(tmp_path / "catalogue.db")
    now = [0.0]
    keeper = ShelfKeeper(lambda: sqlite3.connect(db, check_same_thread=False), lambda: now[0])
    before = keeper.shelf()
    assert dict(before.totals["status"])["dead"] == 1
    with sqlite3.connect(db) as crawler:
        crawler.execute("update link set state = 'dead' where state = 'failing'")
    crawler.close()
    assert dict(keeper.shelf().totals["status"])["dead"] == 2
    now[0] += 60
    assert keeper.shelf() is keeper.shelf(), "nothing was written, nothing is loaded again"
    keeper.close()
