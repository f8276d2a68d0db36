"""What a reader types, as safe FTS5 expressions of rising width. Pure."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.search.analyzer import Token, pairs, tokenize
from catalogue.search.expressions import either, every, phrase, quote
from catalogue.search.folding import fold_with_places
from catalogue.search.initials import as_initials
from catalogue.search.parts import Part, Role, find_parts, rejoined
from catalogue.search.propernames import PROPER_NAMES
from catalogue.search.qualifiers import QUALIFIERS
from catalogue.search.shortening import Shortened, shorten
from catalogue.search.topicwords import NO_TOPICS, TopicWords, terms_of

LONGEST_QUERY = 200
MOST_TOKENS = 16
SHORTEST_PREFIX = 3
NOTHING = '"0nothing0"'
"""An expression that matches no resource; the analyzer never makes this term."""
CJK_PARTICLE = "的"


@dataclass(frozen=True, slots=True)
class Query:
    """One question at rising width: each expression finds all that the one before it finds.

    `phrase`: the words as typed, in a row. `words`: all of them, anywhere. `wide`: the topics and qualifiers among
    them in any language, or as they are known of a resource. `prefix`: the last word may be the beginning of one, any
    the initials of a title.
    `loose`, asked step by step when nothing else finds anything: the question without some of its words. All empty
    when nothing can be searched for.
    """

    text: str
    tokens: tuple[Token, ...] = ()
    topics: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    phrase: str = ""
    words: str = ""
    wide: str = ""
    prefix: str = ""
    loose: tuple[tuple[Shortened, ...], ...] = ()

    @property
    def match(self) -> str:
        """The widest expression: what one search box without second thoughts should ask for."""
        return self.prefix or NOTHING


def parse_query(text: str, topic_words: TopicWords = NO_TOPICS) -> Query:
    """The expressions of any text a reader may type."""
    folded, places = fold_with_places(unicodedata.normalize("NFC", text[:LONGEST_QUERY]))
    tokens = _query_tokens(folded, topic_words)
    if not tokens:
        return Query(text)
    spans = topic_words.spans(tokens)
    parts = find_parts(tokens, spans, topic_words)
    topics = tuple(dict.fromkeys(topic for span in spans for topic in span.topics))
    readings = [parts, *rejoined(tokens, parts)]
    words = either(*(every(part.own for part in reading) for reading in readings))
    wide = either(
        words, *(every(part.wide for part in reading if part.role is not Role.FILLER) for reading in readings)
    )
    return Query(
        text=text,
        tokens=tuple(tokens),
        topics=topics,
        names=tuple(name for topic in topics for name in topic_words.phrases_of(topic)),
        phrase=phrase(terms_of(tokens)),
        words=words,
        wide=wide,
        prefix=either(wide, _with_prefix(tokens, parts), _with_initials(tokens, parts)),
        loose=shorten(parts, lambda part: _typed(text, places, tokens[part.start : part.end])),
    )


def _typed(text: str, places: Sequence[int], tokens: Sequence[Token]) -> str:
    """Some tokens as they were typed."""
    return unicodedata.normalize("NFC", text)[places[tokens[0].start] : places[tokens[-1].end - 1] + 1]


def _query_tokens(folded: str, topic_words: TopicWords) -> list[Token]:
    """The tokens of a query; a Chinese run is cut at the topics and qualifiers it names and at its particles."""
    tokens: list[Token] = []
    for token in tokenize(folded):
        if not token.is_cjk:
            tokens.append(token)
            continue
        start = token.start
        for piece in topic_words.cut(folded[token.start : token.end]):
            for bit in (piece,) if topic_words.is_name(piece) else _cut_at_names(piece):
                tokens += _cjk_tokens(bit, start)
                start += len(bit)
    return tokens[:MOST_TOKENS]


def _cut_at_names(piece: str) -> list[str]:
    """A run of Chinese that names no topic, cut at names of people and the like, and at qualifiers."""
    pieces = PROPER_NAMES.cut(piece)
    return [bit for cut in pieces for bit in ((cut,) if PROPER_NAMES.is_name(cut) else QUALIFIERS.cut(cut))]


def _cjk_tokens(piece: str, start: int) -> list[Token]:
    tokens = []
    for part in piece.split(CJK_PARTICLE) if len(piece) > 1 else (piece,):
        if part:
            tokens.append(Token(start, part, pairs(part), is_cjk=True))
        start += len(part) + 1
    return tokens


def _with_prefix(tokens: Sequence[Token], parts: Sequence[Part]) -> str:
    """All words, the last perhaps only begun; empty where its end is certain or too little is typed."""
    last = tokens[-1]
    begun = not last.is_cjk and len(last.terms) == 1 and not last.extras and last.terms[0].isalpha()
    if parts[-1].start < len(tokens) - 1 or not begun or len(last.terms[0]) < SHORTEST_PREFIX:
        return ""
    return every([*(part.own for part in parts[:-1]), f"{quote(last.terms[0])}*"])


def _with_initials(tokens: Sequence[Token], parts: Sequence[Part]) -> str:
    """All words, each that may be the initials of a title as these, too; empty where none may."""
    initials = [as_initials(tokens[part.start]) if part.role is Role.WORD else "" for part in parts]
    if not any(initials):
        return ""
    return every(either(part.wide, short and quote(short)) for part, short in zip(parts, initials, strict=True))
