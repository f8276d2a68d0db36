"""How we judge links, and where the data can be had."""

import sqlite3
from typing import Any

from datasette.utils.asgi import Request, Response

from catalogue.site.metadata import PUBLIC_VIEWS
from catalogue.site.shelf import Shelf
from catalogue.site.site import draw, site_of
from catalogue.vocabulary import Verdict

STATES = ("ok", "moved", "failing", "dead", "suspect", "unverifiable", "unchecked")


async def judge(datasette: Any, request: Request) -> Response:
    """Draw the rules by which a link gets its state."""
    site = site_of(datasette)
    policy = {name: site.settings.get(name, "") for name in ("strikes", "strike_spacing_days", "recheck_ok_days")}
    return draw(site, request, "judge.html", {"states": STATES, "verdicts": tuple(Verdict), "policy": policy})


async def data(datasette: Any, request: Request) -> Response:
    """Draw the list of views with their formats."""
    site = site_of(datasette)

    def load(connection: sqlite3.Connection, _shelf: Shelf) -> list[tuple[str, list[str]]]:
        return [(view, [row[1] for row in connection.execute(f'pragma table_info("{view}")')]) for view in PUBLIC_VIEWS]

    return draw(site, request, "data.html", {"views": await site.load(load)})
