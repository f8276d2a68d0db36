"""A simulated month of a catalogue, in one process that may be killed at any moment and started again.

    python -m tests.soak.month FOLDER

Each day at a quarter past six it runs what is due by the clock (check, papers, report, digest, delivery, thinning,
backup); now and then it imports and builds, and publishes. It notes each finished day in FOLDER/day.txt; started
again, it goes on with the day it was killed in, later that morning.
"""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from catalogue.datafolder.roadmaps import write_whole
from catalogue.datafolder.thesaurus import load_thesaurus
from scheduled.clock import Clock, run_due
from scheduled.jobs.building import run_build
from scheduled.jobs.importing import Wish, run_import
from scheduled.jobs.publishing import run_publish
from scheduled.settings.load import load_settings
from scheduled.timed import Workplace

START = datetime(2026, 11, 2, 6, 15, tzinfo=UTC)
DAYS = 28
LATER = tuple(timedelta(minutes=minutes) for minutes in (0, 10, 25, 50, 95, 180, 345, 600))
"""How long after a quarter past six the day is gone on with, after so many kills in it: longer than jobs wait."""


@dataclass(frozen=True)
class Month:
    """The folder a month lives in."""

    folder: Path

    @property
    def db(self) -> Path:
        """The database."""
        return self.folder / "catalogue.db"

    def live(self) -> None:
        """Go on from where the last process was."""
        settings = load_settings(self.folder / "catalogue.toml")
        os.chdir(self.folder)
        for day in range(self._done(), DAYS):
            now = START + timedelta(days=day) + LATER[self._again(day)]
            print(day, flush=True)
            self._free_links()
            if day % 10 == 0:
                self._import(day, now.date())
                run_build(self.db, self.folder / "data", now)
            run_due(Clock(Workplace(settings, self.db, self.folder / "data", now=_clock(now))))
            if day % 14 == 13:
                run_publish(self.db, self.folder / "site", settings)
            write_whole(self.folder / "day.txt", str(day + 1))

    def _done(self) -> int:
        path = self.folder / "day.txt"
        return int(path.read_text()) if path.exists() else 0

    def _again(self, day: int) -> int:
        """How often this day was begun before."""
        path = self.folder / "begun.json"
        before = json.loads(path.read_text()) if path.exists() else [day, -1]
        count = before[1] + 1 if before[0] == day else 0
        write_whole(path, json.dumps([day, count]))
        return count

    def _free_links(self) -> None:
        """Take the links from a check that was killed: they are held for a minute, and here a day takes a second."""
        if self.db.exists():
            with closing(sqlite3.connect(self.db)) as connection, connection:
                connection.execute("pragma foreign_keys = on")
                if connection.execute("select 1 from sqlite_schema where name = 'checker'").fetchone():
                    connection.execute("delete from checker")

    def _import(self, day: int, today: date) -> None:
        """The document, and from the tenth day on its second edition."""
        document = self.folder / "documents" / ("second" if day >= 10 else "first") / "road.md"
        thesaurus = load_thesaurus(self.folder / "data" / "topics.csv")
        run_import([document], self.folder / "data", thesaurus, Wish(today))


def _clock(start: datetime) -> Callable[[], datetime]:
    """A clock that stands at a time now, and goes on."""
    began = time.monotonic()
    return lambda: (start + timedelta(seconds=time.monotonic() - began)).replace(microsecond=0)


if __name__ == "__main__":
    Month(Path(sys.argv[1])).live()
