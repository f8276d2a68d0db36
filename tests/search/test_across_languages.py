"""Two hundred topics, each as an invented title and a question in three languages: what one finds, all find."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.search.asked import Asked, catalogue_of

ROWS = tuple(csv.DictReader((Path(__file__).parent / "parallel_titles.csv").read_text(encoding="utf-8").splitlines()))
LANGUAGES = ("en", "ru", "zh")


@pytest.fixture(scope="module")
def parallel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """A catalogue of all titles; the key of each is its row and its language."""
    titles = {
        f"{number}-{language}": row[f"title_{language}"] for number, row in enumerate(ROWS) for language in LANGUAGES
    }
    with catalogue_of(titles, tmp_path_factory.mktemp("parallel") / "catalogue.db") as asked:
        yield asked


def test_a_topic_is_found_in_the_other_two_languages(parallel: Asked) -> None:
    """Of all titles in another language than the question's, nearly all are found; what is missed is printed."""
    missed = []
    for number, row in enumerate(ROWS):
        for asked in LANGUAGES:
            found = set(parallel.found(row[f"asked_{asked}"]))
            missed += [
                f"{row[f'asked_{asked}']} → {row[f'title_{other}']}"
                for other in LANGUAGES
                if other != asked and f"{number}-{other}" not in found
            ]
    several = len(ROWS) * len(LANGUAGES) * 2
    print(f"\nacross languages: {several - len(missed)} of {several} titles found", *missed, sep="\n  ")
    assert len(missed) <= 0.05 * several


def test_the_own_language_comes_first(parallel: Asked) -> None:
    """The title that holds the words as typed is found, and the mean of its reciprocal rank is near one."""
    ranks = []
    for number, row in enumerate(ROWS):
        for asked in LANGUAGES:
            found = parallel.found(row[f"asked_{asked}"])
            ranks.append(1 / (found.index(f"{number}-{asked}") + 1) if f"{number}-{asked}" in found else 0)
    print(f"\nown language: mean reciprocal rank {sum(ranks) / len(ranks):.3f}")
    assert sum(ranks) / len(ranks) >= 0.85
