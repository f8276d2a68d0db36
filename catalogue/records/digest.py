"""From sightings to a digest: what waits to be told (PaperNews), what was covered (BatchCoverage, Coverage)."""

from dataclasses import dataclass
from datetime import date, datetime

from catalogue.records.papers import Paper
from catalogue.vocabulary import BatchState, Sight


@dataclass(frozen=True, slots=True)
class PaperNews:
    """A paper with versions no edition has dealt with; `ours` if one told of it before, or the catalogue holds it."""

    paper: Paper
    sights: tuple[Sight, ...]
    versions: tuple[int, ...]
    changed: tuple[str, ...]
    batch: date
    submitted_at: datetime
    ours: bool


@dataclass(frozen=True, slots=True)
class BatchCoverage:
    """One evening: what became of it, and how many papers and new papers it brought."""

    evening: date
    state: BatchState
    records: int
    new: int


@dataclass(frozen=True, slots=True)
class Reach:
    """How far arXiv was read: when all sets were last asked, up to when their answers hold, the newest date seen."""

    asked_at: datetime | None
    covered_until: datetime | None
    newest: date | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an edition rests on; `problems` names the sets that could not be read, and why."""

    batches: tuple[BatchCoverage, ...]
    problems: tuple[tuple[str, str], ...] = ()
    began: date | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """The period of a digest, from one Sunday evening's announcement to the next."""

    start: datetime
    end: datetime
    first_evening: date
    end_evening: date
