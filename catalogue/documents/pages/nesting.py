"""Lists indented as their authors saw them: a bullet too shallow or too deep for Markdown. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BULLET = re.compile(r"(?P<marker>[-*+]|(?P<number>\d{1,9}[.)])) +(?=\S)")
TAB, DEEPEST = 4, 3
"""A list indented by more than three beyond the text of its item would be code."""
HABIT = 3
"""So often does a page go one space in and out again before that is how its author nests."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An open list item: its column as written, the column of its text as read, and by how much it moves."""

    column: int
    text: int
    shift: int
    numbered: bool


def as_meant(lines: Sequence[str]) -> Iterator[str]:
    """Lines with each list moved to where it was meant to stand; what stands right is left as it is."""
    items: list[_Item] = []
    by_one = _nests_by_one(lines)
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
                shift = _read_at(items[-1], column, bullet, after_text=after_text, by_one=by_one) - column
            items.append(_Item(column, column + shift + len(bullet[0]), shift, numbered=bullet["number"] is not None))
        after_text = said != ""
        yield " " * (column + shift) + said if shift and said else line


def _read_at(above: _Item, column: int, bullet: re.Match[str], *, after_text: bool, by_one: bool) -> int:
    """The column for a bullet under an item: two spaces are enough under a number, two tabs not too many.

    One space is enough where the page nests `by_one`.
    """
    moved = column + above.shift
    shallow = moved < above.text and ((above.numbered and bullet["number"] is None) or by_one)
    deep = moved > above.text + DEEPEST and after_text
    return above.text if shallow or deep else moved


def _nests_by_one(lines: Sequence[str]) -> bool:
    """Whether bullets of a page stand one space in from others again and again, with more of those after them."""
    returns, out, within = 0, -1, False
    for line in lines:
        bullet = BULLET.match(line, column := len(line) - len(line.lstrip(" ")))
        if bullet is None:
            out, within = (out, within) if not line or column > out >= 0 else (-1, False)
        elif column == out + 1 and out >= 0:
            within = True
        elif column != out or within:
            returns += within and column == out
            out, within = column, False
    return returns >= HABIT
