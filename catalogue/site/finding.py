"""Answer a question: match in the index, rank, narrow, count, and load the rows of one page."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from catalogue.search.query import Query, parse_query
from catalogue.site.asking import PAGE_ROWS, Ask, Sort
from catalogue.site.shelf import Shelf

RANKED_AT_MOST = 4000
"""More matches than this are shown most recommended first: scoring them all would cost more than it tells."""
TIER = 1.5
"""How far the nearer of two places stands above the best score of the farther one."""
RECOMMENDATION = 0.15
"""What each doubling of the number of sources that name a resource adds to its rank."""

_COUNT = "select count(*) from (select 1 from resource_fts where resource_fts match ? limit ?)"
_MATCHES = "select rowid, -rank from resource_fts where resource_fts match ?"
_ROWIDS = "select rowid from resource_fts where resource_fts match ?"
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
    ALL_BUT_ONE = "all but one"


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of what was found, with the counts of every facet."""

    ask: Ask
    query: Query
    total: int
    rows: Sequence[Row]
    facets: Mapping[str, Sequence[tuple[str, int]]]
    width: Width = Width.ALL_WORDS

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
    page = _ordered(shelf, ask.sort, kept, matched)[first : first + rows]
    return Answer(ask, query, len(kept), load_cards(connection, page), shelf.counted(found, ask.chosen), width)


def _stretch(connection: sqlite3.Connection, shelf: Shelf, query: Query) -> tuple[dict[int, float], Width]:
    """What a question finds, asked more widely as long as that is nothing."""
    widths = ((query.wide, Width.ALL_WORDS), (query.prefix, Width.BEGUN_WORD), (query.loose, Width.ALL_BUT_ONE))
    for expression, width in widths:
        matched = _match(connection, shelf, query, expression)
        if matched:
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
    """The score of each resource an expression finds: own words in a title, then title or topic, then a heading."""
    if not expression:
        return {}
    if connection.execute(_COUNT, (expression, RANKED_AT_MOST + 1)).fetchone()[0] > RANKED_AT_MOST:
        found = connection.execute(_ROWIDS, (expression,))
        return {row[0]: _worth(shelf, row[0]) for row in found if row[0] in shelf.worth}
    scores = {row[0]: row[1] for row in connection.execute(_MATCHES, (expression,)) if row[0] in shelf.worth}
    own = dict(connection.execute(_MATCHES, (own_title_expression(query),)).fetchall())
    near = {row[0] for row in connection.execute(_ROWIDS, (f"{{title topics}} : ({expression})",))}
    worth = {id_: (score + own.get(id_, 0.0)) * _worth(shelf, id_) for id_, score in scores.items()}
    step = TIER * max(worth.values(), default=0.0)
    return {id_: score + step * shelf.worth[id_] * ((id_ in own) + (id_ in near)) for id_, score in worth.items()}


def own_title_expression(query: Query) -> str:
    """Titles that hold the words as typed; those that hold them in a row score higher."""
    return f"title : ({query.phrase} OR ({query.words}))"


def _worth(shelf: Shelf, id_: int) -> float:
    """How much a score counts for a resource: more the more sources name it, less when its link does not work."""
    return shelf.worth[id_] * (1 + RECOMMENDATION * max(shelf.recommended_by[id_] - 1, 0).bit_length())


def _ordered(shelf: Shelf, sort: Sort, ids: Collection[int], scores: Mapping[int, float] | None) -> Sequence[int]:
    """The ids in the order asked for; without words, relevance is quality."""
    match sort:
        case Sort.RELEVANCE if scores is not None:
            return sorted(ids, key=lambda id_: (-scores[id_], shelf.titles[id_], id_))
        case Sort.TITLE:
            whole = shelf.by_title
        case Sort.NEWEST:
            whole = shelf.by_age
        case Sort.RECOMMENDED:
            whole = shelf.by_recommendation
        case _:
            whole = shelf.by_quality
    return whole if len(ids) == len(whole) else [id_ for id_ in whole if id_ in ids]
