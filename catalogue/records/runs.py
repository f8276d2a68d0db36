"""What the clock did: Run, one job in one slot of the timetable."""

from dataclasses import dataclass
from datetime import datetime

from catalogue.vocabulary import RunOutcome

DONE = (RunOutcome.OK, RunOutcome.NEW)
"""Outcomes after which a slot is not tried again."""


@dataclass(frozen=True, slots=True)
class Run:
    """One job in one local slot, tried `attempts` times; or one run by hand, without slot."""

    job: str
    slot: str | None
    started_at: datetime
    finished_at: datetime | None = None
    outcome: RunOutcome | None = None
    attempts: int = 1
    counts: str | None = None
    problem: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it ended well and left nothing undone."""
        return self.outcome is RunOutcome.OK and not self.problem


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended: counts are public, the problem is for the operator alone."""

    outcome: RunOutcome
    counts: str = "{}"
    problem: str = ""
