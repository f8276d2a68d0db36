"""Lists indented as their authors saw them: a bullet too shallow or too deep for Markdown. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

BULLET = re.compile(r"(?P<marker>[-*+]|(?P<number>\d{1,9}[.)])) +(?=\S)")
TAB, DEEPEST = 4, 3
"""A list indented by more than three beyond the text of its item would be code."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An open list item: its column as written, the column of its text as read, and by how much it moves."""

    column: int
    text: int
    shift: int
    numbered: bool


def as_meant(lines: Iterable[str]) -> Iterator[str]:
    """Lines with each list moved to where it was meant to stand; what stands right is left as it is."""
    items: list[_Item] = []
    after_text = False
    for line in lines:
        said = line.lstrip(" \t")
        column = len(line[: len(line) - len(said)].expandtabs(TAB))
        bullet = BULLET.match(said)
        while items and said and column <= items[-1].column:
            items.pop()
        shift = items[-1].shift if items else 0
        if bullet is not None:
            if items:
                shift = _read_at(items[-1], column, bullet, after_text=after_text) - column
            items.append(_Item(column, column + shift + len(bullet[0]), shift, numbered=bullet["number"] is not None))
        after_text = said != ""
        yield " " * (column + shift) + said if shift and said else line


def _read_at(above: _Item, column: int, bullet: re.Match[str], *, after_text: bool) -> int:
    """The column for a bullet under an item: two spaces are enough under a number, two tabs not too many."""
    moved = column + above.shift
    shallow = moved < above.text and above.numbered and bullet["number"] is None
    deep = moved > above.text + DEEPEST and after_text
    return above.text if shallow or deep else moved
