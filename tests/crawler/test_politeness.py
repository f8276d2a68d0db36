"""Politeness as servers see it: spaced starts, few at a time, robots.txt and Retry-After kept to."""

import asyncio
from itertools import pairwise

import pytest

from catalogue.vocabulary import Verdict
from crawler.check import check_links
from crawler.manners.slots import Manners
from crawler.memory import MemoryGate, MemorySink, SystemClock
from crawler.options import CrawlOptions
from crawler.ports import Ports
from crawler.web.clients import open_web
from tests.crawler.crawling import check, options_for, stream
from tests.web.smallweb import Asked, Behaviour, SmallWeb, page, redirect

FIREWALL_WORDS = ("link", "bot", "check", "crawl", "spider", "scan")


def gaps(web: SmallWeb, host: str) -> list[float]:
    """The seconds between the requests to a host."""
    return [later.at - earlier.at for earlier, later in pairwise(asked for asked in web.asked if asked.host == host)]


def are_spaced(web: SmallWeb, host: str, seconds: float) -> bool:
    """Whether each request but the first came an interval later, give or take what a busy machine delays one.

    One interval left out brings all that follow forward by more than that.
    """
    first, *later = [asked.at for asked in web.asked if asked.host == host]
    return all(at - first >= (turn - 0.9) * seconds for turn, at in enumerate(later, start=1))


def text(body: str) -> Behaviour:
    """A robots.txt."""
    return page(body, headers={"Content-Type": "text/plain"})


def test_starts_on_one_host_are_spaced(smallweb: SmallWeb) -> None:
    """One start per interval on each host, retries and redirects included, and other hosts are not held up."""
    urls = [smallweb.put(f"http://one.test/{n}", page()) for n in range(3)]
    urls.append(smallweb.put("http://one.test/gone", page(status=404)))
    urls.append(smallweb.put("http://one.test/old", redirect("/0", 302)))
    others = [smallweb.put(f"http://other{n}.test/", page()) for n in range(20)]
    check(smallweb, [*urls, *others], host_interval_seconds=0.3)
    assert are_spaced(smallweb, "one.test", 0.3)
    first = min(asked.at for asked in smallweb.asked)
    assert max(asked.at for asked in smallweb.asked if asked.host.startswith("other")) - first < 1.0


def test_redirects_between_hosts_keep_to_the_interval(smallweb: SmallWeb) -> None:
    """A host that others lead to is asked no faster for it."""
    for number in range(4):
        smallweb.put(f"http://shared.test/{number}", page())
    urls = [smallweb.put(f"http://from{n}.test/", redirect(f"http://shared.test/{n}", 302)) for n in range(4)]
    check(smallweb, urls, host_interval_seconds=0.3)
    assert are_spaced(smallweb, "shared.test", 0.3)


def test_few_at_a_time_on_one_host(smallweb: SmallWeb) -> None:
    """At most `per_host` requests are under way on one host."""
    under_way: list[int] = [0, 0]

    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        under_way[0] += 1
        under_way[1] = max(under_way)
        await asyncio.sleep(0.05)
        under_way[0] -= 1
        await page()(asked, writer)

    urls = [smallweb.put(f"http://one.test/{n}", slow) for n in range(8)]
    check(smallweb, urls, per_host=2)
    assert under_way[1] == 2


def test_nearly_as_fast_as_politeness_allows(smallweb: SmallWeb) -> None:
    """Many links on one host take little more than their intervals."""
    urls = [smallweb.put(f"http://one.test/{n}", page()) for n in range(30)]
    check(smallweb, urls, host_interval_seconds=0.05)
    times = [asked.at for asked in smallweb.asked]
    assert times[-1] - times[0] <= 30 * 0.05 * 1.2


class LateClock(SystemClock):
    """A clock whose sleeps end a little late, as sleeps do."""

    late_seconds = 0.001

    def __init__(self) -> None:
        self.seconds = 0.0

    def monotonic(self) -> float:
        """Seconds that pass in sleep only."""
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        """Pass the time, and a little more."""
        self.seconds += seconds + self.late_seconds


def test_sleeps_that_end_late_do_not_add_up() -> None:
    """A thousand starts take a thousand intervals, and no interval is shorter than a sleep is inexact."""
    clock, times = LateClock(), list[float]()

    async def run() -> None:
        manners = Manners(MemoryGate(clock), clock, CrawlOptions(host_interval_seconds=1.0))
        for _ in range(1001):
            await manners.keep_distance("one.test")
            times.append(clock.monotonic())

    asyncio.run(run())
    assert times[-1] == pytest.approx(1000.0, abs=0.01)
    assert min(later - earlier for earlier, later in pairwise(times)) >= 1.0 - 2 * clock.late_seconds


def test_retry_after_is_kept_over_runs(smallweb: SmallWeb) -> None:
    """A host that asked for an hour is not asked again by the next run with the same gate."""
    url = smallweb.put("http://one.test/a", page(status=429, headers={"Retry-After": "3600"}))
    other = smallweb.put("http://one.test/b", page())

    async def two_runs() -> MemorySink:
        options, clock, sink = options_for(smallweb), SystemClock(), MemorySink()
        gate = MemoryGate(clock)
        async with open_web(options, clock) as web:
            ports = Ports(web, gate, clock, sink)
            await check_links(stream([url]), ports, options)
            await check_links(stream([other]), ports, options)
        return sink

    sink = asyncio.run(two_runs())
    assert len(smallweb.asked) == 1
    visit = sink.visits[other]
    assert (visit.verdict, visit.reason) == (Verdict.THROTTLED, "asked to wait")
    assert visit.retry_after_seconds == pytest.approx(3600, abs=10)


