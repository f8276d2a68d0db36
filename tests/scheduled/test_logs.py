"""The clock's log, for people and for machines."""

import json
import logging

import pytest

from scheduled.logs import start_logging


@pytest.fixture(autouse=True)
def _logging_as_before() -> object:
    """Give the root logger back its handlers."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = handlers, level


def test_json_is_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Also where a message or a traceback has several lines."""
    start_logging("json")
    try:
        raise ValueError("two\nlines")
    except ValueError:
        logging.getLogger("scheduled").exception("check: %s", "ссылки\nи ещё")
    (line,) = capsys.readouterr().err.splitlines()
    found = json.loads(line)
    assert (found["level"], found["message"]) == ("error", "check: ссылки\nи ещё")
    assert found["traceback"].endswith("ValueError: two\nlines")
    assert found["at"].endswith("+00:00")


def test_plain_lines_begin_with_the_time(capsys: pytest.CaptureFixture[str]) -> None:
    """What a person reads on a terminal; APScheduler's ticks are not in it."""
    start_logging("plain")
    logging.getLogger("apscheduler").info("tick")
    logging.getLogger("scheduled").info("report: done")
    (line,) = capsys.readouterr().err.splitlines()
    assert line[0].isdigit()
    assert line.endswith(" report: done")
