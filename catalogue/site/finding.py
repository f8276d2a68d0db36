"""Answer a question: match in the index, rank, narrow, count, and load the rows of one page."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import islice
from typing import Any

from catalogue.search.folding import fold
from catalogue.search.query import Query, parse_query
from catalogue.search.spelling import is_slip
from catalogue.site.asking import PAGE_ROWS, Ask, Sort
from catalogue.site.matching import Finds, Width, match_all, match_most
from catalogue.site.meaning import load_guesses
from catalogue.site.shelf import Shelf

_CARDS = """
    select r.id, v.*, (select s.key from mention m join source s on s.id = m.source_id
        where m.resource_id = r.id order by m.id limit 1) as source
    from resource r join resources v on v.key = r.key
    where r.id in (select value from json_each(?))"""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of what was found, with the counts of every facet."""

    ask: Ask
    query: Query
    total: int
    rows: Sequence[Row]
    facets: Mapping[str, Sequence[tuple[str, int]]]
    width: Width = Width.ALL_WORDS
    left_out: tuple[str, ...] = ()
    """What had to be left out before anything was found; where it is several things, one at a time."""
    guesses: Sequence[str] = ()
    """What else may have been meant, where not all words were found as they were typed."""

    @property
    def shown_for(self) -> str | None:
        """The question that was surely meant, where it was answered instead of the one typed."""
        return self.query.text if self.width is Width.OTHER_WORDS else None

    @property
    def pages(self) -> int:
        """How many pages the answer has."""
        return -(-self.total // PAGE_ROWS)


def load_answer(connection: sqlite3.Connection, shelf: Shelf, ask: Ask, rows: int = PAGE_ROWS) -> Answer:
    """One page of the answer to a question."""
    query = parse_query(ask.text, shelf.topic_words)
    finds = match_all(connection, shelf, query)
    guesses: Sequence[str] = ()
    if query.tokens and not finds.scores:
        guesses = load_guesses(connection, shelf, ask.text)
        query, finds = _second_thoughts(connection, shelf, query, guesses)
    found: Collection[int] = finds.scores if ask.text else shelf.ids
    kept = shelf.narrowed(found, ask.chosen)
    first = (ask.page - 1) * rows
    page = _ordered(shelf, ask.sort, kept, finds.scores if ask.text else None, first + rows)[first:]
    cards = load_cards(connection, page)
    others = [guess for guess in guesses if guess != query.text]
    return Answer(ask, query, len(kept), cards, shelf.counted(found, ask.chosen), finds.width, finds.left_out, others)


def _second_thoughts(
    connection: sqlite3.Connection, shelf: Shelf, query: Query, guesses: Sequence[str]
) -> tuple[Query, Finds]:
    """What a question finds as it was surely meant, or without some of its words."""
    if slip := next((guess for guess in guesses if is_slip(fold(query.text), fold(guess))), None):
        meant = parse_query(slip, shelf.topic_words)
        return meant, replace(match_all(connection, shelf, meant), width=Width.OTHER_WORDS)
    return query, match_most(connection, shelf, query)


def load_cards(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    """What a card shows of some resources, in the order given."""
    cursor = connection.execute(_CARDS, (json.dumps(list(ids)),))
    names = [column[0] for column in cursor.description]
    by_id = {row[0]: dict(zip(names, row, strict=True)) for row in cursor}
    for row in by_id.values():
        row["topics"] = json.loads(row["topics"])
    return [by_id[id_] for id_ in ids if id_ in by_id]


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
