"""data/ in, catalogue.db out."""

from dataclasses import dataclass
from pathlib import Path

from catalogue.assemble import assemble
from catalogue.content import Content
from catalogue.curation import load_curation
from catalogue.roadmaps import load_roadmaps
from catalogue.schema import open_database, writing
from catalogue.store.content import save_content
from catalogue.store.rows import Tally
from catalogue.store.search_index import sync_index
from catalogue.thesaurus import load_thesaurus


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build found and what it did."""

    resources: int
    mentions: int
    sources: int
    rows: Tally


def read_data(data: Path) -> Content:
    """Everything data/ says, checked; the first thing wrong in it is an InputError with file and line."""
    thesaurus = load_thesaurus(data / "topics.csv")
    return assemble(load_roadmaps(data, thesaurus), load_curation(data, thesaurus), thesaurus)


def run_build(db: Path, data: Path, *, dry_run: bool = False) -> BuildSummary:
    """Bring the database to what data/ says, touching only rows that differ; visits are never touched."""
    content = read_data(data)
    tally = Tally()
    if not dry_run:
        _store(db, content, tally)
    mentions = sum(len(roadmap.mentions) for roadmap in content.roadmaps)
    return BuildSummary(len(content.resources), mentions, len(content.roadmaps), tally)


def _store(db: Path, content: Content, tally: Tally) -> None:
    engine = open_database(db, create=True)
    try:
        with writing(engine) as session:
            for _ in save_content(session, content, tally):
                session.commit()
        sync_index(engine)
    finally:
        engine.dispose()
