"""Copies of dead links: asked of an archive's index, politely, and only where settings name one."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
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


def ask(*answers: httpx.Response) -> tuple[list[Copy], list[httpx.Request], list[float]]:
    """Ask for three copies of an archive that gives these answers; also what it was asked, and the waits between."""
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return answers[len(asked) - 1]

    async def run() -> tuple[list[Copy], list[float]]:
        clock = NoWait()
        wanted = [Wanted("https://gone.test/a?b=1", "20231224"), Wanted("https://b.test/"), Wanted("https://c.test/")]
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
            return [copy async for copy in fetch_copies(client, CDX, wanted, clock)], clock.waits

    copies, waits = asyncio.run(run())
    return copies, asked, waits


def has_copy() -> httpx.Response:
    """The archive names a copy."""
    return httpx.Response(200, json=ROW)


def test_the_question() -> None:
    """Only copies with status 200 are asked for, near the day the link was added; without one, the newest."""
    _, asked, waits = ask(has_copy(), has_copy(), has_copy())
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


@pytest.mark.parametrize(
    ("status", "text"), [(429, ""), (503, ""), (403, "Slow down"), (200, "<html>We are busy"), (302, "")]
)
def test_an_archive_that_wants_peace_gets_it(status: int, text: str) -> None:
    """After the first refusal nothing more is asked in this run."""
    copies, asked, _ = ask(has_copy(), httpx.Response(status, text=text), has_copy())
    assert [copy.is_answered for copy in copies] == [True, False]
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("status", "text"), [(403, "AdministrativeAccessControlException: Blocked Site Error"), (400, "bad url"), (200, "")]
)
def test_a_page_that_an_archive_cannot_have_stops_nothing(status: int, text: str) -> None:
    """An owner's wish, or an address the index cannot take, is an answer about one page."""
    copies, _, _ = ask(httpx.Response(status, text=text), has_copy(), has_copy())
    assert [copy.copy_url is None for copy in copies] == [True, False, False]
    assert all(copy.is_answered for copy in copies)


def question(url: str) -> str:
    """What the archive of the tests is asked of a link added on 2023-12-24."""
    asked = {"url": url, "output": "json", "fl": "timestamp,original", "filter": "statuscode:200"}
    return "/cdx?" + str(httpx.QueryParams({**asked, "closest": "20231224", "sort": "closest", "limit": "1"}))


def archive(smallweb: SmallWeb, *days: int) -> list[int]:
    """Look for copies on these days of 2026 with a fresh eye each time; how many each found."""
    engine = open_database(Path("catalogue.db"))
    options = CrawlOptions(connect_to=smallweb.connect_to)
    try:
        return [
            asyncio.run(
                run_archiving(engine, "http://archive.test/cdx", options, datetime(2026, 1, day, tzinfo=UTC), NoWait())
            )
            for day in days
        ]
    finally:
        engine.dispose()


def die(*deaths: tuple[str, str]) -> None:
    """Make links dead since a day."""
    with closing(sqlite3.connect("catalogue.db")) as connection, connection:
        for url, day in deaths:
            since = f"2026-01-{day}T00:00:00Z"
            connection.execute("UPDATE link SET state = 'dead', since = ? WHERE url = ?", (since, url))


@pytest.fixture
def build_links(tmp_path: Path) -> Callable[..., None]:
    """Build a catalogue of links, all added on 2023-12-24."""

    def build(*urls: str) -> None:
        write_data(tmp_path / "data", *(mention(f"r{n}", url, n + 1, added="2023-12-24") for n, url in enumerate(urls)))
        with pytest.raises(SystemExit):
            main(["build"])

    return build


def test_dead_links_get_their_copies(smallweb: SmallWeb, build_links: Callable[..., None]) -> None:
    """The address of a copy stands with its dead link, and is not asked for again; living links are left alone."""
    build_links("http://dead.test/", "http://living.test/")
    die(("http://dead.test/", "01"))
    row = [["timestamp", "original"], ["2024", "http://dead.test/"]]
    smallweb.put(f"http://archive.test{question('http://dead.test/')}", page(json.dumps(row)))
    assert archive(smallweb, 2, 3) == [1, 0]
    assert [asked.target for asked in smallweb.asked] == [question("http://dead.test/")]
    with closing(sqlite3.connect("catalogue.db")) as connection:
        found = connection.execute("SELECT url, archived_url FROM links ORDER BY url").fetchall()
    assert found == [
        ("http://dead.test/", "http://archive.test/web/2024/http://dead.test/"),
        ("http://living.test/", None),
    ]


def test_an_archive_is_asked_once_for_each_death(smallweb: SmallWeb, build_links: Callable[..., None]) -> None:
    """Where it has no copy it is not asked again, until the link lived and died once more."""
    build_links("http://dead.test/")
    die(("http://dead.test/", "01"))
    smallweb.put(f"http://archive.test{question('http://dead.test/')}", page("[]"))
    archive(smallweb, 2, 9)
    assert len(smallweb.asked) == 1
    die(("http://dead.test/", "16"))
    archive(smallweb, 16, 23)
    assert len(smallweb.asked) == 2


def test_a_silent_archive_is_asked_for_others_first(smallweb: SmallWeb, build_links: Callable[..., None]) -> None:
    """A link that the archive did not answer for waits until the others had their turn, and then has its own."""
    urls = ("http://hard.test/", "http://older.test/")
    build_links(*urls)
    die((urls[0], "02"), (urls[1], "01"))
    smallweb.put(f"http://archive.test{question(urls[0])}", page("", 504))
    smallweb.put(f"http://archive.test{question(urls[1])}", page("[]"))
    archive(smallweb, 3, 10, 17)
    assert [asked.target for asked in smallweb.asked] == [question(urls[n]) for n in (0, 1, 0, 0)]
