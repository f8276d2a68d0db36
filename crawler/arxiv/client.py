"""arXiv's answers over the operator client: whole, bounded, with time for a server that takes minutes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import httpx

from crawler.arxiv.asking import Answer
from crawler.options import CrawlOptions
from crawler.web.clients import operator_client
from crawler.web.failures import failure_of
from crawler.web.wire import parse_retry_after

PATIENCE = httpx.Timeout(30.0, read=300.0)
"""arXiv's server has been seen to take 180 s for a page."""
ALONE = {"Connection": "close"}
"""A connection of its own for each request: one kept open may have been shut meanwhile, and is then asked twice."""
MOST_BYTES = 64 * 1024 * 1024
"""A page of 2,500 records has about 6 MB."""


class ArxivWeb:
    """Fetches from arXiv with a client for addresses from settings."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def fetch(self, url: str) -> Answer:
        """The whole answer; what prevents one is told, not raised."""
        try:
            async with self._client.stream("GET", url, headers=ALONE, timeout=PATIENCE) as response:
                return await _read(response)
        except (httpx.HTTPError, httpx.InvalidURL) as fault:
            return Answer(None, problem=f"{failure_of(fault)} ({fault})")


async def _read(response: httpx.Response) -> Answer:
    """The body as far as it comes: an answer broken off says so."""
    body = bytearray()
    retry_after = parse_retry_after(response.headers.get("retry-after", ""), datetime.now(UTC))
    problem = ""
    try:
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > MOST_BYTES:
                problem = f"more than {MOST_BYTES} bytes"
                break
    except httpx.HTTPError as fault:
        problem = f"broken off: {fault}"
    return Answer(response.status_code, bytes(body), retry_after, problem)


@asynccontextmanager
async def open_arxiv(options: CrawlOptions) -> AsyncIterator[ArxivWeb]:
    """A web for arXiv, closed at the end."""
    async with operator_client(options) as client:
        yield ArxivWeb(client)
