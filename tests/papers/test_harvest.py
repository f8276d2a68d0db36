"""Reading arXiv page by page, past everything that goes wrong on the way."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from catalogue.database.schema import open_database
from catalogue.errors import AsOfError
from crawler.arxiv.oai import parse_page
from scheduled.jobs.arxiv_shelf import StoredShelf
from tests.papers.conftest import Pull
from tests.papers.oai_server import Entry, OaiServer, Reply
from tests.papers.oai_xml import oai_error, oai_page, oai_record

SATURDAY = "2026-11-21T12:00:00+00:00"
RATE_EXCEEDED: Reply = (200, b"Rate exceeded.", {})
Ask = Callable[..., list[tuple[Any, ...]]]


def fill(arxiv: OaiServer, count: int = 35, first: date = date(2026, 11, 3)) -> None:
    """Papers of November, three a day from a day on."""
    for number in range(count):
        stamp = (first + timedelta(days=number // 3)).isoformat()
        arxiv.entries[f"2611.{number:05}"] = Entry(stamp)


def holds_what_the_server_has(ask: Ask, arxiv: OaiServer) -> bool:
    """Whether every paper is here, in its newest version."""
    stored = dict(ask("select arxiv_id, version from papers"))
    return stored == {name: len(entry.versions) for name, entry in arxiv.entries.items()}


def test_every_page_is_read(arxiv: OaiServer, pull: Pull, ask: Ask) -> None:
    """Four pages hold 35 papers; the first question goes back four months before the ledger's first week."""
    fill(arxiv)
    assert pull(SATURDAY).failed == {}
    assert holds_what_the_server_has(ask, arxiv)
    assert arxiv.queries[0] == {
        "verb": "ListRecords",
        "metadataPrefix": "arXivRaw",
        "from": "2026-07-01",
        "set": "cs:cs:LG",
    }
    assert [query.get("resumptionToken", "-") for query in arxiv.queries] == [
        "-",
        "2026-11-06|cs:cs:LG|1",
        "2026-11-09|cs:cs:LG|2",
        "2026-11-12|cs:cs:LG|3",
        "-",  # and, as nothing is from the last evening, whether arXiv lives at all
    ]


def test_the_next_run_overlaps_by_two_days(arxiv: OaiServer, pull: Pull) -> None:
    """What was lost at the edge of the last run is read by the next."""
    fill(arxiv)
    pull(SATURDAY)
    arxiv.queries.clear()
    pull("2026-11-23T12:00:00+00:00")
    assert arxiv.queries[0]["from"] == "2026-11-19"


def test_records_that_slip_past_between_pages_are_caught(arxiv: OaiServer, pull: Pull, ask: Ask) -> None:
    """Ten records already read are stamped anew after page one: ten others move out of page two, and are still got."""
    fill(arxiv)
    for name in list(arxiv.entries)[:20]:
        arxiv.entries[name].datestamp = "2026-11-05"

    def restamp(_query: dict[str, str], number: int) -> None:
        if number == 2:
            for name in list(arxiv.entries)[:10]:
                arxiv.entries[name].datestamp = "2026-11-21"

    arxiv.before = restamp
    assert pull(SATURDAY).failed == {}
    assert holds_what_the_server_has(ask, arxiv)


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(RATE_EXCEEDED, id="rate exceeded with 200"),
        pytest.param((429, b"Rate exceeded.", {}), id="429"),
        pytest.param((406, b"", {}), id="406"),
        pytest.param((503, b"<html><body>busy</body></html>", {"Retry-After": "0"}), id="503"),
        pytest.param((200, b"<html><body>busy</body></html>", {}), id="html with 200"),
        pytest.param((200, b'<?xml version="1.0"?><OAI-PMH xmlns="http://www.op', {}), id="cut off"),
        pytest.param((200, b"<OAI-PMH", {"Content-Length": "500"}), id="connection closed early"),
        pytest.param((200, oai_error("badArgument"), {}), id="bad argument"),
        pytest.param((500, b"", {}), id="500"),
    ],
)
@pytest.mark.parametrize("page", [1, 2, 4])
def test_a_failure_leaves_the_watermark_and_the_next_run_goes_on(
    arxiv: OaiServer, pull: Pull, ask: Ask, bad: Reply, page: int
) -> None:
    """From some page on the server only fails: the run says so, the next one completes the same table."""
    fill(arxiv)
    arxiv.before = lambda _query, number: (bad[0], bad[1], dict(bad[2])) if number >= page else None
    assert list(pull(SATURDAY).failed) == ["cs:cs:LG"]
    assert ask("select covered_until from arxiv_set") == [(None,)]
    assert ask("select count(*) from papers") == [(10 * (page - 1),)]
    arxiv.before = lambda _query, _number: None
    assert pull(SATURDAY).failed == {}
    assert holds_what_the_server_has(ask, arxiv)


