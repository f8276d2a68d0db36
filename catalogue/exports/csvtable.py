"""CSV: one row a resource, one value a cell; topics between semicolons."""

import csv
import io
from collections.abc import Sequence

from catalogue.records.exports import Item

COLUMNS = ("title", "url", "kind", "level", "language", "topics", "creator", "year", "is_free", "effort")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the start of a cell; a space before it keeps it text."""


def render_csv(items: Sequence[Item]) -> str:
    """A table whose first line names its columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in items:
        writer.writerow([_cell(getattr(item, column)) for column in COLUMNS])
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "; ".join(value) if isinstance(value, tuple) else str(value)
    return f" {text}" if text.startswith(FORMULA) else text
