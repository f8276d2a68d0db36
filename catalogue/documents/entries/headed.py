"""Headings that name a work, where the lists or texts under several of them hold nothing but its links. Pure.

"## A course" over "[Coursera](…), [YouTube](…), [notes](…)", or over "it is free [here](…)": the links say where it
is, the heading what it is.
"""

from collections import Counter

from catalogue.documents.blocks import Block, BlockKind, clean, plain_text
from catalogue.documents.entries.labels import is_main_word, role_of
from catalogue.documents.entries.links import is_bare, is_label, names_platform
from catalogue.documents.entries.shape import without_label_end
from catalogue.documents.entries.sheets import is_fact_label

FORM = 2
"""So many headings of one rank with such lists are the form of a document."""


def headings_of_works(blocks: list[Block]) -> frozenset[int]:
    """The places of the headings that name works in this way."""
    links: dict[int, list[bool]] = {}
    heading: int | None = None
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            heading = None if any(run.url for run in block.runs) else place
        elif heading is not None and any(run.url for run in block.runs):
            links.setdefault(heading, []).append(_only_points(block))
    named = [place for place, points in links.items() if all(points)]
    ranks, linked = (Counter(blocks[place].depth for place in places) for places in (named, links))
    forms = {depth for depth in ranks if ranks[depth] >= FORM and ranks[depth] * 2 >= linked[depth]}
    return frozenset(place for place in named if blocks[place].depth in forms)


def _only_points(block: Block) -> bool:
    """Whether an item is a link that says of no work what it is, in its text or in the label before its address.

    A paragraph does where all its links only point, whatever it tells of the work.
    """
    if block.kind is BlockKind.PARAGRAPH:
        return all(is_main_word(run.text) or names_platform(run) for run in block.runs if run.url)
    if block.kind is not BlockKind.ITEM:
        return False
    first = next(run for run in block.runs if run.url)
    before = without_label_end(clean(plain_text(block.runs[: block.runs.index(first)])))
    if before:
        return is_bare(first) and (is_fact_label(before) or role_of(before) is not None)
    return names_platform(first) or is_fact_label(first.text) or is_label(first.text)
