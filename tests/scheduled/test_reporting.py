"""The weekly dead-link edition: what changed, once, with evidence; and always the same bytes."""

import json
from pathlib import Path
from typing import Any

import pytest

from catalogue.errors import AsOfError
from catalogue.vocabulary import Verdict
from scheduled.jobs.reporting import When, run_report
from tests.weeks import day, make_catalogue, see, see_often

A, B, C = "https://a.example/x", "https://b.example/", "https://c.example/"
OK, GONE, MOVED, SUSPECT, BLOCKED = Verdict.OK, Verdict.GONE, Verdict.MOVED, Verdict.SUSPECT, Verdict.BLOCKED


def report(db: Path, days: float, **more: Any) -> dict[str, Any]:
    """The body of the edition made so many days after the first Monday."""
    return json.loads(run_report(db, When(day(days), "UTC"), **more).body)


def urls(body: dict[str, Any]) -> dict[str, list[str]]:
    """Which links each section holds, empty sections left out."""
    return {name: [row["url"] for row in rows] for name, rows in body["sections"].items() if rows}


def test_a_link_is_news_only_when_it_is_declared_dead(tmp_path: Path) -> None:
    """Two strikes are a number among the totals; the third one is a row with everything that was seen."""
    db = make_catalogue(tmp_path, [A, B])
    see_often(db, A, {0: OK})
    see_often(db, A, {7: GONE, 10: GONE}, reason="404", status_code=404)
    week_two = report(db, 11)
    assert urls(week_two) == {}
    assert week_two["totals"]["failing"] == 1
    see(db, A, 13, GONE, reason="404", status_code=404)
    body = report(db, 18)
    assert urls(body) == {"dead": [A]}
    assert body["sections"]["dead"][0] == {
        "url": A,
        "resources": [{"key": "thing-0", "title": "Thing 0", "language": None, "role": "primary"}],
        "since": "2025-11-16T06:00:00Z",
        "first_failed_at": "2025-11-10T06:00:00Z",
        "dead_since": None,
        "reason": "404",
        "evidence": [
            {"checked_at": at, "verdict": "gone", "reason": "404", "status_code": 404, "final_url": None}
            for at in ("2025-11-10T06:00:00Z", "2025-11-13T06:00:00Z", "2025-11-16T06:00:00Z")
        ],
        "archived_url": None,
        "replacement": None,
        "places": [{"file": "data/roadmaps/paths.jsonl", "line": 3, "source": "Paths", "source_line": 10}],
        "next_step": {"do": "replace", "command": "catalogue search 'Thing 0'"},
    }


def test_the_line_of_a_place_is_the_line_of_the_mention(tmp_path: Path) -> None:
    """The file and line of a row hold the URL of that row, and of no other."""
    db = make_catalogue(tmp_path, [A, B, C])
    see_often(db, C, {0: GONE, 3: GONE, 6: GONE})
    place = report(db, 6.5)["sections"]["dead"][0]["places"][0]
    lines = (tmp_path / place["file"]).read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[place["line"] - 1])["url"] == C


def test_each_section_holds_what_became_so(tmp_path: Path) -> None:
    """A move with its new address, a suspicion and a wall stand each in their own section."""
    db = make_catalogue(tmp_path, [A, B, C])
    see(db, A, 0, MOVED, final_url="https://new.example/x", reason="301", status_code=301)
    see_often(db, B, {0: SUSPECT, 3: SUSPECT, 6: SUSPECT}, reason="not-found text", status_code=200)
    see_often(db, C, {0: BLOCKED, 3: BLOCKED}, reason="wall", status_code=403)
    body = report(db, 6.5)
    assert urls(body) == {"moved": [A], "suspect": [B], "unverifiable": [C]}
    moved = body["sections"]["moved"][0]
    assert moved["replacement"] == "https://new.example/x"
    assert moved["next_step"] == {"do": "accept", "command": "catalogue check --accept-moved"}
    assert [seen["reason"] for seen in body["sections"]["suspect"][0]["evidence"]] == ["not-found text"] * 3


