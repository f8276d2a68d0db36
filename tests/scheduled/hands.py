"""A clock whose hands a test moves."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from scheduled.clock import Clock, run_due
from scheduled.settings.load import Settings
from scheduled.timed import Workplace
from scheduled.timetable import Entry
from tests.weeks import day

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
