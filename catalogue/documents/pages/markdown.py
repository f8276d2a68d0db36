"""Markdown to blocks, by markdown-it, in pieces: memory stays small, and no line of text costs more than its length."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from catalogue.documents.pages.bullets import as_items
from catalogue.documents.pages.elements import Page
from catalogue.documents.pages.nesting import as_meant
from catalogue.documents.pages.tags import parse_tags

PIECE_CHARS = 60_000
LONG_LINE, DENSE_LINE = 20_000, 4_000
"""Lines are cut here; sooner where they are full of marks, for which markdown-it takes the square of their length."""
MARKS = re.compile(r"[\[\]<*_`!&]")
AGAIN = re.compile(r"(!\[|[\[\]<>*_`!&(){}|~^-])\1{30,}")
OWN_LINE = re.compile(r"\s*(?:[-*+>#<|]|\d{1,9}[.)])|.*\|")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
TIGHT_HEADING = re.compile(r"^(#{1,6})(?=[^\W\d_])(?!.*\s#\w)")
"""A heading as many wrote it before the space was asked for (`##Books`); a line of several hashtags is none."""
SPACED_HEADING = re.compile(r"^# ", re.MULTILINE)
NUMBERED_TWICE = re.compile(r"^\d{1,9}\. (?=\d{1,9}\. \S)")
"""A number, or the year of a work, before the item's own: `2016. 5. Gardens` is one item, not a list in a list."""
DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]{1,200})\]:[ \t]*<?([^\s>]{1,2000})>?", re.MULTILINE)
FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]\s]{1,60}\]:[ \t]*|\[\^[^\]\s]{1,60}\]")
"""The mark of a footnote, over its text or where it is called: its text is a paragraph like others."""
GAP = re.compile(r"(?<=\])(?<!\[[ xX]\]) {1,2}(?=\((?:https?://|www\.)[^\s()]+\))")
"""A space that does not belong: `[Gardens] (https://…)`; behind a box to tick it does."""
WIDE = re.compile(r"(?<=\]) {0,2}（(https?://[^\s（）()]+)）")
"""The brackets of an address as a Chinese keyboard writes them."""
MARKUP = re.compile(
    r"\s*</?(?:t(?:able|head|body|r|d|h)|ul|ol|li|dl|dt|dd|div|p|details|summary|a)\b[^>]*>", re.IGNORECASE
)
"""What is indented so far that it reads as code, after an empty line inside HTML."""
ADDRESSES = re.compile(r"(?:\s*https?://\S+)+\s*")
"""What is no code, however far it is indented."""
ATTRIBUTES = re.compile(
    r"(?<=\S)[ \t]?\{:?[ \t]*[.#][\w.# =\"'-]{1,80}\}(?=\s*$)|(?<=[)\]])\{:?[^{}\n%]{0,40}=[^{}\n%]{1,60}\}"
    r"|^\{:[^{}\n]{1,80}\}\s*$"
)
"""What page generators add to a heading, link or image: `{.unnumbered}`, `{:target="_blank"}`, `{height=300px}`."""
SPACE = frozenset({"softbreak", "hardbreak"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text with its number in the document."""

    number: int
    text: str


def parse_markdown(text: str, page: Page, first_line: int = 1) -> None:
    """Put the blocks of Markdown text on a page; the text starts at `first_line` of its document."""
    markdown = MarkdownIt("commonmark", {"maxNesting": 30}).enable(["table", "strikethrough"])
    markdown.normalizeLink = str  # type: ignore[assignment,method-assign]  # addresses stay as they were given
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # refused with a reason, not lost as text
    references = {normalizeReference(label): {"title": "", "href": href} for label, href in DEFINITION.findall(text)}
    for piece in _pieces(_tame_lines(text, first_line)):
        numbers = [line.number for line in piece]
        tokens = markdown.parse("\n".join(line.text for line in piece), {"references": dict(references)})
        for token in tokens:
            if token.map:
                page.at(numbers[min(token.map[0], len(numbers) - 1)])
            _block(token, page)


def _block(token: Token, page: Page) -> None:
    if token.type == "inline":
        line = page.builder.line
        for child in token.children or ():
            line += _inline(child, page, line)
    elif token.type == "html_block" or (token.type == "code_block" and MARKUP.match(token.content)):
        _html(token.content, page)
    elif token.type == "code_block" and ADDRESSES.fullmatch(token.content):
        page.start("p", {})
        page.text(token.content)
        page.end("p")
    elif token.nesting > 0 or token.type == "hr":
        page.start(token.tag, {name: str(value) for name, value in token.attrs.items()})
    elif token.nesting < 0:
        page.end(token.tag)


def _inline(token: Token, page: Page, line: int) -> int:
    """Put one inline token on the page; by how many lines the text moved on."""
    page.at(line)
    if token.type == "text":
        page.text(token.content)
    elif token.type in SPACE:
        page.text("\n")
        return 1
    elif token.type == "code_inline":
        page.start("code", {})
        page.text(token.content)
        page.end("code")
    elif token.type == "image":
        page.builder.image(token.content, str(token.attrs.get("src", "")))
    elif token.type == "html_inline":
        _html(token.content, page)
        return token.content.count("\n")
    elif token.nesting > 0:
        page.start(token.tag, {name: str(value) for name, value in token.attrs.items()})
    elif token.nesting < 0:
        page.end(token.tag)
    return 0


def _html(text: str, page: Page) -> None:
    for tag in parse_tags(text, page.builder.line):
        page.at(tag.line)
        if not tag.name:
            page.text(tag.text)
        elif tag.open:
            page.start(tag.name, tag.attributes)
        else:
            page.end(tag.name)


def _tame_lines(text: str, first_line: int) -> Iterator[_Line]:
    """The lines of a text; endless lines and paragraphs are cut where a space allows."""
    length, fence = 0, ""
    tight = "##" if SPACED_HEADING.search(text) else "#"  # where headings have the space, "#word" is a tag
    for number, line in enumerate(as_meant(list(as_items(text.split("\n")))), first_line):
        fence = _fence_after(line, fence)
        if not fence and line.startswith(tight):
            line = TIGHT_HEADING.sub(r"\1 ", line, count=1)  # noqa: PLW2901 - a space that was forgotten
        line = NUMBERED_TWICE.sub("", line)  # noqa: PLW2901 - what is left is the item
        line = line if fence else _plainer(line)  # noqa: PLW2901 - how it looks is not what it says
        length = 0 if not line or OWN_LINE.match(line) else length + len(line)
        if len(line) <= DENSE_LINE and length <= LONG_LINE:
            yield _Line(number, line)
            continue
        length = 0
        line = AGAIN.sub(r"\1" * 30, line)  # noqa: PLW2901 - more of the same says nothing more
        limit = DENSE_LINE if len(MARKS.findall(line)) * 10 > len(line) else LONG_LINE
        for part in _cut(line, limit):
            yield _Line(number, part)
            yield _Line(number, "")


def _plainer(line: str) -> str:
    """A line without what page generators and footnotes add, its links closed up."""
    line = ATTRIBUTES.sub("", line)
    line = FOOTNOTE.sub("", line) if "[^" in line else line
    line = GAP.sub("", line) if "] " in line else line
    return WIDE.sub(r"(\1)", line) if "（" in line else line


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open after a line, "" for none."""
    found = FENCE.match(line)
    if found is None:
        return fence
    return "" if fence and found[1].startswith(fence) else fence or found[1]


def _cut(line: str, limit: int) -> Iterator[str]:
    start = 0
    while len(line) - start > limit:
        space = line.rfind(" ", start + 1, start + limit)
        end = space if space > start else start + limit
        yield line[start:end]
        start = end
    yield line[start:]


def _pieces(lines: Iterator[_Line]) -> Iterator[list[_Line]]:
    """Lines in pieces that can be read alone: cut before a heading or, if none comes, after an empty line."""
    piece: list[_Line] = []
    size = 0
    fence = ""
    for line in lines:
        apart = not fence and line.text[:1] not in (" ", "\t") and piece and not piece[-1].text.strip()
        if apart and (size > 4 * PIECE_CHARS or (size > PIECE_CHARS and line.text.startswith("#"))):
            yield piece
            piece, size = [], 0
        fence = _fence_after(line.text, fence)
        piece.append(line)
        size += len(line.text) + 1
    if piece:
        yield piece
