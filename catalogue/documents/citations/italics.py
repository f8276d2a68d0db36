"""Titles in italics, as bibliographies set them: `Ann Bee. *Gardens of Old*. 2018`. Pure."""

import re

from catalogue.documents.blocks import Block, BlockKind, clean, plain_text
from catalogue.documents.citations.authors import INITIAL, NAME, are_authors, are_people_in_full, split_authors
from catalogue.documents.citations.citations import HOLDER
from catalogue.documents.lines.shape import NUMBERING

SHORT_TITLE, LONG_LEAD = 4, 150
BETWEEN = re.compile(r"[\s.,;:–—-]*")
ONE_IN_FULL = re.compile(rf"{NAME}\s{INITIAL}\s{NAME}[\s.,]*")
"""`Ann B. Bee,`: what follows an initial could be a title elsewhere."""
OF_SEVERAL = re.compile(r"&|,|\bet al\b|\bи др\b")


def italic_title(block: Block) -> str | None:
    """The title in italics that an item begins with, behind its people, perhaps behind tags."""
    title = clean(block.italics[0]).strip(" .,_*") if block.kind is BlockKind.ITEM and block.italics else ""
    if len(title) < SHORT_TITLE or title[0].islower():
        return None
    text = plain_text([run for run in block.runs if not run.code])
    lead = NUMBERING.sub("", text.partition(title)[0]).lstrip(" .,;:").rstrip()
    venue = lead.endswith(",") and HOLDER.search(title)  # `Gardens of Old, *Nature*`
    if not lead or len(lead) > LONG_LEAD or title not in text or venue:
        return None
    bold = next((clean(run.text) for run in block.runs[:1] if run.strong), "")
    if bold and BETWEEN.fullmatch(lead.removeprefix(bold)):
        return title if _are_people(bold) and (OF_SEVERAL.search(bold) or not _are_people(title)) else None
    return title if _are_people(lead) else None


def _are_people(text: str) -> bool:
    """Whether a text may be the names of people, as far as their form says."""
    return (
        are_authors(text)
        or are_people_in_full(text)
        or ONE_IN_FULL.fullmatch(text) is not None
        or split_authors(f"{text.rstrip(' .,–—-')}. Title", habit=True)[1] == "Title"
    )
