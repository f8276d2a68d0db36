"""What is said of a resource by the heading it stands under."""

import pytest

from catalogue.search.headings import said_of
from catalogue.search.topicwords import TopicWords
from tests.search.small import Small

TOPICS = TopicWords(
    [("git", "Git"), ("linux", "Linux"), ("sql", "SQL"), ("databases", "базы данных"), ("nlp", "обработка языка")],
    broader={"sql": "databases"},
)


@pytest.mark.parametrize(
    ("heading", "topics", "said"),
    [
        ("Git | Linux | SQL", ["linux"], "Linux"),
        ("Git, Linux и SQL", ["git", "sql"], "Git SQL"),
        ("Неделя 3 / Linux / Git", ["linux"], "Неделя 3 Linux"),
        ("Базы данных и Linux", ["sql"], "Базы данных"),
        ("Git | Linux | SQL", ["nlp"], "Git | Linux | SQL"),
        ("Linux и командная строка", ["linux"], "Linux и командная строка"),
        ("Git | Linux", [], "Git | Linux"),
    ],
)
def test_a_list_of_topics_says_only_the_ones_a_resource_is_about(heading: str, topics: list[str], said: str) -> None:
    """Its own topics and what holds them stay, and so do words that name none; another heading stays whole."""
    assert said_of(heading, topics, TOPICS) == said


def test_a_lesson_is_not_found_by_its_neighbours(small: Small) -> None:
    """Under a heading of several topics each is found by its own."""
    small.add("Lesson four", topics=["linux"], section="Linux | SQL")
    small.add("Lesson five", topics=["sql"], section="Linux | SQL")
    assert small.search("sql") == ["Lesson five"]
