"""Our own network over whole runs: it dies midway, in part, or was never there."""

import asyncio
from collections.abc import Sequence

from catalogue.history import OWN_NETWORK
from catalogue.records.web import Visit
from catalogue.vocabulary import Verdict
from crawler.check import check_links
from crawler.manners.turns import at_once
from crawler.memory import MemoryGate, MemorySink, SystemClock
from crawler.ports import Ask, Ports
from crawler.settling import CheckSummary
from crawler.web.clients import open_web, public_client
from crawler.web.fetch import PublicWeb
from crawler.web.resolver import Lookup
from tests.crawler.crawling import check, options_for, stream
from tests.web.smallweb import Asked, SmallWeb, page


def run(
    web: SmallWeb, urls: list[str], lookup: Lookup, canaries: Sequence[str] = ()
) -> tuple[MemorySink, CheckSummary]:
    """A run whose names are resolved by `lookup`; all links are asked one after the other."""

    async def go() -> tuple[MemorySink, CheckSummary]:
        options = options_for(web, concurrency=1, connect_to={})
        clock, sink = SystemClock(), MemorySink()
        async with public_client(options, lookup) as client:
            ports = Ports(PublicWeb(client, options, clock), MemoryGate(clock), clock, sink)
            return sink, await check_links(stream(urls), ports, options, canaries)

    return asyncio.run(go())


def verdicts(visits: dict[str, Visit]) -> list[str]:
    """What became of each link."""
    return [OWN_NETWORK if visit.reason == OWN_NETWORK else visit.verdict.value for visit in visits.values()]


def test_offline_nothing_is_judged(smallweb: SmallWeb) -> None:
    """Without a network no link is judged, however many there are, and the summary says so."""
    urls = [smallweb.refuse(f"http://h{n}.test/") for n in range(50)]
    visits, summary = check(smallweb, urls)
    assert verdicts(visits) == [OWN_NETWORK] * 50
    assert summary.network_was_down


def test_a_network_that_dies_midway(smallweb: SmallWeb) -> None:
    """Good answers stand; what failed after the network died is not held against the links."""
    urls = [smallweb.put(f"http://h{n}.test:{smallweb.port}/", page()) for n in range(40)]
    alive = 20

    async def lookup(host: str) -> Sequence[str]:
        return ["127.0.0.1" if int(host[1:].partition(".")[0]) < alive else "127.0.0.77"]

    sink, summary = run(smallweb, urls, lookup)
    seen = verdicts(sink.visits)
    assert ["ok"] * alive == seen[:alive]
    assert {Verdict.UNANSWERED.value} == set(seen[alive:])  # the canaries still answer: here it is the hosts
    smallweb.down = True

    async def dead(host: str) -> Sequence[str]:
        return [await lookup(host)][0] if smallweb.asked == [] else ["127.0.0.77"]

    sink, summary = run(smallweb, urls, dead, [urls[0]])
    assert verdicts(sink.visits) == [OWN_NETWORK] * 40
    assert summary.network_was_down


def test_only_the_name_server_dies(smallweb: SmallWeb) -> None:
    """Hosts with open connections go on answering; names that fail then are not called dead."""
    asked: list[str] = []

    async def lookup(host: str) -> Sequence[str]:
        asked.append(host)
        if len(asked) > 1:
            raise OSError(-3, "Temporary failure in name resolution")
        return ["127.0.0.1"]

    well = [smallweb.put(f"http://well.test:{smallweb.port}/{n}", page()) for n in range(3)]
    others = [f"http://h{n}.test:{smallweb.port}/" for n in range(3)]
    sink, summary = run(smallweb, [well[0], *others, well[1], well[2]], lookup)
    assert [verdicts({url: sink.visits[url]})[0] for url in (well[0], *others, well[1], well[2])] == [
        "ok",
        OWN_NETWORK,
        OWN_NETWORK,
        OWN_NETWORK,
        "ok",
        "ok",
    ]
    assert summary.own_network == 3
    assert not summary.network_was_down


