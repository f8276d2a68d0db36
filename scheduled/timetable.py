"""When each job runs: one table, and `due`, which is pure over the ledger of runs.

A slot is a time on the wall of a time zone, written without offset: 2026-10-25T02:30 comes once, however often the
clock shows it, and once also where a spring night leaves it out. A job runs once in a slot. Of the slots a machine
slept through only the newest is made up for. APScheduler computes slots and ticks; it decides nothing.
"""

import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import takewhile
from zoneinfo import ZoneInfo

from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger

from catalogue.records.runs import DONE, Run

ARXIV_TIME = "America/New_York"
FIRST_RETRY = timedelta(minutes=5)
LONGEST_RETRY = timedelta(hours=1)
REACHES = tuple(timedelta(hours=hours) for hours in (1, 24, 8 * 24, 32 * 24, 367 * 24))
"""How far back the newest slot is looked for: an hour, a day, ... no entry is rarer than once a year."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A job and its times, as cron writes them, with weekdays by name: their numbers mean other days elsewhere.

    The times are of `clock.timezone`, or of the zone that rules what the job waits for. A job that is met for the
    first time runs at once if `at_start`, else in its next slot.
    """

    job: str
    cron: str
    timezone: str | None = None
    at_start: bool = False


TIMETABLE = (
    Entry("check", "0 * * * *", at_start=True),
    # New papers are there at about 22:30 on the evenings of an announcement; the second look is for late batches.
    Entry("papers", "45 22,23 * * sun,mon,tue,wed,thu", timezone=ARXIV_TIME, at_start=True),
    Entry("report", "0 6 * * mon"),
    Entry("digest", "0 6 * * mon"),
    Entry("deliver", "10 * * * *", at_start=True),
    Entry("thin", "0 3 * * *"),
    Entry("backup", "30 3 * * *"),
)
"""Every job and its time, in the order in which jobs that are due together run."""


@dataclass(frozen=True, slots=True)
class Due:
    """A job that is to run now, for a slot."""

    job: str
    slot: str


def slots_now(timetable: Sequence[Entry], timezone: str, now: datetime) -> dict[str, str]:
    """The newest slot of each job that is not after `now`."""
    return {entry.job: latest_slot(entry, timezone, now) for entry in timetable}


def latest_slot(entry: Entry, timezone: str, now: datetime) -> str:
    """The newest slot of an entry that is not after `now`."""
    wall, trigger = _wall(entry, timezone, now), _trigger(entry.cron)
    for reach in REACHES:
        last, found = None, trigger.get_next_fire_time(None, wall - reach)
        while found is not None and found <= wall:
            last, found = found, trigger.get_next_fire_time(found, found + timedelta(seconds=1))
        if last is not None:
            return _slot(last)
    raise ValueError(f"{entry.job}: {entry.cron!r} never comes")


def next_slot(entry: Entry, timezone: str, now: datetime) -> str:
    """The first slot of an entry after `now`."""
    found = _trigger(entry.cron).get_next_fire_time(None, _wall(entry, timezone, now) + timedelta(minutes=1))
    if found is None:
        raise ValueError(f"{entry.job}: {entry.cron!r} never comes")
    return _slot(found)


def new_jobs(timetable: Sequence[Entry], ledger: Mapping[str, Sequence[Run]]) -> list[str]:
    """The jobs that the clock never met before and that wait for their next slot; what a person ran has no slot."""
    met = {job for job, runs in ledger.items() if any(run.slot for run in runs)}
    return [entry.job for entry in timetable if not entry.at_start and entry.job not in met]


def due(timetable: Sequence[Entry], timezone: str, ledger: Mapping[str, Sequence[Run]], now: datetime) -> list[Due]:
    """What is to run now, in the order of the table; `ledger` has the runs of each job, newest first."""
    wanted = slots_now(timetable, timezone, now)
    tries = {job: next_try(slot, ledger.get(job, ()), now) for job, slot in wanted.items()}
    return [Due(job, slot) for job, slot in wanted.items() if (at := tries[job]) and at <= now]


def next_try(slot: str, runs: Sequence[Run], now: datetime) -> datetime | None:
    """When a slot that has come is tried: now, or once the patience after a failure is over; None where it is done."""
    if any(run.slot == slot and run.outcome in DONE for run in runs):
        return None
    failed = list(takewhile(lambda run: run.outcome not in DONE, runs))
    if not failed:
        return now
    last = failed[0].finished_at or failed[0].started_at
    # A failure in the future is one of before the clock was set back: it says nothing about how long ago it was.
    return now if last > now else max(now, last + retry_after(sum(run.attempts for run in failed)))


def tick_every(seconds: int, tick: Callable[[], None]) -> None:
    """Call `tick` now and every so many seconds, never twice at a time, until interrupted or told to end."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # systemd's way to say Ctrl-C
    scheduler = BlockingScheduler(timezone=UTC, executors={"default": DebugExecutor()})

    def guarded() -> None:
        try:
            tick()
        except KeyboardInterrupt:
            # APScheduler would log it as a failure and go on; its own loop, which called us, must end first.
            threading.Thread(target=scheduler.shutdown, kwargs={"wait": False}).start()

    scheduler.add_job(
        guarded, "interval", seconds=seconds, next_run_time=datetime.now(UTC), coalesce=True, misfire_grace_time=None
    )
    try:
        scheduler.start()
    except KeyboardInterrupt:
        scheduler.shutdown(wait=False)


def retry_after(failures: int) -> timedelta:
    """How long to wait after so many failures in a row."""
    return min(FIRST_RETRY * (1 << min(failures - 1, 16)), LONGEST_RETRY)


@cache
def _trigger(cron: str) -> CronTrigger:
    # Slots are times on a wall, which knows no offsets: the trigger counts them in UTC, where no hour is missing.
    return CronTrigger.from_crontab(cron, timezone=UTC)


def _wall(entry: Entry, timezone: str, now: datetime) -> datetime:
    return now.astimezone(ZoneInfo(entry.timezone or timezone)).replace(tzinfo=UTC, fold=0)


def _slot(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M")
