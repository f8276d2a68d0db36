"""Several works behind one label, in one cell, or under a plain word for them."""

import pytest

from catalogue.documents.names.enumerated import enumerated
from catalogue.documents.reading import read_document


def names(text: str) -> list[str]:
    """The titles of the entries of a page without links."""
    return [entry.title for entry in read_document(text.encode(), "a.md").entries]


@pytest.mark.parametrize(
    ("label", "text", "works"),
    [
        ("Resources", "“Old Gardens” (book), Leaf Academy.", [("Old Gardens", "book"), ("Leaf Academy", "Resources")]),
        ("Books", "“Gardens” by Ann Bee; Trees, Bees and Soil (3rd ed.)", ["Gardens", "Trees, Bees and Soil"]),
        ("Resources", "freeTree Garden Course (YouTube)", ["freeTree Garden Course"]),
        ("Материалы", "«Сады мира» Пчёлкина, курс на Степике, «Почва»", ["Сады мира", "Почва"]),
        ("课程", "王某园艺（中文）、CS224n（自然语言处理）", ["王某园艺", "CS224n"]),
        ("练习平台", "LeetCode（简单难度起步）", [("LeetCode", "practice")]),
        ("Materials", "pen, paper and patience", []),
        ("Resources", "slides, PDF, code", []),
        ("Book", "Gardens, Trees and Soil", []),
        ("参考书籍", "Old Gardens, Ann Bee 著", ["Old Gardens"]),
        ("工具", "Spade、Rake", []),
        ("课程", "用铲子挖土、学习种树", []),
    ],
)
def test_what_stands_behind_a_label(label: str, text: str, works: list[object]) -> None:
    """Each part that is a title is a work; a label for one work has only one."""
    found = enumerated(label, text)
    assert [work if isinstance(want, tuple) else work[0] for work, want in zip(found, works, strict=True)] == works


def test_a_part_of_a_work_in_quotes_names_that_work() -> None:
    """What is to be read of a book is no reason to pass it; a part without its title is."""
    page = "# План\n\n- Главы 1–3 книги А. Пчёлкиной «Сады мира» — 15 ч\n- Глава 5. Корни и почва\n"
    assert names(page) == ["Сады мира"]


def test_a_plan_names_works_behind_its_labels() -> None:
    """Labels for what is to be known are none for works."""
    page = (
        "# Plan\n\n## Trees\n\n- Roots: depth, width.\n- Tools: Focus on spades (Leaf, Root).\n"
        "- Resources: Ann Bee’s Garden Soil course (Coursera), “Hands-On Trees” (book).\n"
        "- Practice: Use platforms like LeetCode and HackerRank to grow.\n"
    )
    assert names(page) == ["Ann Bee’s Garden Soil course", "Hands-On Trees", "LeetCode", "HackerRank"]


def test_a_column_of_resources() -> None:
    """A cell may hold several, with bullets between them; columns of topics hold none."""
    page = (
        "| Topic | Focus | Best Resource |\n|---|---|---|\n"
        "| Old Soil | • Deep Roots • Wide Roots | Essence of Garden Soil (Bee) |\n"
        "| Trees | • Leaves | • Trees with Ann (YouTube) • freeTree Course (YouTube) |\n"
    )
    assert names(page) == ["Essence of Garden Soil", "Trees with Ann", "freeTree Course"]


def test_items_under_a_plain_word_for_works() -> None:
    """`Books` over a list of its own is a heading."""
    books = "- Books\n  - Naked Gardens is a good book to start\n  - Mathematics for Soil\n"
    page = f"# Plan\n\n{books}- Skills\n  - Deep Digging\n"
    assert names(page) == ["Naked Gardens", "Mathematics for Soil"]


def test_titles_with_their_people_behind_a_dash() -> None:
    """A paragraph each, under a heading for books."""
    lines = ("The Old Garden Book – Ann Bee", "Garden Soil - Davy Dun & Arno D.B. Fly", "园艺学（绿书） - 王某某")
    assert names("# Garden books\n\n" + "\n\n".join(lines)) == ["The Old Garden Book", "Garden Soil", "园艺学（绿书）"]


def test_what_somebody_said_is_no_title() -> None:
    """A long sentence in quotes, whatever stands before it."""
    said = "Важно не то, сколько вы знаете, а то, как вы применяете свои знания"
    assert said not in names(f"# Сад\n\nВсё изменила фраза из книги Пчёлкина: «{said}».\n")
