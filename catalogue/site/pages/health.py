"""Link health: the collection over time, and the lists of what is dead, moved, suspect, unverifiable, recovered."""

import sqlite3
from typing import Any

from datasette.utils.asgi import NotFound, Request, Response

from catalogue.site.messages import say
from catalogue.site.pictures import GROUPS, draw_health
from catalogue.site.rows import Row, load_rows
from catalogue.site.shelf import Shelf
from catalogue.site.site import Site, draw, language_of, site_of
from catalogue.site.trend import load_trend

STATES = ("dead", "moved", "suspect", "unverifiable", "recovered")
PAGE_ROWS = 100

_LINKS = """
    select l.url, l.resource, l.reason, l.state, l.strikes, l.since, l.checked_at, l.last_ok_at, l.final_url,
        l.archived_url, l.role, r.title, r.language
    from {state}_links l join resource r on r.key = l.resource
    order by l.since desc, l.url, l.resource limit ? offset ?"""

_FAILED = """
    select job, max(started_at) as at, outcome from runs group by job having outcome in ('failed', 'interrupted')
    order by job"""


async def health(datasette: Any, request: Request) -> Response:
    """Draw the collection's health over time."""
    site, language = site_of(datasette), language_of(request)

    def load(connection: sqlite3.Connection, shelf: Shelf) -> dict[str, Any]:
        trend = load_trend(connection)
        counts = connection.execute("select state, count(*) from link group by state order by 2 desc").fetchall()
        changes = "select c.*, (select l.resource from links l where l.url = c.url limit 1) as resource from changes c"
        return {
            "trend": trend,
            "groups": GROUPS,
            "counts": counts,
            "picture": draw_health(trend, say(language, "health.over.time")),
            "changes": load_rows(connection, f"{changes} order by at desc limit 20"),
            "failed": load_rows(connection, _FAILED),
        }

    return draw(site, request, "health.html", {**await site.load(load), "states": STATES})


async def links(datasette: Any, request: Request) -> Response:
    """Draw the links in one state, newest news first."""
    site, state = site_of(datasette), request.url_vars["state"]
    page = request.args.get("page") or "1"
    number = int(page) if page.isascii() and page.isdigit() and 0 < int(page[:6]) < 100_000 else 1
    rows = await load_links(site, state, number, PAGE_ROWS + 1)
    values = {"state": state, "states": STATES, "rows": rows[:PAGE_ROWS], "number": number}
    return draw(site, request, "links.html", {**values, "has_more": len(rows) > PAGE_ROWS})


async def load_links(site: Site, state: str, page: int, rows: int) -> list[Row]:
    """The links in a state; `state` is one of STATES, so that it may stand in the name of a view."""
    if state not in STATES:
        raise NotFound("no such list")
    statement = _LINKS.format(state=state)
    return await site.load(lambda connection, _: load_rows(connection, statement, rows, (page - 1) * PAGE_ROWS))
