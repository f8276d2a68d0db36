"""Bring the full-text index up to the resources.

Writing is done by difference, in short transactions: a resource whose terms did not change is not touched, and a
rebuild never holds the database for longer than one batch.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Engine, TextClause, text
from sqlalchemy.orm import Session

from catalogue.database.schema import reading, writing
from catalogue.search.analyzer import ANALYZER_VERSION, index_text
from catalogue.search.headings import said_of
from catalogue.search.initials import initials_terms
from catalogue.search.propernames import host_terms
from catalogue.search.qualifiers import facet_term
from catalogue.search.topicwords import TopicWords, topic_term

WEIGHTS = "bm25(8.0, 4.0, 1.0, 1.0)"
"""A title says more than a topic, a topic more than the heading a resource stands under, or a note about it."""
BATCH_ROWS = 500

_ANALYSED = """
    select r.id, v.title, v.title_en, v.creator, v.topics, v.kind, v.level, v.language, v.url,
        case v.is_free when 1 then 'yes' end as free,
        (select json_group_array(distinct m.section) from mentions m where m.resource = v.key) as sections,
        (select json_group_array(distinct m.title) from mentions m where m.resource = v.key) as titles,
        (select json_group_array(distinct m.note) from mention m where m.resource_id = r.id) as notes
    from resources v join resource r on r.key = v.key order by r.id"""

_NAMES = "select topic_id, label from topic_label order by topic_id, label"
_BROADER = "select id, broader from topic order by id"

_SAVE = text("""
    insert into search_text (id, title, topics, section, note) values (:id, :title, :topics, :section, :note)
    on conflict (id) do update
        set title = excluded.title, topics = excluded.topics, section = excluded.section, note = excluded.note""")

Terms = tuple[str, str, str, str]
Row = dict[str, Any]


def sync_index(engine: Engine) -> int:
    """Bring the index up to the resources; returns how many rows had to be written or removed."""
    with reading(engine) as session:
        gone, changed = _differences(session)
    _save_in_batches(engine, text("delete from search_text where id = :id"), gone)
    _save_in_batches(engine, _SAVE, changed)
    with writing(engine) as session:
        _save_version(session)
    return len(gone) + len(changed)


def _differences(session: Session) -> tuple[list[Row], list[Row]]:
    """What to remove and what to write."""
    stored = session.execute(text("select id, title, topics, section, note from search_text"))
    held = {row[0]: (row[1], row[2], row[3], row[4]) for row in stored}
    wanted = dict(_analysed(session))
    gone = [{"id": id_} for id_ in held.keys() - wanted.keys()]
    changed = [_row(id_, terms) for id_, terms in wanted.items() if held.get(id_) != terms]
    return gone, changed


def _analysed(session: Session) -> Iterator[tuple[int, Terms]]:
    """Each resource's id and terms; words a column repeats from a stronger one are left out of the weaker."""
    names = [(row[0], row[1]) for row in session.execute(text(_NAMES))]
    topic_words = TopicWords(names, {row[0]: row[1] for row in session.execute(text(_BROADER))})
    for row in session.execute(text(_ANALYSED)).mappings():
        yield row["id"], _terms(row, topic_words)


def _terms(row: Mapping[Any, Any], topic_words: TopicWords) -> Terms:
    topics = _items(row["topics"])
    names = [row["title"], row["title_en"], row["creator"]]
    further = [title for title in _items(row["titles"]) if title not in names]
    return (
        index_text(*dict.fromkeys(names)),
        " ".join([*map(topic_term, topics), *_facets(row), *dict.fromkeys(_marks(row))]),
        index_text(*(said_of(heading, topics, topic_words) for heading in _items(row["sections"])), *further),
        index_text(*_items(row["notes"])),
    )


def _facets(row: Mapping[Any, Any]) -> Iterator[str]:
    """What is known of a resource, as terms that a question for it asks for."""
    return (facet_term(facet, row[facet]) for facet in ("kind", "level", "language", "free") if row[facet])


def _marks(row: Mapping[Any, Any]) -> Iterator[str]:
    """What else a resource is called by: the names in its address, the initials of its titles."""
    yield from host_terms(row["url"])
    for title in (row["title"], row["title_en"]):
        yield from initials_terms(title)


def _items(array: str | None) -> list[str]:
    return sorted(item for item in json.loads(array or "[]") if item)


def _row(id_: int, terms: Terms) -> Row:
    return {"id": id_, "title": terms[0], "topics": terms[1], "section": terms[2], "note": terms[3]}


def _save_in_batches(engine: Engine, statement: TextClause, rows: Sequence[Row]) -> None:
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH_ROWS)):
        with writing(engine) as session:
            session.execute(statement, batch)


def _save_version(session: Session) -> None:
    """Note which analyzer made the index, and how its columns weigh, where that is not noted yet."""
    if session.execute(text("select analyzer from search_version")).scalar() != ANALYZER_VERSION:
        session.execute(
            text("insert or replace into search_version values (1, :version)"), {"version": ANALYZER_VERSION}
        )
    if session.execute(text("select v from resource_fts_config where k = 'rank'")).scalar() != WEIGHTS:
        session.execute(
            text("insert into resource_fts(resource_fts, rank) values ('rank', :weights)"), {"weights": WEIGHTS}
        )
