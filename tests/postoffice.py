"""A real SMTP server and a real HTTP server on the loopback, that keep what they get and fail when told to."""

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any

import trustme
from aiosmtpd import smtp
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session


class PostOffice:
    """Handles SMTP: keeps letters, refuses receivers, drops the line after a letter was taken."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, EmailMessage]] = []
        self.refused: set[str] = set()
        self.refusal = "550 5.1.1 <{address}> unknown here"
        self.drops = 0
        self.port = 0
        self.protected: list[bool] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd finds it by this name
        self, server: smtp.SMTP, session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Refuse who is on the list."""
        if address in self.refused:
            return self.refusal.format(address=address)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: smtp.SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep the letter; drop the line instead of saying so, as often as told."""
        assert isinstance(envelope.content, bytes)
        letter = message_from_bytes(envelope.content, policy=SMTP)
        assert isinstance(letter, EmailMessage)
        self.letters.append((envelope.rcpt_tos[0], letter))
        assert server.transport
        self.protected.append(server.transport.get_extra_info("ssl_object") is not None)
        if self.drops:
            self.drops -= 1
            server.transport.close()
        return "250 taken"


@contextmanager
def post_office(authority: trustme.CA | None = None, password: str = "", *, tls: bool = False) -> Iterator[PostOffice]:
    """A server that listens, with STARTTLS or TLS by an authority, with a login where it has a password."""
    office, more = PostOffice(), {}
    if authority and tls:
        more["ssl_context"] = _context(authority)
        more["auth_require_tls"] = False  # it does not see that the whole line is protected
    elif authority:
        more["tls_context"] = _context(authority)
        more["require_starttls"] = True
    if password:
        more |= {"authenticator": _authenticator(password), "auth_required": True}
    office.port = free_port()
    controller = Controller(office, hostname="127.0.0.1", port=office.port, **more)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()


class RudeHandler(StreamRequestHandler):
    """Speaks SMTP until a command, and hangs up.

    CONNECT is at once, CHALLENGE in the middle of a login, BODY in the letter, DOT after its end.
    """

    stage = ""
    answers: Mapping[str, bytes] = {
        "EHLO": b"250-here\r\n250-STARTTLS\r\n250 AUTH LOGIN\r\n",
        "AUTH": b"334 UGFzc3dvcmQ6\r\n",
        "DATA": b"354 go on\r\n",
    }

    def handle(self) -> None:
        """One conversation."""
        if self.stage == "CONNECT":
            return
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            command = line.split()[0].decode().upper()
            if command == self.stage:
                return
            self.wfile.write(self.answers.get(command, b"250 yes\r\n"))
            if command == "AUTH" and self.stage == "CHALLENGE":
                return
            if command == "DATA" and not self._took_letter():
                return

    def _took_letter(self) -> bool:
        if self.stage == "BODY":
            return not self.rfile.readline()
        while self.rfile.readline() != b".\r\n":
            pass
        if self.stage != "DOT":
            self.wfile.write(b"250 taken\r\n")
        return self.stage != "DOT"


@contextmanager
def rude_post_office(stage: str) -> Iterator[int]:
    """The port of a server that hangs up at a stage of the conversation."""
    handler = type("Handler", (RudeHandler,), {"stage": stage})
    with ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def _context(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


def _authenticator(password: str) -> Any:
    def check(_server: smtp.SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: Any) -> AuthResult:
        right = isinstance(given, LoginPassword) and given.password == password.encode()
        return AuthResult(success=right, handled=False)

    return check


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Hook:
    """What a webhook got: headers and body of each post."""

    def __init__(self) -> None:
        self.posts: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[int | None] = []
        self.url = ""


@contextmanager
def webhook() -> Iterator[Hook]:
    """An HTTP server that answers each post with the next status of `answers` (None: it drops the line), then 200."""
    hook = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            hook.posts.append(({name.lower(): value for name, value in self.headers.items()}, body))
            status = hook.answers.pop(0) if hook.answers else 200
            if status is None:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self.send_response(status)
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hook.url = f"http://127.0.0.1:{server.server_port}/secret-path"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield hook
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
