"""Runs: the clock's ledger, one row per job and local slot."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database import tables
from catalogue.database.columns import table_of
from catalogue.records.runs import DONE, Ending, Run
from catalogue.vocabulary import RunOutcome

RUN = table_of(tables.Run)
FIELDS = tuple(field.name for field in fields(Run))
REMEMBERED = 30
"""Newest runs of a job that the clock looks at: enough to see how often it failed in a row."""


def load_ledger(session: Session, slots: Mapping[str, str]) -> dict[str, tuple[Run, ...]]:
    """The newest runs of each job, newest first, and whatever run its given slot had, however long ago."""
    return {job: _recent(session, job, slot) for job, slot in slots.items()}


def start_run(session: Session, job: str, slot: str | None, now: datetime) -> int | None:
    """The id of the run that now begins: a new row, or the row of the slot with one attempt more.

    None where the slot is done: two clocks may both have found it due, and one was quicker.
    """
    connection = session.connection()
    query = sa.select(RUN.c.id, RUN.c.attempts, RUN.c.outcome).where(RUN.c.job == job, RUN.c.slot == slot)
    row = connection.execute(query).one_or_none() if slot else None
    if row is None:
        values = {"job": job, "slot": slot, "started_at": now, "attempts": 1}
        new_id: int = connection.execute(sa.insert(RUN).values(values).returning(RUN.c.id)).scalar_one()
        return new_id
    if row.outcome in DONE:
        return None
    again = {"started_at": now, "finished_at": None, "outcome": None, "attempts": row.attempts + 1}
    run_id: int = row.id
    connection.execute(sa.update(RUN).where(RUN.c.id == run_id).values(again))
    return run_id


def finish_run(session: Session, run_id: int, now: datetime, ending: Ending) -> Run:
    """The run as it ended."""
    ended = {"finished_at": now, "outcome": ending.outcome, "counts": ending.counts, "problem": ending.problem}
    session.connection().execute(sa.update(RUN).where(RUN.c.id == run_id).values(ended))
    row = session.connection().execute(sa.select(RUN).where(RUN.c.id == run_id)).mappings().one()
    return _run(row)


def save_interrupted(session: Session, job: str) -> None:
    """Say of the runs of a job that never ended that they were interrupted; only who holds its lock may."""
    dead = sa.update(RUN).where(RUN.c.job == job, RUN.c.outcome.is_(None))
    session.connection().execute(dead.values(outcome=RunOutcome.INTERRUPTED))


def save_new(session: Session, slots: Mapping[str, str], now: datetime) -> None:
    """Note that the clock met these jobs for the first time, in these slots."""
    for job, slot in slots.items():
        when = {"started_at": now, "finished_at": now}
        row = {"job": job, "slot": slot, "outcome": RunOutcome.NEW, "attempts": 0, **when}
        session.connection().execute(sa.insert(RUN).values(row))


def load_last_runs(session: Session, jobs: Iterable[str]) -> dict[str, Run]:
    """The newest real run of each job that ever ran."""
    found = {}
    for job in jobs:
        query = sa.select(RUN).where(RUN.c.job == job, sa.or_(RUN.c.outcome.is_(None), RUN.c.outcome != RunOutcome.NEW))
        row = session.connection().execute(query.order_by(RUN.c.id.desc()).limit(1)).mappings().one_or_none()
        if row:
            found[job] = _run(row)
    return found


def _recent(session: Session, job: str, slot: str) -> tuple[Run, ...]:
    newest = sa.select(RUN.c.id).where(RUN.c.job == job).order_by(RUN.c.id.desc()).limit(REMEMBERED)
    wanted = sa.or_(RUN.c.id.in_(newest), sa.and_(RUN.c.job == job, RUN.c.slot == slot))
    rows = session.connection().execute(sa.select(RUN).where(wanted).order_by(RUN.c.id.desc())).mappings()
    return tuple(_run(row) for row in rows)


def _run(row: sa.RowMapping) -> Run:
    return Run(**{name: row[name] for name in FIELDS})
