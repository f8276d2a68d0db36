"""Paragraphs under the items of a list that tell of them, each behind the same label: `介绍：…`, `About: …`. Pure."""

import re
from collections import Counter
from itertools import pairwise

from catalogue.documents.blocks import Block, BlockKind, clean

LABEL = re.compile(r"\W*(?P<label>\w[\w ]{0,20}?)\s*[:：]")
FORM = 3
"""So many items with the same label under them are the form of a list."""


def label_of_note(block: Block) -> str:
    """The label a paragraph begins with, "" for none; items have labels of other kinds."""
    begins = clean(block.runs[0].text) if block.runs and block.kind is BlockKind.PARAGRAPH else ""
    found = LABEL.match(begins)
    return found["label"].lower() if found else ""


def labels_of_notes(blocks: list[Block]) -> frozenset[str]:
    """The labels that return under one item with a link after another; behind a row of items they tell of them all."""
    under = Counter(
        label_of_note(below)
        for before, (item, below) in zip([None, *blocks], pairwise(blocks), strict=False)
        if item.kind is BlockKind.ITEM and any(run.url for run in item.runs)
        if before is None or before.kind is not BlockKind.ITEM
    )
    return frozenset(label for label, times in under.items() if label and times >= FORM)
