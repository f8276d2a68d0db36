"""Which places of a page name a resource: its structure decides, never which page it is.

A list item that begins with its link is an entry; links in running text are not; a label ("Paper", "Demo", whatever
a list repeats under each of its entries) is a further link of the entry above it.
"""

from collections import Counter
from dataclasses import replace

from catalogue.documents.blocks import Block, BlockKind, Run, plain_text
from catalogue.documents.entries.found import Found, begin
from catalogue.documents.entries.headed import headings_of_works
from catalogue.documents.entries.judging import REST_BEGINS, heads, is_bar, judge_line, rest_of
from catalogue.documents.entries.labels import is_noise_heading, role_of
from catalogue.documents.entries.links import find_labels, is_bare, is_label, names_platform, web_url, why_not
from catalogue.documents.entries.outline import items_above
from catalogue.documents.entries.remarks import Remark, are_the_form, is_remark, strays
from catalogue.documents.entries.rows import row_shape, works_beside
from catalogue.documents.entries.several import equals_in, lines_apart, titles_over_addresses
from catalogue.documents.entries.shape import Shape, shape_of, without_label_end
from catalogue.documents.entries.sheets import (
    FACT,
    facts_between,
    heading_above,
    is_fact_label,
    is_own_page,
    title_of_heading,
)
from catalogue.documents.entries.titles import (
    label_of_place,
    named_above,
    named_by_bold_line,
    named_by_heading,
    title_of,
)
from catalogue.records.documents import Entry, Passed
from catalogue.vocabulary import Why

ENTRY_WHYS = frozenset({Why.LISTED, Why.LABELLED, Why.PARAGRAPH})


