"""E-mail: a letter with a text and an HTML part, over SMTP.

SMTP cannot promise once: when the line breaks after the letter was handed over and before the server said so, it is
sent again. Its Message-ID is the same then, by which mailboxes know the copy.
"""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from urllib.parse import quote

from catalogue.editions.render.frame import Format
from catalogue.errors import JobError, SettingsError
from scheduled.deliver.parcel import Parcel
from scheduled.settings.mail import MailSection

WANTS_MORE = 530
"""The answer of a server that wants a login, or STARTTLS before anything else."""


def make_letter(mail: MailSection, address: str, parcel: Parcel) -> EmailMessage:
    """The letter of an edition for one address; equal parcels make equal headers, Message-ID and Date among them."""
    sender = parseaddr(mail.sender)[1]
    domain = sender.rpartition("@")[2] or "localhost"
    name = quote(parcel.receiver.partition(":")[2], safe="")
    unsubscribe = [f"<mailto:{quote(sender, safe='@')}?subject=unsubscribe%20{name}>"]
    letter = EmailMessage(policy=SMTP)
    letter["From"], letter["To"], letter["Subject"] = mail.sender, address, parcel.title
    letter["Date"] = format_datetime(parcel.published_at)
    letter["Message-ID"] = f"<{parcel.key}@{domain}>"
    letter["List-Id"] = f"<{parcel.kind}.roadmap-catalogue.{domain}>"
    if mail.unsubscribe_url:
        unsubscribe.insert(0, f"<{mail.unsubscribe_url.replace('{receiver}', name)}>")
        letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    letter["List-Unsubscribe"] = ", ".join(unsubscribe)
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(parcel.texts[Format.TEXT])
    letter.add_alternative(parcel.texts[Format.HTML], subtype="html")
    return letter


def send_by_mail(mail: MailSection, address: str, parcel: Parcel) -> None:
    """Hand a letter to the server; whatever goes wrong is told without the address."""
    letter = make_letter(mail, address, parcel)
    server = connect(mail)
    try:
        server.send_message(letter, parseaddr(mail.sender)[1], [address])
    except (smtplib.SMTPException, OSError) as error:
        see = " (see mail.security, mail.username)" if getattr(error, "smtp_code", None) == WANTS_MORE else ""
        raise JobError(_told(error).replace(address, parcel.receiver) + see) from error
    finally:
        _part(server)


def connect(mail: MailSection) -> smtplib.SMTP:
    """A protected, authenticated connection to the server; closed again if it cannot be made, which is a JobError."""
    with _step(f"no connection to {mail.host}:{mail.port}", "mail.host, mail.port, mail.security"):
        server = _open(mail)
    try:
        if mail.security == "starttls":
            with _step("no STARTTLS", "mail.security, mail.ca_file"):
                server.starttls(context=_trust(mail))
        if mail.username:
            with _step("no login", "mail.username, CATALOGUE_MAIL__PASSWORD, mail.security"):
                server.login(mail.username, mail.password.get_secret_value())
    except BaseException:
        server.close()
        raise
    return server


def _open(mail: MailSection) -> smtplib.SMTP:
    if mail.security == "tls":
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=mail.timeout_seconds, context=_trust(mail))
    return smtplib.SMTP(mail.host, mail.port, timeout=mail.timeout_seconds)


@contextmanager
def _step(failed: str, settings: str) -> Iterator[None]:
    """Tell what could not be done, what the server or the system said of it, and the settings to look at."""
    try:
        yield
    except (smtplib.SMTPException, OSError) as error:
        raise JobError(f"{failed}: {_told(error)} (see {settings})") from error
    except UnicodeError as error:  # smtplib's login knows ASCII only
        raise JobError(f"{failed}: a name or a password that is not ASCII (see {settings})") from error


def _trust(mail: MailSection) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=mail.ca_file)
    except OSError as error:
        raise SettingsError(f"mail.ca_file: {mail.ca_file}: {error.strerror or error}") from error


def _part(server: smtplib.SMTP) -> None:
    """Say goodbye; a letter that was accepted stays accepted, however the line ends."""
    try:
        server.quit()
    except (smtplib.SMTPException, OSError):
        server.close()


def _told(error: Exception) -> str:
    """What a server or the system said, on one line."""
    said: bytes | str
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
    elif isinstance(error, smtplib.SMTPResponseException):
        code, said = error.smtp_code, error.smtp_error
    else:
        return " ".join(str(error).split()) or type(error).__name__
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(text.split())}"
