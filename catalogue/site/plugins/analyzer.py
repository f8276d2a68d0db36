"""Datasette's own search boxes ask through our analyzer too."""

from datasette import hookimpl

from catalogue.search.query import parse_query
from catalogue.site.topicnames import load_topic_words


@hookimpl(trylast=True)
def prepare_connection(conn):
    """Replace `escape_fts`, through which every `_search` goes; trylast, so that ours is the one that stays."""
    words = load_topic_words(conn)
    conn.create_function("escape_fts", 1, lambda text: parse_query(str(text or ""), words).match)
