"""Whole views as CSV and JSON: every row once, in one read transaction, ordered.

Datasette's own export pages through the view, loses rows where a sort column repeats, and stops at a size. Here the
rows are first written to a file, so that a slow reader never holds a transaction open.
"""

import asyncio
import csv
import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from datasette.utils.asgi import AsgiStream, NotFound, Request

from catalogue.database.opening import connect_to_read
from catalogue.site.metadata import DATABASE, PUBLIC_VIEWS

CHUNK_CHARACTERS = 256 * 1024
IN_MEMORY_BYTES = 4 * 1024 * 1024
ORDER_COLUMNS = 6
JSON_COLUMNS = frozenset(("topics", "authors", "categories", "changed", "counts"))
TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}


async def export(datasette: Any, request: Request) -> AsgiStream:
    """Stream a whole view."""
    view, form = request.url_vars["view"], request.url_vars["form"]
    if view not in PUBLIC_VIEWS:
        raise NotFound("no such view")
    path = Path(datasette.get_database(DATABASE).path)
    loop = asyncio.get_running_loop()
    body = await loop.run_in_executor(None, write_view, path, view, form)

    async def stream(writer: Any) -> None:
        with body:
            while chunk := await loop.run_in_executor(None, body.read, CHUNK_CHARACTERS):
                await writer.write(chunk)

    headers = {"content-disposition": f'attachment; filename="{view}.{form}"', "access-control-allow-origin": "*"}
    return AsgiStream(stream, headers=headers, content_type=TYPES[form])


def write_view(path: Path, view: str, form: str) -> IO[str]:
    """All rows of a view in a file at its beginning; in memory while it is small."""
    body = tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES, mode="w+", encoding="utf-8", newline="")  # noqa: SIM115 - closed by its reader
    connection = connect_to_read(path)
    try:
        connection.execute("begin")
        FORMS[form](body, connection, view)
    finally:
        connection.close()
    body.seek(0)
    return body


def load_all(connection: sqlite3.Connection, view: str) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """The columns of a view, and its rows in the order of its first columns, which are its key."""
    names = [row[1] for row in connection.execute(f'pragma table_info("{view}")')]
    order = ", ".join(str(number + 1) for number in range(min(len(names), ORDER_COLUMNS)))
    return names, iter(connection.execute(f'select * from "{view}" order by {order}'))  # noqa: S608 - a name of ours


def _write_csv(body: IO[str], connection: sqlite3.Connection, view: str) -> None:
    names, rows = load_all(connection, view)
    writer = csv.writer(body)
    writer.writerow(names)
    writer.writerows(rows)


def _write_json(body: IO[str], connection: sqlite3.Connection, view: str) -> None:
    """An array with one object a line."""
    names, rows = load_all(connection, view)
    separator = "[\n"
    for row in rows:
        told = {name: _plain(name, value) for name, value in zip(names, row, strict=True)}
        body.write(separator + json.dumps(told, ensure_ascii=False))
        separator = ",\n"
    body.write("[]\n" if separator == "[\n" else "\n]\n")


def _plain(name: str, value: Any) -> Any:
    """A value as JSON has it: arrays as arrays."""
    if name in JSON_COLUMNS and isinstance(value, str) and value.startswith(("[", "{")):
        return json.loads(value)
    return value


FORMS: dict[str, Callable[[IO[str], sqlite3.Connection, str], None]] = {"csv": _write_csv, "json": _write_json}
"""How each format is written."""
