"""BibTeX: papers and books as reference managers know them, everything else as what is found online."""

import re
from collections.abc import Iterator, Sequence

from catalogue.records.exports import Item
from catalogue.urls import identifiers_of
from catalogue.vocabulary import Kind

SPECIAL = str.maketrans(
    {
        **{char: f"\\{char}" for char in "&%$#_"},
        **{"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"},
        **{"{": r"\textbraceleft{}", "}": r"\textbraceright{}"},
    }
)
"""Text as TeX takes it: a brace of the text must not count among those around it."""
LIGATURE = re.compile(r"([-'`])(?=\1)|(?<=([-'`]))\2")
"""Signs that TeX would draw together: two hyphens are no dash."""
IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def render_bibtex(items: Sequence[Item]) -> str:
    """A bibliography; each entry's key is the resource's. The types are those that every reader knows."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(item) if value)
    return f"@{_type(item)}{{{item.key},\n{fields}}}\n"


def _type(item: Item) -> str:
    """A book, an article in a journal, or what is only found somewhere: preprints, as arXiv itself gives them, too."""
    if item.kind is Kind.BOOK:
        return "book"
    return "article" if item.kind is Kind.PAPER and "arxiv" not in _identifiers(item) else "misc"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    identifiers = _identifiers(item)
    address = (item.url or "").translate(IN_ADDRESS)
    yield "title", _escaped(item.title)
    yield "author", " and ".join(map(_name, item.creator.split(","))) if item.creator else ""
    yield "year", str(item.year or "")
    yield "url", address
    if _type(item) == "misc":
        yield "howpublished", rf"\url{{{address}}}" if address and "arxiv" not in identifiers else ""
        yield "type", item.kind or ""
    yield "doi", identifiers.get("doi", "")
    yield "eprint", identifiers.get("arxiv", "")
    yield "archivePrefix", "arXiv" if "arxiv" in identifiers else ""
    yield "isbn", identifiers.get("isbn", "")
    yield "language", item.language or ""
    yield "keywords", ", ".join(map(_escaped, item.topics))


def _escaped(text: str) -> str:
    return LIGATURE.sub(r"{\g<0>}", text.translate(SPECIAL))


def _identifiers(item: Item) -> dict[str, str]:
    return dict(identifiers_of(item.url)) if item.url else {}


def _name(name: str) -> str:
    """A name among those that "and" parts."""
    shown = _escaped(name.strip())
    return f"{{{shown}}}" if " and " in shown else shown
