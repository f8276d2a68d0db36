"""Editions reach each receiver once: a folder, mailboxes, webhooks; who fails is tried again alone."""

import json
import logging
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from catalogue.errors import SettingsError
from catalogue.records.deliveries import Delivery
from catalogue.schema import open_database, reading, writing
from catalogue.store.deliveries import load_stuck, save_delivery
from catalogue.vocabulary import DeliveryState, Verdict
from scheduled.jobs.delivering import retry_after, run_delivery
from scheduled.jobs.reporting import When, run_report
from scheduled.settings.load import Settings, load_settings
from tests.postoffice import Hook, make_certificate, post_office, rude_post_office, webhook
from tests.weeks import day, make_catalogue, see_often

A = "https://a.example/"
WEEK = "deadlinks-2025-W45"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A catalogue with one edition, in which one link died."""
    db = make_catalogue(tmp_path, [A], ["Книга <b>"])
    see_often(db, A, {0: Verdict.GONE, 3: Verdict.GONE, 6: Verdict.GONE}, reason="404")
    run_report(db, When(day(6.5), "UTC"))
    return db


def settings(**sections: Any) -> Settings:
    """Settings with these sections, and no folder unless one is given."""
    return Settings(**{"report": {"folder": ""}, **sections})


def mail(port: int, **more: Any) -> dict[str, Any]:
    """A [mail] section for a server on the loopback."""
    receivers = {"ada": "ada@readers.example"}
    return {
        "host": "127.0.0.1",
        "port": port,
        "security": "none",
        "sender": "Catalogue <post@lists.example>",
        "receivers": receivers,
        **more,
    }


def hours(count: float) -> datetime:
    """A time so many hours after the edition was made."""
    return day(6.5) + timedelta(hours=count)


def stuck(db: Path) -> list[tuple[str, str, int, str]]:
    """Receiver, state, attempts and problem of what did not arrive."""
    engine = open_database(db)
    with reading(engine) as session:
        found = [(d.receiver, d.state.value, d.attempts, d.problem) for d in load_stuck(session)]
    engine.dispose()
    return found


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


def test_a_letter_has_what_mailboxes_ask_for(db: Path) -> None:
    """Two parts, a fixed Message-ID and Date, List-Id, one-click unsubscribing; and it comes once."""
    with post_office() as office:
        here = settings(mail=mail(office.port, unsubscribe_url="https://lists.example/u?who={receiver}"))
        assert run_delivery(here, db, hours(0)).sent == 1
        assert run_delivery(here, db, hours(1)).sent == 0
    ((address, letter),) = office.letters
    assert address == "ada@readers.example"
    assert {name: letter[name] for name in letter if name.startswith(("List", "Auto", "Date", "Sub"))} == {
        "Subject": "Dead links, 2025-W45",
        "Date": "Sun, 09 Nov 2025 18:00:00 +0000",
        "List-Id": "<deadlinks.roadmap-catalogue.lists.example>",
        "List-Unsubscribe": "<https://lists.example/u?who=ada>, <mailto:post@lists.example?subject=unsubscribe%20ada>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    assert letter["Message-ID"] == "<7e955bd3-d4d3-50c8-b19c-f68ac2cd581e@lists.example>"
    text, html = letter.iter_parts()
    assert [part.get_content_type() for part in (text, html)] == ["text/plain", "text/html"]
    assert "* Книга <b>" in text.get_content()
    assert "Книга &lt;b&gt;" in html.get_content()


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")  # the whole line is TLS
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_letters_travel_protected(db: Path, tmp_path: Path, security: str) -> None:
    """The letter arrives over STARTTLS or TLS with a login; with a wrong password it does not, and none is told."""
    certificate = make_certificate(tmp_path)
    with post_office(certificate, password="right", tls=security == "tls") as office:
        more = {"security": security, "ca_file": str(certificate), "username": "post"}
        wrong = settings(mail=mail(office.port, password="wrong-secret", **more))
        (problem,) = run_delivery(wrong, db, hours(0)).problems
        assert problem.startswith("mail:ada: 535")
        assert "wrong-secret" not in problem
        assert run_delivery(settings(mail=mail(office.port, password="right", **more)), db, hours(1)).sent == 1
    assert office.protected == [True]


def test_a_server_nobody_vouches_for_gets_no_password(db: Path, tmp_path: Path) -> None:
    """An unknown certificate ends the conversation before the login."""
    with post_office(make_certificate(tmp_path), password="right") as office:
        here = settings(mail=mail(office.port, security="starttls", username="post", password="right"))
        (problem,) = run_delivery(here, db, hours(0)).problems
    assert "certificate verify failed" in problem
    assert office.letters == []


def test_a_receiver_that_fails_is_retried_alone(db: Path) -> None:
    """The others got theirs and get it once; the ledger tells the reason, without the address."""
    receivers = {"ada": "ada@readers.example", "bob": "bob@readers.example", "eve": "eve@readers.example"}
    with post_office() as office:
        here = settings(mail=mail(office.port, receivers=receivers))
        office.refused.add("bob@readers.example")
        summary = run_delivery(here, db, hours(0))
        assert (summary.sent, summary.problems) == (2, ("mail:bob: 550 5.1.1 <mail:bob> unknown here",))
        assert stuck(db) == [("mail:bob", "failed", 1, "550 5.1.1 <mail:bob> unknown here")]
        office.refused.clear()
        assert run_delivery(here, db, hours(0.4)).sent == 0
        assert run_delivery(here, db, hours(0.5)).sent == 1
    assert [address for address, _ in office.letters] == [receivers[name] for name in ("ada", "eve", "bob")]
    assert stuck(db) == []


def test_a_line_that_drops_gives_the_same_letter_again(db: Path) -> None:
    """Whether the server took it is not known: it is sent again under the same Message-ID, as SMTP has it."""
    with post_office() as office:
        office.drops = 1
        here = settings(mail=mail(office.port))
        assert run_delivery(here, db, hours(0)).sent == 0
        assert run_delivery(here, db, hours(1)).sent == 1
    assert len({letter["Message-ID"] for _, letter in office.letters}) == 1


@pytest.mark.parametrize("stage", ["CONNECT", "EHLO", "STARTTLS", "MAIL", "RCPT", "DATA", "BODY", "DOT"])
def test_a_server_that_hangs_up_is_a_problem_that_passes(db: Path, stage: str) -> None:
    """At whatever word it hangs up, the letter waits, the ledger says so, and the next server gets it once."""
    with rude_post_office(stage) as port:
        security = "starttls" if stage == "STARTTLS" else "none"
        summary = run_delivery(settings(mail=mail(port, security=security)), db, hours(0))
    assert summary.sent == 0
    assert [row[:3] for row in stuck(db)] == [("mail:ada", "failed", 1)]
    with post_office() as office:
        assert run_delivery(settings(mail=mail(office.port)), db, hours(1)).sent == 1
    assert len(office.letters) == 1


def test_a_letter_that_was_taken_is_sent_however_the_server_parts(db: Path) -> None:
    """A line that drops at the goodbye sends nothing twice."""
    with rude_post_office("QUIT") as port:
        assert run_delivery(settings(mail=mail(port)), db, hours(0)).sent == 1
        assert run_delivery(settings(mail=mail(port)), db, hours(1)).sent == 0


def test_no_server_is_a_problem_that_passes(db: Path) -> None:
    """A refused connection is told; the letter goes when the server is back."""
    with post_office() as office:
        port = office.port
    (problem,) = run_delivery(settings(mail=mail(port)), db, hours(0)).problems
    assert "Connection refused" in problem


def hook_settings(hook: Hook, **more: Any) -> Settings:
    """Settings with one webhook."""
    return settings(webhooks={"chat": {"url": hook.url, **more}})


def test_a_webhook_gets_the_shape_it_asks_for(db: Path) -> None:
    """The body is a template; the key by which a copy can be known is the same each time."""
    body = '{"text": {{ title | tojson }}, "dead": {{ edition.totals.dead }}, "room": "links"}'
    with webhook() as hook:
        assert (
            run_delivery(hook_settings(hook, body=body, headers={"Authorization": "Bearer x"}), db, hours(0)).sent == 1
        )
    ((headers, posted),) = hook.posts
    assert json.loads(posted) == {"text": "Dead links, 2025-W45", "dead": 1, "room": "links"}
    assert headers["idempotency-key"] == "1f4f944b-6650-519f-ba92-f174b3d706fd"
    assert (headers["content-type"], headers["authorization"]) == ("application/json", "Bearer x")


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        pytest.param(500, "answered 500", id="a fault"),
        pytest.param(302, "answered 302", id="a redirect is not followed"),
        pytest.param(None, "no answer: ", id="a drop in the middle"),
    ],
)
def test_a_webhook_that_fails_is_tried_again(db: Path, answer: int | None, problem: str) -> None:
    """The problem is told without the address, which may be a secret; the second post has the key of the first."""
    with webhook() as hook:
        hook.answers = [answer]
        (told,) = run_delivery(hook_settings(hook), db, hours(0)).problems
        assert told.startswith(f"webhook:chat: {problem}")
        assert "secret-path" not in told
        assert run_delivery(hook_settings(hook), db, hours(1)).sent == 1
    assert len({headers["idempotency-key"] for headers, _ in hook.posts}) == 1


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        pytest.param("{{ title }}", "its body makes no JSON", id="no JSON"),
        pytest.param("{{ title", "its body is no template", id="no template"),
        pytest.param('"{{ "".__class__.mro() }}"', "its body is no template", id="no way out of the sandbox"),
    ],
)
def test_a_body_that_cannot_be_is_told(db: Path, body: str, problem: str) -> None:
    """Nothing is posted."""
    with webhook() as hook:
        (told,) = run_delivery(hook_settings(hook, body=body), db, hours(0)).problems
    assert problem in told
    assert hook.posts == []


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
