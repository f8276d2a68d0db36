"""What carries httpx here: aiohttp's connections, which cost a third of httpx's own pool and take our resolver.

It changes nothing on the way: the URL goes out byte for byte, the body comes back as sent.
"""

import re
import ssl
from collections.abc import AsyncIterator

import aiohttp
import httpx
import yarl

from crawler.web.connection import BrokenError, HeadFirstConnector
from crawler.web.resolver import AddressRefusedError, VettedResolver

KEEP_ALIVE_SECONDS = 2.0
LONGEST_HEADER = 256 * 1024
MOST_HEADERS = 1000
OUR_HEADERS = ("Accept", "Accept-Encoding", "User-Agent", "Content-Type")
WIRE = "wire"
"""The request extension that holds the URL exactly as it is to be sent; it also asks for KEPT_BACK."""
FRESH = "fresh"
"""The request extension that asks for a look-up of the name even if a connection is open."""
KEPT_BACK = frozenset({b"location", b"set-cookie"})
"""Headers that httpx would act upon, with its own idea of a URL; they come as extensions, a list for each name."""
NOT_UTF8 = re.compile("[\udc80-\udcff]")
"""Bytes that were none, as Python's `surrogateescape` keeps them."""


class NameFault(httpx.ConnectError):
    """The name does not resolve."""


class AddressFault(httpx.ConnectError):
    """The address may not be connected."""


class TlsFault(httpx.ConnectError):
    """No trust between us: certificate or handshake."""


class AiohttpTransport(httpx.AsyncBaseTransport):
    """An httpx transport over aiohttp, without its cookies, redirects, decompression and quoting."""

    def __init__(self, resolver: VettedResolver, trust: ssl.SSLContext) -> None:
        self._resolver, self._trust = resolver, trust
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and return the answer as soon as its head is there."""
        fresh = self._make_session() if request.extensions.get(FRESH) else None
        try:
            response = await self._send(request, fresh)
        except BaseException as fault:
            if fresh:
                await fresh.close()
            if isinstance(fault, aiohttp.ClientError | OSError | ValueError):
                raise translated(fault, request) from fault
            raise
        headers, kept = _headers_of(response, keep_back=WIRE in request.extensions)
        return httpx.Response(response.status, headers=headers, stream=_Body(response, request, fresh), extensions=kept)

    async def _send(self, request: httpx.Request, fresh: aiohttp.ClientSession | None) -> aiohttp.ClientResponse:
        """Ask as httpx would, over the fresh session after a look-up of its own, else over the open one."""
        wire = yarl.URL(request.extensions.get(WIRE) or str(request.url), encoded=True)
        self._resolver.vet_literal(wire.host or "")
        if fresh:
            await self._resolver.resolve(wire.host or "", wire.port or 0)
        return await (fresh or self._open_session()).request(
            request.method,
            wire,
            headers=[(name.decode("ascii"), value.decode("utf-8", "replace")) for name, value in request.headers.raw],
            data=request.stream if request.headers.get("transfer-encoding") else (await request.aread() or None),
            allow_redirects=False,
            timeout=_timeout_of(request),
        )

    async def aclose(self) -> None:
        """Close every connection."""
        if self._session:
            await self._session.close()
        await self._resolver.close()

    def _open_session(self) -> aiohttp.ClientSession:
        """The session, made inside the running loop when first needed."""
        if self._session is None:
            self._session = self._make_session()
        return self._session

    def _make_session(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=HeadFirstConnector(self._resolver, ssl=self._trust, keepalive_timeout=KEEP_ALIVE_SECONDS),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            requote_redirect_url=False,
            skip_auto_headers=OUR_HEADERS,
            max_line_size=LONGEST_HEADER,
            max_field_size=LONGEST_HEADER,
            max_headers=MOST_HEADERS,
        )


class _Body(httpx.AsyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(
        self, response: aiohttp.ClientResponse, request: httpx.Request, session: aiohttp.ClientSession | None
    ) -> None:
        self._response, self._request, self._session = response, request, session

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._response.content.iter_any():
                yield chunk
        except (aiohttp.ClientError, OSError) as fault:
            raise translated(fault, self._request) from fault

    async def aclose(self) -> None:
        """Keep the connection if the body was read to its end, else close it; a session of its own ends with it."""
        self._response.close()
        if self._session:
            await self._session.close()


def _headers_of(
    response: aiohttp.ClientResponse, *, keep_back: bool
) -> tuple[list[tuple[bytes, bytes]], dict[str, list[str]]]:
    """The headers httpx may see, and those kept from it, as extensions."""
    headers = list(response.raw_headers)
    if not keep_back:
        return headers, {}
    kept = {name.decode(): _values(headers, name) for name in KEPT_BACK}
    return [(name, value) for name, value in headers if name.lower() not in KEPT_BACK], kept


def _values(headers: list[tuple[bytes, bytes]], wanted: bytes) -> list[str]:
    return [_text_of(value) for name, value in headers if name.lower() == wanted]


def _text_of(value: bytes) -> str:
    """A header as text; bytes that are no UTF-8 stand escaped, as a URL would have them."""
    return NOT_UTF8.sub(lambda found: f"%{ord(found.group()) - 0xDC00:02X}", value.decode("utf-8", "surrogateescape"))


def translated(fault: Exception, request: httpx.Request) -> httpx.TransportError:
    """The httpx exception that says what an exception of aiohttp or a socket says."""
    kind, cause = _kind_of(fault), fault.__cause__ or fault
    return kind(str(getattr(cause, "verify_message", "") or cause) or type(fault).__name__, request=request)


def _kind_of(fault: Exception) -> type[httpx.TransportError]:
    cause = getattr(fault, "os_error", None) or fault.__cause__ or fault
    if isinstance(fault, AddressRefusedError) or isinstance(cause, AddressRefusedError):
        return AddressFault
    if isinstance(cause, ssl.SSLError | ssl.CertificateError) or isinstance(fault, aiohttp.ClientSSLError):
        return TlsFault
    return next(kind for faults, kind in KINDS if isinstance(fault, faults))


KINDS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], type[httpx.TransportError]], ...] = (
    (aiohttp.ClientConnectorDNSError, NameFault),
    (aiohttp.InvalidURL, AddressFault),
    ((aiohttp.ServerTimeoutError, TimeoutError), httpx.ReadTimeout),
    (aiohttp.ClientConnectorError, httpx.ConnectError),
    ((BrokenError, aiohttp.ServerDisconnectedError, aiohttp.ClientOSError, OSError), httpx.ReadError),
    ((aiohttp.ClientResponseError, aiohttp.ClientPayloadError), httpx.RemoteProtocolError),
    (Exception, httpx.RemoteProtocolError),
)
"""aiohttp's exceptions in httpx's words, most special first."""


def _timeout_of(request: httpx.Request) -> aiohttp.ClientTimeout:
    """The limits that an httpx client set; a fetch sets none, it has one deadline over all."""
    limits = request.extensions.get("timeout", {})
    return aiohttp.ClientTimeout(total=None, sock_connect=limits.get("connect"), sock_read=limits.get("read"))
