"""Safe FTS5 expressions: every term is quoted and holds letters and digits only, so no input is syntax. Pure."""

from collections.abc import Iterable, Sequence

from catalogue.search.analyzer import Token, tokenize
from catalogue.search.stemming import stem

LONGEST_SPLIT_RUN = 12
SHORTEST_HALF = 3


def quote(term: str) -> str:
    """One term."""
    return f'"{term}"'


def phrase(terms: Sequence[str]) -> str:
    """Terms in a row."""
    return quote(" ".join(terms))


def every(expressions: Iterable[str]) -> str:
    """All of several expressions."""
    return " AND ".join(expressions)


def either(*expressions: str) -> str:
    """One of several expressions; empty ones and repetitions do not count."""
    several = list(dict.fromkeys(filter(None, expressions)))
    return f"({' OR '.join(several)})" if len(several) > 1 else "".join(several)


def without(expression: str, excluded: Sequence[str]) -> str:
    """An expression where none of some others holds; empty if it is."""
    return f"({expression} NOT {either(*excluded)})" if expression and excluded else expression and f"({expression})"


def word(token: Token) -> str:
    """A token as it stands in a title: its terms in a row, or another spelling of the whole."""
    if token.is_cjk and len(token.terms) > 2:
        return _cjk_word(token.terms)
    return either(phrase(token.terms), *map(quote, token.extras))


def joined(tokens: Sequence[Token]) -> str:
    """Words typed apart that a title may write as one: yolo v8, word 2 vec, leet code; empty if they make none."""
    together = list(tokenize("".join(token.text for token in tokens)))
    if len(together) != 1 or together[0].is_cjk:
        return ""
    return quote(together[0].extras[0] if together[0].extras else together[0].terms[0])


def halves(token: Token) -> str:
    """The two words in a row that a title may make of one typed: huggingface, deeplearning."""
    text = token.text if token.text.isascii() and token.text.isalpha() else ""
    borders = range(SHORTEST_HALF, len(text) - SHORTEST_HALF + 1)
    return either(*(phrase((stem(text[:border]), stem(text[border:]))) for border in borders))


def _cjk_word(terms: Sequence[str]) -> str:
    """A Chinese run as one phrase, or as two words wherever the border between them may be."""
    whole = phrase(terms)
    if len(terms) >= LONGEST_SPLIT_RUN:
        return whole
    # Pair i spans characters i and i+1; a border after character i drops the pair that crosses it.
    halves = [f"({phrase(terms[: i - 1])} AND {phrase(terms[i:])})" for i in range(2, len(terms))]
    return either(whole, *halves)
