"""What a reader types, as safe FTS5 expressions of rising width. Pure.

Every term is quoted and holds letters and digits only, so no input is ever an expression of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.search.analyzer import Token, pairs, stem, tokenize
from catalogue.search.folding import fold
from catalogue.search.kindwords import kind_of
from catalogue.search.topicwords import TopicWords, terms_of, topic_term
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
    inside = {place for span in spans for place in range(span.start, span.end)}
    words = [_token_expression(token) for token in tokens]
    needed = _needed(tokens)
    kept = [place for place in range(len(tokens)) if place in needed]
    topic_groups = [
        (_topic_group(span.topics, words[span.start : span.end], topic_words), span.start) for span in spans
    ]
    free = [(words[place], place) for place in kept if place not in inside]
    wide = [group for group, _ in sorted(topic_groups + free, key=lambda group: group[1])]
    kinds = {place: kind for place in kept if place not in inside and (kind := kind_of(tokens[place]))}
    about = [group for group, place in sorted(topic_groups + free, key=lambda group: group[1]) if place not in kinds]
    topics = tuple(dict.fromkeys(topic for span in spans for topic in span.topics))
    all_words = _any(" AND ".join(words[place] for place in kept), _joined(folded, tokens))
    all_wide = _any(all_words, " AND ".join(wide))
    return Query(
        text=text,
        tokens=tuple(tokens),
        topics=topics,
        names=tuple(name for topic in topics for name in topic_words.phrases_of(topic)),
        phrase=_phrase(terms_of(tokens)),
        words=all_words,
        wide=all_wide,
        prefix=_any(all_wide, _with_prefix(tokens, kept, words)),
        about=" AND ".join(about) if kinds else "",
        kinds=frozenset(kinds.values()),
        loose=_all_but_one(wide),
    )


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


def _needed(tokens: Sequence[Token]) -> set[int]:
    """The places of tokens that say something; all of them when none does."""
    telling = {place for place, token in enumerate(tokens) if not _is_stop_word(token)}
    return telling or set(range(len(tokens)))


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


def _topic_group(topics: Sequence[str], own: Sequence[str], topic_words: TopicWords) -> str:
    """A topic by the words typed, by its other names, or by its mark on the resource."""
    names = dict.fromkeys(_phrase(name) for topic in topics for name in topic_words.phrases_of(topic))
    marks = [f"topics : {_quote(topic_term(topic))}" for topic in topics]
    return _any(f"({' AND '.join(own)})", *(f"title : {name}" for name in names), *marks)


def _with_prefix(tokens: Sequence[Token], kept: Sequence[int], words: Sequence[str]) -> str:
    """All words, the last perhaps only begun; empty where its end is certain or too little is typed."""
    last = len(tokens) - 1
    token = tokens[last]
    begun = not token.is_cjk and len(token.terms) == 1 and not token.extras and token.terms[0].isalpha()
    if last not in kept or not begun or len(token.terms[0]) < SHORTEST_PREFIX:
        return ""
    return " AND ".join([*(words[place] for place in kept if place != last), f"{_quote(token.terms[0])}*"])


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


def _any(*expressions: str) -> str:
    """One of several expressions; empty ones and repetitions do not count."""
    several = list(dict.fromkeys(filter(None, expressions)))
    return f"({' OR '.join(several)})" if len(several) > 1 else "".join(several)


def _phrase(terms: Sequence[str]) -> str:
    return _quote(" ".join(terms))


def _quote(term: str) -> str:
    return f'"{term}"'
