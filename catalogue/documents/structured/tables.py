"""CSV and TSV: rows become entries by the names of their columns. Pure."""

import csv
import io
import re
from collections.abc import Iterator

from catalogue.documents.structured.fieldnames import is_record, meaning_of
from catalogue.documents.structured.folders import Folders, folder_of
from catalogue.records.documents import Entry
from catalogue.urls import is_web

DELIMITERS = ",\t;|"
GRID_LINES, MIN_CELLS, LONG_ROW = 50, 3, 5_000
BEFORE = re.compile(r"(?:sep=[,;\t|]\n|[,;\t]*\n|[^,;\t|\n]*([,;\t])\1+\n){1,50}", re.IGNORECASE)
"""Lines before the names of columns: one that Excel wrote for itself, empty rows, a title in the first cell of one."""
NAME = re.compile(r"\.(?:csv|tsv|tab)$", re.IGNORECASE)
MAX_CELL = 1_000_000


def delimiter_of(text: str, name: str = "") -> str | None:
    """What parts the columns of a table in text, whose first line names fields of a resource.

    A file that is called a table may do without, if each line has an address in the same column.
    """
    lines = _lines(text[_begin(text) :])
    first = next(iter(lines), "")
    if len(first) >= LONG_ROW:
        return None
    named = {delimiter: _names(first, delimiter) for delimiter in DELIMITERS}
    best = max(named, key=named.__getitem__)
    if named[best]:
        return best
    return next((one for one in DELIMITERS if NAME.search(name) and _address_column(lines, one) is not None), None)


def _lines(text: str) -> list[str]:
    """The lines of the beginning of a text that are not blank."""
    return [line for line in text[: LONG_ROW * 2].split("\n")[:20] if line.strip()]


def _begin(text: str) -> int:
    """Where the table in a text begins."""
    before = BEFORE.match(text)
    return before.end() if before else 0


def is_grid(text: str, delimiter: str) -> bool:
    """Whether the lines of a text are rows of a table, whatever its file is called: as many cells in each, and several.

    The bars of a Markdown table are no such delimiter.
    """
    lines = [line for line in text.split("\n", GRID_LINES)[:GRID_LINES] if line.strip()]
    if delimiter == "|" or len(lines) < MIN_CELLS or any(len(line) > LONG_ROW for line in lines):
        return False
    counts = {len(cells) for cells in csv.reader(lines, delimiter=delimiter)}
    return len(counts) == 1 and counts.pop() >= MIN_CELLS


def read_csv(text: str, delimiter: str, folders: Folders) -> Iterator[Entry]:
    """The rows of a table under the names of its columns; without names, an address and the first words beside it."""
    csv.field_size_limit(MAX_CELL)
    begin = _begin(text)
    body = text[begin:]
    lines = _lines(body)
    names = None if _names(next(iter(lines), ""), delimiter) else _unnamed(lines, delimiter)
    reader = csv.DictReader(io.StringIO(body), names, delimiter=delimiter, restkey="")
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            continue
        if row is None:
            return
        record = {name: value for name, value in row.items() if isinstance(value, str) and name}
        line = reader.line_num + text.count("\n", 0, begin) - sum(value.count("\n") for value in record.values())
        if entry := folders.entry(record, line, folder_of(record)):
            yield entry


def _names(line: str, delimiter: str) -> int:
    """How many cells of a line name fields of a resource; none where there are too few for one."""
    cells = next(csv.reader([line], delimiter=delimiter), [])
    return sum(meaning_of(cell) is not None for cell in cells) if len(cells) > 1 and is_record(cells) else 0


def _address_column(lines: list[str], delimiter: str) -> int | None:
    """The column that holds an address in each line, if all have as many cells and more than one."""
    rows = list(csv.reader(lines, delimiter=delimiter))
    if not rows or len(rows[0]) < 2 or any(len(row) != len(rows[0]) for row in rows):
        return None
    return next((place for place in range(len(rows[0])) if all(is_web(row[place].strip()) for row in rows)), None)


def _unnamed(lines: list[str], delimiter: str) -> list[str]:
    """Names for the columns of a table that has none: the address, and the title in the first other column."""
    place = _address_column(lines, delimiter) or 0
    names = [f"column {number}" for number in range(max(2, len(next(csv.reader(lines, delimiter=delimiter), []))))]
    names[place] = "url"
    names[0 if place else 1] = "title"
    return names
