"""How fast papers are read, replayed and ranked, and how well: `make bench`."""

import random
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from crawler.arxiv.oai import parse_page
from tests.papers.oai_xml import oai_page, oai_record

ROOT = Path(__file__).parent.parent.parent
WEEKS, PAPERS, SIGHTINGS = 68, 74_728, 120_405

REPLAY = """
import resource, sys, time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from catalogue.database.schema import open_database, writing
from crawler.arxiv.oai import parse_page
from scheduled.jobs.arxiv_shelf import StoredShelf
from scheduled.jobs.digest import run_digest
from scheduled.jobs.papers import _begin
from scheduled.settings.load import load_settings
from tests.benchmarks.test_papers import announced_days
db, weeks = Path(sys.argv[1]), int(sys.argv[2])
settings, spec = load_settings(None), "cs:cs:LG"
engine = open_database(db, create=True)
started = time.process_time()
reading = digesting = 0.0
slowest = 0.0
for day, pages in announced_days(weeks, int(sys.argv[3]), int(sys.argv[4])):
    now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    mark = time.process_time()
    shelf = StoredShelf(engine, now, lambda: now, _begin(engine, (spec,), now))
    place = shelf.open(spec)
    for page in pages:
        place = shelf.keep(place, parse_page(page))
    shelf.close(place)
    reading += time.process_time() - mark
    if day.weekday() == 4:
        mark = time.process_time()
        run_digest(db, settings, now)
        slowest = max(slowest, time.process_time() - mark)
        digesting += time.process_time() - mark
with engine.connect() as connection:
    count = connection.exec_driver_sql(
        "select count(*), count(distinct arxiv_id) from edition_items where section = 'new'").one()
    papers = connection.exec_driver_sql("select count(*) from papers").scalar()
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(reading, digesting, slowest, megabytes, count[0], count[1], papers)
"""


def announced_days(weeks: int, papers: int, sightings: int):  # type: ignore[no-untyped-def]
    """Each day's pages: new papers of the day, and papers of the last days again."""
    pick = random.Random(7)
    words = [f"{pick.choice('bcdfgklmnprst')}{pick.choice('aeiou')}{number:x}" for number in range(20_000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    pool = pick.choices(words, weights, k=2_000_000)
    first, days = date(2025, 3, 3), weeks * 5
    seen: list[str] = []
    for at in range(days):
        day = first + timedelta(days=at // 5 * 7 + at % 5)
        count = papers * (at + 1) // days - papers * at // days
        again = (sightings - papers) * (at + 1) // days - (sightings - papers) * at // days
        fresh = [f"{(day - timedelta(days=1)):%y%m}.{len(seen) + number:05}" for number in range(count)]
        records = [_record(name, day, pick, pool) for name in fresh]
        records += [_record(name, day, pick, pool) for name in pick.sample(seen[-3000:], min(again, len(seen[-3000:])))]
        seen += fresh
        yield day, [oai_page(*records[at : at + 1300]) for at in range(0, len(records), 1300)]


def _record(name: str, day: date, pick: random.Random, pool: list[str]) -> str:
    at = pick.randrange(len(pool) - 200)
    return oai_record(name, day.isoformat(), title=" ".join(pool[at : at + 9]), abstract=" ".join(pool[at : at + 170]))


def replay(tmp_path: Path, *sizes: int) -> list[float]:
    """Run the replay in a process of its own; returns what it printed."""
    run = [sys.executable, "-c", REPLAY, str(tmp_path / "replay.db"), *map(str, sizes)]
    environment = {"PYTHONPATH": str(ROOT), "CATALOGUE_ARXIV__CATEGORIES": '["cs.LG"]'}
    done = subprocess.run(run, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
    return [float(number) for number in done.stdout.split()]


@pytest.mark.bench
def test_reading_answers() -> None:
    """Prints how many records a second are parsed: 5,000 are wanted."""
    pages = [page for _, day in announced_days(1, 5_000, 5_000) for page in day]
    started = time.process_time()
    count = sum(len(parse_page(page).papers) for page in pages)
    print(f"\n{count / (time.process_time() - started):,.0f} records a second")
    assert count == 5_000


@pytest.mark.bench
def test_a_large_week(tmp_path: Path) -> None:
    """Prints the CPU time of the digest of a week of 2,000 papers: under 5 s is wanted."""
    _, _, slowest, megabytes, *_ = replay(tmp_path, 1, 2_000, 2_000)
    print(f"\ndigest of 2,000 papers: {slowest:.1f} s, {megabytes:.0f} MB")
    assert slowest < 5


@pytest.mark.bench
def test_a_replay_of_68_weeks(tmp_path: Path) -> None:
    """Prints CPU time and memory of 74,728 papers seen 120,405 times: under 120 s and 500 MB are wanted."""
    reading, digesting, slowest, megabytes, items, once, papers = replay(tmp_path, WEEKS, PAPERS, SIGHTINGS)
    print(f"\nreading {reading:.0f} s, digests {digesting:.0f} s (slowest {slowest:.1f} s), {megabytes:.0f} MB")
    assert (items, once, papers) == (PAPERS, PAPERS, PAPERS)
    assert reading + digesting < 120
    assert megabytes < 500
