"""Running catalogue check from outside, on a small web, and looking at what it stored."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scheduled.cli.main import main
from tests.datafolder import mention, write_data
from tests.web.smallweb import SmallWeb


def run(*arguments: str) -> int:
    """Run one command; returns its exit code."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert isinstance(stop.value.code, int)
    return stop.value.code


def rows(sql: str) -> list[tuple[object, ...]]:
    """What a reader of the database sees."""
    connection = sqlite3.connect("catalogue.db")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def build(tmp_path: Path, *urls: str) -> None:
    """A database with one resource per URL."""
    write_data(tmp_path / "data", *(mention(f"r{n}", url, n + 1) for n, url in enumerate(urls)))
    assert run("build") == 0


def settings(smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, **more: object) -> None:
    """Let commands (and their subprocesses) find the small web."""
    values = {"ALLOW_NETWORKS": ["127.0.0.0/8"], "CONNECT_TO": smallweb.connect_to, "HOST_INTERVAL_SECONDS": 0, **more}
    for name, value in values.items():
        monkeypatch.setenv(f"CATALOGUE_CRAWLER__{name}", json.dumps(value))


def start(*arguments: str, stdin: int | None = None) -> subprocess.Popen[str]:
    """Start one command in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    command = [sys.executable, "-m", "scheduled.cli.main", *arguments]
    return subprocess.Popen(
        command, env=environment, text=True, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def wait_for(sql: str, count: int) -> None:
    """Wait until the database shows a number, twenty seconds at most."""
    deadline = time.monotonic() + 20
    while rows(sql) != [(count,)]:
        assert time.monotonic() < deadline, f"{sql}: {rows(sql)} and not {count}"
        time.sleep(0.05)
