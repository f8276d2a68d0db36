"""Moved links in, a person's yes, decisions in data/curation out."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from catalogue.database.schema import open_database, reading
from catalogue.datafolder.curation import load_curation
from catalogue.datafolder.decisions import NewAddress, save_new_addresses
from catalogue.store.links import Move, load_moves


def run_accept_moved(db: Path, data: Path, now: datetime, ask: Callable[[Move], bool]) -> list[NewAddress]:
    """Ask about every moved link; each yes becomes a decision, all are written at once at the end.

    A resource whose address a curator already set is not asked about: that decision is his to change.
    """
    engine = open_database(db)
    try:
        with reading(engine) as session:
            moves = load_moves(session)
    finally:
        engine.dispose()
    decided = load_curation(data).resources
    open_moves = (move for move in moves if not (move.resource in decided and decided[move.resource].url))
    accepted = [_new_address(move, now) for move in open_moves if ask(move)]
    if accepted:
        save_new_addresses(data, accepted)
    return accepted


def _new_address(move: Move, now: datetime) -> NewAddress:
    return NewAddress(move.resource, move.final_url, f"moved ({move.reason}): {move.url} leads here", now.date())
