"""Headings that name works: by lists of nothing but their links, by fields under them, by numbers before them."""

import pytest

from catalogue.documents.reading import read_document
from catalogue.records.documents import EntryLink
from catalogue.vocabulary import LinkRole
from tests.documents.reread import mentions_of

ONE = "## 1.1 Trees by Ann Bee:\n* [Coursera](https://www.coursera.org/learn/trees)\n* [B站](https://www.bilibili.com/video/t)\n"
TWO = "## 1.2 Soil\n* [官网](https://soil.example/course)\n* [课后作业](https://soil.example/homework)\n"


def test_a_heading_over_the_places_of_a_work_is_its_title() -> None:
    """The first link is the work's own; other places are mirrors, its homework is passed."""
    trees, soil = mentions_of(f"# Videos\n\n{ONE}\n{TWO}", "list.md")
    assert (trees.title, trees.url) == ("Trees by Ann Bee", "https://www.coursera.org/learn/trees")
    assert trees.links == (EntryLink("https://www.bilibili.com/video/t", LinkRole.MIRROR),)
    assert (soil.title, soil.url, soil.links) == ("Soil", "https://soil.example/course", ())


def test_a_list_of_places_is_a_list() -> None:
    """Under one heading only, or where a link leads to the place itself, the places are what is recommended."""
    places = "## Where to learn\n* [Coursera](https://www.coursera.org/browse)\n* [edX](https://www.edx.org/)\n"
    found = mentions_of(f"# List\n\n{places}\n## Books\n* [Trees](https://t.example/t)\n", "list.md")
    assert [one.title for one in found] == ["Coursera", "edX", "Trees"]


def test_fields_under_a_work_name_nothing() -> None:
    """Bold labels of the work that a heading names are no works without an address."""
    fields = "- **Free PDF**: [https://t.example/t](https://t.example/t)\n- **Content**: roots\n- **Level**: Advanced\n"
    (found,) = mentions_of(f'# Books\n\n#### 1. **"Trees"** - Bee\n{fields}', "list.md")
    assert (found.title, found.url, found.level and found.level.value) == ("Trees", "https://t.example/t", "advanced")


def test_notes_under_a_work_belong_to_it() -> None:
    """Notes and homework are no works of their own; a named book is."""
    notes = "    - [中文笔记及作业代码](https://n.example/n)\n    - [《Soil》](https://b.example/soil)\n"
    found = mentions_of(f"- [Trees](https://t.example/t)\n{notes}", "list.md")
    assert [one.title for one in found] == ["Trees", "《Soil》"]


def test_fields_with_an_address_make_a_heading_the_work() -> None:
    """Two headings over nothing but labelled addresses: the paper is the work's own, its code further."""
    one = '### 1. "Trees" (2017)\n- **Authors**: Ann Bee\n- **ArXiv**: https://arxiv.org/abs/1706.00001\n'
    two = '### 2. "Soil" (2015)\n- **ArXiv**: https://arxiv.org/abs/1512.00002\n- **Code**: https://c.example/soil\n'
    trees, soil = mentions_of(f"# Papers\n\n{one}\n{two}", "list.md")
    assert (trees.title, trees.url) == ("Trees", "https://arxiv.org/abs/1706.00001")
    assert (soil.title, soil.links) == ("Soil", (EntryLink("https://c.example/soil", LinkRole.CODE),))


def test_a_line_over_an_address_names_it() -> None:
    """A heading over a link to "the page", or a bold name before the colon that announces an address."""
    text = (
        "# List\n\n## Лекции о деревьях\n[Ссылка на страницу курса](https://t.example/course)\n\n## Textbook\n\n"
        "**Soil (2nd Edition)**: free of charge, under the following link:\n\n<https://s.example/book>\n"
    )
    assert [one.title for one in mentions_of(text, "list.md")] == ["Лекции о деревьях", "Soil (2nd Edition)"]


def test_where_a_page_was_taken_from_is_no_work() -> None:
    """A link that only says "origin" is the page's own."""
    text = "# Ten courses\n\n[Origin](https://o.example/ten)\n\n1. [Trees](https://t.example/t)\n  + Some School\n"
    assert [one.title for one in mentions_of(text, "list.md")] == ["Trees"]


def test_works_in_one_cell() -> None:
    """A row of a plan names several works in one cell; where its links only point, its topic is the title."""
    text = (
        "| Week | Topic | Resources |\n|---|---|---|\n"
        "| 1 | Roots | [Trees](https://t.example/t), [Soil](https://s.example/s)<br>[Rain](https://r.example/r) |\n"
        "| 2 | Leaves of grass | [Course](https://l.example/l) [Code](https://l.example/code) |\n"
    )
    assert [one.title for one in mentions_of(text, "plan.md")] == ["Trees", "Soil", "Rain", "Leaves of grass"]


