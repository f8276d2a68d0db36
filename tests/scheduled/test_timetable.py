"""What is due when: pure over the ledger, the same on every clock, in every zone."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from catalogue.records.runs import Run
from catalogue.vocabulary import RunOutcome
from scheduled.timetable import TIMETABLE, Due, Entry, due, latest_slot, new_jobs, next_slot, retry_after

NIGHTLY = Entry("backup", "30 2 * * *")
HOURLY = Entry("check", "0 * * * *", at_start=True)
WEEKLY = Entry("report", "0 6 * * mon")
BERLIN = "Europe/Berlin"
OK, FAILED, INTERRUPTED = RunOutcome.OK, RunOutcome.FAILED, RunOutcome.INTERRUPTED


def at(text: str) -> datetime:
    """A UTC time."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def run(slot: str, outcome: RunOutcome | None = OK, *, ended: str = "2026-01-01T00:00", attempts: int = 1) -> Run:
    """A run of a slot that ended at a UTC time."""
    return Run("job", slot, at(ended), at(ended), outcome, attempts)


def live(entries: Iterable[Entry], timezone: str, moments: Iterable[datetime]) -> list[Due]:
    """Every run of a clock that looks at these moments and whose jobs always succeed."""
    entries, ledger, ran = list(entries), {}, []
    for now in moments:
        for item in due(entries, timezone, ledger, now):
            ledger[item.job] = (Run(item.job, item.slot, now, now, OK), *ledger.get(item.job, ())[:30])
            ran.append(item)
    return ran


def every(minutes: int, start: str, end: str) -> list[datetime]:
    """Moments so many minutes apart."""
    first, last, step = at(start), at(end), timedelta(minutes=minutes)
    return [first + step * count for count in range(int((last - first) / step))]


@pytest.mark.parametrize(
    ("entry", "timezone", "now", "slot"),
    [
        pytest.param(WEEKLY, "UTC", "2026-11-23T06:00", "2026-11-23T06:00", id="on the minute of a Monday"),
        pytest.param(WEEKLY, "UTC", "2026-11-23T05:59", "2026-11-16T06:00", id="a minute before"),
        pytest.param(WEEKLY, "Asia/Tokyo", "2026-11-22T21:00", "2026-11-23T06:00", id="Monday in Tokyo"),
        pytest.param(HOURLY, "Asia/Kolkata", "2026-11-22T10:29", "2026-11-22T15:00", id="a half-hour zone"),
        pytest.param(Entry("x", "0 6 1 1 *"), "UTC", "2026-11-22T10:00", "2026-01-01T06:00", id="once a year"),
        pytest.param(
            Entry("x", "0 22 * * sun", timezone="America/New_York"),
            BERLIN,
            "2026-11-23T03:00",
            "2026-11-22T22:00",
            id="an entry of another zone",
        ),
    ],
)
def test_the_slot_is_the_newest_time_on_the_wall(entry: Entry, timezone: str, now: str, slot: str) -> None:
    """Slots are local times; the day of a weekly job is the day its name says."""
    assert latest_slot(entry, timezone, at(now)) == slot


def test_the_next_slot_is_after_now() -> None:
    """Status shows the time to come, not the one that is running."""
    assert next_slot(WEEKLY, "UTC", at("2026-11-23T06:00")) == "2026-11-30T06:00"
    assert next_slot(HOURLY, "UTC", at("2026-11-23T06:00:30")) == "2026-11-23T07:00"


@pytest.mark.parametrize(
    ("start", "end", "nights"),
    [
        pytest.param("2026-10-24T12:00", "2026-10-26T12:00", ["2026-10-25", "2026-10-26"], id="the hour comes twice"),
        pytest.param("2026-03-28T12:00", "2026-03-30T12:00", ["2026-03-29", "2026-03-30"], id="the hour is left out"),
    ],
)
def test_a_night_of_daylight_saving_runs_a_nightly_job_once(start: str, end: str, nights: list[str]) -> None:
    """At 02:30 on the nights when clocks are set, the job runs once: never twice, never not at all."""
    ran = live([NIGHTLY], BERLIN, every(5, start, end))
    assert [item.slot for item in ran if item.slot > start] == [f"{night}T02:30" for night in nights]


