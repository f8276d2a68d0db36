"""The parts of a question: topics, words, what is asked of a resource, and what says nothing."""

import re

import pytest

from catalogue.search.query import parse_query
from catalogue.search.topicwords import TopicWords
from tests.search.small import Small

ALGEBRA = TopicWords(("linear-algebra", name) for name in ("linear algebra", "линейная алгебра", "线性代数"))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("книги по python", {"kindbook"}),
        ("python courses", {"kindcourse"}),
        ("курс или видео о трансформерах", {"kindcourse", "kindvideo"}),
        ("Python入门书籍", {"kindbook", "levelbeginner"}),
        ("линейная алгебра с нуля, бесплатно", {"levelbeginner", "freeyes"}),
        ("线性代数高级课程", {"leveladvanced", "kindcourse"}),
        ("linear algebra in Russian", {"languageru"}),
        ("introduction to python", set()),
        ("книги", set()),
    ],
)
def test_words_for_what_is_known_of_a_resource(text: str, marks: set[str]) -> None:
    """A kind, a level, a price or a language, in any of the three languages; but alone ("книги") it is a word."""
    wide = parse_query(text, ALGEBRA).wide
    assert set(re.findall(r'topics : "((?:kind|level|free|language)[a-z]+)"', wide)) == marks


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("linear algebra programming", ["Linear algebra"], id="a filler beside a topic may be missing"),
        pytest.param("python programming", ["Programming in Python"], id="beside a word it may not"),
        pytest.param("learn linear algebra", ["Linear algebra"], id="to learn is what everybody wants"),
    ],
)
def test_words_that_say_nothing_beside_a_topic(small: Small, asked: str, found: list[str]) -> None:
    """Whoever asks for programming in a language means the language."""
    small.add("Linear algebra", "Programming in Python", "Python at night")
    small.build()
    assert small.find(parse_query(asked, ALGEBRA).wide) == found


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("golang", "Go in a week"),
        ("reactjs", "React in a week"),
        ("llm", "LLMs in a week"),
        ("cnns", "A CNN in a week"),
    ],
)
def test_other_names_and_numbers_of_one_name(small: Small, asked: str, title: str) -> None:
    """Short names of languages and frameworks, and initials in the plural."""
    small.add(title, "Something in a week")
    small.build()
    assert small.find(parse_query(asked).wide) == [title]


def test_a_qualifier_stands_for_itself_in_another_language(small: Small) -> None:
    """A title for beginners is found from any language, but not one without such a word."""
    small.add(
        "Линейная алгебра для начинающих", "线性代数入门", "Linear algebra from scratch", "Linear algebra, volume 9"
    )
    small.build()
    found = small.find(parse_query("linear algebra for beginners", ALGEBRA).wide)
    assert sorted(found) == ["Linear algebra from scratch", "Линейная алгебра для начинающих", "线性代数入门"]