@pytest.mark.parametrize(
    ("visits", "expected"),
    [
        pytest.param({0: OK, 1: GONE, 4: GONE, 7: GONE, 8: OK}, {}, id="died and came back in one period"),
        pytest.param({0: GONE, 1: OK}, {}, id="failed once"),
        pytest.param({0: MOVED, 1: OK}, {}, id="moved and came back"),
        pytest.param({0: BLOCKED, 4: BLOCKED, 5: OK}, {}, id="a wall that opened"),
        pytest.param({0: OK, 1: GONE, 4: GONE, 7: GONE}, {"dead": [A]}, id="died"),
    ],
)
def test_only_what_still_stands_is_news(
    tmp_path: Path, visits: dict[float, Verdict], expected: dict[str, list[str]]
) -> None:
    """What was undone before the edition is made is not in it."""
    db = make_catalogue(tmp_path, [A])
    see_often(db, A, visits, final_url="https://new.example/")
    assert urls(report(db, 9)) == expected


def test_recovered_is_said_only_of_what_was_called_dead(tmp_path: Path) -> None:
    """A link that an edition called dead and that works again is news once; one that only failed is none."""
    db = make_catalogue(tmp_path, [A, B])
    see_often(db, A, {0: GONE, 3: GONE, 6: GONE})
    see_often(db, B, {0: GONE, 3: GONE})
    assert urls(report(db, 6.5)) == {"dead": [A]}
    see(db, A, 8, OK)
    see(db, B, 8, OK)
    second = report(db, 13.5)
    assert urls(second) == {"recovered": [A]}
    assert second["sections"]["recovered"][0]["dead_since"] == "2025-11-09T06:00:00Z"
    assert urls(report(db, 20)) == {}


def test_a_link_that_fails_between_dead_and_well_is_told_in_the_end(tmp_path: Path) -> None:
    """Readers who think a link dead learn that it works, also when it was failing as an edition was made."""
    db = make_catalogue(tmp_path, [A])
    see_often(db, A, {0: GONE, 3: GONE, 6: GONE})
    assert urls(report(db, 6.5)) == {"dead": [A]}
    see_often(db, A, {8: OK, 12: GONE})
    assert urls(report(db, 13.5)) == {}
    see(db, A, 15, OK)
    assert urls(report(db, 20)) == {"recovered": [A]}


def test_a_state_that_is_known_is_not_told_again(tmp_path: Path) -> None:
    """A link that moved, failed and answers as moved again is where the reader thinks it is."""
    db = make_catalogue(tmp_path, [A])
    see(db, A, 0, MOVED, final_url="https://new.example/")
    assert urls(report(db, 1)) == {"moved": [A]}
    see(db, A, 8, GONE)
    assert urls(report(db, 9)) == {}
    see(db, A, 15, MOVED, final_url="https://new.example/")
    assert urls(report(db, 16)) == {}


def test_every_change_is_in_exactly_one_edition(tmp_path: Path) -> None:
    """Periods meet without gap or overlap, and an answer stored late comes in the next edition."""
    db = make_catalogue(tmp_path, [A, B])
    see_often(db, A, {0: GONE, 3: GONE, 6: GONE})
    first = report(db, 6.5)
    see_often(db, B, {0: GONE, 3: GONE, 6.4: GONE})
    second = report(db, 8)
    assert first["period"]["end"] == second["period"]["start"] == "2025-11-09T18:00:00Z"
    assert (urls(first), urls(second)) == ({"dead": [A]}, {"dead": [B]})


def test_the_first_edition_reaches_back_to_the_first_change(tmp_path: Path) -> None:
    """A catalogue that was checked for months before its first report leaves no death untold."""
    db = make_catalogue(tmp_path, [A])
    see_often(db, A, {0: GONE, 3: GONE, 6: GONE})
    body = report(db, 40)
    assert urls(body) == {"dead": [A]}
    assert body["period"] == {"start": "2025-11-03T05:59:59Z", "end": "2025-12-13T06:00:00Z"}


