"""Citations with a labelled link, as lists of papers have them, and lists whose marks are not quite Markdown."""

import pytest

from tests.documents.reread import mentions_of, read

P = "https://a.example/p.pdf"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Ann Bee, Carl van den Dun, Gardens of Old and New, arXiv:1502.06796. [[Paper]]({P})",
            "Gardens of Old and New",
        ),
        ("A Bee, CD Dun, Gardens of Old, and Their Soil, NIPS, 2013. [[Paper]]({P})", "Gardens of Old, and Their Soil"),
        ("Bee, Ann, Carl Dun, and Eve Fox, Gardens of Old, LEAF, 2014. [[Paper LEAF-2014]]({P})", "Gardens of Old"),
        ('**GDN**: "Gardens of Old", ICML, 2021 (*Leaf*). [[Paper]({P})][[code](https://c.example)]', "Gardens of Old"),
        ("Ann Bee and Carl Dun, Fast Gardens, ICLR 2015 [[PDF]]({P})", "Fast Gardens"),
        ("Gardens of Old and New, Ann Bee et al., CVPR 2016 [[code]]({P})", "Gardens of Old and New"),
        (
            '**[7]** Bee, Ann, et al. "**Gardens of Old**." (2012). [[pdf]]({P}) **(Deep roots)** :star::star:',
            "Gardens of Old",
        ),
    ],
)
def test_a_citation_before_a_labelled_link(line: str, title: str) -> None:
    """People and places stand between commas or stops; a remark in brackets may follow the link."""
    for mark in ("- ", "") if line.startswith("**") else ("- ",):
        (found,) = mentions_of(f"# Trees\n\n{mark}{line.replace('{P}', P)}\n", "list.md")
        assert (found.title, found.url) == (title, P)


@pytest.mark.parametrize("line", ["Linear Algebra, Tree Basics, Deep Roots, 2023", "Learn Trees, Soil, Water, 2020"])
def test_words_between_commas_cite_nothing(line: str) -> None:
    """Topics in capitals look like people; a year alone is no place."""
    assert mentions_of(f"# Trees\n\n- {line}\n- and so on\n", "list.md") == ()


def test_the_citation_under_a_labelled_link_is_of_that_work() -> None:
    """One space in is enough where the page nests so again and again; what stands over a list is no work."""
    names = ("Oak", "Elm", "Fir")
    items = [
        f"  * {name} [[Paper]] (https://a.example/{name})\n   * Ann Bee, On {name} Trees, ICML, 2015.\n"
        for name in names
    ]
    text = f"# Papers\n\n## Of trees\n\n{''.join(items)}  * Others\n   * [Soil](https://a.example/soil)\n"
    found = mentions_of(text, "list.md")
    assert [(one.title, one.url) for one in found] == [
        *((name, f"https://a.example/{name}") for name in names),
        ("Soil", "https://a.example/soil"),
    ]


def test_bullets_one_space_in_are_beside_each_other_elsewhere() -> None:
    """A first bullet too far left is only untidy."""
    found = mentions_of("# Papers\n\n- Oak, an old tree\n - Elm, a young tree\n - Fir, a dark tree\n", "list.md")
    assert [one.section for one in found] == [1, 1, 1]


def test_a_line_ends_a_table_of_contents() -> None:
    """What follows the rule are entries; a document without it goes on with its contents."""
    contents = "# Garden\n\n## Contents\n\n- [Trees](#trees)\n"
    item = "- [Soil](https://a.example/soil)\n"
    assert [one.title for one in mentions_of(f"{contents}\n-----\n\n{item}", "list.md")] == ["Soil"]
    assert mentions_of(f"{contents}{item}", "list.md") == ()


def test_footnotes_are_text() -> None:
    """Their marks are no part of a title, and what they hold is read like any paragraph."""
    text = (
        f"# Garden\n\n- [Trees](https://a.example/t)[^1] are tall\n\n[^1]: [Soil]({P})\n\n[^2]: https://a.example/w\n"
    )
    assert [(one.title, one.note) for one in mentions_of(text, "list.md")][:2] == [("Trees", "are tall"), ("Soil", "")]


def test_people_behind_a_document_are_no_entries() -> None:
    """A line of its maintainers stands for no work of theirs."""
    text = "# Garden\n\nMaintainers - [Ann Bee](https://a.example/a), [Carl Dun](https://a.example/c)\n"
    assert read(text).entries == ()
