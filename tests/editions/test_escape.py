"""Text from outside is harmless in every format it is put into."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from catalogue.editions.render.escape import (
    bibtex_text,
    markdown_code,
    markdown_link,
    markdown_text,
    plain_text,
    safe_url,
)

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(markdown: str) -> str:
    """What a reader sees of an inline Markdown text, and whether it is anything but plain text."""
    tokens = MARKDOWN.parse("x " + markdown + " x")[1].children or []
    assert {token.type for token in tokens} <= {"text", "text_special", "code_inline"}, tokens
    return "".join(token.content for token in tokens)


@given(st.text())
def test_markdown_text_shows_what_was_written(text: str) -> None:
    """No text becomes emphasis, a link, HTML, a heading or a second line."""
    assert " ".join(shown(markdown_text(text)).split()) == " ".join(f"x {plain_text(text)} x".split())


@given(st.text())
def test_markdown_code_shows_what_was_written(text: str) -> None:
    """A code span ends where the text ends, whatever backticks are in it."""
    if plain_text(text):
        assert f"x {plain_text(text)} x".split() == shown(markdown_code(text)).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("two\nlines\r\n# three", "two lines # three", id="line breaks"),
        pytest.param("a\u202eb\u200bc\x00d", "a b c d", id="bidi, zero width and control characters"),
        pytest.param(None, "", id="nothing"),
        pytest.param("《机器学习》 ёж", "《机器学习》 ёж", id="letters stay"),
    ],
)
def test_plain_text_is_one_visible_line(text: str | None, expected: str) -> None:
    """What a reader cannot see becomes a blank."""
    assert plain_text(text) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://a.example/x?q=1&r=2#s", "https://a.example/x?q=1&r=2#s", id="stays byte for byte"),
        pytest.param("https://a.example/(x)[1] 2", "https://a.example/%28x%29%5B1%5D%202", id="brackets and blanks"),
        pytest.param("https://a.example/<script>\"'", "https://a.example/%3Cscript%3E%22%27", id="markup"),
        pytest.param("javascript:alert(1)", "", id="script"),
        pytest.param("data:text/html,x", "", id="data"),
        pytest.param("https://[broken", "", id="broken"),
    ],
)
def test_only_web_addresses_become_links(url: str, expected: str) -> None:
    """An address that is not http(s) is shown, never linked."""
    assert safe_url(url) == expected


def test_a_link_without_a_web_address_is_text() -> None:
    """Its label stays readable and nothing can be clicked."""
    assert markdown_link("javascript:alert(1)", "Book [2]") == r"Book \[2\]"
    assert markdown_link("https://a.example/", "Book [2]") == r"[Book \[2\]](https://a.example/)"


@pytest.mark.parametrize(
    "title",
    [
        r"Learning \input{/etc/passwd} well",
        r"\csname input\endcsname{/etc/passwd}",
        "^^5cinput{/etc/passwd}",
        r"\write18{ls}",
        r"\def\and{x}",
    ],
)
def test_no_title_gives_tex_an_order(title: str) -> None:
    """A command that reads, writes or redefines is shown as it is written, not carried out."""
    shown = bibtex_text(title)
    assert set(re.findall(r"\\[A-Za-z]+", shown)) <= {
        r"\textbackslash",
        r"\textbraceleft",
        r"\textbraceright",
        r"\textasciicircum",
    }
    assert "^^" not in shown


@pytest.mark.parametrize("title", [r"\'Etude of $\omega^2$", r"\emph{Fast} inputs", r"$\inf$ and \includes"])
def test_tex_that_sets_type_stays(title: str) -> None:
    """Accents, formulas and fonts come out as the authors wrote them."""
    assert bibtex_text(title) == title
