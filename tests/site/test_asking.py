"""An address is a question, and a question has one address."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.site.asking import Ask, Sort, parse_ask


@pytest.mark.parametrize(
    ("pairs", "ask"),
    [
        pytest.param([], Ask(), id="nothing"),
        pytest.param([("q", " a  ")], Ask("a"), id="trimmed"),
        pytest.param(
            [("kind", "book"), ("kind", "book"), ("kind", "")], Ask(chosen={"kind": ("book",)}), id="once each"
        ),
        pytest.param([("sort", "newest"), ("page", "3")], Ask(sort=Sort.NEWEST, page=3), id="order and page"),
        pytest.param([("sort", "nope"), ("page", "x"), ("other", "1")], Ask(), id="senseless"),
        pytest.param([("page", "٣")], Ask(), id="digits of another script"),
    ],
)
def test_an_address_becomes_a_question(pairs: list[tuple[str, str]], ask: Ask) -> None:
    """What makes sense is asked; the rest is as if it were not there."""
    assert parse_ask(pairs) == ask


@given(st.lists(st.tuples(st.sampled_from(["q", "kind", "topic", "sort", "page", "x"]), st.text())))
def test_the_address_of_a_question_asks_the_same(pairs: list[tuple[str, str]]) -> None:
    """A permalink means what the page it stands on meant."""
    ask = parse_ask(pairs)
    query = ask.address().partition("?")[2]
    assert parse_ask(parse_qsl(query, keep_blank_values=True)) == ask


def test_choosing_twice_is_letting_go() -> None:
    """A facet value toggles; any change leads back to the first page."""
    ask = Ask("x", page=3).toggled("kind", "book")
    assert ask.address() == "/search?q=x&kind=book"
    assert ask.toggled("kind", "book").address() == "/search?q=x"
