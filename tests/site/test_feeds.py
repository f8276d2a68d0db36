"""Feeds, and other answers to programs that hold addresses: valid, steady, and deaf to what a request calls us."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.site.visitor import Visitor

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("/search.atom?q=algebra", "/links/dead.atom", "/editions.atom")
PROGRAMS = ("/sitemap.xml", "/robots.txt", "/opensearch.xml", "/search.json")


@pytest.mark.parametrize(
    ("path", "entries"),
    [
        ("/search.atom?q=algebra", 3),
        ("/search.atom?q=nothing-like-this", 0),
        ("/search.atom", 14),
        ("/links/dead.atom", 1),
        ("/links/recovered.atom", 0),
        ("/editions.atom", 2),
    ],
)
def test_feeds_are_valid_also_when_empty(visitor: Visitor, path: str, entries: int) -> None:
    """Each feed is Atom with id, title, updated and its entries; the same twice."""
    answer = visitor.get(path)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.text)
    assert feed.tag == f"{ATOM}feed"
    for needed in ("id", "title", "updated", "author"):
        assert feed.find(f"{ATOM}{needed}") is not None
    found = feed.findall(f"{ATOM}entry")
    assert len(found) == entries
    assert len({entry.findtext(f"{ATOM}id") for entry in found}) == entries
    assert all(len(entry.findtext(f"{ATOM}updated") or "") == 20 for entry in found)
    assert visitor.get(path).text == answer.text


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_the_same_whatever_we_are_called(visitor: Visitor, path: str) -> None:
    """Without `site.base_url` its links are paths and its ids have no host: a second name makes no entry new."""
    answer = visitor.get(path, host="spoof.example")
    assert answer.text == visitor.get(path, host="192.0.2.7:8001").text
    assert "spoof" not in answer.text
    feed = ET.fromstring(answer.text)
    ids = [element.text or "" for element in feed.iter(f"{ATOM}id")]
    assert ids
    assert all(each.startswith("urn:uuid:") for each in ids)
    links = [element.attrib["href"] for element in feed.iter(f"{ATOM}link")]
    assert all(visitor.get(link).status_code == 200 for link in links)


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_has_whole_addresses_where_the_public_one_is_known(sample_db: Path, path: str) -> None:
    """With `site.base_url` ids and links are addresses of the public site."""
    with Visitor(sample_db, base_url="https://ml.example/") as visitor:
        feed = ET.fromstring(visitor.get(path, host="spoof.example").text)
    assert feed.findtext(f"{ATOM}id").startswith(f"https://ml.example{path}")
    links = [element.attrib["href"] for element in feed.iter(f"{ATOM}link")]
    assert all(link.startswith("https://ml.example/") for link in links)


@pytest.mark.parametrize("path", PROGRAMS)
def test_what_rests_on_a_request_is_kept_for_nobody_else(visitor: Visitor, path: str) -> None:
    """A sitemap cannot do without whole addresses: it is told no cache, and no host that is none."""
    answer = visitor.get(path, host="ml.example:8001")
    assert answer.headers["cache-control"].startswith("private")
    assert "spoof" not in visitor.ask("GET", path, {"host": b'spoof"><x>/'}).text


def test_the_public_address_serves_all(sample_db: Path) -> None:
    """With `site.base_url` the sitemap may be cached, whoever asked first."""
    with Visitor(sample_db, base_url="https://ml.example") as visitor:
        answer = visitor.get("/sitemap.xml", host="spoof.example")
    assert answer.headers["cache-control"].startswith("public")
    assert "<loc>https://ml.example/judge</loc>" in answer.text
    assert "spoof" not in answer.text
