"""`fetch`: an Outcome for every URL, redirects followed hop by hop, within one deadline."""

import asyncio
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

import httpx

from catalogue.records.web import Hop, Outcome
from catalogue.urls import fetch_url, host_of, is_web
from catalogue.vocabulary import Failure
from crawler.manners.turns import Turn
from crawler.options import CrawlOptions
from crawler.ports import Ask, Clock
from crawler.web.body import MOST_BYTES, TEXT_BYTES, Inflater, is_text, read_body
from crawler.web.cookies import ChainCookies
from crawler.web.failures import FAULTS, failure_of
from crawler.web.resolver import looked_up
from crawler.web.transport import FRESH, WIRE
from crawler.web.wire import parse_retry_after, wire_url

MOST_HOPS = 10
REDIRECTS = frozenset({301, 302, 303, 307, 308})
ACCEPT = b"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@dataclass(slots=True)
class _Chain:
    """What one link's chain of redirects has come to."""

    asked: str
    url: str
    left_seconds: float
    fresh: bool
    host_headers: tuple[str, tuple[tuple[str, str], ...]]
    hops: list[Hop] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)
    cookies: ChainCookies = field(default_factory=ChainCookies)
    names: list[str] = field(default_factory=list)
    spent_ms: int = 0


class PublicWeb:
    """Asks for URLs with a public client, or with whatever client a test puts in its place."""

    def __init__(self, client: httpx.AsyncClient, options: CrawlOptions, clock: Clock) -> None:
        self._client, self._options, self._clock = client, options, clock
        self._headers = [
            (b"User-Agent", options.agent.encode()),
            (b"Accept", ACCEPT),
            (b"Accept-Language", b"en,*;q=0.5"),
            (b"Accept-Encoding", b"gzip, deflate"),
        ]

    async def fetch(self, ask: Ask, turn: Turn) -> Outcome:
        """What asking for a URL gives, redirects followed, within one deadline; waiting for a turn is not counted."""
        start = fetch_url(ask.url)
        seconds = self._options.timeout_seconds if ask.seconds is None else ask.seconds
        chain = _Chain(start, start, seconds, ask.fresh, (host_of(start), ask.headers))
        while True:
            if not is_web(chain.url):
                return self._failed(chain, Failure.SCHEME, chain.url)
            await turn(chain.url)
            outcome = await self._hop(chain, MOST_BYTES if ask.whole else TEXT_BYTES)
            if outcome is not None:
                return outcome

    async def _hop(self, chain: _Chain, most_bytes: int) -> Outcome | None:
        """Ask once; None means that the chain goes on."""
        started = self._clock.monotonic()
        looked_up.set(chain.names)
        response: httpx.Response | None = None
        try:
            async with asyncio.timeout(max(chain.left_seconds, 0.001)):
                response = await self._client.send(self._request(chain), stream=True)
            self._client.cookies.clear()
            return await self._follow_or_read(chain, response, started, most_bytes)
        except FAULTS as fault:
            self._spend(chain, started)
            return self._failed(chain, failure_of(fault), str(fault))
        finally:
            if response is not None:
                await response.aclose()

    async def _follow_or_read(
        self, chain: _Chain, response: httpx.Response, started: float, most_bytes: int
    ) -> Outcome | None:
        if response.status_code in REDIRECTS:
            location = _slashed(next(iter(_kept_back(response, "location")), "").strip())
            if location:
                self._spend(chain, started)
                return self._follow(chain, response, location)
        headers = tuple((name.decode("latin-1").lower(), _decoded(value)) for name, value in response.headers.raw)
        named = dict(reversed(headers))
        body = Inflater(named.get("content-encoding", ""), most_bytes)
        left = chain.left_seconds - (self._clock.monotonic() - started)
        detail = ""
        if is_text(named.get("content-type", "")):
            detail = await _read(response, body, max(left, 0.001))
        self._spend(chain, started)
        later = parse_retry_after(named["retry-after"], self._clock.now()) if "retry-after" in named else None
        return replace(
            self._outcome(chain),
            status_code=response.status_code,
            detail=detail,
            headers=headers,
            body=bytes(body.body),
            retry_after_seconds=later,
        )

    def _follow(self, chain: _Chain, response: httpx.Response, location: str) -> Outcome | None:
        host = host_of(chain.url)
        for cookie in _kept_back(response, "set-cookie"):
            chain.cookies.take(host, cookie)
        try:
            led = urljoin(chain.url, location)
        except ValueError:
            return self._failed(chain, Failure.UNREADABLE, f"redirect to {location}")
        chain.url = led.partition("#")[0]
        chain.hops.append(Hop(response.status_code, led))
        step = (chain.url, chain.cookies.header(host_of(chain.url)))
        if step in chain.seen or len(chain.hops) > MOST_HOPS:
            return self._failed(chain, Failure.REDIRECTS, f"{len(chain.hops)} redirects")
        chain.seen.add(step)
        return None

    def _request(self, chain: _Chain) -> httpx.Request:
        wire = wire_url(chain.url)
        host = host_of(chain.url)
        headers = list(self._headers)
        if cookies := chain.cookies.header(host):
            headers.append((b"Cookie", cookies.encode()))
        if chain.host_headers[0] == host and not chain.hops:
            headers.extend((name.encode(), value.encode()) for name, value in chain.host_headers[1])
        return httpx.Request("GET", wire, headers=headers, extensions={WIRE: wire, FRESH: chain.fresh})

    def _spend(self, chain: _Chain, started: float) -> None:
        seconds = self._clock.monotonic() - started
        chain.left_seconds -= seconds
        chain.spent_ms += round(seconds * 1000)

    def _failed(self, chain: _Chain, failure: Failure, detail: str) -> Outcome:
        return replace(self._outcome(chain), failure=failure, detail=detail)

    def _outcome(self, chain: _Chain) -> Outcome:
        """What the chain has come to so far, without an answer."""
        return Outcome(
            url=chain.asked,
            final_url=chain.url,
            hops=tuple(chain.hops),
            elapsed_ms=chain.spent_ms,
            looked_up=bool(chain.names),
        )


def _decoded(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def _slashed(location: str) -> str:
    """A redirect's target with slashes where some servers write backslashes, as browsers read it."""
    path, mark, query = location.partition("?")
    return path.replace("\\", "/") + mark + query


def _kept_back(response: httpx.Response, name: str) -> list[str]:
    """The values of a header that the transport keeps from httpx; an answer made in a test has it in its headers."""
    kept: list[str] = response.extensions.get(name) or response.headers.get_list(name)
    return kept


async def _read(response: httpx.Response, body: Inflater, seconds: float) -> str:
    """Read what is needed of a body; a broken or slow one is no failure, its page answered. Returns what went wrong."""
    if response.is_stream_consumed:  # an answer made in a test, decompressed already
        body.body += response.content[:MOST_BYTES]
        return ""
    try:
        async with asyncio.timeout(seconds):
            await read_body(response.aiter_raw(), body)
    except TimeoutError:
        return "body too slow"
    except httpx.HTTPError as fault:
        return f"body broken off: {fault}"
    return ""
