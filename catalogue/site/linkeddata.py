"""A resource as schema.org JSON-LD. Pure."""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from catalogue.site.drawing import clean_text, safe_link
from catalogue.site.rows import Row

TYPES = {
    "course": "Course",
    "book": "Book",
    "paper": "ScholarlyArticle",
    "video": "VideoObject",
    "creator": "Person",
    "article": "Article",
    "tutorial": "LearningResource",
    "tool": "SoftwareApplication",
    "dataset": "Dataset",
    "collection": "Collection",
    "roadmap": "LearningResource",
    "community": "Organization",
    "practice": "LearningResource",
    "podcast": "PodcastSeries",
    "website": "WebSite",
    "documentation": "TechArticle",
}
"""The schema.org type of each kind."""
NO_MARKUP = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def render_linked_data(row: Row, labels: Mapping[str, Mapping[str, str]], language: str) -> Markup:
    """JSON-LD that can stand inside a script element, whatever the title holds."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": TYPES.get(row["kind"], "LearningResource"),
        "name": clean_text(row["title"]),
        "alternateName": clean_text(row["title_en"]) if row["title_en"] else None,
        "url": safe_link(row["url"]),
        "inLanguage": row["language"],
        "educationalLevel": row["level"],
        "isAccessibleForFree": None if row["is_free"] is None else bool(row["is_free"]),
        "about": [labels.get(topic, {}).get(language, topic) for topic in row["topics"]] or None,
        "author": {"@type": "Person", "name": clean_text(row["creator"])} if row["creator"] else None,
        "datePublished": str(row["year"]) if row["year"] else None,
    }
    told = {name: value for name, value in data.items() if value is not None}
    return Markup(json.dumps(told, ensure_ascii=False).translate(NO_MARKUP))  # noqa: S704 - no sign of markup is left
