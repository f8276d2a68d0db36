"""Run what is due: look at the timetable and the ledger, run each job once, note how it ended."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

import sqlalchemy as sa

from catalogue.database.schema import open_database, reading, writing
from catalogue.errors import CatalogueError, DatabaseError
from catalogue.records.runs import Ending, Run
from catalogue.store.runs import finish_run, load_last_runs, load_ledger, save_interrupted, save_new, start_run
from catalogue.vocabulary import RunOutcome
from scheduled.locks import only_one
from scheduled.timed import JOBS, PROBLEM, Job, Workplace
from scheduled.timetable import TIMETABLE, Due, Entry, due, new_jobs, next_slot, next_try, slots_now, tick_every

TICK_SECONDS = 20
LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Clock:
    """A timetable with its jobs, at a place."""

    place: Workplace
    timetable: tuple[Entry, ...] = tuple(entry for entry in TIMETABLE if entry.job in JOBS)
    jobs: Mapping[str, Job] = field(default_factory=lambda: JOBS)

    @property
    def timezone(self) -> str:
        """The zone of the times in the table."""
        return self.place.settings.clock.timezone


@dataclass(frozen=True, slots=True)
class JobStatus:
    """What a person wants to know of a job."""

    job: str
    cron: str
    timezone: str
    last: Run | None
    next_slot: str
    due_at: datetime | None
    """When a slot that has come and is not done is tried; None where none is."""


def run_clock(clock: Clock) -> None:
    """Run what is due, now and whenever something is, until interrupted; refused where a clock runs already."""
    open_database(clock.place.db).dispose()  # what is wrong with it is said now, not at every look
    with only_one(clock.place.db, "clock") as alone:
        if not alone:
            raise DatabaseError(f"{clock.place.db}: another clock already runs its jobs")
        LOG.info("the clock runs, times in %s", clock.timezone)
        tick_every(TICK_SECONDS, lambda: _tick(clock))


def run_due(clock: Clock) -> list[Run]:
    """Run every job that is due, one after the other; how each ended."""
    engine = open_database(clock.place.db)
    try:
        return [run for item in _due(engine, clock) if (run := _run(engine, clock, item.job, item.slot))]
    finally:
        engine.dispose()


def run_by_hand(clock: Clock, job: str) -> Run:
    """Run one job now, whatever the timetable says."""
    engine = open_database(clock.place.db)
    try:
        run = _run(engine, replace(clock, place=replace(clock.place, by_hand=True)), job, None)
    finally:
        engine.dispose()
    if run is None:
        raise DatabaseError(f"{clock.place.db}: {job} is running already")
    return run


def run_status(clock: Clock) -> list[JobStatus]:
    """Each job of the timetable: its last run, its next time, and when what failed is tried again."""
    engine, now = open_database(clock.place.db), clock.place.now()
    slots = slots_now(clock.timetable, clock.timezone, now)
    try:
        with reading(engine) as session:
            last, ledger = load_last_runs(session, slots), load_ledger(session, slots)
    finally:
        engine.dispose()
    waiting = new_jobs(clock.timetable, ledger)

    def status(entry: Entry) -> JobStatus:
        job, zone = entry.job, entry.timezone or clock.timezone
        ran = last.get(job)
        is_due = job not in waiting and not (ran and ran.outcome is None)  # what has no outcome runs now
        due_at = next_try(slots[job], ledger[job], now) if is_due else None
        return JobStatus(job, entry.cron, zone, ran, next_slot(entry, clock.timezone, now), due_at)

    return [status(entry) for entry in clock.timetable]


def _tick(clock: Clock) -> None:
    try:
        run_due(clock)
    except CatalogueError as error:  # a database that is away now may be back at the next tick
        LOG.error("%s", error)


def load_due(clock: Clock) -> list[Due]:
    """What would run now; nothing is noted."""
    engine, now = open_database(clock.place.db), clock.place.now()
    try:
        return _look(engine, clock, now)[0]
    finally:
        engine.dispose()


def _due(engine: sa.Engine, clock: Clock) -> list[Due]:
    """What is to run now; jobs met for the first time are noted."""
    now = clock.place.now()
    found, new = _look(engine, clock, now)
    if new:
        with writing(engine) as session:
            save_new(session, new, now)
    return found


def _look(engine: sa.Engine, clock: Clock, now: datetime) -> tuple[list[Due], dict[str, str]]:
    """What is due, and the slots of jobs that wait for their next one because they were never met before."""
    slots = slots_now(clock.timetable, clock.timezone, now)
    with reading(engine) as session:
        ledger = load_ledger(session, slots)
    new = new_jobs(clock.timetable, ledger)
    found = due(clock.timetable, clock.timezone, ledger, now)
    return [item for item in found if item.job not in new], {job: slots[job] for job in new}


def _run(engine: sa.Engine, clock: Clock, job: str, slot: str | None) -> Run | None:
    """One run from start to end; None where another process runs this job."""
    with only_one(clock.place.db, job) as alone:
        if not alone:
            LOG.info("%s: another process runs it", job)
            return None
        now = clock.place.now()
        with writing(engine) as session:
            save_interrupted(session, job)
            run_id = start_run(session, job, slot, now)
        if run_id is None:
            return None
        LOG.info("%s: started for %s", job, slot or "a person")
        try:
            ending = _ending(clock, job, now)
        except BaseException:
            _finish(engine, run_id, clock, Ending(RunOutcome.INTERRUPTED))
            raise
        return _finish(engine, run_id, clock, ending)


def _ending(clock: Clock, job: str, now: datetime) -> Ending:
    try:
        counts = dict(clock.jobs[job](clock.place, now))
    except CatalogueError as error:
        LOG.error("%s: %s", job, error)
        return Ending(RunOutcome.FAILED, problem=str(error))
    except Exception as error:
        LOG.exception("%s: a fault of this program", job)
        return Ending(RunOutcome.FAILED, problem=f"{type(error).__name__}: {error}")
    LOG.info("%s: %s", job, ", ".join(f"{name} {value}" for name, value in counts.items()) or "done")
    problem = str(counts.pop(PROBLEM, ""))
    return Ending(RunOutcome.OK, json.dumps(counts, ensure_ascii=False), problem)


def _finish(engine: sa.Engine, run_id: int, clock: Clock, ending: Ending) -> Run:
    with writing(engine) as session:
        return finish_run(session, run_id, clock.place.now(), ending)
