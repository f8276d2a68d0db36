"""How fast a long list is imported, and whether twice the length takes twice the time."""

import random
import resource
import time
from datetime import date
from pathlib import Path

import pytest

from catalogue.datafolder.thesaurus import load_thesaurus
from scheduled.jobs.importing import Wish, run_import

pytestmark = pytest.mark.bench
TOPICS = load_thesaurus(Path(__file__).parent.parent.parent / "data" / "topics.csv")
WORDS = "learning deep linear algebra python course guide vision data network книга курс основы 学习 教程 model".split()  # noqa: SIM905


def make_list(entries: int) -> str:
    """A list of so many different entries in sections of fifty."""
    chosen = random.Random(1)
    lines = ["# A long list"]
    for number in range(entries):
        if number % 50 == 0:
            lines += ["", f"## Part {number // 50}", ""]
        words = " ".join(chosen.choices(WORDS, k=4))
        lines.append(
            f"- [{words} {number}](https://h{number % 997}.example/{number}/page) - {words}, for beginners (PDF)"
        )
    return "\n".join(lines)


def test_ten_thousand_entries(tmp_path: Path) -> None:
    """Ten thousand entries are read, understood and written; the time is linear in their number."""
    seconds = {}
    for entries in (5_000, 10_000):
        path = tmp_path / f"list{entries}.md"
        path.write_text(make_list(entries), encoding="utf-8")
        start = time.perf_counter()
        summary = run_import([path], tmp_path / f"data{entries}", TOPICS, Wish(date(2025, 11, 1), facts_only=True))
        seconds[entries] = time.perf_counter() - start
        assert summary.mentions == entries
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\n5,000 entries in {seconds[5_000]:.1f} s, 10,000 in {seconds[10_000]:.1f} s, at most {memory} MB")
    assert seconds[10_000] < 3 * seconds[5_000]


def test_two_versions_of_a_long_list(tmp_path: Path) -> None:
    """What was added, removed, changed and got another URL between two versions is told exactly."""
    lines = make_list(1_300).split("\n")
    path = tmp_path / "list.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    run_import([path], tmp_path / "data", TOPICS, Wish(date(2025, 11, 1)))
    places = [place for place, line in enumerate(lines) if line.startswith("- ")]
    random.Random(2).shuffle(places)
    gone, other_text, other_url = places[:109], places[109:217], places[217:244]
    for place in other_text:
        lines[place] = lines[place].replace("for beginners", "revised")
    for place in other_url:
        lines[place] = lines[place].replace(".example/", ".test/")
    kept = [line for place, line in enumerate(lines) if place not in set(gone)]
    new = [f"- [Brand new {number}](https://new.example/{number}) - text" for number in range(174)]
    path.write_text("\n".join(kept + new), encoding="utf-8")
    (report,) = run_import([path], tmp_path / "data", TOPICS, Wish(date(2025, 11, 20))).sources
    counts = [len(found) for found in (report.added, report.removed, report.changed, report.url_replaced)]
    print(f"\nadded, removed, changed, with a new URL: {counts}")
    assert counts == [174, 109, 108, 27]
