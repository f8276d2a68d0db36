"""The check beside its peers, over a loopback web with bodies of 2, 20 and 200 KB as 6 : 3 : 1, everything stored.

Each prints lines that docs/scaling.md may quote. Loads of other programs on the machine go into the figures: trust
the ratios of one run.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.costs import Cost, cost_of
from tests.benchmarks.loopback_web import links, serving, tally
from tests.benchmarks.ours import COMMAND, catalogue_of
from tests.benchmarks.peers import AT_ONCE, LINKCHECKER, LINKINATOR, LYCHEE, Peer

LINKS, HOSTS, FEW_LINKS = 10_000, 2_000, 1_000
ONE_HOST_LINKS, ONE_HOST_SECONDS = 300, 0.2
Programs = dict[Peer, str]

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Programs:
    """The peers that can be installed here; the others are named, with why."""
    found: Programs = {}
    for peer in (LYCHEE, LINKCHECKER, LINKINATOR):
        try:
            found[peer] = peer.install(tmp_path_factory.mktemp(peer.name))
        except RuntimeError as error:
            print(f"\nnot beside {peer.package}: {error}")
    return found


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A loopback web in a process of its own."""
    with serving() as port:
        yield port


def check_costs(urls: list[str], folder: Path, port: int, **settings: object) -> tuple[Cost, Cost]:
    """What a first check of links takes, and the one weeks later, which finds no page new."""
    catalogue = catalogue_of(urls, folder, port, concurrency=AT_ONCE, **settings)
    return catalogue.check(), catalogue.check(days_later=40)


def show(name: str, ours: tuple[Cost, Cost], theirs: dict[str, tuple[Cost, int]]) -> None:
    """Print what was measured, and how ours a week later stands to each peer."""
    print(f"\n{name}")
    print(ours[0].line("check, all pages new", LINKS))
    print(ours[1].line("check, pages known", LINKS))
    for peer, (cost, count) in theirs.items():
        cpu = ours[1].ms_per_link(LINKS) / cost.ms_per_link(count)
        wall = (ours[1].wall_seconds / LINKS) / (cost.wall_seconds / count)
        print(f"{cost.line(peer, count)}  ({count:,} links; ours takes {wall:.2f} x wall, {cpu:.2f} x cpu)")


def test_many_hosts_with_latency(programs: Programs, port: int, tmp_path: Path) -> None:
    """(a) 10,000 links on 2,000 hosts, latency log-normal with a median of 150 ms: no slower than lychee."""
    urls = list(links(port, LINKS, HOSTS, latency=True))
    ours = check_costs(urls, tmp_path, port, host_interval_seconds=0.05, timeout_seconds=20)
    theirs = {p.name: (p.cost(program, tmp_path, urls, port), LINKS) for p, program in programs.items() if p is LYCHEE}
    show("(a) 10,000 links, 2,000 hosts, latency", ours, theirs)
    assert ours[1].peak_mb < 150
    for cost, _ in theirs.values():
        assert ours[1].wall_seconds < 2 * cost.wall_seconds  # the goal is 1.0; here it would have gone wrong


def test_many_hosts_without_latency(programs: Programs, port: int, tmp_path: Path) -> None:
    """(b) the same without latency: CPU per link; the slower peers get a tenth of the links."""
    urls = list(links(port, LINKS, HOSTS, latency=False))
    ours = check_costs(urls, tmp_path, port, host_interval_seconds=0)
    theirs = {}
    for peer, program in programs.items():
        count = LINKS if peer is LYCHEE else FEW_LINKS
        theirs[peer.name] = peer.cost(program, tmp_path, urls[:count], port), count
    show("(b) 10,000 links, 2,000 hosts, no latency", ours, theirs)
    assert ours[1].ms_per_link(LINKS) < 3  # the goal is 1.0; a busy machine measures up to 1.5


def test_one_host(port: int, tmp_path: Path) -> None:
    """(c) 300 links on one host: the politeness bound, and little more."""
    urls = [f"http://127.9.9.9:{port}/ok/2000/20/{n}" for n in range(ONE_HOST_LINKS)]
    catalogue = catalogue_of(urls, tmp_path, port, host_interval_seconds=ONE_HOST_SECONDS)
    tally(port)
    cost = cost_of(*COMMAND, "check", *catalogue.place, environment=catalogue.environment)
    count, seconds = tally(port)
    bound = (count - 1) * ONE_HOST_SECONDS
    print(
        f"\n(c) {count} requests to one host at {ONE_HOST_SECONDS} s: {seconds:.2f} s from the first to the last, "
        f"{seconds / bound:.4f} x the bound; {cost.wall_seconds:.1f} s with the start of Python"
    )
    assert count == ONE_HOST_LINKS + 1  # robots.txt
    assert bound - 1 < seconds < 1.02 * bound
