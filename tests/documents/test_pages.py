"""What is an entry: the structure of a page decides, in Markdown, HTML and plain text alike."""

import pytest

from catalogue.documents.reading import read_document
from catalogue.records.documents import Document, EntryLink, Finding
from catalogue.vocabulary import Kind, LinkRole, Rule, Why
from tests.documents.reread import mentions_of


def read(text: str, name: str = "list.md") -> Document:
    """The document a text is read as."""
    return read_document(text.encode(), name)


def entries(text: str, name: str = "list.md") -> list[tuple[str, str | None]]:
    """Title and address of each entry of a text."""
    return [(entry.title, entry.url) for entry in read(text, name).entries]


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
    assert entries(text) == found


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


def test_further_links_of_an_entry_have_their_roles() -> None:
    """Demo, source, paper, mirror belong to the entry; a tweet does not."""
    text = f"- [One]({A}) - text. ([Demo](https://d.example), [Source Code]({B}), [Tweet](https://t.example)) `MIT`"
    (entry,) = read(text).entries
    assert entry.links == (EntryLink("https://d.example", LinkRole.DEMO), EntryLink(B, LinkRole.SOURCE))
    assert entry.marks == ("MIT",)


def test_a_text_that_a_list_repeats_is_a_label() -> None:
    """What stands under every entry of a list is a further link of each, whatever the word."""
    items = "\n".join(f"- [Work {n}](https://w.example/{n})\n  - [Zine](https://z.example/{n})" for n in range(5))
    assert [title for title, _ in entries(items)] == [f"Work {n}" for n in range(5)]


def test_badges_and_lines_under_an_entry_describe_it() -> None:
    """Marks and text of the following lines belong to the entry above."""
    text = f"- [One]({A})\n  ![](https://i.example/badge/Level-Easy-green)\n  - A few words about it."
    (entry,) = read(text).entries
    assert entry.marks == ("Level Easy green",)
    assert entry.note == "A few words about it."


def test_a_row_says_time_and_what_comes_before() -> None:
    """Cells under a header for time or prerequisites are marks of the entry, the header over the title its kind."""
    text = (
        f"|Courses|Duration|Effort|Prerequisites|\n|-|-|-|-|\n|[One]({A})|14 weeks|6-10 hours/week|school algebra|\n"
        f"|[Two]({B})|2 weeks|1 hour/week|none|\n"
    )
    one, two = mentions_of(text, "list.md")
    assert one.effort is not None
    assert (one.effort.min_weeks, one.effort.hours_per_week, one.prerequisites) == (14, 10, "school algebra")
    assert (one.kind and one.kind.value, two.prerequisites) == ("course", "")


def test_each_field_of_a_work_ends_where_the_next_begins() -> None:
    """Fields in a list of facts are not run together: what comes before, how long it takes, the kind of a textbook."""
    text = (
        "# 一门课\n\n## 课程简介\n\n- 先修要求：线性代数\n- 编程语言：无\n- 预计学时：50 小时\n\n## 课程资源\n\n"
        f"- 课程网站：{A}，[网页存档]({A}/old)\n- 课程教材：[二]({B})\n"
    )
    course, book = mentions_of(text, "page.md")
    assert (course.prerequisites, course.effort and course.effort.text) == ("线性代数", "50 小时")
    assert [link.role for link in course.links] == [LinkRole.ARCHIVED]
    assert book.kind == Finding(Kind.BOOK, Rule.STATED_MARK)


def test_links_around_the_page_are_furniture() -> None:
    """Navigation and footer of an HTML page are read, and never taken for entries."""
    text = f'<html><body><nav><ul><li><a href="{B}">Home</a></ul></nav><ul><li><a href="{A}">One</a>: text</ul>'
    assert entries(text, "page.html") == [("One", A)]


def test_relative_addresses_are_resolved_where_the_page_is_known() -> None:
    """Against the page's own address they become whole; without it they stay as they are."""
    text = "- [One](courses/one.md)"
    assert entries(text) == [("One", "courses/one.md")]
    document = read_document(text.encode(), "list.md", url="https://page.example/list/")
    assert document.entries[0].url == "https://page.example/list/courses/one.md"


