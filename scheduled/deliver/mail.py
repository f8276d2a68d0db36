"""E-mail: a letter with a text and an HTML part, over SMTP.

SMTP cannot promise once: when the line breaks after the letter was handed over and before the server said so, it is
sent again. Its Message-ID is the same then, by which mailboxes know the copy.
"""

import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from urllib.parse import quote

from catalogue.editions.render.frame import Format
from catalogue.errors import JobError, SettingsError
from scheduled.deliver.parcel import Parcel
from scheduled.settings.mail import MailSection


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
    try:
        server = connect(mail)
        try:
            server.send_message(letter, parseaddr(mail.sender)[1], [address])
        finally:
            _part(server)
    except (smtplib.SMTPException, OSError) as error:
        raise JobError(_told(error).replace(address, parcel.receiver)) from error


def connect(mail: MailSection) -> smtplib.SMTP:
    """A protected, authenticated connection to the server; closed again if it cannot be made."""
    if mail.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            mail.host, mail.port, timeout=mail.timeout_seconds, context=_trust(mail)
        )
    else:
        server = smtplib.SMTP(mail.host, mail.port, timeout=mail.timeout_seconds)
    try:
        if mail.security == "starttls":
            server.starttls(context=_trust(mail))
        if mail.username:
            server.login(mail.username, mail.password.get_secret_value())
    except BaseException:
        server.close()
        raise
    return server


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
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        return f"{code} {text.decode('utf-8', 'replace')}"
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return f"{error.smtp_code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}"
    return " ".join(str(error).split()) or type(error).__name__
