"""Answer a question: match in the index, rank, narrow, count, and load the rows of one page."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nlargest
from itertools import chain, islice
from typing import Any

from catalogue.search.query import Query, parse_query
from catalogue.site.asking import PAGE_ROWS, Ask, Sort
from catalogue.site.shelf import Shelf

RANKED_AT_MOST = 1000
"""A word that more resources hold is so common that how often it stands where tells nothing; its place still does."""
SCORED_AT_MOST = 4 * RANKED_AT_MOST
"""With so many finds in all, through other names of a topic too, looking for telling words is not worth its time."""

_IDS = "select rowid from resource_fts where resource_fts match ?"
_SCORES = "select rowid, -rank from resource_fts where resource_fts match ? limit ?"
_CARDS = """
    select r.id, v.*, (select s.key from mention m join source s on s.id = m.source_id
        where m.resource_id = r.id order by m.id limit 1) as source
    from resource r join resources v on v.key = r.key
    where r.id in (select value from json_each(?))"""

Row = dict[str, Any]


class Width(StrEnum):
    """How far a question had to be stretched before anything was found."""

    ALL_WORDS = "all words"
    BEGUN_WORD = "begun word"
    NOT_ALL_WORDS = "not all words"


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of what was found, with the counts of every facet."""

    ask: Ask
    query: Query
    total: int
    rows: Sequence[Row]
    facets: Mapping[str, Sequence[tuple[str, int]]]
    width: Width = Width.ALL_WORDS
    is_known: bool = True
    """Whether the words find anything at all, before filters."""

    @property
    def is_doubtful(self) -> bool:
        """Whether something else may have been meant: not all words were found together."""
        return not self.is_known or self.width is Width.NOT_ALL_WORDS

    @property
    def pages(self) -> int:
        """How many pages the answer has."""
        return -(-self.total // PAGE_ROWS)


def load_answer(connection: sqlite3.Connection, shelf: Shelf, ask: Ask, rows: int = PAGE_ROWS) -> Answer:
    """One page of the answer to a question."""
    query = parse_query(ask.text, shelf.topic_words)
    matched, width = _stretch(connection, shelf, query) if ask.text else (None, Width.ALL_WORDS)
    found: Collection[int] = shelf.ids if matched is None else matched.keys()
    kept = shelf.narrowed(found, ask.chosen)
    first = (ask.page - 1) * rows
    page = _ordered(shelf, ask.sort, kept, matched, first + rows)[first:]
    facets = shelf.counted(found, ask.chosen)
    return Answer(ask, query, len(kept), load_cards(connection, page), facets, width, is_known=bool(found))


def _stretch(connection: sqlite3.Connection, shelf: Shelf, query: Query) -> tuple[dict[int, float], Width]:
    """What a question finds, asked more widely as long as that is nothing."""
    rising = ((query.wide, Width.ALL_WORDS), (query.prefix, Width.BEGUN_WORD), (query.loose, Width.NOT_ALL_WORDS))
    for expression, width in rising:
        if matched := _match(connection, shelf, query, expression):
            return matched, width
    return {}, Width.ALL_WORDS


def load_cards(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    """What a card shows of some resources, in the order given."""
    cursor = connection.execute(_CARDS, (json.dumps(list(ids)),))
    names = [column[0] for column in cursor.description]
    by_id = {row[0]: dict(zip(names, row, strict=True)) for row in cursor}
    for row in by_id.values():
        row["topics"] = json.loads(row["topics"])
    return [by_id[id_] for id_ in ids if id_ in by_id]


def _match(connection: sqlite3.Connection, shelf: Shelf, query: Query, expression: str) -> dict[int, float]:
    """The score of each resource an expression finds.

    Place first: the words in a row in a title, all of them in a title, a title or topic, a heading. Within a place
    how telling the words are. All of it counts by how many sources name the resource and whether its link works.
    """
    if not expression:
        return {}
    found = _ids(connection, expression) & shelf.ids
    telling = _telling(connection, query.words) if len(found) <= SCORED_AT_MOST else {}
    scores: dict[int, float] = {}
    for tier, ids in zip(shelf.tiers, _places(connection, shelf, query, found), strict=True):
        scores.update(zip(ids, map(tier.__getitem__, ids), strict=True))
    for id_ in found.intersection(telling):
        scores[id_] += telling[id_] * shelf.weight[id_]
    return scores


def _telling(connection: sqlite3.Connection, words: str) -> dict[int, float]:
    """How telling the words are in each resource, at most 1; nothing where they are too common to tell anything."""
    scored = dict(connection.execute(_SCORES, (words, RANKED_AT_MOST + 1)).fetchall())
    if len(scored) > RANKED_AT_MOST:
        return {}
    best = max(scored.values(), default=0.0) or 1.0
    return {id_: score / best for id_, score in scored.items()}


def _places(connection: sqlite3.Connection, shelf: Shelf, query: Query, found: set[int]) -> list[set[int]]:
    """The finds by where the words stand, farthest first: under a heading only, as a topic, in a title, in a row."""
    titled = _ids(connection, f"title : ({query.words})") & found
    headed = (_ids(connection, f"section : ({query.words})") & found) - titled
    headed.difference_update(*(shelf.holders["topic"].get(topic, ()) for topic in query.topics))
    in_a_row = _ids(connection, f"title : {query.phrase}") & found if len(query.tokens) > 1 else set()
    return [headed, found - headed - titled - in_a_row, titled - in_a_row, in_a_row]


def _ids(connection: sqlite3.Connection, expression: str) -> set[int]:
    return set(chain.from_iterable(connection.execute(_IDS, (expression,))))


def _ordered(
    shelf: Shelf, sort: Sort, ids: Collection[int], scores: Mapping[int, float] | None, most: int
) -> Sequence[int]:
    """The first ids, at most so many, in the order asked for; without words, relevance is quality."""
    match sort:
        case Sort.RELEVANCE if scores is not None:
            return nlargest(most, ids, key=scores.__getitem__)
        case Sort.TITLE:
            whole = shelf.by_title
        case Sort.NEWEST:
            whole = shelf.by_age
        case Sort.RECOMMENDED:
            whole = shelf.by_recommendation
        case _:
            whole = shelf.by_quality
    return list(islice((id_ for id_ in whole if id_ in ids), most))
