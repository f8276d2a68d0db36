"""Lists whose bullets are pictures and other signs, and links whose text is one."""

import pytest

from catalogue.documents.pages.bullets import as_items
from catalogue.records.documents import EntryLink
from catalogue.vocabulary import LinkRole
from tests.documents.reread import read, titles_of

A, B = "https://a.example/x", "https://b.example/y"


@pytest.mark.parametrize("name", ["post.md", "post.txt"])
@pytest.mark.parametrize("sign", ["🔹", "▪️", "•", "■"])
def test_lines_that_begin_with_one_sign_are_items(sign: str, name: str) -> None:
    """An entry a line, in Markdown and in plain text."""
    text = f"📚 Leaf School\n{sign} Gardens by Ann Bee: {A}\n{sign} Soil by Carl Dun: {B}\n"
    document = read(text, name)
    assert [(one.title, one.url) for one in document.entries] == [("Gardens by Ann Bee", A), ("Soil by Carl Dun", B)]


def test_numbers_drawn_as_keys_are_numbers() -> None:
    """Posts number their lines so."""
    text = f"1️⃣ [Gardens]({A})\n2️⃣ [Soil]({B})\n"
    assert list(as_items(text.split("\n")))[:2] == [f"1. [Gardens]({A})", f"2. [Soil]({B})"]
    assert [title for title, _ in titles_of(text)] == ["Gardens", "Soil"]


@pytest.mark.parametrize(
    "text",
    [
        "📚 Books\n\n🎥 Films",
        "🔹 one line alone",
        "🔹 one\n\nSome text.\n\n🔹 two",
        "- 🔹 one\n- 🔹 two",
        "→ one\n→ two",
    ],
    ids=["different signs", "alone", "text between", "items already", "arrows lead on"],
)
def test_what_is_no_list_of_signs(text: str) -> None:
    """One sign before one line is a picture."""
    assert list(as_items(text.split("\n"))) == text.split("\n")


def test_an_item_of_signs_goes_on() -> None:
    """An address on the next line is that of the item above."""
    text = f"🔹 Gardens by Ann Bee: {A}\n🔹 Soil by Carl Dun:\n{B}\n🔹 Trees: {A}/t\n"
    assert titles_of(text) == [("Gardens by Ann Bee", A), ("Soil by Carl Dun", B), ("Trees", f"{A}/t")]


@pytest.mark.parametrize(("picture", "film"), [("🌍", "🎞️"), (":earth_americas:", ":film_strip:"), ("🔗", "📺")])
def test_a_picture_only_points(picture: str, film: str) -> None:
    """The work is called by the words before the picture, and the picture of a film leads to its video."""
    for gap in (" ", "\n"):
        (entry,) = read(f"## Courses\n\n- Gardens for All{gap}[{picture}]({A}){gap}[{film}]({B})\n").entries
        assert (entry.title, entry.url) == ("Gardens for All", A)
        assert entry.links == (EntryLink(B, LinkRole.VIDEO),)
