"""Our own check as its users run it: a catalogue of many links, built and checked by the command line."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.costs import Cost, cost_of
from tests.benchmarks.loopback_web import tally
from tests.datafolder import mention, write_data

ROOT = Path(__file__).parent.parent.parent
COMMAND = (sys.executable, "-m", "scheduled.cli.main")


@dataclass(frozen=True)
class Catalogue:
    """A catalogue in a folder, whose links lie on the loopback web at a port."""

    folder: Path
    port: int
    environment: dict[str, str]

    def check(self, days_later: int = 0) -> Cost:
        """What a check takes, as of today or of a later day."""
        day = time.strftime("%Y-%m-%d", time.gmtime(time.time() + days_later * 86400))
        as_of = ("--as-of", day) if days_later else ()
        tally(self.port)
        took = cost_of(*COMMAND, "check", *self.place, *as_of, environment=self.environment)
        return replace(took, requests=tally(self.port)[0])

    @property
    def place(self) -> tuple[str, ...]:
        """The options that name it."""
        return "--db", str(self.folder / "catalogue.db"), "--data", str(self.folder / "data")


def catalogue_of(urls: list[str], folder: Path, port: int, **settings: object) -> Catalogue:
    """A catalogue with a resource for each URL, built, with settings of the crawler."""
    write_data(folder / "data", *(mention(f"r{n}", url, n + 1) for n, url in enumerate(urls)))
    named = {f"CATALOGUE_CRAWLER__{name.upper()}": str(value) for name, value in settings.items()}
    reach = {"CATALOGUE_CRAWLER__ALLOW_NETWORKS": '["127.0.0.0/8"]', "PYTHONPATH": str(ROOT)}
    catalogue = Catalogue(folder, port, reach | named)
    build = [*COMMAND, "build", *catalogue.place]
    subprocess.run(build, check=True, env=os.environ | catalogue.environment, stdout=subprocess.DEVNULL)
    return catalogue
