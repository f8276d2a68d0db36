"""Which places of a page name a resource: its structure decides, never which page it is.

A list item that begins with its link is an entry; links in running text are not; a label ("Paper", "Demo", whatever
a list repeats under each of its entries) is a further link of the entry above it.
"""

from dataclasses import replace

from catalogue.documents.blocks import Block, BlockKind, Run
from catalogue.documents.entries.belonging import Belonging
from catalogue.documents.entries.found import Found
from catalogue.documents.entries.judging import heads, is_bar, judge_line
from catalogue.documents.entries.remarks import Remark, are_the_form, is_remark, strays
from catalogue.documents.entries.rows import links_of_grid, row_shape, works_beside
from catalogue.documents.entries.several import equals_in, lines_apart, titles_over_addresses
from catalogue.documents.entries.sieve import points_behind_title
from catalogue.documents.entries.titles import named_by_heading
from catalogue.documents.entries.told import told_links
from catalogue.documents.entries.works import Works
from catalogue.documents.lines.labels import is_main_word, is_noise_heading
from catalogue.documents.lines.links import is_bare
from catalogue.documents.lines.shape import Shape, shape_of
from catalogue.documents.names.headed import FORM, is_cover
from catalogue.records.documents import Entry, Passed
from catalogue.vocabulary import Why

ENTRY_WHYS = frozenset({Why.LISTED, Why.LABELLED, Why.PARAGRAPH})


