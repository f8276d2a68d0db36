"""The loop over a small web: one visit a link, politely, whatever the servers do."""

import pytest

from catalogue.vocabulary import Verdict
from crawler.ports import DueLink
from tests.crawler.crawling import check, look
from tests.web.smallweb import Behaviour, SmallWeb, hang, page, raw_answer, redirect, reset


@pytest.mark.parametrize(
    ("behaviours", "verdict", "reason"),
    [
        pytest.param([page()], Verdict.OK, "200", id="a page"),
        pytest.param([page(status=404)], Verdict.GONE, "404", id="404"),
        pytest.param([page(status=410)], Verdict.GONE, "410", id="410"),
        pytest.param([page(status=404), page()], Verdict.OK, "200", id="404 once"),
        pytest.param([page(status=500), page()], Verdict.OK, "200", id="500 once"),
        pytest.param([reset, page()], Verdict.OK, "200", id="reset once"),
        pytest.param([page(status=500)], Verdict.UNANSWERED, "500", id="500"),
        pytest.param([reset], Verdict.UNANSWERED, "connection reset", id="reset"),
        pytest.param([hang], Verdict.UNANSWERED, "timeout", id="hang"),
        pytest.param([raw_answer(b"hello\r\n\r\n", close=True)], Verdict.UNANSWERED, "unreadable answer", id="garbage"),
        pytest.param([page(status=403)], Verdict.BLOCKED, "wall", id="403"),
        pytest.param([page(status=999)], Verdict.BLOCKED, "wall", id="999"),
        pytest.param([page(status=401)], Verdict.BLOCKED, "login", id="401"),
        pytest.param([page(status=429)], Verdict.THROTTLED, "429", id="429"),
        pytest.param([page(status=503, headers={"Retry-After": "600"})], Verdict.THROTTLED, "503", id="503 later"),
        pytest.param([page(status=404, headers={"cf-mitigated": "challenge"})], Verdict.BLOCKED, "wall", id="wall 404"),
        pytest.param([redirect("/b", 302)], Verdict.OK, "200", id="sent on for now"),
        pytest.param([redirect("/a")], Verdict.UNANSWERED, "redirect loop", id="loop"),
        pytest.param([redirect("mailto:me@site.test")], Verdict.UNANSWERED, "not http", id="to mail"),
    ],
)
def test_one_visit(smallweb: SmallWeb, behaviours: list[Behaviour], verdict: Verdict, reason: str) -> None:
    """What a server does gives one verdict with its reason."""
    smallweb.put("http://site.test/b", page())
    url = smallweb.put("http://site.test/a", *behaviours)
    visit = look(smallweb, url, timeout_seconds=1.0)
    assert (visit.verdict, visit.reason) == (verdict, reason)


def test_moved(smallweb: SmallWeb) -> None:
    """A permanent redirect to another page that lives is a move, and says where to."""
    smallweb.put("http://new.test/page", page())
    url = smallweb.put("http://old.test/page", redirect("http://new.test/page"))
    visit = look(smallweb, url)
    assert (visit.verdict, visit.final_url) == (Verdict.MOVED, "http://new.test/page")


def test_a_name_that_does_not_resolve_is_gone(smallweb: SmallWeb) -> None:
    """A dead name is gone when other names resolve."""
    assert look(smallweb, "http://nowhere.invalid/").verdict is Verdict.GONE


def test_refused_alone_is_our_own_network(smallweb: SmallWeb) -> None:
    """When nobody answers, a refused link says more about us, and the summary says so."""
    url = smallweb.refuse("http://site.test/")
    visits, summary = check(smallweb, [url])
    assert (visits[url].verdict, visits[url].reason) == (Verdict.SKIPPED, "own network")
    assert summary.network_was_down


def test_refused_beside_an_answer_counts(smallweb: SmallWeb) -> None:
    """When another host answers, a refused link is unanswered."""
    url = smallweb.refuse("http://site.test/")
    visit = look(smallweb, url)
    assert (visit.verdict, visit.counted) == (Verdict.UNANSWERED, True)


def test_refused_address(smallweb: SmallWeb) -> None:
    """The loopback is not asked unless settings allow it."""
    url = smallweb.put("http://site.test/", page())
    visits, _ = check(smallweb, [url, "http://127.0.0.1/", "http://[::1]/"], allow_networks=())
    assert {(visit.verdict, visit.reason) for visit in visits.values()} == {(Verdict.SKIPPED, "refused address")}
    assert smallweb.asked == []


def test_not_a_web_address(smallweb: SmallWeb) -> None:
    """Mail addresses and the like are skipped without asking anybody."""
    visits, summary = check(smallweb, ["mailto:me@site.test"])
    assert visits["mailto:me@site.test"].verdict is Verdict.SKIPPED
    assert not summary.network_was_down


def test_missing_places_of_a_page_are_noted(smallweb: SmallWeb) -> None:
    """One fetch serves all places of a page, however far down; those it does not have are a note on a good visit."""
    url = smallweb.put("http://site.test/", page("<title>x</title>" + "<p>words " * 20_000 + '<h2 id="far">Far</h2>'))
    link = DueLink(url, places=(f"{url}#far", f"{url}#gone", f"{url}#/route"))
    visits, _ = check(smallweb, [link])
    assert (visits[url].verdict, visits[url].reason) == (Verdict.OK, "200, no #gone")
    assert smallweb.times(url) == 1
