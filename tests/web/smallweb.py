"""A small web on the loopback: any host name, any behaviour, byte for byte as scripted.

It speaks raw sockets in a thread of its own, so that answers no library would send can be sent, and commands that
run their own event loop can be tested against it.
"""

import asyncio
import ssl
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

CLOSED_PORT = 9  # discard: nothing listens there


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    host: str
    method: str
    target: str
    headers: dict[str, str] = field(default_factory=dict)
    at: float = 0.0


Behaviour = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]
"""Writes an answer, or does whatever a bad server does."""

REASONS = {200: "OK", 301: "Moved Permanently", 302: "Found", 404: "Not Found", 410: "Gone", 503: "Unavailable"}


def page(
    body: str | bytes = "<title>A page</title><p>Words.", status: int = 200, headers: dict[str, str] | None = None
) -> Behaviour:
    """A whole answer with a length, after which the connection may be used again."""
    raw = body.encode() if isinstance(body, str) else body
    fields = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(raw)), **(headers or {})}
    return raw_answer(_head(status, fields) + raw)


def redirect(location: str, status: int = 301, headers: dict[str, str] | None = None) -> Behaviour:
    """An answer that sends on."""
    return page("", status, {"Location": location, **(headers or {})})


def raw_answer(data: bytes, *, close: bool = False) -> Behaviour:
    """These bytes, whatever they are."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        if close:
            writer.close()

    return answer


async def reset(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Close without a word."""
    writer.transport.abort()


async def hang(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Take the request and never answer."""
    await asyncio.sleep(3600)


def endless(head: bytes, chunk: bytes, pause: float = 0.0) -> Behaviour:
    """A head, then the same piece for ever."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while not writer.is_closing():
            writer.write(chunk)
            await writer.drain()
            await asyncio.sleep(pause)

    return answer


def _head(status: int, fields: dict[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Whatever')}", *(f"{k}: {v}" for k, v in fields.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")


class SmallWeb:
    """Servers for any names on one loopback port (and one more for TLS), with a list of what was asked."""

    def __init__(self, trust: ssl.SSLContext | None = None) -> None:
        self.asked: list[Asked] = []
        self.missing: Behaviour = page("<title>Not Found</title>", 404)
        self.down = False
        self._places: dict[tuple[str, str], list[Behaviour]] = {}
        self._hosts: dict[str, int] = {}
        self._times: dict[tuple[str, str], int] = {}
        self._trust = trust
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self.port = self.tls_port = 0

    def __enter__(self) -> "SmallWeb":
        """Start listening."""
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and end whatever still hangs."""
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def put(self, url: str, *behaviours: Behaviour) -> str:
        """Script what a URL does: the first request gets the first behaviour, the last one stays. Returns the URL."""
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode()
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._hosts[host] = parts.port or (443 if parts.scheme == "https" else 80)
        self._places[(host, target)] = list(behaviours)
        self._times.pop((host, target), None)
        return url

    def refuse(self, url: str) -> str:
        """Make the host of a URL refuse connections. Returns the URL."""
        self._hosts[urlsplit(url).hostname or ""] = -1
        return url

    def times(self, url: str) -> int:
        """How often a URL was asked for."""
        parts = urlsplit(url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return sum(asked.host == parts.hostname and asked.target == target for asked in self.asked)

    @property
    def connect_to(self) -> dict[str, str]:
        """Where the names of this web are found: for the setting crawler.connect_to."""
        found = {}
        for host, port in self._hosts.items():
            found[f"{host}:80"] = f"127.0.0.1:{CLOSED_PORT if port == -1 else self.port}"
            found[f"{host}:443"] = f"127.0.0.1:{CLOSED_PORT if port == -1 or not self.tls_port else self.tls_port}"
        return found

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=1 << 20)
        self.port = self._server.sockets[0].getsockname()[1]
        if self._trust:
            self._tls_server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._trust)
            self.tls_port = self._tls_server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        self._server.close()
        if self.tls_port:
            self._tls_server.close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while not writer.is_closing() and not self.down:
                asked = _parse(await reader.readuntil(b"\r\n\r\n"))
                self.asked.append(asked)
                await self._behaviour(asked)(asked, writer)
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    def _behaviour(self, asked: Asked) -> Behaviour:
        place = (asked.host, asked.target)
        script = self._places.get(place)
        if not script:
            return self.missing
        turn = self._times.get(place, 0)
        self._times[place] = turn + 1
        return script[min(turn, len(script) - 1)]


def _parse(head: bytes) -> Asked:
    line, *fields = head.decode("latin-1").split("\r\n")
    method, target, _ = line.split(" ", 2)
    headers = {name.strip().lower(): value.strip() for name, _, value in (field.partition(":") for field in fields)}
    return Asked(headers.get("host", "").partition(":")[0], method, target, headers, time.monotonic())
