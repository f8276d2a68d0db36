"""What stands before the text of a page: YAML or TOML, whole or broken, with tables of its own."""

import pytest

from catalogue.documents.pages.frontmatter import split_front_matter
from catalogue.vocabulary import LinkRole
from tests.documents.reread import mentions_of

LINK = "https://a.example/trees"


@pytest.mark.parametrize(
    "matter",
    [
        pytest.param(f"---\ntitle: Trees\nexternal_url: {LINK}\ntype: book\n---\n", id="yaml"),
        pytest.param(f'+++\ntitle = "Trees"\nexternalUrl = "{LINK}"\ntype = "book"\n+++\n', id="toml"),
        pytest.param(f'+++\ntitle = "Trees"\n[params]\nlink = "{LINK}"\ntype = "book"\n+++\n', id="toml, Hugo's table"),
        pytest.param(f"---\ntitle: Trees\nextra:\n  link: {LINK}\n  type: book\n---\n", id="yaml, a table"),
        pytest.param(f"+++\ntitle = Trees\nlink = {LINK}\ntype = book\n+++\n", id="toml without its quotes"),
    ],
)
def test_a_page_is_the_resource_of_its_front_matter(matter: str) -> None:
    """Title, address and kind, however they are written; the first paragraph is its note."""
    (found,) = mentions_of(f"{matter}\nAbout roots.\n", "trees.md")
    assert (found.title, found.url, found.kind and found.kind.value, found.note) == (
        "Trees",
        LINK,
        "book",
        "About roots.",
    )


def test_links_in_a_list_have_the_roles_their_names_say() -> None:
    """The first is the work's own, what is named otherwise is of another work; fields may end or begin in "url"."""
    links = (
        f'links = [\n{{icon = "x", name = "Website", url = "{LINK}"}},\n'
        '{name = "Code", url = "https://c.example/t"},\n{name = "Old Gardens", url = "https://o.example"},\n]\n'
    )
    (found,) = mentions_of(f'+++\ntitle = "Trees"\n{links}url_pdf = "https://p.example/t"\n+++\nText.\n', "trees.md")
    assert (found.title, found.url) == ("Trees", LINK)
    assert {(link.url, link.role) for link in found.links} == {
        ("https://c.example/t", LinkRole.CODE),
        ("https://p.example/t", LinkRole.PAPER),
    }


@pytest.mark.parametrize(
    "fields",
    [
        f"targeturl: {LINK}",
        "arxiv: https://arxiv.org/abs/1706.00001",
        f"isbn: 9780262035613\nbuy: {LINK}",
        f"github_url: {LINK}\ndocs_url: null",
    ],
)
def test_what_only_works_have_makes_a_page_a_resource(fields: str) -> None:
    """An address under any name for one, an identifier, or the code of what a page without a list is about."""
    (found,) = mentions_of(f"---\ntitle: Trees\n{fields}\n---\nAbout [roots](https://r.example).\n", "trees.md")
    assert (found.title, found.url is not None) == ("Trees", True)


def test_fields_of_a_post_without_fences_are_no_text() -> None:
    """Pelican has none; a record with an address is left to those who read records."""
    head = "Title: Old Gardens\nDate: 2023-1-15\nCategory: Books\n\n"
    assert split_front_matter(f"{head}Text.\n")[1:] == ("Text.\n", 5)
    assert split_front_matter(f"Title: Trees\nTags: x\nURL: {LINK}\n\nText.\n")[2] == 1


def test_the_text_keeps_its_lines() -> None:
    """What follows the fields is told with the line it stands in."""
    fields, text, line = split_front_matter('+++\nweight = 3\ntitle = "Trees"\n+++\n# Trees\n')
    assert (fields, text, line) == ({"weight": 3, "title": "Trees"}, "# Trees\n", 5)


@pytest.mark.parametrize("text", ["+++\n\nA page.", "+++ x\n+++\n", "--- +++\na = 1\n+++\n", "+++\na = 1\n---\nText"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    """A fence that nothing closes, or of another kind, is text."""
    assert split_front_matter(text) == ({}, text, 1)


def test_authors_are_no_entries() -> None:
    """Who wrote a page, with a page of his own, is no work it lists."""
    matter = "---\ntitle: Garden\nauthor:\n  - name: Ann Bee\n    url: https://bee.example\n---\n"
    assert [one.title for one in mentions_of(f"{matter}\n- [Trees]({LINK})\n", "list.md")] == ["Trees"]
