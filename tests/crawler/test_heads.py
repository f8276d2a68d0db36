"""Heads of answers that a strict parser refuses and every browser reads."""

import asyncio

import pytest

from catalogue.vocabulary import Verdict
from crawler.web.heads import mended_head
from tests.crawler.crawling import look
from tests.web.smallweb import Asked, Behaviour, SmallWeb, raw_answer

SOUND = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Folded: one\r\n two\r\nContent-Length: 5\r\n\r\n"
ODD = {
    "length twice": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n",
    "length in a list": b"HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\n",
    "length no number": b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    "no field": b"HTTP/1.1 200 OK\r\n<b>Warning</b>: no session\r\nwords\r\nContent-Length: 5\r\n\r\n",
    "space before colon": b"HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\n",
    "odd status line": b"HTTP/2  200\tFine\r\nContent-Length: 5\r\n\r\n",
    "after another": b"HTTP/1.1 103 Early Hints\r\nwords\r\n\r\nHTTP/1.1 200 OK\r\nwords\r\nContent-Length: 5\r\n\r\n",
}


def in_pieces(data: bytes, size: int) -> Behaviour:
    """These bytes, a few at a time, and the end."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        for start in range(0, len(data), size):
            writer.write(data[start : start + size])
            await writer.drain()
            await asyncio.sleep(0.001)
        writer.close()

    return answer


@pytest.mark.parametrize("head", ODD.values(), ids=ODD)
def test_odd_heads_are_read(head: bytes) -> None:
    """A page whose server makes small faults in its head is judged by its answer, in whatever pieces it comes."""
    with SmallWeb() as web:
        whole = web.put("http://whole.test/a", raw_answer(head + b"hello", close=True))
        split = web.put("http://split.test/a", in_pieces(head + b"hello", 7))
        assert {look(web, whole).verdict, look(web, split).verdict} == {Verdict.OK}


def test_odd_heads_keep_their_status() -> None:
    """A 404 is a 404, faulty head or not."""
    with SmallWeb() as web:
        gone = web.put("http://gone.test/a", raw_answer(b"HTTP/1.1 404 No\r\nwords\r\nContent-Length: 1\r\n\r\nx"))
        assert look(web, gone).verdict is Verdict.GONE


def test_what_nobody_reads_stays_unread() -> None:
    """A head with two lengths, one that breaks off and one that is none are no answers."""
    heads = (
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello, ",
        b"HTTP/1.1 200 OK\r\nContent-",
        b"SSH-2.0-OpenSSH_9.2\r\n",
    )
    with SmallWeb() as web:
        urls = [web.put(f"http://h{i}.test/a", raw_answer(head, close=True)) for i, head in enumerate(heads)]
        assert {look(web, url).verdict for url in urls} == {Verdict.UNANSWERED}


def test_a_sound_head_is_left_alone() -> None:
    """A head without faults goes on byte for byte."""
    assert mended_head(SOUND) is SOUND


def test_a_chunked_body_has_no_length() -> None:
    """Of a length and chunks, the chunks are believed."""
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert mended_head(head) == b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
