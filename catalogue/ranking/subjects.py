"""Which subjects liked papers are filed under, beside their words. Pure.

Learned against the week's own papers and shrunk towards them, so that a handful of liked papers says little.
"""

import math
from collections import Counter
from collections.abc import Sequence

from catalogue.ranking.taste import like_weights
from catalogue.records.papers import Paper
from catalogue.records.ranking import Liked

SHRINK = 5.0
"""The likes it takes until their subjects weigh as much as those of all papers."""
MOST = 1.0
"""What one subject can add or take: a rare one must not decide alone."""


def subject_scores(papers: Sequence[Paper], likes: Sequence[Liked]) -> list[float]:
    """For each paper, how much commoner its subjects are among liked papers, the younger the weightier, than here."""
    weighted = [(liked, weight) for liked, weight in zip(likes, like_weights(likes), strict=True) if liked.categories]
    weights = _subject_weights(papers, weighted)
    return [sum(weights[name] for name in paper.categories) / max(len(paper.categories), 1) for paper in papers]


def _subject_weights(papers: Sequence[Paper], likes: Sequence[tuple[Liked, float]]) -> dict[str, float]:
    """The logarithm of how much commoner each category is among the liked, within bounds."""
    among = Counter(name for paper in papers for name in paper.categories)
    liked: Counter[str] = Counter()
    for each, weight in likes:
        liked.update(dict.fromkeys(each.categories, weight))
    mass = sum(weight for _, weight in likes)
    weights = {}
    for name, count in among.items():
        ratio = (liked[name] * len(papers) / count + SHRINK) / (mass + SHRINK)
        weights[name] = max(-MOST, min(MOST, math.log(ratio)))
    return weights
