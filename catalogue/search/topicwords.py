"""The names of topics as terms, to recognise a topic in what a reader types. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from catalogue.search.analyzer import CJK, Token, pairs, tokenize
from catalogue.search.folding import fold
from catalogue.search.lookalikes import Terms, find_lookalikes, is_within

CJK_NAME = re.compile(rf"[{CJK}]{{2,}}")


@dataclass(frozen=True, slots=True)
class TopicSpan:
    """Tokens `start` up to `end` of a query name these topics."""

    start: int
    end: int
    topics: tuple[str, ...]


class TopicWords:
    """Every name of every topic, by its terms."""

    def __init__(
        self, names: Iterable[tuple[str, str]], broader: Mapping[str, str | None] = MappingProxyType({})
    ) -> None:
        """`names` are pairs of a topic's id and one of its labels or aliases; `broader` says what each is part of."""
        self._topics: dict[Terms, tuple[str, ...]] = {}
        self._phrases: dict[str, tuple[Terms, ...]] = {}
        spelt: dict[Terms, str] = {}
        cjk_names: set[str] = set()
        for topic, name in names:
            folded = fold(name)
            terms = terms_of(list(tokenize(folded)))
            if not terms:
                continue
            spelt.setdefault(terms, folded)
            self._topics[terms] = tuple(dict.fromkeys((*self._topics.get(terms, ()), topic)))
            self._phrases[topic] = tuple(dict.fromkeys((*self._phrases.get(topic, ()), terms)))
            if CJK_NAME.fullmatch(folded):
                cjk_names.add(folded)
        self._broader = broader
        self._lookalikes = find_lookalikes(self._topics, spelt, broader)
        self._longest = max(map(len, self._topics), default=0)
        for terms, folded in spelt.items():
            self._topics.setdefault(_as_one_word(folded), self._topics[terms])
        longest_first = sorted(cjk_names, key=lambda name: (-len(name), name))
        self._cjk = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def phrases_of(self, topic: str) -> tuple[Terms, ...]:
        """The names to search for a topic by, each as its terms in order."""
        return self._phrases.get(topic, ())

    def lookalikes_of(self, topic: str) -> tuple[Terms, ...]:
        """The longer names that hold a name of this topic and mean another one."""
        return self._lookalikes.get(topic, ())

    def is_within(self, topic: str, wider: str) -> bool:
        """Whether a topic is part of another one, over any number of steps."""
        return topic != wider and is_within(topic, wider, self._broader)

    def is_name(self, piece: str) -> bool:
        """Whether a folded run of Chinese is a name."""
        return pairs(piece) in self._topics

    def cut(self, run: str) -> list[str]:
        """A run of Chinese, cut where the name of a topic begins or ends."""
        pieces: list[str] = []
        end = 0
        for found in self._cjk.finditer(run) if self._cjk else ():
            pieces += [run[end : found.start()], found.group()]
            end = found.end()
        return [piece for piece in (*pieces, run[end:]) if piece]

    def spans(self, tokens: Sequence[Token]) -> list[TopicSpan]:
        """The topics a query names, longest name first from the left, none overlapping."""
        spans: list[TopicSpan] = []
        start = 0
        while start < len(tokens):
            span = self._span_at(tokens, start)
            if span:
                spans.append(span)
            start = span.end if span else start + 1
        return spans

    def _span_at(self, tokens: Sequence[Token], start: int) -> TopicSpan | None:
        for end in range(min(len(tokens), start + self._longest), start, -1):
            topics = self._topics.get(terms_of(tokens[start:end]))
            if topics and not any(token.is_exact for token in tokens[start:end]):
                return TopicSpan(start, end, topics)
        return None


def terms_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The terms of some tokens in a row."""
    return tuple(term for token in tokens for term in token.terms)


def topic_term(topic: str) -> str:
    """The one term that stands for a topic in the index."""
    return topic.replace("-", "")


def _as_one_word(name: str) -> Terms:
    """A name of several words as a hurried reader types it, to be recognised by: timeseries."""
    return terms_of(list(tokenize("".join(name.split()))))


NO_TOPICS = TopicWords(())
