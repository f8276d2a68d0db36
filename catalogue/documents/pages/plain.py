"""Plain text to blocks: every line is a paragraph or a list item; a short line with a time at its end is a heading."""

import re

from catalogue.documents.pages.bullets import as_items
from catalogue.documents.pages.elements import Page

BULLET = re.compile(r"\s*(?:[•‣▪▫◦●○■□►▸✓✔–—*+-]|·)\s+")
NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+")
MAX_LINE = 20_000


def parse_plain(text: str, page: Page, first_line: int = 1) -> None:
    """Put the lines of a text on a page; the text starts at `first_line` of its document."""
    for number, line in enumerate(as_items(text.split("\n")), first_line):
        page.at(number)
        stripped = line.strip()[:MAX_LINE]
        if not stripped:
            continue
        if found := BULLET.match(line) or NUMBER.match(line):
            numbered = {"start": found[1]} if found.re is NUMBER else None
            page.start("ol" if numbered else "ul", numbered or {})
            page.start("li", {})
            page.start("p", {})
            page.text(line[found.end() :].strip()[:MAX_LINE])
            page.end("ol" if numbered else "ul")
        else:
            page.start("p", {})
            page.text(stripped)
            page.end("p")
