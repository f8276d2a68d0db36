"""The papers of a week in the order in which they matter to this catalogue. Pure, offline, no model to train.

A score is how much a paper's words point the way of the catalogue's taste (catalogue.ranking.taste), how much its
subjects are those of the papers it holds (catalogue.ranking.subjects) and, if wished for, the number of authors.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import nlargest

from catalogue.ranking.subjects import subject_scores
from catalogue.ranking.taste import Taste, names_of
from catalogue.ranking.topics import Found, TopicFinder, gather
from catalogue.ranking.vectors import Index, Vector, vectors_of
from catalogue.ranking.words import count_names, count_terms, find_span
from catalogue.records.papers import Paper
from catalogue.records.ranking import Liked, Parts, Ranked, TopicNames

SUBJECTS_WEIGHT = 0.6
LISTENED = 0.08
"""The share of the papers, the nearest to the taste, whose words it takes up."""
NEAR = 0.05
"""Less likeness than this is chance: no resource is called near then."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the catalogue holds, as ranking sees it."""

    likes: tuple[Liked, ...] = ()
    topics: tuple[TopicNames, ...] = ()


def rank(papers: Sequence[Paper], catalogue: Catalogue, day: date, author_prior: float = 0.0) -> list[Ranked]:
    """All papers, best first, as seen on a day: what came later has no say, and none speaks for itself."""
    likes = [liked for liked in catalogue.likes if not (liked.day and liked.day > day)]
    counted = [count_terms(paper.title, paper.abstract) for paper in papers]
    counted += [count_terms(liked.title, liked.abstract) for liked in likes]
    known = frozenset().union(*counted)
    vectors = vectors_of(counted, [count_names(topic.names, known) for topic in catalogue.topics])
    week, others = vectors[: len(papers)], vectors[len(papers) :]
    subjects = [SUBJECTS_WEIGHT * score for score in subject_scores(papers, likes)]
    taste = Taste(likes, others, names_of(catalogue.topics, likes, others), week)
    taste.listen(_nearest(week, _words(_shares(papers, week, taste)), subjects), day)
    shares = _shares(papers, week, taste)
    parts = _parts(_words(shares), subjects, papers, author_prior)
    finder = TopicFinder(catalogue.topics, likes, others)
    found = [finder.find(vector, paper.categories) for paper, vector in zip(papers, week, strict=True)]
    nearest = map(_Resources(likes, others).nearest, papers, week)
    explained = map(_explain, papers, parts, gather(found, catalogue.topics), shares, nearest)
    ordered = sorted(explained, key=lambda each: (-each.score, each.paper.arxiv_id))
    return [replace(each, rank=place) for place, each in enumerate(ordered, start=1)]


def _shares(papers: Sequence[Paper], week: Sequence[Vector], taste: Taste) -> list[Vector]:
    """How much each term of each paper is liked."""
    return [taste.shares(paper.arxiv_id, vector) for paper, vector in zip(papers, week, strict=True)]


def _words(shares: Sequence[Vector]) -> list[float]:
    """What the words of each paper say for it, in standard deviations over all of them."""
    return _standardised([sum(each.values()) for each in shares])


def _nearest(week: Sequence[Vector], words: Sequence[float], subjects: Sequence[float]) -> list[Vector]:
    """The vectors of the best papers so far."""
    best = nlargest(math.ceil(LISTENED * len(week)), range(len(week)), key=lambda at: words[at] + subjects[at])
    return [week[at] for at in best]


def _explain(paper: Paper, parts: Parts, topics: Found, shares: Vector, nearest: str | None) -> Ranked:
    """A paper, not yet in its place, with what speaks for it; `shares` is how much each of its terms is liked."""
    why = find_span((paper.title, paper.abstract), shares)
    return Ranked(paper, 0, round(parts.total, 4), parts, *topics, why, nearest)


def _parts(
    words: Sequence[float], subjects: Sequence[float], papers: Sequence[Paper], author_prior: float
) -> list[Parts]:
    """What each paper's score is made of; authors in standard deviations, as words are."""
    authors = [author_prior * score for score in _standardised([math.log(1 + len(paper.authors)) for paper in papers])]
    return [Parts(*(round(part, 4) for part in each)) for each in zip(words, subjects, authors, strict=True)]


class _Resources:
    """Finds which of the catalogue's resources a paper is most like."""

    def __init__(self, likes: Sequence[Liked], vectors: Sequence[Vector]) -> None:
        self._likes, self._vectors = likes, Index(vectors[: len(likes)])

    def nearest(self, paper: Paper, vector: Vector) -> str | None:
        """The key of the likest resource that is not the paper itself."""
        likeness = self._vectors.likeness(vector)
        near = (at for at, near in likeness.items() if near >= NEAR and self._likes[at].arxiv_id != paper.arxiv_id)
        best = max(near, key=lambda at: (likeness[at], -at), default=None)
        return None if best is None else self._likes[best].key


def _standardised(values: Sequence[float]) -> list[float]:
    """The values in standard deviations from their mean."""
    mean = sum(values) / len(values) if values else 0.0
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)) if values else 0.0
    return [(value - mean) / spread if spread else 0.0 for value in values]
