"""What the catalogue likes, as a direction among words: the papers it holds, and what it calls things. Pure.

docs/papers.md has the measurements behind each number here.
"""

from collections.abc import Sequence
from datetime import date

from catalogue.ranking.vectors import Vector, length, total, unit
from catalogue.records.ranking import Liked, TopicNames

HALF_LIFE_DAYS = 90.0
"""A liked paper this much older than the youngest says half as much about what is liked now."""
NAMES_WORTH = 1.0
"""How many liked papers weigh as much as all names of topics and other resources together."""
WEEK_WORTH = 0.5
"""How much what everybody writes about this week weighs, measured by the names."""
SATURATION = 0.7
"""The tenth liked paper with a word says less than the first: else one fashion is all of the taste."""
TRACE = 1e-12
"""What is left of a term that only the paper itself gave: rounding."""


def like_weights(likes: Sequence[Liked]) -> list[float]:
    """How much each liked paper counts, the youngest one 1; 0 for what is no paper."""
    youngest = max((liked.day for liked in likes if liked.day), default=None)
    return [_fading(youngest, liked.day) if youngest and liked.day else 0.0 for liked in likes]


def names_of(topics: Sequence[TopicNames], likes: Sequence[Liked], vectors: Sequence[Vector]) -> list[Vector]:
    """What speaks by its name alone: resources that are no papers, and the topics that something is filed under.

    A thesaurus is no taste; only where nothing is filed does all of it count. `vectors` holds those of the likes and
    after them those of the topics.
    """
    used = {topic_id for liked in likes for topic_id in liked.topics}
    named = [vector for liked, vector in zip(likes, vectors, strict=False) if not liked.day]
    return named + [
        vector
        for topic, vector in zip(topics, vectors[len(likes) :], strict=True)
        if not used or topic.topic_id in used
    ]


class Taste:
    """The sum of what is liked; `vectors` holds those of the likes, `names` those of names, `week` of all papers."""

    def __init__(
        self, likes: Sequence[Liked], vectors: Sequence[Vector], names: Sequence[Vector], week: Sequence[Vector]
    ) -> None:
        weights = like_weights(likes)
        share = NAMES_WORTH / (NAMES_WORTH + sum(weight > 0 for weight in weights))
        mass = sum(weights) or 1.0
        papers = [
            (liked.arxiv_id, vector, (1 - share) * weight / mass)
            for liked, vector, weight in zip(likes, vectors, weights, strict=False)
            if weight
        ]
        given = [(vector, weight) for _, vector, weight in papers]
        self._like(total([*given, (_middle(names), share), (_middle(week), WEEK_WORTH * share)]))
        self._given: dict[str | None, list[tuple[Vector, float]]] = {}
        for name, vector, weight in papers:
            self._given.setdefault(name, []).append((vector, weight))
        self._likes = likes

    def listen(self, nearest: Sequence[Vector], day: date) -> None:
        """Take up the words of the week's papers that are nearest to the taste.

        They weigh as much as all that was liked before if none of that is of late, half beside one paper of today.
        """
        of_late = sum(_fading(day, liked.day) for liked in self._likes if liked.day)
        self._like(total([(self._summed, 1.0), (_middle(nearest), length(self._summed) / (1 + of_late))]))

    def _like(self, summed: dict[str, float]) -> None:
        """Let this be the taste; how much a term is liked is worked out once, not for every paper that has it."""
        self._summed = summed
        self._liked = {term: liking**SATURATION for term, liking in summed.items() if liking > TRACE}

    def shares(self, arxiv_id: str, vector: Vector) -> dict[str, float]:
        """How much each term of a paper is liked; what a held paper gave to the taste does not speak for itself."""
        own = total(self._given.get(arxiv_id, ()))
        if own:
            likings = ((term, self._summed.get(term, 0.0) - own.get(term, 0.0)) for term in vector)
            return {term: vector[term] * liking**SATURATION for term, liking in likings if liking > TRACE}
        return {term: weight * self._liked[term] for term, weight in vector.items() if term in self._liked}


def _fading(now: date, day: date) -> float:
    """What a paper of a day still says at a later one, of 1."""
    return float(0.5 ** ((now - day).days / HALF_LIFE_DAYS))


def _middle(vectors: Sequence[Vector]) -> Vector:
    """The direction all of them have in common, of length one."""
    return unit(total((vector, 1.0) for vector in vectors))
