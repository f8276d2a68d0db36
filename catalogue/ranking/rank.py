"""The papers of a week in the order in which they matter to this catalogue. Pure, offline, no model to train.

A taste is a direction among words: the sum of the papers the catalogue holds, the younger the weightier, and of the
names of its topics and other resources, which count as much as a few papers. Beside the words counts what the
liked papers are like (catalogue.ranking.profile) and, if wished for, the number of authors.
docs/papers.md has the measurements behind each number here.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catalogue.ranking.profile import profile_scores
from catalogue.ranking.topics import TopicFinder
from catalogue.ranking.vectors import Index, Vector, dot, total, unit, vectors_of
from catalogue.ranking.words import find_span
from catalogue.records.papers import Paper
from catalogue.records.ranking import Liked, Parts, Ranked, TopicNames

HALF_LIFE_DAYS = 90.0
"""A liked paper this much older than the youngest says half as much about what is liked now."""
NAMES_WORTH = 1.0
"""How many liked papers weigh as much as all names of topics and other resources together."""
SATURATION = 0.7
"""The tenth liked paper with a word says less than the first: else one fashion is all of the taste."""
PROFILE_WEIGHT = 0.6
NEAR = 0.05
"""Less likeness than this is chance: no resource is called near then."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the catalogue holds, as ranking sees it."""

    likes: tuple[Liked, ...] = ()
    topics: tuple[TopicNames, ...] = ()


def rank(papers: Sequence[Paper], catalogue: Catalogue, day: date, author_prior: float = 0.0) -> list[Ranked]:
    """All papers, best first, as seen on a day; what the catalogue holds of them, or later ones, has no say."""
    own = {paper.arxiv_id for paper in papers}
    likes = [liked for liked in catalogue.likes if liked.arxiv_id not in own and not (liked.day and liked.day > day)]
    names = [("; ".join(topic.names), "") for topic in catalogue.topics]
    texts = [(paper.title, paper.abstract) for paper in papers]
    vectors = vectors_of(texts + [(liked.title, liked.abstract) for liked in likes] + names)
    paper_vectors, others = vectors[: len(papers)], vectors[len(papers) :]
    taste = _taste(likes, others)
    words = _standardised([dot(vector, taste) for vector in paper_vectors])
    profile = [PROFILE_WEIGHT * score for score in profile_scores(papers, likes)]
    authors = [author_prior * score for score in _standardised([_author_count(paper) for paper in papers])]
    parts = [Parts(*each) for each in zip(words, profile, authors, strict=True)]
    finder = TopicFinder(catalogue.topics, likes, others)
    nearest = Index(others[: len(likes)])
    order = sorted(range(len(papers)), key=lambda at: (-_sum(parts[at]), papers[at].arxiv_id))
    return [
        _ranked(papers[at], place, parts[at], paper_vectors[at], (taste, finder, nearest, likes))
        for place, at in enumerate(order, start=1)
    ]


def _ranked(
    paper: Paper,
    place: int,
    parts: Parts,
    vector: Vector,
    known: tuple[Vector, TopicFinder, Index, Sequence[Liked]],
) -> Ranked:
    taste, finder, nearest, likes = known
    shares = {term: weight * taste[term] for term, weight in vector.items() if term in taste}
    topic, also_in = finder.find(vector, paper.categories)
    likest = max(nearest.likeness(vector).items(), key=lambda pair: (pair[1], -pair[0]), default=(0, 0.0))
    return Ranked(
        paper=paper,
        rank=place,
        score=round(_sum(parts), 4),
        parts=Parts(round(parts.words, 4), round(parts.profile, 4), round(parts.authors, 4)),
        topic=topic,
        also_in=also_in,
        why=find_span((paper.title, paper.abstract), shares),
        nearest=likes[likest[0]].key if likest[1] >= NEAR else None,
    )


def _taste(likes: Sequence[Liked], vectors: Sequence[Vector]) -> Vector:
    """The direction of what is liked; `vectors` holds the likes' and after them the topics'."""
    youngest = max((liked.day for liked in likes if liked.day), default=None)
    dated, names = [], list(vectors[len(likes) :])
    for liked, vector in zip(likes, vectors, strict=False):
        if youngest and liked.day:
            dated.append((vector, float(0.5 ** ((youngest - liked.day).days / HALF_LIFE_DAYS))))
        else:
            names.append(vector)
    mass = sum(weight for _, weight in dated) or 1.0
    share = NAMES_WORTH / (NAMES_WORTH + len(dated))
    called = unit(total((vector, 1.0) for vector in names))
    summed = total([*((vector, (1 - share) * weight / mass) for vector, weight in dated), (called, share)])
    return {term: weight**SATURATION for term, weight in summed.items()}


def _standardised(values: Sequence[float]) -> list[float]:
    """The values in standard deviations from their mean."""
    mean = sum(values) / len(values) if values else 0.0
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)) if values else 0.0
    return [(value - mean) / spread if spread else 0.0 for value in values]


def _author_count(paper: Paper) -> float:
    return math.log(1 + len(paper.authors))


def _sum(parts: Parts) -> float:
    return parts.words + parts.profile + parts.authors
