"""What a check notes of its links: places, times, and changes of state."""

from pathlib import Path

import pytest

from tests.scheduled.checking import build, rows, run, settings
from tests.web.smallweb import SmallWeb, page


def test_a_missing_place_is_a_note(tmp_path: Path, smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link whose page lacks the place it names is fine, and says so."""
    smallweb.put("http://site.test/", page('<title>x</title><h2 id="here">Here</h2>'))
    settings(smallweb, monkeypatch)
    build(tmp_path, "http://site.test/#here", "http://site.test/#gone")
    assert run("check") == 0
    assert rows("SELECT verdict, reason FROM checks") == [("ok", "200, no #gone")]


def test_a_run_as_of_a_time_dates_every_visit_so(
    smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """However long a run takes, days between two runs as of two days are whole days, so that strikes count."""
    gone = smallweb.put("http://gone.example/", page("<title>404 Not Found</title>", 404))
    settings(smallweb, monkeypatch)
    build(tmp_path, gone)
    for day in (1, 4, 7):
        assert run("check", "--as-of", f"2026-01-0{day}T06:00:00Z") == 0
    assert rows("select checked_at from checks") == [(f"2026-01-0{day}T06:00:00Z",) for day in (1, 4, 7)]
    assert rows("select state, strikes from links") == [("dead", 3)]


def test_a_weekly_run_visits_weekly(smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a run visited minutes after its start is due at the start of next week's run."""
    url = smallweb.put("http://good.example/", page())
    settings(smallweb, monkeypatch)
    build(tmp_path, url)
    assert run("check", "--as-of", "2026-01-01T06:40:00Z") == 0
    assert run("check", "--as-of", "2026-01-08T06:00:00Z") == 0
    assert smallweb.times(url) == 2


def test_only_the_first_changes_are_kept_and_told(
    smallweb: SmallWeb, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Memory stays flat however many links change; all changes are in the database, and the count is whole."""
    monkeypatch.setattr("scheduled.jobs.storedports.MOST_CHANGES", 1)
    urls = [smallweb.put(f"http://host{number}.example/", page()) for number in range(3)]
    settings(smallweb, monkeypatch)
    build(tmp_path, *urls)
    capsys.readouterr()
    assert run("check", "--as-of", "2026-01-01") == 0
    said = capsys.readouterr().out
    assert said.count(" -> ") == 1
    assert "and 2 further changes: all are in the database\n" in said
    assert rows("SELECT count(*) FROM change") == [(3,)]
