"""Whatever kills the digest or the harvest before it, the edition that comes is the undisturbed one."""

import os
import subprocess
import sys
from pathlib import Path

from tests.papers.conftest import Ask, Digest, Pull
from tests.papers.oai_server import Entry, OaiServer

V1, V2 = (f"Mon, {day:02} Nov 2026 10:00:00 GMT" for day in (2, 9))
KILLED = """
import os, sys
from datetime import datetime
from pathlib import Path
import catalogue.database.schema as schema
from scheduled.settings.load import load_settings

left = int(sys.argv[3])
def dying(engine, real=schema.writing):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    return real(engine)
import scheduled.jobs.arxiv_shelf, scheduled.jobs.papers, scheduled.jobs.digest
for module in (scheduled.jobs.arxiv_shelf, scheduled.jobs.papers, scheduled.jobs.digest):
    module.writing = dying
now = datetime.fromisoformat(sys.argv[2])
scheduled.jobs.papers.run_papers(Path(sys.argv[1]), load_settings(None), now)
scheduled.jobs.digest.run_digest(Path(sys.argv[1]), load_settings(None), now)
"""


def test_a_crash_between_any_two_steps_gives_the_same_edition(
    arxiv: OaiServer, pull: Pull, digest: Digest, ask: Ask, tmp_path: Path
) -> None:
    """Killed before each of its writes in turn, then run again: the edition and the tables are the undisturbed ones."""
    for number in range(15):
        arxiv.entries[f"2611.{number:05}"] = Entry(f"2026-11-{10 + number % 3}", (V1, V2) if number % 4 else (V1,))
    as_of = "2026-11-14T12:00:00+00:00"
    pull(as_of)
    wanted = digest(as_of).body
    tables = ["select * from papers", "select arxiv_id, version, sight, edition_id from paper_version"]
    rows = [sorted(ask(sql)) for sql in tables]
    environment = os.environ | {
        "CATALOGUE_ARXIV__OAI_URL": arxiv.url,
        "CATALOGUE_ARXIV__CATEGORIES": '["cs.LG"]',
        "CATALOGUE_ARXIV__INTERVAL_SECONDS": "0",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    steps = 0
    for steps in range(60):
        name = f"killed{steps}.db"
        run = [sys.executable, "-c", KILLED, str(tmp_path / name), as_of, str(steps)]
        ended = subprocess.run(run, env=environment, cwd=tmp_path, check=False).returncode
        assert ended in (0, 9)
        if ended == 9:
            pull(as_of, name)
        assert digest(as_of, name).body == wanted
        assert [sorted(ask(sql, name)) for sql in tables] == rows
        if ended == 0:
            break
    assert steps > 8
