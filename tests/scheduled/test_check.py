"""catalogue check, from outside: what is stored, when, and what a run says at its end."""

import asyncio
import json
import re
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.scheduled.checking import build, rows, run, settings, start, wait_for
from tests.web.smallweb import Asked, SmallWeb, hang, page, redirect


def test_without_a_network_no_link_is_judged(
    smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """When nothing answers, the run says so, every visit is skipped: own network, and no state moves."""
    urls = [smallweb.refuse(f"http://host{n}.example/") for n in range(12)]
    settings(smallweb, monkeypatch)
    build(tmp_path, *urls)
    assert run("check") == 0
    assert "our own network seems to be down: no link was judged" in capsys.readouterr().err
    assert rows("select distinct state from links") == [("unchecked",)]
    assert rows("select distinct verdict, reason from checks") == [("skipped", "own network")]
    assert rows("select count(*) from changes") == [(0,)]


def test_a_single_link_that_does_not_answer_is_no_proof(
    smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One refused connection and nobody else to ask: it may be us."""
    url = smallweb.refuse("http://alone.example/")
    settings(smallweb, monkeypatch)
    build(tmp_path, url)
    assert run("check") == 0
    assert rows("select state, strikes from links") == [("unchecked", 0)]


def test_what_answered_is_kept_when_others_do_not(
    smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A host that refuses while others answer has a strike; good answers stand."""
    good = [smallweb.put(f"http://good{n}.example/", page()) for n in range(4)]
    bad = smallweb.refuse("http://bad.example/")
    settings(smallweb, monkeypatch)
    build(tmp_path, *good, bad)
    assert run("check") == 0
    assert rows(f"select state, strikes, verdict from links where url = '{bad}'") == [("failing", 1, "unanswered")]
    assert rows("select count(*) from links where state = 'ok'") == [(4,)]


def test_checked_links_are_not_due_again(
    smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second run of a day visits nothing; a week later the link is due."""
    url = smallweb.put("http://good.example/", page())
    settings(smallweb, monkeypatch)
    build(tmp_path, url)
    assert run("check", "--as-of", "2026-01-01") == 0
    assert run("check", "--as-of", "2026-01-02") == 0
    assert smallweb.times(url) == 1
    capsys.readouterr()
    assert run("check", "--as-of", "2026-01-08T01:00:00Z", "--dry-run") == 0
    assert capsys.readouterr().out == "1 link is due at 2026-01-08T01:00:00+00:00\n"
    assert smallweb.times(url) == 1


def test_a_time_before_the_last_visit_is_refused(
    smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """History is folded in order of time: an earlier as-of is one line and exit code 2."""
    url = smallweb.put("http://good.example/", page())
    settings(smallweb, monkeypatch)
    build(tmp_path, url)
    assert run("check", "--as-of", "2026-02-01") == 0
    capsys.readouterr()
    assert run("check", "--as-of", "2026-01-01") == 2
    said = capsys.readouterr().err
    assert "2026-01-01T00:00:00+00:00 is before the newest stored visit" in said
    assert said.count("\n") == 1


def test_json_is_one_visit_a_line(
    smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--json gives rows on stdout, words on stderr."""
    url = smallweb.put("http://good.example/", page())
    settings(smallweb, monkeypatch)
    build(tmp_path, url)
    capsys.readouterr()
    assert run("check", "--json") == 0
    said = capsys.readouterr()
    assert [(row["url"], row["verdict"]) for row in map(json.loads, said.out.splitlines())] == [(url, "ok")]
    assert "checked 1 link: 1 ok" in said.err


def test_killed_in_the_middle_keeps_what_was_done(
    smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """After kill -9 the finished visits are there; the next run does the rest and nothing twice."""
    good = [smallweb.put(f"http://good{n}.example/", page()) for n in range(5)]
    slow = smallweb.put("http://slow.example/", hang)
    settings(smallweb, monkeypatch)
    build(tmp_path, *good, slow)
    process = start("check")
    wait_for("select count(*) from checks", 5)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    smallweb.put("http://slow.example/", page())
    connection = sqlite3.connect("catalogue.db")
    connection.execute("update checker set beat_at = beat_at - 56")  # nearly a minute later: the dead may still live
    connection.commit()
    connection.close()
    assert run("check") == 0
    assert rows("select count(*), count(distinct url) from checks") == [(6, 6)]
    assert [smallweb.times(url) for url in good] == [1] * 5
    assert rows("select count(*) from links where state = 'ok'") == [(6,)]
    assert rows("pragma integrity_check") == [("ok",)]


def test_two_at_once_share_the_work(smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two runs started together visit each link once between them, and neither leaves the other without work."""

    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.5)
        await page()(asked, writer)

    urls = [smallweb.put(f"http://good{n}.example/", slow) for n in range(600)]
    settings(smallweb, monkeypatch)
    build(tmp_path, *urls)
    both = [start("check"), start("check")]
    said = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert {smallweb.times(url) for url in urls} == {1}
    assert rows("select count(*), count(distinct url) from checks") == [(600, 600)]
    shares = [int(re.findall(r"checked (\d+) links?:", told)[-1]) for told, _ in said]
    assert sum(shares) == 600
    assert min(shares) > 0


def test_a_move_is_accepted_by_a_person(
    smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Asked about each moved link; a yes is a decision with its reason, applied by the next build, asked once."""
    for name in ("one", "two"):
        smallweb.put(f"http://{name}.example/old", redirect(f"http://{name}.example/new/place"))
        smallweb.put(f"http://{name}.example/new/place", page())
    settings(smallweb, monkeypatch)
    build(tmp_path, "http://one.example/old", "http://two.example/old")
    assert run("check", "--as-of", "2026-01-01") == 0
    answers = iter([True, False])
    monkeypatch.setattr("click.confirm", lambda _question: next(answers))
    assert run("check", "--accept-moved", "--as-of", "2026-01-02") == 0
    assert (tmp_path / "data" / "curation" / "moved.yaml").read_text(encoding="utf-8") == (
        "- resource: r0\n  url: http://one.example/new/place\n"
        "  reason: 'moved (301): http://one.example/old leads here'\n  date: 2026-01-02\n"
    )
    assert run("build") == 0
    assert rows("select key, url, status from resources order by key") == [
        ("r0", "http://one.example/new/place", "unchecked"),
        ("r1", "http://two.example/old", "moved"),
    ]
    assert "\n1 new address in " in capsys.readouterr().out
    assert run("check", "--accept-moved", "--dry-run") == 0
    assert "one.example" not in capsys.readouterr().out


def test_yeses_are_kept_where_the_questions_are_cut_off(
    smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A kill after two of three questions loses neither answer, and the next run asks for the rest only."""
    for name in ("one", "two", "three"):
        smallweb.put(f"http://{name}.example/old", redirect(f"http://{name}.example/new/place"))
        smallweb.put(f"http://{name}.example/new/place", page())
    settings(smallweb, monkeypatch)
    build(tmp_path, *(f"http://{name}.example/old" for name in ("one", "two", "three")))
    assert run("check", "--as-of", "2026-01-01") == 0
    process = start("check", "--accept-moved", "--as-of", "2026-01-02", stdin=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdin.write("y\nn\n")
    process.stdin.flush()
    while "three.example/old" not in process.stdout.readline():
        pass
    process.kill()
    process.communicate()
    decided = (tmp_path / "data" / "curation" / "moved.yaml").read_text(encoding="utf-8")
    assert re.findall("url: (.*)", decided) == ["http://one.example/new/place"]
    asked: list[str] = []
    monkeypatch.setattr("click.confirm", asked.append)
    assert run("check", "--accept-moved", "--as-of", "2026-01-03") == 0
    assert len(asked) == 2
