"""What a new page says about itself, as claims: read with a parser, and bounded."""

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.filter import SoupStrainer

from catalogue.records.web import PageFacts
from crawler.pages.text import PageText

READ_LETTERS = 64 * 1024
LONGEST_CLAIM = 500
MOST_SCRIPTS = 10
BODY = re.compile(r"</head|<body", re.IGNORECASE)
SCHEMA = re.compile(r"<script\b[^<>]{0,200}ld\+json[^<>]{0,200}>[^<]{0,20000}</script>", re.IGNORECASE)
WANTED = SoupStrainer(["html", "title", "meta", "link", "script"])

META_NAMES = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "description": ("description", "og:description", "twitter:description", "dc.description"),
    "author": ("author", "citation_author", "dc.creator", "article:author", "book:author", "parsely-author"),
    "published": ("article:published_time", "citation_publication_date", "date", "dc.date", "pubdate", "publish-date"),
    "modified": ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified"),
    "language": ("og:locale", "content-language", "dc.language"),
}
SCHEMA_NAMES = {"title": "headline", "author": "author", "published": "datePublished", "modified": "dateModified"}


def head_of(page: PageText) -> str:
    """The head of a page and the schema.org scripts of its body: all that has claims, a tenth of the work."""
    text = page.text[:READ_LETTERS]
    body = BODY.search(text)
    if body is None:
        return text
    return text[: body.start()] + "".join(SCHEMA.findall(text, body.start())[:MOST_SCRIPTS])


def read_facts(url: str, fingerprint: str, head: str) -> PageFacts:
    """What the head of a page says, then its schema.org data; what neither says stays empty."""
    soup = BeautifulSoup(head, "lxml", parse_only=WANTED)
    metas = dict(_metas(soup))
    schema = _schema(soup)
    claims = {
        field: next((metas[name] for name in names if name in metas), "")
        or _text(schema.get(SCHEMA_NAMES.get(field, "")))
        for field, names in META_NAMES.items()
    }
    title = soup.find("title")
    claims["title"] = claims["title"] or (" ".join(title.get_text().split()) if isinstance(title, Tag) else "")
    claims["language"] = _attribute(soup.find("html"), "lang") or claims["language"]
    if "://" in claims["author"]:  # a profile's address names nobody
        claims["author"] = _text(schema.get("author"))
    canonical = soup.find("link", rel="canonical")
    return PageFacts(
        url=url,
        fingerprint=fingerprint,
        canonical_url=_attribute(canonical, "href"),
        **{field: claim[:LONGEST_CLAIM] for field, claim in claims.items()},
    )


def _metas(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Names and contents of meta tags, the first of each name last, so that it wins in a dict."""
    for meta in reversed(soup.find_all("meta")):
        name = _attribute(meta, "name") or _attribute(meta, "property") or _attribute(meta, "http-equiv")
        content = _attribute(meta, "content")
        if name and content:
            yield name.lower(), content


def _schema(soup: BeautifulSoup) -> dict[str, Any]:
    """The schema.org data of the page itself, from the first script that has a headline, a name or an author."""
    for script in soup.find_all("script", type="application/ld+json", limit=MOST_SCRIPTS):
        try:
            data = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            if {"headline", "author", "datePublished"} & set(thing):
                return thing
    return {}


def _things(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        graph = data.get("@graph")
        yield from _things(graph) if isinstance(graph, list) else [data]
    elif isinstance(data, list):
        yield from (thing for thing in data if isinstance(thing, dict))


def _text(value: Any) -> str:
    """The text of a schema.org value: itself, or the names of the people it lists."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value[:MOST_SCRIPTS])))
    if isinstance(value, dict):
        return _text(value.get("name"))
    return value.strip() if isinstance(value, str) else ""


def _attribute(tag: Any, name: str) -> str:
    value = tag.get(name) if isinstance(tag, Tag) else None
    return value.strip() if isinstance(value, str) else ""
