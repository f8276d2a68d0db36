"""Sparse vectors of texts: tf-idf of length one, over the texts that are compared. Pure, no numpy."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from catalogue.ranking.words import count_terms

Vector = Mapping[str, float]


class Space:
    """Knows how common each term is among the texts it was made of."""

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        self._counts = [count_terms(title, abstract) for title, abstract in texts]
        self._size = len(texts) + 1
        self._common = Counter(term for counts in self._counts for term in counts)

    def vectors(self) -> list[Vector]:
        """The vector of each of those texts."""
        return [self._weigh(counts) for counts in self._counts]

    def vector(self, title: str, abstract: str = "") -> Vector:
        """The vector of another text; terms the space does not know have no weight."""
        return self._weigh(count_terms(title, abstract))

    def _weigh(self, counts: Mapping[str, int]) -> Vector:
        common, size = self._common, self._size
        weights = {
            term: (1.0 + math.log(count)) * math.log(size / common[term])
            for term, count in counts.items()
            if term in common
        }
        return unit(weights)


def unit(vector: Vector) -> Vector:
    """The same direction, of length one; an empty vector stays empty."""
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def total(weighted: Iterable[tuple[Vector, float]]) -> dict[str, float]:
    """The sum of vectors, each times its weight."""
    summed: dict[str, float] = {}
    for vector, factor in weighted:
        for term, weight in vector.items():
            summed[term] = summed.get(term, 0.0) + factor * weight
    return summed


def dot(one: Vector, other: Vector) -> float:
    """How much two vectors point the same way; the first should be the shorter."""
    return sum(weight * other[term] for term, weight in one.items() if term in other)


class Index:
    """Finds which of many vectors is likest to one, without comparing each."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for position, vector in enumerate(vectors):
            for term, weight in vector.items():
                self._postings.setdefault(term, []).append((position, weight))

    def likeness(self, vector: Vector) -> dict[int, float]:
        """The positions that share a term, each with its dot product."""
        found: dict[int, float] = {}
        for term, weight in vector.items():
            for position, other in self._postings.get(term, ()):
                found[position] = found.get(position, 0.0) + weight * other
        return found
