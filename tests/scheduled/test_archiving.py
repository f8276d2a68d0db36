"""Copies of dead links: asked of an archive's index, politely, and only where settings name one."""

import asyncio
import json
import sqlite3
from pathlib import Path

import httpx
import pytest

from catalogue.database.schema import open_database
from crawler.memory import SystemClock
from crawler.options import CrawlOptions
from crawler.web.archive import Copy, Wanted, fetch_copies, parse_cdx
from scheduled.cli.main import main
from scheduled.jobs.archiving import run_archiving
from tests.datafolder import mention, write_data
from tests.web.smallweb import SmallWeb, page

CDX = "https://archive.test/cdx/search/cdx"
ROW = [["timestamp", "original"], ["20240102030405", "https://gone.test/a?b=1"]]


class NoWait(SystemClock):
    """A clock that notes how long it was to wait, and does not."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    async def sleep(self, seconds: float) -> None:
        """Note a wait."""
        self.waits.append(seconds)


@pytest.mark.parametrize(
    ("body", "copy"),
    [
        pytest.param(ROW, "https://archive.test/web/20240102030405/https://gone.test/a?b=1", id="a copy"),
        pytest.param([], None, id="none"),
        pytest.param(ROW[:1], None, id="a head only"),
        pytest.param([["timestamp"], ["2024"]], None, id="a column missing"),
        pytest.param([["timestamp", "original"], ["../x", "https://gone.test/"]], None, id="no time stamp"),
        pytest.param({"error": "x"}, None, id="no table"),
    ],
)
def test_answers_of_the_index(body: object, copy: str | None) -> None:
    """A row names a copy; anything else names none."""
    assert copy == parse_cdx(json.dumps(body).encode(), CDX)


def test_text_that_is_no_json_names_no_copy() -> None:
    """A page of HTML instead of an answer is no copy."""
    assert parse_cdx(b"<html>busy", CDX) is None


def ask(statuses: list[int]) -> tuple[list[Copy], list[httpx.Request], list[float]]:
    """Ask for three copies of an archive that answers with these statuses."""
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(statuses[len(asked) - 1], json=ROW)

    async def run() -> tuple[list[Copy], list[float]]:
        clock = NoWait()
        wanted = [Wanted("https://gone.test/a?b=1", "20231224"), Wanted("https://b.test/"), Wanted("https://c.test/")]
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
            return [copy async for copy in fetch_copies(client, CDX, wanted, clock)], clock.waits

    copies, waits = asyncio.run(run())
    return copies, asked, waits


def test_the_question() -> None:
    """Only copies with status 200 are asked for, near the day the link was added; without one, the newest."""
    _, asked, waits = ask([200, 200, 200])
    assert dict(asked[0].url.params) == {
        "url": "https://gone.test/a?b=1",
        "output": "json",
        "fl": "timestamp,original",
        "filter": "statuscode:200",
        "closest": "20231224",
        "sort": "closest",
        "limit": "1",
    }
    assert asked[1].url.params["limit"] == "-1"
    assert waits == [2.0, 2.0]


@pytest.mark.parametrize("status", [429, 503, 403])
def test_an_archive_that_wants_peace_gets_it(status: int) -> None:
    """After the first refusal nothing more is asked in this run."""
    copies, asked, _ = ask([200, status, 200])
    assert (len(copies), len(asked)) == (1, 2)


def test_dead_links_get_their_copies(smallweb: SmallWeb, tmp_path: Path) -> None:
    """The address of a copy stands with its dead link, and is not asked for again; living links are left alone."""
    urls = ("http://dead.test/", "http://living.test/")
    write_data(tmp_path / "data", *(mention(f"r{n}", url, n + 1, added="2023-12-24") for n, url in enumerate(urls)))
    with pytest.raises(SystemExit):
        main(["build"])
    with sqlite3.connect("catalogue.db") as connection:
        connection.execute("UPDATE link SET state = 'dead', since = '2026-01-01 00:00:00' WHERE host = 'dead.test'")
    connection.close()
    target = "/cdx?" + str(
        httpx.QueryParams(
            url="http://dead.test/",
            output="json",
            fl="timestamp,original",
            filter="statuscode:200",
            closest="20231224",
            sort="closest",
            limit="1",
        )
    )
    smallweb.put(f"http://archive.test{target}", page(json.dumps([["timestamp", "original"], ["2024", urls[0]]])))
    engine = open_database(Path("catalogue.db"))
    options = CrawlOptions(connect_to=smallweb.connect_to)
    runs = [asyncio.run(run_archiving(engine, "http://archive.test/cdx", options, NoWait())) for _ in range(2)]
    engine.dispose()
    assert runs == [1, 0]
    assert [target] == [asked.target for asked in smallweb.asked]
    with sqlite3.connect("catalogue.db") as connection:
        found = connection.execute("SELECT url, archived_url FROM links ORDER BY url").fetchall()
    connection.close()
    assert found == [
        ("http://dead.test/", "http://archive.test/web/2024/http://dead.test/"),
        ("http://living.test/", None),
    ]
