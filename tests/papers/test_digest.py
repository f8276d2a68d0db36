"""The weekly digest: each paper once, what was covered, and the same bytes every time."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from catalogue.records.editions import Edition
from scheduled.jobs.digest import Span, run_digest, run_ranking
from scheduled.settings.load import Settings
from tests.papers.conftest import Pull
from tests.papers.oai_server import Entry, OaiServer

Ask = Callable[..., list[tuple[Any, ...]]]
Digest = Callable[..., Edition]
OCTOBER = "Wed, 28 Oct 2026 10:00:00 GMT"
V1, V2, V3 = (f"Mon, {day:02} Nov 2026 10:00:00 GMT" for day in (2, 9, 16))


@pytest.fixture
def digest(settings: Settings, tmp_path: Path) -> Digest:
    """Make the digest as of a time."""

    def run(as_of: str, name: str = "catalogue.db", *, dry_run: bool = False) -> Edition:
        return run_digest(tmp_path / name, settings, datetime.fromisoformat(as_of), dry_run=dry_run)

    return run


def items(edition: Edition, section: str) -> list[str]:
    """The papers of a section."""
    return sorted(item.subject_id for item in edition.items if item.section == section)


def test_a_paper_is_new_in_one_edition_for_ever(arxiv: OaiServer, pull: Pull, digest: Digest) -> None:
    """Two weeks: what came first is new first; stamped anew, cross-listed or updated, it is never new again."""
    arxiv.entries["2610.00001"] = Entry("2026-10-30")  # before the ledger began
    arxiv.entries["2611.00001"] = Entry("2026-11-10")
    pull("2026-11-14T12:00:00+00:00")
    first = digest("2026-11-14T12:00:00+00:00")
    arxiv.entries["2610.00001"].datestamp = "2026-11-17"
    arxiv.entries["2611.00001"].datestamp = "2026-11-17"
    arxiv.entries["2611.00002"] = Entry("2026-11-17")
    arxiv.entries["2203.00001"] = Entry("2026-11-17")  # an old paper, cross-listed now
    pull("2026-11-21T12:00:00+00:00")
    second = digest("2026-11-21T12:00:00+00:00")
    assert (first.id, items(first, "new")) == ("digest-2026-W46", ["2611.00001"])
    assert (second.id, items(second, "new")) == ("digest-2026-W47", ["2611.00002"])


def test_updates_and_withdrawals_are_told_of_papers_we_told_of(arxiv: OaiServer, pull: Pull, digest: Digest) -> None:
    """A further version is news only of a paper that was in an edition; a withdrawal comes with its reason."""
    arxiv.entries["2610.00001"] = Entry("2026-10-30", (OCTOBER,))  # known, never told of
    for number in (1, 2, 3):
        arxiv.entries[f"2611.0000{number}"] = Entry("2026-11-10", (V1,))
    pull("2026-11-14T12:00:00+00:00")
    digest("2026-11-14T12:00:00+00:00")
    arxiv.entries["2610.00001"] = Entry("2026-11-17", (OCTOBER, V3))
    arxiv.entries["2611.00001"] = Entry("2026-11-17", (V1, V3), fields={"title": "Better"})
    arxiv.entries["2611.00002"] = Entry("2026-11-17", (V1, f"{V3}!"), fields={"comments": "Lemma 2 is wrong"})
    pull("2026-11-21T12:00:00+00:00")
    edition = digest("2026-11-21T12:00:00+00:00")
    body = json.loads(edition.body)
    assert items(edition, "new") == []
    assert [(paper["arxiv_id"], paper["changed"]) for paper in body["updated"]] == [("2611.00001", ["title"])]
    assert [(paper["arxiv_id"], paper["reason"]) for paper in body["withdrawn"]] == [("2611.00002", "Lemma 2 is wrong")]


def test_a_withdrawn_paper_taken_back_is_alive(arxiv: OaiServer, pull: Pull, digest: Digest, ask: Ask) -> None:
    """Withdrawn at v2, alive at v3 in the same week: an update that says so, and no withdrawal."""
    arxiv.entries["2611.00001"] = Entry("2026-11-10", (V1,))
    pull("2026-11-14T12:00:00+00:00")
    digest("2026-11-14T12:00:00+00:00")
    arxiv.entries["2611.00001"] = Entry("2026-11-17", (V1, f"{V2}!"))
    pull("2026-11-17T12:00:00+00:00")
    assert ask("select arxiv_id from withdrawn_papers") == [("2611.00001",)]
    arxiv.entries["2611.00001"] = Entry("2026-11-18", (V1, f"{V2}!", V3))
    pull("2026-11-21T12:00:00+00:00")
    body = json.loads(digest("2026-11-21T12:00:00+00:00").body)
    assert [paper["changed"] for paper in body["updated"]] == [["files", "reinstated"]]
    assert body["withdrawn"] == []
    assert ask("select arxiv_id from withdrawn_papers") == []


def test_a_paper_withdrawn_in_its_first_week_is_counted_and_told_of(
    arxiv: OaiServer, pull: Pull, digest: Digest
) -> None:
    """It is new once, but not shown among the new: the withdrawal is."""
    arxiv.entries["2611.00001"] = Entry("2026-11-10", (V1, f"{V2}!"))
    pull("2026-11-14T12:00:00+00:00")
    edition = digest("2026-11-14T12:00:00+00:00")
    assert [(item.section, item.shown) for item in edition.items] == [("new", False), ("withdrawn", True)]


def test_a_paper_read_late_comes_into_the_next_edition(arxiv: OaiServer, pull: Pull, digest: Digest) -> None:
    """What a failed harvest missed is not lost: the next edition has it, and says that it is late."""
    pull("2026-11-10T12:00:00+00:00")
    digest("2026-11-14T12:00:00+00:00")
    arxiv.entries["2611.00001"] = Entry("2026-11-12")
    pull("2026-11-21T12:00:00+00:00")
    edition = digest("2026-11-21T12:00:00+00:00")
    assert items(edition, "new") == ["2611.00001"]
    assert json.loads(edition.body)["coverage"]["late"] == 1


def test_an_edition_is_made_once(arxiv: OaiServer, pull: Pull, digest: Digest, ask: Ask) -> None:
    """Asked again, or after more was read, the same bytes come; a dry run records nothing."""
    arxiv.entries["2611.00001"] = Entry("2026-11-10")
    pull("2026-11-14T12:00:00+00:00")
    dry = digest("2026-11-14T12:00:00+00:00", dry_run=True)
    assert ask("select count(*) from editions") == [(0,)]
    first = digest("2026-11-14T12:00:00+00:00")
    arxiv.entries["2611.00002"] = Entry("2026-11-12")
    pull("2026-11-15T12:00:00+00:00")
    again = digest("2026-11-15T12:00:00+00:00")
    assert dry.body == first.body == again.body
    assert ask("select section, arxiv_id, shown from edition_items") == [("new", "2611.00001", 1)]


KILLED = """
import os, sys
from datetime import datetime
from pathlib import Path
import catalogue.schema as schema
from scheduled.settings.load import load_settings

