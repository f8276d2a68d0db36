"""Running text with links: an entry each where the whole document is written so, remarks anywhere else. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.documents.blocks import Block, BlockKind, Run, plain_text
from catalogue.documents.entries.found import Found
from catalogue.documents.entries.judging import LONG_REMARK
from catalogue.documents.lines.shape import Shape
from catalogue.vocabulary import Why

FORM_FROM = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """A block of running text with the places of its links."""

    index: int
    runs: list[Run]
    places: list[int]

    def shapes(self, places: list[int]) -> list[Shape]:
        """The text as seen from each of some of its links: up to the link before it, and the one behind it."""
        starts, ends = [0, *(place + 1 for place in places)], [*places[1:], len(self.runs)]
        return [
            Shape(self.runs[start:place], self.runs[place], self.runs[place + 1 : end])
            for start, place, end in zip(starts, places, ends, strict=False)
        ]


def is_remark(block: Block, runs: list[Run], places: list[int]) -> bool:
    """Whether a line is short running text with a link in it; an item may have several."""
    alone = block.kind is BlockKind.ITEM or (block.kind is BlockKind.PARAGRAPH and len(places) == 1)
    return alone and block.parent is None and not block.quoted and len(plain_text(runs)) <= LONG_REMARK


def are_the_form(remarks: Sequence[Remark], found: Sequence[Found]) -> bool:
    """Whether links in text are most of what a document names, and many of them stand in text that runs on."""
    alike = sum(one.entry.why in (Why.PARAGRAPH, Why.LABELLED) for one in found)
    running = sum(len(remark.places) for remark in remarks)
    return alike + running >= max(FORM_FROM, len(found) - alike + 1) and running * 2 >= alike


def strays(found: Sequence[Found]) -> list[Found]:
    """The paragraphs that begin with a link and run on, in a section that has a list: remarks on that list."""
    listed = {one.entry.section for one in found if one.entry.why in (Why.LISTED, Why.ROW)}
    return [one for one in found if one.running and one.entry.section in listed]
