"""Lines that belong to a work named above them: by the item or heading they stand under, or by the work before."""

from collections import Counter
from dataclasses import replace

from catalogue.documents.blocks import Block, BlockKind, Run
from catalogue.documents.entries.found import Found
from catalogue.documents.entries.judging import rest_of
from catalogue.documents.entries.notes import label_of_note, labels_of_notes
from catalogue.documents.entries.titles import lent_role, named_above
from catalogue.documents.entries.works import Works
from catalogue.documents.lines.labels import is_main_word, role_of
from catalogue.documents.lines.links import is_bare, names_platform, only_points
from catalogue.documents.lines.outline import items_above
from catalogue.documents.lines.shape import Shape, without_label_end
from catalogue.documents.lines.sheets import (
    FACT,
    facts_between,
    heading_above,
    is_fact_label,
    is_own_page,
    record_above,
    title_of_heading,
)
from catalogue.documents.names.headed import headings_of_works
from catalogue.vocabulary import Why


class Belonging:
    """Knows what each line of a page stands under; `headings` are those above the line that is read, in order."""

    def __init__(self, blocks: list[Block], works: Works) -> None:
        self.blocks, self.works, self.sieve = blocks, works, works.sieve
        self.work_headings = headings_of_works(blocks)
        self.above = items_above(blocks)
        self.links_under = Counter(self.above[i] for i, block in enumerate(blocks) if any(r.url for r in block.runs))
        self.note_labels = labels_of_notes(blocks)
        self.headings: list[int] = []
        self.described = False
        self._sheet: tuple[int, Found] | None = None

    def open_heading(self, index: int, block: Block) -> None:
        """Come to a heading: it ends what stood under those of its rank and below."""
        if self._sheet is not None and block.depth <= self.blocks[self._sheet[0]].depth:
            self._sheet = None
        while self.headings and self.blocks[self.headings[-1]].depth >= block.depth:
            self.headings.pop()
        self.headings.append(index)

    def owner(self, index: int, block: Block, shape: Shape | None) -> Found | None:
        """The work that a block stands under."""
        above = self.above[index]
        while above is not None:
            if above in self.works.at:
                return self.works.at[above]
            above = self.above[above]
        if label_of_note(block) in self.note_labels and index - 1 in self.works.at:
            return self.works.at[index - 1]
        return self._headed(block, shape)

    def _headed(self, block: Block, shape: Shape | None) -> Found | None:
        """The work whose heading is its link, where a line under it gives only an address or a labelled link of it."""
        found = self.works.at.get(self.headings[-1]) if self.headings else None
        if found is None or found.entry.why is not Why.HEADED or shape is None:
            return None
        alone = is_bare(shape.link) and block.kind is BlockKind.PARAGRAPH
        return found if alone or self.sieve.is_label(shape.link) or is_own_page(shape.lead_text) else None

    def describe_above(self, owner: Found | None, block: Block, runs: list[Run]) -> None:
        """Give a line without a link to the entry it stands under, or a fact to the work of its heading."""
        if owner is None and self._sheet is not None and FACT.fullmatch(block.text):
            owner = self._sheet[1]
        if owner is not None:
            owner.describe(runs)

    def of_another(self, index: int, block: Block, shape: Shape, runs: list[Run], owner: Found | None) -> bool:
        """Whether a line only gives the address of a work that the item or the heading above it names."""
        if block.kind is BlockKind.PARAGRAPH:
            field = block.runs[0].strong and is_bare(shape.link) and is_own_page(shape.lead_text)
            under = owner is None and (self._points_from_below(index, shape) or (field and self._is_fact(index, shape)))
            return under or self._tells_of_heading(index, shape, runs) or self._follows_work(index, shape)
        return owner is None and (
            self._under_name(index, shape) or self._in_record(index, shape) or self._is_fact(index, shape)
        )

    def _under_name(self, index: int, shape: Shape) -> bool:
        """Whether an item only gives the address of a work that the item above it names."""
        above = self.above[index]
        only = above is not None and self.links_under[above] == 1
        title = None if above is None else named_above(self.blocks[above], shape, only=only)
        if above is None or title is None:
            return False
        found = self.works.add(index, replace(shape, title=title), Why.LABELLED)
        found.lent, self.works.at[above] = lent_role(shape.link), found
        found.by_facts = is_bare(shape.link) and shape.lead_text.endswith((":", "："))
        for before in self.blocks[above + 1 : index]:
            if not any(run.url for run in before.runs):
                found.describe(before.runs)
        return True

    def _in_record(self, index: int, shape: Shape) -> bool:
        """Whether an item gives a link of the work that an item before it has as a field: `Title: …`, `Code: …`."""
        label = without_label_end(shape.lead_text)
        record = (
            record_above(self.blocks, index) if is_own_page(label) or is_fact_label(label) or role_of(label) else None
        )
        if record is None:
            return False
        place, title = record
        if place in self.works.at:
            self.sieve.passed += self.works.at[place].add_fact(label, [shape.link, *shape.rest], self.works.base)
            return True
        found = self.works.add(index, replace(shape, title=title, lead=[]), Why.LABELLED)
        for above in range(place, index):
            self.works.at[above] = found
            if above > place:
                found.describe(self.blocks[above].runs)
        return True

    def _is_fact(self, index: int, shape: Shape) -> bool:
        """Whether an item gives a link of the work that a heading names; its own page begins the list of its facts."""
        label = without_label_end(shape.lead_text) or shape.link.text
        if self._sheet is None:
            place = heading_above(self.blocks, index, self.headings)
            own = is_own_page(label) and (not shape.lead_text or only_points(shape.link))
            if place is None or not (own or place in self.work_headings):
                return False
            self._begin_sheet(place, index, shape)
            return True
        if not (is_fact_label(label) or role_of(label) or names_platform(shape.link)):
            return False
        self.sieve.passed += self._sheet[1].add_fact(label, [shape.link, *shape.rest], self.works.base)
        return True

    def _points_from_below(self, index: int, shape: Shape) -> bool:
        """Whether a paragraph under an item says where the work is that the item names: "all of it is [here](…)"."""
        return is_main_word(shape.link.text) and self._under_name(index, replace(shape, lead=[]))

    def _follows_work(self, index: int, shape: Shape) -> bool:
        """Whether a paragraph is nothing but a label with a link, right behind a work: `[Slides](…)`."""
        found = self.works.at.get(index - 1)
        if found is None or shape.lead_text or rest_of(shape).strip() or names_platform(shape.link):
            return False
        if not self.sieve.is_further(shape):
            return False
        self.works.give(found, [shape.link])
        self.works.at[index] = found
        return True

    def _tells_of_heading(self, index: int, shape: Shape, runs: list[Run]) -> bool:
        """Whether a paragraph tells of the work that its heading names, and where that is: "it is free [here](…)"."""
        heading = self.headings[-1] if self.headings else -1
        if heading not in self.work_headings:
            return False
        if heading not in self.works.at:
            named = Shape([], shape.link, [], title_of_heading(self.blocks[heading]))
            self.works.at[heading], self.described = self.works.add(index, named, Why.LABELLED), True
        found = self.works.at[heading]
        self.works.give(found, runs)
        found.describe(runs)
        return True

    def _begin_sheet(self, place: int, index: int, shape: Shape) -> None:
        if place not in self.works.at:
            named = replace(shape, title=title_of_heading(self.blocks[place]), lead=[])
            self.works.at[place] = self.works.add(index, named, Why.LABELLED)
        found = self.works.at[place]
        self._sheet, self.described = (place, found), True
        for fact in facts_between(self.blocks, place, index):
            found.describe(fact.runs)
