"""What the lists of a page have in common: how its lines without links are meant follows from that. Pure."""

from collections import Counter
from dataclasses import dataclass

from catalogue.documents.blocks import Block, BlockKind, clean
from catalogue.documents.citations import credited
from catalogue.documents.citations.authors import puts_authors_first
from catalogue.documents.citations.citations import LONG_LINE, citations_in
from catalogue.documents.citations.credited import credits_in_brackets
from catalogue.documents.names.emphasis import stands_alone
from catalogue.documents.names.listed import described_title, title_and_people, told_title
from catalogue.normalise.kindwords import kind_of_word
from catalogue.vocabulary import Kind

NAMED = frozenset({Kind.BOOK, Kind.COURSE, Kind.PAPER, Kind.PODCAST})
"""Kinds whose word as a label names a work of its own, however often it returns."""
HABIT = 3
"""So many lines of one form are the form of a list."""


@dataclass(frozen=True, slots=True)
class Habits:
    """The habits of a page's author.

    `authors_first`: authors stand before titles. `marks_titles`: titles have their Chinese marks. `describes`: names
    are bold, with a description behind. `tells`: a sentence tells of each title. `unlinked`: most items have no link.
    `credits`: titles have their people in brackets, `signs`: behind a comma. `cites`: paragraphs are citations.
    `set_apart`: items are titles in italics or quotes. `fields`: the bold labels that return under one work after
    another, in lower case. `groups`: the places of the items that only stand over items with links of their own.
    """

    authors_first: bool
    marks_titles: bool
    describes: bool
    tells: bool
    unlinked: bool
    credits: bool
    cites: bool
    signs: bool
    set_apart: bool
    fields: frozenset[str]
    groups: frozenset[int]


def habits_of(blocks: list[Block], taken: set[int]) -> Habits:
    """The habits seen in a page; `taken` are the places of its linked entries."""
    items = [block for block in blocks if block.kind is BlockKind.ITEM]
    texts = [block.text for block in items]
    described = Counter(title.lower() for title in map(described_title, items) if title is not None)
    return Habits(
        authors_first=puts_authors_first(texts),
        marks_titles=sum(text.startswith("《") for text in texts) >= HABIT,
        describes=described.total() >= HABIT,
        tells=sum(told_title(text) is not None for text in texts) >= HABIT,
        credits=sum(map(credits_in_brackets, texts)) >= credited.HABIT,
        signs=sum(title_and_people(text) is not None for text in texts) >= HABIT,
        cites=sum(map(_is_citation, blocks)) >= HABIT,
        set_apart=sum(stands_alone(block) is not None for block in items) >= HABIT,
        unlinked=len(taken) * 2 < len(items),
        fields=frozenset(label for label, times in described.items() if times > 1 and kind_of_word(label) not in NAMED),
        groups=frozenset(parent for place in taken if (parent := blocks[place].parent) is not None),
    )


def _is_citation(block: Block) -> bool:
    """Whether a paragraph is a citation and nothing else."""
    plain = block.kind is BlockKind.PARAGRAPH and not any(run.url for run in block.runs)
    return plain and len(block.text) <= LONG_LINE * 2 and len(citations_in(block)) == 1


def strong_text(block: Block) -> str:
    """What is bold in a block, if anything; words stressed in a sentence begin with a small letter."""
    return next((clean(run.text) for run in block.runs if run.strong), "")
