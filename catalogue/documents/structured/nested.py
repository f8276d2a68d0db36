"""JSON, JSON Lines and YAML: the records anywhere in a value become entries. Pure."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from catalogue.datafolder.yamltext import Block, parse_yaml
from catalogue.documents.blocks import clean
from catalogue.documents.structured.addresses import addresses_of, mapping_of, named_address, unnamed_address
from catalogue.documents.structured.fieldnames import is_record, meaning_of
from catalogue.documents.structured.folders import Folders, folder_of
from catalogue.errors import InputError
from catalogue.records.documents import Entry
from catalogue.urls import is_web

MAX_DEPTH = 60
CONTAINER_KEYS = (
    "items entries resources children links list data content contents bookmarks results records materials roots nodes"
    " материалы ресурсы ссылки список 资源 列表 链接 内容 资料"
)
"""Keys that say no more than that something is inside."""
CONTAINERS = frozenset(CONTAINER_KEYS.split())
ABOUT_KEYS = (
    "meta metadata info config settings pagination license schema _links self next prev previous first last related"
    " @context @id @type $schema"
)
"""Keys of what a file says about itself."""
ABOUT_ITSELF = frozenset(ABOUT_KEYS.split())
TECHNICAL = re.compile(
    r"(?:^|[_-])(?:url|uri|link|href|page|feed|version|schema|api|logo|icon|image)$|(?:Url|Uri|Link|Page|Feed)$"
)
"""Ends of keys that name an address of the file's own, not a work."""
WITHIN = frozenset({"creator", "language", "year", "doi", "isbn", "arxiv", "price"})
"""Fields of a work, whatever they hold."""


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


def parse_yaml_document(name: str, text: str) -> object | None:
    """The value of YAML text that holds a list or a mapping; None for anything else."""
    try:
        value = parse_yaml(Path(name), text)
    except InputError:
        return None
    return value if isinstance(value, list | Block) else None


def read_values(
    value: object, folders: Folders, path: tuple[str, ...] = (), line: int = 1, depth: int = 0
) -> Iterator[Entry]:
    """The records in a value, at most MAX_DEPTH lists and mappings deep; the keys on the way are their folders."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for place, item in enumerate(_rows(value)):
            if isinstance(item, str):
                if (record := _record_in(item)) and (entry := folders.entry(record, line, path)):
                    yield entry
            else:
                yield from read_values(item, folders, path, line + place, depth + 1)
    elif (fields := mapping_of(value)) is not None:
        yield from _read_mapping(fields, folders, path, value.line if isinstance(value, Block) else line, depth)


def _record_in(text: str) -> dict[str, object] | None:
    """The record in a piece of text: an address, alone or with a title."""
    if is_web(text):
        return {"url": text}
    both = named_address(text)
    return {"title": both[0], "url": both[1]} if both else None


def _rows(items: list[object]) -> list[object]:
    """The items of a list; of a list of rows under a row of names, the rows as mappings."""
    if not all(isinstance(item, list) for item in items[:2]) or len(items) < 2:
        return items
    rows = [item for item in items if isinstance(item, list)]
    names = [str(name) for name in rows[0]]
    return [dict(zip(names, row, strict=False)) for row in rows[1:]] if is_record(names) else items


def _read_mapping(
    fields: Mapping[str, object], folders: Folders, path: tuple[str, ...], line: int, depth: int
) -> Iterator[Entry]:
    record = _is_work(fields)
    if record and (entry := folders.entry(fields, line, (*path, *folder_of(fields)))):
        yield entry
    name = "" if record else _name_of_folder(fields)
    for key, value in fields.items():
        meaning = meaning_of(key)
        if key.lower() in ABOUT_ITSELF or _is_within(key) or (record and meaning == "url"):
            continue
        if isinstance(value, str) and is_web(value):
            if meaning is None and not record and not TECHNICAL.search(key):
                yield from _named_by_key(key, {"url": value}, folders, path, line)
            continue
        inner = mapping_of(value)
        if inner is not None and meaning is None and _has_address(inner) and not _has_title(inner):
            yield from _named_by_key(key, inner, folders, path, value.line if isinstance(value, Block) else line)
        elif _holds_works(value):
            inside = (*path, name) if name else path
            plain = meaning is not None or key.lower() in CONTAINERS
            yield from read_values(value, folders, inside if plain else (*inside, str(key)), line, depth + 1)


def _named_by_key(
    key: str, fields: Mapping[str, object], folders: Folders, path: tuple[str, ...], line: int
) -> Iterator[Entry]:
    """The work whose title is the key of its mapping or address."""
    if entry := folders.entry({**fields, "title": key}, line, (*path, *folder_of(fields))):
        yield entry


def _is_work(fields: Mapping[str, object]) -> bool:
    """Whether a mapping describes a work: by its address, or by a title without works inside."""
    if _has_address(fields):
        return True
    if any(meaning_of(key) == "url" and isinstance(value, list | dict | Block) for key, value in fields.items()):
        return False
    inside = any(
        isinstance(value, list)
        and any(mapping_of(item) is not None or (isinstance(item, str) and is_web(item)) for item in value)
        for key, value in fields.items()
        if not _is_within(key)
    )
    return not inside and (is_record(fields) or (_has_title(fields) and unnamed_address(fields) is not None))


def _is_within(key: str) -> bool:
    """Whether what a key holds is of the work itself: its people, its language, the places of our own export."""
    return key == "places" or meaning_of(key) in WITHIN


def _has_address(fields: Mapping[str, object]) -> bool:
    return any(meaning_of(key) == "url" and addresses_of(value) for key, value in fields.items())


def _has_title(fields: Mapping[str, object]) -> bool:
    return any(meaning_of(key) == "title" for key in fields)


def _name_of_folder(fields: Mapping[str, object]) -> str:
    """What a mapping that only holds others is called: its title, else its topic."""
    for meaning in ("title", "folder", "tags"):
        for key, value in fields.items():
            if meaning_of(key) == meaning and isinstance(value, str) and (name := clean(value)):
                return name
    return ""


def _holds_works(value: object) -> bool:
    """Whether a value is a mapping or a list with one in it; a list of words is a field of its mapping."""
    if isinstance(value, list):
        return any(
            _record_in(item) if isinstance(item, str) else isinstance(item, dict | list | Block) for item in value
        )
    return isinstance(value, dict | Block)
