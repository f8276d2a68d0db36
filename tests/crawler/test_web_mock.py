"""The crawler speaks httpx: whoever puts another transport or respx in its place sees every request."""

import asyncio

import httpx
import respx

from catalogue.records.web import Outcome
from catalogue.vocabulary import Failure
from crawler.manners.turns import at_once
from crawler.memory import SystemClock
from crawler.options import CrawlOptions
from crawler.ports import Ask
from crawler.web.clients import public_client
from crawler.web.fetch import PublicWeb


def fetch(client: httpx.AsyncClient, url: str) -> Outcome:
    """The outcome of asking a client for a URL."""

    async def run() -> Outcome:
        async with client:
            return await PublicWeb(client, CrawlOptions(), SystemClock()).fetch(Ask(url), at_once)

    return asyncio.run(run())


def test_a_mock_transport_answers() -> None:
    """httpx.MockTransport stands in for the web, redirects and cookies included."""

    def answer(request: httpx.Request) -> httpx.Response:
        if "seen=1" in request.headers.get("cookie", ""):
            return httpx.Response(200, html="<title>In</title>")
        return httpx.Response(302, headers={"Location": "/gate", "Set-Cookie": "seen=1; Path=/"})

    outcome = fetch(httpx.AsyncClient(transport=httpx.MockTransport(answer)), "https://site.test/gate")
    assert (outcome.status_code, outcome.body) == (200, b"<title>In</title>")


def test_respx_answers_for_the_public_client() -> None:
    """Respx with `using="httpx"` catches the public client before any address is looked up."""
    with respx.mock(using="httpx") as router:
        router.get("https://site.test/").mock(return_value=httpx.Response(404))
        outcome = fetch(public_client(CrawlOptions()), "https://site.test/")
    assert outcome.status_code == 404


def test_an_exception_of_httpx_is_a_failure() -> None:
    """An exception never escapes: it becomes a Failure."""
    with respx.mock(using="httpx") as router:
        router.get("https://site.test/").mock(side_effect=httpx.ConnectTimeout)
        outcome = fetch(public_client(CrawlOptions()), "https://site.test/")
    assert Failure.TIMEOUT is outcome.failure
