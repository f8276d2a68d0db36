"""What runs under each name of the timetable: one job each, and the counts that its run is noted with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from catalogue.errors import JobError
from crawler.providers.rows import providers_of
from scheduled.jobs.backup import run_backup, run_thinning
from scheduled.jobs.checking import Turn, run_check
from scheduled.jobs.delivering import run_delivery
from scheduled.jobs.digest import run_digest
from scheduled.jobs.papers import run_papers
from scheduled.jobs.reporting import When, run_report
from scheduled.settings.load import Settings

Counts = Mapping[str, Any]
PROBLEM = "problem"
"""The one thing a job may return that is no count: text for the operator, which no public view shows."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where jobs work: settings, database, data folder, the clock they ask, and whether a person waits for them."""

    settings: Settings
    db: Path
    data: Path
    now: Callable[[], datetime] = lambda: datetime.now(UTC).replace(microsecond=0)
    by_hand: bool = False


Job = Callable[[Workplace, datetime], Counts]


def _check(place: Workplace, now: datetime) -> Counts:
    turn = Turn(now, place.settings.clock.check_minutes, providers=providers_of(place.data))
    result = run_check(place.settings, place.db, turn, lambda _visit: None)
    if result.summary.network_was_down:
        raise JobError("our own network is down; nothing was held against any link")
    verdicts = {verdict.value: count for verdict, count in sorted(result.summary.verdicts.items())}
    return {"visits": result.summary.visits, "changes": result.changed, **verdicts}


def _papers(place: Workplace, now: datetime) -> Counts:
    summary = run_papers(place.db, place.settings, now)
    if summary.failed:
        spec, problem = next(iter(summary.failed.items()))
        raise JobError(f"{len(summary.failed)} sets could not be read, among them {spec}: {problem}")
    return dict(summary.sights)


def _report(place: Workplace, now: datetime) -> Counts:
    edition = run_report(place.db, When(now, place.settings.clock.timezone))
    return {"edition": edition.id, "items": len(edition.items)}


def _digest(place: Workplace, now: datetime) -> Counts:
    edition = run_digest(place.db, place.settings, now)
    return {"edition": edition.id, "items": len(edition.items)}


def _deliver(place: Workplace, now: datetime) -> Counts:
    summary = run_delivery(place.settings, place.db, now, impatient=place.by_hand)
    # One receiver that fails must not make the others wait: each has its own patience, so the run itself is no failure.
    failed = {"failed": len(summary.problems), PROBLEM: "; ".join(summary.problems)} if summary.problems else {}
    return {"sent": summary.sent, **failed}


def _thin(place: Workplace, now: datetime) -> Counts:
    return {"removed": run_thinning(place.db, now)}


def _backup(place: Workplace, now: datetime) -> Counts:
    clock = place.settings.clock
    done = run_backup(place.db, Path(clock.backup_folder), now, clock.backups_kept)
    return {"copy": done.path.name, "bytes": done.size, "removed": done.removed}


JOBS: Mapping[str, Job] = {
    "check": _check,
    "papers": _papers,
    "report": _report,
    "digest": _digest,
    "deliver": _deliver,
    "thin": _thin,
    "backup": _backup,
}
"""What runs under each name of the timetable."""