class EntryReader:
    """Reads the entries of one page; `section_of` gives the section of each block."""

    def __init__(self, blocks: list[Block], section_of: list[int | None], base: str | None) -> None:
        self.blocks, self.section_of, self.base = blocks, section_of, base
        self.labels, self.works = find_labels(blocks), headings_of_works(blocks)
        self.found: list[Found] = []
        self.passed: list[Passed] = []
        self.found_at: dict[int, Found] = {}
        self.remarks: list[Remark] = []
        self.noise: set[int] = set()
        self.named: set[int] = set()
        self._noise_depth: int | None = None
        self.above = items_above(blocks)
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
        self._settle_remarks()
        return [found.finished() for found in self.found], self.passed

    def _settle_remarks(self) -> None:
        """Decide about links in running text, now that the form of the document is known.

        Where headings are described by lists of facts, running text is about those works.
        """
        if not self.described and are_the_form(self.remarks, self.found):
            for remark in self.remarks:
                for shape in remark.shapes():
                    self._add(remark.index, shape, Why.RUNNING)
            self.found.sort(key=lambda found: found.entry.line)
            return
        for remark in self.remarks:
            self._pass(remark.runs, remark.places, Why.PROSE)
        for found in strays(self.found):
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
        is_title = block.depth == 1 and len(self._headings) == 1 and not self.found
        if self._noise_depth is None and not is_title and is_noise_heading(block.text):
            self._noise_depth = block.depth
        usable = self._usable(block, block.runs)
        shape = shape_of(block.runs, usable)
        if shape and block.depth > 1 and heads(shape, len(usable)):
            self._add(index, shape, Why.HEADED)
        else:
            self._pass(block.runs, usable, Why.PROSE)

    def _row(self, index: int, block: Block) -> None:
        cells = [(cell, self._usable(block, cell.runs, images=True)) for cell in block.cells]
        shape = row_shape(cells, self._is_label)
        if shape is None:
            return
        beside = [] if self._is_label(shape.link) else works_beside(cells, shape.link, self._is_label)
        rest = [run for run in shape.rest if not any(run is other for other in beside)]
        self._add(index, replace(shape, rest=rest), Why.ROW)
        for run in beside:
            self._add(index, Shape([], run, [], run.text, shape.marks), Why.ROW)

    def _lines(self, index: int, block: Block) -> None:
        if is_bar(block, opening=not self._headings):
            self._pass(block.runs, self._usable(block, block.runs), Why.CHROME)
            return
        for title, runs in (titled := titles_over_addresses(block)):
            if (shape := shape_of(runs, self._usable(block, runs))) is not None:
                self._add(index, replace(shape, title=title), Why.LABELLED)
        if titled:
            return
        lines = lines_apart(block, lambda line: shape_of(line, self._usable(block, line, say=False)))
        labelled = any(self._has_label(line, self._usable(block, line, say=False)[:1]) for line in lines)
        for line in lines if lines and not labelled else [block.runs]:
            self._line(index, block, line)

    def _line(self, index: int, block: Block, runs: list[Run]) -> None:
        usable = self._usable(block, runs)
        shape = shape_of(runs, usable)
        owner = self._owner(index) or self._headed(block, shape)
        if shape is None:
            self._describe_above(owner, block, runs)
        elif owner is None and block.kind is BlockKind.ITEM and self._of_another(index, shape):
            return
        elif owner is not None and (block.kind is BlockKind.PARAGRAPH or self._is_further(shape)):
            self.passed += owner.add_links(runs, usable, self.base)
            owner.describe(runs)
        elif (equals := equals_in(block, runs, usable)) and not self._has_label(runs, equals):
            for place in equals[:-1]:
                self._add(index, Shape([], runs[place], []), Why.SAME_LINE)
            self._add(index, Shape([], runs[equals[-1]], runs[equals[-1] + 1 :]), Why.SAME_LINE)
        elif (why := judge_line(block, shape, len(usable))) in ENTRY_WHYS:
            self._add(index, shape, why)
        elif why is Why.PROSE and not self._has_label(runs, usable) and is_remark(block, runs, usable):
            self.remarks.append(Remark(index, runs, usable))
        else:
            self._pass(runs, usable, why)

    def _describe_above(self, owner: Found | None, block: Block, runs: list[Run]) -> None:
        """Give a line without a link to the entry it stands under, or a fact to the work of its heading."""
        if owner is None and self._sheet is not None and FACT.fullmatch(block.text):
            owner = self._sheet[1]
        if owner is not None:
            owner.describe(runs)

    def _of_another(self, index: int, shape: Shape) -> bool:
        """Whether an item only gives the address of a work that the item or the heading above it names."""
        above = self.above[index]
        only = above is not None and self.links_under[above] == 1
        if above is not None and (title := named_above(self.blocks[above], shape, only=only)) is not None:
            self._add(index, replace(shape, title=title), Why.LABELLED)
            self.found_at[above] = self.found[-1]
            return True
        return self._is_fact(index, shape)

    def _is_fact(self, index: int, shape: Shape) -> bool:
        """Whether an item gives a link of the work that a heading names; its own page begins the list of its facts."""
        label = without_label_end(shape.lead_text) or shape.link.text
        if self._sheet is None:
            place = heading_above(self.blocks, index, self._headings)
            own = is_own_page(label) and (not shape.lead_text or is_bare(shape.link))
            if place is None or not (own or place in self.works):
                return False
            self._begin_sheet(place, index, shape)
            return True
        if not (is_fact_label(label) or role_of(label) or names_platform(shape.link)):
            return False
        self.passed += self._sheet[1].add_fact(label, [shape.link, *shape.rest], self.base)
        return True

    def _begin_sheet(self, place: int, index: int, shape: Shape) -> None:
        if place not in self.found_at:
            self._add(index, replace(shape, title=title_of_heading(self.blocks[place]), lead=[]), Why.LABELLED)
        found = self.found_at.setdefault(place, self.found[-1])
        self._sheet, self.described = (place, found), True
        for fact in facts_between(self.blocks, place, index):
            found.describe(fact.runs)

    def _usable(self, block: Block, runs: list[Run], *, images: bool = False, say: bool = True) -> list[int]:
        """The places of the links that could be an entry; the others are passed, each for its reason."""
        usable: list[int] = []
        here = Why.NOISE_SECTION if self._noise_depth is not None else Why.CHROME if block.chrome else None
        for place, run in enumerate(runs):
            if run.url is None:
                continue
            why = here or why_not(run, self.base)
            if why is None or (images and why is Why.IMAGE):
                usable.append(place)
            elif say:
                self.passed.append(Passed(run.line, run.text or run.url, why))
        return usable

    def _is_label(self, run: Run) -> bool:
        return is_label(run.text) or run.text.lower() in self.labels

    def _is_further(self, shape: Shape) -> bool:
        """Whether an item under an entry gives a link of it: a labelled one, or its notes, slides, homework."""
        is_fact = not shape.lead_text and is_fact_label(shape.link.text)
        return is_fact or self._is_label(shape.link) or label_of_place(shape) != ""

    def _has_label(self, runs: list[Run], places: list[int]) -> bool:
        return any(self._is_label(runs[place]) for place in places)

    def _owner(self, index: int) -> Found | None:
        """The entry that a block stands under."""
        above = self.above[index]
        while above is not None:
            if above in self.found_at:
                return self.found_at[above]
            above = self.above[above]
        return None

    def _headed(self, block: Block, shape: Shape | None) -> Found | None:
        """The work whose heading is its link, where a line under it gives only an address or a labelled link of it."""
        found = self.found_at.get(self._headings[-1]) if self._headings else None
        if found is None or found.entry.why is not Why.HEADED or shape is None:
            return None
        alone = is_bare(shape.link) and block.kind is BlockKind.PARAGRAPH
        return found if alone or self._is_label(shape.link) or is_own_page(shape.lead_text) else None

    def _add(self, index: int, shape: Shape, why: Why) -> None:
        url = web_url(shape.link.url or "", self.base)
        found = begin(shape, self._title(index, shape), url, self.section_of[index], why)
        self.passed += found.add_links(shape.rest, [i for i, run in enumerate(shape.rest) if run.url], self.base)
        found.running = why is Why.PARAGRAPH and not REST_BEGINS.match(rest_of(shape))
        found.notes.append(plain_text([run for run in shape.rest if run.url is None or not self._is_label(run)]))
        self.found.append(found)
        self.found_at.setdefault(index, found)

    def _title(self, index: int, shape: Shape) -> str:
        """What the work of a line is called, by its heading where its line is an address alone."""
        block, before = self.blocks[index], self.blocks[index - 1] if index else None
        after = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        alone = block.kind is BlockKind.PARAGRAPH and sum(run.url is not None for run in block.runs) == 1
        by_heading = named_by_heading(before, shape, after) if alone else None
        if by_heading is None and (by_line := named_by_bold_line(before, shape)) is not None:
            self.named.add(index - 1)
            return by_line
        return by_heading or title_of(shape, labelled=self._is_label(shape.link))

    def _pass(self, runs: list[Run], usable: list[int], why: Why) -> None:
        self.passed.extend(Passed(runs[place].line, runs[place].text, why) for place in usable)
