"""Connections: kept for a while, never so many that files run out, and asked twice only if they were kept too long."""

import asyncio
import os
from pathlib import Path

import httpx
import pytest

from crawler.options import CrawlOptions
from crawler.web import connection
from crawler.web.clients import operator_client, public_client

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


async def answer_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer the next request of a connection."""
    await reader.readuntil(b"\r\n\r\n")
    writer.write(ANSWER)


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every request of a connection."""
    try:
        while True:
            await answer_one(reader, writer)
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


async def asked_of_a_server_that_hangs_up(answers: int) -> int:
    """How often a server is asked, in all, that answers so many requests and closes the connection at every other."""
    asked = 0

    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal asked
        while asked < answers:
            await answer_one(reader, writer)
            asked += 1
        await reader.readuntil(b"\r\n\r\n")
        asked += 1
        writer.close()

    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with server, operator_client(CrawlOptions()) as client:
        for _ in range(answers):
            assert (await client.get(url)).text == "ok"
        with pytest.raises(httpx.ReadError):
            await client.get(url)
    return asked


@pytest.mark.parametrize("answers", [0, 1])
def test_a_connection_that_breaks_is_asked_again_only_if_it_was_kept(answers: int) -> None:
    """A kept one may just have been shut for being idle; after a new one, a second request would know no pause."""
    assert asyncio.run(asked_of_a_server_that_hangs_up(answers)) == 1 + 2 * answers
