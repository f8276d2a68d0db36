"""The command line: finds its commands, and says what is wrong in one line with exit code 2."""

import importlib
import json
import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from scheduled.cli.main import COMMANDS, SHORT_HELP, main
from tests.datafolder import mention, write_data


def run(*arguments: str) -> int:
    """Run one command as the shell would; returns its exit code."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    code = stop.value.code
    assert isinstance(code, int)
    return code


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_the_list_is_help_of_the_command(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`catalogue --help` imports no command, so its texts are held against the commands here."""
    command = importlib.import_module(COMMANDS[name]).command
    assert command.get_short_help_str(limit=200) == SHORT_HELP[name]
    assert run(name, "--help") == 0
    shown = capsys.readouterr().out
    assert "--db" in shown or name in ("probe",)


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Each command stands in the list with its line."""
    assert run("--help") == 0
    shown = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n  {name} " not in shown] == []
    assert SHORT_HELP.keys() == COMMANDS.keys()


def _broken_json(data: Path) -> None:
    (data / "roadmaps" / "a-road.jsonl").write_text('{"type": "source"\n', encoding="utf-8")


def _unknown_kind(data: Path) -> None:
    path = data / "roadmaps" / "a-road.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows[1]["kind"] = {"value": "sculpture", "rule": "host"}
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _no_title(data: Path) -> None:
    path = data / "roadmaps" / "a-road.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    del rows[1]["title"]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _broken_yaml(data: Path) -> None:
    (data / "curation" / "mine.yaml").write_text("- resource: book\n  set: {kind: [}\n", encoding="utf-8")


def _no_label(data: Path) -> None:
    path = data / "topics.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",Python,", ",,", 1), encoding="utf-8")


def _no_folder(data: Path) -> None:
    data.rename(data.with_name("elsewhere"))


BAD_DATA = {
    "broken JSON": (_broken_json, "a-road.jsonl:1: "),
    "unknown kind": (_unknown_kind, "a-road.jsonl:2: "),
    "no title": (_no_title, "a-road.jsonl:2: "),
    "broken YAML": (_broken_yaml, "mine.yaml:2: "),
    "no label": (_no_label, "topics.csv:4: "),
    "no folder": (_no_folder, "data: no such folder"),
}


@pytest.mark.parametrize(("spoil", "says"), BAD_DATA.values(), ids=BAD_DATA.keys())
def test_bad_data_is_one_line_with_its_place(spoil, says, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """Build says file and line and writes nothing; as a lint (--dry-run) it says the same with exit code 1."""
    spoil(write_data(tmp_path / "data", mention("book", "https://book.example/")))
    assert run("build") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert says in said.err
    assert not Path("catalogue.db").exists()
    assert run("build", "--dry-run") == 1
    assert says in capsys.readouterr().out


def test_sound_data_passes_the_lint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--dry-run writes nothing and exits with 0 when there is nothing to find."""
    write_data(tmp_path / "data", mention("book", "https://book.example/"))
    assert run("build", "--dry-run") == 0
    assert capsys.readouterr().out == "1 resource, 1 mention, 1 source; data is sound\n"
    assert not Path("catalogue.db").exists()


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("CATALOGUE_CRAWLER__PER_HOST", "none", "CATALOGUE_CRAWLER__PER_HOST: crawler.per_host: "),
        ("CATALOGUE_CRAWLER__PER_HOTS", "2", "crawler.per_hots: no such setting (did you mean per_host?)"),
        ("CATALOGUE_CRWLER__PER_HOST", "2", "there is no section [crwler] (did you mean crawler?)"),
        ("CATALOGUE_CRAWLER__ALLOW_NETWORKS", "not json", "crawler"),
        ("CATALOGUE_CLOCK__TIMEZONE", "Mars/Olympus", "clock.timezone: "),
    ],
)
def test_a_wrong_variable_is_named(
    variable: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A setting with a wrong value or a misspelt name is an error, never a silent default."""
    monkeypatch.setenv(variable, value)
    assert run("build") == 2
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[crawler]\nper_host = 0\n", "catalogue.toml:2: crawler.per_host: "),
        ("[crawler]\n\nper_hots = 1\n", "catalogue.toml:3: crawler.per_hots: no such setting (did you mean per_host?)"),
        ("[crawler\n", "catalogue.toml: not TOML: "),
    ],
)
def test_a_wrong_settings_file_is_named(content: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The line names the file, the line in it and the setting."""
    Path("catalogue.toml").write_text(content, encoding="utf-8")
    assert run("build") == 2
    assert says in capsys.readouterr().err


def test_a_settings_file_that_was_asked_for_must_exist(capsys: pytest.CaptureFixture[str]) -> None:
    """--config names a file; its absence is not the same as having none."""
    assert run("build", "--config", "mine.toml") == 2
    assert "mine.toml: No such file" in capsys.readouterr().err


def test_options_before_the_command_mean_the_same(tmp_path: Path) -> None:
    """`catalogue --db X build` is `catalogue build --db X`."""
    write_data(tmp_path / "elsewhere", mention("book", "https://book.example/"))
    assert run("--db", "one.db", "--data", "elsewhere", "build") == 0
    assert run("build", "--db", "two.db", "--data", "elsewhere") == 0
    assert Path("one.db").exists()
    assert Path("two.db").exists()


@pytest.mark.parametrize("command", ["check", "report", "serve", "search"])
def test_without_a_database_one_is_told_how_to_make_it(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Commands that read say what makes the file they miss."""
    arguments = [command, "python"] if command == "search" else [command]
    assert run(*arguments) == 2
    assert "catalogue.db: no such database; `catalogue build` makes it" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "report", "serve"])
def test_a_foreign_database_is_left_alone(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A SQLite file of somebody else is refused in one line and not changed."""
    with sqlite3.connect("catalogue.db") as connection:
        connection.execute("create table mine (a)")
    connection.close()
    before = Path("catalogue.db").read_bytes()
    assert run(command) == 2
    assert "not one of ours" in capsys.readouterr().err
    assert Path("catalogue.db").read_bytes() == before


def test_a_port_in_use_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Serve says which port is taken."""
    write_data(tmp_path / "data", mention("book", "https://book.example/"))
    assert run("build") == 0
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        Path("catalogue.toml").write_text(f"[site]\nport = {port}\n", encoding="utf-8")
        capsys.readouterr()
        assert run("serve") == 2
    said = capsys.readouterr().err
    assert str(port) in said
    assert said.count("\n") == 1


def test_a_time_that_is_none_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--as-of says what a time looks like."""
    assert run("check", "--as-of", "yesterday") == 2
    assert "'yesterday' is not an ISO 8601 time" in capsys.readouterr().err


def test_a_locked_database_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who waits longer than the time-out for another writer says so, and leaves everything as it was."""
    data = write_data(tmp_path / "data", mention("book", "https://book.example/"))
    assert run("build") == 0
    write_data(data, mention("book", "https://book.example/", title="Another title"))
    monkeypatch.setattr("catalogue.database.schema.BUSY_TIMEOUT_MS", 100)
    other = sqlite3.connect("catalogue.db", isolation_level=None)
    other.execute("begin immediate")
    capsys.readouterr()
    assert run("build") == 2
    said = capsys.readouterr().err
    assert said == "catalogue: catalogue.db: database is locked\n"
    other.execute("rollback")
    assert other.execute("select title from resources").fetchall() == [("book",)]
    other.close()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["frobnicate"], "No such command 'frobnicate'"),
        (["build", "--frobnicate"], "No such option '--frobnicate'"),
        (["check", "--as-of", "2026-13-01"], "'2026-13-01' is not an ISO 8601 time"),
        (["import"], "Missing argument"),
    ],
)
def test_a_wrong_word_is_one_line(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What the shell was asked and cannot be done is named in one line, with where help is."""
    assert run(*arguments) == 2
    said = capsys.readouterr().err
    assert says in said
    assert "--help`)" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("arguments", ["--help", "build --dry-run"])
def test_a_reader_who_goes_away_is_no_error(arguments: str, tmp_path: Path) -> None:
    """As with `| head`: no traceback, exit code 0."""
    write_data(tmp_path / "data", mention("book", "https://book.example/"))
    read, write = os.pipe()
    os.close(read)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    command = [sys.executable, "-m", "scheduled.cli.main", *arguments.split()]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, env=environment, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")
