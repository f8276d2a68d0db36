"""What a heading says of a resource under it: of "Git | Linux | SQL" a lesson on Linux is one thing only. Pure."""

import re
from collections.abc import Collection

from catalogue.search.analyzer import tokenize
from catalogue.search.folding import fold
from catalogue.search.topicwords import TopicWords

SEPARATOR = re.compile(r"\s*[|/,;·•+&、，；]\s*|\s+(?:and|и)\s+|与|和")


def said_of(heading: str, topics: Collection[str], topic_words: TopicWords) -> str:
    """A heading without those pieces that name other topics than the resource is about, where one names its own.

    A topic that holds one of the resource's is its own, too.
    """
    pieces = {piece: _named(piece, topic_words) for piece in SEPARATOR.split(heading)}
    own = {
        piece
        for piece, named in pieces.items()
        if any(topic == name or topic_words.is_within(topic, name) for topic in topics for name in named)
    }
    kept = [piece for piece, named in pieces.items() if piece in own or not named]
    return " ".join(kept) if own and len(kept) < len(pieces) else heading


def _named(piece: str, topic_words: TopicWords) -> set[str]:
    spans = topic_words.spans(list(tokenize(fold(piece))))
    return {topic for span in spans for topic in span.topics}