def test_a_year_runs_every_slot_once() -> None:
    """A year of ticks over all zones' nights: each local slot once, in order, none missing."""
    ran = live([HOURLY, NIGHTLY, WEEKLY], BERLIN, every(60, "2026-01-01T00:00", "2027-01-01T00:00"))
    assert max(Counter(ran).values()) == 1
    counts = Counter(item.job for item in ran)
    # The first tick makes up for the newest slot of the day and the week before. The repeated hour of autumn has no
    # slot of its own, and nobody looked at the clock in the hour that spring leaves out.
    assert counts == {"check": 365 * 24 - 1, "backup": 366, "report": 53}


def test_a_machine_that_was_off_catches_up_once_and_in_order() -> None:
    """After six weeks each job is due once, for its newest slot, in the order of the table."""
    ledger = {
        "check": (run("2026-01-01T00:00"),),
        "backup": (run("2026-01-01T02:30"),),
        "report": (run("2025-12-29T06:00"),),
    }
    assert due([HOURLY, NIGHTLY, WEEKLY], "UTC", ledger, at("2026-02-11T10:10")) == [
        Due("check", "2026-02-11T10:00"),
        Due("backup", "2026-02-11T02:30"),
        Due("report", "2026-02-09T06:00"),
    ]


def test_a_clock_that_jumps_runs_nothing_twice() -> None:
    """A wrong year and back again: what ran is not run again, and what was not, runs."""
    moments = [at(t) for t in ("2026-05-04T07:00", "2036-05-05T07:00", "2026-05-04T07:20", "2026-05-04T08:01")]
    assert live([HOURLY], "UTC", moments) == [
        Due("check", "2026-05-04T07:00"),
        Due("check", "2036-05-05T07:00"),
        Due("check", "2026-05-04T08:00"),
    ]


@pytest.mark.parametrize(
    ("now", "runs", "expected"),
    [
        pytest.param("06:04", [run("2026-05-04T06:00", FAILED, ended="2026-05-04T06:00")], False, id="too soon"),
        pytest.param("06:05", [run("2026-05-04T06:00", FAILED, ended="2026-05-04T06:00")], True, id="five minutes"),
        pytest.param(
            "06:45", [run("2026-05-04T06:00", FAILED, ended="2026-05-04T06:10", attempts=4)], False, id="patience"
        ),
        pytest.param(
            "06:50", [run("2026-05-04T06:00", FAILED, ended="2026-05-04T06:10", attempts=4)], True, id="forty minutes"
        ),
        pytest.param("06:30", [run("2026-05-04T06:00", OK)], False, id="done"),
        pytest.param("06:30", [run("2026-05-04T06:00", RunOutcome.NEW)], False, id="met just now"),
        pytest.param("06:30", [run("2026-05-04T06:00", INTERRUPTED, ended="2026-05-04T06:01")], True, id="killed"),
        pytest.param(
            "06:30",
            [run("2026-05-04T06:00", FAILED, ended="2026-06-04T06:00", attempts=9)],
            True,
            id="a failure in the future says nothing",
        ),
        pytest.param(
            "06:30",
            [
                run("2026-04-27T06:00", FAILED, ended="2026-05-04T05:45", attempts=6),
                run("2026-04-20T06:00", OK),
            ],
            False,
            id="a new slot does not end the patience",
        ),
    ],
)
def test_a_failed_job_is_retried_with_patience(now: str, runs: list[Run], expected: bool) -> None:
    """Five minutes after the first failure, twice as long after each further one."""
    found = due([WEEKLY], "UTC", {"report": tuple(runs)}, at(f"2026-05-04T{now}"))
    assert bool(found) is expected


def test_patience_has_an_end() -> None:
    """However often a job failed, it is tried again within the hour."""
    assert [retry_after(n) for n in (1, 2, 3)] == [timedelta(minutes=m) for m in (5, 10, 20)]
    assert retry_after(10_000) == timedelta(hours=1)


def test_a_job_met_for_the_first_time_waits_for_its_slot() -> None:
    """A fresh catalogue is checked at once, but does not report on a week it has not seen."""
    assert new_jobs([HOURLY, NIGHTLY, WEEKLY], {"backup": (run("2026-01-01T02:30"),)}) == ["report"]


@pytest.mark.parametrize("entry", TIMETABLE, ids=lambda entry: entry.job)
def test_weekdays_are_names(entry: Entry) -> None:
    """A number means another day to cron than to APScheduler, so the table has none."""
    assert not any(char.isdigit() for char in entry.cron.split()[4])
    assert latest_slot(entry, "UTC", at("2026-05-04T07:00")) < next_slot(entry, "UTC", at("2026-05-04T07:00"))
