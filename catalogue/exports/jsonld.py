"""JSON-LD in the terms of schema.org: what search engines and other catalogues read."""

import json
from collections.abc import Sequence
from typing import Any

from catalogue.normalise.effort import iso_duration, parse_effort
from catalogue.records.exports import Item
from catalogue.vocabulary import Kind

TYPES = {
    Kind.COURSE: "Course",
    Kind.BOOK: "Book",
    Kind.PAPER: "ScholarlyArticle",
    Kind.VIDEO: "VideoObject",
    Kind.CREATOR: "Person",
    Kind.ARTICLE: "Article",
    Kind.TUTORIAL: "LearningResource",
    Kind.TOOL: "SoftwareApplication",
    Kind.DATASET: "Dataset",
    Kind.COLLECTION: "Collection",
    Kind.ROADMAP: "LearningResource",
    Kind.COMMUNITY: "Organization",
    Kind.PRACTICE: "LearningResource",
    Kind.PODCAST: "PodcastSeries",
    Kind.WEBSITE: "WebSite",
    Kind.DOCUMENTATION: "TechArticle",
}
"""The schema.org type of each kind; several kinds share one, so `learningResourceType` says ours as well."""


def render_jsonld(items: Sequence[Item]) -> str:
    """One graph with a node for each resource."""
    graph = ",\n".join(json.dumps(_node(item), ensure_ascii=False) for item in items)
    return f'{{"@context": "https://schema.org", "@graph": [\n{graph}\n]}}\n'


def _node(item: Item) -> dict[str, Any]:
    effort = parse_effort(item.effort) if item.effort else None
    told = {
        "learningResourceType": item.kind,
        "@type": TYPES[item.kind] if item.kind else "CreativeWork",
        "identifier": item.key,
        "name": item.title,
        "alternateName": item.title_en,
        "url": item.url,
        "educationalLevel": item.level,
        "inLanguage": item.language,
        "about": list(item.topics) or None,
        "author": {"@type": "Person", "name": item.creator} if item.creator else None,
        "datePublished": str(item.year) if item.year else None,
        "isAccessibleForFree": item.is_free,
        "timeRequired": iso_duration(effort) if effort else None,
        "courseWorkload": item.effort,
    }
    return {name: value for name, value in told.items() if value is not None}