def test_who_gives_a_course_is_not_the_course() -> None:
    """A school's own address is none of its course where the row has another; a sign under a role has that role."""
    text = (
        "| Course | University | Page | Source |\n|---|---|---|---|\n"
        "| Trees | [Old School](https://school.example) | [🔗](https://t.example/t) | [🔗](https://c.example/t) |\n"
        "| Soil | [Old School](https://school.example/soil) | soon | |\n"
    )
    trees, soil = mentions_of(text, "list.md")
    assert (trees.title, trees.url) == ("Trees", "https://t.example/t")
    assert trees.links == (EntryLink("https://c.example/t", LinkRole.SOURCE),)
    assert (soil.title, soil.url) == ("Soil", "https://school.example/soil")


def test_a_named_page_is_the_course_and_the_column_says_what_else_is() -> None:
    """Where a table has a column for pages, its link is the course's own; labels have the role of their column."""
    head = "| Course | Course Webpage | Lecture Videos |\n|---|---|---|\n"
    page = "[Slides](https://s.example/{n}) [T{n}](https://t.example/{n}) | [Seen](https://v.example/{n})"
    rows = [f"| **Trees {n}** | {page.format(n=n)} |" for n in range(4)]
    parts = "| **Soil** | | [Part-1](https://v.example/a) <br/> [Part-2](https://v.example/b) |\n"
    found = mentions_of(f"# Garden\n\n{head}" + "\n".join(rows) + f"\n{parts}", "list.md")
    assert [(one.title, one.url) for one in found[::4]] == [
        ("Trees 0", "https://t.example/0"),
        ("Soil", "https://v.example/a"),
    ]
    assert EntryLink("https://v.example/0", LinkRole.VIDEO) in found[0].links


def test_headings_over_bars_of_labels() -> None:
    """Paper, thread and code between dots under a heading are its work's links, no bar of the site."""
    bars = [
        f"### {n}. Trees {n}\n\n*Ann Bee*\n\n[Paper](https://p.example/{n}) · [X thread](https://x.com/b/{n}) · "
        f"[Code](https://c.example/{n})\n\nThey grow.\n"
        for n in (1, 2)
    ]
    one, two = mentions_of("# The week\n\n" + "\n".join(bars), "week.md")
    assert (one.title, one.url, two.title) == ("Trees 1", "https://p.example/1", "Trees 2")
    assert one.links == (EntryLink("https://c.example/1", LinkRole.CODE),)


def test_headings_over_the_covers_of_books() -> None:
    """A linked picture that shows what its heading says leads to the work; a badge does not."""
    books = [
        f"## {n}. Gardens {name}\n[![Gardens {name}](/c/{n}.jpg)](https://b.example/{n})\nAnn Bee\n\n"
        "I read half of it - the book half.\n"
        for n, name in enumerate(("Grown", "Sown"))
    ]
    found = mentions_of("# Seen\n\n[![build](/b.svg)](https://ci.example)\n\n" + "\n".join(books), "list.md")
    assert [(one.title, one.url) for one in found] == [
        ("Gardens Grown", "https://b.example/0"),
        ("Gardens Sown", "https://b.example/1"),
    ]


def test_headings_over_days_and_ways_back_are_no_works() -> None:
    """What a heading of dates leads to is the news of these days; "back to top" leads nowhere, whatever its address."""
    text = "## [Apr 20 - Apr 26, 2026](/2026/16.md)\n\n- [Trees](https://t.example/t)\n\n[Go to contents ↑](https://p.example/x)\n"
    assert [one.title for one in mentions_of(f"# Garden\n\n{text}", "list.md")] == ["Trees"]


def test_a_grid_of_links() -> None:
    """Where even the header of a table is links, each cell is an entry; under headers a row is one."""
    grid = "|🌳 [Trees](https://t.example/t)|[Soil](https://s.example/s)|\n|-|-|\n|[Rain](https://r.example/r)||\n"
    assert [one.title for one in mentions_of(f"# Garden\n\n{grid}", "list.md")] == ["Trees", "Soil", "Rain"]
    rows = "| Paper | Code |\n|---|---|\n| [Trees](https://t.example/t) | [oak](https://c.example/oak) |\n"
    assert [one.title for one in mentions_of(f"# Garden\n\n{rows}", "list.md")] == ["Trees"]


