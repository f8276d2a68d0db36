"""Match a question in the index, as widely as it takes to find anything, and rank the finds."""

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from catalogue.search.query import Query
from catalogue.site.shelf import Shelf

RANKED_AT_MOST = 1000
"""A word that more resources hold is so common that how often it stands where tells nothing; its place still does."""
SCORED_AT_MOST = 4 * RANKED_AT_MOST
"""With so many finds in all, through other names of a topic too, looking for telling words is not worth its time."""

DEVOTION = 0.4
"""What a resource gains that is about nothing but what was asked for."""

_IDS = "select rowid from resource_fts where resource_fts match ?"
_SCORES = "select rowid, -rank from resource_fts where resource_fts match ? limit ?"


class Width(StrEnum):
    """How far a question had to be stretched before anything was found."""

    ALL_WORDS = "all words"
    BEGUN_WORD = "begun word"
    OTHER_WORDS = "other words"
    NOT_ALL_WORDS = "not all words"


@dataclass(frozen=True, slots=True)
class Finds:
    """The score of each resource found, and what had to be left out; where it is several things, one at a time."""

    scores: Mapping[int, float]
    width: Width = Width.ALL_WORDS
    left_out: tuple[str, ...] = ()


def match_all(connection: sqlite3.Connection, shelf: Shelf, query: Query) -> Finds:
    """What has all words of a question, be it in what documents note of it only; or all but the end of the last."""
    said = (_outside_notes(query.wide), Width.ALL_WORDS)
    for expression, width in (said, (query.wide, Width.ALL_WORDS), (query.prefix, Width.BEGUN_WORD)):
        if scores := _match(connection, shelf, query, query.words, expression):
            return Finds(scores, width)
    return Finds({})


def match_most(connection: sqlite3.Connection, shelf: Shelf, query: Query) -> Finds:
    """What is found without some of the words, as few as it takes."""
    for step in query.loose:
        finds = Finds({}, Width.NOT_ALL_WORDS)
        for shorter in step:
            expression = _outside_notes(shorter.expression)
            if scores := _match(connection, shelf, query, expression, expression):
                best = {id_: max(score, finds.scores.get(id_, 0.0)) for id_, score in scores.items()}
                finds = Finds({**finds.scores, **best}, finds.width, (*finds.left_out, shorter.left_out))
        if finds.scores:
            return finds
    return Finds({})


def _match(connection: sqlite3.Connection, shelf: Shelf, query: Query, words: str, wide: str) -> dict[int, float]:
    """The score of each resource that an expression finds, `wide`; `words` is the narrower one of the words typed.

    Place first: the words in a row in a title, all of them in a title, their like in a title, a topic, a heading.
    Within a place how telling the words are, and how little else the resource is about. All of it counts by how many
    sources name the resource and whether its link works.
    """
    if not wide:
        return {}
    found = _ids(connection, wide) & shelf.ids
    scores: dict[int, float] = {}
    for tier, ids in zip(shelf.tiers, _places(connection, shelf, query, (words, wide), found), strict=True):
        scores.update(zip(ids, map(tier.__getitem__, ids), strict=True))
    if len(found) <= SCORED_AT_MOST:
        for id_, score in chain(_telling(connection, words).items(), _devoted(shelf, query, found).items()):
            if id_ in found:
                scores[id_] += score * shelf.weight[id_]
    return scores


def _outside_notes(expression: str) -> str:
    """An expression that must hold without the notes: they tell of other things, too, such as what to know before."""
    return expression and f"{{title topics section}} : ({expression})"


def _devoted(shelf: Shelf, query: Query, found: Collection[int]) -> dict[int, float]:
    """The share of what each find is about that was asked for: a book on SQL alone stands before one on ten things."""
    asked = set(query.topics)
    topics = shelf.values["topic"]
    return {id_: DEVOTION * len(asked.intersection(topics[id_])) / len(topics[id_]) for id_ in found if topics[id_]}


def _telling(connection: sqlite3.Connection, words: str) -> dict[int, float]:
    """How telling the words are in each resource, at most 1; nothing where they are too common to tell anything."""
    scored = dict(connection.execute(_SCORES, (words, RANKED_AT_MOST + 1)).fetchall())
    if len(scored) > RANKED_AT_MOST:
        return {}
    best = max(scored.values(), default=0.0) or 1.0
    return {id_: score / best for id_, score in scored.items()}


def _places(
    connection: sqlite3.Connection, shelf: Shelf, query: Query, expressions: tuple[str, str], found: set[int]
) -> list[set[int]]:
    """The finds by where the words stand, farthest first: heading, topic, their like in a title, a title, in a row."""
    words, wide = expressions
    in_a_row = _ids(connection, f"title : {query.phrase}") & found if len(query.tokens) > 1 else set()
    titled = (_ids(connection, f"title : ({words})") & found) - in_a_row
    alike = (_ids(connection, f"title : ({wide})") & found) - titled - in_a_row
    headed = (_ids(connection, f"section : ({words})") & found) - alike - titled - in_a_row
    headed.difference_update(*(shelf.holders["topic"].get(topic, ()) for topic in query.topics))
    return [headed, found - headed - alike - titled - in_a_row, alike, titled, in_a_row]


def _ids(connection: sqlite3.Connection, expression: str) -> set[int]:
    return set(chain.from_iterable(connection.execute(_IDS, (expression,))))
