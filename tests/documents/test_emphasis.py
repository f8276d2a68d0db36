"""Works whose titles stand out from their line, in italics, bold or quotes."""

import pytest

from catalogue.documents.reading import read_document


def names(text: str) -> list[str]:
    """The titles of the entries of a page without links."""
    return [entry.title for entry in read_document(text.encode(), "a.md").entries]


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("Book: *Gardens of Old* (Bee) + *Trees* (Dun)", ["Gardens of Old", "Trees"]),
        ("**Course**: *Soil for Beginners* by Leaf Academy, first half", ["Soil for Beginners"]),
        ("Papers: “Attention to Leaves”, “Deep Roots”", ["Attention to Leaves", "Deep Roots"]),
        ("Книги: «Сады мира» (Пчёлкина), «Почва»", ["Сады мира", "Почва"]),
        ("推荐书籍：《花园》和《苹果树栽培》", ["花园", "苹果树栽培"]),
        ("Book: Bee, *Gardens of Old*", ["Gardens of Old"]),
        ("Tip: *always* water the “Old Tree”", []),
        ("Goal: *Learn* what **Soil** is", []),
        ("Book: whatever you like that is not about *Gardens*", []),
    ],
)
def test_titles_behind_a_label(line: str, titles: list[str]) -> None:
    """Every title that stands out behind a label for works is one, and what stands out elsewhere is none."""
    assert names(f"# Plan\n\n- Dig for a while.\n- {line}\n") == titles


def test_items_that_are_nothing_but_a_title() -> None:
    """Three of them are the form of a list; sentences in italics are none."""
    listed = "- *Gardens of Old*\n- “Deep Roots”\n- 《花园》\n"
    assert names(f"# Plan\n\n{listed}") == ["Gardens of Old", "Deep Roots", "花园"]
    assert names("# Plan\n\n- *Gardens of Old*\n- Dig for a while.\n- Rest.\n") == []
    assert names("# Plan\n\n- *Dig deep.*\n- *Water it!*\n- *Wait for rain.*\n") == []


def test_a_label_returns_under_each_step() -> None:
    """`Book` and `Course` name a work of their own each time; other labels that return are fields."""
    page = "# Plan\n\n" + "".join(
        f"## Week {week}\n\n- **Book**: *Gardens {week}*\n- **Focus**: *Soil {week}*\n" for week in (1, 2, 3)
    )
    assert names(page) == ["Gardens 1", "Gardens 2", "Gardens 3"]


def test_parts_of_a_work_are_none() -> None:
    """A chapter or a lecture of a book named above is no work."""
    page = "# Books\n\n## Must read\n\n- Gardens of Old\n- Ch. 3 Soil and Bees\n- 第3章 花园\n- Лекция 2. Почва\n"
    assert names(page) == ["Gardens of Old"]


def test_italics_before_their_author() -> None:
    """`*Title* by Author` is credited like a bold one."""
    assert names("# Plan\n\n- Dig.\n- *Gardens of Old* by Ann Bee\n") == ["Gardens of Old"]


def test_a_bare_address_behind_a_title() -> None:
    """The words before an address that is shown as it is are the title."""
    found = read_document(b"# Books\n\n- Gardens of Old https://leaf.example/old\n", "a.md").entries
    assert [(entry.title, entry.url) for entry in found] == [("Gardens of Old", "https://leaf.example/old")]


def test_a_bold_title_before_what_tells_of_it() -> None:
    """A paragraph that goes on with what kind of work it is; a list for somebody is none."""
    text = "**1. Gardens of Old (2017):** This paper tells how.\n\n**Deep soil:** It is wet.\n\n入门级书单：打好基础\n"
    assert names(f"# Useful papers\n\n{text}") == ["Gardens of Old (2017)"]
