"""Sparse vectors of texts: tf-idf of length one, over the texts that are compared. Pure, no numpy."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

Vector = Mapping[str, float]


def vectors_of(texts: Sequence[Counter[str]], names: Sequence[Counter[str]] = ()) -> list[Vector]:
    """The vectors of texts and then of names, given how often each has each term.

    A term that no other has relates a text to none and is left out. In a name it stays: inverse reinforcement learning
    must not come down to reinforcement learning where nobody writes of its inverse.
    """
    documents = Counter(chain.from_iterable([*texts, *names]))
    size = len(texts) + len(names) + 1
    rarity = {count: math.log(size / count) for count in set(documents.values())}
    shared = {term: rarity[count] for term, count in documents.items() if count > 1}
    named = {term: rarity[documents[term]] for name in names for term in name}
    return [_vector(counts, shared) for counts in texts] + [_vector(counts, named) for counts in names]


def _vector(counts: Counter[str], rarity: Mapping[str, float]) -> Vector:
    weights = {}
    for term, count in counts.items():
        rare = rarity.get(term)
        if rare is not None:
            weights[term] = (1.0 + math.log(count)) * rare if count > 1 else rare
    return unit(weights)


def length(vector: Vector) -> float:
    """How long a vector is."""
    return math.sqrt(sum(weight * weight for weight in vector.values()))


def unit(vector: Vector) -> Vector:
    """The same direction, of length one; an empty vector stays empty."""
    size = length(vector)
    return {term: weight / size for term, weight in vector.items()} if size else {}


def total(weighted: Iterable[tuple[Vector, float]]) -> dict[str, float]:
    """The sum of vectors, each times its weight."""
    summed: dict[str, float] = {}
    for vector, factor in weighted:
        for term, weight in vector.items():
            summed[term] = summed.get(term, 0.0) + factor * weight
    return summed


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
