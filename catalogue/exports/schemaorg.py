"""A resource in the terms of schema.org, each property where its type has it. Pure."""

from collections.abc import Mapping
from typing import Any

from catalogue.vocabulary import Kind

TYPES: dict[str, str] = {
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
"""The type of each kind; several kinds share one, so `learningResourceType` says ours as well."""
NO_WORKS = frozenset({"Person", "Organization"})
"""Types that are no works: they have none of WORKS_ONLY, and know languages and topics."""
WORKS_ONLY = ("level", "creator", "year", "is_free", "effort")


def node_of(resource: Mapping[str, Any]) -> dict[str, Any]:
    """The node of a resource, whose fields are called as in the view `resources`; what is not known is left out."""
    own = TYPES.get(resource["kind"] or "", "LearningResource")
    about = list(resource["topics"]) or None
    node = {
        "@type": own,
        "name": resource["title"],
        "alternateName": resource["title_en"] if resource["title_en"] != resource["title"] else None,
        "url": resource["url"],
    }
    if own in NO_WORKS:
        return _told(node | {"knowsLanguage": resource["language"], "knowsAbout": about})
    work = {
        "learningResourceType": resource["kind"],
        "educationalLevel": resource["level"],
        "inLanguage": resource["language"],
        "about": about,
        "author": {"@type": "Person", "name": resource["creator"]} if resource["creator"] else None,
        "datePublished": str(resource["year"]) if resource["year"] else None,
        "isAccessibleForFree": None if resource["is_free"] is None else bool(resource["is_free"]),
    }
    return _told(node | work)


def _told(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
