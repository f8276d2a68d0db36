"""Scores the importer has reached on lists beside the project, each held just under what it is.

A list's own structure is the truth (see TRUTH.txt beside each); `make bench` prints the table.
"""

from pathlib import Path

import pytest

from tests.documents.scoring import is_kind, is_language, is_level, score_entries, score_values

pytestmark = pytest.mark.shared


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("awesome-ai-ml-resources", 1.0, 1.0),
        ("awesome-aigc-tutorials", 1.0, 1.0),
        # The truth leaves out the items of blogs.md that are bare addresses, and those are entries.
        ("awesome-machine-learning", 0.965, 0.997),
        ("feeds-allainews", 1.0, 1.0),
        ("free-programming-books", 0.999, 1.0),
        ("llm-course", 0.97, 1.0),
        ("ossu-data-science", 1.0, 1.0),
    ],
)
def test_entries(shared: Path, name: str, precision: float, recall: float) -> None:
    """One importer without flags finds the entries of every list, and little else."""
    score = score_entries(shared, name)
    assert (score.precision >= precision, score.recall >= recall) == (True, True), score


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("awesome-ai-ml-resources", 0.98),
        ("awesome-aigc-tutorials", 0.96),
        ("awesome-machine-learning", 0.93),
        ("feeds-allainews", 0.96),
        ("free-programming-books", 0.998),
        ("llm-course", 1.0),
        ("ossu-data-science", 1.0),
    ],
)
def test_kinds(shared: Path, name: str, least: float) -> None:
    """The kind is one that the list's own word may mean."""
    score = score_values(shared, name, "kind", is_kind)
    assert score.recall >= least, score


@pytest.mark.parametrize("name", ["awesome-ai-ml-resources", "awesome-aigc-tutorials", "free-programming-books"])
def test_levels(shared: Path, name: str) -> None:
    """Where a list states a level, by badge, mark or heading, it is exact."""
    score = score_values(shared, name, "level", is_level)
    assert score.right == score.there > 20


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("awesome-ai-ml-resources", 1.0),
        ("awesome-machine-learning", 0.99),
        ("free-programming-books", 0.985),
        ("llm-course", 0.99),
        ("ossu-data-science", 1.0),
    ],
)
def test_languages(shared: Path, name: str, least: float) -> None:
    """The language is the resource's, in Russian, Chinese and English lists."""
    score = score_values(shared, name, "language", is_language)
    assert score.recall >= least, score
