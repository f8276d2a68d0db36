"""Blocks built from a flat stream of events: what a reader sees, in order.

A tree is never built: documents in the wild cross, forget and repeat their tags, and nested ones would cost us a stack.
"""

import re
from urllib.parse import unquote

from catalogue.documents.blocks import Block, BlockKind, Cell, Run, clean, plain_text
from catalogue.documents.pages.bareurls import link_bare_name, link_bare_urls

MAX_RUNS = 5_000
"""A block with more pieces than this is a machine's output; what comes after is cut."""

MAX_LEVELS = 60
"""List levels below this one stand beside each other: nobody means them, and every walk up stays short."""


STYLES = ("strong", "code", "struck", "italic")


class BlockBuilder:
    """Takes what a reader sees, in order, and gives the blocks of the page."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.line = 1
        self.quotes = 0
        self.chrome = 0
        self.ruled = False
        self._open: Block | None = None
        self._holders: list[int] = []
        self._headers: list[str] = []
        self._cell: Cell | None = None
        self._header_row = False
        self._styles = dict.fromkeys(STYLES, 0)
        self._link: Run | None = None

    # Blocks

    def open(self, kind: BlockKind, depth: int = 0, ordered: int | None = None) -> None:
        """Begin a block; an unclosed one before it ends."""
        self.close()
        parent = self._holders[min(len(self._holders), MAX_LEVELS) - 1] if self._holders else None
        self._open = Block(kind, self.line, depth, parent, ordered, quoted=self.quotes > 0, chrome=self.chrome > 0)

    def close(self) -> None:
        """End the open block; one without any content is dropped."""
        self._end_link()
        block, self._open, self._cell = self._open, None, None
        self._styles = dict.fromkeys(STYLES, 0)
        if block and (block.runs or block.cells or block.kind is BlockKind.ITEM):
            self._keep(block)

    def _keep(self, block: Block) -> None:
        block.ruled, self.ruled = block.ruled or self.ruled, False
        self.blocks.append(block)

    def open_item(self, ordered: int | None = None) -> None:
        """Begin a list item: its first paragraph is its text, what follows are its children."""
        self.open(BlockKind.ITEM, len(self._holders), ordered)
        assert self._open is not None
        self._keep(self._open)
        self._holders.append(len(self.blocks) - 1)
        self._open = None

    @property
    def begins_item(self) -> bool:
        """Whether a list item is open that holds nothing yet."""
        return bool(self._holders) and self._holders[-1] == len(self.blocks) - 1 and not self.blocks[-1].runs

    def close_item(self) -> None:
        """End the innermost list item."""
        self.close()
        if self._holders:
            self._holders.pop()

    def open_paragraph(self) -> None:
        """Begin a paragraph; the first one of a list item is the item itself."""
        self.close()
        if self.begins_item:
            self._open = self.blocks.pop()
            self._open.line = self.line
        else:
            self.open(BlockKind.PARAGRAPH, len(self._holders))

    # Tables

    def open_table(self) -> None:
        """Begin a table, whose headers are not known yet."""
        self.close()
        self._headers = []

    def open_row(self) -> None:
        """Begin a table row."""
        self.open(BlockKind.ROW)
        self._header_row = False

    def open_cell(self, *, header: bool) -> None:
        """Begin the next cell of the row; outside a row it begins one."""
        if self._open is None or self._open.kind is not BlockKind.ROW:
            self.open_row()
        assert self._open is not None
        self._end_link()
        place = len(self._open.cells)
        self._header_row = self._header_row or header
        self._cell = Cell(self._headers[place] if place < len(self._headers) and not header else "")
        self._open.cells.append(self._cell)

    def close_row(self) -> None:
        """End a table row; a row of headers is remembered and gives no block, unless its cells are links."""
        if self._open and self._open.kind is BlockKind.ROW and self._header_row:
            self._end_link()
            self._header_row = False
            if not any(run.url and not run.image for cell in self._open.cells for run in cell.runs):
                self._headers = [plain_text(cell.runs) for cell in self._open.cells]
                self._open, self._cell = None, None
        self.close()

    # Inside a block

    def text(self, text: str) -> None:
        """Add text in the style that is on."""
        if not text:
            return
        if self._link is not None:
            if text.strip() and self._link.image:
                self._link.text, self._link.image = "", False
            self._link.text += text
            self._link.struck = self._link.struck or self._styles["struck"] > 0
            return
        strong, code = self._styles["strong"] > 0, self._styles["code"] > 0
        runs = self._runs()
        if self._styles["italic"] and self._open is not None and self._cell is None:
            self._open.italics[-1:] = ["".join((*self._open.italics[-1:], text))]
        if runs and not (runs[-1].url or runs[-1].image) and (runs[-1].strong, runs[-1].code) == (strong, code):
            runs[-1].text += text
        elif text.strip() or runs:
            self._add(Run(text, self.line, strong=strong, code=code))

    def style(self, name: str, *, on: bool) -> None:
        """Turn a style of STYLES on or off; of what is struck out only links know, of what is in italics the block."""
        if name == "italic" and on and self._open is not None:
            self._open.italics.append("")
        self._styles[name] = max(0, self._styles[name] + (1 if on else -1))

    def open_link(self, url: str) -> None:
        """Begin a link."""
        self._end_link()
        self._link = Run("", self.line, url, self._styles["strong"] > 0, self._styles["code"] > 0)

    def close_link(self) -> None:
        """End a link; without text and image it is kept with an empty text, so that a reader can say why not."""
        self._end_link()

    def image(self, alt: str, source: str) -> None:
        """Add an image; without alternative text its file name speaks."""
        mark = clean(alt) or file_words(source)
        if self._link is not None:
            if not self._link.text:
                self._link.image, self._link.text = True, mark
            return
        self._add(Run(mark, self.line, image=True))

    def _end_link(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.text = clean(link.text)
            self._add(link)

    def _runs(self) -> list[Run]:
        if self._open is None:
            self.open_paragraph()
        assert self._open is not None
        return self._cell.runs if self._cell is not None else self._open.runs

    def _add(self, run: Run) -> None:
        runs = self._runs()
        if len(runs) < MAX_RUNS:
            runs.append(run)


def finish(builder: BlockBuilder) -> list[Block]:
    """The blocks of a page, bare URLs in their text made links."""
    builder.close()
    for block in builder.blocks:
        places: tuple[Block | Cell, ...] = (block, *block.cells)
        for place in places:
            if any("/" in run.text or "www." in run.text or "<" in run.text for run in place.runs):
                place.runs = list(link_bare_urls(place.runs))
        if block.kind is BlockKind.ITEM:
            block.runs = link_bare_name(block.runs)
    return builder.blocks


def file_words(url: str) -> str:
    """The words in the last part of a URL's path: what an image without alternative text shows, as far as it says."""
    name = unquote(url.partition("?")[0].rstrip("/").rpartition("/")[2]).rpartition(".")
    return clean(re.sub(r"[-_+]", " ", name[0] or name[2]))[:100]
