"""Works a document names without a link, and places where it promises names that its text has lost.

What is read are the document's own forms (see forms.py): citations, names behind labels, names beside a word for
their kind, the lines of a list whose heading is such a word. Nothing is invented: a promise without names is reported
with its line.
"""

import re
from dataclasses import dataclass

from catalogue.documents.blocks import Block, BlockKind, clean, plain_text
from catalogue.documents.citations.authors import authors_of
from catalogue.documents.citations.citations import NamedWork
from catalogue.documents.citations.credited import people_in_brackets
from catalogue.documents.lines.shape import NUMBERING
from catalogue.documents.lines.sheets import (
    TITLE_FIELD,
    is_fact,
    label_of_fact,
    record_above,
    stands_over_author,
    title_of_field,
)
from catalogue.documents.names.columns import MADE_BY, names_in_row
from catalogue.documents.names.counted import headings_that_count
from catalogue.documents.names.forms import Forms
from catalogue.documents.names.habits import habits_of
from catalogue.documents.names.headed import name_of_heading
from catalogue.documents.names.listed import described_title, title_over_list, title_over_notes
from catalogue.documents.names.mentioned import named_in
from catalogue.documents.names.naming import CHINESE, NO_NAME, is_name, name_before_dash
from catalogue.documents.names.promises import heads_list, promises_names
from catalogue.documents.names.standing import Standing
from catalogue.records.documents import LostPlace

IN_BRACKETS = re.compile(r"^\[([^\[\]]+)\]$")
"""A name whose address was forgotten: `[Gardens]`."""
NEAR = 8  # a title's mark so near to the start of its line begins it


@dataclass(frozen=True, slots=True)
class Name:
    """A work named in a block, with the words around it."""

    block: int
    line: int
    title: str
    context: str
    marks: tuple[str, ...] = ()
    creator: str | None = None


