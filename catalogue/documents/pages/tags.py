"""HTML as it is found: a flat stream of tags and text, linear in the length of whatever comes.

Fragments inside Markdown open here and close three lists later, and saved pages close nothing at all; a tree builder
would invent the missing half. The block builder needs the stream only.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TAG = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)|<[!?][^>]*+(?:>|\Z)"
    r"|<(?P<close>/)?(?P<name>[A-Za-z][A-Za-z0-9:-]*+)"
    r"(?P<attributes>(?:[^<>\"'=]++|=\s*+\"[^\"]{0,9999}+\"|=\s*+'[^']{0,9999}+'|[\"'=])*+)>",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")
RAW = frozenset({"script", "style", "template", "textarea", "xmp", "svg", "math"})
"""Elements whose content is not text of the page."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening (`open`) or closing tag, or, with an empty name, text; `closed` is one that ends in a slash."""

    name: str
    line: int
    open: bool = True
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    closed: bool = False


def parse_tags(text: str, line: int = 1) -> Iterator[Tag]:
    """The tags and texts of HTML in order, entities resolved; content that is not text is left out."""
    end = 0
    skipping = ""
    for found in TAG.finditer(text):
        if found.start() > end and not skipping:
            yield Tag("", line, text=html.unescape(text[end : found.start()]))
        line += text.count("\n", end, found.start())
        name = (found["name"] or "").lower()
        closing = found["close"] is not None
        if skipping:
            skipping = "" if closing and name == skipping else skipping
        elif name in RAW and not closing:
            skipping = "" if found["attributes"].endswith("/") else name
        elif name:
            inside = "" if closing else found["attributes"]
            yield Tag(name, line, not closing, "", parse_attributes(inside), inside.endswith("/"))
        line += text.count("\n", found.start(), found.end())
        end = found.end()
    if end < len(text) and not skipping:
        yield Tag("", line, text=html.unescape(text[end:]))


def parse_attributes(text: str) -> dict[str, str]:
    """The attributes of one tag, names in lower case; the first of two equal ones counts, as in browsers."""
    found: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), html.unescape(double or single or bare))
    return found
