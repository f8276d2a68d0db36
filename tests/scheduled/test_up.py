"""catalogue up: one command builds, serves and starts the clock, and one signal ends it all."""

import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.datafolder import mention, write_data

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def _ctrl_c_is_heard() -> Iterator[None]:
    """Hand Ctrl-C down as a terminal does: a runner in the background has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_up_builds_serves_and_ends_with_its_clock(how: signal.Signals, code: int, tmp_path: Path) -> None:
    """The page is there, the clock is a process of its own, and both are gone after Ctrl-C or a polite kill."""
    write_data(tmp_path / "data", mention("linear-algebra-book", None))
    environment = os.environ | {"PYTHONPATH": str(ROOT), "CATALOGUE_SITE__PORT": "0", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "scheduled.cli.main", "up"]
    with subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == "1 resource from 1 source\n"
        address = process.stdout.readline().removeprefix("open ").strip()
        with urllib.request.urlopen(f"{address}/catalogue/resources.json?_shape=array", timeout=30) as answer:
            assert b"linear algebra book" in answer.read()
        children = _children(process.pid)
        assert len(children) == 1
        process.send_signal(how)
        assert process.wait(30) == code
    assert not Path(f"/proc/{children[0]}").exists()


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
