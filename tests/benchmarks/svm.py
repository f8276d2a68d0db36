"""The baseline to beat: a linear SVM on tf-idf, as arxiv-sanity-lite ranks, in plain Python.

One- and two-word terms of title, abstract and authors; liked papers against all others, both classes of equal
weight, C = 0.01, squared hinge loss, by dual coordinate descent.
"""

import math
import random
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from catalogue.ranking.words import STOP

WORD = re.compile(r"\b[a-zA-Z_][a-zA-Z0-9_]+\b")
MOST_FEATURES, MIN_DOCUMENTS, MOST_SHARE = 20_000, 5, 0.1
C, ROUNDS = 0.01, 10


def svm_scores(texts: Sequence[str], liked: Sequence[bool]) -> list[float]:
    """How far each text lies on the side of the liked ones."""
    vectors = _vectors(texts)
    weights: dict[str, float] = {}
    costs = {value: C * len(liked) / (2 * max(sum(one == value for one in liked), 1)) for value in (True, False)}
    alphas = [0.0] * len(texts)
    order, pick = list(range(len(texts))), random.Random(1)
    for _ in range(ROUNDS):
        pick.shuffle(order)
        for at in order:
            sign, slack = (1.0 if liked[at] else -1.0), 1 / (2 * costs[liked[at]])
            gradient = sign * _score(vectors[at], weights) - 1 + slack * alphas[at]
            alpha = max(alphas[at] - gradient / (2.0 + slack), 0.0)  # length one, and one for the constant term
            if alpha != alphas[at]:
                step, alphas[at] = (alpha - alphas[at]) * sign, alpha
                weights[""] = weights.get("", 0.0) + step
                for term, weight in vectors[at].items():
                    weights[term] = weights.get(term, 0.0) + step * weight
    return [_score(vector, weights) for vector in vectors]


def _score(vector: dict[str, float], weights: dict[str, float]) -> float:
    return weights.get("", 0.0) + sum(weight * weights[term] for term, weight in vector.items() if term in weights)


def _vectors(texts: Sequence[str]) -> list[dict[str, float]]:
    counted = [_count(text) for text in texts]
    documents = Counter(term for counts in counted for term in counts)
    total: Counter[str] = Counter()
    for counts in counted:
        total.update({t: n for t, n in counts.items() if MIN_DOCUMENTS <= documents[t] <= MOST_SHARE * len(texts)})
    rarity = {
        term: math.log((1 + len(texts)) / (1 + documents[term])) + 1 for term, _ in total.most_common(MOST_FEATURES)
    }
    vectors = []
    for counts in counted:
        vector = {term: (1 + math.log(count)) * rarity[term] for term, count in counts.items() if term in rarity}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({term: weight / length for term, weight in vector.items()})
    return vectors


def _count(text: str) -> Counter[str]:
    words = [word for word in WORD.findall(text.lower()) if word not in STOP]
    return Counter(words) + Counter(f"{one} {two}" for one, two in pairwise(words))
