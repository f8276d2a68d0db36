"""The clock over a real database: runs are noted, failures retried, nothing overlaps, over processes too."""

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from catalogue.errors import DatabaseError, InputError
from catalogue.schema import open_database, reading, writing
from catalogue.store.runs import load_last_runs, start_run
from catalogue.vocabulary import RunOutcome
from scheduled.cli.main import main
from scheduled.clock import Clock, Workplace, run_by_hand, run_clock, run_due, run_status
from scheduled.jobs.checking import Turn, run_check
from scheduled.locks import only_one
from scheduled.settings.load import Settings
from scheduled.timetable import Entry
from tests.weeks import day, make_catalogue

TABLE = (Entry("check", "0 * * * *", at_start=True), Entry("report", "0 6 * * mon"))


class Hands:
    """A clock whose hands a test moves, with jobs that note when they ran and fail when told to."""

    def __init__(self, db: Path) -> None:
        self.now = day(0)
        self.ran: list[tuple[str, datetime]] = []
        self.error: BaseException | None = None
        place = Workplace(Settings(), db, db.parent / "data", now=lambda: self.now)
        self.clock = Clock(place, TABLE, {"check": self.job("check"), "report": self.job("report")})

    def job(self, name: str) -> Callable[[Workplace, datetime], Mapping[str, Any]]:
        """A job that fails if there is an error to fail with."""

        def run(_place: Workplace, now: datetime) -> Mapping[str, Any]:
            self.ran.append((name, now))
            if self.error:
                raise self.error
            return {"links": 3}

        return run

    def tick(self, **later: float) -> list[tuple[str, str | None, str]]:
        """Move the hands, run what is due, and say how it ended."""
        self.now += timedelta(**later)
        return [(run.job, run.slot, str(run.outcome)) for run in run_due(self.clock)]


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    """A clock at six o'clock on a Monday, over a small catalogue."""
    return Hands(make_catalogue(tmp_path, ["mailto:somebody@a.example"]))


def test_each_slot_runs_once(hands: Hands) -> None:
    """A fresh catalogue is checked at once; its first report comes on the next Monday."""
    assert hands.tick() == [("check", "2025-11-03T06:00", "ok")]
    assert hands.tick(minutes=30) == []
    assert hands.tick(minutes=30) == [("check", "2025-11-03T07:00", "ok")]
    assert hands.tick(days=7) == [("check", "2025-11-10T07:00", "ok"), ("report", "2025-11-10T06:00", "ok")]
    assert hands.tick(minutes=1) == []


def test_a_failed_run_is_noted_and_retried(hands: Hands) -> None:
    """The ledger has one row for the slot, with its attempts and the reason in one line."""
    hands.error = InputError("data/x.jsonl", "broken", 3)
    assert hands.tick() == [("check", "2025-11-03T06:00", "failed")]
    assert hands.tick(minutes=4) == []
    assert hands.tick(minutes=1) == [("check", "2025-11-03T06:00", "failed")]
    status = run_status(hands.clock)[0]
    assert status.last
    assert (status.last.attempts, status.last.problem) == (2, "data/x.jsonl:3: broken")
    with closing(sqlite3.connect(hands.clock.place.db)) as visitor:
        assert visitor.execute("select counts from runs where outcome = 'failed'").fetchall() == [("{}",)]
    hands.error = None
    assert hands.tick(minutes=10) == [("check", "2025-11-03T06:00", "ok")]


def test_a_fault_of_ours_fails_one_job_and_stops_none(hands: Hands) -> None:
    """An exception nobody foresaw is a failed run with its name; the job after it runs."""
    hands.tick()
    hands.error = ZeroDivisionError("by zero")
    assert [outcome for _, _, outcome in hands.tick(days=7)] == ["failed", "failed"]
    last = run_status(hands.clock)[1].last
    assert last
    assert last.problem == "ZeroDivisionError: by zero"


def test_a_run_that_is_stopped_says_so_and_is_made_up_for(hands: Hands) -> None:
    """Ctrl-C in the middle leaves an interrupted run, which is tried again."""
    hands.error = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        hands.tick()
    last = run_status(hands.clock)[0].last
    assert last
    assert last.outcome is RunOutcome.INTERRUPTED
    hands.error = None
    assert hands.tick(minutes=5) == [("check", "2025-11-03T06:00", "ok")]


def test_a_run_whose_process_was_killed_is_made_up_for(hands: Hands) -> None:
    """A row without end whose lock nobody holds is one of a process that is no more."""
    engine = open_database(hands.clock.place.db)
    with writing(engine) as session:
        start_run(session, "check", "2025-11-03T06:00", hands.now)
    assert hands.tick(minutes=5) == [("check", "2025-11-03T06:00", "ok")]
    with reading(engine) as session:
        assert load_last_runs(session, ["check"])["check"].attempts == 2
    engine.dispose()


def test_a_job_never_overlaps_itself(hands: Hands) -> None:
    """While another process runs a job, its slot is left to that process."""
    db = hands.clock.place.db
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from scheduled.locks import only_one\n"
            "with only_one(Path(sys.argv[1]), 'check') as alone: print(alone, flush=True); sys.stdin.read()",
            str(db),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout
        assert holder.stdout.readline() == "True\n"
        assert hands.tick() == []
        with pytest.raises(DatabaseError, match="check is running already"):
            run_by_hand(hands.clock, "check")
        holder.kill()
    assert hands.tick() == [("check", "2025-11-03T06:00", "ok")]


def test_a_slot_that_another_clock_did_meanwhile_is_not_run_again(hands: Hands) -> None:
    """Two that both found it due: the slower one sees, when its turn comes, that it is done."""
    hands.tick()
    engine = open_database(hands.clock.place.db)
    with writing(engine) as session:
        assert start_run(session, "check", "2025-11-03T06:00", hands.now) is None
    engine.dispose()