left = int(sys.argv[3])
def dying(engine, real=schema.writing):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    return real(engine)
import scheduled.jobs.arxiv_shelf, scheduled.jobs.papers, scheduled.jobs.digest
for module in (scheduled.jobs.arxiv_shelf, scheduled.jobs.papers, scheduled.jobs.digest):
    module.writing = dying
now = datetime.fromisoformat(sys.argv[2])
scheduled.jobs.papers.run_papers(Path(sys.argv[1]), load_settings(None), now)
scheduled.jobs.digest.run_digest(Path(sys.argv[1]), load_settings(None), now)
"""


def test_a_crash_between_any_two_steps_gives_the_same_edition(
    arxiv: OaiServer, pull: Pull, digest: Digest, ask: Ask, tmp_path: Path
) -> None:
    """Killed before each of its writes in turn, then run again: the edition and the tables are the undisturbed ones."""
    for number in range(15):
        arxiv.entries[f"2611.{number:05}"] = Entry(f"2026-11-{10 + number % 3}", (V1, V2) if number % 4 else (V1,))
    as_of = "2026-11-14T12:00:00+00:00"
    pull(as_of)
    wanted = digest(as_of).body
    tables = ["select * from papers", "select arxiv_id, version, sight, edition_id from paper_version"]
    rows = [sorted(ask(sql)) for sql in tables]
    environment = os.environ | {
        "CATALOGUE_ARXIV__OAI_URL": arxiv.url,
        "CATALOGUE_ARXIV__CATEGORIES": '["cs.LG"]',
        "CATALOGUE_ARXIV__INTERVAL_SECONDS": "0",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    steps = 0
    for steps in range(60):
        name = f"killed{steps}.db"
        run = [sys.executable, "-c", KILLED, str(tmp_path / name), as_of, str(steps)]
        ended = subprocess.run(run, env=environment, cwd=tmp_path, check=False).returncode
        assert ended in (0, 9)
        if ended == 9:
            pull(as_of, name)
        assert digest(as_of, name).body == wanted
        assert [sorted(ask(sql, name)) for sql in tables] == rows
        if ended == 0:
            break
    assert steps > 8


@pytest.mark.parametrize(
    ("stamps", "harvest", "now", "expected"),
    [
        pytest.param(
            ["2026-11-17", "2026-11-19", "2026-11-20"],
            "2026-11-21T12:00:00+00:00",
            "2026-11-21T12:00:00+00:00",
            ["quiet", "received", "quiet", "received", "received"],
            id="quiet: arXiv went on",
        ),
        pytest.param(
            ["2026-11-16", "2026-11-17"],
            "2026-11-21T12:00:00+00:00",
            "2026-11-21T12:00:00+00:00",
            ["received", "received", "stale source", "stale source", "stale source"],
            id="stale: we asked, and nothing is from after Monday evening",
        ),
        pytest.param(
            ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"],
            "2026-11-18T12:00:00+00:00",
            "2026-11-21T12:00:00+00:00",
            ["received", "received", "received", "failed", "failed"],
            id="failed: nobody asked after Tuesday evening's",
        ),
        pytest.param(
            ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"],
            "2026-11-28T12:00:00+00:00",
            "2026-11-28T12:00:00+00:00",
            ["received", "received", "received", "received", "holiday"],
            id="holiday: Thanksgiving",
        ),
    ],
)
def test_a_hole_is_told_from_a_quiet_day(
    arxiv: OaiServer, pull: Pull, digest: Digest, *, stamps: list[str], harvest: str, now: str, expected: list[str]
) -> None:
    """Quiet, holiday, stale source and failed are four states; only the last two make an edition incomplete."""
    pull("2026-11-15T12:00:00+00:00")
    arxiv.answered = harvest.replace("+00:00", "Z")
    for number, stamp in enumerate(stamps):
        if stamp <= harvest:
            arxiv.entries[f"2611.0000{number}"] = Entry(stamp)
    pull(harvest)
    coverage = json.loads(digest(now).coverage)
    assert [batch["state"] for batch in coverage["batches"]] == expected
    assert coverage["complete"] is not ({"failed", "stale source"} & set(expected) != set())


def test_other_subjects_are_a_sign_of_life(arxiv: OaiServer, pull: Pull, digest: Digest) -> None:
    """Nothing for us all week, but arXiv as a whole went on: quiet, not stale."""
    arxiv.entries["2611.00001"] = Entry("2026-11-20", sets=("math:math:NT",))
    pull("2026-11-21T12:00:00+00:00")
    batches = json.loads(digest("2026-11-21T12:00:00+00:00").coverage)["batches"]
    assert [batch["state"] for batch in batches] == ["quiet"] * 5


def test_an_answer_from_a_cache_is_a_stale_source(arxiv: OaiServer, pull: Pull, digest: Digest) -> None:
    """Asked on Saturday, answered with what was made on Tuesday: the evenings after it are stale, not quiet."""
    arxiv.entries["2511.00001"] = Entry("2025-11-21")
    arxiv.answered = "2025-11-18T12:00:00Z"
    pull("2025-11-22T12:00:00+00:00")
    batches = json.loads(digest("2025-11-22T12:00:00+00:00").coverage)["batches"]
    assert [batch["state"] for batch in batches] == ["quiet", "quiet"] + ["stale source"] * 3


def test_a_set_that_cannot_be_read_is_named(arxiv: OaiServer, pull: Pull, digest: Digest) -> None:
    """The banner says which subject failed, and how."""
    arxiv.before = lambda _query, _number: (500, b"", {})
    pull("2026-11-21T12:00:00+00:00")
    coverage = json.loads(digest("2026-11-21T12:00:00+00:00").coverage)
    assert coverage["problems"] == {"cs:cs:LG": "server error: status 500"}
    assert [batch["state"] for batch in coverage["batches"]] == ["failed"] * 5


def test_any_period_can_be_ranked_without_recording(
    arxiv: OaiServer, pull: Pull, settings: Settings, ask: Ask, tmp_path: Path
) -> None:
    """Papers known before the ledger began are ranked as well; backfill is not."""
    arxiv.entries["2610.00001"] = Entry("2026-10-27")
    arxiv.entries["2610.00002"] = Entry("2026-11-05")
    arxiv.entries["2203.00001"] = Entry("2026-10-28")
    pull("2026-11-14T12:00:00+00:00")
    span = Span(datetime.fromisoformat("2026-10-26T00:00+00:00"), datetime.fromisoformat("2026-11-02T00:00+00:00"))
    assert [ranked.paper.arxiv_id for ranked in run_ranking(tmp_path / "catalogue.db", settings, span)] == [
        "2610.00001"
    ]
    assert ask("select count(*) from editions") == [(0,)]


def test_an_old_and_a_new_view_agree(arxiv: OaiServer, pull: Pull, digest: Digest, ask: Ask) -> None:
    """The public views name what the edition told."""
    arxiv.entries["2611.00001"] = Entry("2026-11-10", (V1,))
    pull("2026-11-14T12:00:00+00:00")
    digest("2026-11-14T12:00:00+00:00")
    arxiv.entries["2611.00001"] = Entry("2026-11-17", (V1, V3))
    pull("2026-11-17T12:00:00+00:00")
    assert ask("select arxiv_id, edition_id, batch from new_papers") == [
        ("2611.00001", "digest-2026-W46", "2026-11-09")
    ]
    assert ask("select arxiv_id, version, changed from updated_papers") == [("2611.00001", 2, '["files"]')]
    assert ask("select arxiv_id, version, versions from papers") == [("2611.00001", 2, 2)]