def test_only_the_proxy_dies(smallweb: SmallWeb) -> None:
    """A dying gateway answers 502 for everyone: that is no proof that a host was reached."""
    refused = smallweb.refuse("http://gone.test/")
    behind = [smallweb.put(f"http://h{n}.test/", page("gateway", 502)) for n in range(10)]
    visits, _ = check(smallweb, [*behind, refused])
    assert {visit.reason for visit in visits.values()} == {OWN_NETWORK}


def test_a_gateway_here_and_there_is_theirs(smallweb: SmallWeb) -> None:
    """One host behind a dead gateway is unanswered, alone or beside others that answer."""
    behind = smallweb.put("http://h.test/", page("gateway", 502))
    well = smallweb.put("http://well.test/", page())
    for urls in ([behind], [behind, well]):
        assert Verdict.UNANSWERED is check(smallweb, urls)[0][behind].verdict


def test_the_proxy_dies_midway(smallweb: SmallWeb) -> None:
    """What a gateway says for everyone counts for nobody; what was answered before stands."""
    well = [smallweb.put(f"http://well{n}.test/", page(), page("gateway", 502)) for n in range(3)]
    behind = [smallweb.put(f"http://h{n}.test/", page("gateway", 502)) for n in range(20)]
    visits, summary = check(smallweb, [*well, *behind], concurrency=1)
    assert {visits[url].verdict for url in well} == {Verdict.OK}
    assert {visits[url].reason for url in behind} == {OWN_NETWORK}
    assert summary.own_network == len(behind)


def test_a_host_known_to_be_well_is_asked_over_a_new_connection(smallweb: SmallWeb) -> None:
    """Open connections may outlive the network that no longer opens any."""
    peers: list[object] = []

    async def noting(asked: Asked, writer: asyncio.StreamWriter) -> None:
        peers.append(writer.get_extra_info("peername"))
        await page()(asked, writer)

    async def run(url: str) -> None:
        async with open_web(options_for(smallweb), SystemClock()) as web:
            for ask in (Ask(url), Ask(url), Ask(url, fresh=True)):
                await web.fetch(ask, at_once)

    asyncio.run(run(smallweb.put("http://well.test/", noting)))
    first, second, fresh = peers
    assert first == second != fresh


def test_a_single_dead_link_is_judged_with_a_canary(smallweb: SmallWeb) -> None:
    """One due link that refuses is judged if a host known to be well answers."""
    url = smallweb.refuse("http://gone.test/")
    canary = smallweb.put("http://well.test/", page())
    assert Verdict.UNANSWERED is check(smallweb, [url], canaries=[canary])[0][url].verdict
    assert check(smallweb, [url])[0][url].reason == OWN_NETWORK


def test_many_dead_hosts_at_the_end_are_judged(smallweb: SmallWeb) -> None:
    """The slowest failures come last; hosts that answered in this run are asked again to judge them."""
    well = [smallweb.put(f"http://well{n}.test/", page()) for n in range(5)]
    dead = [smallweb.refuse(f"http://dead{n}.test/") for n in range(60)]
    visits, summary = check(smallweb, [*well, *dead], concurrency=8)
    assert {Verdict.UNANSWERED} == {visits[url].verdict for url in dead}
    assert summary.own_network == 0


def test_held_back_visits_are_stored_at_once(smallweb: SmallWeb) -> None:
    """A doubtful visit is in the sink as not counted before it is settled."""
    first: list[tuple[str, bool]] = []

    class Watching(MemorySink):
        async def visit(self, visit: Visit) -> None:
            """Note what came first."""
            first.append((visit.url, visit.counted))
            await super().visit(visit)

    url, beside = smallweb.refuse("http://gone.test/"), smallweb.put("http://well.test/", page())

    async def go() -> MemorySink:
        options, clock, sink = options_for(smallweb), SystemClock(), Watching()
        async with public_client(options) as client:
            ports = Ports(PublicWeb(client, options, clock), MemoryGate(clock), clock, sink)
            await check_links(stream([url, beside]), ports, options)
        return sink

    sink = asyncio.run(go())
    assert (url, False) in first
    assert sink.visits[url].counted
