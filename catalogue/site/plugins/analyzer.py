"""Datasette's own search boxes ask through our analyzer too."""

from datasette import hookimpl

from catalogue.search.query import parse_query
from catalogue.search.topicwords import TopicWords


@hookimpl(trylast=True)
def prepare_connection(conn):
    """Replace `escape_fts`, through which every `_search` goes; trylast, so that ours is the one that stays."""
    names = "select name from sqlite_schema where name = 'topic_label'"
    has_topics = conn.execute(names).fetchone() is not None
    labels = conn.execute("select topic_id, label from topic_label").fetchall() if has_topics else ()
    words = TopicWords(labels)
    conn.create_function("escape_fts", 1, lambda text: parse_query(str(text or ""), words).match)
