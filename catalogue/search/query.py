"""What a reader types, as safe FTS5 expressions of rising width. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from catalogue.search.analyzer import Token, pairs, tokenize
from catalogue.search.expressions import all_but_one, either, every, joined, phrase, quote, without, word
from catalogue.search.folding import fold
from catalogue.search.qualifiers import QUALIFIERS, facet_of
from catalogue.search.stemming import stem
from catalogue.search.topicwords import NO_TOPICS, TopicSpan, TopicWords, terms_of, topic_term

LONGEST_QUERY = 200
MOST_TOKENS = 16
SHORTEST_PREFIX = 3
NOTHING = '"0nothing0"'
"""An expression that matches no resource; the analyzer never makes this term."""
STOP_WORDS = frozenset(
    stem(little)
    for language in (
        "a an and are as at by for from how in is of on or the to what with",
        "без в для до за и из или к как на не о об от по при про с со у что это",
        "与 和 及 之 在 中",
    )
    for little in language.split()
)
"""Words that a query need not find, as the analyzer leaves them."""
CJK_PARTICLE = "的"


@dataclass(frozen=True, slots=True)
class Query:
    """One question at rising width: each expression finds all that the one before it finds.

    `phrase`: the words as typed, in a row. `words`: all of them, anywhere. `wide`: the topics and qualifiers among
    them in any language. `prefix`: the last word may be the beginning of one. Beside them `about`: without the
    qualifiers that a facet answers, whose values (`asked`, by facet) the answer must then have ("книги по python");
    and, asked only when nothing else finds anything, `loose`: all but one of three words or more. All empty when
    nothing can be searched for.
    """

    text: str
    tokens: tuple[Token, ...] = ()
    topics: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    phrase: str = ""
    words: str = ""
    wide: str = ""
    prefix: str = ""
    about: str = ""
    asked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    loose: str = ""

    @property
    def match(self) -> str:
        """The widest expression: what one search box without second thoughts should ask for."""
        return self.prefix or NOTHING


@dataclass(frozen=True, slots=True)
class _Part:
    """A topic, a qualifier or a word of a query: by the words typed, and by whatever else may stand for it."""

    start: int
    own: str
    wide: str
    facets: tuple[tuple[str, str], ...] = ()
    is_qualifier: bool = False


def parse_query(text: str, topic_words: TopicWords = NO_TOPICS) -> Query:
    """The expressions of any text a reader may type."""
    folded = fold(text[:LONGEST_QUERY])
    tokens = _query_tokens(folded, topic_words)
    if not tokens:
        return Query(text)
    spans = topic_words.spans(tokens)
    parts = _parts(tokens, spans, topic_words)
    topics = tuple(dict.fromkeys(topic for span in spans for topic in span.topics))
    all_words = either(every(part.own for part in parts), joined(folded, tokens))
    all_wide = either(all_words, every(part.wide for part in parts))
    subject = [part.wide for part in parts if not part.facets]
    return Query(
        text=text,
        tokens=tuple(tokens),
        topics=topics,
        names=tuple(name for topic in topics for name in topic_words.phrases_of(topic)),
        phrase=phrase(terms_of(tokens)),
        words=all_words,
        wide=all_wide,
        prefix=either(all_wide, _with_prefix(tokens, parts)),
        about=every(subject) if len(subject) < len(parts) else "",
        asked=_asked(parts),
        loose=all_but_one([part.wide for part in parts]),
    )


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


def _parts(tokens: Sequence[Token], spans: Sequence[TopicSpan], topic_words: TopicWords) -> list[_Part]:
    """The topics a query names, the qualifiers and the words around them that say something, in order."""
    parts = [_topic_part(tokens[span.start : span.end], span, topic_words) for span in spans]
    inside = {place for span in spans for place in range(span.start, span.end)}
    for span in QUALIFIERS.spans(tokens):
        if inside.isdisjoint(range(span.start, span.end)):
            parts.append(_qualifier_part(tokens[span.start : span.end], span))
            inside.update(range(span.start, span.end))
    for place, token in enumerate(tokens):
        if place not in inside and not _is_stop_word(token):
            parts.append(_Part(place, word(token), word(token)))
    if not parts:
        return [_Part(place, own, own) for place, own in enumerate(map(word, tokens))]
    if all(part.is_qualifier for part in parts):  # "books" alone asks for the word, not for everything of a kind
        parts = [_Part(part.start, part.own, part.own) for part in parts]
    return sorted(parts, key=lambda part: part.start)


def _topic_part(tokens: Sequence[Token], span: TopicSpan, topic_words: TopicWords) -> _Part:
    """A topic by the words typed, by its other names, or by its mark on the resource."""
    marks = [f"topics : {quote(topic_term(topic))}" for topic in span.topics]
    lookalikes = [f"title : {phrase(name)}" for topic in span.topics for name in topic_words.lookalikes_of(topic)]
    own = without(_own(tokens), lookalikes)
    return _Part(span.start, own, either(own, without(_in_title(span, topic_words), lookalikes), *marks))


def _qualifier_part(tokens: Sequence[Token], span: TopicSpan) -> _Part:
    """A qualifier by the words typed or by what it is called in another language."""
    facets = tuple(facet for qualifier in span.topics if (facet := facet_of(qualifier)))
    own = f"({_own(tokens)})"
    return _Part(span.start, own, either(own, _in_title(span, QUALIFIERS)), facets, is_qualifier=True)


def _own(tokens: Sequence[Token]) -> str:
    """The words typed for one thing; in a row where a little word tells it apart (with a teacher, without one)."""
    return phrase(terms_of(tokens)) if any(map(_is_stop_word, tokens)) else every(map(word, tokens))


def _in_title(span: TopicSpan, words: TopicWords) -> str:
    """Any name of what a span names, in a title."""
    return either(*(f"title : {phrase(name)}" for topic in span.topics for name in words.phrases_of(topic)))


def _asked(parts: Sequence[_Part]) -> dict[str, frozenset[str]]:
    """The values that the qualifiers of a query ask for, by facet."""
    asked: dict[str, frozenset[str]] = {}
    for facet, value in (pair for part in parts for pair in part.facets):
        asked[facet] = asked.get(facet, frozenset()) | {value}
    return asked


def _is_stop_word(token: Token) -> bool:
    return len(token.terms) == 1 and token.terms[0] in STOP_WORDS


def _with_prefix(tokens: Sequence[Token], parts: Sequence[_Part]) -> str:
    """All words, the last perhaps only begun; empty where its end is certain or too little is typed."""
    last = tokens[-1]
    begun = not last.is_cjk and len(last.terms) == 1 and not last.extras and last.terms[0].isalpha()
    if parts[-1].start < len(tokens) - 1 or not begun or len(last.terms[0]) < SHORTEST_PREFIX:
        return ""
    return every([*(part.own for part in parts[:-1]), f"{quote(last.terms[0])}*"])
