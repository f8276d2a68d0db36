"""The clock over a real database: runs are noted, failures retried, nothing overlaps, over processes too."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from catalogue.database.schema import open_database, reading, writing
from catalogue.errors import DatabaseError, InputError
from catalogue.store.runs import load_last_runs, start_run
from catalogue.vocabulary import RunOutcome
from scheduled.clock import run_by_hand, run_clock, run_status
from scheduled.jobs.checking import Turn, run_check
from scheduled.locks import only_one
from tests.scheduled.hands import Hands
from tests.weeks import day, make_catalogue


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


def test_a_database_that_is_locked_is_one_line_and_tried_again(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody writes for longer than we wait: nothing is half-written, and the next look runs the job."""
    monkeypatch.setattr("catalogue.database.schema.BUSY_TIMEOUT_MS", 100)
    with closing(sqlite3.connect(hands.clock.place.db, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(DatabaseError, match=r"catalogue\.db: database is locked"):
            hands.tick()
        other.execute("rollback")
    assert hands.ran == []
    assert hands.tick() == [("check", "2025-11-03T06:00", "ok")]


def test_a_check_ends_with_its_time(hands: Hands) -> None:
    """Once its minutes are over it begins no visit; what it did not get to is due the next time."""
    place = hands.clock.place
    spent = run_check(place.settings, place.db, Turn(day(0), minutes=0.0), lambda _visit: None)
    assert spent.summary.visits == 0
    assert run_check(place.settings, place.db, Turn(day(0), minutes=1.0), lambda _visit: None).summary.visits == 1
