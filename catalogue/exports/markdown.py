"""A Markdown list: a heading for each kind, an item for each resource, its level in brackets."""

import re
from collections.abc import Sequence
from itertools import groupby

from catalogue.records.exports import Item
from catalogue.vocabulary import Kind, Level

HEADINGS = {
    Kind.COURSE: "Courses",
    Kind.BOOK: "Books",
    Kind.PAPER: "Papers",
    Kind.VIDEO: "Videos",
    Kind.CREATOR: "Creators",
    Kind.ARTICLE: "Articles",
    Kind.TUTORIAL: "Tutorials",
    Kind.TOOL: "Tools",
    Kind.DATASET: "Datasets",
    Kind.COLLECTION: "Collections",
    Kind.ROADMAP: "Roadmaps",
    Kind.COMMUNITY: "Communities",
    Kind.PRACTICE: "Practice",
    Kind.PODCAST: "Podcasts",
    Kind.WEBSITE: "Websites",
    Kind.DOCUMENTATION: "Documentation",
}
ORDER = list(HEADINGS)
MARKS = {Level.BEGINNER: "BEG", Level.INTERMEDIATE: "INT", Level.ADVANCED: "ADV"}
SPECIAL = re.compile(r"([\\`*_\[\]<>]|&(?=#?\w+;)|(?<=:)/(?=/)|(?<=www)\.|(?<=\w)@)")
"""What would be a mark, or make a link of an address within a title."""


def render_markdown(items: Sequence[Item]) -> str:
    """A page a person can read and the importer can read back; each item says its kind as a type."""
    ordered = sorted(items, key=lambda item: (ORDER.index(item.kind) if item.kind else len(ORDER), item.title.lower()))
    lines = ["# Catalogue"]
    for kind, group in groupby(ordered, key=lambda item: item.kind):
        lines += ["", f"## {HEADINGS[kind] if kind else 'Others'}", ""]
        lines += [_line(item) for item in group]
    return "\n".join(lines) + "\n"


def _line(item: Item) -> str:
    title = SPECIAL.sub(r"\\\1", item.title)
    typed = f"@{item.kind}@" if item.kind else ""
    # A name without an address is told from other words by what it is said to be.
    named = f"[{typed}{title}](<{_address(item.url)}>)" if item.url else f"**{title}** - {item.kind or 'named'}"
    level = f" ({MARKS[item.level]})" if item.level else ""
    creator = " - " + SPECIAL.sub(r"\\\1", item.creator) if item.creator else ""
    return f"- {named}{creator}{level}"


def _address(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace("\n", "")
