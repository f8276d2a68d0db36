"""Moved links in, a person's yes, decisions in data/curation out."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from catalogue.database.schema import open_database, reading
from catalogue.datafolder.curation import load_curation
from catalogue.datafolder.decisions import NewAddress, save_new_address
from catalogue.store.links import Move, load_moves


def iterate_accepted(db: Path, data: Path, now: datetime, ask: Callable[[Move], bool]) -> Iterator[NewAddress]:
    """Ask about every moved link; each yes is a decision that stands in its file before the next question.

    A resource whose address a curator already set is not asked about: that decision is his to change.
    """
    engine = open_database(db)
    try:
        with reading(engine) as session:
            moves = load_moves(session)
    finally:
        engine.dispose()
    decided = load_curation(data).resources
    for move in moves:
        has_decision = move.resource in decided and decided[move.resource].url
        if not has_decision and ask(move):
            accepted = _new_address(move, now)
            save_new_address(data, accepted)
            yield accepted


def _new_address(move: Move, now: datetime) -> NewAddress:
    return NewAddress(move.resource, move.final_url, f"moved ({move.reason}): {move.url} leads here", now.date())
