"""When nothing is found: what the reader may have meant, and the topics nearest to it."""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from catalogue.search.analyzer import Token, tokenize
from catalogue.search.folding import fold
from catalogue.search.query import NOTHING, parse_query
from catalogue.search.spelling import is_slip, nearest_name, nearest_term, other_layout
from catalogue.site.asking import Ask
from catalogue.site.shelf import Shelf

MOST_TERMS = 50_000
MOST_TOPICS = 5
_VOCABULARY = "select term from resource_vocab order by doc desc limit ?"
_EXISTS = "select 1 from resource_fts where resource_fts match ? limit 1"
_TITLE_WITH = """
    select r.title from resource_fts f join resource r on r.id = f.rowid
    where resource_fts match ? order by f.rank limit 1"""


_VOCABULARIES: WeakKeyDictionary[Shelf, frozenset[str]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Meant:
    """Questions that find something, and topics."""

    texts: Sequence[str] = ()
    topics: Sequence[str] = ()


def load_meant(connection: sqlite3.Connection, shelf: Shelf, ask: Ask, language: str) -> Meant:
    """What to offer to someone whose question found nothing as it stands."""
    texts = _guesses(connection, shelf, ask.text)
    return Meant(texts, _near_topics(shelf, (ask.text, *texts), language))


def load_slip(connection: sqlite3.Connection, shelf: Shelf, text: str) -> str | None:
    """What was surely meant: the same keys in the other alphabet, or so few letters wrong that nothing else is near."""
    sure = (guess for guess in _guesses(connection, shelf, text) if is_slip(fold(text), fold(guess)))
    return next(sure, None)


def _guesses(connection: sqlite3.Connection, shelf: Shelf, text: str) -> list[str]:
    """Other questions that find something, each once."""
    guesses = (other_layout(text), _near_label(shelf, text), _respelt(connection, shelf, text))
    found: dict[str, str] = {fold(text): ""}
    for guess in guesses:
        if guess and fold(guess) not in found and _finds(connection, shelf, guess):
            found[fold(guess)] = guess
    return [guess for guess in found.values() if guess]


def _finds(connection: sqlite3.Connection, shelf: Shelf, text: str) -> bool:
    return connection.execute(_EXISTS, (parse_query(text, shelf.topic_words).wide or NOTHING,)).fetchone() is not None


def _near_label(shelf: Shelf, text: str) -> str | None:
    """The name of a topic that differs by a slip; it catches Chinese too, where words have no borders."""
    names = {fold(label): label for labels in shelf.labels.values() for label in labels.values()}
    near = nearest_name(fold(text), list(names))
    return names[near] if near else None


def _respelt(connection: sqlite3.Connection, shelf: Shelf, text: str) -> str:
    """The question with each unknown word replaced by the nearest known one; the name of a topic is known."""
    known = _vocabulary(connection, shelf)
    tokens = list(tokenize(fold(text)))
    named = {place for span in shelf.topic_words.spans(tokens) for place in range(span.start, span.end)}
    words = []
    for place, token in enumerate(tokens):
        is_unknown = place not in named and known.isdisjoint(token.terms)
        words.append((_nearest_word(connection, token, known) if is_unknown else None) or token.text)
    return " ".join(words)


def _vocabulary(connection: sqlite3.Connection, shelf: Shelf) -> frozenset[str]:
    """The terms of the index, read once for each shelf."""
    if shelf not in _VOCABULARIES:
        _VOCABULARIES[shelf] = frozenset(row[0] for row in connection.execute(_VOCABULARY, (MOST_TERMS,)))
    return _VOCABULARIES[shelf]


def _nearest_word(connection: sqlite3.Connection, token: Token, vocabulary: Collection[str]) -> str | None:
    """The known word nearest to a token, as a title spells it: the index itself holds stems only."""
    term = nearest_term(token.terms[0], vocabulary) if len(token.terms) == 1 and not token.is_cjk else None
    row = connection.execute(_TITLE_WITH, (f'title : "{term}"',)).fetchone() if term else None
    if term is None or row is None:
        return term
    return next((found.text for found in tokenize(fold(row[0])) if term in found.terms), term)


def _near_topics(shelf: Shelf, texts: Sequence[str], language: str) -> list[str]:
    """Topics whose names share a word with the question or its corrections, most resources first."""
    terms = {term for text in texts for token in tokenize(fold(text)) for term in token.terms}
    counts = dict(shelf.totals["topic"])
    near = [
        topic
        for topic in shelf.labels
        if counts.get(topic) and any(terms.intersection(name) for name in shelf.topic_words.phrases_of(topic))
    ]
    return sorted(near, key=lambda topic: (-counts[topic], shelf.labels[topic][language]))[:MOST_TOPICS]
