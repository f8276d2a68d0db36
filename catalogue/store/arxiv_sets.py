"""How far each OAI-PMH set has been read, and the gate that all processes pass to ask arXiv."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from catalogue.database import tables, tables_papers
from catalogue.database.columns import table_of

SET, GATE, META = table_of(tables_papers.ArxivSet), table_of(tables_papers.ArxivGate), table_of(tables.Meta)
BEGAN, ALIVE = "ledger_began", "arxiv_alive"
GATE_ID = 1
LONGEST_SECONDS = 900.0
"""A gate taken longer ago than this by a process that still lives is free again."""


POLL_SECONDS = 0.2
"""How soon to look again at a gate that somebody holds."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Who asks for the gate, at which real time, and how far apart two requests must be."""

    holder: str
    now: float
    interval_seconds: float


@dataclass(frozen=True, slots=True)
class SetState:
    """What is known of a set: read wholly at `asked_at`, with answers that hold up to `covered_until`.

    With a `token`, a reading broke off there.
    """

    spec: str
    asked_at: datetime | None = None
    covered_until: datetime | None = None
    newest: date | None = None
    read_from: date | None = None
    read_at: datetime | None = None
    token: str | None = None
    pass_id: int | None = None
    moved: bool = False
    problem: str = ""


def load_set(session: Session, spec: str) -> SetState:
    """The state of a set; of one never read, an empty one."""
    row = session.connection().execute(sa.select(SET).where(SET.c.spec == spec)).mappings().first()
    return SetState(**row) if row else SetState(spec)


def save_set(session: Session, spec: str, **values: Any) -> None:
    """Set some of a set's state."""
    statement = insert(SET).values(spec=spec, **({"moved": False, "problem": ""} | values))
    session.connection().execute(statement.on_conflict_do_update(index_elements=["spec"], set_=values))


def next_pass(session: Session) -> int:
    """A number no pass had before."""
    return (session.connection().execute(sa.select(sa.func.max(SET.c.pass_id))).scalar() or 0) + 1


def load_day(session: Session, key: str) -> date | None:
    """A day kept under a name: when the ledger began, or the newest sign of life of arXiv."""
    value = session.connection().execute(sa.select(META.c.value).where(META.c.key == key)).scalar()
    return date.fromisoformat(value) if value else None


def save_day(session: Session, key: str, day: date) -> None:
    """Keep a day under a name."""
    statement = insert(META).values(key=key, value=day.isoformat())
    session.connection().execute(
        statement.on_conflict_do_update(index_elements=["key"], set_={"value": day.isoformat()})
    )


def take_gate(session: Session, turn: Turn, is_alive: Callable[[str], bool]) -> float:
    """Seconds to wait before asking again for the gate; 0 means it is ours, until given back or too long held.

    One that died while it was asking keeps nobody waiting longer than the interval after it was let through.
    """
    row = session.connection().execute(sa.select(GATE.c.free_at, GATE.c.taken_at, GATE.c.holder)).first()
    if row:
        free_at = row.free_at
        if row.holder:  # somebody asks just now, or died while asking
            soon = turn.now + POLL_SECONDS if is_alive(row.holder) else row.taken_at + turn.interval_seconds
            free_at = min(free_at, soon)
        if free_at > turn.now:
            return float(free_at - turn.now)
    _save_gate(session, {"free_at": turn.now + LONGEST_SECONDS, "taken_at": turn.now, "holder": turn.holder})
    return 0.0


def give_gate_back(session: Session, turn: Turn, wait_seconds: float) -> None:
    """Let the next one through after the interval, or after a longer wait; nothing if the gate is no longer ours."""
    row = session.connection().execute(sa.select(GATE.c.holder)).first()
    if row and row.holder == turn.holder:
        free_at = turn.now + max(turn.interval_seconds, wait_seconds)
        _save_gate(session, {"free_at": free_at, "holder": ""})


def _save_gate(session: Session, values: dict[str, Any]) -> None:
    statement = insert(GATE).values(id=GATE_ID, **values)
    session.connection().execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
