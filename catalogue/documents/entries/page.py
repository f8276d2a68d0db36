"""Which places of a page name a resource: its structure decides, never which page it is.

A list item that begins with its link is an entry; links in running text are not; a label ("Paper", "Demo", whatever
a list repeats under each of its entries) is a further link of the entry above it.
"""

from collections import Counter
from dataclasses import replace

from catalogue.documents.blocks import Block, BlockKind, Run, plain_text
from catalogue.documents.entries.found import Found, begin
from catalogue.documents.entries.headed import FORM, headings_of_works
from catalogue.documents.entries.judging import REST_BEGINS, heads, is_bar, judge_line, rest_of
from catalogue.documents.entries.labels import is_main_word, is_noise_heading, role_of
from catalogue.documents.entries.links import is_bare, names_platform, web_url
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
from catalogue.documents.entries.sieve import LinkSieve
from catalogue.documents.entries.titles import (
    lent_role,
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
        self.sieve, self.works = LinkSieve(blocks, base), headings_of_works(blocks)
        titled = {place: found for place, block in enumerate(blocks) if (found := titles_over_addresses(block))}
        self.titled = titled if sum(map(len, titled.values())) >= FORM else {}
        self.found: list[Found] = []
        self.found_at: dict[int, Found] = {}
        self.remarks: list[Remark] = []
        self.noise: set[int] = set()
        self.named: set[int] = set()
        self.above = items_above(blocks)
        self.links_under = Counter(self.above[i] for i, block in enumerate(blocks) if any(r.url for r in block.runs))
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
            if self.sieve.in_noise:
                self.noise.add(index)
        self._settle_remarks()
        return [found.finished() for found in self.found], self.sieve.passed

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
            self.sieve.let_pass(remark.runs, remark.places, Why.PROSE)
        for found in strays(self.found):
            self.found.remove(found)
            self.sieve.passed.append(Passed(found.entry.line, found.entry.title, Why.PROSE))

    def _heading(self, index: int, block: Block) -> None:
        if self._sheet is not None and block.depth <= self.blocks[self._sheet[0]].depth:
            self._sheet = None
        while self._headings and self.blocks[self._headings[-1]].depth >= block.depth:
            self._headings.pop()
        self._headings.append(index)
        is_title = block.depth == 1 and len(self._headings) == 1 and not self.found
        self.sieve.open_section(block.depth, noise=not is_title and is_noise_heading(block.text))
        usable = self.sieve.usable(block, block.runs)
        shape = shape_of(block.runs, usable)
        if shape and block.depth > 1 and heads(shape, len(usable)):
            self._add(index, shape, Why.HEADED)
        else:
            self.sieve.let_pass(block.runs, usable, Why.PROSE)

    def _row(self, index: int, block: Block) -> None:
        cells = [(cell, self.sieve.usable(block, cell.runs, images=True)) for cell in block.cells]
        shape = row_shape(cells, self.sieve.is_label)
        if shape is None:
            return
        beside = [] if self.sieve.is_label(shape.link) else works_beside(cells, shape.link, self.sieve.is_label)
        rest = [run for run in shape.rest if not any(run is other for other in beside)]
        self._add(index, replace(shape, rest=rest), Why.ROW)
        for run in beside:
            self._add(index, Shape([], run, [], run.text, shape.marks), Why.ROW)

    def _lines(self, index: int, block: Block) -> None:
        if is_bar(block, opening=not self._headings):
            self.sieve.let_pass(block.runs, self.sieve.usable(block, block.runs), Why.CHROME)
            return
        for title, runs in (titled := self.titled.get(index, [])):
            if (shape := shape_of(runs, self.sieve.usable(block, runs))) is not None:
                self._add(index, replace(shape, title=title), Why.LABELLED)
        if titled:
            return
        lines = lines_apart(block, lambda line: shape_of(line, self.sieve.usable(block, line, say=False)))
        labelled = any(self.sieve.has_label(line, self.sieve.usable(block, line, say=False)[:1]) for line in lines)
        for line in lines if lines and not labelled else [block.runs]:
            self._line(index, block, line)

    def _line(self, index: int, block: Block, runs: list[Run]) -> None:
        usable = self.sieve.usable(block, runs)
        shape = shape_of(runs, usable)
        owner = self._owner(index) or self._headed(block, shape)
        if shape is None:
            self._describe_above(owner, block, runs)
        elif self._of_another(index, block, shape, runs, owner):
            return
        elif owner is not None and (block.kind is BlockKind.PARAGRAPH or self.sieve.is_further(shape)):
            self.sieve.passed += owner.add_links(runs, usable, self.base)
            owner.describe(runs)
        elif (equals := equals_in(block, runs, usable)) and not self.sieve.has_label(runs, equals):
            for place in equals[:-1]:
                self._add(index, Shape([], runs[place], []), Why.SAME_LINE)
            self._add(index, Shape([], runs[equals[-1]], runs[equals[-1] + 1 :]), Why.SAME_LINE)
        elif (why := judge_line(block, shape, len(usable))) in ENTRY_WHYS:
            self._add(index, shape, why)
        elif why is Why.PROSE and not self.sieve.has_label(runs, usable) and is_remark(block, runs, usable):
            self.remarks.append(Remark(index, runs, usable))
        else:
            self.sieve.let_pass(runs, usable, why)

    def _describe_above(self, owner: Found | None, block: Block, runs: list[Run]) -> None:
        """Give a line without a link to the entry it stands under, or a fact to the work of its heading."""
        if owner is None and self._sheet is not None and FACT.fullmatch(block.text):
            owner = self._sheet[1]
        if owner is not None:
            owner.describe(runs)

    def _of_another(self, index: int, block: Block, shape: Shape, runs: list[Run], owner: Found | None) -> bool:
        """Whether a line only gives the address of a work that the item or the heading above it names."""
        if block.kind is BlockKind.PARAGRAPH:
            under = owner is None and self._points_from_below(index, shape)
            return under or self._tells_of_heading(index, shape, runs) or self._follows_work(index, shape)
        return owner is None and (self._under_name(index, shape) or self._is_fact(index, shape))

    def _under_name(self, index: int, shape: Shape) -> bool:
        """Whether an item only gives the address of a work that the item above it names."""
        above = self.above[index]
        only = above is not None and self.links_under[above] == 1
        title = None if above is None else named_above(self.blocks[above], shape, only=only)
        if above is None or title is None:
            return False
        self._add(index, replace(shape, title=title), Why.LABELLED)
        self.found_at[above] = self.found[-1]
        self.found[-1].lent = lent_role(shape.link)
        return True

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
        self.sieve.passed += self._sheet[1].add_fact(label, [shape.link, *shape.rest], self.base)
        return True

    def _points_from_below(self, index: int, shape: Shape) -> bool:
        """Whether a paragraph under an item says where the work is that the item names: "all of it is [here](…)"."""
        return is_main_word(shape.link.text) and self._under_name(index, replace(shape, lead=[]))

    def _follows_work(self, index: int, shape: Shape) -> bool:
        """Whether a paragraph is nothing but a label with a link, right behind a work: `[Slides](…)`."""
        found = self.found_at.get(index - 1)
        if found is None or shape.lead_text or rest_of(shape).strip() or not self.sieve.is_further(shape):
            return False
        self.sieve.passed += found.add_links([shape.link], [0], self.base)
        self.found_at[index] = found
        return True

    def _tells_of_heading(self, index: int, shape: Shape, runs: list[Run]) -> bool:
        """Whether a paragraph tells of the work that its heading names, and where that is: "it is free [here](…)"."""
        heading = self._headings[-1] if self._headings else -1
        if heading not in self.works:
            return False
        if heading not in self.found_at:
            self._add(index, Shape([], shape.link, [], title_of_heading(self.blocks[heading])), Why.LABELLED)
            self.found_at[heading], self.described = self.found[-1], True
        found = self.found_at[heading]
        self.sieve.passed += found.add_links(runs, [place for place, run in enumerate(runs) if run.url], self.base)
        found.describe(runs)
        return True

    def _begin_sheet(self, place: int, index: int, shape: Shape) -> None:
        if place not in self.found_at:
            self._add(index, replace(shape, title=title_of_heading(self.blocks[place]), lead=[]), Why.LABELLED)
        found = self.found_at.setdefault(place, self.found[-1])
        self._sheet, self.described = (place, found), True
        for fact in facts_between(self.blocks, place, index):
            found.describe(fact.runs)

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
        return found if alone or self.sieve.is_label(shape.link) or is_own_page(shape.lead_text) else None

    def _add(self, index: int, shape: Shape, why: Why) -> None:
        url = web_url(shape.link.url or "", self.base)
        found = begin(shape, self._title(index, shape), url, self.section_of[index], why)
        self.sieve.passed += found.add_links(shape.rest, [i for i, run in enumerate(shape.rest) if run.url], self.base)
        found.running = why is Why.PARAGRAPH and not REST_BEGINS.match(rest_of(shape))
        found.notes.append(plain_text([run for run in shape.rest if run.url is None or not self.sieve.is_label(run)]))
        self.found.append(found)
        self.found_at.setdefault(index, found)

    def _title(self, index: int, shape: Shape) -> str:
        """What the work of a line is called, by its heading where its line is an address alone."""
        by_heading = named_by_heading(self.blocks, index, shape)
        before = self.blocks[index - 1] if index else None
        if by_heading is None and (by_line := named_by_bold_line(before, shape)) is not None:
            self.named.add(index - 1)
            return by_line
        return by_heading or title_of(shape, labelled=self.sieve.is_label(shape.link))
