"""Lists whose bullets are signs that no markup knows, a line each: `🔹 Gardens`, `• Soil`, `1️⃣ Trees`. Pure."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

SIGN = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<digit>\d)\ufe0f?\u20e3|(?P<sign>[^\w\s#>|*+=~`\[(<!-]))\ufe0f?[ \t\u3000]+(?=\S)"
)
PLAIN = frozenset("•‣·–—")
"""Signs of text that are drawn as bullets; a symbol of any other kind may be one."""
NUMBERED = "number"


def as_items(lines: Sequence[str]) -> Iterator[str]:
    """Lines with each run of two or more that begin with one sign written as items; every line keeps its place.

    The lines of an item that goes on stand between two signs without an empty line.
    """
    signs = [_sign(line) for line in lines]
    items: set[int] = set()
    last: int | None = None
    for number, line in enumerate(lines):
        if signs[number]:
            if last is not None and signs[last] == signs[number]:
                items |= {last, number}
            last = number
        elif line.strip() and (last is None or not lines[number - 1].strip()):
            last = None
    for number, line in enumerate(lines):
        yield _as_item(line) if number in items else line


def _sign(line: str) -> str:
    """The sign a line begins with, one for all numbers; "" for none."""
    found = SIGN.match(line)
    if found is None or found["digit"]:
        return NUMBERED if found else ""
    sign = found["sign"]
    return sign if sign in PLAIN or unicodedata.category(sign) == "So" else ""


def _as_item(line: str) -> str:
    return SIGN.sub(lambda found: f"{found['indent']}{found['digit'] + '.' if found['digit'] else '-'} ", line, count=1)
