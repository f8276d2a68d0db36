"""Editions reach each receiver once, whatever the channel; who fails is tried again alone."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from catalogue.database.schema import open_database, writing
from catalogue.errors import SettingsError
from catalogue.records.deliveries import Delivery
from catalogue.store.deliveries import save_delivery
from catalogue.vocabulary import DeliveryState
from scheduled.cli.main import main
from scheduled.jobs.delivering import retry_after, run_delivery
from scheduled.settings.load import load_settings
from tests.postoffice import post_office
from tests.scheduled.receivers import WEEK, hours, mail, make_edition, settings, stuck
from tests.weeks import day


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A catalogue with one edition."""
    return make_edition(tmp_path)


def test_the_folder_holds_each_format(db: Path, tmp_path: Path) -> None:
    """One file a format, written once; what a person changes afterwards is left alone."""
    folder = tmp_path / "out"
    here = settings(report={"folder": str(folder)})
    assert run_delivery(here, db, hours(0)).sent == 1
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{WEEK}.{ending}" for ending in ("atom", "html", "json", "md", "txt")
    ]
    (folder / f"{WEEK}.md").write_text("mine", encoding="utf-8")
    assert run_delivery(here, db, hours(1)).sent == 0
    assert (folder / f"{WEEK}.md").read_text(encoding="utf-8") == "mine"


def test_a_receiver_that_fails_is_retried_alone(db: Path) -> None:
    """The others got theirs and get it once; the ledger tells the reason, without the address."""
    receivers = {"ada": "ada@readers.example", "bob": "bob@readers.example", "eve": "eve@readers.example"}
    with post_office() as office:
        here = settings(mail=mail(office.port, receivers=receivers))
        office.refused.add("bob@readers.example")
        summary = run_delivery(here, db, hours(0))
        told = "mail:bob: 550 5.1.1 <mail:bob> unknown here; deadlinks-2025-W45 is tried again after 2025-11-09T18:30Z"
        assert (summary.sent, summary.problems) == (2, (told,))
        assert stuck(db) == [("mail:bob", "failed", 1, "550 5.1.1 <mail:bob> unknown here")]
        office.refused.clear()
        assert run_delivery(here, db, hours(0.4)).sent == 0
        assert run_delivery(here, db, hours(0.5)).sent == 1
    assert [address for address, _ in office.letters] == [receivers[name] for name in ("ada", "eve", "bob")]
    assert stuck(db) == []


def test_a_person_is_told_who_got_nothing_and_need_not_wait(
    db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`run deliver` exits with 1 and names the receiver; typed again after mending, it tries at once."""
    monkeypatch.setenv("CATALOGUE_REPORT__FOLDER", "")
    monkeypatch.setenv("CATALOGUE_MAIL__SENDER", "post@lists.example")
    monkeypatch.setenv("CATALOGUE_MAIL__SECURITY", "none")
    monkeypatch.setenv("CATALOGUE_MAIL__HOST", "127.0.0.1")
    monkeypatch.setenv("CATALOGUE_MAIL__RECEIVERS", '{"ada": "ada@readers.example"}')
    with post_office() as office:
        monkeypatch.setenv("CATALOGUE_MAIL__PORT", str(office.port))
        office.refused.add("ada@readers.example")
        assert deliver_by_hand(db) == 1
        said = capsys.readouterr().out
        assert said.startswith("deliver: in part, sent 0, failed 1: mail:ada: 550 5.1.1 <mail:ada> unknown here; ")
        assert said.endswith("is tried again after 2025-11-09T18:30Z\n")
        office.refused.clear()
        assert deliver_by_hand(db) == 0
        assert capsys.readouterr().out == "deliver: ok, sent 1\n"


def deliver_by_hand(db: Path) -> int:
    """The exit code of a delivery that a person asks for."""
    with pytest.raises(SystemExit) as stopped:
        main(["run", "deliver", "--db", str(db), "--as-of", hours(0).isoformat()])
    return int(stopped.value.code or 0)


def test_a_crash_between_sending_and_noting_is_told(db: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What was being handed over when the machine stopped goes again, with a warning that it may come twice."""
    engine = open_database(db)
    with writing(engine) as session:
        save_delivery(session, Delivery(WEEK, "mail:ada", DeliveryState.SENDING, hours(0), 1))
    engine.dispose()
    with post_office() as office, caplog.at_level(logging.WARNING):
        assert run_delivery(settings(mail=mail(office.port)), db, hours(0.1)).sent == 1
    assert "mail:ada: deadlinks-2025-W45 was handed over as the machine stopped; it may arrive twice" in caplog.text


def test_a_new_receiver_gets_no_flood(db: Path, tmp_path: Path) -> None:
    """Editions older than three weeks are not delivered any more."""
    here = settings(report={"folder": str(tmp_path / "out")})
    assert run_delivery(here, db, day(6.5 + 22)).sent == 0


def test_patience_grows_to_a_day() -> None:
    """Half an hour, an hour, two; never more than a day."""
    assert [retry_after(n) for n in (1, 2, 3, 1000)] == [
        timedelta(minutes=30),
        timedelta(hours=1),
        timedelta(hours=2),
        timedelta(days=1),
    ]


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        pytest.param('[mail]\npassword = "x"\n', "mail.password: secrets come from the environment", id="password"),
        pytest.param('[mail]\nreceivers = {ada = "nowhere"}\n', "'nowhere' is not a mail address", id="address"),
        pytest.param('[mail]\nunsubscribe_url = "http://x"\n', "wants an https address", id="unsubscribe"),
        pytest.param('[webhooks.chat]\nurl = "ftp://x"\n', "not an http(s) address", id="webhook"),
        pytest.param('[webhooks.chat]\nurl = "https://x"\nheaders = {a = "b\\nc"}\n', "one line", id="header"),
    ],
)
def test_wrong_settings_are_one_line(tmp_path: Path, toml: str, problem: str) -> None:
    """The file, the setting and what is wrong with it; never the value of a secret."""
    path = tmp_path / "catalogue.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"catalogue\.toml") as error:
        load_settings(path)
    assert problem in str(error.value)


def test_receivers_need_a_sender(db: Path) -> None:
    """Mail from nobody is a wrong setting, not a failed delivery."""
    with pytest.raises(SettingsError, match=r"mail\.sender must be set"):
        run_delivery(settings(mail={"receivers": {"ada": "ada@readers.example"}}), db, hours(0))
