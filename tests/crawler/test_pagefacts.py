"""What pages say about themselves, and how we notice that a page became another."""

import asyncio
import time

import pytest

from catalogue.records.web import Outcome, PageFacts, Visit
from catalogue.vocabulary import Verdict
from crawler.check import check_links
from crawler.judging.jump import jump_of
from crawler.judging.verdict import judge
from crawler.memory import MemoryGate, MemorySink, SystemClock
from crawler.pages.facts import head_of, read_facts
from crawler.pages.fingerprint import fingerprint_of, is_another
from crawler.pages.text import MOST_PROSE, parse_page
from crawler.ports import DueLink, Ports
from crawler.web.clients import open_web
from tests.crawler.crawling import options_for, stream
from tests.web.prose import article, document
from tests.web.smallweb import SmallWeb, page


def facts(html: str) -> PageFacts:
    """The claims of a page."""
    return read_facts("u", "f", head_of(parse_page(html.encode(), "text/html; charset=utf-8")))


@pytest.mark.parametrize(
    ("head", "field", "claim"),
    [
        pytest.param("<title> A  page </title>", "title", "A page", id="title"),
        pytest.param("<title>x</title><meta property='og:title' content='A page'>", "title", "A page", id="og title"),
        pytest.param(
            "<meta name=description content='About &amp; more'>", "description", "About & more", id="description"
        ),
        pytest.param("<meta name='Author' content='Ann Example'>", "author", "Ann Example", id="author"),
        pytest.param("<meta property='article:author' content='https://x.test/ann'>", "author", "", id="author's page"),
        pytest.param(
            '<script type="application/ld+json">{"author": [{"name": "Ann"}, {"name": "Bo"}]}</script>',
            "author",
            "Ann, Bo",
            id="schema authors",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@graph": [{"x": 1}, {"datePublished": "2024-05-01"}]}</script>',
            "published",
            "2024-05-01",
            id="schema date",
        ),
        pytest.param(
            "<meta property='article:published_time' content='2024-05-01'>", "published", "2024-05-01", id="date"
        ),
        pytest.param(
            "<meta property='article:modified_time' content='2024-06-01'>", "modified", "2024-06-01", id="changed"
        ),
        pytest.param("<meta property='og:locale' content='ru_RU'>", "language", "ru_RU", id="locale"),
        pytest.param("<link rel=canonical href=https://x.test/p>", "canonical_url", "https://x.test/p", id="canonical"),
        pytest.param(
            "<script type='application/ld+json'>{broken</script><title>A</title>", "title", "A", id="broken schema"
        ),
        pytest.param("<title>" + "x" * 9000 + "</title>", "title", "x" * 500, id="long"),
        pytest.param("", "title", "", id="nothing"),
    ],
)
def test_head_of_a_page(head: str, field: str, claim: str) -> None:
    """Each claim is what the page states, in its own words, and empty where it states none."""
    assert claim == getattr(facts(f"<html><head>{head}</head><body>text</body></html>"), field)


def test_language_of_the_document() -> None:
    """The language that the document declares."""
    assert facts('<html lang="zh-CN"><head><title>x</title></head></html>').language == "zh-CN"


def check_one(web: SmallWeb, link: DueLink) -> tuple[Visit, list[PageFacts]]:
    """The visit of a link, and the facts read on the way."""

    async def run() -> tuple[Visit, list[PageFacts]]:
        options, clock, sink = options_for(web), SystemClock(), MemorySink()
        async with open_web(options, clock) as real_web:
            await check_links(stream([link]), Ports(real_web, MemoryGate(clock), clock, sink), options)
        return sink.visits[link.url], sink.pages

    return asyncio.run(run())


def test_facts_are_read_when_the_page_is_new(smallweb: SmallWeb) -> None:
    """A page is read with a parser once, and again only when its words have changed."""
    url = smallweb.put("http://site.test/", page(article("Learning to learn", "learning")))
    _, pages = check_one(smallweb, DueLink(url))
    assert [each.title for each in pages] == ["Learning to learn"]
    _, again = check_one(smallweb, DueLink(url, fingerprint=pages[0].fingerprint))
    assert again == []