def test_a_short_retry_after_is_waited_for(smallweb: SmallWeb) -> None:
    """A host that asks for a second gets it, and its links are visited in the same run."""
    url = smallweb.put("http://one.test/a", page(status=503, headers={"Retry-After": "1"}), page())
    visits, _ = check(smallweb, [url])
    assert Verdict.OK is visits[url].verdict
    assert min(gaps(smallweb, "one.test")) >= 0.99


def test_a_429_without_time_leaves_the_host_alone(smallweb: SmallWeb) -> None:
    """A bare 429 holds the host for ten seconds."""
    url = smallweb.put("http://one.test/a", page(status=429))

    async def run() -> float:
        options, clock, sink = options_for(smallweb), SystemClock(), MemorySink()
        gate = MemoryGate(clock)
        async with open_web(options, clock) as web:
            await check_links(stream([url]), Ports(web, gate, clock, sink), options)
        return gate.waits()["one.test"]

    assert asyncio.run(run()) == pytest.approx(10, abs=2)


def test_a_host_that_had_too_much_rests_longer_each_time() -> None:
    """Ten seconds, twenty, forty …: soon more than a run waits for."""

    async def run() -> list[float]:
        gate, waits = MemoryGate(SystemClock()), []
        manners = Manners(gate, SystemClock(), CrawlOptions())
        for _ in range(5):
            await manners.rest("one.test")
            waits.append(gate.waits()["one.test"])
        return waits

    assert asyncio.run(run()) == pytest.approx([10, 20, 40, 80, 160], abs=1)


def test_a_server_on_a_port_of_its_own_speaks_for_itself(smallweb: SmallWeb) -> None:
    """Who asks us to wait on one port does not hold up what runs on another."""
    shut = smallweb.put("http://one.test/a", page(status=429, headers={"Retry-After": "3600"}))
    other = smallweb.put("http://one.test:8001/b", page())
    places = smallweb.connect_to | {"one.test.:8001": f"127.0.0.1:{smallweb.port}"}
    visits, _ = check(smallweb, [shut, other], concurrency=1, connect_to=places)
    assert [visits[url].verdict for url in (shut, other)] == [Verdict.THROTTLED, Verdict.OK]


def test_crawl_delay_is_kept_to(smallweb: SmallWeb) -> None:
    """A host with more than one link is asked for its Crawl-delay, which then holds."""
    smallweb.put("http://one.test/robots.txt", text("User-agent: *\nCrawl-delay: 0.5\nDisallow: /"))
    urls = [smallweb.put(f"http://one.test/{n}", page()) for n in range(3)]
    visits, _ = check(smallweb, urls, host_interval_seconds=0.05)
    assert {Verdict.OK} == {visit.verdict for visit in visits.values()}
    assert min(gaps(smallweb, "one.test")[1:]) >= 0.49


def test_a_single_link_asks_for_no_robots_txt(smallweb: SmallWeb) -> None:
    """Following one link, as a reader does, takes one request."""
    check(smallweb, [smallweb.put("http://one.test/", page())])
    assert [asked.target for asked in smallweb.asked] == ["/"]


@pytest.mark.parametrize(
    ("robots", "verdicts"),
    [
        pytest.param("User-agent: *\nDisallow: /private", [Verdict.OK, Verdict.BLOCKED], id="some"),
        pytest.param("User-agent: roadmap-catalogue\nDisallow: /", [Verdict.BLOCKED, Verdict.BLOCKED], id="us"),
        pytest.param("User-agent: other\nDisallow: /", [Verdict.OK, Verdict.OK], id="others"),
        pytest.param("User-agent: *\nDisallow: /*/page$", [Verdict.OK, Verdict.BLOCKED], id="wildcards"),
        pytest.param("\x00\xff nonsense " * 1000, [Verdict.OK, Verdict.OK], id="nonsense"),
        pytest.param("User-agent: *\nDisallow: /" + "*a" * 5000 + "$", [Verdict.OK, Verdict.OK], id="bomb"),
    ],
)
def test_robots_txt_binds_when_asked_to(smallweb: SmallWeb, robots: str, verdicts: list[Verdict]) -> None:
    """With crawler.robots, a forbidden page is not asked for and is blocked for that reason."""
    smallweb.put("http://one.test/robots.txt", text(robots))
    urls = [smallweb.put(f"http://one.test/{path}", page()) for path in ("open/x", "private/page")]
    visits, _ = check(smallweb, urls, robots=True)
    assert verdicts == [visits[url].verdict for url in urls]
    assert all(visits[url].reason == "robots" for url in urls if visits[url].verdict is Verdict.BLOCKED)


def test_no_robots_txt_is_no_rule(smallweb: SmallWeb) -> None:
    """A host without robots.txt forbids nothing."""
    url = smallweb.put("http://one.test/", page())
    assert Verdict.OK is check(smallweb, [url], robots=True)[0][url].verdict


@pytest.mark.parametrize(
    ("settings", "agent"),
    [
        pytest.param({}, "Mozilla/5.0 (compatible; roadmap-catalogue/0.1)", id="as it comes"),
        pytest.param(
            {"contact": "https://us.test/about"},
            "Mozilla/5.0 (compatible; roadmap-catalogue/0.1; +https://us.test/about)",
            id="with contact",
        ),
        pytest.param({"user_agent": "ours/2", "contact": "me@us.test"}, "ours/2 (+me@us.test)", id="a plain one"),
    ],
)
def test_we_say_who_we_are(smallweb: SmallWeb, settings: dict[str, str], agent: str) -> None:
    """The User-Agent is honest, has the contact, and holds none of the words that firewalls match."""
    check(smallweb, [smallweb.put("http://one.test/", page())], **settings)
    assert agent == smallweb.asked[0].headers["user-agent"]
    assert not any(word in CrawlOptions().agent.lower() for word in FIREWALL_WORDS)
