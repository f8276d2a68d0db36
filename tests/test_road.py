"""The whole road: a document, a small web, four weeks of checks, and the reports that must come out."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scheduled.cli.main import main
from tests.datafolder import TOPICS
from tests.web.smallweb import SmallWeb, page, redirect

DOCUMENT = """\
---
title: From zero to models
author: A. Learner
---

## Step 1: Mathematics

Time: 3-4 weeks

- [Linear algebra, the course](http://alive.example/course)
- [A book that will vanish](http://dying.example/book)
- [A book that was away](http://recovering.example/book)

## Step 2: Tools

- [A tutorial under a new address](http://moved.example/old)
- [A page behind a wall](http://walled.example/page)
"""
WALL = page("<title>Just a moment...</title>", 403, {"cf-mitigated": "challenge", "Server": "cloudflare"})
NOT_FOUND = page("<title>404 Not Found</title>", 404)
DAYS = (1, 4, 8, 11, 15, 18, 22, 25, 29)


@pytest.fixture
def road(smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SmallWeb:
    """A data folder, a document, and settings that find the small web."""
    smallweb.put("http://alive.example/course", page("<title>Linear algebra</title><p>Lectures."))
    smallweb.put("http://dying.example/book", page("<title>A book</title><p>Chapter 1."))
    smallweb.put("http://recovering.example/book", NOT_FOUND)
    smallweb.put("http://moved.example/old", redirect("http://moved.example/new/home", 301))
    smallweb.put("http://moved.example/new/home", page("<title>Tutorial</title><p>Start here."))
    smallweb.put("http://walled.example/page", WALL)
    monkeypatch.setenv("CATALOGUE_CRAWLER__ALLOW_NETWORKS", '["127.0.0.0/8"]')
    monkeypatch.setenv("CATALOGUE_CRAWLER__CONNECT_TO", json.dumps(smallweb.connect_to))
    monkeypatch.setenv("CATALOGUE_CRAWLER__HOST_INTERVAL_SECONDS", "0")
    monkeypatch.setenv("CATALOGUE_POLICY__RECHECK_DEAD_DAYS", "7")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "topics.csv").write_text(TOPICS, encoding="utf-8")
    Path("road.md").write_text(DOCUMENT, encoding="utf-8")
    return smallweb


def run(*arguments: str) -> int:
    """Run one command; returns its exit code."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert isinstance(stop.value.code, int)
    return stop.value.code


def live_through(road: SmallWeb) -> Iterator[int]:
    """Four weeks of January 2026: one link dies in the second week, one comes back; yields after each day's check."""
    assert run("import", "road.md", "--as-of", "2026-01-01") == 0
    assert run("build") == 0
    for day in DAYS:
        if day == 8:
            road.put("http://dying.example/book", NOT_FOUND)
        if day == 15:
            road.put("http://recovering.example/book", page("<title>The book</title><p>Back again."))
        assert run("check", "--as-of", f"2026-01-{day:02}T06:00:00Z") == 0
        yield day


def states() -> dict[str, str]:
    """The state of each link, by the first label of its host."""
    with closing(sqlite3.connect("catalogue.db")) as connection:
        rows = connection.execute("select url, state from links").fetchall()
    return {url.split("/")[2].split(".")[0]: state for url, state in rows}


def test_four_weeks(road: SmallWeb) -> None:
    """States follow the contract's table: death only at the third spaced strike, recovery, move, a wall never death."""
    seen = {day: states() for day in live_through(road)}
    assert [seen[day]["dying"] for day in DAYS] == ["ok", "ok", "failing", "failing", *["dead"] * 5]
    assert [seen[day]["recovering"] for day in DAYS] == ["failing", "failing", "dead", "dead", *["ok"] * 5]
    assert [seen[day]["walled"] for day in DAYS] == ["unchecked", *["unverifiable"] * 8]
    assert {day["moved"] for day in seen.values()} == {"moved"}
    assert {day["alive"] for day in seen.values()} == {"ok"}


def test_the_reports_of_four_weeks(road: SmallWeb, capsys: pytest.CaptureFixture[str]) -> None:
    """Each piece of news stands in exactly one report, in its section."""
    told = {}
    for day in live_through(road):
        if day in (8, 15, 22, 29):
            capsys.readouterr()
            assert run("report", "--as-of", f"2026-01-{day:02}T07:00:00Z", "--format", "json") == 0
            sections = json.loads(capsys.readouterr().out)["sections"]
            told[day] = {name: [row["url"] for row in rows] for name, rows in sections.items() if rows}
    assert told == {
        8: {
            "dead": ["http://recovering.example/book"],
            "moved": ["http://moved.example/old"],
            "unverifiable": ["http://walled.example/page"],
        },
        15: {"dead": ["http://dying.example/book"], "recovered": ["http://recovering.example/book"]},
        22: {},
        29: {},
    }


THIRD_WEEK = """\
# Dead links, 2026-W03

Changes from 2026-01-08 to 2026-01-15

## Newly dead (1)

- **[A book that will vanish](http://dying.example/book)**
  `http://dying.example/book`, since 2026-01-15, first failed 2026-01-08
  - Seen: 2026-01-08 gone (404); 2026-01-11 gone (404); 2026-01-15 gone (404)
  - In: `data/roadmaps/from-zero-to-models.jsonl:5`, line 11 of “From zero to models”
  - Next: look for a replacement: `catalogue search 'A book that will vanish'`

## Back again (1)

- **[A book that was away](http://recovering.example/book)**
  `http://recovering.example/book`, since 2026-01-15, dead since 2026-01-08
  - Seen: 2026-01-15 ok (200)
  - In: `data/roadmaps/from-zero-to-models.jsonl:6`, line 12 of “From zero to models”
  - Next: nothing; undo a replacement if you made one

Health: ████████████░░░░░░░░ 60 % of the checked links work.

All links: ok 2, moved 1, failing 0, suspect 0, dead 1, unverifiable 1, unchecked 0.

Rests on 5 checks of 5 links (5 counted); 0 never checked. The oldest last check is of 2026-01-04.
"""


def test_the_report_as_its_reader_sees_it(road: SmallWeb, capsys: pytest.CaptureFixture[str]) -> None:
    """The third week's report, word for word: one death with its evidence, one recovery, where each stands."""
    for day in live_through(road):
        capsys.readouterr()
        if day in (8, 15):
            assert run("report", "--as-of", f"2026-01-{day:02}T07:00:00Z") == 0
        if day == 15:
            break
    assert capsys.readouterr().out == THIRD_WEEK
