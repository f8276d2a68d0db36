"""A fast web on the loopback, in a process of its own: any 127.x address is a host, the path says what it answers.

    /<kind>/<bytes>/<milliseconds>/<anything>     kind: ok, gone, moved, shut, broken
    /tally                                        requests since the last tally, seconds between the first and the last

Run as a program it prints its port and serves until it is ended.
"""

import asyncio
import random
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

SENTENCE = b"<p>This is a sentence of a page that somebody wrote for readers, with <b>some</b> words in it.</p>\n"
STATUS = {"gone": b"404 Not Found", "shut": b"403 Forbidden", "broken": b"500 Internal Server Error"}
SIZES, SIZE_WEIGHTS = (2_000, 20_000, 200_000), (60, 30, 10)
KINDS, KIND_WEIGHTS = ("ok", "gone", "moved", "shut", "broken"), (85, 6, 4, 3, 2)


def body_of(size: int) -> bytes:
    """A page of about this size."""
    return (b"<!DOCTYPE html><html><head><title>A page</title></head><body><h1>A page</h1>" + SENTENCE * (size // 99))[
        :size
    ]


PAGES = {size: body_of(size) for size in SIZES}


class Answering(asyncio.Protocol):
    """Answers each request after its latency, and keeps the connection."""

    asked_at: ClassVar[list[float]] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = transport
        self._text = b""

    def data_received(self, data: bytes) -> None:
        """Answer whole requests."""
        self._text += data
        while b"\r\n\r\n" in self._text:
            head, _, self._text = self._text.partition(b"\r\n\r\n")
            self._answer(head.split(b" ", 2)[1].decode())

    def _answer(self, target: str) -> None:
        parts = target.split("/")
        if target == "/tally":
            self._write(_tally(self.asked_at))
            return
        self.asked_at.append(time.monotonic())
        if len(parts) < 4:
            answer, wait = _whole(b"404 Not Found", b"no"), 0.0
        else:
            answer, wait = _answer_for(parts[1], int(parts[2]), target), int(parts[3]) / 1000
        if wait:
            asyncio.get_running_loop().call_later(wait, self._write, answer)
        else:
            self._write(answer)

    def _write(self, answer: bytes) -> None:
        self._transport.write(answer)  # type: ignore[attr-defined]


def _tally(asked_at: list[float]) -> bytes:
    seconds = asked_at[-1] - asked_at[0] if asked_at else 0.0
    answer = _whole(b"200 OK", b"%d %.3f" % (len(asked_at), seconds))
    asked_at.clear()
    return answer


def _answer_for(kind: str, size: int, target: str) -> bytes:
    if kind == "moved":
        return _whole(b"301 Moved Permanently", b"", b"Location: " + target.replace("moved", "ok").encode() + b"\r\n")
    return _whole(STATUS.get(kind, b"200 OK"), PAGES[size] if kind == "ok" else b"<title>no</title>")


def _whole(status: bytes, body: bytes, more: bytes = b"") -> bytes:
    head = b"HTTP/1.1 %s\r\nContent-Type: text/html\r\n%sContent-Length: %d\r\n\r\n" % (status, more, len(body))
    return head + body


def links(port: int, count: int, hosts: int, *, latency: bool) -> Iterator[str]:
    """Links over many hosts, in an order as documents have them: 85 % fine, sizes 2, 20 and 200 KB as 6 : 3 : 1.

    Latency is log-normal with a median of 150 ms and a tail to 8 s, or none.
    """
    chance = random.Random(7)
    for number in range(count):
        host = chance.randrange(hosts)
        kind = chance.choices(KINDS, KIND_WEIGHTS)[0]
        size = chance.choices(SIZES, SIZE_WEIGHTS)[0]
        wait = min(8000, int(chance.lognormvariate(5.01, 0.8))) if latency else 0
        yield f"http://127.1.{host >> 8}.{host & 255}:{port}/{kind}/{size}/{wait}/{number}"


def tally(port: int) -> tuple[int, float]:
    """The requests since the last tally, and the seconds between the first and the last of them."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/tally") as answer:
        count, seconds = answer.read().split()
    return int(count), float(seconds)


@contextmanager
def serving() -> Iterator[int]:
    """The web in a process of its own; gives its port."""
    process = subprocess.Popen([sys.executable, __file__], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


async def _serve() -> None:
    server = await asyncio.get_running_loop().create_server(Answering, "0.0.0.0", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve())