def test_sections_steps_and_times() -> None:
    """Headings, lines over lists and timed lines are sections; what counts or takes time is a step."""
    text = (
        f"# Path\n\n## Step 1: begin\n\n**Resources:**\n\n- [One]({A})\n\n**Timeline:** 3-4 weeks\n\n"
        f"## Step 2: go on\n\nTimeline: ongoing\n\n1. Sub\n   - [Two]({B})\n"
    )
    document = read(text)
    shown = [(s.title, s.depth, s.parent, s.step, s.effort and s.effort.max_weeks) for s in document.sections]
    assert shown == [
        ("Path", 1, None, None, None),
        ("Step 1: begin", 2, 1, 1, 4),
        ("Resources", 4, 2, None, None),
        ("Step 2: go on", 2, 1, 2, None),
        ("Sub", 3, 4, 3, None),
    ]
    assert [entry.section for entry in document.entries] == [3, 5]
    assert document.sections[3].effort is not None
    assert document.sections[3].effort.text == "ongoing"


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
    assert entries(text) == [("Матрицы для всех", None), ("Пределы и ряды", None)]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            "---\nДата создания: ' 16-10-2025'\nИсточник: https://p.example/how-to-learn-things-1a2b3c4d\n---\n"
            "Текст про учёбу.",
            ("How to learn things", "https://p.example/how-to-learn-things-1a2b3c4d", "ru", None, "2025-10-16"),
            id="ru front matter, title from the address",
        ),
        pytest.param(
            '---\ntitle: "学习路线"\ndate: 2024-11-16T01:24:58Z\nauthor: Somebody\n---\n我们来学习',
            ("学习路线", None, "zh", "Somebody", "2024-11-16"),
            id="zh front matter",
        ),
        pytest.param("# A *way*\n\nthe text of it is here", ("A way", None, "en", None, None), id="heading"),
        pytest.param(
            "Как я учился.\nДлинный текст\nАвтор: ivan", ("Как я учился", None, "ru", "ivan", None), id="signed"
        ),
        pytest.param("---\ntitle: a: b\n---\nx", ("a: b", None, None, None, None), id="front matter that is no YAML"),
    ],
)
def test_facts_about_the_document(text: str, facts: tuple[str | None, ...]) -> None:
    """Title, own address, language, author and date come from front matter, else from the text."""
    read_facts = read(text, "notes.txt").facts
    assert (read_facts.title, read_facts.url, read_facts.language, read_facts.author, read_facts.date) == facts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            f"# One: a course\n\n## Facts\n\n- Level: hard\n\n## Course Resources\n\n- Website: {A}\n"
            f"- Recordings: [S1]({B})",
            [("One: a course", A, (EntryLink(B, LinkRole.VIDEO),))],
            id="facts of the page's one course",
        ),
        pytest.param(
            f"# 一门课\n\n## 课程资源\n\n- 课程网站：{A}\n- 课程作业：[作业]({B})",
            [("一门课", A, ())],
            id="facts in Chinese",
        ),
        pytest.param(
            f'# Works\n\n#### 1. **"One"** - Bee\n- **Free PDF**: [{A}]({A})\n\n#### 2. **"Two"** - Cee\n- Link: {B}',
            [("One", A, ()), ("Two", B, ())],
            id="a heading for each book",
        ),
        pytest.param(
            f"# List\n\n1. One works. It does.\n  - Paper: {A}\n2. Two does not.\n  - {B}",
            [("One works", A, ()), ("Two does not", B, ())],
            id="bullets under a number",
        ),
        pytest.param(
            f"# List\n\n- One\n  - [Paper]({A})\n  - [Code]({B})",
            [("One", A, (EntryLink(B, LinkRole.CODE),))],
            id="labels under a name",
        ),
        pytest.param(
            f"# List\n\n- One:\n  - [Book]({A});\n  - [Github page]({B});",
            [("One", A, (EntryLink(B, LinkRole.SOURCE),))],
            id="pointing labels under a name",
        ),
        pytest.param(
            f"# 列表\n\n1. **《一》- 某人**\n   - 难度：⭐⭐\n   - 链接：[One - a course]({A})\n",
            [("《一》- 某人", A, ())],
            id="a field with a named link under a name",
        ),
    ],
)
def test_a_link_below_its_name(text: str, found: list[tuple[str, str, tuple[EntryLink, ...]]]) -> None:
    """A line that only gives an address belongs to the work that the heading or the item above it names."""
    assert [(entry.title, entry.url, entry.links) for entry in read(text).entries] == found


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
    assert entries(f"# Список книг\n\n## Алгебра\n\n- {line}\n- Другая книга\n")[0] == (title, None)
