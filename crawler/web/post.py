"""Hand something to an address from settings: one POST over the operator client, never followed elsewhere."""

import asyncio
from collections.abc import Mapping

import httpx

from catalogue.errors import JobError
from crawler.options import CrawlOptions
from crawler.web.clients import operator_client


def fetch_post(
    url: str, body: bytes, headers: Mapping[str, str], timeout_seconds: float, options: CrawlOptions
) -> None:
    """Post a body; anything but a 2xx answer is an error, whose text never holds the address (it may be secret)."""
    try:
        status = asyncio.run(_post(url, body, headers, timeout_seconds, options))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise JobError(f"no answer: {type(error).__name__}") from error
    if not 200 <= status < 300:
        raise JobError(f"answered {status}")


async def _post(
    url: str, body: bytes, headers: Mapping[str, str], timeout_seconds: float, options: CrawlOptions
) -> int:
    async with operator_client(options) as client, asyncio.timeout(timeout_seconds):
        try:
            # Only the status matters: an answer that never ends must not hold us.
            request = client.build_request("POST", url, content=body, headers=dict(headers), timeout=timeout_seconds)
            response = await client.send(request, stream=True, follow_redirects=False)
            await response.aclose()
        except TimeoutError as error:
            raise httpx.ReadTimeout("no answer in time") from error
        return response.status_code
