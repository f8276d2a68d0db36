"""Which places of a page name a resource: its structure decides, never which page it is.

A list item that begins with its link is an entry; links in running text are not; a label ("Paper", "Demo", whatever
a list repeats under each of its entries) is a further link of the entry above it.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from catalogue.documents.authors import are_authors
from catalogue.documents.blocks import Block, BlockKind, Run, clean, plain_text
from catalogue.documents.fields import meaning_of
from catalogue.documents.judging import LONG_LABEL, LONG_REMARK, REST_BEGINS, judge_line, rest_of
from catalogue.documents.labels import (
    LANGUAGE_NAME,
    bare_words,
    is_noise_heading,
    is_share,
    role_of,
)
from catalogue.documents.links import find_labels, is_bare, is_label, title_from_url, web_url, why_not
from catalogue.documents.rows import row_shape
from catalogue.documents.shape import (
    Shape,
    is_bracketed,
    marks_in,
    shape_of,
    split_lines,
    untyped,
    without_label_end,
)
from catalogue.documents.sheets import FACT, facts_between, heading_above, is_fact_label, is_own_page, title_of_heading
from catalogue.records.documents import Entry, EntryLink, Passed
from catalogue.vocabulary import LinkRole, Why

LONG_TITLE_LEAD, LONG_NAME_LEAD = 100, 150
MAX_TITLE, MAX_NOTE = 300, 1_500
EQUALS_FROM = 3
"""So many links that make up a whole line are equals; two may be a work and its mirror."""
SEPARATORS = re.compile(r"(?:[\W_]|\b(?:and|or|и|или)\b|[和与])*", re.IGNORECASE)
BAR = re.compile(r"[|•·]")
WORKS_OWN = frozenset({LinkRole.PAPER, LinkRole.SOURCE, LinkRole.DEMO})
"""Labels whose link is the work itself where the item above names it without a link."""
ENTRY_WHYS = frozenset({Why.LISTED, Why.LABELLED, Why.PARAGRAPH})


@dataclass(slots=True)
class Found:
    """An entry while its document is still being read: what stands under it adds to it."""

    entry: Entry
    links: list[EntryLink] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    running: bool = False

    def finished(self) -> Entry:
        """The entry with all that was added."""
        return replace(
            self.entry,
            links=tuple(dict.fromkeys(self.links)),
            note=clean(" ".join(self.notes))[:MAX_NOTE],
            marks=tuple(dict.fromkeys(mark for mark in self.marks if mark)),
        )


class EntryReader:
    """Reads the entries of one page; `section_of` gives the section of each block."""

    def __init__(self, blocks: list[Block], section_of: list[int | None], base: str | None) -> None:
        self.blocks, self.section_of, self.base = blocks, section_of, base
        self.labels = find_labels(blocks)
        self.found: list[Found] = []
        self.passed: list[Passed] = []
        self.found_at: dict[int, Found] = {}
        self.running: list[tuple[int, Shape]] = []
        self.noise: set[int] = set()
        self._noise_depth: int | None = None
        self.above = _items_above(blocks)
        linked = (place for place, block in enumerate(blocks) if any(run.url for run in block.runs))
        self.links_under = Counter(self.above[place] for place in linked)
        self._headings: list[int] = []
        self._sheet: tuple[int, Found] | None = None
        self.described = False

    def read(self) -> tuple[list[Entry], list[Passed]]:
        """All entries in order, and every link that became none, with its reason."""
        for index, block in enumerate(self.blocks):
            match block.kind:
                case BlockKind.HEADING:
                    self._heading(index, block)
                case BlockKind.ROW:
                    self._row(index, block)
                case _:
                    self._lines(index, block)
            if self._noise_depth is not None:
                self.noise.add(index)
        self._settle_paragraphs()
        return [found.finished() for found in self.found], self.passed

    def _settle_paragraphs(self) -> None:
        """Decide about paragraphs of running text with one link, now that the form of the document is known.

        Where paragraphs of one link are most of the entries, and many of them run on, that is the document's form;
        else each is a remark, and one that begins with its link is a remark too where its section has a list.
        """
        alike = sum(found.entry.why in (Why.PARAGRAPH, Why.LABELLED) for found in self.found)
        others = len(self.found) - alike
        # Where headings are described by lists of facts, running text is about those works.
        if (
            not self.described
            and alike + len(self.running) >= max(EQUALS_FROM, others + 1)
            and len(self.running) * 2 >= alike
        ):
            for index, shape in self.running:
                self._add(index, shape, Why.RUNNING)
            self.found.sort(key=lambda found: found.entry.line)
            return
        for _, shape in self.running:
            self._pass([shape.link], [0], Why.PROSE)
        listed = {found.entry.section for found in self.found if found.entry.why in (Why.LISTED, Why.ROW)}
        for found in [found for found in self.found if found.running and found.entry.section in listed]:
            self.found.remove(found)
            self.passed.append(Passed(found.entry.line, found.entry.title, Why.PROSE))

    def _heading(self, index: int, block: Block) -> None:
        if self._sheet is not None and block.depth <= self.blocks[self._sheet[0]].depth:
            self._sheet = None
        while self._headings and self.blocks[self._headings[-1]].depth >= block.depth:
            self._headings.pop()
        self._headings.append(index)
        if self._noise_depth is not None and block.depth <= self._noise_depth:
            self._noise_depth = None
        if self._noise_depth is None and is_noise_heading(block.text):
            self._noise_depth = block.depth
        usable = self._usable(block, block.runs)
        shape = shape_of(block.runs, usable)
        if shape and block.depth > 1 and len(usable) == 1 and not shape.lead_text and REST_BEGINS.match(rest_of(shape)):
            self._add(index, shape, Why.HEADED)
        else:
            self._pass(block.runs, usable, Why.PROSE)

    def _row(self, index: int, block: Block) -> None:
        cells = [(cell, self._usable(block, cell.runs, images=True)) for cell in block.cells]
        shape = row_shape(cells, self._is_label)
        if shape is not None:
            self._add(index, shape, Why.ROW)

    def _lines(self, index: int, block: Block) -> None:
        if self._is_bar(block):
            self._pass(block.runs, self._usable(block, block.runs), Why.CHROME)
            return
        lines = [line for line in split_lines(block.runs) if plain_text(line)]
        apart = len(lines) > 1 and all(self._leads(block, line) for line in lines)
        for line in lines if apart else [block.runs]:
            self._line(index, block, line)

    def _is_bar(self, block: Block) -> bool:
        """Whether a paragraph is a bar of links (Home | Blog | Follow me)."""
        if block.kind is not BlockKind.PARAGRAPH or sum(run.url is not None for run in block.runs) < EQUALS_FROM:
            return False
        between = "".join(run.text for run in block.runs if run.url is None and not run.image)
        return SEPARATORS.fullmatch(between) is not None and BAR.search(between) is not None

    def _leads(self, block: Block, line: list[Run]) -> bool:
        shape = shape_of(line, self._usable(block, line, say=False))
        return shape is not None and not shape.lead_text and not self._is_label(shape.link)

    def _line(self, index: int, block: Block, runs: list[Run]) -> None:
        usable = self._usable(block, runs)
        shape = shape_of(runs, usable)
        owner = self._owner(index)
        if shape is None:
            self._describe_above(owner, block, runs)
        elif owner is None and block.kind is BlockKind.ITEM and self._of_another(index, shape):
            return
        elif owner is not None and (block.kind is BlockKind.PARAGRAPH or self._is_label(shape.link)):
            self._further(owner, runs, usable)
            self._describe(owner, runs)
        elif self._are_equals(block, runs, usable):
            for place in usable:
                self._add(index, Shape([], runs[place], []), Why.SAME_LINE)
        elif (why := judge_line(block, shape, len(usable))) in ENTRY_WHYS:
            self._add(index, shape, why)
        elif why is Why.PROSE and self._is_remark(block, runs, usable):
            self.running.append((index, shape))
        else:
            self._pass(runs, usable, why)

    def _is_remark(self, block: Block, runs: list[Run], usable: list[int]) -> bool:
        """Whether a paragraph is short running text with one named link in it."""
        alone = block.kind is BlockKind.PARAGRAPH and block.parent is None and not block.quoted and len(usable) == 1
        return alone and len(plain_text(runs)) <= LONG_REMARK and not self._is_label(runs[usable[0]])

    def _describe_above(self, owner: Found | None, block: Block, runs: list[Run]) -> None:
        """Give a line without a link to the entry it stands under, or a fact to the work of its heading."""
        if owner is None and self._sheet is not None and FACT.fullmatch(block.text):
            owner = self._sheet[1]
        if owner is not None:
            self._describe(owner, runs)

    def _of_another(self, index: int, shape: Shape) -> bool:
        """Whether an item only gives the address of a work that the item or the heading above it names."""
        above = self.above[index]
        if above is not None and (title := self._named_above(above, shape)) is not None:
            self._add(index, replace(shape, title=title), Why.LABELLED)
            self.found_at[above] = self.found[-1]
            return True
        return self._is_fact(index, shape)

    def _named_above(self, above: int, shape: Shape) -> str | None:
        """What the item above names, where a line under it holds nothing but the work's address or a label."""
        if any(run.url for run in self.blocks[above].runs):
            return None
        label, link = without_label_end(shape.lead_text), shape.link
        alone = is_bare(link) and not label and self.links_under[above] == 1
        if not alone and not (is_bare(link) and is_label(label)) and role_of(link.text) not in WORKS_OWN:
            return None
        strong = next((clean(run.text) for run in self.blocks[above].runs if run.strong), "")
        title = strong or re.split(r"[;.!?。！？；]\s|[。！？；]|\s[—–-]\s", self.blocks[above].text, maxsplit=1)[0]
        return title.rstrip(" :：.,;") or None

    def _is_fact(self, index: int, shape: Shape) -> bool:
        """Whether an item gives a link of the work that a heading names; its own page begins the list of its facts."""
        label = without_label_end(shape.lead_text) or shape.link.text
        if self._sheet is None:
            place = heading_above(self.blocks, index, self._headings)
            if place is None or not is_own_page(label) or (shape.lead_text and not is_bare(shape.link)):
                return False
            self._begin_sheet(place, index, shape)
            return True
        if not is_fact_label(label) and role_of(label) is None:
            return False
        self._add_fact(self._sheet[1], label, [shape.link, *shape.rest])
        return True

    def _begin_sheet(self, place: int, index: int, shape: Shape) -> None:
        if place not in self.found_at:
            self._add(index, replace(shape, title=title_of_heading(self.blocks[place]), lead=[]), Why.LABELLED)
        found = self.found_at.setdefault(place, self.found[-1])
        self._sheet, self.described = (place, found), True
        for fact in facts_between(self.blocks, place, index):
            self._describe(found, fact.runs)

    def _add_fact(self, owner: Found, label: str, runs: list[Run]) -> None:
        """Give a work the links of one of its facts, in the role that the label before them says."""
        role = role_of(label)
        for run in runs:
            url = web_url(run.url, self.base) if run.url else None
            if role is not None and url is not None and url != owner.entry.url:
                owner.links.append(EntryLink(url, role))
            elif role is None and url is not None:
                self.passed.append(Passed(run.line, run.text, Why.UNNAMED_ROLE))
        owner.notes.append(f"{label}: {plain_text(runs)}")

    def _usable(self, block: Block, runs: list[Run], *, images: bool = False, say: bool = True) -> list[int]:
        """The places of the links that could be an entry; the others are passed, each for its reason."""
        usable: list[int] = []
        for place, run in enumerate(runs):
            if run.url is None:
                continue
            why = self._why_not_here(block) or why_not(run, self.base)
            if why is None or (images and why is Why.IMAGE):
                usable.append(place)
            elif say:
                self.passed.append(Passed(run.line, run.text or run.url, why))
        return usable

    def _why_not_here(self, block: Block) -> Why | None:
        if self._noise_depth is not None:
            return Why.NOISE_SECTION
        return Why.CHROME if block.chrome else None

    def _are_equals(self, block: Block, runs: list[Run], usable: list[int]) -> bool:
        """Whether a list item is nothing but links, so that each is an entry."""
        if len(usable) < EQUALS_FROM or block.kind is not BlockKind.ITEM:
            return False
        between = "".join(run.text for run in runs if run.url is None and not run.image)
        return SEPARATORS.fullmatch(between) is not None and not any(self._is_label(runs[place]) for place in usable)

    def _is_label(self, run: Run) -> bool:
        return is_label(run.text) or run.text.lower() in self.labels

    def _is_label_of(self, shape: Shape) -> bool:
        """Whether a link is only labelled, its work being named before it: `Title by Author [[English]](…)`."""
        return self._is_label(shape.link) or LANGUAGE_NAME.fullmatch(bare_words(shape.link.text)) is not None

    def _owner(self, index: int) -> Found | None:
        """The entry that a block stands under."""
        above = self.above[index]
        while above is not None:
            if above in self.found_at:
                return self.found_at[above]
            above = self.above[above]
        return None

    def _add(self, index: int, shape: Shape, why: Why) -> None:
        url = web_url(shape.link.url or "", self.base)
        title, typed = untyped(self._title(shape))
        lead = without_label_end(shape.lead_text)
        by = lead.rstrip(" .,") if are_authors(lead) else None
        entry = Entry(shape.link.line, title[:MAX_TITLE], url, self.section_of[index], creator=by, why=why)
        found = Found(
            entry, marks=[*typed, *shape.marks, *([lead] if lead != title else []), *marks_in(shape.lead + shape.rest)]
        )
        rest = [place for place, run in enumerate(shape.rest) if run.url is not None]
        self._further(found, shape.rest, rest)
        found.running = why is Why.PARAGRAPH and not REST_BEGINS.match(rest_of(shape))
        found.notes.append(plain_text([run for run in shape.rest if run.url is None or not self._is_label(run)]))
        self.found.append(found)
        self.found_at.setdefault(index, found)

    def _title(self, shape: Shape) -> str:
        """What a work is called: the link's text, unless that is a word for a link; then what stands around it."""
        link, lead = shape.link, without_label_end(shape.lead_text)
        if shape.title:
            return shape.title
        if not is_bare(link) and not self._is_label_of(shape) and not is_bracketed(shape):
            return link.text
        lead = re.sub(r"[\s(\[（【]+$", "", lead)
        longest = LONG_TITLE_LEAD if is_bare(link) else LONG_NAME_LEAD
        if lead and len(lead) <= longest and not is_label(lead):
            strong = next((clean(run.text) for run in shape.lead if run.strong), "")
            return bare_words(strong) or lead
        after = re.match(r"\s*[-–—:：]\s*(.{3,120}?)(?:\s[-–—]\s|[.;]\s|$)", rest_of(shape))
        if is_bare(link) or not link.text:
            return after[1] if after else title_from_url(link.url or "")
        return link.text

    def _further(self, owner: Found, runs: list[Run], places: list[int]) -> None:
        """Give an entry the other links that stand with it, in their roles."""
        for place in places:
            run = runs[place]
            if why_not(run, self.base) not in (None, Why.IMAGE):
                continue
            url, role = web_url(run.url or "", self.base), role_of(run.text)
            if url is None or url == owner.entry.url:
                continue
            if role is None:
                why = Why.SHARE if is_share(run.text) else Why.UNNAMED_ROLE
                self.passed.append(Passed(run.line, run.text, why))
            else:
                owner.links.append(EntryLink(url, role))

    def _describe(self, owner: Found, runs: list[Run]) -> None:
        text = plain_text(runs)
        owner.notes.append(text)
        owner.marks.extend(marks_in(runs))
        label, colon, value = text.replace("：", ":", 1).partition(":")
        if colon and len(value) <= LONG_LABEL and (meaning := meaning_of(label)) in ("kind", "level"):
            owner.marks.append(f"@{value.strip().lower()}" if meaning == "kind" else value.strip())

    def _pass(self, runs: list[Run], usable: list[int], why: Why) -> None:
        self.passed.extend(Passed(runs[place].line, runs[place].text, why) for place in usable)


def _items_above(blocks: list[Block]) -> list[int | None]:
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
