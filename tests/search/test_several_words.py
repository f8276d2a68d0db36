"""Questions of several words, as readers of roadmaps ask them: a topic, a kind, a level, a name, in three languages."""

from pathlib import Path

import pytest

from tests.search.asked import catalogue_of
from tests.search.labelled import Question
from tests.search.scores import score

FOLDER = Path(__file__).parent / "questions"


@pytest.mark.parametrize("name", ["courses", "roadmaps"])
def test_questions_of_several_words_are_answered(name: str, tmp_path: Path) -> None:
    """Each file holds titles (`key | title`), an empty line, and questions with the keys of all that answers them."""
    titles, questions = (
        [line.rsplit(" | ", 1) if part else line.split(" | ", 1) for line in block.splitlines()]
        for part, block in enumerate((FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n\n"))
    )
    asked = [Question(text, frozenset(keys.split())) for text, keys in questions]
    with catalogue_of(dict(titles), tmp_path / "catalogue.db") as catalogue:
        scores = score(asked, catalogue.found)
    print(f"\n{name}: {len(asked)} questions over {len(titles)} titles\n  {scores}", *scores.misses, sep="\n  ")
    assert scores.recall >= 0.95
    assert scores.precision >= 0.95
    assert scores.mrr >= 0.95