def test_a_table_of_contents_has_no_parts() -> None:
    """A heading of any rank ends it."""
    text = "## Contents\n\n- [Trees](#trees)\n\n### Trees\n\n- [Oaks](https://o.example/o)\n"
    assert [one.title for one in mentions_of(f"# Garden\n\n{text}", "list.md")] == ["Oaks"]


def test_a_place_under_a_named_work_is_its_address() -> None:
    """A bold title over notes and a link that only names the bookseller."""
    text = '### Books\n\n1. **"Trees"** by Ann Bee et al.\n   - Guide\n   - [O\'Reilly](https://www.oreilly.com/view/trees/)\n'
    (found,) = mentions_of(text, "list.md")
    assert (found.title, found.url) == ("Trees", "https://www.oreilly.com/view/trees/")


def test_headings_over_texts_whose_links_only_point() -> None:
    """Two headings over what is told of a work, and where it is; a heading over other links names nothing."""
    text = (
        "## Garden\n\nSee [my notes](https://n.example/notes) first.\n\n### Trees\nA fine book, free of charge\n"
        "[here](https://t.example/t). It has pictures.\n\n### Soil for All\nBuy it [on Leaf](https://www.leaf.com/soil).\n"
    )
    found = mentions_of(text, "list.md")
    assert [(one.title, one.url) for one in found] == [
        ("Trees", "https://t.example/t"),
        ("Soil for All", "https://www.leaf.com/soil"),
    ]
    assert found[0].note == "A fine book, free of charge here. It has pictures."


def test_folders_of_the_own_repository_are_no_works() -> None:
    """What stands where is about the document itself."""
    folders = "## Repository structure\n\n- [trees](trees) - about trees\n"
    text = f"# Garden\n\n{folders}\n## Links\n\n- [Soil](https://s.example/s)\n"
    assert [one.title for one in mentions_of(text, "list.md")] == ["Soil"]


@pytest.mark.parametrize(
    "text",
    [
        "This is the classic book on soil. It is free [here](https://a.org/s).",
        "It's a great book that I liked.",
        "Это лучшая книга о садах.",
        "这是一本很好的书。",
    ],
)
def test_a_text_that_says_so_makes_its_heading_a_work(text: str) -> None:
    """One heading is enough where the text under it begins with what it is."""
    page = read_document(f"# Notes\n\n### Introduction to Garden Soil\n{text}\n".encode(), "a.md")
    assert [entry.title for entry in page.entries] == ["Introduction to Garden Soil"]


@pytest.mark.parametrize(
    "heading", ["Introduction", "About the course", "Why gardens matter", "Course 2: Trees", "Описание"]
)
def test_a_page_about_its_own_work_is_none(heading: str) -> None:
    """Parts of a page, and of a course, are no works of their own."""
    assert read_document(f"# Notes\n\n## {heading}\nThis is a course on soil.\n".encode(), "a.md").entries == ()


def test_a_heading_that_is_a_title_in_quotes() -> None:
    """Questions and what somebody said are none."""
    headings = ('1. "Speech of Gardens"', "2. 《花园》（王某）", '"Why should I dig?"', 'The word "Garden"')
    page = "# Guide\n\n" + "".join(f"### {heading}\nContent: it covers soil.\n\n" for heading in headings)
    assert [entry.title for entry in read_document(page.encode(), "a.md").entries] == ["Speech of Gardens", "花园"]


def test_a_bold_line_that_is_a_title_in_quotes() -> None:
    """The text below is about it; somebody's words in quotes are not bold."""
    page = "# Guide\n\n**«Сады мира» — Анна Пчёлкина**\n\nПро сады.\n\n«Копай глубже всех» — Иван Мухин\n"
    assert [entry.title for entry in read_document(page.encode(), "a.md").entries] == ["Сады мира"]


def test_a_line_over_its_author_is_a_title() -> None:
    """In plain text the fields of a work stand under it, a paragraph each."""
    page = "Guide\n\n1. Speech of Gardens\n\nAuthors: Ann Bee\n\nRating: 5\n\n2. Old Soil\n\nAuthor: Carl Dun\n"
    assert [entry.title for entry in read_document(page.encode(), "a.txt").entries] == ["Speech of Gardens", "Old Soil"]


def test_a_numbered_course_stands_over_its_topics() -> None:
    """Among courses a heading with a course's number is one; the plain lines under it are what it teaches."""
    topics = "- Roots\n- Leaves\n- Bark Beetles\n"
    found = mentions_of(
        f"# Courses I took\n\n## Oak College\n\n### CSTR 5622 Trees\n{topics}\n### CS101 Soil\n{topics}", "list.md"
    )
    assert [one.title for one in found] == ["CSTR 5622 Trees", "CS101 Soil"]
