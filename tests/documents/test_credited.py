"""Titles with their people in brackets, and paragraphs and items under a work that only tell of it."""

import pytest

from tests.documents.reread import mentions_of, read

SURE = """
- Old Trees: A History (Bee & Dun)
- Deep Soil (Fox et al.) :sparkles:
- Rain, Wind, and Snow (van der Ant and Elk, 2001)
"""


def titles(text: str) -> list[str]:
    """What the entries of a list are called."""
    return [one.title for one in mentions_of(f"# Garden\n\n## Math\n\n{text}", "list.md")]


def test_titles_with_their_people_in_brackets() -> None:
    """Once the list is known to be written so, one name in brackets is enough."""
    sure = ["Old Trees: A History", "Deep Soil", "Rain, Wind, and Snow"]
    assert titles(f"{SURE}- Stochastic Gardens (Bass)\n- Bee series & Dun series\n") == [*sure, "Stochastic Gardens"]


def test_a_word_in_brackets_is_no_person() -> None:
    """Topics have them, too."""
    assert titles("- Descent (Momentum)\n- Trees (Forest)\n- Soil (Clay)\n- Water (Rain)\n") == []


def test_bold_titles_with_a_subtitle_are_no_fields() -> None:
    """A label in bold ends at its colon; a year over such titles is no work."""
    text = "- **Oak: A System of Roots** LEAF 2018\n- **Elm: Deep Roots for All** LEAF 2018\n"
    found = mentions_of(f"# Papers\n\n## Papers\n\n### 2018\n\n{text}", "list.md")
    assert [one.title for one in found] == ["Oak: A System of Roots", "Elm: Deep Roots for All"]


def test_paragraphs_behind_one_label_tell_of_the_item_above() -> None:
    """Links in them are no works, whatever they end in; a label that does not return is none of the list."""
    items = "".join(
        f"* [《Tree {number}》](https://a.example/{number})\n\n介绍:讲树的文章。很好懂。翻译版本:https://b.example/{number}\n\n"
        for number in range(3)
    )
    found = mentions_of(f"# 树\n\n{items}", "list.md")
    assert [one.url for one in found] == [f"https://a.example/{number}" for number in range(3)]
    assert found[0].note.startswith("介绍:讲树的文章")


@pytest.mark.parametrize("label", ["Discussion Notes", "Old Exams", "Labs-Assignments", "Resources", "2019 YouTube"])
def test_parts_of_a_course_under_it(label: str) -> None:
    """However they are called, they are no works."""
    text = f"- [CS 1](https://a.example/c) **Gardens**\n    - [{label}](https://a.example/x)\n- [CS 2](https://b.example)\n"
    assert [one.title for one in mentions_of(f"# Courses\n\n{text}", "list.md")] == ["CS 1", "CS 2"]


def test_terms_behind_a_course() -> None:
    """`Fall 2019, YouTube` is where a course was recorded."""
    behind = "[Fall 2019, Youtube](https://y.example/1) [Fall 2018, Youtube](https://y.example/2) [2013 Bilibili](https://b.example)"
    (found,) = mentions_of(f"# Courses\n\n- [CS 1 Gardens](https://a.example/c) {behind}\n", "list.md")
    assert (found.title, len(found.links)) == ("CS 1 Gardens", 3)


def test_a_link_that_is_a_title_in_its_marks() -> None:
    """What leads to it and follows it may run on."""
    (found,) = mentions_of(
        "# 树\n\n- 关于树，推荐阅读[《Tree Summit》](https://a.example)以便了解。\n- 水\n", "list.md"
    )
    assert found.title == "《Tree Summit》"


def test_a_legend_is_no_list() -> None:
    """What its signs mean is nothing to read."""
    assert (
        read("# Courses\n\n## Legend\n\n- ![Notes](n.png) - Lecture Notes\n- ![Lab](l.png) - Lecture Labs\n").entries
        == ()
    )


def test_people_in_brackets_are_the_creators() -> None:
    """Where they are sure to be people; such a work is a book where no heading says what it is, and no year."""
    found = mentions_of(f"# Garden\n\n## Math\n{SURE}- Stochastic Gardens (Bass)\n", "list.md")
    assert [one.creator for one in found] == ["Bee & Dun", "Fox et al", "van der Ant and Elk", None]
    assert [one.kind.value if one.kind else None for one in found] == ["book", "book", None, "book"]


def test_commas_alone_part_a_citation() -> None:
    """Initials in the middle of a name end no list of people; the venue is no part of the title."""
    text = "- A. Bee, et. al., Deep Gardens, Nature, 2015. [[Paper]](https://a.example/1)\n"
    text += "- Ann Bee, C. David Dun, Eve Fox, Gardens, A Survey, IJRR, 2013. [[Paper]](https://a.example/2)\n"
    found = mentions_of(f"# Garden\n\n## Paper\n\n{text}", "list.md")
    assert [one.title for one in found] == ["Deep Gardens", "Gardens, A Survey"]


def test_names_of_emoji_are_no_part_of_a_title() -> None:
    """Nor is a school cut from its course where both are in capitals."""
    text = "- :books: [Gardens](https://a.example/g)\n- :mortar_board: Leaf - Deep Gardens\n  - [Link](https://b.example/d)\n"
    assert [one.title for one in mentions_of(f"# Garden\n\n{text}", "list.md")] == ["Gardens", "Leaf - Deep Gardens"]


def test_a_bold_line_with_its_speaker_over_a_list() -> None:
    """What stands under a title and who it is by is in that work; a word for who wrote a list is no title."""
    told = "**How Gardens Grow by Ann Bee, Leaf University:**\n\n- Uses of Soil\n- Old Roots\n"
    assert titles(told) == ["How Gardens Grow"]
    assert titles("**Written by Ann Bee, Leaf University:**\n\n- soil\n- roots\n") == []


def test_lines_of_titles_and_people_in_one_paragraph() -> None:
    """Each line is a work, whatever the whole paragraph looks like."""
    told = "### Books\n\nGardens: A Book by Ann Bee and Carl Dun\nDeep Soil for All by Eve Fox\n"
    assert titles(told) == ["Gardens: A Book", "Deep Soil for All"]
