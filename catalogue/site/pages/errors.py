"""What is drawn when a page cannot be."""

import sqlite3
import sys
import traceback
from typing import Any

from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400, Request, Response
from datasette.views.base import DatasetteError

from catalogue.site.gate import is_core
from catalogue.site.messages import say
from catalogue.site.site import draw, language_of, site_of

OUR_STATUSES = (400, 403, 404, 405, 414, 500, 503)
READERS_MISTAKES = (
    DatasetteError,
    ValueError,
    KeyError,
    AssertionError,
    IndexError,
    TypeError,
    AttributeError,
    sqlite3.Error,
)
"""What Datasette's own pages raise for a parameter that makes no sense, and would answer with 500."""


def error_page(datasette: Any, request: Request, status: int) -> Response:
    """One clear sentence, as JSON where JSON was asked for; never what went wrong inside."""
    shown = status if status in OUR_STATUSES else 400
    message = say(language_of(request), f"error.{shown}")
    if request.path.endswith(".json"):
        return Response.json({"ok": False, "status": status, "error": message}, status=status)
    return draw(site_of(datasette), request, "error.html", {"status": status, "message": message}, status)


def status_of(request: Request, exception: Exception) -> int:
    """The status for an exception: a wrong parameter of a core page is the reader's mistake, not ours."""
    if isinstance(exception, QueryInterrupted) or "interrupted" in str(exception):
        return 503
    status = int(exception.status) if isinstance(exception, Base400 | DatasetteError) else 500
    if status < 500:
        return status
    if is_core(request.path) and request.query_string and isinstance(exception, READERS_MISTAKES):
        return 400
    traceback.print_exception(exception, file=sys.stderr)
    return 500
