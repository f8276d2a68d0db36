"""What is an entry: the structure of a page decides, in Markdown, HTML and plain text alike."""

import pytest

from catalogue.documents.reading import read_document
from catalogue.vocabulary import Why
from tests.documents.reread import read, titles_of

A, B = "https://a.example/x", "https://b.example/y"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"- [One]({A}) - about it", [("One", A)], id="list item"),
        pytest.param(f"1. **[One]({A})** — about", [("One", A)], id="bold numbered item"),
        pytest.param(f"* Someone's [One]({A})", [("One", A)], id="short lead"),
        pytest.param(f"- **One** — [link]({A})", [("One", A)], id="bold name and a pointing link"),
        pytest.param(f"- **Site** — [One]({A})（免费）", [("One", A)], id="label and named link"),
        pytest.param(f"[One]({A})\n\n[Two]({B})", [("One", A), ("Two", B)], id="paragraphs of one link"),
        pytest.param(f"{A}\n{B}\n", [("a.example / x", A), ("b.example / y", B)], id="bare links, a line each"),
        pytest.param(f"- Videos: {A}", [("a.example / x", A)], id="bare link behind a word for its kind"),
        pytest.param(f"- Algebra: {A}", [("Algebra", A)], id="bare link behind a name"),
        pytest.param(f"## [One]({A})\n\nAbout it.", [("One", A)], id="heading that is a link"),
        pytest.param(f"- [@article@One]({A})", [("One", A)], id="typed link"),
        pytest.param(f"- [One]({A}) and\n  more words", [("One", A)], id="continued on the next line"),
        pytest.param(f"- [One][1]\n\n[1]: {A}", [("One", A)], id="reference link"),
        pytest.param(
            "- [One](https://a.example/x_(y))", [("One", "https://a.example/x_(y)")], id="brackets in address"
        ),
        pytest.param(
            f"- [One](<{A}>) / [Two]({B}) / [Three]({A}z)", [("One", A), ("Two", B), ("Three", A + "z")], id="equals"
        ),
        pytest.param(f"|Course|Site|\n|-|-|\n|[One]({A})|[x]({B})|", [("One", A)], id="row with linked title"),
        pytest.param(
            f"|Paper|Links|\n|-|-|\n|1) **One** - on it|[Paper]({A}), [Tweet]({B})|", [("One", A)], id="row of labels"
        ),
        pytest.param(f"- One by Prof. Ann Bee [[Link]]({A})", [("One by Prof. Ann Bee", A)], id="link in brackets"),
        pytest.param(
            f"- 书名 by 某人 [[English]]({A}) [[中文]]({B})", [("书名 by 某人", A)], id="language in brackets"
        ),
        pytest.param(
            f"- **One** (there) @ Place ([Part 1]({A}) and [Part 2]({B})) by Ann", [("One", A)], id="parts in brackets"
        ),
        pytest.param(
            f"|Name|Links|\n|-|-|\n|One|[Paper]({A}) / [Project]({B})|", [("One", A)], id="paper before its page"
        ),
        pytest.param(
            f"|Course|Teacher|Links|\n|-|-|-|\n|1: One|[T]({B})|[Website]({A})|", [("1: One", A)], id="row that points"
        ),
        pytest.param(
            f"**One** by T explains it: [link]({A})\n\nMore stands in [Two]({B}), too.\n\n[Three]({A}z) is old.",
            [("One", A), ("Two", B), ("Three", A + "z")],
            id="paragraphs of running text with one link each",
        ),
        pytest.param(
            f"**[One]({A}) at the School:** it is told\nin [this]({B}) film.",
            [("One", A)],
            id="bold label over a remark",
        ),
        pytest.param(f"- **One (Bee, Ant)**\n  {A} – about", [("One (Bee, Ant)", A)], id="bold name with brackets"),
        pytest.param(
            f"- One — what it is. / More of it. [PDF]({A})", [("One", A)], id="described, with a label at the end"
        ),
        pytest.param(f"1. One ({A})\nAnother list:\n1. Two ({B})", [("One", A), ("Two", B)], id="next label not apart"),
        pytest.param("- www.a.example/x", [("a.example / x", "http://www.a.example/x")], id="address without a scheme"),
        pytest.param(
            f"|No|Open course|Tool|Links|\n|-|-|-|-|\n|1|One by T|tf|[coursera]({A})|",
            [("One by T", A)],
            id="header of words",
        ),
        pytest.param(f"[One]({A}) is a thing.\n\n- [Two]({B})", [("Two", B)], id="a remark over a list"),
        pytest.param(
            f'<details><summary><b><a href="{A}">One</a></b> (5) <code><a href="{B}">MIT</a></code></summary>\n\n'
            f"- [GitHub]({B})\n\n</details>",
            [("One", A)],
            id="summary with labels under it",
        ),
    ],
)
def test_what_is_an_entry(text: str, found: list[tuple[str, str]]) -> None:
    """Each form that lists use gives its entry, with the title a person would give it."""
    assert titles_of(text) == found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param(f"[One]({A}) (1) are good, as [two]({B}) are.", Why.PROSE, id="subject of a sentence"),
        pytest.param("- [Part](#part)", Why.ANCHOR, id="table of contents"),
        pytest.param("- [Part](./#part)", Why.ANCHOR, id="table of contents of a folder"),
        pytest.param(f"[Follow us on Somewhere]({A})", Why.POINTER, id="call to the reader"),
        pytest.param(f"[Подписывайтесь на канал]({A})", Why.POINTER, id="call in Russian"),
        pytest.param(f"# List [![badge](x.svg)]({A})", Why.IMAGE, id="badge"),
        pytest.param(f"We think that [this]({A}) is good to know.", Why.PROSE, id="running text"),
        pytest.param(
            f"- Topic that needs [One]({A}) and others to be understood.", Why.PROSE, id="link inside an item"
        ),
        pytest.param(f"- For a list of books, go [here]({A})", Why.POINTER, id="pointing elsewhere"),
        pytest.param(f"## License\n\n- [MIT]({A})", Why.NOISE_SECTION, id="about the document"),
        pytest.param("[中文版](README_zh.md)", Why.META, id="the same list in another language"),
        pytest.param("- [One](javascript:alert(1))", Why.NOT_WEB, id="no web address"),
        pytest.param(f"- [One]({A}) [Two](file:///etc/passwd)", Why.NOT_WEB, id="no web address beside one"),
        pytest.param(f"- [One]({A})[]({B})", Why.EMPTY, id="link without text"),
        pytest.param(f"[Home]({A}) • [Blog]({B}) • [Us]({A}z)", Why.CHROME, id="bar of links"),
    ],
)
def test_what_is_no_entry_says_why(text: str, why: Why) -> None:
    """Every link that became no entry is listed with its reason."""
    assert why in [passed.why for passed in read(text).passed]


