"""Works a document names without a link, and places where it promises names that its text has lost.

Four forms are read, all of them the document's own: a name behind a label ("Course: …"), a name before one
("… — a course that"), a word for a kind with a name in quotes or of a person, and the lines of a list whose heading
is such a word. Nothing is invented: a promise without names is reported with its line.
"""

import re
from dataclasses import dataclass, replace

from catalogue.documents.blocks import Block, BlockKind, clean, plain_text
from catalogue.documents.entries.authors import are_authors, authors_of, split_authors
from catalogue.documents.entries.citations import Citation, citations_in, title_of_work
from catalogue.documents.entries.columns import names_in_row
from catalogue.documents.entries.habits import habits_of, strong_text
from catalogue.documents.entries.headed import name_of_heading
from catalogue.documents.entries.italics import italic_title
from catalogue.documents.entries.listed import (
    credited_title,
    described_title,
    listed_title,
    title_by,
    title_over_notes,
    titles_by_line,
    told_title,
)
from catalogue.documents.entries.mentioned import marked_in, named_in
from catalogue.documents.entries.naming import (
    CHINESE,
    LONG_NAME,
    NO_NAME,
    is_name,
    is_of_kinds,
    labelled,
    name_before_dash,
)
from catalogue.documents.entries.promises import heads_list, promises_names
from catalogue.documents.entries.shape import NUMBERING
from catalogue.documents.entries.sheets import FACT
from catalogue.documents.entries.standing import Standing
from catalogue.normalise.level import level_of_words
from catalogue.records.documents import LostPlace