def test_the_same_week_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever happens meanwhile, the edition of a week is the stored one."""
    db = make_catalogue(tmp_path, [A, B])
    first = run_report(db, When(day(3), "UTC"))
    see_often(db, A, {4: GONE})
    again = run_report(db, When(day(5), "UTC"))
    assert first == again
    assert first.id == "deadlinks-2025-W45"


def test_the_week_is_that_of_the_time_zone(tmp_path: Path) -> None:
    """Sunday evening in London is Monday of the next week in Tokyo."""
    db = make_catalogue(tmp_path, [A])
    assert run_report(db, When(day(6.7), "UTC"), dry_run=True).id == "deadlinks-2025-W45"
    assert run_report(db, When(day(6.7), "Asia/Tokyo"), dry_run=True).id == "deadlinks-2025-W46"


def test_a_dry_run_records_nothing(tmp_path: Path) -> None:
    """An edition that was only looked at does not end a period."""
    db = make_catalogue(tmp_path, [A])
    see_often(db, A, {0: GONE, 3: GONE, 6: GONE})
    assert urls(report(db, 6.5, dry_run=True)) == {"dead": [A]}
    assert urls(report(db, 6.6)) == {"dead": [A]}


def test_the_past_is_not_reported_again(tmp_path: Path) -> None:
    """A time before the newest edition's end is refused, unless the edition of its week is stored."""
    db = make_catalogue(tmp_path, [A])
    first = run_report(db, When(day(3), "UTC"))
    run_report(db, When(day(15), "UTC"))
    assert run_report(db, When(day(2), "UTC")) == first
    with pytest.raises(AsOfError, match="deadlinks-2025-W47 already covers"):
        run_report(db, When(day(8), "UTC"))


def test_a_time_before_the_newest_check_is_refused(tmp_path: Path) -> None:
    """States are as of the newest visit, so an earlier time cannot be judged by them."""
    db = make_catalogue(tmp_path, [A])
    see(db, A, 3, OK)
    with pytest.raises(AsOfError, match="the newest check is of 2025-11-06T06:00:00Z"):
        run_report(db, When(day(2), "UTC"))


def test_coverage_says_what_the_report_rests_on(tmp_path: Path) -> None:
    """Checks, those that counted, links nobody looked at, and visits our own network cost us."""
    db = make_catalogue(tmp_path, [A, B, C])
    see(db, A, 0, OK)
    see(db, B, 0, Verdict.SKIPPED, reason="own network")
    see(db, B, 1, GONE)
    assert report(db, 2)["coverage"] == {
        "links": 3,
        "never_checked": 1,
        "checks": 3,
        "counted": 2,
        "skipped_own_network": 1,
        "oldest_check_at": "2025-11-03T06:00:00Z",
        "changes_through": 2,
        "visits_through": 3,
    }


def test_every_check_is_in_exactly_one_coverage(tmp_path: Path) -> None:
    """A check that began at the time of a report and ended seconds later is counted by that report."""
    db = make_catalogue(tmp_path, [A, B])
    see(db, A, 1 + 2 / 86_400, OK)
    assert report(db, 1)["coverage"]["checks"] == 1
    see(db, B, 8, OK)
    assert report(db, 8)["coverage"]["checks"] == 1


def test_a_link_that_nobody_names_is_no_news(tmp_path: Path) -> None:
    """A link that left data/ keeps its history, but is not reported."""
    db = make_catalogue(tmp_path, [A, B])
    see_often(db, A, {0: GONE, 3: GONE, 6: GONE})
    make_catalogue(tmp_path, [B])
    body = report(db, 6.5)
    assert urls(body) == {}
    assert (body["coverage"]["links"], body["totals"]["dead"]) == (1, 0)
