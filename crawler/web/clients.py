"""The clients that ask the web; httpx has its home in crawler/web/.

`public` asks for URLs from documents: every hop is vetted, nothing of ours leaves with it. `operator` asks for
addresses from settings (arXiv, webhooks, archives), which may lie in our own network. Neither takes a proxy from
the environment: what a proxy connects cannot be vetted.
"""

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from catalogue.errors import SettingsError
from crawler.options import CrawlOptions
from crawler.ports import Clock
from crawler.web.addresses import AddressGuard, parse_networks
from crawler.web.fetch import PublicWeb
from crawler.web.resolver import Lookup, VettedResolver
from crawler.web.transport import AiohttpTransport


class LeanClient(httpx.AsyncClient):
    """An httpx client that hands each request straight to its transport.

    Our own code follows redirects and keeps cookies for one chain; httpx's machinery for both, and for logins, costs
    as much as the rest of a request together.
    """

    async def send(self, request: httpx.Request, **_: Any) -> httpx.Response:
        """Send one request; the answer comes as soon as its head is there, unread."""
        response = await self._transport_for_url(request.url).handle_async_request(request)
        response.request = request
        return response


def public_client(options: CrawlOptions, lookup: Lookup | None = None) -> httpx.AsyncClient:
    """The client for URLs from documents: only vetted addresses are connected, the environment has no say."""
    guard = AddressGuard(parse_networks(options.allow_networks))
    return LeanClient(**_client_settings(VettedResolver(guard, options.connect_to, lookup), options))


def operator_client(options: CrawlOptions, lookup: Lookup | None = None) -> httpx.AsyncClient:
    """The client for addresses from settings: any network, redirects followed, a time limit for each step."""
    guard = AddressGuard(parse_networks(("0.0.0.0/0", "::/0")))
    settings = _client_settings(VettedResolver(guard, options.connect_to, lookup), options)
    return httpx.AsyncClient(**settings, follow_redirects=True)


def _client_settings(resolver: VettedResolver, options: CrawlOptions) -> dict[str, Any]:
    return {
        "transport": AiohttpTransport(resolver, _trust(options.ca_file)),
        "trust_env": False,
        "timeout": options.timeout_seconds,
        "headers": {"User-Agent": options.agent},
    }


def _trust(ca_file: str | None) -> ssl.SSLContext:
    if ca_file is None:
        return httpx.create_ssl_context(trust_env=False)
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        raise SettingsError(f"crawler.ca_file: {ca_file}: {error.strerror or error}") from error


@asynccontextmanager
async def open_web(options: CrawlOptions, clock: Clock) -> AsyncIterator[PublicWeb]:
    """A web to give to check_links, closed at the end."""
    async with public_client(options) as client:
        yield PublicWeb(client, options, clock)
