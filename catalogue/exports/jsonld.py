"""JSON-LD in the terms of schema.org: what search engines and other catalogues read."""

import json
from collections.abc import Sequence
from typing import Any

from catalogue.exports.schemaorg import NO_WORKS, node_of
from catalogue.normalise.effort import iso_duration, parse_effort
from catalogue.records.exports import Item
from catalogue.vocabulary import Kind


def render_jsonld(items: Sequence[Item]) -> str:
    """One graph with a node for each resource."""
    graph = ",\n".join(json.dumps(_node(item), ensure_ascii=False) for item in items)
    return f'{{"@context": "https://schema.org", "@graph": [\n{graph}\n]}}\n'


def _node(item: Item) -> dict[str, Any]:
    node = node_of({name: getattr(item, name) for name in Item.__slots__})
    return node | {"identifier": item.key} | (_effort(item) if node["@type"] not in NO_WORKS else {})


def _effort(item: Item) -> dict[str, Any]:
    """The time a work takes: as a duration, and for a course in the words of its author, which its instances have."""
    if item.effort is None:
        return {}
    duration = iso_duration(parse_effort(item.effort))
    told: dict[str, Any] = {"timeRequired": duration} if duration else {}
    if item.kind is Kind.COURSE:
        told["hasCourseInstance"] = {"@type": "CourseInstance", "courseWorkload": item.effort}
    return told
