"""The world around a simulated month: a document, a web with fates, an arXiv, and the final state as it compares."""

import asyncio
import json
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalogue.store.upkeep import EMPTY, find_damage
from tests.papers.oai_server import Entry, OaiServer, Reply, serve
from tests.soak.month import DAYS, START
from tests.web.smallweb import Asked, Behaviour, SmallWeb, page, redirect
from tests.weeks import TOPICS

ROOT = Path(__file__).parent.parent.parent
GOOD, WALL = page("<title>Here</title><p>It is here."), page("<title>No</title>", 403)
DEAD = page("<title>Not Found</title>", 404)
HOSTS = 10
DEATH = 5
"""The day of the month from which the second page is gone."""


@dataclass
class World:
    """A folder with everything a month needs, and the servers around it."""

    folder: Path
    arxiv: OaiServer

    def start(self) -> subprocess.Popen[str]:
        """A process that lives the month, or goes on with it."""
        command = [sys.executable, "-m", "tests.soak.month", str(self.folder)]
        with (self.folder / "log.txt").open("a") as log:
            return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)

    def live(self) -> None:
        """Live the month to its end."""
        with self.start() as process:
            process.communicate()
        assert process.returncode == 0, (self.folder / "log.txt").read_text()[-3000:]

    def live_with_kills(self, dice: random.Random, kills: int) -> None:
        """Live the month, killed without warning at so many moments of it."""
        for day in sorted(dice.choices(range(DAYS), k=kills)):
            with self.start() as process:
                assert process.stdout
                for line in process.stdout:
                    if int(line) >= day:
                        break
                try:
                    process.wait(dice.uniform(0.0, 0.6))
                except subprocess.TimeoutExpired:
                    process.kill()
            damage = self.damage()
            assert damage == [], damage
        self.live()

    def state(self) -> dict[str, list[Any]]:
        """What the month came to, with days for times, since a killed machine does things later in the morning."""
        with closing(sqlite3.connect(self.folder / "catalogue.db")) as connection:
            found = {name: [list(row) for row in connection.execute(sql)] for name, sql in QUERIES.items()}
        folder = self.folder / "editions"
        found["files"] = [[p.name, p.read_text(encoding="utf-8")] for p in sorted(folder.glob("*.md"))]
        return found

    def damage(self) -> list[str]:
        """What is wrong with the database and its copies; one that is only just being made holds nothing yet."""
        files = [*self.folder.glob("catalogue.db"), *sorted((self.folder / "backups").glob("*.db"))]
        found = {path.name: find_damage(path) for path in files}
        return [f"{name}: {problem}" for name, problem in found.items() if problem not in (None, EMPTY)]


QUERIES = {
    "resources": "select key, title, url, status from resources order by key",
    "mentions": "select resource, source, line, url from mentions order by source, line, url",
    "links": "select url, state, verdict, reason, strikes, substr(since, 1, 10) from links order by url",
    "checks": "select url, substr(checked_at, 1, 10), verdict, reason, counted from checks order by 1, 2",
    "changes": "select url, substr(at, 1, 10), from_state, to_state, reason from changes order by 1, 2",
    "papers": "select arxiv_id, title from papers order by 1",
    "editions": "select id, kind, substr(period_start, 1, 10), substr(period_end, 1, 10) from editions order by id",
    "items": "select edition_id, section, subject_kind, subject_id, why, shown from edition_items order by 1, 2, 3, 4",
    "runs": "select distinct job, substr(slot, 1, 10) from runs where outcome = 'ok' order by 1, 2",
    "deliveries": "select edition_id, receiver, state from delivery order by 1, 2",
}


@contextmanager
def world(folder: Path) -> Iterator[World]:
    """A world at the beginning of its month."""
    folder.mkdir()
    with SmallWeb() as web, serve(OaiServer(page_size=3)) as arxiv:
        here = World(folder, arxiv)
        _write_documents(folder, _web(web, folder))
        arxiv.before = _only_the_past(folder, arxiv, _papers())
        _write_settings(folder, web, arxiv.url)
        yield here


def _web(web: SmallWeb, folder: Path) -> Sequence[str]:
    """Links with fates: most stay, one dies in the first week, one is dead from the start, one moved, one is walled."""
    urls = [f"http://host-{number}.example/page" for number in range(HOSTS)]
    for url in urls:
        web.put(url, GOOD)
    web.put(urls[1], _dies(folder))
    web.put(urls[2], DEAD)
    web.put(urls[3], redirect("http://host-4.example/page"))
    web.put(urls[5], WALL)
    return urls


def _dies(folder: Path) -> Behaviour:
    """A page that is there until a day of the month: an answer that nobody could store is given again the same."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await (DEAD if _day(folder) >= DEATH else GOOD)(asked, writer)

    return answer


def _day(folder: Path) -> int:
    """The day that the month has come to, from 0."""
    path = folder / "day.txt"
    return int(path.read_text()) if path.exists() else 0


def _write_documents(folder: Path, urls: Sequence[str]) -> None:
    data = folder / "data"
    (data / "curation").mkdir(parents=True)
    (data / "topics.csv").write_text(TOPICS, encoding="utf-8")
    for name, chosen in (("first", urls[:-2]), ("second", urls[1:])):
        path = folder / "documents" / name / "road.md"
        path.parent.mkdir(parents=True)
        lines = [f"- [Thing {url[12]}]({url}) - a course" for url in chosen]
        path.write_text("# Road\n\n## Courses\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


def _papers() -> dict[str, Entry]:
    stamps = [f"2026-11-{day:02}" for day in (1, 3, 4, 10, 12, 17, 19, 24)]
    return {
        f"2611.{number:05}": Entry(stamp, fields={"title": f"Paper {number}", "abstract": "Machine learning."})
        for number, stamp in enumerate(stamps, start=1)
    }


def _only_the_past(folder: Path, arxiv: OaiServer, papers: dict[str, Entry]) -> Any:
    """A hook that shows the server's papers as far as the day the month has come to."""

    def before(_query: dict[str, str], _number: int) -> Reply | None:
        day = _day(folder)
        today = f"2026-11-{START.day + day:02}" if START.day + day <= 30 else "2026-12"
        arxiv.entries = {name: entry for name, entry in papers.items() if entry.datestamp <= today}
        return None

    return before


def _write_settings(folder: Path, web: SmallWeb, arxiv_url: str) -> None:
    sections: dict[str, dict[str, Any]] = {
        "crawler": {"allow_networks": ["127.0.0.0/8"], "host_interval_seconds": 0.0, "timeout_seconds": 5.0},
        # Half a day less than the days that are meant, so that a late morning does not shift the week.
        "policy": {"strike_spacing_days": 2.5, "recheck_ok_days": 6.5, "recheck_dead_days": 9.5},
        "arxiv": {"oai_url": arxiv_url, "api_url": arxiv_url, "categories": ["cs.LG"], "interval_seconds": 0},
    }
    lines = [f"[{name}]\n" + "\n".join(f"{k} = {json.dumps(v)}" for k, v in s.items()) for name, s in sections.items()]
    reach = ", ".join(f'"{place}" = "{found}"' for place, found in web.connect_to.items())
    lines[0] += f"\nconnect_to = {{ {reach} }}"
    (folder / "catalogue.toml").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
