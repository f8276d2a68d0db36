"""The search page: ranked results, facets with counts, and the same answer as JSON, CSV and Atom."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from datasette.utils.asgi import Request, Response

from catalogue.site.asking import FACETS, Ask, Sort, parse_ask
from catalogue.site.finding import Answer, load_answer
from catalogue.site.meaning import near_topics
from catalogue.site.messages import name_of
from catalogue.site.shelf import Shelf
from catalogue.site.site import draw, language_of, site_of

FIRST_VALUES = 6
MOST_VALUES = 20


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet as a link that chooses it, or lets it go."""

    label: str
    count: int
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: its values, those behind "more" apart."""

    name: str
    first: Sequence[Value]
    rest: Sequence[Value]


def ask_of(request: Request) -> Ask:
    """The question of a request."""
    return parse_ask(parse_qsl(request.query_string, keep_blank_values=True, errors="replace"))


async def search(datasette: Any, request: Request) -> Response:
    """Draw the page of results."""
    site, ask, language = site_of(datasette), ask_of(request), language_of(request)

    def load(connection: sqlite3.Connection, shelf: Shelf) -> dict[str, Any]:
        answer = load_answer(connection, shelf, ask)
        return {
            "ask": ask,
            "answer": answer,
            "near": [] if answer.total else near_topics(shelf, (ask.text, *answer.guesses), language),
            "ask_for": lambda text: Ask(text).address(),
            "sorts": tuple(Sort),
            "facets": _facets(answer, shelf, language),
            "chips": [
                {"label": _label(shelf, language, facet, value), "address": ask.toggled(facet, value).address()}
                for facet in FACETS
                for value in ask.chosen.get(facet, ())
            ],
        }

    return draw(site, request, "search.html", await site.load(load))


def _facets(answer: Answer, shelf: Shelf, language: str) -> list[Facet]:
    facets = []
    for name in FACETS:
        ask = answer.ask
        counts = dict(answer.facets[name])
        chosen = [(value, counts.get(value, 0)) for value in ask.chosen.get(name, ())]
        others = [(value, count) for value, count in answer.facets[name] if not ask.has(name, value)]
        add = ask.adder(name)
        values = [
            Value(_label(shelf, language, name, value), count, ask.toggled(name, value).address(), is_chosen=True)
            for value, count in chosen
        ]
        values += [
            Value(_label(shelf, language, name, value), count, add(value), is_chosen=False)
            for value, count in others[:MOST_VALUES]
        ]
        shown = max(FIRST_VALUES, len(chosen))
        if values:
            facets.append(Facet(name, values[:shown], values[shown:]))
    return facets


def _label(shelf: Shelf, language: str, facet: str, value: str) -> str:
    """What a reader calls a value of a facet."""
    if facet == "topic":
        return shelf.labels.get(value, {}).get(language, value)
    return name_of(language, facet, value)