def test_a_second_clock_is_refused_in_one_line(hands: Hands) -> None:
    """Two clocks started by mistake do no damage."""
    with only_one(hands.clock.place.db, "clock"), pytest.raises(DatabaseError, match="another clock already runs"):
        run_clock(hands.clock)


def test_a_job_runs_by_hand_without_a_slot(hands: Hands) -> None:
    """A person's run is in the ledger and takes no slot away from the clock."""
    assert run_by_hand(hands.clock, "check").slot is None
    assert hands.tick() == [("check", "2025-11-03T06:00", "ok")]


def test_status_shows_last_and_next(hands: Hands, capsys: pytest.CaptureFixture[str]) -> None:
    """A table for people: when it ran, how long, how it ended, when it runs next."""
    main_code(["run", "report", "--db", str(hands.clock.place.db), "--as-of", day(0).isoformat()])
    capsys.readouterr()
    assert main_code(["status", "--db", str(hands.clock.place.db), "--as-of", day(0.5).isoformat()]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split() == ["job", "last", "took", "outcome", "next"]
    rows = {line.split()[0]: line.split()[1:] for line in lines}
    assert rows["check"] == ["never", "-", "due", "now"]
    assert rows["backup"] == ["never", "-", "2025-11-04", "03:30", "UTC"]
    assert rows["report"] == ["2025-11-03T06:00:00Z", "0", "s", "ok", "2025-11-10", "06:00", "UTC"]


def test_status_shows_when_what_failed_is_tried_again(hands: Hands, capsys: pytest.CaptureFixture[str]) -> None:
    """The retry, which comes before the next slot, on the wall of the clock's zone; then the slot again."""
    db = str(hands.clock.place.db)
    hands.error = InputError("data/x.jsonl", "broken", 3)
    hands.tick()
    main_code(["status", "--db", db, "--as-of", (hands.now + timedelta(minutes=1)).isoformat()])
    check = capsys.readouterr().out.splitlines()[1:3]
    assert check[0].split()[1:] == ["2025-11-03T06:00:00Z", "0", "s", "failed", "2025-11-03", "06:05", "UTC", "(again)"]
    assert check[1].strip() == "data/x.jsonl:3: broken"
    hands.now += timedelta(minutes=7)
    assert run_status(hands.clock)[0].due_at == hands.now
    hands.error = None
    hands.tick()
    after = run_status(hands.clock)[0]
    assert (after.due_at, after.next_slot) == (None, "2025-11-03T07:00")


def test_run_once_prints_what_it_ran(hands: Hands, capsys: pytest.CaptureFixture[str]) -> None:
    """--json has a line for each run, with the counts of the job."""
    db = str(hands.clock.place.db)
    assert main_code(["run", "report", "--json", "--db", db, "--as-of", day(0).isoformat()]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "job": "report",
        "slot": None,
        "outcome": "ok",
        "counts": {"edition": "deadlinks-2025-W45", "items": 0},
        "problem": "",
    }


def test_what_is_due_can_be_asked_for(hands: Hands, capsys: pytest.CaptureFixture[str]) -> None:
    """--dry-run lists it and notes nothing, however often."""
    for _ in range(2):
        arguments = ["run", "--once", "--dry-run", "--db", str(hands.clock.place.db), "--as-of", day(0).isoformat()]
        assert main_code(arguments) == 0
        assert capsys.readouterr().out == (
            "check: 2025-11-03T06:00\npapers: 2025-11-02T23:45\ndeliver: 2025-11-03T05:10\n"
        )


def test_a_database_that_is_locked_is_one_line_and_tried_again(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody writes for longer than we wait: nothing is half-written, and the next look runs the job."""
    monkeypatch.setattr("catalogue.schema.BUSY_TIMEOUT_MS", 100)
    with closing(sqlite3.connect(hands.clock.place.db, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(DatabaseError, match=r"catalogue\.db: database is locked"):
            hands.tick()
        other.execute("rollback")
    assert hands.ran == []
    assert hands.tick() == [("check", "2025-11-03T06:00", "ok")]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        pytest.param(["run", "reprot"], "reprot: no such job", id="unknown job"),
        pytest.param(["run", "--as-of", "2025-11-03"], "--as-of: a clock that runs asks the time itself", id="as-of"),
        pytest.param(["status", "--db", "none.db"], "none.db: no such database", id="no database"),
        pytest.param(["run", "--db", "none.db"], "none.db: no such database", id="a clock without a database"),
    ],
)
def test_mistakes_are_one_line(arguments: list[str], problem: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and what is wrong."""
    assert main_code(arguments) == 2
    assert problem in capsys.readouterr().err


def main_code(arguments: list[str]) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    return int(stopped.value.code or 0)


def test_the_clock_stops_when_told_to(hands: Hands) -> None:
    """SIGTERM ends a clock that waits, cleanly, with exit code 0; its lock is free again."""
    db = hands.clock.place.db
    command = [sys.executable, "-m", "scheduled.cli.main", "run", "--db", str(db)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        for line in process.stderr:
            if "check: " in line and "started" not in line:
                break
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    with only_one(db, "clock") as free:
        assert free


def test_a_check_ends_with_its_time(hands: Hands) -> None:
    """Once its minutes are over it begins no visit; what it did not get to is due the next time."""
    place = hands.clock.place
    spent = run_check(place.settings, place.db, Turn(day(0), minutes=0.0), lambda _visit: None)
    assert spent.summary.visits == 0
    assert run_check(place.settings, place.db, Turn(day(0), minutes=1.0), lambda _visit: None).summary.visits == 1
