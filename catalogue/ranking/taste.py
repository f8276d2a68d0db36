"""What the catalogue likes, as a direction among words: the papers it holds, and what its topics are called. Pure.

docs/papers.md has the measurements behind each number here.
"""

from collections.abc import Sequence

from catalogue.ranking.vectors import Vector, total, unit
from catalogue.records.ranking import Liked

HALF_LIFE_DAYS = 90.0
"""A liked paper this much older than the youngest says half as much about what is liked now."""
NAMES_WORTH = 1.0
"""How many liked papers weigh as much as all names of topics and other resources together."""
SATURATION = 0.7
"""The tenth liked paper with a word says less than the first: else one fashion is all of the taste."""
TRACE = 1e-12
"""What is left of a term that only the paper itself gave: rounding."""


def like_weights(likes: Sequence[Liked]) -> list[float]:
    """How much each liked paper counts, the youngest one 1; 0 for what is no paper."""
    youngest = max((liked.day for liked in likes if liked.day), default=None)
    return [
        float(0.5 ** ((youngest - liked.day).days / HALF_LIFE_DAYS)) if youngest and liked.day else 0.0
        for liked in likes
    ]


class Taste:
    """The sum of what is liked; `vectors` holds those of the likes and after them those of the topics' names."""

    def __init__(self, likes: Sequence[Liked], vectors: Sequence[Vector]) -> None:
        weights = like_weights(likes)
        names = [vector for vector, weight in zip(vectors, weights, strict=False) if not weight]
        called = unit(total((vector, 1.0) for vector in [*names, *vectors[len(likes) :]]))
        share = NAMES_WORTH / (NAMES_WORTH + sum(weight > 0 for weight in weights))
        mass = sum(weights) or 1.0
        papers = [
            (liked.arxiv_id, vector, (1 - share) * weight / mass)
            for liked, vector, weight in zip(likes, vectors, weights, strict=False)
            if weight
        ]
        self._summed = total([*((vector, weight) for _, vector, weight in papers), (called, share)])
        self._given: dict[str | None, list[tuple[Vector, float]]] = {}
        for name, vector, weight in papers:
            self._given.setdefault(name, []).append((vector, weight))

    def shares(self, arxiv_id: str, vector: Vector) -> dict[str, float]:
        """How much each term of a paper is liked; what a held paper gave to the taste does not speak for itself."""
        own = total(self._given.get(arxiv_id, ()))
        found = {}
        for term, weight in vector.items():
            liking = self._summed.get(term, 0.0) - own.get(term, 0.0)
            if liking > TRACE:
                found[term] = weight * liking**SATURATION
        return found
