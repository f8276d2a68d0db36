"""CSV, TSV, JSON, JSON Lines, YAML and BibTeX: records become entries by the names of their fields. Pure."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from catalogue.documents.blocks import clean
from catalogue.documents.fields import Folders, entry_of, folder_of, is_record, meaning_of
from catalogue.errors import InputError
from catalogue.records.documents import Entry
from catalogue.urls import is_web
from catalogue.yamltext import Block, parse_yaml

DELIMITERS = ",\t;|"
MAX_DEPTH = 30
GRID_LINES, MIN_CELLS, LONG_ROW = 50, 3, 5_000
BIBTEX = re.compile(r"^\s*@(?P<type>[A-Za-z]+)\s*[{(]\s*(?P<key>[^,\s{}()]*)\s*,", re.MULTILINE)
BIB_KINDS = {
    **dict.fromkeys(("book", "inbook", "booklet", "proceedings", "manual"), "book"),
    **dict.fromkeys(
        ("article", "inproceedings", "conference", "phdthesis", "mastersthesis", "techreport", "incollection"), "paper"
    ),
    **dict.fromkeys(("unpublished",), "paper"),
    **dict.fromkeys(("software",), "tool"),
    **dict.fromkeys(("dataset",), "dataset"),
    **dict.fromkeys(("video",), "video"),
}
LATEX = re.compile(r"\\[\"'`^~=.uvHcdbkr]\s*\{?([A-Za-z])\}?|\\[a-zA-Z]+\s*|[{}]|\\")


def delimiter_of(text: str) -> str | None:
    """What parts the columns of a table in text, if its first line names fields of a resource."""
    first = next((line for line in text.split("\n", 20) if line.strip()), "")
    for delimiter in DELIMITERS:
        cells = next(csv.reader([first], delimiter=delimiter), []) if len(first) < LONG_ROW else []
        if len(cells) > 1 and is_record(cells):
            return delimiter
    return None


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
    """The rows of a table whose first line names its columns."""
    csv.field_size_limit(1_000_000)
    reader = csv.DictReader(text.split("\n"), delimiter=delimiter, restkey="")
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            continue
        line = reader.line_num
        if row is None:
            return
        record = {name: value for name, value in row.items() if isinstance(value, str)}
        if entry := entry_of(record, line, folders.section_of(folder_of(record), line)):
            yield entry


JSON_START = re.compile(r'\s*(?:\[\s*)?\{\s*"')
MAX_BROKEN = 20
"""Damaged objects after which the rest is given up: each may be read to the end of the text."""


def parse_json(text: str) -> object | None:
    """The value of JSON text, or the list of values of JSON Lines; None for neither."""
    try:
        value: object = json.loads(text)
        return value
    except RecursionError:
        return None
    except ValueError:
        lines = [line for line in text.split("\n") if line.strip()]
    if sum(line.lstrip().startswith("{") for line in lines[:20]) * 2 <= len(lines[:20]):
        return None
    values = [_json_or_none(line) for line in text.split("\n")]
    return values if any(values) else None


def _json_or_none(line: str) -> object | None:
    try:
        value: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value


def salvage_json(text: str) -> list[object]:
    """The whole objects of JSON text that is cut or damaged somewhere; [] for text that is no JSON."""
    decoder = json.JSONDecoder()
    found: list[object] = []
    broken = 0
    place = text.find("{") if JSON_START.match(text[:4_000]) else -1
    while place >= 0 and broken < MAX_BROKEN:
        try:
            value, end = decoder.raw_decode(text, place)
            found.append(value)
        except (ValueError, RecursionError):
            broken, end = broken + 1, place + 1
        place = text.find("{", end)
    return found


def parse_yaml_document(name: str, text: str) -> object | None:
    """The value of YAML text that holds a list or a mapping; None for anything else."""
    try:
        value = parse_yaml(Path(name), text)
    except InputError:
        return None
    return value if isinstance(value, list | Block) else None


def read_values(value: object, folders: Folders, path: tuple[str, ...] = (), line: int = 1) -> Iterator[Entry]:
    """The records anywhere in a value; the keys on the way to them are their folders."""
    if len(path) > MAX_DEPTH:
        return
    if isinstance(value, list):
        for place, item in enumerate(value):
            if isinstance(item, str) and is_web(item):
                if entry := entry_of({"url": item}, line, folders.section_of(path, line)):
                    yield entry
            else:
                yield from read_values(item, folders, path, line if isinstance(item, Block) else line + place)
        return
    line = value.line if isinstance(value, Block) else line
    fields = value.values if isinstance(value, Block) else value
    if isinstance(fields, dict):
        yield from _read_mapping(fields, folders, path, line)


def _read_mapping(fields: Mapping[str, object], folders: Folders, path: tuple[str, ...], line: int) -> Iterator[Entry]:
    record = is_record(fields) and not _is_folder(fields)
    if record:
        section = folders.section_of((*path, *folder_of(fields)), line)
        if entry := entry_of(fields, line, section):
            yield entry
    name = next((clean(str(value)) for key, value in fields.items() if meaning_of(key) == "title"), "")
    for key, value in fields.items():
        if isinstance(value, str) and is_web(value) and meaning_of(key) is None and not record:
            if entry := entry_of({"title": key, "url": value}, line, folders.section_of(path, line)):
                yield entry
        elif _holds_mappings(value):
            inside = (*path, name) if name and not record else path
            plain_list = meaning_of(key) is not None or key.lower() in (
                "items",
                "entries",
                "resources",
                "children",
                "links",
            )
            yield from read_values(value, folders, inside if plain_list else (*inside, str(key)), line)


def _holds_mappings(value: object) -> bool:
    """Whether a value is a mapping or a list with one in it; a list of words is a field of its mapping."""
    if isinstance(value, list):
        return any(isinstance(item, dict | list | Block) or (isinstance(item, str) and is_web(item)) for item in value)
    return isinstance(value, dict | Block)


def _is_folder(fields: Mapping[str, object]) -> bool:
    """Whether a mapping with a title only holds others: it has no address, and lists of mappings."""
    if any(meaning_of(key) == "url" for key in fields):
        return False
    return any(
        isinstance(value, list) and any(isinstance(item, dict | Block) for item in value) for value in fields.values()
    )


def read_bibtex(text: str) -> Iterator[Entry]:
    """The entries of a bibliography; one with a DOI, an arXiv id or an address has a link."""
    starts = list(BIBTEX.finditer(text))
    line, counted = 1, 0
    for number, found in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(text)
        line += text.count("\n", counted, found.start("type"))
        counted = found.start("type")
        kind = found["type"].lower()
        if kind in ("comment", "string", "preamble"):
            continue
        record: dict[str, object] = {name: _plain_latex(value) for name, value in _bib_fields(text[found.end() : end])}
        record.setdefault("kind", BIB_KINDS.get(kind, ""))
        record["creator"] = re.sub(r"\s+and\s+", ", ", str(record.pop("author", record.pop("editor", ""))))
        if entry := entry_of(record, line, None):
            yield entry


def _bib_fields(text: str) -> Iterator[tuple[str, str]]:
    """The fields of one entry: braces may nest, quotes may hold braces, a bare word is a value as well."""
    place = 0
    while found := re.compile(r"\s*,?\s*([A-Za-z][\w-]*)\s*=\s*").match(text, place):
        end = _value_end(text, found.end())
        value = text[found.end() : end].strip()
        yield found[1].lower(), value[1:-1] if value[:1] in ("{", '"') else value
        place = end


def _value_end(text: str, start: int) -> int:
    depth = 0
    quoted = text[start : start + 1] == '"'
    for place in range(start, len(text)):
        char = text[place]
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        ended = depth < 0 or (char == "," and depth == 0 and not quoted)
        if ended:
            return place
        if depth == 0 and ((quoted and char == '"' and place > start) or (char == "}" and not quoted)):
            return place + 1
    return len(text)


def _plain_latex(text: str) -> str:
    """LaTeX without its marks: accents as plain letters, braces and commands left out."""
    return clean(LATEX.sub(lambda found: found[1] or "", text).replace("~", " "))