PROVIDED = re.compile(
    r"\s*[:：]\s+[A-ZА-ЯЁ][\w'’+#-]+(?:\s+(?:[A-ZА-ЯЁ(\d][\w'’+#)-]*|for|of|the|and|with|in|to|a|an|on|by|from))+"
)
"""What follows a bold name that only offers the work: `**School**: Gardens for Beginners`."""
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
        # A title that a heading gives holds for what stands under that heading.
        title = "" if any(block.text == title for block in blocks if block.kind is BlockKind.HEADING) else title
        self.work_depth: int | None = None
        self.habits = habits_of(blocks, taken)
        self.under = Standing(title, described=self.habits.describes)
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
            elif not (index in self.habits.groups or self._has_notes(index, block) or self._is_fact(block)):
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
            self._forms(index, block, text, run_of)
        if len(self.names) == before and run_of is not None and run_of != text and not re.search(r"\w", text):
            self.lost.append(LostPlace(block.line, f"{run_of} {text}".strip()))
        return run_of

    def _has_notes(self, index: int, block: Block) -> bool:
        """Whether a line is a bold title over a list of notes (`**Gardens** by Ann Bee`), or one of those notes."""
        if block.kind is BlockKind.ITEM:
            return self.over_notes or self._is_note(block)
        following = self.blocks[index + 1].kind if index + 1 < len(self.blocks) else None
        title = title_over_notes(block) if self.under.works and following is BlockKind.ITEM else None
        if title is not None:
            self._add(index, block, title, block.text)
        self.over_notes = title is not None
        return self.over_notes

    def _is_fact(self, block: Block) -> bool:
        """Whether an item is a field of a work: of that which its heading is, or one that other works have too."""
        if block.kind is not BlockKind.ITEM:
            return False
        label = described_title(block)
        return (label is not None and label.lower() in self.habits.fields) or (
            self.work_depth is not None and FACT.fullmatch(block.text) is not None
        )

    def _is_note(self, block: Block) -> bool:
        """Whether a Chinese line says something of the title above it, in a list whose titles have their marks 《》."""
        text = block.text
        return self.habits.marks_titles and "《" not in text[:NEAR] and CHINESE.match(text) is not None

    def _promises(self, index: int, text: str) -> bool:
        """Whether a line announces names; if none follow, that is a lost place."""
        if not promises_names(text):
            return False
        following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if following is None or following.kind is BlockKind.HEADING or not self._can_follow(index + 1, following):
            self.lost.append(LostPlace(self.blocks[index].line, text))
            return False
        return heads_list(text)

    def _can_follow(self, index: int, block: Block) -> bool:
        """Whether a block could hold what the line before it promised."""
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
            self._add(index, block, one, text, mark)
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
        name = name_of_heading(self.blocks, index, in_works=in_works, lists_works=self.under.right_under_works)
        if name is not None:
            self._add(index, block, name.title, block.text, name.kind)
            self.work_depth = block.depth

    def _row(self, index: int, block: Block) -> None:
        """A row without links that describes a work."""
        cells = [(cell.header, plain_text(cell.runs)) for cell in block.cells]
        for name, mark in [] if index in self.taken else names_in_row(cells):
            self._add(index, block, name, ", ".join(f"{header}: {text}" for header, text in cells), mark)

    def _is_listed(self, block: Block, run_of: str | None) -> bool:
        """Whether an item stands under a word for works; under a heading further up only where few have links."""
        if block.kind is not BlockKind.ITEM:
            return False
        if block.parent is not None:
            return block.parent not in self.taken and heads_list(self.blocks[block.parent].text)
        return heads_list(run_of or self.under.nearest) or (self.habits.unlinked and self.under.headed)

    def _title_of(self, block: Block, text: str) -> str:
        """The title in a line of a list of works: in italics or bold, unless that is its author, else what it says."""
        if (title := italic_title(block)) is not None:
            return title
        strong = strong_text(block)
        if level_of_words(strong.strip(" :：")) is not None and text != strong:
            return title_of_work(text.removeprefix(strong).lstrip(" :：-–—"), authors_first=self.habits.authors_first)
        if strong and not are_authors(strong):
            return text if PROVIDED.fullmatch(text.removeprefix(strong)) else strong
        return title_of_work(text, authors_first=self.habits.authors_first)

    def _titled(self, line: str) -> str | None:
        """The title in an item where works are listed: what follows its authors, else what looks like a title."""
        if split_authors(line, habit=self.habits.authors_first)[0]:
            return title_of_work(line, authors_first=self.habits.authors_first)
        return listed_title(line)

    def _forms(self, index: int, block: Block, text: str, run_of: str | None) -> None:
        if is_of_kinds(text):
            return
        cited = self._cited_in(block)
        for work in cited:
            self._add(index, replace(block, kind=BlockKind.ITEM, line=work.line), work.title, work.text, work.kind)
        for name, mark in [] if cited else self._names_in(block, text, run_of):
            self._add(index, block, name, text, mark)

    def _names_in(self, block: Block, text: str, run_of: str | None) -> list[tuple[str, str]]:
        """The names in a line with the word for their kind, by the first of the forms that it has."""
        in_words = text.endswith(("?", ":", "：")) or strong_text(block)[:1].islower()
        if 3 < len(text) <= LONG_NAME * 2 and not in_words and self._is_listed(block, run_of):
            return [(self._title_of(block, text), "")]
        if block.kind is BlockKind.ITEM and block.parent is None:
            title = credited_title(block) or (italic_title(block) if self.under.works else None)
            title = title or (described_title(block) if self.under.names else None)
            title = title or (self._titled(_first_line(block)) if self.under.works else None)
            title = title or (told_title(text) if self.habits.tells and self.under.works else None)
            if title is not None:
                return [(title, "")]
        by_line = _by_line(block) if self.under.right_under_works else []
        return by_line or labelled(text) or (marked_in(text) if block.parent in self.taken else list(named_in(text)))

    def _cited_in(self, block: Block) -> list[Citation]:
        """The works that a block cites; a paragraph is one of a bibliography by its number, its heading, or others."""
        works = citations_in(block)
        if len(works) == 1 and (title := italic_title(block)) is not None:
            works = [replace(works[0], title=title)]
        if block.kind is BlockKind.ITEM or len(works) > 1 or self.habits.cites:
            return works
        return works if self.under.works and NUMBERING.match(block.text) else []

    def _repeats(self, name: str) -> bool:
        """Whether a line only begins with the title before it, in a list whose titles have their marks."""
        before, self.last_key = self.last_key, re.split(r"[(（]", name, maxsplit=1)[0].strip()
        return self.habits.marks_titles and self.last_key == before

    def _add(self, index: int, block: Block, name: str, context: str, mark: str = "") -> None:
        name = clean(name).lstrip("*★☆⭐ ").strip(' -–—:;,.«»“”"')
        here = any(known.block == index and known.title == name for known in reversed(self.names[-NEAR:]))
        if name and not NO_NAME.fullmatch(name) and not here and not self._repeats(name):
            by = authors_of(context, habit=self.habits.authors_first) if block.kind is BlockKind.ITEM else ""
            self.names.append(Name(index, block.line, name, context, (mark,) if mark else (), by.rstrip(" .,") or None))


def _by_line(block: Block) -> list[tuple[str, str]]:
    """The titles of a paragraph of nothing but titles and who they are by."""
    title = title_by(block.text)
    return [(title, "")] if title else titles_by_line(block)


def _first_line(block: Block) -> str:
    """The text of a block up to its first line break."""
    return clean("".join(run.text for run in block.runs if not run.image).strip().partition("\n")[0])
