"""Review: data/ and what visits propose, as questions for a person."""

from pathlib import Path

from catalogue.assembly.review import Question, judge_review
from catalogue.database.schema import open_database, reading
from catalogue.datafolder.curation import load_curation
from catalogue.store.links import load_moves
from scheduled.jobs.building import read_data


def run_review(db: Path, data: Path) -> tuple[Question, ...]:
    """Every open question; without a database none about moved links."""
    moves: list[tuple[str, str, str]] = []
    if db.is_file():
        engine = open_database(db)
        try:
            with reading(engine) as session:
                moves = [(move.resource, move.url, move.final_url) for move in load_moves(session)]
        finally:
            engine.dispose()
    return judge_review(read_data(data), load_curation(data), moves)
