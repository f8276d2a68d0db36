"""catalogue check with a fleet: the same answers, stored by the coordinator alone."""

import json
import sqlite3
from pathlib import Path

import pytest

from scheduled.cli.main import main
from tests.datafolder import mention, write_data
from tests.web.smallweb import SmallWeb, page

pytest.importorskip("distributed", reason="the extra `fleet` is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask's own: its workers are processes that end when told to


def run(*arguments: str) -> int:
    """Run one command; returns its exit code."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert isinstance(stop.value.code, int)
    return stop.value.code


def test_workers_look_and_one_writes(smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With --workers every due link is visited, judged and stored once, as without."""
    urls = [smallweb.put(f"http://h{n}.test/{n}", page(status=404 if n == 3 else 200)) for n in range(12)]
    write_data(tmp_path / "data", *(mention(f"r{n}", url, n + 1) for n, url in enumerate(urls)))
    settings = {"ALLOW_NETWORKS": ["127.0.0.0/8"], "CONNECT_TO": smallweb.connect_to, "HOST_INTERVAL_SECONDS": 0}
    for name, value in settings.items():
        monkeypatch.setenv(f"CATALOGUE_CRAWLER__{name}", json.dumps(value))
    assert run("build") == 0
    assert run("check", "--workers", "2") == 0
    connection = sqlite3.connect("catalogue.db")
    checks = connection.execute("SELECT url, verdict FROM checks ORDER BY url").fetchall()
    states = connection.execute("SELECT state, count(*) FROM links GROUP BY state ORDER BY state").fetchall()
    connection.close()
    assert sorted((url, "gone" if url == urls[3] else "ok") for url in urls) == checks
    assert states == [("failing", 1), ("ok", 11)]


def test_a_scheduler_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A wrong address is one line and exit code 2."""
    write_data(tmp_path / "data", mention("r", "http://h.test/", 1))
    assert run("build") == 0
    assert run("check", "--scheduler", "tcp://127.0.0.1:9") == 2
    assert "--scheduler tcp://127.0.0.1:9" in capsys.readouterr().err