def test_links_around_the_page_are_furniture() -> None:
    """Navigation and footer of an HTML page are read, and never taken for entries."""
    text = f'<html><body><nav><ul><li><a href="{B}">Home</a></ul></nav><ul><li><a href="{A}">One</a>: text</ul>'
    assert titles_of(text, "page.html") == [("One", A)]


def test_relative_addresses_are_resolved_where_the_page_is_known() -> None:
    """Against the page's own address they become whole; without it they stay as they are."""
    text = "- [One](courses/one.md)"
    assert titles_of(text) == [("One", "courses/one.md")]
    document = read_document(text.encode(), "list.md", url="https://page.example/list/")
    assert document.entries[0].url == "https://page.example/list/courses/one.md"


def test_plain_text_is_read_line_by_line() -> None:
    """Timed lines are steps, and names that lines hold are entries without an address."""
    text = (
        "Как стать кем-то\nPython — 1 месяц\nКурсы:\nУчебник Ромашки по Python - пройти целиком.\n"
        "Книга Ивановой и курсы Петрова - слишком долгий путь.\nВыберите один из двух курсов:\nПотом отдыхайте.\n"
    )
    document = read(text, "path.txt")
    assert [(entry.line, entry.title) for entry in document.entries] == [
        (4, "Учебник Ромашки по Python"),
        (5, "Книга Ивановой"),
        (5, "курсы Петрова"),
    ]
    assert [(place.line, place.text) for place in document.lost] == [(6, "Выберите один из двух курсов:")]
    assert (document.sections[0].title, document.sections[0].step) == ("Python — 1 месяц", 1)


def test_a_list_of_books_without_addresses() -> None:
    """Under a heading that is a word for a kind, items are works: what is quoted is the title."""
    text = (
        "## Книги по алгебре\n\n- А. Автор «Матрицы для всех»\n- Пределы и ряды (2020)\n\n## Чем заняться\n\n- Гулять\n"
    )
    assert titles_of(text) == [("Матрицы для всех", None), ("Пределы и ряды", None)]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Иванова И. Числа и поля, 4-е издание. – СПб.: Дом, 2011. – 12 с.", "Числа и поля"),
        ("Иван Петров — Ряды: начала", "Ряды: начала"),
        ("Иван Петров. Ряды", "Ряды"),
        ("**Пределы**, Анна Серова", "Пределы"),
    ],
)
def test_the_title_in_a_line_of_a_bibliography(line: str, title: str) -> None:
    """Authors stand before the title, the edition and the publisher after it."""
    assert titles_of(f"# Список книг\n\n## Алгебра\n\n- {line}\n- Другая книга\n")[0] == (title, None)
