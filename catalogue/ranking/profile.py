"""What liked papers are like beside their words: their subjects, and how long title and abstract are. Pure.

Both are learned against the week's own papers and shrunk towards them, so that a handful of liked papers says little.
"""

import math
from collections import Counter
from collections.abc import Sequence

from catalogue.records.papers import Paper
from catalogue.records.ranking import Liked

SHRINK_SUBJECTS, SHRINK_FORM = 5.0, 10.0
"""The likes it takes until what they show weighs as much as what all papers show."""


def profile_scores(papers: Sequence[Paper], likes: Sequence[Liked]) -> list[float]:
    """For each paper, how much likelier its subjects and form are among liked papers than among these."""
    known = [liked for liked in likes if liked.abstract]
    if not papers or not known:
        return [0.0] * len(papers)
    subjects = _subject_weights(papers, known)
    forms = [
        _form_scores([_length(paper.title) for paper in papers], [_length(liked.title) for liked in known]),
        _form_scores([_length(paper.abstract) for paper in papers], [_length(liked.abstract) for liked in known]),
    ]
    return [
        sum(subjects[name] for name in paper.categories) / max(len(paper.categories), 1) + sum(scores)
        for paper, *scores in zip(papers, *forms, strict=True)
    ]


def _subject_weights(papers: Sequence[Paper], likes: Sequence[Liked]) -> dict[str, float]:
    """The logarithm of how much commoner a category is among the liked."""
    among = Counter(name for paper in papers for name in paper.categories)
    liked = Counter(name for each in likes for name in each.categories)
    weights = {}
    for name, count in among.items():
        share = count / len(papers)
        weights[name] = math.log((liked[name] / share + SHRINK_SUBJECTS) / (len(likes) + SHRINK_SUBJECTS))
    return weights


def _form_scores(values: Sequence[float], liked: Sequence[float]) -> list[float]:
    """The log-odds of a value under two bell curves of one width: around the liked ones' mean, around the others'."""
    mean = sum(values) / len(values)
    spread = sum((value - mean) ** 2 for value in values) / len(values)
    if not spread:
        return [0.0] * len(values)
    wished = (sum(liked) + SHRINK_FORM * mean) / (len(liked) + SHRINK_FORM)
    return [(value - (mean + wished) / 2) * (wished - mean) / spread for value in values]


def _length(text: str) -> float:
    return math.log(1 + len(text.split()))
