"""Boxes and tabs as page generators write them, taken apart: the title a bold line, the content where it would stand.

MkDocs, Docusaurus, VitePress, Pandoc, MyST. Pure.
"""

import re
from collections.abc import Iterable, Iterator

BOX_MARK = re.compile(r"^ *(?:!!!|\?\?\?|===|:::)", re.MULTILINE)
BOX = re.compile(
    r" *(?:(?:!!!|\?\?\?\+?) *(?:\w[\w -]*)?|===[!+]? *)\"(?P<title>[^\"]{0,300})\" *| *(?:!!!|\?\?\?\+?) +[\w-]+ *"
)
"""The first line of a box (`!!! note "Books"`) or a tab (`=== "Books"`); its content stands indented under it."""
FENCED_BOX = re.compile(
    r" *:{3,} *(?:[{.]*[\w-]+\}?(?: *\[(?P<named>[^\]]{0,300})\]| +(?P<title>[^{}\[\]]{1,300}))?)? *"
)
"""`:::tip[Books]`, `::: details Books`, and the `:::` that ends it."""
BOX_INDENT = 4


def without_boxes(text: str) -> str:
    """A text without its boxes; every line keeps its place."""
    return "\n".join(_without(text.split("\n"))) if BOX_MARK.search(text) else text


def _without(lines: Iterable[str]) -> Iterator[str]:
    """Lines with what is inside boxes moved out: indented by four, it would read as code."""
    boxes: list[int] = []
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        while boxes and line.strip() and indent < boxes[-1] + BOX_INDENT:
            boxes.pop()
        outer = line[BOX_INDENT * len(boxes) :] if line.strip() else line
        box = BOX.fullmatch(line)
        if box is not None:
            boxes.append(indent)
        fenced = box or FENCED_BOX.fullmatch(line)
        yield outer if fenced is None else _in_bold(outer, next(filter(None, fenced.groups()), ""))


def _in_bold(line: str, title: str) -> str:
    return f"{line[: len(line) - len(line.lstrip(' '))]}**{title}:**" if title else ""
