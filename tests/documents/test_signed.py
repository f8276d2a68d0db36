"""Titles that a list names with the people they are by, and no link."""

import pytest

from tests.documents.reread import read


def titles(text: str) -> list[str]:
    """The titles of what a page names."""
    return [entry.title for entry in read(text).entries]


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("Почвы 3. Самое необходимое - Н.А. Лесной, В.А. Дуб", "Почвы 3. Самое необходимое"),
        ("Сады для сложных задач. Наука о почве - Дж. Ван Дер Лес", "Сады для сложных задач. Наука о почве"),
        ("Линейные сады - А.С.Лесной", "Линейные сады"),
        ("Soil 3. The Bare Minimum by C. D. Dun", "Soil 3. The Bare Minimum"),
        ("Ann H. Bee, Carl J. Dun, Linear Gardens, 5/e, 2018", "Linear Gardens"),
        ("Ann Bee, Carl Dun, Linear Gardens, 2nd edition", "Linear Gardens"),
    ],
)
def test_people_with_initials_sign_a_title(item: str, title: str) -> None:
    """Behind initials stand people, whatever stops the title has; an edition is one of a book."""
    assert titles(f"# Books\n\n* Soil:\n    * {item}\n    * Roots and Leaves - Eve Fir Elm\n")[:1] == [title]


def test_a_bold_line_with_its_author() -> None:
    """The whole line is bold, paragraphs about it follow."""
    about = "   If you look closely, it is no accident that it stands here.\n"
    text = f"1. **Soil: A Modern View (Oak Press) by Ann Bee**\n\n{about}\n2. **Roots by Carl Dun**\n\n{about}"
    assert titles(f"# The Soil (Foundational) Books: The List\n\n{text}") == [
        "Soil: A Modern View (Oak Press)",
        "Roots",
    ]


def test_main_sources() -> None:
    """A bold name among linked ones is one of them."""
    items = "1. **Hands-on Soil** - Part 2\n2. **Roots by Bee** - [Click Here](https://u.example/course/roots)\n"
    assert titles(f"# Notes\n\n## Main Sources\n\n{items}") == ["Hands-on Soil", "Roots by Bee"]


def test_titles_and_people_between_commas_are_a_habit() -> None:
    """Three items of one form are books, whatever text stands between them; two might be places and their states."""
    books = [
        "The Old Gardens, Leaves, and Soil of Leaf, Ann Bee.",
        "A Book of Trees, Carl Dun.",
        "How to Dig, Eve Fox.",
    ]
    text = "\n\n".join(f"{number}. {book}\n\nI like it a lot." for number, book in enumerate(books, 1))
    assert titles(text) == ["The Old Gardens, Leaves, and Soil of Leaf", "A Book of Trees", "How to Dig"]
    assert titles("- Places of Old Leaf, New Fern\n- Green Hills of Moss, Old Oak\n") == []
