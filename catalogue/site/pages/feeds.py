"""Atom feeds: any search, each list of links, the editions."""

import sqlite3
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from datasette.utils.asgi import Request, Response

from catalogue.site.asking import Sort
from catalogue.site.atom import Entry, Feed, render_feed
from catalogue.site.finding import load_answer
from catalogue.site.messages import TAGS, name_of, say
from catalogue.site.pages.health import load_links
from catalogue.site.pages.search import ask_of
from catalogue.site.rows import Row, load_rows
from catalogue.site.shelf import Shelf
from catalogue.site.site import FRESH_SECONDS, Site, language_of, site_of

MOST_ENTRIES = 50
_EDITIONS = (
    "select id, kind, period_start, period_end, published_at from editions order by published_at desc, id limit ?"
)


async def search_feed(datasette: Any, request: Request) -> Response:
    """The newest resources of any question."""
    site, language = site_of(datasette), language_of(request)
    ask = replace(ask_of(request), sort=Sort.NEWEST, page=1)

    def load(connection: sqlite3.Connection, shelf: Shelf) -> list[Row]:
        return list(load_answer(connection, shelf, ask, MOST_ENTRIES).rows)

    entries = [
        Entry(
            site.identity(_path(row["key"])),
            row["title"],
            site.link(_path(row["key"])),
            row["added_at"] or "",
            " · ".join(name_of(language, facet, row[facet]) for facet in ("kind", "level", "language") if row[facet]),
            row["language"],
        )
        for row in await site.load(load)
    ]
    title = ask.text or say(language, "home.new")
    feed = _feed(site, request, title, ask.address("/search.atom"), ask.address("/search"))
    return _answer(feed, entries)


async def links_feed(datasette: Any, request: Request) -> Response:
    """The links that came into a state, newest first."""
    site, state, language = site_of(datasette), request.url_vars["state"], language_of(request)
    rows = await load_links(site, state, 1, MOST_ENTRIES)
    entries = [
        Entry(
            site.identity(f"{_path(row['resource'])}#{state}-{row['since']}-{row['url']}"),
            row["title"],
            site.link(_path(row["resource"])),
            row["since"] or "",
            f"{row['url']}: {row['reason']}",
            row["language"],
        )
        for row in rows
    ]
    feed = _feed(site, request, say(language, f"links.{state}"), f"/links/{state}.atom", f"/links/{state}")
    return _answer(feed, entries)


async def editions_feed(datasette: Any, request: Request) -> Response:
    """The editions, newest first."""
    site, language = site_of(datasette), language_of(request)
    rows = await site.load(lambda connection, _: load_rows(connection, _EDITIONS, MOST_ENTRIES))
    entries = [
        Entry(
            site.identity(f"/editions/{quote(row['id'])}"),
            f"{name_of(language, 'edition', row['kind'])} {row['id'].partition('-')[2]}",
            site.link(f"/editions/{quote(row['id'])}"),
            row["published_at"],
            f"{row['period_start'][:10]} – {row['period_end'][:10]}",
        )
        for row in rows
    ]
    return _answer(_feed(site, request, say(language, "nav.editions"), "/editions.atom", "/editions"), entries)


def _path(key: str) -> str:
    return f"/resources/{quote(key)}"


def _feed(site: Site, request: Request, title: str, own: str, page: str) -> Feed:
    tag = TAGS[language_of(request)]
    return Feed(site.identity(own), f"{title} · {site.name}", site.link(own), site.link(page), tag)


def _answer(feed: Feed, entries: list[Entry]) -> Response:
    headers = {"cache-control": f"max-age={FRESH_SECONDS}", "vary": "Accept-Language, Cookie"}
    return Response(render_feed(feed, entries), headers=headers, content_type="application/atom+xml; charset=utf-8")
