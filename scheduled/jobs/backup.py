"""The database kept safe: thinned of what nobody needs, copied every night, taken back when asked to."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from catalogue.database.opening import refuse_place
from catalogue.database.schema import open_database, reading, writing
from catalogue.errors import DatabaseError, InputError
from catalogue.store.upkeep import (
    delete_rows,
    find_damage,
    load_copy,
    load_old_runs,
    load_spare_visits,
    refuse_others,
    save_copy,
)
from scheduled.locks import only_one

THIN_AFTER = timedelta(days=90)
THIN_UNCOUNTED_AFTER = timedelta(days=14)
FORGET_RUNS_AFTER = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class BackupSummary:
    """The copy that was made, and how many older ones were removed."""

    path: Path
    size: int
    removed: int


def run_backup(db: Path, folder: Path, now: datetime, keep: int) -> BackupSummary:
    """Copy the database to a folder, under the time; of the copies there the newest `keep` stay."""
    target = folder / f"{db.stem}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.db"
    save_copy(db, target)
    old = backups(db, folder)[keep:] if keep else []
    for path in old:
        path.unlink(missing_ok=True)
    return BackupSummary(target, target.stat().st_size, len(old))


def backups(db: Path, folder: Path) -> list[Path]:
    """The copies of a database in a folder, newest first."""
    return sorted(folder.glob(f"{db.stem}-????????T??????Z.db"), reverse=True)


def run_restore(copy: Path, db: Path, folder: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the database; what was there is copied to `folder` first, whose path is returned.

    Refused where a clock runs, or where a database of another program or a newer version stands. One too damaged to
    be copied is set aside under a name of its own.
    """
    if not copy.is_file():
        raise InputError(copy, "no such file")
    refuse_place(db)
    problem = find_damage(copy)
    if problem:
        raise InputError(copy, f"cannot be restored: {problem}")
    with only_one(db, "clock") as alone:
        if not alone:
            raise DatabaseError(f"{db}: its clock runs; stop it first")
        kept = _set_aside(db, folder, now)
        load_copy(copy, db)
        open_database(db, create=True).dispose()  # the schema and views of this version
    return kept


def _set_aside(db: Path, folder: Path, now: datetime) -> Path | None:
    if not db.is_file():
        return None
    refuse_others(db)
    if find_damage(db) is None:
        kept = folder / f"{db.stem}-before-restore-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.db"
        save_copy(db, kept)
        return kept
    kept = db.with_name(f"{db.name}.damaged-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    for ending in ("", "-wal", "-shm"):
        part = db.with_name(db.name + ending)
        if part.exists():
            part.rename(kept.with_name(kept.name + ending))
    return kept


def run_thinning(db: Path, now: datetime) -> int:
    """Remove old visits that tell nothing new, and forgotten runs; how many rows went.

    Of each link one visit a month for each verdict stays, and every visit that changed its state.
    """
    engine = open_database(db)
    try:
        with reading(engine) as session:
            visits = set(load_spare_visits(session, now - THIN_AFTER, counted=True))
            visits.update(load_spare_visits(session, now - THIN_UNCOUNTED_AFTER, counted=False))
            spare = {"visit": sorted(visits), "run": load_old_runs(session, now - FORGET_RUNS_AFTER)}
        for table, ids in spare.items():
            if ids:
                with writing(engine) as session:
                    for _ in delete_rows(session, table, ids):
                        session.commit()
        return sum(len(ids) for ids in spare.values())
    finally:
        engine.dispose()
