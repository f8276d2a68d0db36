"""catalogue probe: URLs and documents, looked at once, without a database."""

import io
import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from catalogue.documents.alllinks import find_addresses
from scheduled.cli.main import main
from tests.web.smallweb import SmallWeb, page, redirect


@pytest.fixture
def web(smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch) -> SmallWeb:
    """A small web with one link of each kind, found by settings from the environment."""
    smallweb.put("http://good.test/", page())
    smallweb.put("http://gone.test/x", page(status=404))
    smallweb.put("http://moved.test/x", redirect("http://good.test/"))
    smallweb.put("http://wall.test/", page(status=403))
    smallweb.put("http://lost.test/c", page("<title>Page not found</title><h1>Page not found</h1>"))
    monkeypatch.setenv("CATALOGUE_CRAWLER__ALLOW_NETWORKS", '["127.0.0.0/8"]')
    monkeypatch.setenv("CATALOGUE_CRAWLER__CONNECT_TO", json.dumps(smallweb.connect_to))
    monkeypatch.setenv("CATALOGUE_CRAWLER__HOST_INTERVAL_SECONDS", "0")
    return smallweb


def probe(*arguments: str) -> int:
    """Run the command; returns its exit code."""
    with pytest.raises(SystemExit) as stop:
        main(("probe", *arguments))
    assert isinstance(stop.value.code, int)
    return stop.value.code


def test_gone_is_a_finding(web: SmallWeb, capsys: pytest.CaptureFixture[str]) -> None:
    """One gone link makes the exit code 1, and stands last, where eyes are."""
    assert probe("http://gone.test/x", "http://good.test/") == 1
    assert capsys.readouterr().out.splitlines() == [
        "ok          http://good.test/ (200)",
        "gone        http://gone.test/x (404)",
        "2 links: 1 ok, 1 gone",
    ]


@pytest.mark.parametrize(
    ("url", "fail_on", "code"),
    [
        pytest.param("http://good.test/", [], 0, id="fine"),
        pytest.param("http://moved.test/x", [], 0, id="moved is no failure"),
        pytest.param("http://wall.test/", [], 0, id="a wall is no failure"),
        pytest.param("http://lost.test/c", [], 0, id="a suspicion is no failure"),
        pytest.param("http://lost.test/c", ["suspect"], 1, id="unless asked for"),
        pytest.param("http://moved.test/x", ["suspect", "moved"], 1, id="one of several"),
        pytest.param("http://gone.test/x", ["suspect"], 1, id="gone always"),
    ],
)
def test_exit_code(web: SmallWeb, url: str, fail_on: list[str], code: int) -> None:
    """The exit code is 1 for gone links and for the verdicts asked for."""
    assert code == probe(url, "http://good.test/", *(f"--fail-on={verdict}" for verdict in fail_on))


@pytest.mark.parametrize("way", [["--json"], ["--format", "json"]])
def test_json(web: SmallWeb, capsys: pytest.CaptureFixture[str], way: list[str]) -> None:
    """Each URL is one object a line, in the order given, with the fields of the contract."""
    assert probe("http://moved.test/x", "http://gone.test/x", *way) == 1
    moved, gone = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert isinstance(moved.pop("elapsed_ms"), int)
    assert moved == {
        "url": "http://moved.test/x",
        "verdict": "moved",
        "reason": "301",
        "status": 200,
        "final_url": "http://good.test/",
        "attempts": 1,
    }
    assert (gone["verdict"], gone["status"], gone["attempts"]) == ("gone", 404, 2)


