"""Articles that count works under numbered headings, and works named in Chinese ways."""

import pytest

from tests.documents.reread import mentions_of


def article(title: str, *headings: str) -> list[str]:
    """The titles named by an article of some numbered headings, a text under each."""
    text = "".join(f"## {heading}\n\nMuch is told here.\n\n" for heading in headings)
    return [one.title for one in mentions_of(f"# {title}\n\n{text}", "list.md")]


@pytest.mark.parametrize(
    ("title", "headings", "titles"),
    [
        (
            "Top 3 books on gardens",
            ["1. Gardens of Old — Ann Bee", "2. Soil and Rain", "3. «Trees» by Carl Dun"],
            ["Gardens of Old", "Soil and Rain", "Trees"],
        ),
        ("Подборка книг о садах", ["3. Сады мира", "2. Почва", "1. Вода"], ["Сады мира", "Почва", "Вода"]),
        (
            "园艺必读书单",
            ["1. 《花园》(Gardens) - Ann Bee", "2. 土壤与水", "3. 《树木》（Trees）- Dun等"],
            ["花园", "土壤与水", "树木"],
        ),
    ],
)
def test_numbered_headings_of_an_article_that_counts_works(title: str, headings: list[str], titles: list[str]) -> None:
    """They are those works, whatever way the numbers run."""
    assert article(title, *headings) == titles


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("How to garden", ["1. Gardens of Old", "2. Soil and Rain", "3. Trees"]),
        ("Top 3 books on gardens", ["1. Gardens of Old", "2. Soil and Rain"]),
        ("The best courses for gardeners", ["1. Learn about soil", "2. Choose your trees", "3. Get water"]),
        ("Top 3 books on gardens", ["1. Gardens of Old", "4. Soil and Rain", "9. Trees"]),
    ],
)
def test_other_numbered_headings(title: str, headings: list[str]) -> None:
    """Steps, few headings, and numbers that do not count are none."""
    assert article(title, *headings) == []


def test_the_same_title_of_two_teachers() -> None:
    """A title with other words before it is not the one of the line above."""
    text = "# 课程\n\n- 《花园》（书）\n- 《树木》\n- 《水源》\n- 王某《园艺》（B站）\n- 李某《园艺》（B站）\n"
    assert [one.title for one in mentions_of(text, "list.md")] == ["花园", "树木", "水源", "园艺", "园艺"]


def test_what_the_makers_of_a_tool_teach() -> None:
    """`X官方教程` is a work; a nickname behind "commonly called" only repeats one."""
    text = "# 路线\n\n框架（推荐《花园实战》或Leaf官方教程）。\n\n《深树》俗称“花书”。\n"
    assert [one.title for one in mentions_of(text, "list.md")] == ["花园实战", "Leaf官方教程", "深树"]
