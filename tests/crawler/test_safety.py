"""A link is anyone's text: what it can not make us do."""

import asyncio
import gzip
import time
from collections.abc import Sequence

import pytest

from catalogue.errors import SettingsError
from catalogue.records.web import Outcome
from catalogue.vocabulary import Failure, Verdict
from crawler.manners.turns import at_once
from crawler.memory import SystemClock
from crawler.options import CrawlOptions
from crawler.ports import Ask
from crawler.web.body import MOST_BYTES
from crawler.web.clients import public_client
from crawler.web.fetch import PublicWeb
from crawler.web.resolver import Lookup
from tests.crawler.crawling import check, look, options_for
from tests.web.smallweb import Asked, SmallWeb, endless, hang, page, redirect


def fetch(options: CrawlOptions, ask: Ask, lookup: Lookup | None = None, times: int = 1) -> Outcome:
    """The outcome of asking for a URL, the last of several times."""

    async def run() -> Outcome:
        async with public_client(options, lookup) as client:
            web = PublicWeb(client, options, SystemClock())
            for _ in range(times):
                outcome = await web.fetch(ask, at_once)
        return outcome

    return asyncio.run(run())


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://localhost:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f.1:{port}/",
        "http://127.1:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://017700000001:{port}/",
        "http://0:{port}/",
        "http://127。0。0。1:{port}/",
        "http://user:secret@127.0.0.1:{port}/",
    ],
)
def test_no_spelling_of_the_loopback_is_asked(smallweb: SmallWeb, url: str) -> None:
    """However the loopback is written, nothing is sent to it."""
    outcome = fetch(CrawlOptions(timeout_seconds=3), Ask(url.format(port=smallweb.port)))
    assert outcome.failure in (Failure.ADDRESS, Failure.NAME)
    assert smallweb.asked == []


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.2/x", "http://[::ffff:7f00:2]/x", "//inside.test/x", "http://[::1]/x", "http://10.0.0.1/x"],
)
def test_no_redirect_leads_inside(smallweb: SmallWeb, target: str) -> None:
    """Each hop is vetted: a host that may be asked can not send us to one that may not."""
    url = smallweb.put("http://site.test/", redirect(target, 302))
    connect_to = smallweb.connect_to | {"inside.test:80": f"127.0.0.2:{smallweb.port}"}
    outcome = fetch(options_for(smallweb, allow_networks=("127.0.0.1/32",), connect_to=connect_to), Ask(url))
    assert Failure.ADDRESS is outcome.failure
    assert [asked.target for asked in smallweb.asked] == ["/"]


def test_a_refused_address_is_skipped(smallweb: SmallWeb) -> None:
    """A link into our own network is skipped, with its reason, and moves no state."""
    url = smallweb.put("http://site.test/", page())
    visit = check(smallweb, [url], allow_networks=())[0][url]
    assert (visit.verdict, visit.reason) == (Verdict.SKIPPED, "refused address")


def test_an_answer_that_changes_between_lookups_gains_nothing(smallweb: SmallWeb) -> None:
    """The address that was vetted is the one connected; a later answer is vetted again, and refused."""
    answers = iter([["127.0.0.9"], ["10.0.0.1"], ["127.0.0.9"]])

    async def lookup(host: str) -> Sequence[str]:
        return next(answers)

    smallweb.put("http://rebinding.test/", page(headers={"Connection": "close"}))
    options = CrawlOptions(allow_networks=("127.0.0.9/32",), timeout_seconds=3)
    url = f"http://rebinding.test:{smallweb.port}/"
    assert Failure.CONNECT is fetch(options, Ask(url), lookup).failure  # nothing listens on that address
    assert Failure.ADDRESS is fetch(options, Ask(url), lookup).failure
    assert smallweb.asked == []


def test_of_several_addresses_only_the_vetted_are_connected(smallweb: SmallWeb) -> None:
    """A name with a public and a private address is asked at the public one."""

    async def lookup(host: str) -> Sequence[str]:
        return ["10.0.0.1", "127.0.0.1", "::1"]

    options = CrawlOptions(allow_networks=("127.0.0.1/32",), timeout_seconds=3)
    outcome = fetch(options, Ask(f"http://site.test:{smallweb.port}/"), lookup)
    assert outcome.status_code == 404


def test_connect_to_is_vetted_too(smallweb: SmallWeb) -> None:
    """crawler.connect_to changes where a name is found, not which addresses are allowed."""
    url = smallweb.put("http://site.test/", page())
    outcome = fetch(options_for(smallweb, allow_networks=()), Ask(url))
    assert Failure.ADDRESS is outcome.failure


def test_a_wrong_connect_to_is_named(smallweb: SmallWeb) -> None:
    """A setting that is no address and port is refused with its text."""
    with pytest.raises(SettingsError, match=r"crawler\.connect_to: 'localhost'"):
        public_client(CrawlOptions(connect_to={"a.test:80": "localhost"}))


