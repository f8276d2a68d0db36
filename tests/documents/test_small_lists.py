"""Habits of small lists: links a line each, labels for files, patterns to fill in, textbooks under a course."""

import pytest

from catalogue.vocabulary import Kind, LinkRole
from tests.documents.reread import mentions_of


def test_links_a_paragraph_each() -> None:
    """A link that is called as its site is a work of its own where nothing else stands beside it."""
    text = "[Trees](https://a.example/t)\n\n[Leaf Press](https://leafpress.example/list)\n\n[Stepik](https://stepik.org/course/1/)\n"
    assert [one.title for one in mentions_of(f"# Garden\n\n{text}", "list.md")] == ["Trees", "Leaf Press", "Stepik"]


def test_files_and_addresses_behind_a_title() -> None:
    """`.md` and `.pdf` are labels; a bare address of a paper is the paper."""
    line = (
        "Gardens — [.md](https://g.example/a.md) — [.pdf](https://g.example/a.pdf) — https://arxiv.org/abs/1803.03635"
    )
    (found,) = mentions_of(f"# Papers\n\n1. {line}\n", "list.md")
    assert found.title == "Gardens"
    assert [link.role for link in found.links] == [LinkRole.PAPER, LinkRole.PAPER]


def test_which_of_several_pages_of_a_site() -> None:
    """`Habr 2` says where, not what."""
    text = "Trees: [Habr 1](https://habr.com/post/1/), [Habr 2](https://habr.com/post/2/)\n"
    (found,) = mentions_of(f"# Garden\n\n{text}", "list.md")
    assert (found.title, found.url) == ("Trees", "https://habr.com/post/1/")


def test_patterns_to_fill_in() -> None:
    """A word for an address is none; what a bold sentence of the author links is no work."""
    pattern = '* <a href="link">Paper Title</a>\n* [Title](url)\n'
    sentence = "__We have made a page for [Trees](https://a.example) with all.__\n"
    assert mentions_of(f"# Garden\n\n{pattern}\n{sentence}", "list.md") == ()


def test_a_labelled_address_under_a_work_is_its_own() -> None:
    """Whatever the label: a post about it is no further work."""
    text = "1. **Gardens** by Ann Bee and Carl Dun\n   - Course Page: https://a.example/g\n   - Blog post: https://b.example/p\n"
    assert [one.title for one in mentions_of(f"# Courses\n\n{text}", "list.md")] == ["Gardens"]


def test_textbooks_of_a_course_are_books() -> None:
    """The item over their list says so, whatever the page lists."""
    text = '1. [Gardens](https://a.example/g)\n   + Reference textbooks:\n     + "Old Trees" by Ann Bee (Leaf 2006)\n'
    course, book = mentions_of(f"# Free Courses\n\n{text}", "list.md")
    assert (course.title, book.title, book.kind and book.kind.value) == ("Gardens", "Old Trees", Kind.BOOK)


def test_items_in_large_letters() -> None:
    """A heading that an item begins with is its text, and heads nothing."""
    text = "- #### Trees of 2021：[点击此处](https://a.example/t)\n\n- #### Soil：[点击此处](https://a.example/s)\n"
    found = mentions_of(f"# Garden\n\n## Links\n\n{text}", "list.md")
    assert [one.title for one in found] == ["Trees of 2021", "Soil"]


def test_places_behind_a_chinese_title() -> None:
    """`Github地址` and `B站视频` are further links, whatever stands between them."""
    line = "[《花园》](https://a.example/g),[Github地址](https://g.example/g),[王某B站主页](https://b.example),[B站视频](https://b.example/v)"
    (found,) = mentions_of(f"# 树\n\n- [ ] {line}\n", "list.md")
    assert (found.title, [link.role for link in found.links]) == ("《花园》", [LinkRole.SOURCE, LinkRole.VIDEO])


def test_titles_in_italics_signed_with_a_year() -> None:
    """People and a year behind a title that stands out name a work, by whomever it is edited."""
    text = (
        "- *Gardens: The Old Approach*  \n  Ann Bee and Carl Dun, 1998\n\n"
        "- *Of Trees*  \n  Edited by Eve D. Fox, 1999\n\n"
        "- *Soil, Rain, and Snow*, second edition  \n  Ann Bee, Carl Dun, and Eve Fox, 2000\n"
    )
    found = mentions_of(f"# Series\n\n{text}", "list.md")
    assert [one.title for one in found] == ["Gardens: The Old Approach", "Of Trees", "Soil, Rain, and Snow"]


def test_a_semicolon_ends_an_item() -> None:
    """Words before a link may say why it is there."""
    text = "- very good, has the basics [Trees](https://a.example/t);\n- good as well [Soil](https://a.example/s);\n"
    assert [one.title for one in mentions_of(f"# Garden\n\n{text}", "list.md")] == ["Trees", "Soil"]


def test_further_links_under_a_named_course() -> None:
    """Where labels and addresses stand under it, each of them is of it."""
    text = (
        "- Old Gardens course (2010)\n    - Course main page: https://a.example/g\n    - Lectures: https://b.example/l\n"
        "    - Eve Fox' recitations in town: https://c.example/r\n"
    )
    (found,) = mentions_of(f"# Garden\n\n{text}", "list.md")
    assert (found.title, found.url) == ("Old Gardens course (2010)", "https://a.example/g")


def test_what_goes_on_in_small_letters() -> None:
    """Behind a title that begins its item, a description with a link is no work."""
    line = "[Trees, Leaf Institute](https://a.example/t), [the notes of its students](https://b.example/n)"
    assert [one.title for one in mentions_of(f"# Courses\n\n- {line}\n", "list.md")] == ["Trees, Leaf Institute"]


