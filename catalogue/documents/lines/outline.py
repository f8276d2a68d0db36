"""The sections of a page in order: headings, lines over a list, list items over their own list; steps, efforts."""

import re
from dataclasses import dataclass, replace

from catalogue.documents.blocks import Block, BlockKind, clean
from catalogue.documents.lines.shape import NUMBERING
from catalogue.normalise.effort import is_effort, parse_effort, states_effort
from catalogue.records.documents import Effort, Section

LONG_PSEUDO = 80
HEADED = re.compile(r"[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s+\S")
"""A line with a picture before it, which makes a heading of a line over a list: `📚 Courses`."""
STEP = re.compile(
    r"\W*(?:(?:шаг|этап|ступень|уровень|модуль|неделя|месяц|часть|step|stage|phase|level|module|week|month|part"
    r"|milestone)"
    r"\s*(?:№\s*)?\d{1,3}\b|第\s*[一二三四五六七八九十\d]{1,3}\s*(?:步|阶段|部分|周|月|章)|(?:步骤|阶段)\s*[一二三四五六七八九十\d]"
    r"|\d{1,2}\s*[.)、](?!\d))",
    re.IGNORECASE,
)
EFFORT_LABEL = re.compile(
    r"\W*(?:сроки?|время|длительность|продолжительность|хронология|трудоёмкость|timeline|duration|time(?: required"
    r"| needed| commitment| frame)?|estimated time|timeframe|effort|length|workload"
    r"|时间|时长|周期|预计时间|学习时间|耗时|用时)"
    r"\s*[:：]?[\s*_]*[:：][\s*_]*(?P<effort>.{1,120})",
    re.IGNORECASE,
)
TIMED = re.compile(r"(?P<title>.{1,100}?)\s*[-–—(（:：]\s*(?P<effort>[^-–—(（]{1,40}?)\s*[)）]?\s*")


@dataclass(slots=True)
class Outline:
    """The sections of a page, the section of each block, and which sections are lines of text made one by us."""

    sections: list[Section]
    section_of: list[int | None]
    pseudo: set[int]


def read_outline(blocks: list[Block]) -> Outline:
    """The outline of a page's blocks."""
    return _OutlineReader(blocks).read()


class _OutlineReader:
    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.outline = Outline([], [], set())
        self.stack: list[Section] = []
        self.items: dict[int, int] = {}
        self.steps = 0
        self.with_links_below = _with_links_below(blocks)

    def read(self) -> Outline:
        for index, block in enumerate(self.blocks):
            if block.kind is BlockKind.HEADING:
                self.open(block, block.depth, pseudo=False)
            elif block.kind is BlockKind.ITEM:
                self.item(index, block)
            elif block.kind is BlockKind.PARAGRAPH:
                self.paragraph(index, block)
            self.outline.section_of.append(self.section_of(index))
        return self.outline

    def open(self, block: Block, depth: int, *, pseudo: bool) -> int:
        """Begin a section; those as deep or deeper end."""
        while self.stack and self.stack[-1].depth >= depth:
            self.stack.pop()
        position = self.add(block, depth, self.stack[-1].position if self.stack else None, pseudo=pseudo)
        self.stack.append(self.outline.sections[position - 1])
        return position

    def add(self, block: Block, depth: int, parent: int | None, *, pseudo: bool) -> int:
        title = clean(block.text)
        effort = _effort_in_title(title)
        step = None
        if STEP.match(title) or effort is not None or (pseudo and block.ordered is not None):
            self.steps += 1
            step = self.steps
        position = len(self.outline.sections) + 1
        title = (title.rstrip(":： ") or "…")[:200]
        self.outline.sections.append(Section(position, title, depth, block.line, parent, step, effort))
        if pseudo:
            self.outline.pseudo.add(position)
        return position

    def item(self, index: int, block: Block) -> None:
        """A list item over a list of its own is a section."""
        if self.state_effort(block):
            return
        if index in self.with_links_below and not _has_link(block) and block.text:
            around = self.section_of(index)
            depth = (self.outline.sections[around - 1].depth if around else 0) + 1
            self.items[index] = self.add(block, depth, around, pseudo=True)

    def paragraph(self, index: int, block: Block) -> None:
        """A line over a list, bold or ending in a colon, is a section; a line about time is its section's effort."""
        if block.parent is not None or _has_link(block) or self.state_effort(block):
            return
        text = clean(block.text)
        if not text or len(text) > LONG_PSEUDO:
            self.close_pseudo()
            return
        timed = _effort_in_title(text) is not None
        bold = all(run.strong or run.image or not run.text.strip(" :：") for run in block.runs)
        following = self.blocks[index + 1].kind if index + 1 < len(self.blocks) else None
        over_list = following in (BlockKind.ITEM, BlockKind.ROW)
        if not timed:
            self.close_pseudo()
        heads = bold or HEADED.match(text) is not None
        if timed or (over_list and heads) or text.endswith((":", "：")):
            real = next((s.depth for s in reversed(self.stack) if s.position not in self.outline.pseudo), 0)
            self.open(block, real + 1 if timed else real + 2, pseudo=True)

    def close_pseudo(self) -> None:
        """A line over a list holds for that list; the next paragraph ends it, unless it counts time."""
        while self.stack and self.stack[-1].position in self.outline.pseudo and self.stack[-1].step is None:
            self.stack.pop()

    def state_effort(self, block: Block) -> bool:
        """Take a line like "Duration: 4 weeks" as the effort of the section it stands in."""
        found = EFFORT_LABEL.fullmatch(block.text) if len(block.text) < 200 else None
        if found is None or not states_effort(found["effort"]):
            return False
        for section in reversed(self.stack):
            if section.position not in self.outline.pseudo or section.step is not None:
                self.give(section.position, parse_effort(found["effort"]))
                return True
        return False

    def give(self, position: int, effort: Effort) -> None:
        section = self.outline.sections[position - 1]
        if section.effort is None:
            step = section.step
            if step is None:
                self.steps += 1
                step = self.steps
            self.outline.sections[position - 1] = replace(section, effort=effort, step=step)

    def section_of(self, index: int) -> int | None:
        above: int | None = index
        while above is not None:
            if above in self.items:
                return self.items[above]
            above = self.blocks[above].parent
        return self.stack[-1].position if self.stack else None


def _has_link(block: Block) -> bool:
    return any(run.url is not None and not run.url.startswith("#") and not run.image for run in block.runs)


def _with_links_below(blocks: list[Block]) -> set[int]:
    """The places of the items that have a link somewhere under them."""
    found: set[int] = set()
    for block in blocks:
        if _has_link(block):
            above = block.parent
            while above is not None and above not in found:
                found.add(above)
                above = blocks[above].parent
    return found


def _effort_in_title(title: str) -> Effort | None:
    """The effort at the end of a heading ("Python — 1 month"), if that is all its last part says."""
    if len(title) > LONG_PSEUDO * 2:
        return None
    found = TIMED.fullmatch(NUMBERING.sub("", title))
    return parse_effort(found["effort"]) if found and is_effort(found["effort"]) else None


def items_above(blocks: list[Block]) -> list[int | None]:
    """The item each block stands under; bullets that follow a number without a break were meant to stand under it."""
    above: list[int | None] = []
    number: int | None = None
    for index, block in enumerate(blocks):
        top = block.parent is None
        if top and (block.kind is not BlockKind.ITEM or block.ordered is not None):
            number = index if block.kind is BlockKind.ITEM else None
        is_bullet = top and block.kind is BlockKind.ITEM and block.ordered is None
        above.append(number if is_bullet else block.parent)
    return above
