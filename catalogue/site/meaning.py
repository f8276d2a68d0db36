"""When nothing is found: what the reader may have meant, and the topics nearest to it."""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from catalogue.search.analyzer import Token, tokenize
from catalogue.search.folding import fold
from catalogue.search.query import NOTHING, parse_query
from catalogue.search.spelling import nearest_name, nearest_term, other_layout
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
    """What to offer to someone whose question found nothing."""
    guesses = (
        _other_layout(connection, shelf, ask.text),
        _near_label(shelf, ask.text),
        _respelt(connection, shelf, ask.text),
    )
    found: dict[str, str] = {}
    for guess in guesses:
        if guess and _finds(connection, shelf, guess):
            found.setdefault(fold(guess), guess)
    return Meant(tuple(found.values()), _near_topics(shelf, (ask.text, *found.values()), language))


def _finds(connection: sqlite3.Connection, shelf: Shelf, text: str) -> bool:
    return connection.execute(_EXISTS, (parse_query(text, shelf.topic_words).wide or NOTHING,)).fetchone() is not None


def _other_layout(connection: sqlite3.Connection, shelf: Shelf, text: str) -> str | None:
    typed = other_layout(text)
    return typed if typed != text.lower() and _finds(connection, shelf, typed) else None


def _near_label(shelf: Shelf, text: str) -> str | None:
    """The name of a topic that differs by a slip; it catches Chinese too, where words have no borders."""
    names = {fold(label): label for labels in shelf.labels.values() for label in labels.values()}
    near = nearest_name(fold(text), list(names))
    return names[near] if near else None


def _respelt(connection: sqlite3.Connection, shelf: Shelf, text: str) -> str | None:
    """The question with each unknown word replaced by the nearest known one."""
    known = _vocabulary(connection, shelf)
    words = []
    folded = fold(text)
    for token in tokenize(folded):
        word = folded[token.start : token.end]
        if known.isdisjoint(token.terms):
            word = _nearest_word(connection, token, known) or word
        words.append(word)
    respelt = " ".join(words)
    return respelt if respelt != " ".join(folded.split()) else None


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
    folded = fold(row[0])
    return next((folded[found.start : found.end] for found in tokenize(folded) if term in found.terms), term)


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
