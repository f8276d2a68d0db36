"""The highlighter: marks what was found, and lets nothing through."""

import re
from html import escape
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.highlight import render_highlights
from catalogue.search.query import parse_query
from catalogue.search.topicwords import TopicWords

TOPICS = TopicWords([("linear-algebra", "linear algebra"), ("linear-algebra", "线性代数")])


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        pytest.param("Линейная алгебра", "алгебре", "Линейная <mark>алгебра</mark>", id="inflected"),
        pytest.param("Ещё раз", "еще", "<mark>Ещё</mark> раз", id="yo"),
        pytest.param("机器学习课程", "学习", "机器<mark>学习</mark>课程", id="chinese word"),
        pytest.param("機器學習", "机器学习", "<mark>機器學習</mark>", id="traditional"),
        pytest.param("a C++ book", "c++", "a <mark>C++</mark> book", id="c++"),
        pytest.param("scikit-learn", "scikitlearn", "<mark>scikit-learn</mark>", id="joined"),
        pytest.param("Linear algebra: lines", "线性代数", "<mark>Linear algebra</mark>: lines", id="other language"),
        pytest.param("<b>algebra</b>", "algebra", "&lt;b&gt;<mark>algebra</mark>&lt;/b&gt;", id="markup"),
        pytest.param('"x" & y', "y", "&quot;x&quot; &amp; <mark>y</mark>", id="signs"),
        pytest.param("cafe\u0301 noir", "cafe", "<mark>café</mark> noir", id="loose mark"),
        pytest.param("plain", "", "plain", id="no question"),
    ],
)
def test_what_was_found_is_marked(text: str, asked: str, marked: str) -> None:
    """The words of the question, in the spelling of the text, stand in <mark>."""
    assert render_highlights(text, parse_query(asked, TOPICS)) == marked


@given(st.text(), st.text())
def test_nothing_of_the_text_is_markup(text: str, asked: str) -> None:
    """Without our own marks, what is left is the escaped text, whatever it holds."""
    html = render_highlights(text, parse_query(asked, TOPICS))
    plain = re.sub(r"</?mark>", "", html)
    assert "<" not in plain
    assert plain == escape(normalize("NFC", text))
