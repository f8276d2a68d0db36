"""Roadmaps: each source as the path it is, step by step, with what in it is broken today."""

import sqlite3
from itertools import groupby
from typing import Any
from urllib.parse import unquote

from datasette.utils.asgi import NotFound, Request, Response

from catalogue.site.rows import Row, first, load_rows
from catalogue.site.shelf import Shelf
from catalogue.site.site import draw, site_of

MOST_MENTIONS = 5000

_SOURCES = "select * from sources order by mentions desc, title"
_SOURCE = "select * from sources where key = ?"
_MENTIONS = """
    select m.title, m.line, m.stance, r.id, r.key, r.language, r.kind, r.level, c.position, c.title as section,
        c.depth, c.step, c.effort
    from mention m join source s on s.id = m.source_id join resource r on r.id = m.resource_id
    left join section c on c.id = m.section_id
    where s.key = ? order by coalesce(c.position, -1), m.position limit ?"""
_STEPS = "select * from steps where source = ? order by position"
BROKEN = ("dead", "suspect", "failing")


async def roadmaps(datasette: Any, request: Request) -> Response:
    """Draw the list of all sources."""
    site = site_of(datasette)
    sources = await site.load(lambda connection, _: load_rows(connection, _SOURCES))
    return draw(site, request, "roadmaps.html", {"sources": sources})


async def roadmap(datasette: Any, request: Request) -> Response:
    """Draw one source as a path."""
    site, key = site_of(datasette), unquote(request.url_vars["key"])

    def load(connection: sqlite3.Connection, shelf: Shelf) -> dict[str, Any]:
        source = first(load_rows(connection, _SOURCE, key))
        if source is None:
            raise NotFound("no such roadmap")
        mentions = load_rows(connection, _MENTIONS, key, MOST_MENTIONS)
        for mention in mentions:
            mention["status"] = shelf.values["status"].get(mention["id"], ("unchecked",))[0]
        sections = [_section(list(rows)) for _, rows in groupby(mentions, key=lambda row: row["position"])]
        broken = [mention for mention in mentions if mention["status"] in BROKEN]
        return {
            "source": source,
            "sections": sections,
            "broken": broken,
            "steps": load_rows(connection, _STEPS, key),
            "is_cut": len(mentions) == MOST_MENTIONS,
        }

    return draw(site, request, "roadmap.html", await site.load(load))


def _section(mentions: list[Row]) -> Row:
    """A section with its mentions and how many of their links are broken."""
    head = {name: mentions[0][name] for name in ("section", "depth", "step", "effort", "position")}
    return {**head, "mentions": mentions, "broken": sum(mention["status"] in BROKEN for mention in mentions)}
