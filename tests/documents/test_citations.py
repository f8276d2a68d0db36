"""Bibliographies in the styles people write them in: what each line cites, and what only looks like a citation."""

import pytest

from catalogue.documents.citations.citations import cited_work
from catalogue.documents.reading import read_document
from catalogue.records.documents import Entry

BOOK, PAPER = "book", "paper"


def cited(text: str) -> list[Entry]:
    """The entries of a page without addresses."""
    return [entry for entry in read_document(text.encode(), "page.md").entries if entry.url is None]


@pytest.mark.parametrize(
    ("line", "title", "kind"),
    [
        pytest.param(
            "Bee, A. C., Ant, B., & Dun, C. (2016). Gardens of old. Leaf Press.", "Gardens of old", BOOK, id="APA"
        ),
        pytest.param(
            "Bee, A. C., et al. (2017). Trees grow. In Advances in Garden Systems (pp. 59-60).",
            "Trees grow",
            PAPER,
            id="APA, proceedings",
        ),
        pytest.param(
            "Bee A, Ant BC. Gardens of old. Nature. 2015;521(7553):436-44.", "Gardens of old", PAPER, id="Vancouver"
        ),
        pytest.param(
            "Bee AW. Grown Gardens. Old Island: Leaf; 2019. 309 p.", "Grown Gardens", BOOK, id="Vancouver, book"
        ),
        pytest.param(
            'A. Bee, B. Ant, and C. Dun, "Gardens of old," Nature, vol. 5, pp. 4–6, 2015.',
            "Gardens of old",
            PAPER,
            id="IEEE",
        ),
        pytest.param("A. Bee and C. Dun, Gardens of Old. Leaf Press, 2016.", "Gardens of Old", BOOK, id="IEEE, book"),
        pytest.param("Bee, Ann, Carl Dun, and Eve Fly. “Gardens.” Nature 5 (2015): 4-6.", "Gardens", PAPER, id="MLA"),
        pytest.param("Bee, Ann C. Gardens of Old. New York: Leaf, 2006.", "Gardens of Old", BOOK, id="Chicago"),
        pytest.param(
            "Bee, A. B. & Ant, C. Gardens of old. arXiv:1412.6980 (2014).", "Gardens of old", PAPER, id="Nature"
        ),
        pytest.param("[1] A. Bee, C. Dun. Gardens of Old. CVPR 2016.", "Gardens of Old", PAPER, id="numbered"),
        pytest.param("[Bee et al., 2020] Gardens of Old", "Gardens of Old", "", id="authors and year in its tag"),
        pytest.param("Bee et al. (2017). Gardens Of Old.", "Gardens Of Old", "", id="surnames"),
        pytest.param(
            "Bee A, Dun CJCH (1998) Gardens: An Introduction. Leaf Press",
            "Gardens: An Introduction",
            BOOK,
            id="bare initials",
        ),
        pytest.param("Bee A, Dun C et al (2016) Old gardens. Nature 529:484", "Old gardens", PAPER, id="et al"),
        pytest.param("Bee & Dun (2018), Gardens: An Introduction", "Gardens: An Introduction", "", id="two surnames"),
        pytest.param(
            "[2] Ann Bee, Carl Dun and Eve Fly. Old Gardens. Leaf Press, 2016.", "Old Gardens", BOOK, id="names in full"
        ),
        pytest.param(
            "Пчёлкин С., Мухин В. Сад. Погружение в мир растений. — СПб.: Лист, 2018. — 480 с.",
            "Сад. Погружение в мир растений",
            BOOK,
            id="GOST",
        ),
        pytest.param(
            "Пчёлкин С. Сад: полный курс. 2-е изд. М.: Лист, 2006.", "Сад: полный курс", BOOK, id="GOST, edition"
        ),
        pytest.param(
            "Пчёлкин К. В. Методы обучения садоводов. 2011.", "Методы обучения садоводов", "", id="people and a year"
        ),
        pytest.param("王某, 李某. 花园的历史[J]. 园艺学报, 2018, 41(3): 1-10.", "花园的历史", PAPER, id="GB/T 7714"),
        pytest.param("王某 等. 花园的历史. 树叶出版社, 2017.", "花园的历史", BOOK, id="zh, without a letter"),
    ],
)
def test_a_citation_names_its_work(line: str, title: str, kind: str) -> None:
    """Whatever the style, the title is the title and nothing of its people, place or year."""
    assert cited_work(line) == (title, kind)


@pytest.mark.parametrize(
    "line",
    [
        "Bee et al. (2018) showed that trees grow.",
        "A. Bee: fixed a bug in 2020.",
        "Bee A. wrote most of the code in 2021",
        "Пчёлкин И. И. — лектор, МГУ, 2020",
        "Dr. Ann Bee (2019 - present)",
        "2020-01-02: A. Bee. Fixed a typo.",
        "[1] Gardens are old",
    ],
)
def test_people_and_years_alone_cite_nothing(line: str) -> None:
    """Who did what, and when, is no work."""
    assert cited_work(line) is None


def test_a_paragraph_of_citations_is_a_bibliography() -> None:
    """Each of its works has its own line and people, however they wrap."""
    page = "# Notes\n\n[1] Bee A, Dun C. Gardens of\nold. Nature. 2015.\n[2] Ant B. Trees. Leaf Press, 2016.\n"
    assert [(entry.title, entry.line, entry.creator) for entry in cited(page)] == [
        ("Gardens of old", 3, "Bee A, Dun C"),
        ("Trees", 5, "Ant B"),
    ]


def test_one_citation_in_running_text_is_none() -> None:
    """A paragraph is one of a bibliography if others are."""
    one = "Bee A, Dun C. Gardens of old. Nature. 2015.\n\n"
    others = "Ant B. Trees of the north. Leaf Press, 2016.\n\nFly E. Leaves of grass. Nature. 2017.\n\n"
    assert cited(f"# Notes\n\n{one}Text.\n") == []
    assert len(cited(f"# Notes\n\n{one}{others}")) == 3


def test_a_heading_may_be_a_citation() -> None:
    """In an outline of books each heading at the bottom is one."""
    gardens, trees = "[GOO] Bee A. Gardens of Old. Boston: Leaf; 2019.", "[TT] Ant B. Trees. Leaf Press; 2018."
    page = f"# Books\n\n## Gardens\n\n### {gardens}\n\n### {trees}\n"
    assert [entry.title for entry in cited(page)] == ["Gardens of Old", "Trees"]


def test_titles_with_who_they_are_by() -> None:
    """Under a heading for books a paragraph may be a title and its people, with a link to its code or without."""
    linked = "![](/cover.jpg){height=300px}\nOld Gardens: Soil, Trees\nby Ann X Bee\n[Github](https://github.com/a/b)\n"
    page = f"# home {{.unnumbered}}\n\n## books\n\n{linked}\n---\n\nGardens and Trees\nby Carl D. Dun, Eve Fly\n"
    entries = read_document(page.encode(), "a.md").entries
    assert [(entry.title, entry.url) for entry in entries] == [
        ("Old Gardens: Soil, Trees", "https://github.com/a/b"),
        ("Gardens and Trees", None),
    ]


def test_authors_behind_their_label() -> None:
    """A line each, whatever heading they stand under."""
    page = "# Notes\n\n*Old Gardens: Tools.* Author: A. Bee<br />\n*Trees.* Author: Book by Carl Dun<br />\n"
    assert [entry.title for entry in cited(page)] == ["Old Gardens: Tools", "Trees"]