def test_documents_and_annotations(web: SmallWeb, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Links of documents are annotated where they stand; what is fine is not mentioned."""
    Path("list.md").write_text(
        "# List\n\n- [good](http://good.test/)\n- [gone](http://gone.test/x), see <http://lost.test/c>.\n"
        "- ![badge](http://wall.test/)\n",
        encoding="utf-8",
    )
    assert probe("list.md", "http://moved.test/x", "--format", "github") == 1
    assert capsys.readouterr().out.splitlines() == [
        "::error file=list.md,line=4,title=gone::http://gone.test/x (404)",
        "::warning file=list.md,line=4,title=suspect::http://lost.test/c (not-found text)",
        "::notice title=moved::http://moved.test/x -> http://good.test/ (301)",
    ]


def test_what_fails_the_step_is_an_error(web: SmallWeb, capsys: pytest.CaptureFixture[str]) -> None:
    """A verdict that makes the exit code 1 is annotated as an error, even one that is not mentioned otherwise."""
    assert probe("http://wall.test/", "--format", "github", "--fail-on", "blocked") == 1
    assert capsys.readouterr().out == "::error title=blocked::http://wall.test/ (wall)\n"


def test_stdin(web: SmallWeb, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A dash reads URLs or a document from stdin."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"http://good.test/\nhttp://gone.test/x\n")))
    assert probe("-") == 1
    assert "2 links: 1 ok, 1 gone" in capsys.readouterr().out


def test_fragments_of_one_page_are_one_request(web: SmallWeb, capsys: pytest.CaptureFixture[str]) -> None:
    """Links that differ by their fragment only are fetched once; a missing one is a note."""
    web.put("http://good.test/", page('<title>x</title><h2 id="a">A</h2>'))
    assert probe("http://good.test/#a", "http://good.test/#b") == 0
    assert web.times("http://good.test/") == 1
    assert "ok          http://good.test/#b (200, no #b)" in capsys.readouterr().out


def test_offline_nothing_is_judged(web: SmallWeb, capsys: pytest.CaptureFixture[str]) -> None:
    """When nobody answers, that is said, and no link is called gone."""
    assert probe("http://nowhere.invalid/", "http://nobody.invalid/") == 0
    shown = capsys.readouterr()
    assert "our own network seems to be down: no link was judged" in shown.err
    assert "skipped     http://nowhere.invalid/ (own network)" in shown.out


def test_no_database_is_made(web: SmallWeb) -> None:
    """A probe leaves nothing behind."""
    probe("http://good.test/")
    assert os.listdir() == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["missing.md"], "missing.md: no such file or directory", id="no file"),
        pytest.param(["."], ".: is a directory", id="a directory"),
        pytest.param(["binary.dat"], "binary.dat: ", id="no text"),
        pytest.param(["http://good.test/", "--fail-on=bad"], "bad", id="no verdict"),
    ],
)
def test_bad_input(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read is named on stderr, and the exit code is 2."""
    Path("binary.dat").write_bytes(bytes(range(256)) * 20)
    assert probe(*arguments) == 2
    assert message in capsys.readouterr().err


def test_nothing_named_and_nothing_piped_in(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a terminal, without inputs, one is told what to give."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert probe() == 2
    assert "name URLs or documents, or pipe them in" in capsys.readouterr().err


def test_without_inputs_what_is_piped_in_is_read(web: SmallWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """`cat urls | catalogue probe` needs no dash."""
    web.put("http://gone.test/", page("<title>Not found</title>", 404))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"http://gone.test/\n")))
    assert probe() == 1


def test_a_document_without_links(capsys: pytest.CaptureFixture[str]) -> None:
    """A document without links has no findings."""
    Path("empty.md").write_text("", encoding="utf-8")
    Path("words.md").write_text("Only words.\n", encoding="utf-8")
    assert probe("empty.md", "words.md") == 0
    assert capsys.readouterr().out == "no links found\n"


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        pytest.param("see http://a.test/x.", ["http://a.test/x"], id="end of a sentence"),
        pytest.param("(http://a.test/x)", ["http://a.test/x"], id="in brackets"),
        pytest.param("http://a.test/x_(y)", ["http://a.test/x_(y)"], id="brackets of its own"),
        pytest.param("[t](http://a.test/x_(y)) end", ["http://a.test/x_(y)"], id="markdown"),
        pytest.param("[![i](http://b.test/i)](http://a.test)", ["http://b.test/i", "http://a.test"], id="image link"),
        pytest.param('<a href="http://a.test/?a=1&amp;b=2">', ["http://a.test/?a=1&b=2"], id="html"),
        pytest.param('{"url": "http://a.test/x", "n": 1}', ["http://a.test/x"], id="json"),
        pytest.param("смотри http://a.test/путь, и", ["http://a.test/путь"], id="unicode"),
        pytest.param("看http://a.test/路径。好", ["http://a.test/路径"], id="chinese"),
        pytest.param("http://example.com/ http://localhost:8000/", [], id="examples"),
        pytest.param("http:// https://", [], id="no host"),
        pytest.param(
            "# ours\nhttp://a.test/x?\n\n http://localhost:8000/|b.\nftp://a.test/x\n",
            ["http://a.test/x?", "http://localhost:8000/|b.", "ftp://a.test/x"],
            id="a list means what it says",
        ),
        pytest.param("HTTP://A.test/", ["HTTP://A.test/"], id="capitals"),
    ],
)
def test_addresses_in_a_text(text: str, urls: list[str]) -> None:
    """Addresses are found as readers would follow them."""
    assert urls == [url for _, url in find_addresses(text)]
