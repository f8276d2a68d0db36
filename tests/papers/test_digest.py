"""The weekly digest: each paper is told of once, its updates and its withdrawal after it."""

import json
from datetime import datetime
from pathlib import Path

from catalogue.records.editions import Edition
from scheduled.jobs.digest import Span, run_ranking
from scheduled.settings.load import Settings
from tests.papers.conftest import Ask, Digest, Pull
from tests.papers.oai_server import Entry, OaiServer

OCTOBER = "Wed, 28 Oct 2026 10:00:00 GMT"
V1, V2, V3 = (f"Mon, {day:02} Nov 2026 10:00:00 GMT" for day in (2, 9, 16))


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
