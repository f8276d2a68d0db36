"""Knows the robots.txt of hosts, asking for each at most once a run.

`crawler.robots` makes it binding. Without, a visit is made as a reader would make it who follows one link, but a host
of which a run wants more than one page is asked for its Crawl-delay first (docs/checking.md says why).
"""

import asyncio
from urllib.parse import urlsplit

from catalogue.urls import server_of
from crawler.manners.robots import HostRules, agent_name, parse_robots
from crawler.manners.slots import Manners
from crawler.manners.turns import Beside, HostHeld, Turn
from crawler.options import CrawlOptions
from crawler.ports import Ask, Web

MOST_HOSTS = 5000
ASKED_AT_LINK = 2
LIMIT_SECONDS = 10.0


class HouseRules:
    """What hosts ask of us, remembered for a run, the longest unused forgotten first."""

    def __init__(self, web: Web, manners: Manners, options: CrawlOptions, beside: Beside) -> None:
        self._web, self._manners, self._options, self._beside = web, manners, options, beside
        self._agent = agent_name(options.user_agent)
        self._links: dict[str, int] = {}
        self._rules: dict[str, asyncio.Task[HostRules]] = {}

    async def allow(self, url: str, turn: Turn) -> bool:
        """Whether a link may be visited; slows its host down on the way if it asks for that."""
        host = server_of(url)
        self._links[host] = self._links.pop(host, 0) + 1
        spaced = self._options.host_interval_seconds > 0  # who sets no interval wants no delay
        if not self._options.robots and (self._links[host] < ASKED_AT_LINK or not spaced):
            self._forget_old()
            return True
        if host not in self._rules:
            self._rules[host] = asyncio.ensure_future(self._fetch(url, turn))
        rules = await self._known(host)
        self._forget_old()
        return rules.allows(url) or not self._options.robots

    async def _known(self, host: str) -> HostRules:
        """The rules of a host, once they are there; another link goes ahead meanwhile."""
        asked = self._rules[host]
        if asked.done() and asked.exception() is None:
            return asked.result()
        try:
            with self._beside():
                return await asked
        except HostHeld:
            self._rules.pop(host, None)
            raise

    async def _fetch(self, url: str, turn: Turn) -> HostRules:
        parts = urlsplit(url)
        ask = Ask(f"{parts.scheme}://{parts.netloc}/robots.txt", seconds=LIMIT_SECONDS)
        outcome = await self._web.fetch(ask, turn)
        if outcome.status_code != 200 or "html" in outcome.header("content-type"):
            return HostRules(None, self._agent)
        rules = parse_robots(outcome.body.decode("utf-8", "replace"), self._agent)
        await self._manners.slow_down(server_of(url), rules.delay_seconds)
        return rules

    def _forget_old(self) -> None:
        if len(self._links) > MOST_HOSTS:
            oldest = next(iter(self._links))
            del self._links[oldest]
            self._rules.pop(oldest, None)
