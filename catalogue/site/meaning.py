"""When nothing is found as it is typed: what the reader may have meant, and the topics nearest to it."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from catalogue.search.analyzer import Token, tokenize
from catalogue.search.folding import fold
from catalogue.search.query import NOTHING, parse_query
from catalogue.search.roman import from_roman
from catalogue.search.spelling import Vocabulary, nearest_name, other_layout
from catalogue.search.stemming import stem
from catalogue.site.shelf import Shelf

MOST_TERMS = 50_000
MOST_TOPICS = 5
_VOCABULARY = "select term from resource_vocab order by doc desc limit ?"
_EXISTS = "select 1 from resource_fts where resource_fts match ? limit 1"
_TITLE_WITH = """
    select r.title || ' ' || coalesce(r.title_en, '') || ' ' || coalesce(r.creator, '')
    from resource_fts f join resource r on r.id = f.rowid where resource_fts match ? order by f.rank limit 1"""


_KNOWN: WeakKeyDictionary[Shelf, "Known"] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Known:
    """What a question is held against, read once for each shelf: the terms of the index, the names of topics."""

    vocabulary: Vocabulary
    names: Mapping[str, str]


def load_guesses(connection: sqlite3.Connection, shelf: Shelf, text: str) -> list[str]:
    """Other questions that find something and may have been meant, each once, the likeliest first."""
    known = _known(connection, shelf)
    near = nearest_name(fold(text), known.names.keys())
    guesses = (other_layout(text), known.names[near] if near else "", _respelt(connection, shelf, known, text))
    found: dict[str, str] = {fold(text): ""}
    for guess in guesses:
        if guess and fold(guess) not in found and _finds(connection, shelf, guess):
            found[fold(guess)] = guess
    return [guess for guess in found.values() if guess]


def near_topics(shelf: Shelf, texts: Sequence[str], language: str) -> list[str]:
    """Topics whose names share a word with a question or its corrections, most resources first."""
    terms = {term for text in texts for token in tokenize(fold(text)) for term in token.terms}
    counts = dict(shelf.totals["topic"])
    near = [
        topic
        for topic in shelf.labels
        if counts.get(topic) and any(terms.intersection(name) for name in shelf.topic_words.phrases_of(topic))
    ]
    return sorted(near, key=lambda topic: (-counts[topic], shelf.labels[topic][language]))[:MOST_TOPICS]


def _finds(connection: sqlite3.Connection, shelf: Shelf, text: str) -> bool:
    return connection.execute(_EXISTS, (parse_query(text, shelf.topic_words).wide or NOTHING,)).fetchone() is not None


def _known(connection: sqlite3.Connection, shelf: Shelf) -> Known:
    if shelf not in _KNOWN:
        terms = (row[0] for row in connection.execute(_VOCABULARY, (MOST_TERMS,)))
        names = {fold(label): label for labels in shelf.labels.values() for label in labels.values()}
        _KNOWN[shelf] = Known(Vocabulary(terms), names)
    return _KNOWN[shelf]


def _respelt(connection: sqlite3.Connection, shelf: Shelf, known: Known, text: str) -> str:
    """The question with each unknown word replaced by the nearest known one; the name of a topic is known."""
    tokens = list(tokenize(fold(text)))
    named = {place for span in shelf.topic_words.spans(tokens) for place in range(span.start, span.end)}
    words = []
    for place, token in enumerate(tokens):
        is_unknown = place not in named and known.vocabulary.terms.isdisjoint(token.terms)
        words.append((_nearest_word(connection, token, known.vocabulary) if is_unknown else None) or token.text)
    return " ".join(words)


def _nearest_word(connection: sqlite3.Connection, token: Token, vocabulary: Vocabulary) -> str | None:
    """The known word nearest to a token, as a title spells it: the index itself holds stems only."""
    if len(token.terms) > 1 or token.is_cjk:
        return None
    for written in (fold(other_layout(token.text)), from_roman(token.text)):
        if stem(written) in vocabulary.terms:
            return written
    term = vocabulary.nearest(token.terms[0])
    row = connection.execute(_TITLE_WITH, (f'title : "{term}"',)).fetchone() if term else None
    if term is None or row is None:
        return term
    return next((found.text for found in tokenize(fold(row[0])) if term in found.terms), term)
