"""A resource as schema.org JSON-LD. Pure."""

import json
from collections.abc import Mapping

from markupsafe import Markup

from catalogue.exports.schemaorg import node_of
from catalogue.site.drawing import clean_text, safe_link
from catalogue.site.rows import Row

NO_MARKUP = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def render_linked_data(row: Row, labels: Mapping[str, Mapping[str, str]], language: str) -> Markup:
    """JSON-LD that can stand inside a script element, whatever the title holds."""
    shown = {
        "title": clean_text(row["title"]),
        "title_en": clean_text(row["title_en"]) if row["title_en"] else None,
        "url": safe_link(row["url"]),
        "topics": [labels.get(topic, {}).get(language, topic) for topic in row["topics"]],
        "creator": clean_text(row["creator"]) if row["creator"] else None,
    }
    node = node_of({**row, **shown})
    return Markup(json.dumps({"@context": "https://schema.org"} | node, ensure_ascii=False).translate(NO_MARKUP))  # noqa: S704 - no sign of markup is left
