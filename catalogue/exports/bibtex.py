"""BibTeX: papers and books as reference managers know them, everything else as what is read online."""

import re
from collections.abc import Sequence

from catalogue.records.exports import Item
from catalogue.urls import identifiers_of
from catalogue.vocabulary import Kind

TYPES = {Kind.BOOK: "book", Kind.PAPER: "article", Kind.TOOL: "software", Kind.DATASET: "dataset", Kind.VIDEO: "video"}
SPECIAL = re.compile(r"([&%$#_])")


def render_bibtex(items: Sequence[Item]) -> str:
    """A bibliography; each entry's key is the resource's."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    identifiers = dict(identifiers_of(item.url)) if item.url else {}
    values = {
        "title": item.title,
        "author": " and ".join(part.strip() for part in item.creator.split(",")) if item.creator else None,
        "year": item.year,
        "url": item.url,
        "doi": identifiers.get("doi"),
        "eprint": identifiers.get("arxiv"),
        "isbn": identifiers.get("isbn"),
        "language": item.language,
        "type": item.kind if item.kind and item.kind not in TYPES else None,
    }
    fields = "".join(
        f"  {name} = {{{_escaped(name, value)}}},\n" for name, value in values.items() if value is not None
    )
    return f"@{TYPES.get(item.kind, 'online') if item.kind else 'online'}{{{item.key},\n{fields}}}\n"


def _escaped(name: str, value: object) -> str:
    """Text as LaTeX takes it; addresses and identifiers stay as they are."""
    text = re.sub(r"[{}\\]", "", str(value))
    return text if name in ("url", "doi", "eprint", "isbn") else SPECIAL.sub(r"\\\1", text)
