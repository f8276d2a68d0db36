"""data/ in, catalogue.db out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from catalogue.assembly.assemble import assemble
from catalogue.assembly.claims import Claim
from catalogue.assembly.content import Content
from catalogue.database.opening import holds_nothing
from catalogue.database.schema import open_database, reading, writing
from catalogue.datafolder.curation import load_curation
from catalogue.datafolder.roadmaps import load_roadmaps
from catalogue.datafolder.thesaurus import thesaurus_of
from catalogue.errors import InputError
from catalogue.store.content import save_content
from catalogue.store.facts import load_observed
from catalogue.store.pins import save_pins
from catalogue.store.rows import Tally
from catalogue.store.search_index import sync_index


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build found and what it did."""

    resources: int
    mentions: int
    sources: int
    rows: Tally


def read_data(data: Path, observed: Mapping[str, Sequence[Claim]] | None = None) -> Content:
    """Everything data/ says, checked; the first thing wrong in it is an InputError with file and line."""
    if not data.is_dir():
        raise InputError(data, "no such folder; --data names the folder of roadmaps and curation")
    thesaurus = thesaurus_of(data)
    return assemble(load_roadmaps(data, thesaurus), load_curation(data, thesaurus), thesaurus, observed)


def run_build(db: Path, data: Path, now: datetime, *, dry_run: bool = False) -> BuildSummary:
    """Bring the database to what data/ says, touching only rows that differ; visits are never touched."""
    content = read_data(data, None if dry_run or holds_nothing(db) else _observed(db))
    tally = Tally()
    if not dry_run:
        _store(db, content, now, tally)
    mentions = sum(len(roadmap.mentions) for roadmap in content.roadmaps)
    return BuildSummary(len(content.resources), mentions, len(content.roadmaps), tally)


def _observed(db: Path) -> dict[str, list[Claim]]:
    engine = open_database(db)
    try:
        with reading(engine) as session:
            return load_observed(session)
    finally:
        engine.dispose()


def _store(db: Path, content: Content, now: datetime, tally: Tally) -> None:
    engine = open_database(db, create=True)
    try:
        with writing(engine) as session:
            for _ in save_content(session, content, tally):
                session.commit()
            tally.changed += save_pins(session, content, now)
        sync_index(engine)
    finally:
        engine.dispose()
