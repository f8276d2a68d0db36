"""The catalogue's own links to arXiv: asked for once, through arXiv's interfaces, never crawled."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from catalogue.database.schema import open_database, writing
from catalogue.store.leases import count_due
from scheduled.jobs.building import run_build
from scheduled.jobs.digest import run_digest
from scheduled.settings.load import Settings
from tests.datafolder import mention, write_data
from tests.papers.conftest import Pull
from tests.papers.oai_server import Entry, OaiServer

Ask = Callable[..., list[tuple[Any, ...]]]
SATURDAY = "2026-11-21T12:00:00+00:00"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
V1, V2 = "Thu, 20 Aug 2020 10:00:00 GMT", "Mon, 16 Nov 2026 10:00:00 GMT"


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A catalogue that links to three papers and one page."""
    rows = [
        mention("alive", "https://arxiv.org/abs/2008.00001", 1),
        mention("taken-back", "https://arxiv.org/pdf/2008.00002.pdf", 2),
        mention("unknown", "http://arxiv.org/abs/2008.00003v2", 3),
        mention("page", "https://example.org/", 4),
    ]
    run_build(tmp_path / "catalogue.db", write_data(tmp_path / "data", *rows), NOW)
    return tmp_path / "catalogue.db"


@pytest.fixture(autouse=True)
def papers(arxiv: OaiServer) -> None:
    """Two of them exist, outside of the sets that are harvested."""
    arxiv.entries["2008.00001"] = Entry("2026-01-01", (V1,), ("math:math:NT",), {"title": "Alive"})
    withdrawn = {"comments": "This paper has been withdrawn"}
    arxiv.entries["2008.00002"] = Entry("2026-01-01", (V1, f"{V2}!"), ("math:math:NT",), withdrawn)


def test_a_stored_record_answers_for_a_link(catalogue: Path, pull: Pull, ask: Ask) -> None:
    """Known is ok, withdrawn says so, unknown is a strike; the page is left to the crawl."""
    pull(SATURDAY)
    assert ask("select url, state, reason from links order by url") == [
        ("http://arxiv.org/abs/2008.00003v2", "failing", "arXiv knows no such paper"),
        ("https://arxiv.org/abs/2008.00001", "ok", "arXiv record"),
        ("https://arxiv.org/pdf/2008.00002.pdf", "ok", "withdrawn by its authors"),
        ("https://example.org/", "unchecked", ""),
    ]
    assert ask("select title, version, withdrawn from papers order by title") == [("A title", 2, 1), ("Alive", 1, 0)]


def test_papers_are_never_due_for_the_crawl(catalogue: Path) -> None:
    """Only the page is."""
    engine = open_database(catalogue)
    with writing(engine) as session:
        assert count_due(session, datetime(2026, 11, 21, tzinfo=UTC)) == 1
    engine.dispose()


def test_a_paper_is_looked_up_once(catalogue: Path, pull: Pull, arxiv: OaiServer) -> None:
    """The next run asks again only for what arXiv did not know, and not before it is due."""
    pull(SATURDAY)
    asked = [
        query.get("id_list") or query.get("identifier") for query in arxiv.queries if query.get("verb") != "ListRecords"
    ]
    assert asked[:3] == ["2008.00001,2008.00002,2008.00003", "oai:arXiv.org:2008.00002", "oai:arXiv.org:2008.00003"]
    arxiv.queries.clear()
    pull("2026-11-22T06:00:00+00:00")
    assert not any("id_list" in query or "identifier" in query for query in arxiv.queries)
    pull("2026-11-22T12:00:00+00:00")
    assert [query["id_list"] for query in arxiv.queries if "id_list" in query] == ["2008.00003"]


def test_a_throttled_look_up_leaves_all_as_it_was(catalogue: Path, pull: Pull, ask: Ask, arxiv: OaiServer) -> None:
    """No state changes, and the run says what stopped it."""
    arxiv.before = lambda _query, _number: (429, b"Rate exceeded.", {})
    summary = pull(SATURDAY)
    assert ask("select distinct state from links") == [("unchecked",)]
    assert "looking papers up: throttled: status 429" in summary.problems


def test_a_query_interface_that_is_shut_is_replaced_by_oai(
    catalogue: Path, pull: Pull, ask: Ask, arxiv: OaiServer
) -> None:
    """Each paper is then asked for by GetRecord."""
    arxiv.before = lambda query, _number: (429, b"Rate exceeded.", {}) if "id_list" in query else None
    pull(SATURDAY)
    assert ask("select count(*) from links where state = 'ok'") == [(2,)]


def test_a_further_version_of_a_paper_of_the_catalogue_is_an_update(
    catalogue: Path, pull: Pull, arxiv: OaiServer, settings: Settings
) -> None:
    """Looked up at version 1, harvested at version 2: told of as updated, though no edition had it."""
    pull("2026-11-15T12:00:00+00:00")
    arxiv.entries["2008.00001"] = Entry("2026-11-17", (V1, V2), fields={"title": "Alive and well"})
    pull(SATURDAY)
    body = json.loads(run_digest(catalogue, settings, datetime.fromisoformat(SATURDAY)).body)
    assert [(paper["arxiv_id"], paper["changed"][0]) for paper in body["updated"]] == [("2008.00001", "title")]
    assert body["totals"]["new"] == 0


def test_a_look_up_does_not_take_a_paper_away_from_the_digest(
    pull: Pull, arxiv: OaiServer, settings: Settings, tmp_path: Path
) -> None:
    """A paper announced this week and linked to already is still new this week."""
    link = mention("fresh", "https://arxiv.org/abs/2611.00001")
    run_build(tmp_path / "catalogue.db", write_data(tmp_path / "data", link), NOW)
    arxiv.entries["2611.00001"] = Entry("2026-11-17", (V2,))
    pull(SATURDAY)
    edition = run_digest(tmp_path / "catalogue.db", settings, datetime.fromisoformat(SATURDAY))
    assert [(item.section, item.subject_id) for item in edition.items] == [("new", "2611.00001")]