def test_a_page_that_became_another_is_noted(smallweb: SmallWeb) -> None:
    """Another text under the same address is a note, not a suspicion."""
    before = fingerprint_of(parse_page(article("Learning to learn", "learning").encode(), "text/html"))
    other = document(
        "Bicycles", "<p>" + "Wheels, saddles, bells and chains: all that a bicycle shop sells in spring. " * 9
    )
    url = smallweb.put("http://site.test/", page(other))
    visit, _ = check_one(smallweb, DueLink(url, fingerprint=before))
    assert (visit.verdict, visit.reason) == (Verdict.OK, "200, another page than before")


def test_a_page_that_became_another_and_is_for_sale_is_suspect(smallweb: SmallWeb) -> None:
    """Another text that also speaks of a domain for sale is in doubt, however long it is."""
    before = fingerprint_of(parse_page(article("Learning to learn", "learning").encode(), "text/html"))
    offers = "Casino tips, loans and offers of every kind for our dear visitors today. " * 40
    url = smallweb.put("http://site.test/", page(document("Offers", f"<p>{offers}</p><p>This domain is for sale.</p>")))
    assert Verdict.OK is check_one(smallweb, DueLink(url))[0].verdict
    assert Verdict.SUSPECT is check_one(smallweb, DueLink(url, fingerprint=before))[0].verdict


@pytest.mark.parametrize(
    ("change", "another"),
    [
        pytest.param(lambda text: text, False, id="none"),
        pytest.param(lambda text: text.replace("(3.)", "(2026-11-21 12:00, 4711 visits)"), False, id="a counter"),
        pytest.param(lambda text: text.replace("quarter of an hour", "few minutes"), False, id="some words"),
        pytest.param(
            lambda text: document("Shop", "<p>" + "Buy fresh bread, butter, cheese, apples. " * 20), True, id="all"
        ),
    ],
)
def test_fingerprints(change: object, another: bool) -> None:
    """A fingerprint stays near itself while a page is edited, and is far off for another page."""
    text = article("Learning to learn", "learning")
    before, after = (
        fingerprint_of(parse_page(each.encode(), "text/html"))
        for each in (text, change(text))  # type: ignore[operator]
    )
    assert another == is_another(before, after)


def test_the_loop_stays_awake_while_pages_are_read(smallweb: SmallWeb) -> None:
    """However large the pages are that come at once, the event loop is never kept for long."""
    big = article("Learning to learn", "learning") + "<div><p>more <b>words</b></p></div>" * 4000
    urls = [smallweb.put(f"http://h{n}.test/", page(big)) for n in range(20)]

    async def run() -> float:
        options, clock, sink = options_for(smallweb), SystemClock(), MemorySink()
        worst = 0.0

        async def watch() -> None:
            nonlocal worst
            while True:
                began = time.thread_time()
                await asyncio.sleep(0.005)
                worst = max(worst, time.thread_time() - began)

        async with open_web(options, clock) as real_web:
            watcher = asyncio.create_task(watch())
            await check_links(stream(urls), Ports(real_web, MemoryGate(clock), clock, sink), options)
            watcher.cancel()
        assert len(sink.pages) == 20
        return worst

    assert asyncio.run(run()) < 0.25  # of the loop's own work between two looks: other programs do not count


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<div hidden>",
        '<p style="display:none',
        "<h1>",
        "<",
        "<script>",
        "<title>",
        "<meta refresh ",
        "<!--",
        "page not found ",
        "the page you requested ",
        "404 ",
        "页面",
        "&",
        "this domain is ",
        "<input type=passwor",
    ],
)
def test_no_page_keeps_us_for_long(piece: str) -> None:
    """Pages made to keep a reader busy are judged in a moment."""
    body = ("<html><body>" + piece * (65_000 // len(piece))).encode()
    outcome = Outcome("u", "u", 200, headers=(("content-type", "text/html"),), body=body)
    began = time.thread_time()
    page_text = parse_page(body, "text/html")
    judge(outcome, page_text)
    jump_of(page_text, "http://a.test/")
    assert time.thread_time() - began < 0.5


def test_text_behind_much_markup_is_found() -> None:
    """What comes behind kilobytes of mere tags is read; a page that has said enough is read no further."""
    tags = '<div class="row"><span></span></div>' * 300
    assert "after all" in parse_page(f"{tags}<p>There is text after all</p>".encode(), "text/html").prose
    wordy = parse_page(("<p>Words and more words. </p>" * 2000).encode(), "text/html").prose
    assert MOST_PROSE <= len(wordy) < 2 * MOST_PROSE
