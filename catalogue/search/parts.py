"""The parts of a question: each topic, qualifier or word that it is made of, as an expression. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from catalogue.search.analyzer import Token
from catalogue.search.expressions import either, every, phrase, quote, without, word
from catalogue.search.qualifiers import FILLERS, QUALIFIERS, facet_of, facet_term
from catalogue.search.stemming import stem
from catalogue.search.topicwords import TopicSpan, TopicWords, terms_of, topic_term

STOP_WORDS = frozenset(
    stem(little)
    for language in (
        "a about an and are as at by for from how in is of on or the to using what with",
        "без в для до за и из или к как на не о об от по под при про с со у что это",
        "与 和 及 之 在 中 的",
    )
    for little in language.split()
)
"""Words that a query need not find, as the analyzer leaves them."""


class Role(Enum):
    """What a part is to the question."""

    TOPIC = auto()
    WORD = auto()
    QUALIFIER = auto()
    FILLER = auto()  # it says nothing beside a topic: Python (programming), (разработка под) Android


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question, from the token `start` on: by the words typed, and by whatever else may stand for it."""

    start: int
    role: Role
    own: str
    wide: str


def find_parts(tokens: Sequence[Token], spans: Sequence[TopicSpan], topic_words: TopicWords) -> list[Part]:
    """The topics a query names, the qualifiers and the words around them that say something, in order."""
    parts = [_topic_part(tokens[span.start : span.end], span, topic_words) for span in spans]
    inside = {place for span in spans for place in range(span.start, span.end)}
    for span in QUALIFIERS.spans(tokens):
        if inside.isdisjoint(range(span.start, span.end)):
            parts.append(_qualifier_part(tokens[span.start : span.end], span))
            inside.update(range(span.start, span.end))
    for place, token in enumerate(tokens):
        if place not in inside and not _is_stop_word(token):
            parts.append(Part(place, Role.WORD, word(token), word(token)))
    return sorted(_in_their_roles(parts) or _all_words(tokens), key=lambda part: part.start)


def _all_words(tokens: Sequence[Token]) -> list[Part]:
    return [Part(place, Role.WORD, own, own) for place, own in enumerate(map(word, tokens))]


def _in_their_roles(parts: Sequence[Part]) -> list[Part]:
    """Fillers count where they stand beside a topic and no word; "books" alone asks for the word, not for a kind."""
    roles = {part.role for part in parts}
    if roles <= {Role.QUALIFIER, Role.FILLER}:
        return [replace(part, role=Role.WORD, wide=part.own) for part in parts]
    if Role.TOPIC in roles and Role.WORD not in roles:
        return list(parts)
    return [replace(part, role=Role.QUALIFIER) if part.role is Role.FILLER else part for part in parts]


def _topic_part(tokens: Sequence[Token], span: TopicSpan, topic_words: TopicWords) -> Part:
    """A topic by the words typed, by its other names, or by its mark on the resource."""
    marks = [f"topics : {quote(topic_term(topic))}" for topic in span.topics]
    lookalikes = [f"title : {phrase(name)}" for topic in span.topics for name in topic_words.lookalikes_of(topic)]
    own = without(_own(tokens), lookalikes)
    wide = either(own, without(_in_title(span, topic_words), lookalikes), *marks)
    return Part(span.start, Role.FILLER if FILLERS.issuperset(span.topics) else Role.TOPIC, own, wide)


def _qualifier_part(tokens: Sequence[Token], span: TopicSpan) -> Part:
    """A qualifier by the words typed, by what it is called in another language, or by what is known of the resource."""
    facets = [facet for qualifier in span.topics if (facet := facet_of(qualifier))]
    marks = [f"topics : {quote(facet_term(*facet))}" for facet in facets]
    own = f"({_own(tokens)})"
    role = Role.FILLER if FILLERS.issuperset(span.topics) else Role.QUALIFIER
    return Part(span.start, role, own, either(own, _in_title(span, QUALIFIERS), *marks))


def _own(tokens: Sequence[Token]) -> str:
    """The words typed for one thing; in a row where a little word tells it apart (with a teacher, without one)."""
    return phrase(terms_of(tokens)) if any(map(_is_stop_word, tokens)) else every(map(word, tokens))


def _in_title(span: TopicSpan, words: TopicWords) -> str:
    """Any name of what a span names, in a title."""
    return either(*(f"title : {phrase(name)}" for topic in span.topics for name in words.phrases_of(topic)))


def _is_stop_word(token: Token) -> bool:
    return len(token.terms) == 1 and token.terms[0] in STOP_WORDS
