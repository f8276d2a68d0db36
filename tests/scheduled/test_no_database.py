"""What stands where the database should: each command says in one line what it is and what to do, and leaves it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from catalogue.database.opening import connect_to_read, errors_of
from catalogue.errors import DatabaseError
from scheduled.cli.main import main
from tests.weeks import make_catalogue

Spoil = Callable[[Path], None]
COMMANDS = ("check", "report", "digest", "search x", "status", "run --once", "backup copies", "publish out", "serve")


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of one link in the folder where we are, without a log beside it."""
    monkeypatch.chdir(tmp_path)
    db = make_catalogue(tmp_path, ["https://a.example/"]).relative_to(tmp_path)
    for log in ("-wal", "-shm"):
        db.with_name(db.name + log).unlink(missing_ok=True)
    return db


def half(db: Path) -> None:
    """Cut the file in the middle, as a full disk or a broken copy does."""
    db.write_bytes(db.read_bytes()[: db.stat().st_size // 2])


def strange(db: Path) -> None:
    """The database of another program."""
    db.unlink()
    with closing(sqlite3.connect(db)) as connection:
        connection.execute("create table theirs (x)")


def folder(db: Path) -> None:
    """A folder of that name."""
    db.unlink()
    db.mkdir()


def empty(db: Path) -> None:
    """What a machine leaves that stopped at the first moment."""
    db.write_bytes(b"")


def text(db: Path) -> None:
    """A file of another kind."""
    db.write_bytes(b"# Not a database\n" * 300)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        pytest.param(half, "database disk image is malformed; `catalogue restore` takes back a copy", id="cut"),
        pytest.param(strange, "a database, but not one of ours", id="strange"),
        pytest.param(folder, "a folder, not a database file", id="folder"),
        pytest.param(empty, "holds nothing yet; `catalogue build` fills it", id="empty"),
        pytest.param(text, "file is not a database; if it was one, `catalogue restore` takes back a copy", id="text"),
        pytest.param(Path.unlink, "no such database; `catalogue build` makes it", id="none"),
    ],
)
def test_it_is_one_line(command: str, spoil: Spoil, problem: str, db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, the file, what is wrong with it, and what to do; what stood there stands there still."""
    spoil(db)
    before = db.read_bytes() if db.is_file() else None
    assert run(*command.split(), "--db", str(db)) == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"catalogue: {db}: {problem}"
    assert (db.read_bytes() if db.is_file() else None) == before
    assert not [*Path("copies").glob("*"), *Path("out").glob("*")]


def test_an_empty_file_is_built_upon(db: Path) -> None:
    """What the others say helps: `catalogue build`."""
    empty(db)
    assert run("build", "--db", str(db)) == 0
    with closing(connect_to_read(db)) as connection:
        assert connection.execute("select url from resources").fetchall() == [("https://a.example/",)]


def test_what_may_not_be_written_says_who_must_be_allowed(db: Path) -> None:
    """SQLite's own words leave open that even a reader needs to write beside the file."""
    with (
        pytest.raises(DatabaseError, match=r"catalogue\.db: attempt to write .*; this user must be allowed to write"),
        errors_of(db),
        closing(connect_to_read(db)) as connection,
    ):
        connection.execute("create table more (x)")


def run(*arguments: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    return int(stopped.value.code or 0)
