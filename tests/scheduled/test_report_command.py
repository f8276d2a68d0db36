"""catalogue report, as a curator types it."""

import json
from pathlib import Path

import pytest

from catalogue.vocabulary import Verdict
from scheduled.cli.main import main
from tests.weeks import day, make_catalogue, see, see_often

A, B = "https://a.example/x", "https://b.example/"
REPORT = """\
# Dead links, 2025-W45

Changes from 2025-11-02 to 2025-11-09

## Newly dead (1)

- **[Thing \\[0\\]](https://a.example/x)**
  `https://a.example/x`, since 2025-11-09, first failed 2025-11-03
  - Seen: 2025-11-03 gone (404); 2025-11-06 gone (404); 2025-11-09 gone (404)
  - In: `data/roadmaps/paths.jsonl:3`, line 10 of “Paths”
  - Next: look for a replacement: `catalogue search 'Thing [0]'`

## Moved (1)

- **[Thing 1](https://b.example/)**
  `https://b.example/`, since 2025-11-04
  - Now at: [https\\://new.example/](https://new.example/)
  - Seen: 2025-11-04 moved (301)
  - In: `data/roadmaps/paths.jsonl:4`, line 11 of “Paths”
  - Next: if the new address is right, accept it: `catalogue check --accept-moved`

Health: ██████████░░░░░░░░░░ 50 % of the checked links work.

All links: ok 0, moved 1, failing 0, suspect 0, dead 1, unverifiable 0, unchecked 0.

Rests on 4 checks of 2 links (4 counted); 0 never checked. The oldest last check is of 2025-11-04.
"""
QUIET = """\
# Мёртвые ссылки, 2025-W45

Изменения с 2025-10-28 по 2025-11-04

Спокойная неделя: ничего не умерло, не переехало и не вернулось.

Здоровье: ████████████████████ работает 100 % проверенных ссылок.

Все ссылки: в порядке 1, переехали 0, сбоят 0, подозрительны 0, мертвы 0, нельзя проверить 0, не проверены 1.

Проверок: 1 (засчитано 1), ссылок: 2; ни разу не проверено: 1. Самая давняя последняя проверка: 2025-11-03.
"""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A catalogue with one link that died and one that moved."""
    db = make_catalogue(tmp_path, [A, B], ["Thing [0]"])
    see_often(db, A, {0: Verdict.GONE, 3: Verdict.GONE, 6: Verdict.GONE}, reason="404", status_code=404)
    see(db, B, 1, Verdict.MOVED, reason="301", final_url="https://new.example/")
    return db


def run(*arguments: str) -> int:
    """The exit code of the command."""
    with pytest.raises(SystemExit) as stopped:
        main(["report", *arguments])
    return int(stopped.value.code or 0)


def test_the_report_is_shown_as_markdown(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sections with evidence, places and next steps, then one line of totals and what it all rests on."""
    assert run("--db", str(db), "--as-of", day(6.5).isoformat()) == 0
    assert capsys.readouterr().out == REPORT


def test_a_quiet_week_says_so_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing happened, and the reader knows it at once, in his language."""
    monkeypatch.setenv("CATALOGUE_REPORT__LANGUAGE", "ru")
    db = make_catalogue(tmp_path, [A, B])
    see(db, A, 0.5, Verdict.OK)
    assert run("--db", str(db), "--as-of", day(1).isoformat(), "--dry-run") == 0
    assert capsys.readouterr().out == QUIET


def test_a_week_without_checks_is_not_called_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No news is good news only where somebody looked."""
    db = make_catalogue(tmp_path, [A, B])
    assert run("--db", str(db), "--as-of", day(1).isoformat(), "--dry-run") == 0
    assert "Nothing was checked: that there is no news means nothing." in capsys.readouterr().out


def test_json_is_the_body_itself(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--json and --format json print the stored body on one line."""
    assert run("--db", str(db), "--as-of", day(6.5).isoformat(), "--json") == 0
    first = capsys.readouterr().out
    assert run("--db", str(db), "--as-of", day(6.6).isoformat(), "--format", "json") == 0
    assert capsys.readouterr().out == first
    assert json.loads(first)["id"] == "deadlinks-2025-W45"


def test_the_report_goes_to_a_file(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--output names a file, whose folder is made."""
    path = tmp_path / "out" / "report.md"
    assert run("--db", str(db), "--as-of", day(6.5).isoformat(), "--output", str(path)) == 0
    assert (path.read_text(encoding="utf-8"), capsys.readouterr().out) == (REPORT, "")


def test_a_time_in_the_past_is_one_line(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and the reason, no traceback."""
    assert run("--db", str(db), "--as-of", "2025-10-01") == 2
    assert capsys.readouterr().err == ("catalogue: 2025-10-01T00:00:00Z: the newest check is of 2025-11-09T06:00:00Z\n")
