"""The page of one resource: all that is known of it and who says so."""

import sqlite3
from typing import Any
from urllib.parse import quote, unquote

from datasette.utils.asgi import NotFound, Request, Response

from catalogue.site.drawing import clean_text, day_of
from catalogue.site.finding import load_cards
from catalogue.site.linkeddata import render_linked_data
from catalogue.site.messages import say
from catalogue.site.pictures import draw_history
from catalogue.site.rows import Row, first, load_rows
from catalogue.site.shelf import Shelf
from catalogue.site.site import draw, language_of, site_of

SIMILAR = 4
MOST_LOOKS = 40

_LOOKS = """
    select v.checked_at, v.verdict, v.reason, v.status_code from visit v join link l on l.id = v.link_id
    where l.url = ? and v.counted order by v.checked_at desc, v.id desc limit ?"""

_CLAIMS = """
    select field, value, origin, rule, place from claim where resource_id = ?
    order by field, case origin when 'curated' then 0 when 'stated' then 1 when 'observed' then 2
        when 'inferred' then 3 else 4 end, place limit 200"""
_LINKS = """
    select l.*, rl.url as shown_url from links l
    join resource r on r.key = l.resource join resource_link rl on rl.resource_id = r.id
    join link k on k.id = rl.link_id and k.url = l.url
    where l.resource = ? order by l.role <> 'primary', l.role, l.url"""
_MENTIONS = """
    select m.*, s.title as source_title, s.language as source_language
    from mentions m join source s on s.key = m.source where m.resource = ? order by m.source, m.line"""


async def resource(datasette: Any, request: Request) -> Response:
    """Draw the page of a resource; the key of one that was merged away leads to what it became."""
    site, key = site_of(datasette), unquote(request.url_vars["key"])
    language = language_of(request)

    def load(connection: sqlite3.Connection, shelf: Shelf) -> dict[str, Any] | str:
        row = connection.execute("select id from resource where key = ?", (key,)).fetchone()
        if row is None:
            return _heir(connection, key)
        return _load(connection, shelf, row[0], language)

    loaded = await site.load(load)
    if isinstance(loaded, str):
        return Response.redirect(f"/resources/{quote(loaded)}", status=301)
    return draw(site, request, "resource.html", {**loaded, "citation": cite(loaded["row"], language)})


def _heir(connection: sqlite3.Connection, key: str) -> str:
    heir = connection.execute(
        "select r.key from alias a join resource r on r.id = a.resource_id where a.key = ?", (key,)
    ).fetchone()
    if heir is None:
        raise NotFound("no such resource")
    return str(heir[0])


def _load(connection: sqlite3.Connection, shelf: Shelf, id_: int, language: str) -> dict[str, Any]:
    row = load_cards(connection, [id_])[0]
    links = load_rows(connection, _LINKS, row["key"])
    primary = first([link for link in links if link["role"] == "primary"])
    looks = load_rows(connection, _LOOKS, primary["url"], MOST_LOOKS) if primary else []
    return {
        "row": row,
        "links": links,
        "primary": primary,
        "mentions": load_rows(connection, _MENTIONS, row["key"]),
        "similar": load_cards(connection, similar_ids(shelf, id_)),
        "linked_data": render_linked_data(row, shelf.labels, language),
        "looks": looks,
        "claims": load_rows(connection, _CLAIMS, id_),
        "picture": draw_history([look["verdict"] for look in looks[::-1]], say(language, "resource.history"))
        if looks
        else None,
    }


def similar_ids(shelf: Shelf, id_: int) -> list[int]:
    """The resources that share most with one: rare topics count more than common ones, then kind, level, language."""
    scores: dict[int, float] = {}
    for topic in shelf.values["topic"].get(id_, ()):
        holders = shelf.holders["topic"][topic]
        for other in holders:
            scores[other] = scores.get(other, 0.0) + 1 / len(holders)
    scores.pop(id_, None)
    best = sorted(scores, key=lambda other: (-scores[other], -_likeness(shelf, id_, other), -shelf.worth[other], other))
    return best[:SIMILAR]


def _likeness(shelf: Shelf, id_: int, other: int) -> int:
    return sum(shelf.values[facet].get(id_) == shelf.values[facet][other] for facet in ("language", "level", "kind"))


def cite(row: Row, language: str) -> str:
    """A line to put into a bibliography."""
    parts = [row["creator"], f"«{row['title']}»" if language == "ru" else row["title"], row["year"], row["url"]]
    cited = ". ".join(clean_text(part) for part in parts if part)
    checked = f" ({say(language, 'resource.accessed')} {day_of(row['checked_at'])})" if row["checked_at"] else ""
    return cited + checked