def test_one_bad_answer_in_between_is_asked_again(arxiv: OaiServer, pull: Pull, ask: Ask) -> None:
    """Every second answer is throttled: the run gets through all the same."""
    fill(arxiv)
    arxiv.before = lambda _query, number: RATE_EXCEEDED if number % 2 else None
    assert pull(SATURDAY).failed == {}
    assert holds_what_the_server_has(ask, arxiv)


def test_a_refused_token_starts_the_list_anew(arxiv: OaiServer, pull: Pull, ask: Ask) -> None:
    """A token the server no longer takes is forgotten; no row is lost or doubled."""
    fill(arxiv)
    refusal = (200, oai_error("badResumptionToken"), {})
    arxiv.before = lambda _query, number: refusal if number in (3, 6) else None
    assert pull(SATURDAY).failed == {}
    assert holds_what_the_server_has(ask, arxiv)


def test_a_token_from_yesterday_is_not_used(arxiv: OaiServer, pull: Pull, ask: Ask) -> None:
    """A reading that broke off yesterday begins again today, for the order has moved since."""
    fill(arxiv)
    arxiv.before = lambda _query, number: (500, b"", {}) if number >= 3 else None
    pull(SATURDAY)
    arxiv.before = lambda _query, _number: None
    arxiv.queries.clear()
    assert pull("2026-11-22T12:00:00+00:00").failed == {}
    assert "resumptionToken" not in arxiv.queries[0]
    assert holds_what_the_server_has(ask, arxiv)


def test_a_list_that_goes_round_in_a_circle_ends(arxiv: OaiServer, pull: Pull) -> None:
    """A server that hands out a token it was given before is not followed for ever."""
    fill(arxiv)
    circle = ("2026-11-06|cs:cs:LG|1", "2026-11-09|cs:cs:LG|2")

    def turn_back(query: dict[str, str], _number: int) -> Reply | None:
        if query.get("resumptionToken") != circle[1]:
            return None
        status, body, headers = 200, arxiv._answer({"resumptionToken": circle[1]}), {}
        return status, body.replace(b"2026-11-12|cs:cs:LG|3", circle[0].encode()), headers

    arxiv.before = turn_back
    assert pull(SATURDAY).failed["cs:cs:LG"].startswith("pages go round in a circle")


def test_nothing_new_is_success(arxiv: OaiServer, pull: Pull, ask: Ask) -> None:
    """An empty list moves the watermark."""
    assert pull(SATURDAY).failed == {}
    assert ask("select covered_until from arxiv_set") == [("2026-11-21T12:00:00Z",)]


@pytest.mark.parametrize(
    ("real_now", "covered"),
    [
        pytest.param("2026-11-21T12:00:00+00:00", "2026-11-19T12:00:00Z", id="both clocks call it two days old"),
        pytest.param("2026-11-19T12:30:00+00:00", "2026-11-21T11:30:00Z", id="fresh in reality, the rest is as-of"),
        pytest.param("2031-01-01T00:00:00+00:00", "2026-11-19T12:00:00Z", id="a replay of an old recording"),
    ],
)
def test_an_answer_covers_only_the_time_before_it_was_made(
    pull: Pull, ask: Ask, tmp_path: Path, real_now: str, covered: str
) -> None:
    """An answer made on Thursday, served from a cache on Saturday, says nothing about Friday."""
    pull("2026-11-18T12:00:00+00:00")
    engine = open_database(tmp_path / "catalogue.db")
    now, real = datetime.fromisoformat(SATURDAY), datetime.fromisoformat(real_now)
    shelf = StoredShelf(engine, now, lambda: real, date(2026, 11, 15))
    place = shelf.open("cs:cs:LG")
    shelf.close(shelf.keep(place, parse_page(oai_page(oai_record(), answered="2026-11-19T12:00:00Z"))))
    engine.dispose()
    assert ask("select covered_until from arxiv_set") == [(covered,)]


