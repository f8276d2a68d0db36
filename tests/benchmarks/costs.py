"""What a program takes: wall, processor, memory."""

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

FINDINGS = (0, 1, 2)
"""Exit codes of checkers: fine, and "there is something to report"."""


@dataclass(frozen=True)
class Cost:
    """What a program took; `requests` are those that the loopback web saw."""

    wall_seconds: float
    cpu_seconds: float
    peak_mb: float
    requests: int = 0

    def line(self, name: str, links: int) -> str:
        """A line for people."""
        return (
            f"{name:<22} wall {self.wall_seconds:6.1f} s  cpu {self.ms_per_link(links):5.2f} ms/link"
            f"  {self.peak_mb:4.0f} MB  {self.requests / links:4.2f} requests/link"
        )

    def ms_per_link(self, links: int) -> float:
        """Processor time, user and system, in milliseconds."""
        return self.cpu_seconds * 1000 / links


def cost_of(*command: str, stdin: Path | None = None, environment: dict[str, str] | None = None) -> Cost:
    """What a command takes; its exit code may say that it found something."""
    began = time.monotonic()
    given = (stdin or Path(os.devnull)).open("rb")
    with given:
        process = subprocess.Popen(
            command,
            env=os.environ | (environment or {}),
            stdin=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in FINDINGS
    return Cost(time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
