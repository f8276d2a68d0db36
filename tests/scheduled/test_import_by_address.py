"""A document by its address: fetched once, read as a file, its relative links whole."""

import json

import pytest
from click.testing import CliRunner

from scheduled.cli.import_ import command
from tests.web.smallweb import SmallWeb, page, redirect


@pytest.fixture(autouse=True)
def _reach_the_small_web(smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands of this file find the small web."""
    smallweb.put("http://lists.test/way.md", page("# A way\n\n- [One](courses/one.md)\n- [Two](https://t.example/)\n"))
    smallweb.put("http://lists.test/", redirect("http://lists.test/home/index.html"))
    smallweb.put("http://lists.test/home/index.html", page('<title>Home</title><ul><li><a href="a">A</a> - text</ul>'))
    smallweb.put("http://lists.test/gone.md", page("nothing", 404))
    monkeypatch.setenv("CATALOGUE_CRAWLER__ALLOW_NETWORKS", '["127.0.0.0/8"]')
    monkeypatch.setenv("CATALOGUE_CRAWLER__CONNECT_TO", json.dumps(smallweb.connect_to))


def test_documents_are_read_from_the_web() -> None:
    """Markdown and HTML, through a redirect; addresses are whole against the page they were found in."""
    given = ["http://lists.test/way.md", "http://lists.test/", "--dry-run", "--json"]
    result = CliRunner().invoke(command, given)
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["file"], row["title"], row["url"]) for row in rows] == [
        ("way.md", "One", "http://lists.test/courses/one.md"),
        ("way.md", "Two", "https://t.example/"),
        ("index.html", "A", "http://lists.test/home/a"),
    ]


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://lists.test/gone.md", "answers with status 404"),
        ("http://nowhere.test/way.md", "name does not resolve"),
    ],
)
def test_what_cannot_be_had_is_one_line(url: str, problem: str) -> None:
    """The address and the reason, and nothing is written."""
    result = CliRunner().invoke(command, ["http://lists.test/way.md", url])
    assert str(result.exception) == f"{url}: {problem}"
