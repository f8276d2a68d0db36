"""Copies of the database, made while it is used and taken back; old visits thinned without losing a change."""

import json
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from catalogue.errors import DatabaseError, InputError
from catalogue.store.upkeep import find_damage
from catalogue.vocabulary import Verdict
from scheduled.cli.main import main
from scheduled.jobs.backup import run_backup, run_restore, run_thinning
from scheduled.jobs.reporting import When, run_report
from scheduled.locks import only_one
from tests.weeks import day, make_catalogue, see, see_often

A, B = "https://a.example/", "https://b.example/"
OK, GONE, SKIPPED = Verdict.OK, Verdict.GONE, Verdict.SKIPPED


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A catalogue with a visit."""
    db = make_catalogue(tmp_path, [A, B])
    see(db, A, 0, OK)
    return db


@contextmanager
def opened(db: Path) -> Iterator[sqlite3.Connection]:
    """A connection of another program, as Datasette has one."""
    with closing(sqlite3.connect(db, isolation_level=None)) as connection:
        yield connection


def visits(db: Path, url: str = A) -> list[tuple[str, str]]:
    """Day and verdict of the stored visits of a link."""
    with opened(db) as connection:
        query = "select substr(checked_at, 1, 10), verdict from checks where url = ? order by checked_at"
        return connection.execute(query, (url,)).fetchall()


def test_a_copy_is_made_while_others_read_and_write(db: Path, tmp_path: Path) -> None:
    """Somebody writes and somebody reads, and the copy holds what was committed."""
    with opened(db) as reader, opened(db) as writer:
        reader.execute("begin")
        reader.execute("select count(*) from visit").fetchone()
        writer.execute("begin immediate")
        writer.execute("update visit set reason = 'not yet'")
        done = run_backup(db, tmp_path / "copies", day(1), keep=14)
        writer.execute("rollback")
    assert done.path.name == "catalogue-20251104T060000Z.db"
    assert find_damage(done.path) is None
    assert visits(done.path) == [("2025-11-03", "ok")]


def test_only_the_newest_copies_stay(db: Path, tmp_path: Path) -> None:
    """The oldest go; files that are no copies of this database are not touched."""
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "notes.db").write_text("mine")
    for days in range(4):
        run_backup(db, folder, day(days), keep=2)
    assert sorted(path.name for path in folder.iterdir()) == [
        "catalogue-20251105T060000Z.db",
        "catalogue-20251106T060000Z.db",
        "notes.db",
    ]


def test_a_restore_brings_back_what_was(db: Path, tmp_path: Path) -> None:
    """Visits of the copy are there again, a reader that stayed open sees them, and what was replaced is kept."""
    folder = tmp_path / "copies"
    copy = run_backup(db, folder, day(1), keep=14).path
    see(db, A, 7, GONE)
    with opened(db) as reader:
        assert reader.execute("select count(*) from visit").fetchone() == (2,)
        kept = run_restore(copy, db, folder, day(8))
        assert reader.execute("select count(*) from visit").fetchone() == (1,)
    assert kept == folder / "catalogue-before-restore-20251111T060000Z.db"
    assert [verdict for _, verdict in visits(kept)] == ["ok", "gone"]
    see(db, A, 9, OK)
    assert [verdict for _, verdict in visits(db)] == ["ok", "ok"]


def test_a_damaged_database_is_set_aside(db: Path, tmp_path: Path) -> None:
    """What cannot be copied is renamed, never overwritten."""
    copy = run_backup(db, tmp_path / "copies", day(1), keep=14).path
    db.write_bytes(b"no database at all" * 500)
    kept = run_restore(copy, db, tmp_path / "copies", day(8))
    assert kept == tmp_path / "catalogue.db.damaged-20251111T060000Z"
    assert kept.read_bytes().startswith(b"no database")
    assert visits(db) == [("2025-11-03", "ok")]


def test_a_database_of_another_program_is_never_put_aside(db: Path, tmp_path: Path) -> None:
    """A wrong --db costs nobody a database."""
    copy, other = run_backup(db, tmp_path / "copies", day(1), keep=14).path, tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("create table theirs (x)")
    before = other.read_bytes()
    with pytest.raises(DatabaseError, match="a database, but not one of ours"):
        run_restore(copy, other, tmp_path / "copies", day(1))
    assert other.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(b"x" * 4096, "file is not a database", id="no database"),
        pytest.param(b"", "cannot be restored: holds nothing yet", id="empty"),
    ],
)
def test_what_is_no_copy_is_refused(db: Path, tmp_path: Path, content: bytes, problem: str) -> None:
    """The database stays as it is."""
    copy = tmp_path / "copy.db"
    copy.write_bytes(content)
    with pytest.raises(InputError, match=problem):
        run_restore(copy, db, tmp_path, day(1))
    assert visits(db) == [("2025-11-03", "ok")]


def test_a_copy_with_a_torn_page_is_refused(db: Path, tmp_path: Path) -> None:
    """Damage in the middle of a file is found before anything is replaced."""
    copy = run_backup(db, tmp_path / "copies", day(1), keep=14).path
    torn = bytearray(copy.read_bytes())
    torn[8192 : 8192 + 2048] = b"\xff" * 2048
    copy.write_bytes(torn)
    with pytest.raises(InputError, match="cannot be restored"):
        run_restore(copy, db, tmp_path, day(1))


def test_a_restore_waits_for_no_clock(db: Path, tmp_path: Path) -> None:
    """Where a clock runs, nothing is replaced under it."""
    copy = run_backup(db, tmp_path / "copies", day(1), keep=14).path
    with only_one(db, "clock"), pytest.raises(DatabaseError, match="its clock runs; stop it first"):
        run_restore(copy, db, tmp_path, day(1))


def test_a_copy_that_has_no_room_leaves_nothing(db: Path, tmp_path: Path) -> None:
    """No part of it stays in the folder, nor the journal that SQLite keeps beside a large one."""

    def small_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (51_200, 51_200))

    with closing(sqlite3.connect(db)) as connection, connection:
        rows = "with recursive row(n) as (select 1 union all select n + 1 from row where n < 5000)"
        connection.execute(f"create table filling as {rows} select randomblob(1000) as bytes from row")
    command = [sys.executable, "-m", "scheduled.cli.main", "backup", str(tmp_path / "copies"), "--db", str(db)]
    done = subprocess.run(command, preexec_fn=small_disk, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert list((tmp_path / "copies").glob("*")) == []


def test_a_disk_that_is_full_does_no_damage(db: Path, tmp_path: Path) -> None:
    """A file may not grow: backup and report end in one line and exit code 2, and the database is sound."""

    def small_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    for arguments in (["backup", str(tmp_path / "copies")], ["report", "--as-of", day(3).isoformat()]):
        command = [sys.executable, "-m", "scheduled.cli.main", *arguments, "--db", str(db)]
        done = subprocess.run(command, preexec_fn=small_disk, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert str(db) in done.stderr or "copies" in done.stderr
    assert list((tmp_path / "copies").glob("*")) == []
    assert find_damage(db) is None
    run_report(db, When(day(3), "UTC"))


def test_thinning_keeps_a_visit_a_month_and_every_change(tmp_path: Path) -> None:
    """After ninety days one good visit a month is left; those that changed a state, and the young ones, all stay."""
    db = make_catalogue(tmp_path, [A, B])
    see_often(db, A, {7 * week: OK for week in range(26)})
    see_often(db, B, {0: OK, 3: GONE, 6: GONE, 9: GONE, 12: OK, 14: OK, 20: OK})
    assert run_thinning(db, day(180)) == 13
    assert [date for date, _ in visits(db)] == [
        *("2025-11-03", "2025-12-01", "2026-01-05"),
        *(f"2026-{date}" for date in ("02-02", "02-09", "02-16", "02-23")),
        *(f"2026-{date}" for date in ("03-02", "03-09", "03-16", "03-23", "03-30")),
        *(f"2026-{date}" for date in ("04-06", "04-13", "04-20", "04-27")),
    ]
    assert visits(db, B) == [
        ("2025-11-03", "ok"),
        ("2025-11-06", "gone"),
        ("2025-11-12", "gone"),
        ("2025-11-15", "ok"),
    ]
    with opened(db) as connection:
        changes = connection.execute("select from_state, to_state from changes where url = ?", (B,)).fetchall()
    assert changes == [("unchecked", "ok"), ("ok", "failing"), ("failing", "dead"), ("dead", "ok")]
    assert run_thinning(db, day(180)) == 0


def test_visits_that_never_counted_go_earlier(tmp_path: Path) -> None:
    """What our own network cost us is not kept by the hour for months."""
    db = make_catalogue(tmp_path, [A])
    see_often(db, A, {hour / 24: SKIPPED for hour in range(48)}, reason="own network", counted=False)
    see_often(db, A, {3: OK, 4: OK})
    assert run_thinning(db, day(20)) == 47
    assert [verdict for _, verdict in visits(db)] == ["skipped", "ok", "ok"]


def test_the_commands_say_what_they_did(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Backup prints its file, as JSON too; restore takes the newest one."""
    place = ["--db", str(db), "--as-of", day(1).isoformat()]
    assert run("restore", *place) == 2
    assert "no copies of catalogue.db in backups" in capsys.readouterr().err
    assert run("backup", "--json", *place) == 0
    assert json.loads(capsys.readouterr().out)["path"] == "backups/catalogue-20251104T060000Z.db"
    assert run("backup", "--dry-run", *place) == 0
    assert capsys.readouterr().out == "1 copies in backups; one more would be made, 14 stay\n"
    see(db, A, 7, GONE)
    assert run("restore", *place) == 0
    assert "restored from backups/catalogue-20251104T060000Z.db" in capsys.readouterr().out
    assert visits(db) == [("2025-11-03", "ok")]


def run(*arguments: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    return int(stopped.value.code or 0)
