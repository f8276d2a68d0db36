"""Editions: the issues of the dead-link report and of the digest, each drawn from its stored body."""

import json
import sqlite3
from typing import Any
from urllib.parse import unquote

from datasette.utils.asgi import NotFound, Request, Response

from catalogue.site.rows import first, load_rows
from catalogue.site.shelf import Shelf
from catalogue.site.site import draw, site_of

MOST_EDITIONS = 200

_EDITIONS = """
    select id, kind, period_start, period_end, published_at,
        (select count(*) from edition_item i where i.edition_id = e.id and i.shown) as items
    from editions e order by period_end desc, id limit ?"""
_EDITION = "select id, kind, period_start, period_end, published_at, body from editions where id = ?"
_AROUND = """
    select max(case when period_end < :end then id end) as before, min(case when period_end > :end then id end) as after
    from editions where kind = :kind"""


async def editions(datasette: Any, request: Request) -> Response:
    """Draw the list of all editions."""
    site = site_of(datasette)
    rows = await site.load(lambda connection, _: load_rows(connection, _EDITIONS, MOST_EDITIONS))
    return draw(site, request, "editions.html", {"editions": rows})


async def edition(datasette: Any, request: Request) -> Response:
    """Draw one edition."""
    site, id_ = site_of(datasette), unquote(request.url_vars["id"])

    def load(connection: sqlite3.Connection, _shelf: Shelf) -> dict[str, Any]:
        found = first(load_rows(connection, _EDITION, id_))
        if found is None:
            raise NotFound("no such edition")
        around = connection.execute(_AROUND, {"end": found["period_end"], "kind": found["kind"]}).fetchone()
        body = json.loads(found["body"])
        around_it = {"before": around[0], "after": around[1]}
        return {"edition": found, "sections": _sections(body), "hole": _has_hole(body), **around_it}

    return draw(site, request, "edition.html", await site.load(load))


def _sections(body: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]], list[str]]]:
    """The sections of a body with their rows, and the papers that are only counted: a digest has topics first."""
    if "topics" not in body:
        return [(name, rows, []) for name, rows in body.get("sections", {}).items() if rows]
    parts = [(part["topic"] or "other", part["papers"], part["others"]) for part in body["topics"]]
    return parts + [(name, body[name], []) for name in ("updated", "withdrawn") if body[name]]


def _has_hole(body: dict[str, Any]) -> bool:
    """Whether a digest says that part of its week could not be read."""
    return body.get("coverage", {}).get("complete") is False
