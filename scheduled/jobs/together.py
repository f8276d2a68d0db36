"""Everything at once, in two processes: the site here, the clock beside it, so that a crawl never stalls a page."""

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from scheduled.jobs.serving import run_serve
from scheduled.settings.load import Settings

GRACE_SECONDS = 20
"""How long the clock may take to finish what it writes when it is asked to stop."""


def run_together(db: Path, settings: Settings, clock_arguments: list[str], announce: Callable[[str], None]) -> None:
    """Serve until stopped, with the clock running as long as the site is up; it starts once the port is ours."""
    # uvicorn passes a SIGTERM on once the site is down; the clock is to be stopped after it, so it must not kill us.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    with ExitStack() as stack:

        def started(address: str) -> None:
            clock = subprocess.Popen([sys.executable, "-m", "scheduled.cli.main", "run", *clock_arguments])  # noqa: S603 - our own command
            stack.callback(_stop, clock)
            announce(address)

        run_serve(db, settings.site, started, settings.policy)


def _stop(clock: subprocess.Popen[bytes]) -> None:
    clock.terminate()
    try:
        clock.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        clock.kill()
        clock.wait()
