"""Sixteen simulated weeks of 400 links whose fates are known: what the weekly report says of them is true and in time.

The fates are rolled with a seed; a visit sees what a link of that fate shows at that time, with the noise of a real
web: one-off failures, hosts that are down for days, walls, moves.
"""

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from catalogue.database.schema import open_database, writing
from catalogue.records.web import Policy, Visit
from catalogue.store.links import save_visits
from catalogue.vocabulary import Verdict
from scheduled.jobs.reporting import When, run_report
from tests.weeks import day, make_catalogue

WEEKS, LINKS = 16, 400
FATES = (
    # name, how many, how often a visit of a living one fails for nothing
    ("alive", 250, 0.02),
    ("flaky", 40, 0.25),
    ("outage", 25, 0.01),
    ("dead", 40, 0.01),
    ("soft-dead", 15, 0.01),
    ("wall", 15, 0.01),
    ("moved", 15, 0.01),
)
BAD = (Verdict.GONE, Verdict.UNANSWERED, Verdict.THROTTLED)


@dataclass(frozen=True)
class Fate:
    """What becomes of a link, and when."""

    name: str
    noise: float
    turns_at: datetime
    ends_at: datetime

    def shows(self, at: datetime, dice: random.Random) -> Verdict:
        """What one visit sees."""
        turned = self.turns_at <= at < self.ends_at
        after = {"dead": dice.choice(BAD[:2]), "outage": Verdict.UNANSWERED, "soft-dead": Verdict.SUSPECT}
        after |= {"wall": Verdict.BLOCKED, "moved": Verdict.MOVED}
        if turned and self.name in after:
            return after[self.name]
        return dice.choice(BAD) if dice.random() < self.noise else Verdict.OK

    def is_dead(self, at: datetime) -> bool:
        """Whether a careful person would call it dead."""
        return self.name in ("dead", "soft-dead") and at >= self.turns_at


def fates(dice: random.Random) -> list[Fate]:
    """The fate of each link."""
    rolled = []
    for name, count, noise in FATES:
        for _ in range(count):
            turns = day(dice.uniform(0, 7 * (WEEKS - 4)))
            ends = turns + timedelta(days=dice.uniform(0.5, 8)) if name == "outage" else day(9_999)
            rolled.append(Fate(name, noise, turns, ends))
    return rolled


def test_the_report_is_right_and_in_time(tmp_path: Path) -> None:
    """At least 95 % of what is called dead or suspect is so; at least 90 % of deaths are told within four weeks."""
    dice = random.Random(7)
    by_url = {f"https://host-{n}.example/": fate for n, fate in enumerate(fates(dice))}
    assert len(by_url) == LINKS
    db = make_catalogue(tmp_path, list(by_url))
    told: dict[str, datetime] = {}
    right = wrong = 0
    for now, body in live(db, by_url, dice):
        for row in body["sections"]["dead"] + body["sections"]["suspect"]:
            told.setdefault(row["url"], now)
            right += by_url[row["url"]].is_dead(now)
            wrong += not by_url[row["url"]].is_dead(now)
    deaths = {url: fate.turns_at for url, fate in by_url.items() if fate.name in ("dead", "soft-dead")}
    in_time = sum(url in told and told[url] - at <= timedelta(weeks=4) for url, at in deaths.items())
    precision, recall = right / (right + wrong), in_time / len(deaths)
    print(f"\n{WEEKS} weeks, {LINKS} links: precision {precision:.3f}, told within four weeks {recall:.3f}")
    assert precision >= 0.95
    assert recall >= 0.90


def live(
    db: Path, by_url: dict[str, Fate], dice: random.Random
) -> Iterator[tuple[datetime, dict[str, dict[str, list[dict[str, str]]]]]]:
    """Let the weeks pass, looking at what is due every twelve hours; each week's time and edition."""
    engine = open_database(db)
    for half_day in range(1, 2 * 7 * WEEKS + 1):
        now = day(half_day / 2)
        with closing(sqlite3.connect(db)) as connection:
            query = "select url from link where next_check_at is null or next_check_at <= ? order by id"
            due = [url for (url,) in connection.execute(query, (f"{now:%Y-%m-%dT%H:%M:%SZ}",))]
        visits = [Visit(url, now, by_url[url].shows(now, dice), "seen") for url in due]
        with writing(engine) as session:
            save_visits(session, visits, Policy())
        if half_day % 14 == 0:
            yield now, json.loads(run_report(db, When(now + timedelta(minutes=1), "UTC")).body)
    engine.dispose()
