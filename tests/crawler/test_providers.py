"""Providers: dated rows, read by a handful of readers; nothing that was only told makes a link gone."""

import asyncio
from datetime import date
from pathlib import Path

import httpx
import pytest

from catalogue.errors import InputError
from catalogue.records.web import Visit
from catalogue.vocabulary import Verdict
from crawler.check import check_links
from crawler.memory import MemoryGate, MemorySink, SystemClock
from crawler.options import CrawlOptions
from crawler.ports import Ports
from crawler.providers.rows import load_providers, providers_of, shipped_providers
from crawler.web.fetch import PublicWeb
from tests.crawler.crawling import stream
from tests.crawler.made_up_answers import NOT_THEIRS, TOLD
from tests.crawler.told import Told


def look(told: Told) -> tuple[Visit, list[str]]:
    """The visit of a link with these answers, and what was asked for."""
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        given = told.answers.get(str(request.url)) or told.answers.get(str(request.url).lower())
        assert given, f"unexpected request {request.url}"
        assert ("authorization" in request.headers) == (request.url.host == "api.github.com")
        headers = {"Location": given.location} if given.location else {}
        return httpx.Response(given.status, html=given.text, headers=headers)

    async def run() -> Visit:
        options, clock, sink = CrawlOptions(host_interval_seconds=0, tokens=told.tokens), SystemClock(), MemorySink()
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
            ports = Ports(PublicWeb(client, options, clock), MemoryGate(clock), clock, sink)
            await check_links(stream([told.url]), ports, options)
        return sink.visits[told.url]

    return asyncio.run(run()), asked


@pytest.mark.parametrize("told", [pytest.param(told, id=f"{told.provider}: {n}") for n, told in enumerate(TOLD)])
def test_what_providers_answer(told: Told) -> None:
    """A provider's answer gives the verdict that its row says, in as few requests as there are answers."""
    visit, asked = look(told)
    assert (told.verdict, told.reason) == (visit.verdict, visit.reason)
    assert told.final_url is None or told.final_url == visit.final_url
    assert set(told.answers) >= {url.lower() if url not in told.answers else url for url in asked}


@pytest.mark.parametrize("url", NOT_THEIRS)
def test_other_pages_of_a_provider_are_pages(url: str) -> None:
    """A row speaks for the URLs it knows and for no others."""
    assert shipped_providers().find(url) is None


def test_every_row_is_tried_here() -> None:
    """No row ships without an answer in these tests."""
    assert {row.name for row in shipped_providers().rows} == {told.provider for told in TOLD}


def test_every_row_is_dated_and_has_its_source() -> None:
    """A row says what it is known from and since when."""
    for row in shipped_providers().rows:
        assert isinstance(row.date, date)
        assert row.source


ROW = """
[[provider]]
name = "Site"
urls = ['site\\.test/.*']
reader = "status"
says = { 404 = "gone" }
reason = "x"
evidence = "recorded"
source = "seen"
date = 2026-01-01
"""


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        pytest.param(("recorded", "second-hand"), "second-hand evidence is not enough for 'gone'", id="hearsay"),
        pytest.param(('"status"', '"json"'), "a row read as 'json' needs probe", id="no probe"),
        pytest.param(('"status"', '"unasked"'), "a row read as 'unasked' needs says.always", id="nothing to say"),
        pytest.param(("urls = ['site\\.test/.*']", "urls = 'site'"), "urls is no list", id="one pattern"),
        pytest.param(('"status"', '"magic"'), "unknown reader 'magic'", id="reader"),
        pytest.param(('"gone"', '"broken"'), "unknown verdict 'broken'", id="verdict"),
        pytest.param(('"recorded"', '"felt"'), "unknown evidence 'felt'", id="evidence"),
        pytest.param(("site\\.test/.*", "site("), "Site: ", id="pattern"),
        pytest.param(('source = "seen"', 'sauce = "seen"'), "sauce", id="field"),
        pytest.param(("[[provider]]", "[[provider"), "", id="not toml"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, change: tuple[str, str], problem: str) -> None:
    """A row that cannot be is refused with the file and its name."""
    path = tmp_path / "providers.toml"
    path.write_text(ROW.replace(*change), encoding="utf-8")
    with pytest.raises(InputError, match=r"providers\.toml") as raised:
        load_providers(path)
    assert problem in str(raised.value)


def test_a_data_folder_has_rows_of_its_own(tmp_path: Path) -> None:
    """Rows in a data folder stand in place of those that come with the project."""
    assert providers_of(tmp_path).find("https://www.kaggle.com/x") is not None
    (tmp_path / "providers.toml").write_text(ROW, encoding="utf-8")
    assert [row.name for row in providers_of(tmp_path).rows] == ["Site"]


def test_recorded_evidence_may_say_gone(tmp_path: Path) -> None:
    """What we saw ourselves may call a link gone."""
    path = tmp_path / "providers.toml"
    path.write_text(ROW, encoding="utf-8")
    claim = load_providers(path).find("https://www.site.test/x")
    assert claim is not None
    assert claim.provider.says["404"] == Verdict.GONE
