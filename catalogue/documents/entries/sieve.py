"""Which links of a page could be entries, and which of these are only labels; the others pass, each with its reason."""

import re

from catalogue.documents.blocks import Block, BlockKind, Run, plain_text
from catalogue.documents.entries.judging import LONG_LEAD, NO_NAME
from catalogue.documents.entries.titles import label_of_place
from catalogue.documents.lines.labels import CONTENTS, PEOPLE, bare_words
from catalogue.documents.lines.links import find_labels, is_bare, is_label, names_platform, why_not
from catalogue.documents.lines.shape import LABEL_END, SEPARATORS, Shape
from catalogue.documents.lines.sheets import is_fact_label
from catalogue.records.documents import Passed
from catalogue.vocabulary import Why

FORM = 3
"""So many items that end in "link" or "code" behind a title are the form of a list."""
BEGINS = re.compile(r"[^\W\d_a-zа-яё]|[a-z]\w* ?[\u4e00-\u9fff]")
"""How a title begins: with a capital or a Chinese sign, or in Chinese with a name in small letters."""
LOWEST = 6


class LinkSieve:
    """Sorts the links of one page as its reader comes to them.

    `passed` are those that are no entries; `points` says that the items of the page end in words for their links.
    """

    def __init__(self, blocks: list[Block], base: str | None) -> None:
        self.labels, self.base = find_labels(blocks), base
        self.points = sum(points_behind_title(block) for block in blocks) >= FORM
        self.passed: list[Passed] = []
        self._noise_depth: int | None = None
        self._among_people = False

    @property
    def in_noise(self) -> bool:
        """Whether the reader stands in a section that holds no entries."""
        return self._noise_depth is not None or self._among_people

    def open_section(self, depth: int, heading: str, *, noise: bool) -> None:
        """Come to a heading; what stands under one of noise is noise, down to the next of its rank."""
        if self._noise_depth is not None and depth <= self._noise_depth:
            self._noise_depth = None
        if self._noise_depth is None and noise:
            self._noise_depth = LOWEST if CONTENTS.fullmatch(bare_words(heading)) else depth

    def come_to(self, block: Block) -> None:
        """Come to a block: a line drawn ends a table of contents, one without a link first a list of people."""
        if block.ruled and self._noise_depth == LOWEST:
            self._noise_depth = None
        begins = block.kind is not BlockKind.HEADING and block.runs != [] and block.runs[0].url is not None
        heads = block.text.endswith((":", "：")) and PEOPLE.fullmatch(bare_words(block.text)) is not None
        self._among_people = heads or (begins and self._among_people)

    def usable(self, block: Block, runs: list[Run], *, images: bool = False, say: bool = True) -> list[int]:
        """The places of the links that could be an entry; the others are passed, each for its reason."""
        usable: list[int] = []
        here = Why.NOISE_SECTION if self.in_noise else Why.CHROME if block.chrome else None
        for place, run in enumerate(runs):
            if run.url is None:
                continue
            why = here or why_not(run, self.base)
            if why is None or (images and why is Why.IMAGE):
                usable.append(place)
            elif say:
                self.passed.append(Passed(run.line, run.text or run.url, why))
        return usable

    def let_pass(self, runs: list[Run], places: list[int], why: Why) -> None:
        """Say of links that could be entries why they are none."""
        self.passed.extend(Passed(runs[place].line, runs[place].text, why) for place in places)

    def is_label(self, run: Run) -> bool:
        """Whether a link's text is a word for a link, or one that the page repeats under each of its entries."""
        return is_label(run.text) or run.text.lower() in self.labels

    def has_label(self, runs: list[Run], places: list[int]) -> bool:
        """Whether any of some links is a label."""
        return any(self.is_label(runs[place]) for place in places)

    def is_further(self, shape: Shape) -> bool:
        """Whether an item under an entry gives a link of it: a labelled one, its notes or slides, where else it is."""
        is_fact = not shape.lead_text and (is_fact_label(shape.link.text) or names_platform(shape.link))
        return is_fact or self.is_label(shape.link) or label_of_place(shape) != ""


def points_behind_title(block: Block) -> bool:
    """Whether a line is a title with nothing but words for its links behind: `Gardens of Old [url](…) [code](…)`.

    A paragraph has a dash or colon before them, a sentence would not: `Gardens of Old — [paper](…), [talk](…)`.
    """
    first = next((place for place, run in enumerate(block.runs) if run.url), None)
    if block.kind is BlockKind.HEADING or first is None:
        return False
    if block.kind is not BlockKind.ITEM and not LABEL_END.search(plain_text(block.runs[:first])):
        return False
    lead, behind = plain_text(block.runs[:first]).strip("*_-# "), block.runs[first:]
    told = "".join(run.text for run in behind if run.url is None and not run.image)
    labels = all(is_label(run.text) or is_bare(run) for run in behind if run.url)
    labels = labels and SEPARATORS.fullmatch(told) is not None
    return labels and BEGINS.match(lead) is not None and len(lead) <= LONG_LEAD and not NO_NAME.match(lead)
