"""JSON that loses nothing: what is written is what `parse_items` reads."""

import json
from collections.abc import Sequence
from pathlib import Path

from catalogue.datafolder.jsonlines import Row
from catalogue.datafolder.roadmaps import plain
from catalogue.errors import InputError
from catalogue.records.documents import EntryLink
from catalogue.records.exports import Item, ItemPlace
from catalogue.vocabulary import Kind, Level, LinkRole, Stance


def render_json(items: Sequence[Item]) -> str:
    """One JSON object with all items, one item a line."""
    lines = ",\n".join(json.dumps(plain(item), ensure_ascii=False, sort_keys=True) for item in items)
    return f'{{"resources": [\n{lines}\n]}}\n'


def parse_items(path: Path, text: str) -> tuple[Item, ...]:
    """The items of an export; `path` names it in messages."""
    try:
        value = json.loads(text)
        rows = value["resources"]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise InputError(path, "is no export of a catalogue") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(path, "is no export of a catalogue")
    return tuple(_item(Row(path, line, dict(row))) for line, row in enumerate(rows, 2))


def _item(row: Row) -> Item:
    item = Item(
        key=row.text("key"),
        title=row.text("title"),
        title_en=row.text_or_none("title_en"),
        url=row.text_or_none("url"),
        kind=row.choice_or_none("kind", Kind),
        level=row.choice_or_none("level", Level),
        language=row.text_or_none("language"),
        topics=row.words("topics"),
        creator=row.text_or_none("creator"),
        year=row.number_or_none("year"),
        is_free=row.truth_or_none("is_free"),
        effort=row.text_or_none("effort"),
        stance=row.choice_or_none("stance", Stance),
        links=tuple(EntryLink(link.text("url"), link.choice("role", LinkRole)) for link in row.rows("links")),
        added=row.text_or_none("added"),
        places=tuple(_place(place) for place in row.rows("places")),
    )
    row.done()
    return item


def _place(row: Row) -> ItemPlace:
    return ItemPlace(
        folder=row.words("folder"),
        title=row.text("title"),
        line=row.number("line"),
        note=row.text_or_none("note") or "",
        tags=row.words("tags"),
        bookmarked=row.text_or_none("bookmarked") or "",
    )
