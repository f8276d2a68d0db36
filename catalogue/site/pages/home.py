"""The first page: a search box, topics, what is new, how healthy the collection is."""

import sqlite3
from collections.abc import Iterable
from itertools import islice
from typing import Any

from datasette.utils.asgi import Request, Response

from catalogue.site.finding import load_cards
from catalogue.site.rows import load_rows
from catalogue.site.shelf import Shelf
from catalogue.site.site import draw, site_of

CARDS = 5
TOPICS = 24
EDITIONS = 5
WORKING = ("ok", "moved", "ok via mirror")


async def home(datasette: Any, request: Request) -> Response:
    """Draw the first page."""
    site = site_of(datasette)
    return draw(site, request, "home.html", await site.load(_load))


def _load(connection: sqlite3.Connection, shelf: Shelf) -> dict[str, Any]:
    health = dict(shelf.totals["status"])
    return {
        "total": len(shelf.ids),
        "working": sum(health.get(status, 0) for status in WORKING),
        "dead": health.get("dead", 0),
        "waiting": health.get("unchecked", 0),
        "checked_at": connection.execute("select max(checked_at) from link").fetchone()[0],
        "topics": shelf.totals["topic"][:TOPICS],
        "recommended": load_cards(connection, _still_there(shelf, shelf.by_recommendation)),
        "newest": load_cards(connection, _still_there(shelf, shelf.by_age)),
        "sources": load_rows(connection, "select * from sources order by mentions desc, key"),
        "editions": load_rows(
            connection, "select id, kind, period_end from editions order by period_end desc, id limit ?", EDITIONS
        ),
    }


def _still_there(shelf: Shelf, ids: Iterable[int]) -> list[int]:
    """The first few that are not known to be gone: the first page recommends nothing that cannot be read."""
    gone = shelf.holders["status"].get("dead", set())
    return list(islice((id_ for id_ in ids if id_ not in gone), CARDS))
