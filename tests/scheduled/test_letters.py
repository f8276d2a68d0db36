"""E-mail over a real SMTP server: what a letter holds, how it travels, and every way in which a server fails."""

from pathlib import Path

import pytest
import trustme

from scheduled.jobs.delivering import run_delivery
from tests.postoffice import post_office, rude_post_office
from tests.scheduled.receivers import hours, mail, make_edition, settings, stuck


@pytest.fixture
def authority() -> trustme.CA:
    """Who vouches for the certificates of a mail server of ours."""
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    """What mail.ca_file names, so that the authority is believed."""
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    return str(tmp_path / "ca.pem")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A catalogue with one edition."""
    return make_edition(tmp_path)


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
def test_letters_travel_protected(db: Path, authority: trustme.CA, ca_file: str, security: str) -> None:
    """The letter arrives over STARTTLS or TLS with a login; with a wrong password it does not, and none is told."""
    with post_office(authority, password="right", tls=security == "tls") as office:
        more = {"security": security, "ca_file": ca_file, "username": "post"}
        wrong = settings(mail=mail(office.port, password="wrong-secret", **more))
        (problem,) = run_delivery(wrong, db, hours(0)).problems
        assert problem.startswith("mail:ada: no login: 535")
        assert "wrong-secret" not in problem
        assert run_delivery(settings(mail=mail(office.port, password="right", **more)), db, hours(1)).sent == 1
    assert office.protected == [True]


def test_a_server_nobody_vouches_for_gets_no_password(db: Path, authority: trustme.CA) -> None:
    """An unknown certificate ends the conversation before the login."""
    with post_office(authority, password="right") as office:
        here = settings(mail=mail(office.port, security="starttls", username="post", password="right"))
        (problem,) = run_delivery(here, db, hours(0)).problems
    assert "certificate verify failed" in problem
    assert office.letters == []


def test_a_line_that_drops_gives_the_same_letter_again(db: Path) -> None:
    """Whether the server took it is not known: it is sent again under the same Message-ID, as SMTP has it."""
    with post_office() as office:
        office.drops = 1
        here = settings(mail=mail(office.port))
        assert run_delivery(here, db, hours(0)).sent == 0
        assert run_delivery(here, db, hours(1)).sent == 1
    assert len({letter["Message-ID"] for _, letter in office.letters}) == 1


@pytest.mark.parametrize(
    "stage", ["CONNECT", "EHLO", "STARTTLS", "AUTH", "CHALLENGE", "MAIL", "RCPT", "DATA", "BODY", "DOT"]
)
def test_a_server_that_hangs_up_is_a_problem_that_passes(db: Path, stage: str) -> None:
    """At whatever word it hangs up, the letter waits, the ledger says so, and the next server gets it once."""
    with rude_post_office(stage) as port:
        login = {"username": "post", "password": "right"} if stage in ("AUTH", "CHALLENGE") else {}
        security = "starttls" if stage == "STARTTLS" else "none"
        summary = run_delivery(settings(mail=mail(port, security=security, **login)), db, hours(0))
    assert summary.sent == 0
    assert [row[:3] for row in stuck(db)] == [("mail:ada", "failed", 1)]
    with post_office() as office:
        assert run_delivery(settings(mail=mail(office.port)), db, hours(1)).sent == 1
    assert len(office.letters) == 1


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        pytest.param({}, "530 Must issue a STARTTLS command first (see mail.security, mail.username)", id="no login"),
        pytest.param(
            {"username": "post", "password": "right"},
            "no login: SMTP AUTH extension not supported by server. (see mail.username, CATALOGUE_MAIL__PASSWORD, "
            "mail.security)",
            id="a login before it",
        ),
    ],
)
def test_a_server_that_demands_starttls_says_which_setting(
    db: Path, authority: trustme.CA, ca_file: str, more: dict[str, str], problem: str
) -> None:
    """With `security = "none"` no letter goes, and one line names the setting; once it is set, the letter goes once."""
    with post_office(authority, password=more.get("password", "")) as office:
        (told,) = run_delivery(settings(mail=mail(office.port, **more)), db, hours(0)).problems
        assert told.startswith(f"mail:ada: {problem}; ")
        mended = mail(office.port, security="starttls", ca_file=ca_file, **more)
        assert run_delivery(settings(mail=mended), db, hours(1)).sent == 1
        assert run_delivery(settings(mail=mended), db, hours(2)).sent == 0
    assert (len(office.letters), office.protected) == (1, [True])


def test_starttls_that_is_not_offered_is_not_done_without(db: Path) -> None:
    """A server, or whoever sits before it, that hides STARTTLS gets no letter and no password."""
    with post_office() as office:
        here = settings(mail=mail(office.port, security="starttls", username="post", password="right"))
        (told,) = run_delivery(here, db, hours(0)).problems
    assert told.startswith("mail:ada: no STARTTLS: STARTTLS extension not supported by server. (see mail.security, ")
    assert office.letters == []


def test_a_refusal_of_many_lines_is_one(db: Path) -> None:
    """What a server spreads over lines, as large ones do with their links to help, is one line of the log."""
    with post_office() as office:
        office.refused.add("ada@readers.example")
        office.refusal = "550-5.1.1 <{address}> unknown here.\r\n550 5.1.1 See https://help.example/"
        run_delivery(settings(mail=mail(office.port)), db, hours(0))
    assert stuck(db)[0][3] == "550 5.1.1 <mail:ada> unknown here. 5.1.1 See https://help.example/"


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")  # the whole line is TLS
def test_a_password_that_smtp_cannot_carry_is_told(db: Path, authority: trustme.CA, ca_file: str) -> None:
    """Python's login is ASCII: one line that does not show the password, and no letter."""
    with post_office(authority, password="right", tls=True) as office:
        more = {"security": "tls", "ca_file": ca_file, "username": "post", "password": "пароль"}
        (told,) = run_delivery(settings(mail=mail(office.port, **more)), db, hours(0)).problems
    assert told.startswith("mail:ada: no login: a name or a password that is not ASCII (see mail.username, ")
    assert "пароль" not in told


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
