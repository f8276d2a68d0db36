"""A small catalogue whose links have a past: what tests of editions, the clock and the post are built on."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from catalogue.database.schema import open_database, writing
from catalogue.datafolder.roadmaps import save_roadmap
from catalogue.records.documents import Mention, Roadmap, Section, SourceFacts
from catalogue.records.web import Policy, Visit
from catalogue.store.links import save_visits
from catalogue.vocabulary import Verdict
from scheduled.jobs.building import run_build

MONDAY = datetime(2025, 11, 3, 6, 0, tzinfo=UTC)
TOPICS = "id,broader,label_en,label_ru,label_zh,aliases_en,aliases_ru,aliases_zh,wikidata\nml,,ML,МО,机器学习,,,,\n"


def day(days: float) -> datetime:
    """A time so many days after the first Monday, which begins ISO week 45 of 2025."""
    return MONDAY + timedelta(days=days)


def make_catalogue(folder: Path, urls: Sequence[str], titles: Sequence[str] = ()) -> Path:
    """A database of one document with one section and one mention for each URL; its path."""
    data = folder / "data"
    (data / "curation").mkdir(parents=True, exist_ok=True)
    (data / "topics.csv").write_text(TOPICS, encoding="utf-8")
    mentions = tuple(
        Mention(
            resource=f"thing-{number}",
            line=10 + number,
            title=titles[number] if number < len(titles) else f"Thing {number}",
            url=url,
            section=1,
        )
        for number, url in enumerate(urls)
    )
    facts = SourceFacts(title="Paths", file="paths.md", sha256="0" * 64)
    save_roadmap(data, Roadmap("paths", facts, (Section(1, "Start", 1, 3),), mentions))
    db = folder / "catalogue.db"
    run_build(db, data, MONDAY)
    return db


def see(db: Path, url: str, days: float, verdict: Verdict, **more: object) -> None:
    """Store one visit of a link, so many days after the first Monday."""
    reason = str(more.pop("reason", verdict.value))
    visit = Visit(url, day(days), verdict, reason, **more)  # type: ignore[arg-type]
    engine = open_database(db)
    with writing(engine) as session:
        save_visits(session, [visit], Policy())
    engine.dispose()


def see_often(db: Path, url: str, verdicts: dict[float, Verdict], **more: object) -> None:
    """Store a visit for each day and verdict."""
    for days, verdict in verdicts.items():
        see(db, url, days, verdict, **more)
