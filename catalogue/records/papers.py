"""Papers as arXiv describes them (Paper), and as our ledger knows them (Known, Sighting)."""

from dataclasses import dataclass
from datetime import date, datetime

from catalogue.vocabulary import Sight


@dataclass(frozen=True, slots=True)
class PaperVersion:
    """One version of a paper; a withdrawal is a version without files."""

    number: int
    submitted_at: datetime
    size_kb: int | None = None
    source_type: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with all its versions, oldest first; texts are arXiv's own, TeX and all.

    `datestamp` is the day its record last changed: it says nothing about when the paper is from.
    """

    arxiv_id: str
    datestamp: date
    title: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    abstract: str
    versions: tuple[PaperVersion, ...]
    comment: str = ""
    journal_ref: str = ""
    doi: str = ""
    license: str = ""
    submitter: str = ""

    @property
    def version(self) -> int:
        """The number of the newest version."""
        return self.versions[-1].number

    @property
    def withdrawn(self) -> bool:
        """Whether the newest version is a withdrawal; an older one may have been taken back."""
        return self.versions[-1].withdrawn


@dataclass(frozen=True, slots=True)
class Batch:
    """One evening of announcements: Sunday to Thursday, 20:00 US Eastern; its records can be read from `due_at` on."""

    evening: date
    announced_at: datetime
    due_at: datetime
    holiday: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """A version of a paper seen for the first time, and what that makes it."""

    arxiv_id: str
    version: PaperVersion
    sight: Sight
    batch: date
    changed: tuple[str, ...] = ()
