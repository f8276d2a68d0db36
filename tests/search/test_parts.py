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
        ("книги", {"kindbook"}),
        ("free courses", {"kindcourse", "freeyes"}),
    ],
)
def test_words_for_what_is_known_of_a_resource(text: str, marks: set[str]) -> None:
    """A kind, a level, a price or a language, in any of the three languages, alone, too."""
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
        ("react", "ReactJS in a week"),
        ("reactjs", "React.js in a week"),
        ("llm", "LLMs in a week"),
        ("cnns", "A CNN in a week"),
        ("yolo", "YOLOv8 in a week"),
        ("ab tests", "A/B-testing in a week"),
        ("А/Б-тесты", "АБ-тесты за неделю"),
    ],
)
def test_other_names_and_numbers_of_one_name(small: Small, asked: str, title: str) -> None:
    """Short names of languages and frameworks, initials in the plural, a name without its version or its stroke."""
    small.add(title, "Something in a week")
    small.build()
    assert small.find(parse_query(asked).wide) == [title]


def test_a_name_that_ends_in_js_is_no_other_word(small: Small) -> None:
    """NextJS is Next.js, and not whatever comes next."""
    small.add("What comes next", "Next.js in a week", "NextJS by example")
    small.build()
    assert sorted(small.find(parse_query("nextjs").wide)) == ["Next.js in a week", "NextJS by example"]


@pytest.mark.parametrize("asked", ["leetcode practice", "leet code practice"])
def test_one_word_and_two_are_the_same_name(small: Small, asked: str) -> None:
    """A name is found however its words are joined, among other words, too."""
    small.add("LeetCode practice", "Leet Code practice", "Code of practice")
    small.build()
    assert sorted(small.find(parse_query(asked).wide)) == ["Leet Code practice", "LeetCode practice"]


@pytest.mark.parametrize("asked", ["Andrew Ng", "эндрю ын", "吴恩达", "吴恩达课程"])
def test_people_are_found_by_their_names_in_other_scripts(small: Small, asked: str) -> None:
    """A name that each script writes in its own way is one name."""
    small.add("Andrew Ng's course", "Курс Эндрю Ына", "吴恩达的课程", "Andrew's course")
    small.build()
    assert sorted(small.find(parse_query(asked).wide)) == ["Andrew Ng's course", "Курс Эндрю Ына", "吴恩达的课程"]


DATABASES = TopicWords([("databases", "databases"), ("sql", "SQL")], broader={"sql": "databases"})


def test_a_topic_beside_its_own_part_says_nothing(small: Small) -> None:
    """SQL is about databases, whether a title says so or not; databases alone are still asked for."""
    small.add("SQL in a week", "Databases in a week")
    small.build()
    assert small.find(parse_query("sql databases", DATABASES).wide) == ["SQL in a week"]
    assert small.find(parse_query("databases", DATABASES).wide) == ["Databases in a week"]


def test_a_qualifier_stands_for_itself_in_another_language(small: Small) -> None:
    """A title for beginners is found from any language, but not one without such a word."""
    small.add(
        "Линейная алгебра для начинающих", "线性代数入门", "Linear algebra from scratch", "Linear algebra, volume 9"
    )
    small.build()
    found = small.find(parse_query("linear algebra for beginners", ALGEBRA).wide)
    assert sorted(found) == ["Linear algebra from scratch", "Линейная алгебра для начинающих", "线性代数入门"]
