"""Works written as records: a field an item, the first one their title."""

import pytest

from catalogue.records.documents import EntryLink
from catalogue.vocabulary import LinkRole
from tests.documents.reread import read, titles_of

A, B = "https://a.example/x", "https://b.example/y"


@pytest.mark.parametrize("colon", [": ", "：", " | "])
def test_a_record_ends_where_the_next_begins(colon: str) -> None:
    """Two papers under one heading are two entries, each with its code; their fields are no entries."""
    text = (
        f"# Papers\n\n- Title{colon}Gardens of Old\n- Author{colon}Ann Bee\n- Link{colon}{A}\n- Code{colon}{A}/code\n\n"
        f"They are kept well.\n\n- Title{colon}The Soil\n- Link{colon}{B}\n"
    )
    gardens, soil = read(text).entries
    assert (gardens.title, gardens.url, gardens.links) == (
        "Gardens of Old", A, (EntryLink(f"{A}/code", LinkRole.CODE),)
    )  # fmt: skip
    assert (soil.title, soil.url) == ("The Soil", B)
    assert "Ann Bee" in gardens.note


def test_a_record_needs_no_address() -> None:
    """One field for the title and one for who made it are a work."""
    text = "## Books\n\n- Title: Gardens\n- Author: Ann Bee\n- Year: 2019\n\n- Title: Soil\n- Publisher: Leaf Press\n"
    chinese = "## 书单\n\n- 书名：《花园的历史》\n- 作者：王某\n- 年份：2019\n"
    assert titles_of(text) == [("Gardens", None), ("Soil", None)]
    assert titles_of(chinese) == [("花园的历史", None)]


def test_words_for_kinds_are_no_records() -> None:
    """Behind each stands another work, whose label is no part of its title."""
    named = "## 学习资源\n\n- 课程：王某园艺课\n- 书籍：绿皮书\n"
    linked = f"## Resources\n\n- Course: [Gardens]({A})\n- Book: [Soil]({B})\n"
    assert titles_of(named) == [("王某园艺课", None), ("绿皮书", None)]
    assert titles_of(linked) == [("Gardens", A), ("Soil", B)]


def test_a_link_of_the_fields_under_a_heading_may_name_its_place() -> None:
    """The heading is the title, without the stars behind it; what else is told is no work, nothing is lost."""
    fields = f"- **Authors:** Ann Bee (2017)\n- **Link:** [arXiv]({A})\n- **Key Concepts:** wood, leaves\n"
    document = read(f"## Papers\n\nThese two papers are a must:\n\n### 1. **Trees of Old** ⭐⭐\n{fields}")
    assert [(one.title, one.url) for one in document.entries] == [("Trees of Old", A)]
    assert document.lost == ()


def test_a_page_that_is_only_pointed_to_has_no_name() -> None:
    """`Website` under a heading is the page of what that names; under a text it leads to what nobody named."""
    assert titles_of(f"# Trees\n\nKept by hand.\n\n[Web page]({A}) ([Code]({A}/c))\n") == []
    assert titles_of(f"# Trees\n\n[Website]({A})\n") == [("Trees", A)]


def test_a_column_says_what_its_links_are() -> None:
    """A paper by its number is the work, and what only says "link" under "Code" is its code."""
    row = f"| **Trees of Old** | Ann Bee | [2510.12742]({A}) | **[link]({B})** |"
    (entry,) = read(f"| Title | Authors | PDF | Code |\n|-|-|-|-|\n{row}\n").entries
    assert (entry.title, entry.url, entry.links) == ("Trees of Old", A, (EntryLink(B, LinkRole.CODE),))


def test_fields_under_a_heading_may_be_paragraphs() -> None:
    """Each begins with its label in bold; the heading is the title, and none of them another work."""
    fields = f"**Authors:** Ann Bee\n\n**URL:** {A}\n\n**Notes:** the first paper on trees\n"
    second = f"**Authors:** Carl Dun\n\n**URL:** {B}\n"
    text = f"# Notes on papers\n\n## Old Trees\n\n{fields}\n## Deep Soil\n\n{second}"
    assert titles_of(text) == [("Old Trees", A), ("Deep Soil", B)]


def test_a_heading_that_says_what_of_a_work_follows() -> None:
    """The work is called by the heading above it; one more address does not take its name away."""
    assert titles_of(f"# Courses\n\n## Old Trees\n\n### Video\n\n<{A}>\n\nIt is good.\n") == [("Old Trees", A)]
    assert titles_of(f"## Old Trees\n\n<{A}>\n\n<{B}> (as a file)\n")[0] == ("Old Trees", A)


def test_a_title_before_a_comma_and_its_people() -> None:
    """However long the title before an address is."""
    title = "From Seeds to Trees: Observations and Statistical Modelling in the Gardens of Old and New Times"
    assert titles_of(f"1. {title}, by Ann Bee: [{A}]({A}). [PDF]({B})\n") == [(title, A)]
