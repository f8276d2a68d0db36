"""What Markdown, HTML and plain text have in common: a page is a flat list of blocks, a block a list of runs."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from unicodedata import normalize

INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
DRAWN = re.compile("[\U0001d400-\U0001d7ff]+")
"""Mathematical letters, which people draw titles with."""


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ROW = "row"


@dataclass(slots=True)
class Run:
    """A piece of text in one style; a link is one run whatever is inside it."""

    text: str
    line: int
    url: str | None = None
    strong: bool = False
    code: bool = False
    image: bool = False
    struck: bool = False


@dataclass(slots=True)
class Cell:
    """A cell of a table row, under its header."""

    header: str
    runs: list[Run] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """A heading, a list item without its sub-items, a paragraph or a table row; `italics` are its words in italics.

    `ruled`: a line was drawn right above it.
    """

    kind: BlockKind
    line: int
    depth: int = 0
    parent: int | None = None
    ordered: int | None = None
    quoted: bool = False
    chrome: bool = False
    ruled: bool = False
    runs: list[Run] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    italics: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text of the block on one line, images left out."""
        return plain_text(self.runs)


def plain_text(runs: list[Run]) -> str:
    """The text of runs on one line, images left out."""
    return clean("".join(run.text for run in runs if not run.image))


def clean(text: str) -> str:
    """Text without control, bidi and zero-width characters, on one line; letters drawn bold or script are letters."""
    if text.isascii() and text.isprintable():  # by far the most
        return " ".join(text.split())
    return " ".join(DRAWN.sub(lambda found: normalize("NFKC", found[0]), INVISIBLE.sub("", text)).split())
