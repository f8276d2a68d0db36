"""catalogue serve and catalogue search, as commands."""

import json
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from catalogue.errors import CatalogueError
from scheduled.jobs.serving import listen


def catalogue(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    command = [sys.executable, "-m", "scheduled.cli.main", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@contextmanager
def serving(db: Path) -> Iterator[str]:
    """A server on a free port; gives its address and ends it."""
    command = [sys.executable, "-m", "scheduled.cli.main", "serve", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            yield server.stdout.readline().split()[-1]
        finally:
            server.terminate()


def test_a_server_shows_what_others_write(sample_db: Path) -> None:
    """The live database is served; a state that was just stored is on the page at once."""
    with serving(sample_db) as address:
        with urllib.request.urlopen(f"{address}/resources/csharp") as page:
            assert "Not checked" in page.read().decode()
        with sqlite3.connect(sample_db) as crawler:
            crawler.execute("update link set state = 'ok' where url like 'https://csharp.%'")
        crawler.close()
        with urllib.request.urlopen(f"{address}/resources/csharp") as page:
            assert "Works" in page.read().decode()
    with sqlite3.connect(sample_db) as crawler:
        crawler.execute("update link set state = 'unchecked' where url like 'https://csharp.%'")
    crawler.close()


def test_a_used_port_is_one_clear_line(sample_db: Path) -> None:
    """Someone else's port gives exit code 2 and no traceback."""
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        done = catalogue("serve", "--db", str(sample_db), "--port", str(port))
    assert done.returncode == 2
    assert done.stderr == f"catalogue: 127.0.0.1:{port}: cannot listen here (Address already in use)\n"


@pytest.mark.parametrize("command", ["serve", "search"])
def test_a_database_that_is_not_ours_is_one_clear_line(tmp_path: Path, command: str) -> None:
    """A missing, a foreign and a broken database are refused before anything is served."""
    foreign, broken = tmp_path / "foreign.db", tmp_path / "broken.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("create table t (a)")
    connection.close()
    broken.write_bytes(b"not a database at all" * 100)
    for path in (tmp_path / "missing.db", foreign, broken):
        done = catalogue(command, "--db", str(path))
        assert done.returncode == 2
        assert done.stderr.startswith(f"catalogue: {path}: ")
        assert done.stderr.count("\n") == 1


def test_an_address_that_is_none_is_refused() -> None:
    """A host name that leads nowhere on this machine is an error of ours, not a traceback."""
    with pytest.raises(CatalogueError, match="not an address to listen on"):
        listen("no.such.host.invalid", 0)


def test_search_answers_in_the_terminal(sample_db: Path) -> None:
    """An inflected topic finds titles in three languages; the count goes to stderr."""
    done = catalogue("search", "--db", str(sample_db), "линейной", "алгебре")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "✓ Линейная алгебра: первый курс (course, beginner, ru)"
    assert done.stderr == "3 of 3\n"


def test_search_as_json_is_one_object_a_line(sample_db: Path) -> None:
    """--json prints the columns of the public view."""
    done = catalogue("search", "--db", str(sample_db), "--json", "--kind", "book", "--language", "zh")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["key"], row["topics"], row["status"]) for row in rows] == [("xianxing", ["linear-algebra"], "ok")]
    assert "id" not in rows[0]


def test_search_says_what_may_have_been_meant(sample_db: Path) -> None:
    """A slip is answered as it was meant, and the command says so; nothing found is no failure."""
    done = catalogue("search", "--db", str(sample_db), "linaer algebra")
    assert done.returncode == 0
    assert "Essence of Linear Algebra" in done.stdout
    assert "shown for: linear algebra" in done.stderr
    done = catalogue("search", "--db", str(sample_db), "haskell")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "nothing found\n")
