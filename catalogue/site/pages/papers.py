"""Papers: what arXiv announced last, newest batch first."""

import json
import sqlite3
from typing import Any

from datasette.utils.asgi import Request, Response

from catalogue.site.rows import load_rows
from catalogue.site.shelf import Shelf
from catalogue.site.site import draw, site_of

MOST_PAPERS = 60

_BATCHES = "select batch, count(*) from new_papers group by batch order by batch desc limit 7"
_PAPERS = """
    select arxiv_id, version, title, authors, categories, batch from new_papers
    where batch >= ? order by batch desc, arxiv_id desc limit ?"""


async def papers(datasette: Any, request: Request) -> Response:
    """Draw the papers of the last days of announcement."""
    site = site_of(datasette)

    def load(connection: sqlite3.Connection, _shelf: Shelf) -> dict[str, Any]:
        batches = connection.execute(_BATCHES).fetchall()
        rows = load_rows(connection, _PAPERS, batches[-1][0], MOST_PAPERS) if batches else []
        for row in rows:
            row["authors"], row["categories"] = _names(row["authors"]), _names(row["categories"])
        return {"batches": batches, "papers": rows}

    return draw(site, request, "papers.html", await site.load(load))


def _names(array: str) -> list[str]:
    """The names of a JSON array of names, or of mappings with a name."""
    return [item["name"] if isinstance(item, dict) else str(item) for item in json.loads(array or "[]")]
