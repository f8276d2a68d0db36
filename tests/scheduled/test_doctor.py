"""catalogue doctor: what is wrong is found, named, and comes with what to do."""

import json
from pathlib import Path
from typing import Any

import pytest

from catalogue.database.schema import open_database, writing
from catalogue.records.deliveries import Delivery
from catalogue.records.runs import Ending
from catalogue.store.deliveries import save_delivery
from catalogue.store.runs import finish_run, start_run
from catalogue.vocabulary import DeliveryState, RunOutcome, Verdict
from scheduled.cli.main import main
from scheduled.jobs.backup import run_backup
from scheduled.jobs.reporting import When, run_report
from scheduled.locks import only_one
from tests.postoffice import Hook, free_port, post_office, webhook
from tests.weeks import day, make_catalogue, see

A = "https://a.example/"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A catalogue in good health."""
    db = make_catalogue(tmp_path, [A])
    see(db, A, 0, Verdict.OK)
    return db


@pytest.fixture
def arxiv(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Something that answers where arXiv is looked for."""
    with webhook() as hook:
        monkeypatch.setenv("CATALOGUE_ARXIV__OAI_URL", hook.url)
        yield hook


def examine(db: Path, capsys: pytest.CaptureFixture[str], days: float = 1) -> tuple[int, dict[str, tuple[str, str]]]:
    """The exit code, and level and text of what was found."""
    with pytest.raises(SystemExit) as stopped:
        main(["doctor", "--json", "--db", str(db), "--as-of", day(days).isoformat()])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    found = {row["what"]: (row["level"], row["said"] + (f" → {row['todo']}" if row["todo"] else "")) for row in rows}
    return int(stopped.value.code or 0), found


def test_good_health_is_exit_code_0(db: Path, arxiv: Hook, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything was looked at; a clock that does not run is a note, not a fault."""
    run_backup(db, Path("backups"), day(1), keep=14)
    code, found = examine(db, capsys)
    assert code == 0
    assert {what: level for what, (level, _) in found.items()} == {
        "settings": "ok",
        "database": "ok",
        "index": "ok",
        "time": "ok",
        "clock": "note",
        "backup": "ok",
        "disk": "ok",
        "network": "ok",
    }
    with only_one(db, "clock"):
        assert examine(db, capsys)[1]["clock"] == ("ok", "runs")


def test_a_damaged_database_is_found(db: Path, arxiv: Hook, capsys: pytest.CaptureFixture[str]) -> None:
    """What needs the database is left out, the rest is still examined."""
    db.write_bytes(b"x" * 4096)
    code, found = examine(db, capsys)
    assert (code, found["database"]) == (
        1,
        ("wrong", f"{db}: file is not a database; if it was one, `catalogue restore` takes back a copy"),
    )
    assert found.keys() == {"settings", "database", "disk", "network"}


def test_a_missing_database_is_found(tmp_path: Path, arxiv: Hook, capsys: pytest.CaptureFixture[str]) -> None:
    """With the command that makes one."""
    code, found = examine(tmp_path / "none.db", capsys)
    assert (code, found["database"][1]) == (1, f"{tmp_path / 'none.db'}: no such database; `catalogue build` makes it")


def test_a_failed_job_is_found(db: Path, arxiv: Hook, capsys: pytest.CaptureFixture[str]) -> None:
    """With its reason and the command that tries again."""
    engine = open_database(db)
    with writing(engine) as session:
        run_id = start_run(session, "papers", "2025-11-03T22:45", day(0))
        assert run_id
        finish_run(session, run_id, day(0), Ending(RunOutcome.FAILED, problem="no answer"))
    engine.dispose()
    code, found = examine(db, capsys)
    assert code == 1
    assert found["job"][1] == (
        "papers failed at 2025-11-03T06:00Z, 1 times: no answer → it is tried again; `catalogue run papers` tries now"
    )


def test_a_delivery_that_failed_is_found(db: Path, arxiv: Hook, capsys: pytest.CaptureFixture[str]) -> None:
    """With the name of the receiver and the reason."""
    edition = run_report(db, When(day(0.5), "UTC"))
    engine = open_database(db)
    with writing(engine) as session:
        save_delivery(session, Delivery(edition.id, "mail:ada", DeliveryState.FAILED, day(0.6), 3, "550 unknown"))
    engine.dispose()
    code, found = examine(db, capsys)
    assert (code, found["delivery"][0]) == (1, "wrong")
    assert found["delivery"][1].startswith("deadlinks-2025-W45 did not reach mail:ada: 550 unknown")


def test_a_wrong_system_clock_is_found(db: Path, arxiv: Hook, capsys: pytest.CaptureFixture[str]) -> None:
    """Checks from the future mean that this machine's time is wrong."""
    code, found = examine(db, capsys, days=-30)
    assert (code, found["time"][0]) == (1, "wrong")
    assert "2025-10-04T06:00Z here, but the newest check is of 2025-11-03T06:00Z" in found["time"][1]


def test_an_old_backup_is_found(db: Path, arxiv: Hook, capsys: pytest.CaptureFixture[str]) -> None:
    """A night without a copy may happen; three days may not."""
    run_backup(db, Path("backups"), day(1), keep=14)
    code, found = examine(db, capsys, days=5_000)
    assert (code, found["backup"][0]) == (1, "wrong")


def test_no_network_is_found(db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With the address that was tried."""
    port = free_port()
    monkeypatch.setenv("CATALOGUE_ARXIV__OAI_URL", f"http://127.0.0.1:{port}/oai")
    code, found = examine(db, capsys)
    assert (code, found["network"][0]) == (1, "wrong")
    assert found["network"][1].startswith(f"127.0.0.1:{port} cannot be reached")


def test_mail_is_tried_without_sending(
    db: Path, arxiv: Hook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The conversation gets as far as the login; a server that is not there is found."""
    with post_office() as office:
        settings = {
            "HOST": "127.0.0.1",
            "PORT": str(office.port),
            "SECURITY": "none",
            "SENDER": "post@lists.example",
            "RECEIVERS": '{"ada": "ada@readers.example"}',
        }
        for name, value in settings.items():
            monkeypatch.setenv(f"CATALOGUE_MAIL__{name}", value)
        assert examine(db, capsys)[1]["mail"] == ("ok", f"127.0.0.1:{office.port} takes our mail")
        assert office.letters == []
    assert examine(db, capsys)[1]["mail"][0] == "wrong"


def test_a_receiver_without_sender_is_found(
    db: Path, arxiv: Hook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Settings that can be read and still cannot work."""
    monkeypatch.setenv("CATALOGUE_MAIL__RECEIVERS", '{"ada": "ada@readers.example"}')
    code, found = examine(db, capsys)
    assert (code, found["settings"]) == (1, ("wrong", "mail.sender must be set where mail.receivers are"))


def test_people_get_a_line_and_what_to_do(db: Path, arxiv: Hook, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json the same findings are lines of text."""
    with pytest.raises(SystemExit):
        main(["doctor", "--db", str(db), "--as-of", day(1).isoformat()])
    assert "note   clock     no clock runs\n                 → `catalogue up`, or `catalogue run`\n" in (
        capsys.readouterr().out
    )


def test_a_broken_setting_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Settings nobody can read stop every command alike."""
    (tmp_path / "catalogue.toml").write_text("[clock]\ntimezone = 'Mars/Olympus'\n", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["doctor"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err == "catalogue: catalogue.toml:2: clock.timezone: not an IANA time zone\n"