class NameReader:
    """Reads the names in the blocks that gave no linked entry; `silent` blocks are about the document itself."""

    def __init__(self, blocks: list[Block], taken: set[int], silent: set[int], title: str) -> None:
        self.blocks, self.taken, self.silent = blocks, taken, silent
        self.counted = headings_that_count(blocks, title)
        # A title that a heading gives holds for what stands under that heading.
        title = "" if any(block.text == title for block in blocks if block.kind is BlockKind.HEADING) else title
        self.work_depth: int | None = None
        self.record: int | None = None
        self.habits = habits_of(blocks, taken)
        self.under = Standing(title, described=self.habits.describes)
        self.forms = Forms(blocks, taken, self.habits, self.under)
        self.over_notes, self.last_key = False, ""
        self.names: list[Name] = []
        self.lost: list[LostPlace] = []

    def read(self) -> None:
        """Read all blocks in order."""
        run_of: str | None = None
        for index, block in enumerate(self.blocks):
            if block.kind is BlockKind.HEADING:
                self._open_heading(index, block)
            if block.kind is BlockKind.HEADING or index in self.silent or block.chrome or len(block.text) > 4_000:
                run_of = None
            elif block.kind is BlockKind.ROW or index in self.taken or any(run.url for run in block.runs):
                self._row(index, block)
            elif not (
                index in self.habits.groups
                or self._in_record(index, block)
                or self._has_notes(index, block)
                or self._is_fact(block)
            ):
                run_of = self._line(index, block, run_of)

    def _line(self, index: int, block: Block, run_of: str | None) -> str | None:
        """Read a line without links after one that promises names (`run_of`); what promises the next ones."""
        text = IN_BRACKETS.sub(r"\1", block.text)
        if block.kind is BlockKind.PARAGRAPH:
            self.under.come_to(text)
        before = len(self.names)
        if self._promises(index, text):
            run_of = text
        elif run_of is None or block.kind is not BlockKind.PARAGRAPH or not self._in_run(index, block, text):
            run_of = None if block.kind is BlockKind.PARAGRAPH else run_of
            for work in self.forms.names_in(block, text, run_of):
                self._add(index, block, work)
        if len(self.names) == before and run_of is not None and run_of != text and not re.search(r"\w", text):
            self.lost.append(LostPlace(block.line, f"{run_of} {text}".strip()))
        return run_of

    def _has_notes(self, index: int, block: Block) -> bool:
        """Whether a line is a title over its author or notes (`**Gardens** by Ann Bee`), or one of those notes."""
        if stands_over_author(self.blocks, index):
            self._add(index, block, NamedWork(NUMBERING.sub("", block.text), "", block.text, block.line))
            return True
        if block.kind is BlockKind.ITEM:
            return self.over_notes or self._is_note(block)
        following = self.blocks[index + 1].kind if index + 1 < len(self.blocks) else None
        title = title_over_list(block) if following is BlockKind.ITEM else None
        if title is None and self.under.works and following is BlockKind.ITEM:
            title = title_over_notes(block)
        if title is not None:
            self._add(index, block, NamedWork(title, "", block.text, block.line))
        self.over_notes = title is not None
        return self.over_notes

    def _in_record(self, index: int, block: Block) -> bool:
        """Whether an item is a field of a work that has one for its title and one for who made it; take the title."""
        if block.kind is not BlockKind.ITEM:
            return False
        title, after = TITLE_FIELD.fullmatch(block.text), self.blocks[index + 1 : index + 2]
        if title and after and MADE_BY.fullmatch(label_of_fact(after[0])) and record_above(self.blocks, index + 1):
            self._add(index, block, NamedWork(title_of_field(title), "", block.text, block.line))
            self.record = index
            return True
        above = record_above(self.blocks, index) if self.record is not None and label_of_fact(block) else None
        return above is not None and above[0] == self.record

    def _is_fact(self, block: Block) -> bool:
        """Whether a field is one of a work: of that which its heading is, or one that other works have too.

        An item is a field, and a paragraph that begins with its label in bold.
        """
        if block.kind is not BlockKind.ITEM:
            return self.work_depth is not None and described_title(block) is not None and is_fact(block)
        label = described_title(block)
        return (label is not None and label.lower() in self.habits.fields) or (
            self.work_depth is not None and is_fact(block)
        )

    def _is_note(self, block: Block) -> bool:
        """Whether a Chinese line says something of the title above it, in a list whose titles have their marks 《》."""
        text = block.text
        return self.habits.marks_titles and "《" not in text[:NEAR] and CHINESE.match(text) is not None

    def _promises(self, index: int, text: str) -> bool:
        """Whether a line announces names; if none follow, that is a lost place."""
        if not promises_names(text):
            return text.endswith((":", "：")) and heads_list(text)
        following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if following is None or not self._can_follow(index + 1, following):
            self.lost.append(LostPlace(self.blocks[index].line, text))
            return False
        return heads_list(text)

    def _can_follow(self, index: int, block: Block) -> bool:
        """Whether a block could hold what the line before it promised; a heading does if it is a work."""
        if block.kind is BlockKind.HEADING:
            return index in self.taken or index in self.counted
        if block.kind is not BlockKind.PARAGRAPH or index in self.taken or any(run.url for run in block.runs):
            return True
        return bool(is_name(block.text) or name_before_dash(block.text) or list(named_in(block.text)))

    def _in_run(self, index: int, block: Block, text: str) -> bool:
        """Take one line of a list written as plain lines; False at the first that is no name."""
        name = text if is_name(text) else name_before_dash(text)
        if name is None:
            return not re.search(r"\w", text)
        several = list(named_in(name))
        for one, mark in several if len(several) > 1 else [(name, "")]:
            self._add(index, block, NamedWork(one, mark, text, block.line))
        return True

    def _open_heading(self, index: int, block: Block) -> None:
        if index in self.taken or (self.work_depth is not None and block.depth <= self.work_depth):
            self.work_depth = block.depth if index in self.taken else None
        in_works = self.under.open(block.depth, block.text)
        if not {index} & (self.taken | self.silent):
            self._named_by_heading(index, block, in_works=in_works)
        self.over_notes, self.last_key = False, ""

    def _named_by_heading(self, index: int, block: Block, *, in_works: bool) -> None:
        """Take the work that a heading is; what stands under it is about that."""
        lists_works = self.under.right_under_works
        name = self.counted.get(index) or name_of_heading(
            self.blocks, index, in_works=in_works, lists_works=lists_works
        )
        if name is not None:
            self._add(index, block, name)
            self.work_depth = block.depth
            self.under.is_work()

    def _row(self, index: int, block: Block) -> None:
        """A row without links that describes a work."""
        cells = [(cell.header, plain_text(cell.runs)) for cell in block.cells]
        listed = self.under.works or self._is_beside_work(index)
        for name, mark in [] if index in self.taken else names_in_row(cells, listed=listed):
            told = ", ".join(f"{header}: {text}" for header, text in cells)
            self._add(index, block, NamedWork(name, mark, told, block.line))

    def _is_beside_work(self, index: int) -> bool:
        """Whether the row above or below, in the same table, gave a linked entry."""
        headers = [cell.header for cell in self.blocks[index].cells]
        beside = [place for place in (index - 1, index + 1) if place in self.taken]
        return any(headers == [cell.header for cell in self.blocks[place].cells] for place in beside)

    def _repeats(self, name: str, text: str) -> bool:
        """Whether a line only begins with the title before it, in a list whose titles have their marks."""
        before, self.last_key = self.last_key, re.split(r"[(（]", name, maxsplit=1)[0].strip()
        return self.habits.marks_titles and self.last_key == before and text.lstrip("《*").startswith(name)

    def _add(self, index: int, block: Block, work: NamedWork) -> None:
        name = clean(work.title).lstrip("*★☆⭐ ").strip(' -–—:;,.«»“”"')
        here = any(known.block == index and known.title == name for known in reversed(self.names[-NEAR:]))
        if name and not NO_NAME.fullmatch(name) and not here and not self._repeats(name, work.text):
            is_item = block.kind is BlockKind.ITEM or work.cited
            by = authors_of(work.text, habit=self.habits.authors_first) if is_item else ""
            by = by or (people_in_brackets(work.text) if is_item else "")
            marks = (work.kind,) if work.kind else ()
            self.names.append(Name(index, work.line, name, work.text, marks, by.rstrip(" .,") or None))
