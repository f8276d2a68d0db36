"""What a reader types, as safe FTS5 expressions of rising width. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.search.analyzer import Token, pairs, tokenize
from catalogue.search.expressions import either, every, joined, phrase, quote
from catalogue.search.folding import fold
from catalogue.search.parts import Part, Role, find_parts
from catalogue.search.qualifiers import QUALIFIERS
from catalogue.search.topicwords import NO_TOPICS, TopicWords, terms_of

LONGEST_QUERY = 200
MOST_TOKENS = 16
SHORTEST_PREFIX = 3
FEWEST_LOOSE = 3
NOTHING = '"0nothing0"'
"""An expression that matches no resource; the analyzer never makes this term."""
CJK_PARTICLE = "的"


@dataclass(frozen=True, slots=True)
class Query:
    """One question at rising width: each expression finds all that the one before it finds.

    `phrase`: the words as typed, in a row. `words`: all of them, anywhere. `wide`: the topics and qualifiers among
    them in any language, or as they are known of a resource. `prefix`: the last word may be the beginning of one.
    Asked only when nothing else finds anything, `loose`: the subject without its qualifiers, or all but one of its
    three words or more. All empty when nothing can be searched for.
    """

    text: str
    tokens: tuple[Token, ...] = ()
    topics: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    phrase: str = ""
    words: str = ""
    wide: str = ""
    prefix: str = ""
    loose: str = ""

    @property
    def match(self) -> str:
        """The widest expression: what one search box without second thoughts should ask for."""
        return self.prefix or NOTHING


def parse_query(text: str, topic_words: TopicWords = NO_TOPICS) -> Query:
    """The expressions of any text a reader may type."""
    folded = fold(text[:LONGEST_QUERY])
    tokens = _query_tokens(folded, topic_words)
    if not tokens:
        return Query(text)
    spans = topic_words.spans(tokens)
    parts = find_parts(tokens, spans, topic_words)
    topics = tuple(dict.fromkeys(topic for span in spans for topic in span.topics))
    all_words = either(every(part.own for part in parts), joined(folded, tokens))
    all_wide = either(all_words, every(part.wide for part in parts if part.role is not Role.FILLER))
    return Query(
        text=text,
        tokens=tuple(tokens),
        topics=topics,
        names=tuple(name for topic in topics for name in topic_words.phrases_of(topic)),
        phrase=phrase(terms_of(tokens)),
        words=all_words,
        wide=all_wide,
        prefix=either(all_wide, _with_prefix(tokens, parts)),
        loose=_loose(parts),
    )


def _loose(parts: Sequence[Part]) -> str:
    """What a question is about, without its qualifiers; or, of three parts or more, all but one that is no topic."""
    subject = [part for part in parts if part.role in (Role.TOPIC, Role.WORD)]
    shorter = [subject] if len(subject) < len(parts) else []
    if len(parts) >= FEWEST_LOOSE:
        spare = [part for part in parts if part.role is not Role.TOPIC]
        shorter += [[part for part in parts if part is not left_out] for left_out in spare or parts]
    return either(*(f"({every(part.wide for part in kept)})" for kept in shorter))


def _query_tokens(folded: str, topic_words: TopicWords) -> list[Token]:
    """The tokens of a query; a Chinese run is cut at the topics and qualifiers it names and at its particles."""
    tokens: list[Token] = []
    for token in tokenize(folded):
        if not token.is_cjk:
            tokens.append(token)
            continue
        start = token.start
        for piece in topic_words.cut(folded[token.start : token.end]):
            for bit in (piece,) if topic_words.is_name(piece) else QUALIFIERS.cut(piece):
                tokens += _cjk_tokens(bit, start)
                start += len(bit)
    return tokens[:MOST_TOKENS]


def _cjk_tokens(piece: str, start: int) -> list[Token]:
    tokens = []
    for part in piece.split(CJK_PARTICLE) if len(piece) > 1 else (piece,):
        if part:
            tokens.append(Token(start, start + len(part), pairs(part), is_cjk=True))
        start += len(part) + 1
    return tokens


def _with_prefix(tokens: Sequence[Token], parts: Sequence[Part]) -> str:
    """All words, the last perhaps only begun; empty where its end is certain or too little is typed."""
    last = tokens[-1]
    begun = not last.is_cjk and len(last.terms) == 1 and not last.extras and last.terms[0].isalpha()
    if parts[-1].start < len(tokens) - 1 or not begun or len(last.terms[0]) < SHORTEST_PREFIX:
        return ""
    return every([*(part.own for part in parts[:-1]), f"{quote(last.terms[0])}*"])
