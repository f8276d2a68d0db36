"""What may stand before the link of an item (marks, what a plan tells its reader to do), and translations behind it."""

import pytest

from catalogue.records.documents import EntryLink
from catalogue.vocabulary import LinkRole
from tests.documents.reread import mentions_of

A, B = "https://a.example/trees", "https://b.example/soil"


@pytest.mark.parametrize(
    "lead",
    [
        *("[Rus][Free]", "(2019)", "Read", "Watch chapters 1-5 of", "Then take the course"),
        *("Пройти курс", "Посмотреть", "Сначала прочитайте", "Начать с", "阅读", "先看"),
    ],
)
def test_an_item_may_tell_what_to_do(lead: str) -> None:
    """Whatever runs on behind the link, its text is the title."""
    (found,) = mentions_of(f"# Garden\n\n- {lead} [Trees]({A}) on two evenings ⭐⭐\n", "plan.md")
    assert (found.title, found.url) == ("Trees", A)


@pytest.mark.parametrize("lead", ["Frameworks like", "We use", "Учебный план", "Thanks to"])
def test_a_link_inside_a_sentence_is_none(lead: str) -> None:
    """Other words before a link make it part of the text."""
    assert mentions_of(f"# Garden\n\nText.\n\n- {lead} [Trees]({A}) are grown here\n- No more\n", "plan.md") == ()


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Read Part I of the Story of Trees found [here](https://a.org/t)", "Story of Trees"),
        ("Old maps of gardens, available for free [online](https://a.org/t)", "Old maps of gardens"),
        ("Книгу о деревьях можно скачать [тут](https://a.org/t)", "Книгу о деревьях"),
    ],
)
def test_a_line_may_say_where_its_work_is_found(line: str, title: str) -> None:
    """What stands before "found here" names the work."""
    assert [one.title for one in mentions_of(f"# Garden\n\n- {line}\n", "list.md")] == [title]


@pytest.mark.parametrize("lead", ['GitHub "', "Книга «", "教材《"])
def test_a_link_may_stand_in_quotes(lead: str) -> None:
    """A few words for what it is before them, and anything behind them."""
    end = {'"': '"', "«": "»", "《": "》"}[lead[-1]]
    (found,) = mentions_of(f"# Garden\n\n- {lead}[Trees]({A}){end} grows [slowly](./notes.md)\n- Water\n", "list.md")
    assert (found.title, found.url) == ("Trees", A)


def test_drawn_letters_are_letters() -> None:
    """A title in mathematical bold can be read and found."""
    (found,) = mentions_of(f"# Garden\n\n- [𝗧𝗿𝗲𝗲𝘀 𝟮𝟬]({A})\n", "list.md")
    assert found.title == "Trees 20"


@pytest.mark.parametrize(("heading", "count"), [("File structure", 1), ("Contributing", 0)])
def test_a_heading_over_files_has_no_parts(heading: str, count: int) -> None:
    """A deeper heading after it stands over works; what is under parts of another heading about the list is not."""
    assert len(mentions_of(f"# Garden\n\n## {heading}\n\n### Books\n\n- [Trees]({A})\n", "list.md")) == count


def test_words_for_links_behind_titles() -> None:
    """Where the items of a list end so, what stands before is a title; one alone only points."""
    items = "".join(
        f"{n}. *Of {name}* [url](https://a.org/{name})\n" for n, name in enumerate(("oak", "fig", "ash"), 1)
    )
    assert [one.title for one in mentions_of(f"# Papers\n\n{items}", "list.md")] == ["Of oak", "Of fig", "Of ash"]
    assert mentions_of("# Garden\n\n1. *Of oak* [url](https://a.org/oak)\n2. Water\n", "list.md") == ()


def test_labels_behind_titles() -> None:
    """So for lines of code, recordings and papers, in brackets or not."""
    names = ("Oak", "Fig", "Ash")
    item = "- **{0}**: how it grows. [(paper)](https://a.org/{0}) [code](https://c.org/{0})\n"
    found = mentions_of("# Papers\n\n" + "".join(map(item.format, names)), "list.md")
    assert [one.url for one in found] == [f"https://a.org/{name}" for name in names]
    lines = "".join(map("{0} of old -- [Summary](https://c.org/{0}), [Paper](https://a.org/{0})\n\n".format, names))
    assert [one.title for one in mentions_of(f"# Papers\n\n{lines}", "list.md")] == [f"{one} of old" for one in names]
    pointing = "".join(f"- For a list of {name} go [here](https://a.org/{name})\n" for name in names)
    assert mentions_of(f"# Garden\n\n{pointing}", "list.md") == ()


def test_a_place_in_a_text_about_a_bold_word() -> None:
    """A link that has the name of its host is no place of the word before it."""
    text = (
        "- **Spades**: spades like [Leaf](https://docs.leaf.com/start) and [Root](https://root.example/x) dig well.\n"
    )
    assert mentions_of(f"# Garden\n\n{text}", "list.md") == ()


def test_somebodys_work() -> None:
    """`Bee's [Gardens](…)` names the work; a paper's repository behind it is no second one."""
    soil = "[Of soil](https://arxiv.org/abs/2507.00001), [gh/soil](https://github.com/s/oil)"
    found = mentions_of(f"# Garden\n\n- Bee's [Gardens](https://a.org/g) course notes\n- {soil}\n", "list.md")
    assert [one.title for one in found] == ["Gardens", "Of soil"]


def test_a_line_that_only_points() -> None:
    """A pronoun names nothing."""
    assert mentions_of("# Garden\n\n- It can be found [here](https://a.org/t)\n", "list.md") == ()


def test_people_in_full_before_their_work() -> None:
    """Two names or more with a stop behind them lead to a title; a tag in code leads to nothing."""
    text = f"- Ann Bee, Carl D. Dun, Eve Fox.\n  [Trees]({A}).\n- `soil`. [Soil]({B})\n"
    assert [(found.title, found.url) for found in mentions_of(text, "list.md")] == [("Trees", A), ("Soil", B)]


def test_marks_before_two_works() -> None:
    """Works side by side, behind marks that hold for both."""
    found = mentions_of(f"* [Eng][Free] [Trees]({A}) + [Soil]({B})\n", "list.md")
    assert [(one.title, one.url) for one in found] == [("Trees", A), ("Soil", B)]


def test_another_language_is_the_same_work() -> None:
    """Links named by languages alone are the work and its translations."""
    (found,) = mentions_of(f"- Trees by Ann Bee ([Russian]({A}), [English]({B}))\n", "list.md")
    assert (found.title, found.url, found.links) == ("Trees by Ann Bee", A, (EntryLink(B, LinkRole.MIRROR),))
