"""Mark in a text what a query found. Escapes first, so that a title can hold anything. Pure."""

import functools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from catalogue.search.analyzer import Token, tokenize
from catalogue.search.folding import fold_with_places
from catalogue.search.query import Query

Span = tuple[int, int]


def render_highlights(text: str, query: Query) -> str:
    """The text as HTML, with <mark> around the words of the query and the names of its topics."""
    text = unicodedata.normalize("NFC", text)
    if not query.tokens:
        return escape(text)
    tokens, places = _read(text)
    spans = [*_word_spans(tokens, query), *_name_spans(tokens, query.names)]
    pieces: list[str] = []
    end = 0
    for first, last in _merged((places[start], places[stop - 1] + 1) for start, stop in spans):
        pieces += [escape(text[end:first]), "<mark>", escape(text[first:last]), "</mark>"]
        end = last
    return "".join([*pieces, escape(text[end:])])


@functools.lru_cache(2000)
def _read(text: str) -> tuple[tuple[Token, ...], tuple[int, ...]]:
    """The tokens of a title, and for each folded character the place it came from; the best titles come again."""
    folded, places = fold_with_places(text)
    return tuple(tokenize(folded)), tuple(places)


def _word_spans(tokens: Iterable[Token], query: Query) -> Iterator[Span]:
    """Where words of the query stand; of a Chinese run, the pairs that are in the query."""
    wanted = {term for token in query.tokens for term in (*token.terms, *token.extras)}
    for token in tokens:
        if token.is_cjk:
            yield from _cjk_spans(token, wanted)
        elif wanted.issuperset(token.terms) or not wanted.isdisjoint(token.extras):
            yield token.start, token.end


def _cjk_spans(token: Token, wanted: set[str]) -> Iterator[Span]:
    for place, term in enumerate(token.terms):
        if term in wanted:
            yield token.start + place, token.start + place + len(term)
    for place, char in enumerate(token.extras):
        if char in wanted:
            yield token.start + place, token.start + place + 1


def _name_spans(tokens: Sequence[Token], names: Iterable[Sequence[str]]) -> Iterator[Span]:
    """Where a whole name of a topic stands."""
    terms = [(term, *_place_of(token, number)) for token in tokens for number, term in enumerate(token.terms)]
    for name in names:
        for start in range(len(terms) - len(name) + 1):
            found = terms[start : start + len(name)]
            if [term for term, _, _ in found] == list(name):
                yield found[0][1], found[-1][2]


def _place_of(token: Token, number: int) -> Span:
    """Where a term of a token stands: known to the character in Chinese, to the whole token elsewhere."""
    if token.is_cjk:
        return token.start + number, min(token.start + number + 2, token.end)
    return token.start, token.end


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch joined."""
    merged: list[Span] = []
    for start, stop in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return merged