def test_a_missing_ca_file_is_named() -> None:
    """A setting that is no file is refused with its name."""
    with pytest.raises(SettingsError, match=r"crawler\.ca_file: /nowhere\.pem"):
        public_client(CrawlOptions(ca_file="/nowhere.pem"))


def test_no_credentials_leave(smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the user part of a URL nor a token for the first host goes anywhere else, nor a proxy's or netrc's."""
    monkeypatch.setenv("HTTP_PROXY", "http://me:secret@127.0.0.1:1/")
    smallweb.put("http://other.test/", page())
    url = smallweb.put("http://site.test/", redirect("http://me:secret@other.test/", 302))
    outcome = fetch(options_for(smallweb), Ask("http://me:secret@site.test/", headers=(("Authorization", "Bearer t"),)))
    assert outcome.status_code == 200
    assert ["authorization" in asked.headers for asked in smallweb.asked] == [True, False]
    assert smallweb.asked[0].headers["authorization"] == "Bearer t"
    assert url.startswith("http://site.test")


def test_cookies_stay_within_their_site_and_their_chain(smallweb: SmallWeb) -> None:
    """A cookie goes back to who set it, not to the next host, and not into the next link's visit."""
    smallweb.put("http://other.test/", page())
    smallweb.put("http://site.test/b", redirect("http://other.test/", 302))
    setting = {"Set-Cookie": "a=1; Path=/"}
    url = smallweb.put("http://site.test/a", redirect("/b", 302, setting))
    check(smallweb, [url])
    assert [asked.headers.get("cookie", "") for asked in smallweb.asked] == ["", "a=1", ""]
    check(smallweb, [smallweb.put("http://site.test/c", page())])
    assert "cookie" not in smallweb.asked[-1].headers


def test_a_cookie_for_a_whole_suffix_stays_with_its_host(smallweb: SmallWeb) -> None:
    """A server can not set a cookie for a domain it does not lie in."""
    smallweb.put("http://victim.test/", page())
    url = smallweb.put("http://site.test/", redirect("http://victim.test/", 302, {"Set-Cookie": "a=1; Domain=test"}))
    check(smallweb, [url])
    assert "cookie" not in smallweb.asked[-1].headers


def test_redirects_are_capped(smallweb: SmallWeb) -> None:
    """A chain that never ends ends after ten."""

    async def onward(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await redirect(asked.target + "x", 302)(asked, writer)

    smallweb.missing = onward
    visit = look(smallweb, smallweb.put("http://site.test/a", onward))
    assert (visit.verdict, visit.reason) == (Verdict.UNANSWERED, "redirect loop")
    assert len([asked for asked in smallweb.asked if asked.host == "site.test"]) <= 22


@pytest.mark.parametrize("scheme", ["file:///etc/passwd", "ftp://site.test/", "gopher://site.test/", "javascript:1"])
def test_only_the_web_is_asked(smallweb: SmallWeb, scheme: str) -> None:
    """Other schemes are skipped, and no redirect leads to them."""
    visits, _ = check(smallweb, [scheme])
    assert Verdict.SKIPPED is visits[scheme].verdict
    visit = look(smallweb, smallweb.put("http://site.test/", redirect(scheme, 302)))
    assert (visit.verdict, visit.reason) == (Verdict.UNANSWERED, "not http")


def test_one_deadline_over_all(smallweb: SmallWeb) -> None:
    """However a server spends it, a link has its seconds and no more: redirects, retries and slow bodies together."""
    slow = endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"x", 0.05)
    smallweb.put("http://site.test/b", hang)
    urls = [smallweb.put("http://slow.test/", slow), smallweb.put("http://site.test/a", redirect("/b", 302))]
    began = time.monotonic()
    visits, _ = check(smallweb, urls, timeout_seconds=1.0)
    assert time.monotonic() - began < 2.5
    assert Verdict.OK is visits[urls[0]].verdict


def test_a_bomb_stays_small(smallweb: SmallWeb) -> None:
    """A body of gigabytes, compressed, becomes half a megabyte at most."""
    bomb = gzip.compress(b"\0" * 50_000_000, 9)
    url = smallweb.put("http://site.test/", page(bomb, headers={"Content-Encoding": "gzip"}))
    assert len(fetch(options_for(smallweb), Ask(url, whole=True)).body) == MOST_BYTES


def test_no_more_is_read_than_needed(smallweb: SmallWeb) -> None:
    """An endless body is left as soon as enough is read, and a file is not read at all."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n"
    text = smallweb.put("http://site.test/text", endless(head % b"text/html", b"words " * 1000))
    film = smallweb.put("http://site.test/film", endless(head % b"video/mp4", b"\0" * 10_000))
    assert MOST_BYTES > len(fetch(options_for(smallweb), Ask(text)).body) > 0
    assert fetch(options_for(smallweb), Ask(film)).body == b""
