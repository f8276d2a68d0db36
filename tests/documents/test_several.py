"""Several works in one block of a page, and which link of a heading's work is only a further one."""

import pytest

from catalogue.documents.reading import read_document


def links(text: str) -> list[str]:
    """The last parts of the addresses of a text's entries, in order."""
    return [(entry.url or "").rpartition("/")[2] for entry in read_document(text.encode(), "list.md").entries]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("- [Trees](https://a.org/t), [Roses](https://a.org/r) - for spring\n", ["t", "r"], id="a comma"),
        pytest.param("- [Trees](https://a.org/t) and [Roses](https://a.org/r) at Leaf.\n", ["t", "r"], id="an and"),
        pytest.param(
            "- Leaf: **[Trees](https://a.org/t)**, [Roses](https://a.org/r), more\n", ["t", "r"], id="a label"
        ),
        pytest.param(
            "- Slides: [Trees](https://a.org/t) | [Roses](https://a.org/r) | [Figs](https://a.org/f)\n",
            ["t", "r", "f"],
            id="bars between three",
        ),
        pytest.param("- See also: [Trees](https://a.org/t), [Roses](https://a.org/r)\n", [], id="see also"),
        pytest.param(
            "- Lectures of Ann Bee. [Trees](https://a.org/t) and [old roses](https://a.org/r), praised by many.\n",
            ["t", "r"],
            id="what they are before them",
        ),
        pytest.param("- [Trees](https://a.org/t) + [Roses](https://a.org/r) — both\n", ["t", "r"], id="a plus"),
        pytest.param("- [Trees](https://a.org/t), [PDF](https://a.org/p)\n", ["t"], id="a label is no work"),
        pytest.param(
            "- `*` [树木](https://a.org/t), [B站](https://www.bilibili.com/b), [课程笔记2](https://a.org/n)\n",
            ["t"],
            id="a place and notes are none",
        ),
        pytest.param(
            "- [B站](https://www.bilibili.com/b), [知乎](https://www.zhihu.com/z), [豆瓣](https://www.douban.com/d)\n",
            ["b", "z", "d"],
            id="places alone are works",
        ),
        pytest.param("- [Trees](https://a.org/t) by [Ann Bee](https://a.org/ann)\n", ["t"], id="an author is none"),
        pytest.param(
            "New books include [Trees](https://a.org/t), [Roses](https://a.org/r) and [Figs](https://a.org/f).\n",
            ["t", "r", "f"],
            id="an enumeration in text",
        ),
        pytest.param(
            "[Trees](https://a.org/t) by Ann Bee ([CC BY](https://c.org/by) 2009).\n", ["t"], id="its maker and licence"
        ),
        pytest.param(
            "It works with [Spade](https://a.org/s), [Rake](https://a.org/r) and [Hoe](https://a.org/h).\n",
            [],
            id="an enumeration of no works",
        ),
        pytest.param(
            "Links I like\n[Trees](https://a.org/t)\n[Roses](https://a.org/r)\n", ["t", "r"], id="a line each"
        ),
        pytest.param(
            "Plants, which can\n[grow](https://a.org/g) and also\n[be eaten](https://a.org/e).\n", [], id="wrapped text"
        ),
        pytest.param(
            "1. Trees first. [Of Trees](https://a.org/t) is good.\n"
            "2. Then see [Of Roses](https://a.org/r) or just read [Of Figs](https://a.org/f).\n",
            ["t", "r", "f"],
            id="items that run on, the form of the document",
        ),
    ],
)
def test_works_side_by_side(text: str, found: list[str]) -> None:
    """A comma or an "and" parts works; labels, authors and wrapped text are none."""
    assert links(f"# Garden\n\n## Reading\n\n{text}") == found


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("[https://trees.org](https://trees.org)\nAll about trees", id="its address"),
        pytest.param("🏠 **Homepage:** [https://trees.org](https://trees.org)", id="labelled"),
        pytest.param("- [Demo](https://trees.org)", id="in a role"),
    ],
)
def test_links_under_a_heading_that_is_a_work(below: str) -> None:
    """A heading that is a link, also with its maker, is the entry; addresses under it are its further links."""
    text = f"# Garden\n\n### [trees](https://a.org/t) by [bee](https://a.org/bee)\n\n{below}\n"
    assert links(text) == ["t"]


def test_pages_of_the_same_site_before_the_first_heading_are_furniture() -> None:
    """A row of relative links at the top is a menu; under a heading it could be a list."""
    menu = "[Trees](./t)\n[Roses](r)\n[Figs](f)\n"
    assert links(f"{menu}\n# Garden\n\n- [Trees](https://a.org/x)\n") == ["x"]
    assert links(f"# Garden\n\n{menu}") == ["t", "r", "f"]


def test_headings_without_their_space() -> None:
    """`##Books` is a heading; a tag of a page whose headings have the space is none."""
    read = read_document(b"#Garden\n\n##Trees\n- [Figs](https://a.org/f)\n", "list.md")
    assert [section.title for section in read.sections] == ["Garden", "Trees"]
    tagged = read_document(b"#garden\n\n# Trees\n- [Figs](https://a.org/f)\n", "list.md")
    assert [section.title for section in tagged.sections] == ["Trees"]


