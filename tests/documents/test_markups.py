"""Lists in other markups than Markdown, notebooks, and addresses that people write without their scheme."""

import json
import time

import pytest

from catalogue.documents.blocks import Run
from catalogue.documents.pages.bareurls import link_bare_urls
from catalogue.documents.pages.markups import as_markdown
from catalogue.documents.reading import read_document
from tests.documents.reread import mentions_of

A = "https://a.example/trees"
ORG = f"#+TITLE: Gardens\n\n* Books\n- [[{A}][Trees]] by Ann Bee\n* More\n- [[https://b.example/soil][Soil]] :: wet\n"
RST = f"Books\n=====\n\n* `Trees <{A}>`_ - tall\n* Soil_ and `old soil`_ - wet\n\n.. _Soil: https://b.example/soil\n"
ASCIIDOC = f"= Gardens\n\n== Books\n\n* {A}[Trees] - tall\n* link:https://b.example/soil[Soil: an introduction]\n"
WIKI = f"= Gardens =\n== Books ==\n* [{A} Trees] - tall\n* [https://b.example/soil Soil]\n"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(ORG, ["Trees", "Soil"], id="org"),
        pytest.param(
            f"* Books :books:\n** [[{A}][Trees]]\n** More :more:\n*** [[https://b.example/soil][Soil]]\n",
            ["Trees", "Soil"],
            id="org without a preamble",
        ),
        pytest.param(RST, ["Trees", "Soil"], id="restructuredtext"),
        pytest.param(ASCIIDOC, ["Trees", "Soil: an introduction"], id="asciidoc"),
        pytest.param(WIKI, ["Trees", "Soil"], id="mediawiki"),
    ],
)
def test_lists_of_other_markups(text: str, titles: list[str]) -> None:
    """Title and address of each link, under the headings of that markup."""
    found = mentions_of(text, "list.txt")
    assert [(one.title, one.url) for one in found] == list(zip(titles, (A, "https://b.example/soil"), strict=True))
    assert all(one.section for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "[Trees](https://a.example/trees)[^1] and [Soil][2]\n\n[2]: https://b.example/soil\n",
        "![a badge](https://a.example/b.svg) [https://a.example the site](https://a.example)",
        "See https://a.example/trees，[its copy](https://b.example/trees) and https://a.example/list[1].",
        "a == b, snake_case_ and `code`_",
    ],
)
def test_markdown_stays_as_it_is(text: str) -> None:
    """What Markdown's own writers write is no other markup."""
    assert as_markdown(text) == text


@pytest.mark.parametrize(
    "text",
    [
        '!!! note "Books"\n    - [Trees](https://a.org/t)\n\n    ??? tip "More"\n\n        - [Soil](https://a.org/s)\n',
        "- Of gardens\n\n    !!! note\n        - [Trees](https://a.org/t)\n\n[Soil](https://a.org/s)\n",
        '??? "Books"\n    1. [Trees](https://a.org/t)\n\n!!!abstract "More"\n\n    [Soil](https://a.org/s)\n',
        '=== "Books"\n    [Trees](https://a.org/t)\n\n=== "Tools"\n    [Soil](https://a.org/s)\n',
        ":::tip[Books]\n- [Trees](https://a.org/t)\n:::\n\n::: details More\n- [Soil](https://a.org/s)\n:::\n",
    ],
)
def test_boxes_and_tabs(text: str) -> None:
    """What is inside a box is read as if it stood without."""
    assert [one.title for one in mentions_of(f"# Garden\n\n{text}", "list.md")] == ["Trees", "Soil"]


def test_a_notebook_is_what_is_written_between_its_code() -> None:
    """Cells of code name nothing."""
    cells = [
        {"cell_type": "markdown", "source": ["# Gardens\n", "\n", f"- [Trees]({A}) - tall"]},
        {"cell_type": "code", "source": [f"fetch('{A}/code')"], "outputs": []},
        {"cell_type": "markdown", "source": "- [Soil](https://b.example/soil)"},
    ]
    found = mentions_of(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}), "gardens.ipynb")
    assert [one.title for one in found] == ["Trees", "Soil"]


@pytest.mark.parametrize(
    ("line", "title", "url"),
    [
        ("1. Канал Сад - youtube.com/@garden", "Канал Сад", "http://youtube.com/@garden"),
        ("- Soil: t.me/soil", "Soil", "http://t.me/soil"),
        ("- 土壤：github.com/soil/soil。", "土壤", "http://github.com/soil/soil"),
        ("- www.soil.dev\n- soil.readthedocs.io", "soil.readthedocs.io", "http://soil.readthedocs.io"),
        ("- <soil.ai>", "soil.ai", "http://soil.ai"),
        ("- [github.com/soil/soil](https://github.com/soil/soil)", "github.com / soil", "https://github.com/soil/soil"),
        ("- [soil.example](https://soil.example)", "soil.example", "https://soil.example"),
    ],
)
def test_an_address_needs_no_scheme(line: str, title: str, url: str) -> None:
    """A name of a host with a path behind it is an address, wherever it stands."""
    *_, found = mentions_of(f"# Gardens\n\n{line}\n", "list.md")
    assert (found.title, found.url) == (title, url)


@pytest.mark.parametrize("item", ["soil.js", "setup.in", "run.sh", "notes on soil.ai", "`soil.ai`"])
def test_items_that_only_look_like_a_host(item: str) -> None:
    """Files, libraries, and what has more words."""
    assert mentions_of(f"# Gardens\n\n- {item}\n", "list.md") == ()


@pytest.mark.parametrize(
    "text", ["TCP/IP and/or node.js/react", "src/main.io/x", "a@b.com/x", "version 1.0/2.0", "fast.ai"]
)
def test_what_only_looks_like_an_address(text: str) -> None:
    """Slashes, file names, mail and versions."""
    assert [run.url for run in link_bare_urls([Run(text, 1)])] == [None]


@pytest.mark.parametrize("piece", ["https://abcd[ab", "[https://abcd ab ", "[[https://a", "`a`_ ", "= a ", "a.com/ "])
def test_many_addresses_take_no_longer_each(piece: str) -> None:
    """Twenty times as many take about twenty times as long; a square would take four hundred."""

    def seconds(times: int) -> float:
        text = piece * times + ".. _a: https://a.example"
        start = time.process_time()
        list(link_bare_urls([Run(as_markdown(text), 1)]))
        return time.process_time() - start

    assert seconds(40_000) < 100 * max(seconds(2_000), 0.002)


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("- ~~[Oak](https://a.org/o)~~\n- [Elm](https://a.org/e)\n", ["Oak"]),
        ("- [~~Oak~~](https://a.org/o)\n- [Elm](https://a.org/e)\n", ["Oak"]),
        ("- <del>[Oak](https://a.org/o)</del> a tree\n- [Elm](https://a.org/e)\n", ["Oak"]),
        ("| Book |\n|---|\n| ~~[Oak](https://a.org/o)~~ |\n| [Elm](https://a.org/e) |\n", ["Oak"]),
        ("- [x] ~~[Oak](https://a.org/o)~~\n- [ ] [Elm](https://a.org/e)\n", []),
        ("- [Oak](https://a.org/o) ~~was $5~~\n- [Elm](https://a.org/e)\n", []),
    ],
)
def test_struck_out(text: str, struck: list[str]) -> None:
    """What is struck out is still an entry, one advised against; in a list of tasks it is done."""
    entries = read_document(text.encode(), "trees.md").entries
    assert [entry.title for entry in entries] == ["Oak", "Elm"]
    assert [entry.title for entry in entries if "stance:discouraged" in entry.marks] == struck
