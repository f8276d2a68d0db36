"""A connection that reads the head of an answer before its body, so that a broken body never costs the answer."""

import asyncio
from functools import partial

from aiohttp import TCPConnector
from aiohttp.client_proto import ResponseHandler
from aiohttp.client_reqrep import ConnectionKey

from crawler.web.resolver import VettedResolver

HEAD_BEGINS, HEAD_ENDS = b"HTTP/", b"\r\n\r\n"
MOST_IDLE_HOSTS = 400
"""Hosts to which a connection stays open for a next link: a process may often have 1,024 files open, no more."""


class HeadFirst(ResponseHandler):
    """aiohttp's reader throws a whole piece away when anything in it is wrong: the head goes to it alone."""

    def data_received(self, data: bytes) -> None:
        """Pass on what came, the head by itself."""
        ends = data.find(HEAD_ENDS) + len(HEAD_ENDS) if data.startswith(HEAD_BEGINS) else 0
        if not len(HEAD_ENDS) <= ends < len(data):
            super().data_received(data)
            return
        super().data_received(data[:ends])
        self.data_received(data[ends:])


class HeadFirstConnector(TCPConnector):
    """A connector of such connections, to vetted addresses only."""

    def __init__(self, resolver: VettedResolver, **settings: object) -> None:
        super().__init__(resolver=resolver, use_dns_cache=False, limit=0, **settings)  # type: ignore[arg-type]
        self._factory = partial(_open_head_first, asyncio.get_running_loop())

    def _release(self, key: ConnectionKey, protocol: ResponseHandler, *, should_close: bool = False) -> None:
        """Take a connection back, to be kept or closed; aiohttp itself bounds only how many are in use."""
        super()._release(key, protocol, should_close=should_close or len(self._conns) >= MOST_IDLE_HOSTS)


def _open_head_first(loop: asyncio.AbstractEventLoop) -> ResponseHandler:
    return HeadFirst(loop)
