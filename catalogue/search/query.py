"""What a reader types, as safe FTS5 expressions of rising width. Pure.

Every term is quoted and holds letters and digits only, so no input is ever an expression of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalogue.search.analyzer import Token, pairs, tokenize
from catalogue.search.folding import fold
from catalogue.search.kindwords import kind_of
from catalogue.search.stemming import stem
from catalogue.search.topicwords import TopicSpan, TopicWords, terms_of, topic_term
from catalogue.vocabulary import Kind

LONGEST_QUERY = 200
MOST_TOKENS = 16
LONGEST_SPLIT_RUN = 12
SHORTEST_PREFIX = 3
MOST_JOINED = 3
FEWEST_LOOSE = 3
NOTHING = '"0nothing0"'
"""An expression that matches no resource; the analyzer never makes this term."""
STOP_WORDS = frozenset(
    stem(word)
    for language in (
        "a an and are as at by for from how in is of on or the to what with",
        "без в для до за и из или к как на не о об от по при про с со у что это",
        "与 和 及 之 在 中",
    )
    for word in language.split()
)
"""Words that a query need not find, as the analyzer leaves them."""
CJK_PARTICLE = "的"
NO_TOPICS = TopicWords(())


@dataclass(frozen=True, slots=True)
class Query:
    """One question at rising width: each expression finds all that the one before it finds.

    `phrase`: the words as typed, in a row. `words`: all of them, anywhere. `wide`: the topics among them in any
    language. `prefix`: the last word may be the beginning of one. Asked only when nothing else finds anything:
    `about`: without the words that name a kind, of which the answer must then be ("книги по python"); `loose`: all
    but one of three words or more. All empty when nothing can be searched for.
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
    kinds: frozenset[Kind] = frozenset()
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
    parts = _parts(tokens, spans, topic_words)
    topics = tuple(dict.fromkeys(topic for span in spans for topic in span.topics))
    all_words = _any(_all(part.own for part in parts), _joined(folded, tokens))
    all_wide = _any(all_words, _all(part.wide for part in parts))
    kinds = frozenset(part.kind for part in parts if part.kind)
    return Query(
        text=text,
        tokens=tuple(tokens),
        topics=topics,
        names=tuple(name for topic in topics for name in topic_words.phrases_of(topic)),
        phrase=_phrase(terms_of(tokens)),
        words=all_words,
        wide=all_wide,
        prefix=_any(all_wide, _with_prefix(tokens, parts)),
        about=_all(part.wide for part in parts if not part.kind) if kinds else "",
        kinds=kinds,
        loose=_all_but_one([part.wide for part in parts]),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A topic or a word of a query: by the words typed, and by whatever else may stand for it."""

    start: int
    own: str
    wide: str
    kind: Kind | None = None


def _parts(tokens: Sequence[Token], spans: Sequence[TopicSpan], topic_words: TopicWords) -> list[_Part]:
    """The topics a query names and the words around them that say something, in order."""
    parts = [_topic_part(tokens[span.start : span.end], span, topic_words) for span in spans]
    inside = {place for span in spans for place in range(span.start, span.end)}
    for place, token in enumerate(tokens):
        if place not in inside and not _is_stop_word(token):
            word = _token_expression(token)
            parts.append(_Part(place, word, word, kind_of(token)))
    if not parts:
        return [_Part(place, word, word) for place, word in enumerate(map(_token_expression, tokens))]
    return sorted(parts, key=lambda part: part.start)


def _topic_part(tokens: Sequence[Token], span: TopicSpan, topic_words: TopicWords) -> _Part:
    """A topic by the words typed, by its other names, or by its mark on the resource.

    Where a little word tells topics apart (with a teacher, without one) the words must stand in a row.
    """
    in_a_row = any(map(_is_stop_word, tokens))
    words = _phrase(terms_of(tokens)) if in_a_row else _all(map(_token_expression, tokens))
    names = dict.fromkeys(_phrase(name) for topic in span.topics for name in topic_words.phrases_of(topic))
    marks = [f"topics : {_quote(topic_term(topic))}" for topic in span.topics]
    lookalikes = [f"title : {_phrase(name)}" for topic in span.topics for name in topic_words.lookalikes_of(topic)]
    own = _without(words, lookalikes)
    other = _without(_any(*(f"title : {name}" for name in names)), lookalikes)
    return _Part(span.start, own, _any(own, other, *marks))


def _without(expression: str, lookalikes: Sequence[str]) -> str:
    return f"({expression} NOT {_any(*lookalikes)})" if expression and lookalikes else expression and f"({expression})"


def _query_tokens(folded: str, topic_words: TopicWords) -> list[Token]:
    """The tokens of a query; a Chinese run is cut at the topics it names and at its particles."""
    tokens: list[Token] = []
    for token in tokenize(folded):
        if not token.is_cjk:
            tokens.append(token)
            continue
        start = token.start
        for piece in topic_words.cut(folded[token.start : token.end]):
            tokens += _cjk_tokens(piece, start)
            start += len(piece)
    return tokens[:MOST_TOKENS]


def _cjk_tokens(piece: str, start: int) -> list[Token]:
    tokens = []
    for part in piece.split(CJK_PARTICLE) if len(piece) > 1 else (piece,):
        if part:
            tokens.append(Token(start, start + len(part), pairs(part), is_cjk=True))
        start += len(part) + 1
    return tokens


def _is_stop_word(token: Token) -> bool:
    return len(token.terms) == 1 and token.terms[0] in STOP_WORDS


def _token_expression(token: Token) -> str:
    if token.is_cjk and len(token.terms) > 2:
        return _cjk_expression(token.terms)
    return _any(_phrase(token.terms), *map(_quote, token.extras))


def _cjk_expression(terms: Sequence[str]) -> str:
    """A Chinese run as one phrase, or as two words wherever the border between them may be."""
    whole = _phrase(terms)
    if len(terms) >= LONGEST_SPLIT_RUN:
        return whole
    # Pair i spans characters i and i+1; a border after character i drops the pair that crosses it.
    halves = [f"({_phrase(terms[: i - 1])} AND {_phrase(terms[i:])})" for i in range(2, len(terms))]
    return _any(whole, *halves)


def _with_prefix(tokens: Sequence[Token], parts: Sequence[_Part]) -> str:
    """All words, the last perhaps only begun; empty where its end is certain or too little is typed."""
    last = tokens[-1]
    begun = not last.is_cjk and len(last.terms) == 1 and not last.extras and last.terms[0].isalpha()
    if parts[-1].start < len(tokens) - 1 or not begun or len(last.terms[0]) < SHORTEST_PREFIX:
        return ""
    return _all([*(part.own for part in parts[:-1]), f"{_quote(last.terms[0])}*"])


def _joined(folded: str, tokens: Sequence[Token]) -> str:
    """The words typed apart that a title may write as one: yolo v8, word 2 vec, data base."""
    if not 1 < len(tokens) <= MOST_JOINED or any(token.is_cjk for token in tokens):
        return ""
    together = list(tokenize("".join(folded[token.start : token.end] for token in tokens)))
    return _quote(together[0].extras[0] if together[0].extras else together[0].terms[0]) if len(together) == 1 else ""


def _all_but_one(groups: Sequence[str]) -> str:
    """Any of the groups may be missing, where enough others are left."""
    if len(groups) < FEWEST_LOOSE:
        return ""
    return _any(*(f"({' AND '.join([*groups[:n], *groups[n + 1 :]])})" for n in range(len(groups))))


def _all(expressions: Iterable[str]) -> str:
    """All of several expressions."""
    return " AND ".join(expressions)


def _any(*expressions: str) -> str:
    """One of several expressions; empty ones and repetitions do not count."""
    several = list(dict.fromkeys(filter(None, expressions)))
    return f"({' OR '.join(several)})" if len(several) > 1 else "".join(several)


def _phrase(terms: Sequence[str]) -> str:
    return _quote(" ".join(terms))


def _quote(term: str) -> str:
    return f'"{term}"'
