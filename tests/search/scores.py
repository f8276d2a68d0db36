"""Precision, recall and mean reciprocal rank of answers to labelled questions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.search.labelled import Question

Answer = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over all questions."""

    recall: float
    precision: float
    mrr: float
    misses: tuple[str, ...]

    def __str__(self) -> str:
        """One row of a table."""
        return f"recall {self.recall:.3f}  precision {self.precision:.3f}  MRR {self.mrr:.3f}"


def score(questions: Sequence[Question], answer: Answer) -> Scores:
    """How well an engine answers."""
    recalls, precisions, ranks, misses = [], [], [], []
    for question in questions:
        found = list(answer(question.text))
        good = [key for key in found if key in question.answers]
        recalls.append(len(good) / len(question.answers))
        precisions.append(len(good) / len(found) if found else 0.0)
        first = next((n for n, key in enumerate(found, 1) if key in question.answers), None)
        ranks.append(1 / first if first else 0.0)
        if recalls[-1] < 1 or precisions[-1] < 1:
            lost, wrong = sorted(question.answers - set(found)), [key for key in found if key not in question.answers]
            misses.append(f"{question.text}: lost {lost}, wrong {wrong}")
    several = len(questions)
    return Scores(sum(recalls) / several, sum(precisions) / several, sum(ranks) / several, tuple(misses))
