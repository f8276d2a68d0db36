"""What belongs to an entry: the links, marks and lines beside it and below it."""

import pytest

from catalogue.records.documents import EntryLink, Finding
from catalogue.vocabulary import Kind, LinkRole, Rule
from tests.documents.reread import mentions_of, read, titles_of

A, B = "https://a.example/x", "https://b.example/y"


def test_further_links_of_an_entry_have_their_roles() -> None:
    """Demo, source, paper, mirror belong to the entry; a tweet does not."""
    text = f"- [One]({A}) - text. ([Demo](https://d.example), [Source Code]({B}), [Tweet](https://t.example)) `MIT`"
    (entry,) = read(text).entries
    assert entry.links == (EntryLink("https://d.example", LinkRole.DEMO), EntryLink(B, LinkRole.SOURCE))
    assert entry.marks == ("MIT",)


def test_a_text_that_a_list_repeats_is_a_label() -> None:
    """What stands under every entry of a list is a further link of each, whatever the word."""
    items = "\n".join(f"- [Work {n}](https://w.example/{n})\n  - [Zine](https://z.example/{n})" for n in range(5))
    assert [title for title, _ in titles_of(items)] == [f"Work {n}" for n in range(5)]


def test_where_a_package_is_to_be_had_is_no_work() -> None:
    """Registries under a folded work give it once more, however few works the list has."""
    places = "- [PyPi](https://pypi.org/project/one)\n- [Conda](https://anaconda.org/f/one)\n- [Docker Hub](https://hub.docker.com/r/one)"
    text = f'<details><summary><b><a href="{A}">One</a></b> - text</summary>\n\n- [GitHub]({B})\n{places}\n</details>\n'
    (entry,) = read(text).entries
    assert (entry.url, entry.links) == (A, (EntryLink(B, LinkRole.SOURCE),))


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
            f"# List\n\n- One\n  - [See video lectures (2017)]({B})\n  - [See the course materials]({A})",
            [("One", A, (EntryLink(B, LinkRole.VIDEO),))],
            id="calls to see it, the work's own page last",
        ),
        pytest.param(
            f"# List\n\n* **One**\n\n  Taken in May, [link]({A})\n\n  Good. Very good.",
            [("One", A, ())],
            id="told in a paragraph under a name",
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


def test_fields_before_the_address_are_the_works_own() -> None:
    """What stands between the name of a work and its address tells of it, as what stands behind does."""
    text = f"1. **“Gardens of Old” – Ann Bee**\n   - Level: advanced\n   - Link: [Leaf - Gardens]({A})\n"
    (work,) = mentions_of(f"## Books\n\n{text}", "list.md")
    assert (work.title, work.url, work.level and work.level.value) == ("Gardens of Old", A, "advanced")


@pytest.mark.parametrize("heading", ["Starters", "Start here", "Starting out"])
def test_what_begins_like_stars_is_no_noise(heading: str) -> None:
    """Only the history of a repository's stars is about the document itself."""
    assert titles_of(f"# List\n\n## {heading}\n\n- [Gardens]({A})\n") == [("Gardens", A)]
    assert titles_of(f"# List\n\n## Star history\n\n- [Gardens]({A})\n") == []


def test_lines_that_end_in_a_break_are_an_entry_each() -> None:
    """Whatever letter the name of one begins with."""
    text = f"**Python** <br>\n[Gardens]({A}) <br>\n[Soil]({B}) by Ann Bee <br>\n[pythex]({A}/p) (try it) <br>\n"
    assert [title for title, _ in titles_of(text)] == ["Gardens", "Soil", "pythex"]
