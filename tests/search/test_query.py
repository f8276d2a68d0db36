"""The query builder: any text becomes a safe expression that finds what it should."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.query import parse_query
from catalogue.search.topicwords import TopicWords
from tests.search.small import Small, words

ALGEBRA = TopicWords(
    [
        ("linear-algebra", "linear algebra"),
        ("linear-algebra", "линейная алгебра"),
        ("linear-algebra", "线性代数"),
        ("nlp", "自然语言处理"),
        ("nlp", "natural language processing"),
    ]
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("линейной алгебре", ["Линейная алгебра"], id="inflected"),
        pytest.param("сверточные", ["Свёрточные сети"], id="e for yo"),
        pytest.param("学习", ["机器学习课程", "深度學習"], id="two characters"),
        pytest.param("课", ["机器学习课程"], id="one character"),
        pytest.param("机器学习 课程", ["机器学习课程"], id="two chinese words"),
        pytest.param("学习入门机器", [], id="all the words are needed"),
        pytest.param("机器课程", ["机器学习课程"], id="two chinese words without a space"),
        pytest.param("机器学习的课程", ["机器学习课程"], id="a particle says nothing"),
        pytest.param("C++", ["C++ in depth"], id="c++"),
        pytest.param("C#", ["C# in depth"], id="c#"),
        pytest.param("c", ["C in depth"], id="c"),
        pytest.param("gpt 4", ["GPT-4 report"], id="gpt 4 in two words"),
        pytest.param("gpt4", ["GPT-4 report"], id="gpt4 in one word"),
        pytest.param("scikit learn", ["scikit-learn guide"], id="scikit learn in two words"),
        pytest.param("scikitlearn", ["scikit-learn guide"], id="scikitlearn in one word"),
        pytest.param("fastai", ["fast.ai course"], id="fastai"),
        pytest.param("guide to scikit-learn", ["scikit-learn guide"], id="a stop word may be missing"),
    ],
)
def test_words_find_titles(small: Small, asked: str, found: list[str]) -> None:
    """All words of a question stand in what it finds, in any form and order."""
    small.add(
        *("Линейная алгебра", "Линейное программирование", "Свёрточные сети", "机器学习课程", "深度學習"),
        *("C++ in depth", "C# in depth", "C in depth", "GPT-4 report", "GPT-4o and GPT-3 report"),
        *("scikit-learn guide", "fast.ai course"),
    )
    small.build()
    assert sorted(small.find(words(parse_query(asked)))) == sorted(found)


def test_the_last_word_may_be_only_begun(small: Small) -> None:
    """The widest expression completes the last word, once three letters are typed."""
    small.add("Нейронные сети", "Transformers")
    small.build()
    assert small.find(parse_query("нейрон").match) == ["Нейронные сети"]
    assert small.find(parse_query("tran").match) == ["Transformers"]
    assert small.find(parse_query("tr").match) == []


@pytest.mark.parametrize("asked", ["linear algebra", "Линейную алгебру", "线性代数", "線性代數", "linearalgebra"])
def test_a_topic_is_found_in_every_language(small: Small, asked: str) -> None:
    """The name of a topic finds titles in all languages, and what only carries its mark."""
    small.add("Linear Algebra", "Линейная алгебра", "线性代数", "Algebra of lines")
    small.add("Essence", topics=["linear-algebra"])
    small.build()
    query = parse_query(asked, ALGEBRA)
    assert query.topics == ("linear-algebra",)
    assert sorted(small.find(query.wide)) == ["Essence", "Linear Algebra", "Линейная алгебра", "线性代数"]


def test_a_topic_is_recognised_among_other_words(small: Small) -> None:
    """The words beside a topic are still needed."""
    small.add("Python для линейной алгебры", "Linear Algebra", "线性代数 Python", "自然语言处理教程")
    small.build()
    assert sorted(small.find(parse_query("python linear algebra", ALGEBRA).wide)) == [
        "Python для линейной алгебры",
        "线性代数 Python",
    ]
    assert small.find(parse_query("自然语言处理教程", ALGEBRA).wide) == ["自然语言处理教程"]


HOSTILE = [
    *(
        '"',
        "'",
        "*",
        "AND",
        "OR NOT",
        "NEAR(",
        "a* OR (",
        "title:",
        "title : x",
        "-",
        "^",
        "{topics}:x",
        "\x00",
        "a\x00b",
    ),
    *(
        "\ud800",
        "\\",
        "%",
        ";drop table resource",
        "(((((",
        "a" * 5000,
        "学" * 5000,
        "a " * 5000,
        "+" * 100,
        "C" + "+" * 99,
    ),
]


@pytest.fixture(scope="module")
def memory() -> Iterator[sqlite3.Connection]:
    """An FTS5 table to try expressions on."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create virtual table f using fts5(title, topics, section)")
        yield connection


