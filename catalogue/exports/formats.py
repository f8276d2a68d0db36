"""Every format out, by name: who writes it, and which fields survive in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from catalogue.exports.bibtex import render_bibtex
from catalogue.exports.csvtable import render_csv
from catalogue.exports.json import render_json
from catalogue.exports.jsonld import render_jsonld
from catalogue.exports.markdown import render_markdown
from catalogue.exports.netscape import render_netscape
from catalogue.exports.schemaorg import WORKS_ONLY
from catalogue.records.exports import Item
from catalogue.vocabulary import Kind

PEOPLE = frozenset({Kind.CREATOR, Kind.COMMUNITY})
ALL = tuple(field.name for field in fields(Item))
VALUES = ("title", "url", "kind", "level", "language", "topics", "creator", "year", "is_free", "effort")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its writer, the fields a reader gets back from it, the ending of its files.

    `not_of_people` are fields that it carries for works only, not for creators and communities.
    """

    name: str
    render: Callable[[Sequence[Item]], str]
    carries: tuple[str, ...]
    suffix: str
    not_of_people: tuple[str, ...] = ()


FORMATS = {
    form.name: form
    for form in (
        Format("json", render_json, ALL, ".json"),
        Format("csv", render_csv, VALUES, ".csv"),
        Format("netscape", render_netscape, ("title", "url", "places"), ".html"),
        Format("bibtex", render_bibtex, ("title", "url", "kind", "language", "topics", "creator", "year"), ".bib"),
        Format("markdown", render_markdown, ("title", "url", "kind", "level"), ".md"),
        Format("jsonld", render_jsonld, VALUES, ".jsonld", WORKS_ONLY),
    )
}


def lost_fields(form: Format, items: Sequence[Item]) -> tuple[str, ...]:
    """The fields that items hold and a format does not carry."""
    return tuple(name for name in ALL if any(_is_lost(form, item, name) for item in items))


def _is_lost(form: Format, item: Item, name: str) -> bool:
    left_out = name not in form.carries or (item.kind in PEOPLE and name in form.not_of_people)
    return left_out and getattr(item, name) not in (None, ())
