"""Roadmaps: each source as the path it is, step by step, with what in it is broken today."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
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
    select m.title, m.line, m.stance, r.id, r.key, r.language, r.kind, r.level, c.position
    from mention m join source s on s.id = m.source_id join resource r on r.id = m.resource_id
    left join section c on c.id = m.section_id
    where s.key = ? order by m.position limit ?"""
_SECTIONS = """
    select c.position, c.title, c.parent, c.step, c.effort from section c join source s on s.id = c.source_id
    where s.key = ? order by c.position"""
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
        sections = load_rows(connection, _SECTIONS, key)
        broken = [mention for mention in mentions if mention["status"] in BROKEN]
        return {
            "source": source,
            "path": path_of(sections, mentions),
            "broken": broken,
            "is_cut": len(mentions) == MOST_MENTIONS,
        }

    return draw(site, request, "roadmap.html", await site.load(load))


def path_of(sections: Sequence[Row], mentions: Sequence[Row]) -> list[Row]:
    """The parts of a path: each step with the mentions and headings below it; other headings stand for themselves.

    Headings that hold nothing are left out, steps stay: a step without links is still a step.
    """
    held: dict[int | None, list[Row]] = defaultdict(list)
    for mention in mentions:
        held[mention["position"]].append(mention)
    steps = {section["position"]: section["position"] for section in sections if section["step"]}
    parts: dict[int | None, Row] = {}
    if held[None]:
        parts[None] = {"title": None, "mentions": held[None], "headings": []}
    for section in sections:
        position = section["position"]
        step = steps[position] = steps.get(position, steps.get(section["parent"], 0))
        if step and step != position and held[position]:
            parts[step]["headings"].append({**section, "mentions": held[position]})
        elif step == position or held[position]:
            title = _without_number(section["title"], section["step"])
            parts[position] = {**section, "title": title, "mentions": held[position], "headings": []}
    return list(parts.values())


def _without_number(title: str, step: int | None) -> str:
    """The title of a step without the number that stands beside it anyway: "2. Learn Python" as the second step."""
    return re.sub(rf"^{step}\s*[.):：、．]\s*(?=\S)", "", title) if step else title