def is_understood(connection: sqlite3.Connection, expression: str) -> bool:
    """Whether FTS5 takes an expression for one of its own."""
    try:
        connection.execute("select * from f where f match ?", (expression,)).fetchall()
    except sqlite3.OperationalError:
        return False
    return True


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(memory: sqlite3.Connection, text: str) -> None:
    """Operators, quotes, halves of characters and very long texts are no expressions of their own."""
    assert is_understood(memory, parse_query(text, ALGEBRA).match)
    assert not is_understood(memory, "NEAR(")


@given(text=st.text())
def test_any_text_is_a_valid_question(memory: sqlite3.Connection, text: str) -> None:
    """Whatever is typed, FTS5 understands what we ask for it."""
    query = parse_query(text, ALGEBRA)
    asked = filter(None, (query.phrase, query.words, query.wide, query.prefix, query.match))
    assert [expression for expression in asked if not is_understood(memory, expression)] == []


def test_a_name_with_a_sign_means_itself() -> None:
    """C# and .NET may be one topic; whoever types one of them does not mean the other."""
    languages = TopicWords([("csharp", "C#"), ("csharp", ".NET")])
    assert parse_query("C#", languages).wide == '"csharp"'
    assert parse_query("курс по c#", languages).topics == ()


KINDS_OF_LEARNING = TopicWords(
    [
        ("supervised", "supervised learning"),
        ("supervised", "обучение с учителем"),
        ("supervised", "监督学习"),
        ("unsupervised", "обучение без учителя"),
        ("unsupervised", "无监督学习"),
        ("self-supervised", "self-supervised learning"),
        ("transformers", "transformer"),
        ("fourier", "Fourier transform"),
        ("networks", "neural network"),
        ("convolutional", "convolutional neural network"),
        ("algorithms", "алгоритм"),
        ("algorithms", "算法"),
        ("structures", "структура данных"),
        ("structures", "数据结构"),
    ],
    broader={"supervised": "ml", "unsupervised": "ml", "self-supervised": "ml", "convolutional": "networks"},
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("supervised learning", ["Supervised learning", "监督学习"], id="a sibling holds its name"),
        pytest.param("обучения с учителем", ["Supervised learning", "监督学习"], id="a little word tells them apart"),
        pytest.param("обучение без учителя", ["Обучение без учителя", "无监督学习"], id="and the other way"),
        pytest.param("transformers", ["Transformers"], id="only the stem is shared"),
        pytest.param("neural networks", ["Convolutional neural networks"], id="a narrower topic is no other"),
        pytest.param("алгоритмы и структуры данных", ["数据结构与算法"], id="a Chinese and between two topics"),
        pytest.param("数据结构与算法", ["数据结构与算法"], id="a Chinese and in the question"),
    ],
)
def test_a_longer_name_of_another_thing_is_not_found(small: Small, asked: str, found: list[str]) -> None:
    """A topic is found by its names, but not where they are a part of the name of another topic."""
    small.add("Supervised learning", "Self-supervised learning", "监督学习", "无监督学习", "Обучение без учителя")
    small.add("Transformers", "Fourier transform", "Convolutional neural networks", "数据结构与算法")
    small.build()
    assert sorted(small.find(parse_query(asked, KINDS_OF_LEARNING).wide)) == sorted(found)
