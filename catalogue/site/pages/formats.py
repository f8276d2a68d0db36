"""The answer to a question as JSON and CSV."""

import csv
import io
import sqlite3
from dataclasses import replace
from typing import Any

from datasette.utils.asgi import Request, Response

from catalogue.site.finding import Answer, Row, load_answer
from catalogue.site.pages.search import ask_of
from catalogue.site.shelf import Shelf
from catalogue.site.site import FRESH_SECONDS, WHOLE_LIMIT_MS, site_of

MOST_ROWS = 20_000
PRIVATE = ("id", "source")
HEADERS = {"cache-control": f"max-age={FRESH_SECONDS}"}


async def search_json(datasette: Any, request: Request) -> Response:
    """One page of the answer with its facets."""
    site, ask = site_of(datasette), ask_of(request)

    def load(connection: sqlite3.Connection, shelf: Shelf) -> Answer:
        return load_answer(connection, shelf, ask)

    answer = await site.load(load)
    following = ask.on_page(ask.page + 1).address("/search.json") if ask.page < answer.pages else None
    told = {
        "ok": True,
        "query": ask.text,
        "shown_for": answer.shown_for,
        "left_out": list(answer.left_out),
        "topics": list(answer.query.topics),
        "total": answer.total,
        "page": ask.page,
        "next": site.address(request, following) if following else None,
        "rows": [public_row(row) for row in answer.rows],
        "facets": {name: [{"value": v, "count": n} for v, n in counts] for name, counts in answer.facets.items()},
    }
    return Response.json(told, headers={**site.cache, "access-control-allow-origin": "*"})


async def search_csv(datasette: Any, request: Request) -> Response:
    """The whole answer, every row once."""
    site, ask = site_of(datasette), replace(ask_of(request), page=1)

    def load(connection: sqlite3.Connection, shelf: Shelf) -> str:
        return _csv([public_row(row) for row in load_answer(connection, shelf, ask, MOST_ROWS).rows])

    name = {"content-disposition": 'attachment; filename="search.csv"'}
    text = await site.load(load, WHOLE_LIMIT_MS)
    return Response(text, headers={**HEADERS, **name}, content_type="text/csv; charset=utf-8")


def public_row(row: Row) -> Row:
    """The columns of the public view."""
    return {name: value for name, value in row.items() if name not in PRIVATE}


def _csv(rows: list[Row]) -> str:
    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows({**row, "topics": " ".join(row["topics"])} for row in rows)
    return text.getvalue()
