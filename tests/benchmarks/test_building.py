"""How long a build takes, and how much memory: `make bench`."""

import subprocess
import sys
from pathlib import Path

import pytest

from catalogue.records.documents import Finding
from catalogue.vocabulary import Kind, Rule
from tests.datafolder import mention, write_data

MEASURE = """
import sys, time, resource
from datetime import UTC, datetime
from pathlib import Path
from scheduled.jobs.building import run_build
started = time.perf_counter()
built = run_build(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 1, 1, tzinfo=UTC))
print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, built.mentions)
"""


@pytest.mark.bench
@pytest.mark.parametrize("count", [1_000, 10_000])
def test_build(count: int, tmp_path: Path) -> None:
    """Prints seconds and megabytes of a first and of a second build of so many mentions on a fifth as many hosts."""
    kind = Finding(Kind.COURSE, Rule.TITLE_WORD)
    topics = (Finding("linear-algebra", Rule.TITLE_WORD),)
    mentions = (
        mention(f"r{n}", f"https://host{n % (count // 5)}.example/course/{n}", n + 1, kind=kind, topics=topics)
        for n in range(count)
    )
    data = write_data(tmp_path / "data", *mentions)
    for build in ("first", "second"):
        command = [sys.executable, "-c", MEASURE, str(tmp_path / "b.db"), str(data)]
        root = str(Path(__file__).parent.parent.parent)
        done = subprocess.run(command, env={"PYTHONPATH": root}, capture_output=True, text=True, check=True)
        seconds, megabytes, _ = done.stdout.split()
        print(f"\n{build} build of {count:,} mentions: {float(seconds):.1f} s, {megabytes} MB")
        assert f"{count}" in done.stdout.split()[2:]
