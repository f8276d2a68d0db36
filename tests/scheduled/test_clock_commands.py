"""The clock as its user meets it: `run`, `run --once` and `status`, and how it stops."""

import json
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from catalogue.errors import InputError
from scheduled.cli.main import main
from scheduled.clock import run_status
from scheduled.locks import only_one
from tests.scheduled.hands import Hands
from tests.weeks import day, make_catalogue


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    """A clock at six o'clock on a Monday, over a small catalogue."""
    return Hands(make_catalogue(tmp_path, ["mailto:somebody@a.example"]))


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
