"""From tags to blocks: what each element means for the page. Markdown tokens and HTML tags both come through here."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from catalogue.documents.blocks import Block, BlockKind
from catalogue.documents.pages.building import BlockBuilder, finish

HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
CHROME = frozenset({"nav", "footer", "aside", "form", "button", "select", "dialog"})
"""Elements around the text of a page; what they hold is read, and never taken for an entry."""
BREAKS = frozenset(
    {"section", "article", "main", "header", "pre", "hr", "figure", "figcaption", "address", "center", "body"}
)
CHROME_NAME = re.compile(
    r"(?:main-|site-|page-|top-|bottom-)?(?:nav|navbar|navigation|menu|footer|sidebar|breadcrumbs?|pagination|copyright)"
    r"|contentinfo|cookies?(?:-\w+)?",
    re.IGNORECASE,
)
"""What a box around the text of a page is called in its id, class or role."""
STYLES = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), "code"),
    **dict.fromkeys(("s", "del", "strike"), "struck"),
    **dict.fromkeys(("i", "em"), "italic"),
}
"""What the tags of a style mean."""


@dataclass(slots=True)
class _List:
    """An open list: the number its next item has if it counts, and whether an item is open."""

    number: int | None
    item_open: bool = False


class Page:
    """The blocks of one page, as its tags come by."""

    def __init__(self) -> None:
        self.builder = BlockBuilder()
        self._lists: list[_List] = []
        self._details: list[bool] = []
        self._boxes: list[bool] = []

    def blocks(self) -> list[Block]:
        """All blocks, once the last tag has come."""
        return finish(self.builder)

    def at(self, line: int) -> None:
        """Say which line comes next."""
        self.builder.line = line

    def text(self, text: str) -> None:
        """Add text."""
        self.builder.text(text)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An opening tag."""
        builder = self.builder
        if tag in HEADINGS and builder.begins_item:
            builder.open_paragraph()  # an item in large letters
        elif tag in HEADINGS:
            builder.open(BlockKind.HEADING, HEADINGS[tag])
        elif tag in STYLES:
            builder.style(STYLES[tag], on=True)
        elif tag in BREAKS:
            builder.close()
            builder.ruled = builder.ruled or tag == "hr"
        elif tag in CHROME:
            self._around(1)
        elif (handler := _START.get(tag)) is not None:
            handler(self, attributes)

    def end(self, tag: str) -> None:
        """A closing tag; one that nothing opened does nothing."""
        builder = self.builder
        if tag in HEADINGS or tag in BREAKS:
            builder.close()
        elif tag in STYLES:
            builder.style(STYLES[tag], on=False)
        elif tag in CHROME:
            self._around(-1)
        elif (handler := _END.get(tag)) is not None:
            handler(self)

    def open_list(self, attributes: Mapping[str, str], *, ordered: bool) -> None:
        """A list begins, inside or outside an item."""
        self.builder.close()
        start = attributes.get("start", "1")
        self._lists.append(_List((int(start) if start.isdecimal() else 1) if ordered else None))

    def close_list(self) -> None:
        """A list ends, and with it an item that nobody closed."""
        if self._lists:
            if self._lists[-1].item_open:
                self.builder.close_item()
            self._lists.pop()

    def open_item(self) -> None:
        """A list item begins; the one before it ends."""
        if not self._lists:
            self._lists.append(_List(None))
        around = self._lists[-1]
        if around.item_open:
            self.builder.close_item()
        self.builder.open_item(around.number)
        around.item_open = True
        around.number = None if around.number is None else around.number + 1

    def close_item(self) -> None:
        """A list item ends."""
        if self._lists and self._lists[-1].item_open:
            self.builder.close_item()
            self._lists[-1].item_open = False

    def open_details(self) -> None:
        """A part of the page that folds begins; its summary has not come yet."""
        self.builder.close()
        self._details.append(False)

    def open_summary(self) -> None:
        """The summary is to what folds as a list item is to its children."""
        self.builder.open_item()
        if self._details:
            self._details[-1] = True

    def close_details(self) -> None:
        """A part that folds ends."""
        if self._details and self._details.pop():
            self.builder.close_item()

    def open_box(self, attributes: Mapping[str, str]) -> None:
        """A box begins; one that is called a menu or a footer is no part of the text."""
        names = " ".join(attributes.get(name, "") for name in ("id", "class", "role")).replace("_", "-").split()
        self._boxes.append(any(CHROME_NAME.fullmatch(name) for name in names))
        self._around(self._boxes[-1])

    def close_box(self) -> None:
        """A box ends."""
        if self._boxes:
            self._around(-self._boxes.pop())

    def _around(self, by: int) -> None:
        """What is around the text of a page begins or ends here."""
        self.builder.close()
        self.builder.chrome = max(0, self.builder.chrome + by)

    def quote(self, by: int) -> None:
        """A quotation begins or ends."""
        self.builder.close()
        self.builder.quotes = max(0, self.builder.quotes + by)


_START: dict[str, Callable[[Page, Mapping[str, str]], None]] = {
    "div": lambda page, attributes: page.open_box(attributes),
    "p": lambda page, _: page.builder.open_paragraph(),
    "br": lambda page, _: page.builder.text("\n"),
    "ul": lambda page, attributes: page.open_list(attributes, ordered=False),
    "ol": lambda page, attributes: page.open_list(attributes, ordered=True),
    "dl": lambda page, attributes: page.open_list(attributes, ordered=False),
    "li": lambda page, _: page.open_item(),
    "dt": lambda page, _: page.open_item(),
    "dd": lambda page, _: page.builder.open_paragraph(),
    "details": lambda page, _: page.open_details(),
    "summary": lambda page, _: page.open_summary(),
    "blockquote": lambda page, _: page.quote(1),
    "table": lambda page, _: page.builder.open_table(),
    "tr": lambda page, _: page.builder.open_row(),
    "th": lambda page, _: page.builder.open_cell(header=True),
    "td": lambda page, _: page.builder.open_cell(header=False),
    "a": lambda page, attributes: page.builder.open_link(attributes["href"].strip()) if "href" in attributes else None,
    "img": lambda page, attributes: page.builder.image(attributes.get("alt", ""), attributes.get("src", "")),
}
_END: dict[str, Callable[[Page], None]] = {
    "div": lambda page: page.close_box(),
    "p": lambda page: page.builder.close(),
    "ul": lambda page: page.close_list(),
    "ol": lambda page: page.close_list(),
    "dl": lambda page: page.close_list(),
    "li": lambda page: page.close_item(),
    "summary": lambda page: page.builder.close(),
    "details": lambda page: page.close_details(),
    "blockquote": lambda page: page.quote(-1),
    "table": lambda page: page.builder.close(),
    "tr": lambda page: page.builder.close_row(),
    "a": lambda page: page.builder.close_link(),
}
