"""Topics: all of them as a tree, and each with its resources by language and level."""

import sqlite3
from collections import Counter
from typing import Any
from urllib.parse import unquote

from datasette.utils.asgi import NotFound, Request, Response

from catalogue.site.finding import load_cards
from catalogue.site.messages import name_of
from catalogue.site.pictures import draw_shares
from catalogue.site.rows import load_rows
from catalogue.site.shelf import Shelf
from catalogue.site.site import draw, language_of, site_of

CARDS = 20
LEVELS = ("beginner", "intermediate", "advanced", "")
_NAMES = "select language, label from topic_label where topic_id = ? order by language, label"


async def topics(datasette: Any, request: Request) -> Response:
    """Draw all topics that something is about, each under the one it is part of."""
    site, language = site_of(datasette), language_of(request)
    counts, broader, labels = await site.load(
        lambda _, shelf: (dict(shelf.totals["topic"]), shelf.broader, shelf.labels)
    )

    def under(parent: str | None) -> list[dict[str, Any]]:
        found = [topic for topic, above in broader.items() if above == parent]
        ordered = sorted(found, key=lambda topic: labels[topic][language].casefold())
        nodes = [{"id": topic, "count": counts.get(topic, 0), "under": under(topic)} for topic in ordered]
        return [node for node in nodes if node["count"] or node["under"]]

    return draw(site, request, "topics.html", {"tree": under(None)})


async def topic(datasette: Any, request: Request) -> Response:
    """Draw one topic in the language asked for."""
    site, id_, language = site_of(datasette), unquote(request.url_vars["id"]), language_of(request)

    def load(connection: sqlite3.Connection, shelf: Shelf) -> dict[str, Any]:
        if id_ not in shelf.labels:
            raise NotFound("no such topic")
        held = shelf.holders["topic"].get(id_, set())
        counts = dict(shelf.totals["topic"])
        best = [other for other in shelf.by_quality if other in held][:CARDS]
        languages = Counter(value for other in held for value in shelf.values["language"][other])
        named = [(name_of(language, "language", value), count) for value, count in languages.most_common(8)]
        return {
            "topic": id_,
            "total": len(held),
            "names": load_rows(connection, _NAMES, id_),
            "broader": shelf.broader[id_],
            "narrower": [other for other, above in shelf.broader.items() if above == id_ and other in counts],
            "counts": counts,
            "table": _by_language_and_level(shelf, held),
            "levels": LEVELS,
            "picture": draw_shares(named, shelf.labels[id_][language]) if len(named) > 1 else None,
            "cards": load_cards(connection, best),
        }

    return draw(site, request, "topic.html", await site.load(load))


def _by_language_and_level(shelf: Shelf, held: set[int]) -> list[tuple[str, list[int]]]:
    """For each language, most frequent first, the count of each level; the last column is "not known"."""
    counts: dict[str, Counter[str]] = {}
    for id_ in held:
        for language in shelf.values["language"][id_] or ("",):
            for level in shelf.values["level"][id_] or ("",):
                counts.setdefault(language, Counter())[level] += 1
    ordered = sorted(counts.items(), key=lambda row: (-row[1].total(), row[0]))
    return [(language, [levels[level] for level in LEVELS]) for language, levels in ordered]
