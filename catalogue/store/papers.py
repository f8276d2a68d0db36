"""Papers and the versions seen of them; hot rows by core statements."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from catalogue.database import tables_papers
from catalogue.database.columns import table_of
from catalogue.ledger import see, see_again, supersedes
from catalogue.records.papers import Paper, PaperVersion, Sighting
from catalogue.vocabulary import Sight

PAPER, VERSION = table_of(tables_papers.PaperRow), table_of(tables_papers.PaperVersionRow)
TEXTS = ("title", "abstract", "comment", "journal_ref", "doi", "license", "submitter")
CHUNK = 500  # identifiers in one question; SQLite takes 32,766 variables


@dataclass(frozen=True, slots=True)
class Held:
    """A paper as the database has it, its first sight, and the pass that last read it."""

    paper: Paper
    sight: Sight
    batch: date
    pass_id: int


@dataclass(frozen=True, slots=True)
class Pass:
    """One reading of a list from its beginning: its number, the catalogue time, and the ledger's first evening."""

    pass_id: int
    now: datetime
    began: date
    batch_of: Callable[[date], date]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a page brought: how many papers of it this pass had read before, and the sights by kind."""

    repeated: int
    sights: Mapping[Sight, int]


def save_harvested(session: Session, papers: Sequence[Paper], reading: Pass) -> Kept:
    """Store the papers of a page; one that a pass meets twice says that the list moved under us."""
    once = {paper.arxiv_id: paper for paper in papers}
    held = load_held(session, once)
    repeated = sum(1 for found in held.values() if found.pass_id == reading.pass_id) + len(papers) - len(once)
    rows: list[dict[str, Any]] = []
    sightings: list[Sighting] = []
    for paper in once.values():
        before = held.get(paper.arxiv_id)
        seen = _seen(paper, before, reading)
        sightings += seen
        rows.append(_row(paper, before, seen, reading))
    _execute(session, UPSERT_PAPER, rows)
    _save_sightings(session, sightings, reading.now)
    _save_versions(session, once, held, reading)
    kinds = [seen.sight for seen in sightings]
    return Kept(repeated, {kind: kinds.count(kind) for kind in Sight if kind in kinds})


def save_looked_up(session: Session, papers: Iterable[Paper], now: datetime) -> None:
    """Store papers that were asked for by identifier; those known already stay as they are."""
    papers = list(papers)
    mark = Sight.LOOKED_UP
    rows = [
        {**_facts(paper), "sight": mark, "batch": paper.datestamp, "first_seen_at": now, "pass_id": 0}
        for paper in papers
    ]
    _execute(session, insert(PAPER).on_conflict_do_nothing(), rows)
    seen = [Sighting(paper.arxiv_id, version, mark, paper.datestamp) for paper in papers for version in paper.versions]
    _execute(session, insert(VERSION).on_conflict_do_nothing(), [_version_row(each, now) for each in seen])


def load_held(session: Session, arxiv_ids: Iterable[str]) -> dict[str, Held]:
    """The papers of these identifiers that the database has."""
    wanted = list(arxiv_ids)
    found: dict[str, Held] = {}
    for start in range(0, len(wanted), CHUNK):
        query = sa.select(PAPER).where(PAPER.c.arxiv_id.in_(wanted[start : start + CHUNK]))
        for row in session.connection().execute(query):
            found[row.arxiv_id] = Held(paper_of(row), row.sight, row.batch, row.pass_id)
    return found


def paper_of(row: sa.Row[Any]) -> Paper:
    """A row of `paper` as a record; of its versions only the newest."""
    newest = PaperVersion(row.version, row.first_seen_at, withdrawn=row.withdrawn)
    texts = {name: getattr(row, name) for name in TEXTS}
    return Paper(
        arxiv_id=row.arxiv_id,
        datestamp=row.datestamp,
        authors=tuple(json.loads(row.authors)),
        categories=tuple(json.loads(row.categories)),
        versions=(newest,),
        **texts,
    )


def _seen(paper: Paper, before: Held | None, reading: Pass) -> tuple[Sighting, ...]:
    batch = reading.batch_of(paper.datestamp)
    if before is None:
        return see(paper, None, batch, reading.began)
    again = see_again if before.sight is Sight.LOOKED_UP else see
    return again(paper, before.paper, batch, reading.began)


def _row(paper: Paper, before: Held | None, seen: Sequence[Sighting], reading: Pass) -> dict[str, Any]:
    """The row of a paper after this page: the newer facts, the first sight, the pass that read it."""
    newer = paper if before is None or supersedes(paper, before.paper) else before.paper
    first = before is None or before.sight is Sight.LOOKED_UP
    sight, batch = (before.sight, before.batch) if before else (Sight.BACKFILL, reading.batch_of(paper.datestamp))
    if first:
        kinds = {each.sight for each in seen} & {Sight.NEW, Sight.KNOWN}
        sight, batch = kinds.pop() if kinds else Sight.BACKFILL, reading.batch_of(paper.datestamp)
    state = {"sight": sight, "batch": batch, "first_seen_at": reading.now, "pass_id": reading.pass_id}
    return _facts(newer) | state


def _facts(paper: Paper) -> dict[str, Any]:
    return {
        "arxiv_id": paper.arxiv_id,
        "version": paper.version,
        "authors": json.dumps(paper.authors, ensure_ascii=False),
        "categories": json.dumps(paper.categories),
        "datestamp": paper.datestamp,
        "withdrawn": paper.withdrawn,
        **{name: getattr(paper, name) for name in TEXTS},
    }


def _save_sightings(session: Session, sightings: Sequence[Sighting], now: datetime) -> None:
    """A sight is final; only what was merely looked up before is still open."""
    statement = insert(VERSION)
    final = statement.on_conflict_do_update(
        index_elements=["arxiv_id", "version"],
        set_={name: statement.excluded[name] for name in ("sight", "batch", "changed", "first_seen_at")},
        where=VERSION.c.sight == Sight.LOOKED_UP,
    )
    _execute(session, final, [_version_row(seen, now) for seen in sightings])


def _save_versions(session: Session, papers: Mapping[str, Paper], held: Mapping[str, Held], reading: Pass) -> None:
    """What a record now says of all versions of a paper held before; those a look-up did not name are past ones."""
    past = [
        Sighting(name, version, Sight.PAST, reading.batch_of(papers[name].datestamp))
        for name, found in held.items()
        if supersedes(papers[name], found.paper)
        for version in papers[name].versions
    ]
    _execute(session, UPSERT_VERSION, [_version_row(each, reading.now) for each in past])


def _version_row(seen: Sighting, now: datetime) -> dict[str, Any]:
    version = seen.version
    return {
        "arxiv_id": seen.arxiv_id,
        "version": version.number,
        "submitted_at": version.submitted_at,
        "size_kb": version.size_kb,
        "source_type": version.source_type,
        "withdrawn": version.withdrawn,
        "sight": seen.sight,
        "batch": seen.batch,
        "changed": json.dumps(seen.changed),
        "first_seen_at": now,
    }


def _execute(session: Session, statement: Any, rows: Sequence[dict[str, Any]]) -> None:
    """One statement for many rows; without rows, nothing."""
    if rows:
        session.connection().execute(statement, rows)


def _upsert(table: sa.Table, keys: tuple[str, ...], kept: tuple[str, ...]) -> Any:
    """Insert, or update all columns but the kept ones."""
    statement = insert(table)
    fresh = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in kept}
    return statement.on_conflict_do_update(index_elements=keys, set_=fresh)


UPSERT_PAPER = _upsert(PAPER, ("arxiv_id",), kept=("arxiv_id", "first_seen_at"))
UPSERT_VERSION = _upsert(
    VERSION,
    ("arxiv_id", "version"),
    kept=("arxiv_id", "version", "sight", "batch", "changed", "first_seen_at", "edition_id"),
)
