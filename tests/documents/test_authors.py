"""The people that lines of bibliographies begin with, in Russian and English forms."""

import pytest

from catalogue.documents.citations.authors import are_authors, puts_authors_first, split_authors
from catalogue.documents.reading import read_document


@pytest.mark.parametrize(
    ("line", "people", "rest"),
    [
        ("Мухин В. Сад и огород. Лист, 2020.", "Мухин В.", "Сад и огород. Лист, 2020."),
        ("Мухин В., Пчёлкина А. Б. Сад", "Мухин В., Пчёлкина А. Б.", "Сад"),
        ("В. А. Мухин. Сад", "В. А. Мухин", "Сад"),
        ("Иван Мухин и Анна Пчёлкина. Сад", "Иван Мухин и Анна Пчёлкина", "Сад"),
        ("Bee A, Ant C. D., Fly E.. Gardens", "Bee A, Ant C. D., Fly E.", "Gardens"),
        ("Bee A. etc. Gardens", "Bee A. etc.", "Gardens"),
        ("C. D. Ant, A. Bee (1999) Gardens", "C. D. Ant, A. Bee", "Gardens"),
        ("Gardens of Old. Second Edition", "", "Gardens of Old. Second Edition"),
        ("Сад и огород. Начало", "", "Сад и огород. Начало"),
    ],
)
def test_people_with_initials_or_in_russian_are_people(line: str, people: str, rest: str) -> None:
    """Initials, and two Russian words in capitals, tell people from titles in any list."""
    found, left = split_authors(line)
    assert (found.strip(" .,"), left) == (people.strip(" .,"), rest)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Ann Bee, Carl Ant. The Big Garden", "The Big Garden"),
        ("Bee. Gardens", "Gardens"),
        ("Мухин, Жук – Основы сада", "Основы сада"),
        ("Gardens in Spring: a Guide", "Gardens in Spring: a Guide"),
    ],
)
def test_a_list_that_writes_so_begins_with_full_names(line: str, rest: str) -> None:
    """Names without initials are people only where the lines around begin with people."""
    assert split_authors(line, habit=True)[1] == rest
    assert split_authors(line)[1] == line


def test_the_habit_of_a_list() -> None:
    """Three sure lines make it a habit."""
    assert puts_authors_first(["Bee A. One", "Two", "Мухин В. Три", "C. Ant. Four"])
    assert not puts_authors_first(["Deep Garden. A Guide", "Bee A. One"])


def test_only_people() -> None:
    """A lead before a link is its author when it is people and nothing else."""
    assert are_authors("Мухин В., Жук П.")
    assert not are_authors("See also")


def test_a_russian_book_list_with_and_without_addresses() -> None:
    """Each line is a book: authors, publishers and years are no titles, and authors before a link hide no entry."""
    text = (
        "## Книги по саду\n### Деревья\n- Мухин В., Жук П. Яблони севера. Лист, 2021.\n"
        "- Пчёлкина А. Груши. Обрезка и уход на практике. Лист, 2020. — коротко о главном\n"
        "- Bee. Old Gardens — about gardens\n- Ant C. The Book of Hedges. 2019.\n"
        "- Анна Жук. [Сливы](https://w.example/plums) рассказывает о сливах\n"
    )
    entries = read_document(text.encode(), "list.md").entries
    assert entries[-1].creator == "Анна Жук"
    assert [entry.title for entry in entries] == [
        "Яблони севера",
        "Груши. Обрезка и уход на практике",
        "Old Gardens",
        "The Book of Hedges",
        "Сливы",
    ]


@pytest.mark.parametrize(
    "value", ["None", "无，讲义写得很好", "B站搜索该课程", "refer to the site", "请自行查找", "нет"]
)
def test_a_label_with_nothing_behind_it_names_nothing(value: str) -> None:
    """A field of a work that says there is none, or to search for it, is no name."""
    text = f"# Gardens\n\n- Textbook: {value}\n- 课程教材：{value}\n"
    assert read_document(text.encode(), "page.md").entries == ()


def test_a_name_before_a_link_in_brackets_is_the_title() -> None:
    """`Title ([what is behind the link](…))`: the work is named before the bracket."""
    text = (
        "# Books\n\n- The Great Garden Book: Trees, Hedges, Ponds and Paths ([our translation](https://w.example/t))\n"
    )
    (entry,) = read_document(text.encode(), "list.md").entries
    assert entry.title == "The Great Garden Book: Trees, Hedges, Ponds and Paths"


def test_a_bibliography_with_a_label_behind_each_line() -> None:
    """`Bee, A., & Ant, C. (2016). *Title*. Press. [PDF](…)`: the line names the work, the label is its address."""
    text = "# Gardening\n\n- Bee, A., Fly, E., & Ant, C. D. (2016). *Old Gardens*. Leaf Press. [PDF](https://w.example/a)\n"
    (entry,) = read_document(text.encode(), "list.md").entries
    assert (entry.title, entry.url, entry.creator) == (
        "Old Gardens",
        "https://w.example/a",
        "Bee, A., Fly, E., & Ant, C. D",
    )


def test_a_bare_address_under_a_heading_is_what_the_heading_names() -> None:
    """A heading over nothing but one address is its title; over a list of addresses it is a heading."""
    text = (
        "# Page\n\n## Old Gardens\n\n<https://w.example/a>\n\nmore text\n\n"
        "## Tools\n\nhttps://w.example/b\n\nhttps://w.example/c\n\n## Maps\n\nhttps://w.example/d\nhttps://w.example/e\n"
    )
    titles = [entry.title for entry in read_document(text.encode(), "list.md").entries]
    assert titles == ["Old Gardens", "w.example / b", "w.example / c", "w.example / d", "w.example / e"]


def test_authors_behind_a_title() -> None:
    """`Title. Author, Author`, with a link that only points behind it or with none."""
    text = (
        "## Books\n* Сад 3. Самое важное. А.Б. Мухин, В.Г. Жук\n* Деревья севера. Анна Пчёлкина\n"
        "* Груши для всех. Иван Мухин [Link](https://w.example/pears)\n"
    )
    titles = [entry.title for entry in read_document(text.encode(), "list.md").entries]
    assert titles == ["Сад 3. Самое важное", "Деревья севера", "Груши для всех"]


def test_a_bold_line_over_the_address_of_its_page() -> None:
    """The bold line is the title; what running text says of it again is no second work."""
    text = (
        "# 推荐书籍\n\n**1. 《Old Gardens》**\n\n书籍地址：https://w.example/a\n\n推荐人：某校 讲师\n\n"
        "推荐语：比《Old Gardens》更深入。\n"
    )
    (entry,) = read_document(text.encode(), "list.md").entries
    assert (entry.title, entry.url) == ("Old Gardens", "https://w.example/a")


def test_authors_before_a_quoted_title_under_a_page_called_about() -> None:
    """A first heading is the page's title, even one that elsewhere is about the document."""
    text = "# About\n\n## Books\n\n- A. Bee, C. Ant and E. Fly, “Old Gardens” (Leaf Press, 2013)\n"
    (entry,) = read_document(text.encode(), "list.md").entries
    assert (entry.title, entry.creator) == ("Old Gardens", "A. Bee, C. Ant and E. Fly")


def test_a_school_in_bold_before_the_work_it_offers() -> None:
    """What follows the bold name in capitals is the work; a description is not."""
    text = "## Courses\n\n- **Leaf School**: Old Gardens for Beginners\n- **Hedges**: a first look at them\n"
    titles = [entry.title for entry in read_document(text.encode(), "list.md").entries]
    assert titles == ["Leaf School: Old Gardens for Beginners", "Hedges"]
