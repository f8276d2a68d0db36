"""A year of a 10,000-link catalogue: how large the database is, and how long report, thinning and copy take."""

import json
import random
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scheduled.jobs.backup import run_backup, run_thinning
from scheduled.jobs.digest import run_digest
from scheduled.jobs.reporting import When, run_report
from scheduled.settings.load import Settings
from tests.weeks import make_catalogue

LINKS, WEEKS, PAPERS_A_WEEK = 10_000, 52, 1_300
START = datetime(2025, 11, 3, 6, 0, tzinfo=UTC)
WORDS = ["learning", "model", "graph", "language", "vision", "policy", "kernel", "sparse", "robust", "training"]
VISIT = "insert into visit (link_id, checked_at, verdict, reason, status_code, elapsed_ms, attempts, counted)"
CHANGE = "insert into change (link_id, at, from_state, to_state, reason)"
PAPER = (
    "insert into paper values (?, 1, ?, ?, '[\"cs.LG\", \"cs.AI\"]', ?, '', '', '', '', 'A. One', ?, 0, 'new', ?, ?, 0)"
)
VERSION = (
    "insert into paper_version"
    " (arxiv_id, version, submitted_at, source_type, withdrawn, sight, batch, changed, first_seen_at)"
)


def moment(at: datetime) -> str:
    """A time as the database spells it."""
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def visits(connection: sqlite3.Connection, week: int, dice: random.Random) -> None:
    """A week's visits: one in a hundred links is bad once, one in a thousand dies for good."""
    at = START + timedelta(weeks=week)
    rows, changes = [], []
    for link in range(1, LINKS + 1):
        bad = dice.random() < 0.01
        when = moment(at + timedelta(seconds=link))
        rows.append((link, when, "gone" if bad else "ok", "404" if bad else "ok", 404 if bad else 200))
        if bad:
            changes.append((link, when, "ok", "failing", "404"))
            changes.append((link, moment(at + timedelta(days=3, seconds=link)), "failing", "ok", "ok"))
        if link % 1000 == week:
            changes.append((link, when, "failing", "dead", "404"))
    connection.executemany(f"{VISIT} values (?, ?, ?, ?, ?, 250, 1, 1)", rows)
    connection.executemany(f"{CHANGE} values (?, ?, ?, ?, ?)", changes)
    dead = [(f"{moment(at)}", link) for link in range(1, LINKS + 1) if link % 1000 == week]
    connection.executemany("update link set state = 'dead', since = ?, reason = '404' where id = ?", dead)
    connection.execute("update link set checked_at = ? where state <> 'dead'", (moment(at),))


def papers(connection: sqlite3.Connection, week: int, dice: random.Random) -> None:
    """A week's papers, all in the batch of its Tuesday."""
    batch = (START + timedelta(weeks=week, days=1)).date()
    seen = moment(START + timedelta(weeks=week, days=2))
    rows, versions = [], []
    for number in range(PAPERS_A_WEEK):
        name = f"{batch:%y%m}.{(batch.day * 1500 + number) % 100_000:05}"
        text = " ".join(dice.choices(WORDS, k=180))
        rows.append((name, text[:80], '["Ada One", "Bob Two", "Cid Three"]', text, str(batch), str(batch), seen))
        versions.append((name, seen, str(batch), seen))
    connection.executemany(PAPER, rows)
    connection.executemany(f"{VERSION} values (?, 1, ?, '', 0, 'new', ?, '[]', ?)", versions)


@pytest.mark.bench
def test_a_year_stays_small_and_quick(tmp_path: Path) -> None:
    """Under 500 MB with papers and old checks thinned; report and digest in under two seconds."""
    dice = random.Random(5)
    db = make_catalogue(tmp_path, [f"https://host-{n % 2_000}.example/page-{n}" for n in range(LINKS)])
    took: dict[str, float] = {}
    for week in range(WEEKS):
        with closing(sqlite3.connect(db)) as connection, connection:
            # The papers of the weeks before had their edition; any edition stands for it here.
            connection.execute("update paper_version set edition_id = (select max(id) from edition)")
            visits(connection, week, dice)
            papers(connection, week, dice)
        now = START + timedelta(weeks=week, days=6, hours=23)
        if week % 4 == 3:
            clock = time.process_time()
            run_thinning(db, now)
            took["thin"] = time.process_time() - clock
        clock = time.process_time()
        edition = run_report(db, When(now, "UTC"))
        took["report"] = time.process_time() - clock
    clock = time.process_time()
    run_digest(db, Settings(), START + timedelta(weeks=WEEKS))
    took["digest"] = time.process_time() - clock
    clock = time.process_time()
    copy = run_backup(db, tmp_path / "copies", now, keep=1)
    took["backup"] = time.process_time() - clock
    megabytes = sum(path.stat().st_size for path in tmp_path.glob("catalogue.db*")) / 1e6
    told = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in took.items())
    print(f"\na year of {LINKS} links and {WEEKS * PAPERS_A_WEEK} papers: {megabytes:.0f} MB")
    print(f"a copy {copy.size / 1e6:.0f} MB; processor time: {told}")
    assert json.loads(edition.body)["sections"]["dead"]
    assert megabytes < 500
    assert took["report"] < 2
    assert took["digest"] < 2
