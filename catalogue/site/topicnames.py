"""The names of topics as the database has them, read once for all who ask: connections and shelves."""

import functools
import sqlite3

from catalogue.search.topicwords import NO_TOPICS, TopicWords

_IS_THERE = "select 1 from sqlite_schema where name = 'topic_label'"
_NAMES = "select topic_id, label from topic_label order by topic_id, label"
_BROADER = "select id, broader from topic order by id"


def load_topic_words(connection: sqlite3.Connection) -> TopicWords:
    """Every name of every topic; none in a database that is not a catalogue."""
    if connection.execute(_IS_THERE).fetchone() is None:
        return NO_TOPICS
    return _topic_words(tuple(connection.execute(_NAMES)), tuple(connection.execute(_BROADER)))


@functools.lru_cache(maxsize=1)
def _topic_words(names: tuple[tuple[str, str], ...], broader: tuple[tuple[str, str | None], ...]) -> TopicWords:
    return TopicWords(names, dict(broader))
