"""A connection that reads the head of an answer before its body, so that a broken body never costs the answer."""

import asyncio
from functools import partial
from typing import Any

from aiohttp import ClientConnectionError, ClientOSError, ServerDisconnectedError, TCPConnector
from aiohttp.client_proto import ResponseHandler
from aiohttp.client_reqrep import ConnectionKey

from crawler.web.heads import HEAD_ENDS, INTERIM, mended_head
from crawler.web.resolver import VettedResolver

HEAD_BEGINS = b"http/"
LONGEST_HEAD, LONGEST_END = 512 * 1024, 4
MOST_IDLE_HOSTS = 400
"""Hosts to which a connection stays open for a next link: a process may often have 1,024 files open, no more."""


class BrokenError(ClientConnectionError):
    """A new connection broke before it gave an answer."""


class HeadFirst(ResponseHandler):
    """aiohttp's reader throws a whole piece away when anything in it is wrong: the head goes to it alone, mended.

    aiohttp also asks again at once when a connection breaks. That is right for one that was kept open and shut by the
    other side meanwhile (`kept`); after a new one it would be a second request without any pause.
    """

    kept = False
    _awaits_head = False
    _begun = bytearray()

    def set_response_params(self, **settings: Any) -> None:
        """A request goes out: what comes next is a head."""
        self._awaits_head, self._begun = True, bytearray()
        super().set_response_params(**settings)

    def data_received(self, data: bytes) -> None:
        """Pass on what came; of a head nothing before it is whole."""
        if not self._awaits_head:
            super().data_received(data)
            return
        looked_at = max(0, len(self._begun) - LONGEST_END)
        self._begun += data if self._begun else data.lstrip(b"\r\n")
        ends = HEAD_ENDS.search(self._begun, looked_at)
        if ends:
            self._pass_on(ends.end())
        elif not _begins_a_head(self._begun) or len(self._begun) > LONGEST_HEAD:
            self._pass_on(0)
        else:
            self._reschedule_timeout()

    def connection_lost(self, exc: BaseException | None) -> None:
        """A head that broke off is for aiohttp to complain of."""
        if self._awaits_head and self._begun:
            self._pass_on(0)
        super().connection_lost(exc)

    def set_exception(self, exc: BaseException, *cause: BaseException) -> None:
        """Tell what broke, so that only a kept connection is asked again."""
        if not self.kept and isinstance(exc, ClientOSError | ServerDisconnectedError):
            exc = BrokenError(str(exc))
        super().set_exception(exc, *cause)

    def _pass_on(self, head_ends: int) -> None:
        """Give aiohttp a head of this length, mended, and what follows it."""
        head, rest = bytes(self._begun[:head_ends]), bytes(self._begun[head_ends:])
        self._awaits_head, self._begun = bool(INTERIM.match(head)), bytearray()
        if head:
            super().data_received(mended_head(head))
        if rest:
            self.data_received(rest)


def _begins_a_head(begun: bytearray) -> bool:
    return HEAD_BEGINS.startswith(bytes(begun[: len(HEAD_BEGINS)]).lower())


class HeadFirstConnector(TCPConnector):
    """A connector of such connections, to vetted addresses only."""

    def __init__(self, resolver: VettedResolver, **settings: object) -> None:
        super().__init__(resolver=resolver, use_dns_cache=False, limit=0, **settings)  # type: ignore[arg-type]
        self._factory = partial(_open_head_first, asyncio.get_running_loop())

    def _release(self, key: ConnectionKey, protocol: ResponseHandler, *, should_close: bool = False) -> None:
        """Take a connection back, to be kept or closed; aiohttp itself bounds only how many are in use."""
        protocol.kept = True  # type: ignore[attr-defined]
        super()._release(key, protocol, should_close=should_close or len(self._conns) >= MOST_IDLE_HOSTS)


def _open_head_first(loop: asyncio.AbstractEventLoop) -> ResponseHandler:
    return HeadFirst(loop)