def test_a_server_whose_clock_stands_still_is_believed(arxiv: OaiServer, pull: Pull, ask: Ask) -> None:
    """No answer of arXiv may be kept for more than four days: one that says it is older was made now."""
    arxiv.answered = "2024-01-01T00:00:00Z"
    pull(SATURDAY)
    assert ask("select covered_until from arxiv_set") == [("2026-11-21T12:00:00Z",)]


def test_a_time_before_what_was_read_is_refused(arxiv: OaiServer, pull: Pull) -> None:
    """The ledger does not go back."""
    fill(arxiv)
    pull(SATURDAY)
    with pytest.raises(AsOfError):
        pull("2026-11-14T12:00:00+00:00")


def test_versions_are_kept_one_by_one(arxiv: OaiServer, pull: Pull, ask: Ask) -> None:
    """All versions of a record are there, each with its own date; a further one is added when it comes."""
    first, second, third = (f"Mon, {day:02} Nov 2026 10:00:00 GMT" for day in (2, 9, 16))
    arxiv.entries["2611.00001"] = Entry("2026-11-10", (first, second))
    pull("2026-11-14T12:00:00+00:00")
    arxiv.entries["2611.00001"] = Entry("2026-11-17", (first, second, third), fields={"title": "Another title"})
    pull(SATURDAY)
    rows = ask("select version, submitted_at, sight, batch, changed from paper_version order by version")
    assert [(*row[:4], json.loads(row[4])) for row in rows] == [
        (1, "2026-11-02T10:00:00Z", "past", "2026-11-09", []),
        (2, "2026-11-09T10:00:00Z", "new", "2026-11-09", []),
        (3, "2026-11-16T10:00:00Z", "updated", "2026-11-16", ["title"]),
    ]


def test_what_a_record_says_of_old_versions_is_kept_as_well(arxiv: OaiServer, pull: Pull, ask: Ask) -> None:
    """A version that arXiv dates anew, or finds withdrawn, without a further one: its row says so, its sight stays."""
    arxiv.entries["2611.00001"] = Entry("2026-11-17", ("Mon, 09 Nov 2026 10:00:00 GMT",) * 2)
    pull("2026-11-18T12:00:00+00:00")
    sql = "select version, submitted_at, size_kb, withdrawn, sight from paper_version order by version"
    before = ask(sql)
    arxiv.entries["2611.00001"] = Entry(
        "2026-11-18", ("Sun, 08 Nov 2026 09:00:00 GMT!", "Mon, 09 Nov 2026 10:00:00 GMT")
    )
    pull("2026-11-19T12:00:00+00:00")
    after = ask(sql)
    assert (after[0][1][:10], after[0][2:]) == ("2026-11-08", (0, 1, "past"))
    assert after[1] == before[1]


def test_a_cached_older_record_does_not_undo_a_newer_one(
    arxiv: OaiServer, pull: Pull, ask: Ask, tmp_path: Path
) -> None:
    """A server that serves yesterday's version again leaves the newer one in place."""
    first, second = "Mon, 09 Nov 2026 10:00:00 GMT", "Mon, 16 Nov 2026 10:00:00 GMT"
    arxiv.entries["2611.00001"] = Entry("2026-11-17", (first, second), fields={"title": "Newer"})
    pull("2026-11-18T12:00:00+00:00")
    arxiv.entries["2611.00001"] = Entry("2026-11-16", (first,), fields={"title": "Older"})
    pull("2026-11-18T13:00:00+00:00")
    assert ask("select version, title from papers") == [(2, "Newer")]
