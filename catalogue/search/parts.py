"""The parts of a question: each topic, qualifier or word that it is made of, as an expression. Pure."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum, auto

from catalogue.search.analyzer import Token
from catalogue.search.expressions import either, every, halves, joined, phrase, quote, without, word
from catalogue.search.littlewords import is_little
from catalogue.search.lookalikes import Terms
from catalogue.search.propernames import PROPER_NAMES, host_term
from catalogue.search.qualifiers import FILLERS, QUALIFIERS, facet_of, facet_term
from catalogue.search.topicwords import TopicSpan, TopicWords, terms_of, topic_term

MOST_REJOINED = 6
"""Longer questions are not tried with each two or three of their words as one."""


class Role(Enum):
    """What a part is to the question."""

    TOPIC = auto()
    WORD = auto()
    QUALIFIER = auto()
    FILLER = auto()  # it says nothing beside a topic: Python (programming), (разработка под) Android, SQL (databases)


@dataclass(frozen=True, slots=True)
class Part:
    """The tokens from `start` to `end` of a question: by the words typed, and by whatever else may stand for them."""

    start: int
    end: int
    role: Role
    own: str
    wide: str


def find_parts(tokens: Sequence[Token], spans: Sequence[TopicSpan], topic_words: TopicWords) -> list[Part]:
    """The topics a query names, the qualifiers and the words around them that say something, in order."""
    named = {topic for span in spans for topic in span.topics}
    parts = [_topic_part(tokens[span.start : span.end], span, topic_words, named) for span in spans]
    inside = {place for span in spans for place in range(span.start, span.end)}
    for words, part_of in ((PROPER_NAMES, _name_part), (QUALIFIERS, _qualifier_part)):
        for span in words.spans(tokens):
            if inside.isdisjoint(range(span.start, span.end)):
                parts.append(part_of(tokens[span.start : span.end], span))
                inside.update(range(span.start, span.end))
    said = [place for place, token in enumerate(tokens) if not is_little(token)]
    parts += [_word_part(place, tokens[place]) for place in said if place not in inside]
    every_word = [_word_part(place, token) for place, token in enumerate(tokens)]
    return sorted(_in_their_roles(parts) or every_word, key=lambda part: part.start)


def rejoined(tokens: Sequence[Token], parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The parts of a short question with words typed apart read as one; no part is torn."""
    if len(tokens) > MOST_REJOINED:
        return
    for start, end in ((first, last + 1) for last in range(1, len(tokens)) for first in range(max(0, last - 2), last)):
        outside = [part for part in parts if part.end <= start or part.start >= end]
        inside = [part for part in parts if part.start >= start and part.end <= end]
        one = joined(tokens[start:end]) if len(outside) + len(inside) == len(parts) else ""
        if one:
            yield sorted([*outside, Part(start, end, Role.WORD, one, one)], key=lambda part: part.start)


def _in_their_roles(parts: Sequence[Part]) -> list[Part]:
    """Fillers count where they stand beside a topic and no word; alone they are words, and so are qualifiers."""
    roles = {part.role for part in parts}
    if roles <= {Role.QUALIFIER, Role.FILLER}:
        return [replace(p, role=Role.WORD, wide=p.own if p.role is Role.FILLER else p.wide) for p in parts]
    if Role.TOPIC in roles and Role.WORD not in roles:
        return list(parts)
    return [replace(part, role=Role.QUALIFIER) if part.role is Role.FILLER else part for part in parts]


def _topic_part(tokens: Sequence[Token], span: TopicSpan, topic_words: TopicWords, named: Set[str]) -> Part:
    """A topic by the words typed, by its other names, or by its mark on the resource.

    It says nothing where the question names a part of it, too.
    """
    marks = [f"topics : {quote(topic_term(topic))}" for topic in span.topics]
    lookalikes = [f"title : {phrase(name)}" for topic in span.topics for name in topic_words.lookalikes_of(topic)]
    own = without(_own(tokens), lookalikes)
    wide = either(own, without(_in_title(span, topic_words), lookalikes), *marks)
    is_said = all(any(topic_words.is_within(other, topic) for other in named) for topic in span.topics)
    return Part(span.start, span.end, Role.FILLER if is_said else _role(span, Role.TOPIC), own, wide)


def _qualifier_part(tokens: Sequence[Token], span: TopicSpan) -> Part:
    """A qualifier by the words typed, by what it is called in another language, or by what is known of the resource."""
    facets = [facet for qualifier in span.topics if (facet := facet_of(qualifier))]
    marks = [f"topics : {quote(facet_term(*facet))}" for facet in facets]
    own = f"({_own(tokens)})"
    return Part(
        span.start, span.end, _role(span, Role.QUALIFIER), own, either(own, _in_title(span, QUALIFIERS), *marks)
    )


def _name_part(tokens: Sequence[Token], span: TopicSpan) -> Part:
    """A person, a school or a site by the words typed, by its name in another language, or as where a resource is."""
    own = f"({_own(tokens)})"
    apart = halves(tokens[0]) if len(tokens) == 1 else ""
    sites = (_as_host(name) for topic in span.topics for name in PROPER_NAMES.phrases_of(topic))
    names = (f"{{title note}} : {phrase(name)}" for person in span.topics for name in PROPER_NAMES.phrases_of(person))
    return Part(span.start, span.end, Role.WORD, own, either(own, apart, *names, *sites))


def _word_part(place: int, token: Token) -> Part:
    """A word as typed, as two words, or as the name of the site where a resource is."""
    own = word(token)
    wide = own if token.is_exact else either(own, halves(token), _as_host(token.terms))
    return Part(place, place + 1, Role.WORD, own, wide)


def _as_host(terms: Terms) -> str:
    return f"topics : {quote(host_term(terms[0]))}" if len(terms) == 1 and terms[0].isascii() else ""


def _role(span: TopicSpan, usual: Role) -> Role:
    return Role.FILLER if FILLERS.issuperset(span.topics) else usual


def _own(tokens: Sequence[Token]) -> str:
    """The words typed for one thing; in a row where a little word tells it apart (with a teacher, without one)."""
    return phrase(terms_of(tokens)) if any(map(is_little, tokens)) else every(map(word, tokens))


def _in_title(span: TopicSpan, words: TopicWords) -> str:
    """Any name of what a span names, in a title."""
    return either(*(f"title : {phrase(name)}" for topic in span.topics for name in words.phrases_of(topic)))