class EntryReader:
    """Reads the entries of one page; `section_of` gives the section of each block."""

    def __init__(self, blocks: list[Block], section_of: list[int | None], base: str | None) -> None:
        self.blocks, self.works = blocks, Works(blocks, section_of, base)
        self.sieve, self.belonging = self.works.sieve, Belonging(blocks, self.works)
        titled = {place: found for place, block in enumerate(blocks) if (found := titles_over_addresses(block))}
        self.titled = titled if sum(map(len, titled.values())) >= FORM else {}
        self.remarks: list[Remark] = []
        self.running: list[Remark] = []
        self.noise: set[int] = set()

    @property
    def taken(self) -> set[int]:
        """The places of the lines that gave a work, or its name."""
        return self.works.named | set(self.works.at)

    def read(self) -> tuple[list[Entry], list[Passed]]:
        """All entries in order, and every link that became none, with its reason."""
        for index, block in enumerate(self.blocks):
            self.sieve.come_to(block)
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
        return [found.finished() for found in self.works.found], self.sieve.passed

    def _settle_remarks(self) -> None:
        """Decide about links in running text, now that the form of the document is known.

        Where headings are described by lists of facts, running text is about those works.
        """
        described = self.belonging.described
        form = not described and are_the_form(self.remarks, self.works.found)
        for remark in [] if form else self.remarks:
            self._take_told(remark, described=described)
        for remark in self.remarks if form else []:
            for shape in remark.shapes(remark.places):
                self.works.add(remark.index, shape, Why.RUNNING)
        for remark in self.running:
            self._take_told(remark, described=described)
        self.works.found.sort(key=lambda found: found.entry.line)
        if form:
            return
        for found in strays(self.works.found):
            self.works.found.remove(found)
            self.sieve.passed.append(Passed(found.entry.line, found.entry.title, Why.PROSE))

    def _take_told(self, remark: Remark, *, described: bool) -> None:
        """Take those works of a text that it tells of as such; where facts under headings are the form, none."""
        told = [] if described else told_links(remark.runs, remark.places)
        for shape in remark.shapes(told):
            self.works.add(remark.index, shape, Why.TOLD)
        self.sieve.let_pass(remark.runs, sorted(set(remark.places).difference(told)), Why.PROSE)

    def _heading(self, index: int, block: Block) -> None:
        self.belonging.open_heading(index, block)
        is_title = block.depth == 1 and len(self.belonging.headings) == 1 and not self.works.found
        self.sieve.open_section(block.depth, block.text, noise=not is_title and is_noise_heading(block.text))
        usable = self.sieve.usable(block, block.runs)
        shape = shape_of(block.runs, usable)
        if shape and block.depth > 1 and heads(shape, len(usable)):
            self.works.add(index, shape, Why.HEADED)
        else:
            self.sieve.let_pass(block.runs, usable, Why.PROSE)

    def _row(self, index: int, block: Block) -> None:
        cells = [(cell, self.sieve.usable(block, cell.runs, images=True)) for cell in block.cells]
        if grid := links_of_grid(cells, self.sieve.is_label):
            for run in grid:
                self.works.add(index, Shape([], run, []), Why.ROW)
            return
        shape = row_shape(cells, self.sieve.is_label)
        if shape is None:
            return
        beside = [] if self.sieve.is_label(shape.link) else works_beside(cells, shape.link, self.sieve.is_label)
        rest = [run for run in shape.rest if not any(run is other for other in beside)]
        self.works.add(index, replace(shape, rest=rest), Why.ROW)
        for run in beside:
            self.works.add(index, Shape([], run, [], run.text, shape.marks), Why.ROW)

    def _lines(self, index: int, block: Block) -> None:
        if is_bar(block, opening=not self.belonging.headings):
            self.sieve.let_pass(block.runs, self.sieve.usable(block, block.runs), Why.CHROME)
            return
        for title, runs in (titled := self.titled.get(index, [])):
            if (shape := shape_of(runs, self.sieve.usable(block, runs))) is not None:
                self.works.add(index, replace(shape, title=title), Why.LABELLED)
        if titled:
            return
        lines = lines_apart(block, lambda line: shape_of(line, self.sieve.usable(block, line, say=False)))
        labelled = any(self.sieve.has_label(line, self.sieve.usable(block, line, say=False)[:1]) for line in lines)
        for line in lines if lines and not labelled else [block.runs]:
            self._line(index, block, line)

    def _judge(self, index: int, block: Block, shape: Shape, links: int) -> Why:
        """Whether a line is an entry; one that only points is, where a heading names it or all the list is so."""
        why = judge_line(block, shape, links)
        if why is Why.PARAGRAPH and is_main_word(shape.link.text):
            return why if named_by_heading(self.blocks, index, shape) else Why.POINTER
        points = why in (Why.POINTER, Why.PROSE) and self.sieve.points and points_behind_title(block)
        return Why.LABELLED if points else why

    def _is_of(self, owner: Found, block: Block, shape: Shape) -> bool:
        """Whether what stands under a work only tells of it, or gives a further link of it."""
        fact = owner.by_facts and is_bare(shape.link) and shape.lead_text.endswith((":", "："))
        return fact or block.kind is BlockKind.PARAGRAPH or self.sieve.is_further(shape)

    def _line(self, index: int, block: Block, runs: list[Run]) -> None:
        usable = self.sieve.usable(
            block, runs, images=index - 1 in self.belonging.work_headings and is_cover(self.blocks, index)
        )
        shape = shape_of(runs, usable)
        owner = self.belonging.owner(index, block, shape)
        if shape is None:
            self.belonging.describe_above(owner, block, runs)
        elif self.belonging.of_another(index, block, shape, runs, owner):
            return
        elif owner is not None and self._is_of(owner, block, shape):
            self.works.give(owner, runs)
            owner.describe(runs)
        elif (equals := equals_in(block, runs, usable)) and not self.sieve.has_label(runs, equals):
            for place in equals[:-1]:
                self.works.add(index, Shape([], runs[place], []), Why.SAME_LINE)
            self.works.add(index, Shape([], runs[equals[-1]], runs[equals[-1] + 1 :]), Why.SAME_LINE)
        elif (why := self._judge(index, block, shape, len(usable))) in ENTRY_WHYS:
            self.works.add(index, shape, why)
        elif why is Why.PROSE:
            self._run_on(Remark(index, runs, usable), block)
        else:
            self.sieve.let_pass(runs, usable, why)

    def _run_on(self, remark: Remark, block: Block) -> None:
        """Keep a text that runs on with its links, to decide about them when the page is read."""
        if not self.sieve.has_label(remark.runs, remark.places) and is_remark(block, remark.runs, remark.places):
            self.remarks.append(remark)
        elif block.kind is BlockKind.PARAGRAPH and not block.quoted:
            self.running.append(remark)
        else:
            self.sieve.let_pass(remark.runs, remark.places, Why.PROSE)
