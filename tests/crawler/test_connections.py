"""Connections that wait for a next link: kept for a while, and never so many that files run out."""

import asyncio
import os
from pathlib import Path

import pytest

from crawler.options import CrawlOptions
from crawler.web import connection
from crawler.web.clients import public_client

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every request of a connection."""
    try:
        while await reader.readuntil(b"\r\n\r\n"):
            writer.write(ANSWER)
    except asyncio.IncompleteReadError:
        writer.close()


async def connections_after(hosts: int) -> int:
    """How many connections are open on both sides after one answer from each of so many hosts."""
    server = await asyncio.start_server(answer, "0.0.0.0", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, public_client(CrawlOptions(allow_networks=("127.0.0.0/8",))) as client:
        before = open_files()
        for number in range(1, hosts + 1):
            request = client.build_request("GET", f"http://127.0.0.{number}:{port}/")
            response = await client.send(request, stream=True)
            await response.aread()
            await response.aclose()
        await asyncio.sleep(0.05)
        return open_files() - before


def open_files() -> int:
    """How many files this process has open."""
    return len(os.listdir("/proc/self/fd"))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs /proc to count open files")
def test_few_connections_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to each of a few hosts stays open, however many hosts were asked."""
    monkeypatch.setattr(connection, "MOST_IDLE_HOSTS", 5)
    assert asyncio.run(connections_after(30)) == 2 * 5  # each has two ends, both in this process
