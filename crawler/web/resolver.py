"""From a name to the address that is connected: settings first, then the name server, then the guard.

The connector gets addresses from here only, so what was vetted is what is connected, however often answers change.
"""

import asyncio
import functools
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from ipaddress import ip_address

from aiohttp.abc import AbstractResolver, ResolveResult

from catalogue.errors import SettingsError
from catalogue.urls import host_of
from crawler.web.addresses import AddressGuard

Lookup = Callable[[str], Awaitable[Sequence[str]]]
"""Asks a name server: a host name in, addresses out; OSError when there is none."""

NAME_THREADS = 32
looked_up: ContextVar[list[str] | None] = ContextVar("looked_up", default=None)
"""Where a fetch learns which names were resolved for it; a pooled connection needs none."""


class AddressRefusedError(OSError):
    """A name led only to addresses that links may not lead to."""


class VettedResolver(AbstractResolver):
    """Resolves for the connector, and hands out vetted addresses only."""

    def __init__(self, guard: AddressGuard, connect_to: Mapping[str, str], lookup: Lookup | None = None) -> None:
        self._guard = guard
        self._connect_to = {_name_of(place): _parse_place(target) for place, target in connect_to.items()}
        self._pool = ThreadPoolExecutor(NAME_THREADS, thread_name_prefix="names")
        self._lookup = lookup or self._ask_system

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The vetted addresses of a name, in the name server's order; AddressRefusedError when none passes."""
        addresses, real_port = await self._addresses(host.lower().rstrip("."), port)
        refusals = {address: self._guard.refuses(address) for address in addresses}
        vetted = [address for address, reason in refusals.items() if reason is None]
        if not vetted:
            told = ", ".join(f"{address} is a {reason}" for address, reason in refusals.items())
            raise AddressRefusedError(told or "the name has no address")
        if (names := looked_up.get()) is not None:
            names.append(host)
        return [_as_result(host, address, real_port) for address in vetted]

    def vet_literal(self, host: str) -> None:
        """Refuse a host that is an address itself and may not be connected; names are vetted when resolved."""
        try:
            ip_address(host.partition("%")[0])
        except ValueError:
            return
        if reason := self._guard.refuses(host):
            raise AddressRefusedError(f"{host} is a {reason}")

    async def close(self) -> None:
        """Let the threads of the name look-ups go."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _addresses(self, host: str, port: int) -> tuple[Sequence[str], int]:
        if mapped := self._connect_to.get(f"{host}:{port}"):
            return [mapped[0]], mapped[1]
        return await self._lookup(host), port

    async def _ask_system(self, host: str) -> Sequence[str]:
        ask = functools.partial(socket.getaddrinfo, host, None, type=socket.SOCK_STREAM)
        answers = await asyncio.get_running_loop().run_in_executor(self._pool, ask)
        return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def _as_result(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ip_address(address.partition("%")[0]).version == 6 else socket.AF_INET
    return ResolveResult(
        hostname=host, host=address, port=port, family=family, proto=socket.IPPROTO_TCP, flags=socket.AI_NUMERICHOST
    )


def _name_of(place: str) -> str:
    """A key of crawler.connect_to as it is looked up: the host in ASCII without a last dot, and the port."""
    host, _, port = place.rpartition(":")
    return f"{host_of(f'http://{host}')}:{port}"


def _parse_place(target: str) -> tuple[str, int]:
    """The address and port of a value of crawler.connect_to."""
    address, _, port = target.rpartition(":")
    address = address.removeprefix("[").removesuffix("]")
    try:
        return str(ip_address(address)), int(port)
    except ValueError as error:
        raise SettingsError(f"crawler.connect_to: {target!r} is not an address and a port like 10.0.0.1:80") from error