def test_people_under_their_label() -> None:
    """Those who teach are no works; the line after them is read again."""
    people = "Преподаватели:\n\n[Иван Мухин](https://g.example/m)\n\n[Анна Пчёлкина](https://g.example/p)\n\n"
    found = mentions_of(f"# Сад\n\n{people}Читать:\n\n[Деревья](https://a.example/t)\n", "list.md")
    assert [one.title for one in found] == ["Деревья"]


def test_a_link_on_a_line_of_its_own() -> None:
    """The sentences under it tell of it, whatever they link."""
    text = "[TREES](https://a.example/t)\nThe best way to learn. See [friends](https://f.example).\n"
    assert [one.title for one in mentions_of(f"# Garden\n\n{text}", "list.md")] == ["TREES"]


def test_one_label_is_no_sheet() -> None:
    """A heading over a single titled item with a colon names nothing."""
    text = "## Trees\n- Oak: All You Need Is Roots ([note](), [code]())\n"
    assert [one.title for one in mentions_of(f"# GARDEN PAPERS\n{text}", "list.md")] == ["Oak: All You Need Is Roots"]


def test_a_label_over_links_side_by_side() -> None:
    """A paragraph of nothing but that names them all, a line each or not."""
    text = "Of trees:\n[Oak](https://a.example/o),\n[Elm Notes](https://a.example/e),\n[Fir](https://a.example/f)\n"
    assert [one.title for one in mentions_of(f"# Garden\n\n{text}", "list.md")] == ["Oak", "Elm Notes", "Fir"]


def test_brackets_of_a_chinese_keyboard() -> None:
    """They hold an address as well, and a title in 【】 before one is that."""
    text = (
        "1. [树](https://a.example/t)\n2.[Stanford CS1]（https://b.example/c）\n\n【树为什么长高】https://v.example/1\n"
    )
    assert [one.title for one in mentions_of(f"# 园艺\n\n{text}", "list.md")] == ["树", "Stanford CS1", "树为什么长高"]


def test_headings_over_their_links_behind_a_label() -> None:
    """`Links: [ArXiv Paper](…) | [PDF Download](…)` says where the work of the heading is."""
    papers = "".join(
        f"## {number}. {title}\n\n**Authors:** Ann Bee\n\n"
        f"**Links:** [ArXiv Paper](https://arxiv.org/abs/2601.0000{number}) | [PDF Download](https://arxiv.org/pdf/2601.0000{number})\n\n"
        for number, title in ((1, "Deep Roots: All of Them"), (2, "Old Trees"))
    )
    found = mentions_of(f"# This Week\n\n{papers}", "list.md")
    assert [(one.title, one.creator) for one in found] == [("Deep Roots: All of Them", None), ("Old Trees", None)]


def test_titles_told_of_under_a_promise() -> None:
    """What follows the colon is about the title, an address at its end where it is."""
    told = "".join(f"* {title}: The well known work on them.\n" for title in ("Old Trees", "Deep Soil", "Late Rain"))
    text = f"Here are some papers:\n\n{told}* A list of snow, available at https://a.example/s.\n"
    found = [one.title for one in mentions_of(f"# Garden\n\n{text}", "list.md")]
    assert found == ["Old Trees", "Deep Soil", "Late Rain", "A list of snow"]


def test_lines_of_the_page_itself() -> None:
    """What speaks of the list is none of its works."""
    text = "- This repo will be updated every month.\n- This list is mine\n- Gardens of Old by Ann Bee\n"
    assert [one.title for one in mentions_of(f"# Books\n\n{text}", "list.md")] == ["Gardens of Old"]


def test_a_year_over_titles_with_labels() -> None:
    """A bold title before its labels is its own, whatever the item over it says; its number is no part of it."""
    text = (
        "- ### 2010\n  - **01.Gardens of Old** : [**Paper**](https://a.example/p) || [**Code**](https://a.example/c)\n"
    )
    assert [one.title for one in mentions_of(f"# Garden\n\n## List\n\n{text}", "list.md")] == ["Gardens of Old"]


def test_words_that_the_name_of_a_place_ends() -> None:
    """`problems on [Leaf](…)` is called by both."""
    text = "- Practice: solving problems on [Stepik](https://stepik.org/course/67)\n"
    assert [one.title for one in mentions_of(f"# Garden\n\n{text}", "list.md")] == ["solving problems on Stepik"]


@pytest.mark.parametrize(
    "address",
    ["https://t.example/share?url=x", "https://f.example/sharer.php?u=x", "https://x.example/intent/post?text=x&url=y"],
)
def test_links_that_hand_the_page_on_are_none(address: str) -> None:
    """Whatever their text: the address says it."""
    text = f"# List\n\n- [Soil](https://s.example/soil)\n\nTell others: [Somewhere]({address})\n"
    assert [one.title for one in mentions_of(text, "list.md")] == ["Soil"]


def test_a_line_behind_a_row_of_items_tells_of_none_of_them() -> None:
    """How long a step takes, said behind its list, is no effort of the last item."""
    items = "- [Soil {0}](https://s.example/{0})\n- [Roots {0}](https://r.example/{0})\n"
    step = f"## Step {{0}}\n\n{items}\n**Сроки:** {{0}} недели\n"
    found = mentions_of("# Plan\n\n" + "\n".join(step.format(number) for number in (2, 3, 4)), "plan.md")
    assert len(found) == 6
    assert {one.effort for one in found} == {None}