def test_a_table_of_semicolons_in_a_file_called_markdown() -> None:
    """A first line that names fields, and as many cells in every line, are a table; commas in prose are none."""
    assert links("Title; Author; Link\nTrees; Bee; https://a.org/t\nRoses; Ant; https://a.org/r\n") == ["t", "r"]
    assert links("Title, link\n\n- [Trees](https://a.org/t), a book, of trees\n") == ["t"]


def test_titles_over_their_addresses() -> None:
    """A line each: a title, its address, what is said of it; the next title ends that."""
    text = "##Month 1:\nTrees - Ann Bee\n    https://a.org/t\n    Climb one\nSoil\n    https://a.org/s\n"
    found = read_document(text.encode(), "plan.md").entries
    assert [(one.title, one.url, one.note) for one in found] == [
        ("Trees - Ann Bee", "https://a.org/t", "Climb one"),
        ("Soil", "https://a.org/s", ""),
    ]


def test_addresses_under_what_they_are() -> None:
    """Each address under a plural is a work; under a title the second is another place of the first."""
    plural = "- Courses on trees:  \n  https://a.org/t  \n  https://a.org/r\n"
    assert links(f"# Garden\n\n{plural}") == ["t", "r"]
    title = '- Bee "Soil", good to begin with  \n  https://a.org/s  \n  https://b.org/s\n'
    assert links(f"# Garden\n\n{title}") == ["s"]


def test_a_link_under_a_short_line() -> None:
    """A named link alone under a line is a work; one in wrapped text is not."""
    assert links("# Videos\n\nOf trees\n[Trees at last](https://a.org/t)\n\nOf soil\n[more](https://a.org/s)\n") == [
        "t"
    ]


def test_addresses_set_like_code() -> None:
    """An address indented under a text is no code."""
    text = "Basics\n------\n\nThe playground is good.\n\n    https://a.org/t\n\nAnd a list.\n\n    https://a.org/s\n"
    assert links(text) == ["t", "s"]


def test_labels_in_paragraphs_belong_to_the_work_before() -> None:
    """A paragraph that is nothing but a label behind a work is a link of that."""
    labels = "[^ Slides ^](https://a.org/s)\n\n[Code](https://a.org/c)"
    text = f"# Videos\n\n[Trees](https://a.org/t)\n\n{labels}\n\n[Figs](https://a.org/f)\n"
    assert links(text) == ["t", "f"]


def test_a_label_before_a_name_and_its_address() -> None:
    """`Paper: name address` in a line of text is an entry, by the name alone."""
    trees = "paper: Of trees https://a.org/t\nblog: https://b.org/t"
    text = f"## May\n\n{trees}\n\nPaper: https://a.org/s - Of soil and rain\nvideo: https://v.org/s\n"
    found = read_document(text.encode(), "list.md").entries
    assert [one.title for one in found] == ["Of trees", "Of soil and rain"]


def test_a_title_over_its_address_may_stand_alone_in_its_block() -> None:
    """Where a document is written so, one pair in a block is enough; in other documents it is running text."""
    pairs = "Trees\n    https://a.org/t\n    Climb one\n\nHow to dig\nSoil\n    https://a.org/s\n"
    assert links(f"# Plan\n\n{pairs}") == ["t", "s"]


def test_a_table_in_indented_html_is_read() -> None:
    """An empty line inside HTML does not make code of the tags after it."""
    rows = "".join(
        f'\n      \n      <tr>\n        <td><a href="https://a.org/{name}">{name}</a></td>\n      </tr>'
        for name in "tr"
    )
    assert links(f"# List\n\n<table>\n  <tbody>{rows}\n  </tbody>\n</table>\n") == ["t", "r"]


def test_labels_before_addresses_belong_to_the_work_above() -> None:
    """Under a bold title its page comes first; code, recordings and talk about it are no works of their own."""
    text = (
        "# Courses\n\n1. **Trees** by Ann Bee\n   - Course Page: https://a.org/t\n   - Github: https://g.org/t\n"
        "   - Youtube: https://y.org/t\n   - Reddit forum: https://r.org/t\n"
    )
    entries = read_document(text.encode(), "list.md").entries
    assert [(one.title, one.url) for one in entries] == [("Trees", "https://a.org/t")]
    assert [(link.role, link.url) for link in entries[0].links] == [
        ("source", "https://g.org/t"),
        ("video", "https://y.org/t"),
    ]


def test_chinese_titles_before_words_for_their_links() -> None:
    """A list that ends every line in "[[link](…)]" is a list of works, in any script."""
    lines = ("树木的历史", "python 入门很快。", "自己种一些花园")
    page = "".join(f" * {line} [[link](https://a.org/{place})]\n" for place, line in enumerate(lines))
    assert links(page) == ["0", "1", "2"]
