"""The tables of papers, and of how far we have read arXiv; private like those of catalogue/database/tables.py."""

import datetime as dt
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from catalogue.database.columns import Moment, moment, words
from catalogue.vocabulary import Sight


class PaperRow(SQLModel, table=True):
    """A paper as its newest record describes it; `sight` and `batch` are those of its first sight."""

    __tablename__ = "paper"
    arxiv_id: str = Field(primary_key=True)
    version: int
    title: str
    authors: str
    categories: str
    abstract: str
    comment: str
    journal_ref: str
    doi: str
    license: str
    submitter: str
    datestamp: dt.date
    withdrawn: bool
    sight: Sight = words(Sight)
    batch: dt.date = Field(index=True)
    first_seen_at: datetime = moment(nullable=False)
    pass_id: int = 0


class PaperVersionRow(SQLModel, table=True):
    """A version of a paper, when it was first seen, and the edition that dealt with it."""

    __tablename__ = "paper_version"
    __table_args__ = (
        sa.Index(
            "paper_version_waiting",
            "batch",
            sqlite_where=sa.text("edition_id is null and sight in ('new', 'updated', 'withdrawn')"),
        ),
        sa.Index("paper_version_edition", "edition_id"),
    )
    arxiv_id: str = Field(primary_key=True, foreign_key="paper.arxiv_id")
    version: int = Field(primary_key=True)
    submitted_at: datetime = Field(sa_type=Moment)
    size_kb: int | None = None
    source_type: str = ""
    withdrawn: bool = False
    sight: Sight = words(Sight)
    batch: dt.date
    changed: str = "[]"
    first_seen_at: datetime = moment(nullable=False)
    edition_id: str | None = Field(default=None, foreign_key="edition.id")


class ArxivSet(SQLModel, table=True):
    """How far an OAI-PMH set has been read: when wholly last, up to when, and where a reading broke off."""

    __tablename__ = "arxiv_set"
    spec: str = Field(primary_key=True)
    asked_at: datetime | None = moment()
    covered_until: datetime | None = moment()
    newest: dt.date | None = None
    read_from: dt.date | None = None
    read_at: datetime | None = moment()
    token: str | None = None
    pass_id: int | None = None
    moved: bool = False
    problem: str = ""


class ArxivGate(SQLModel, table=True):
    """When arXiv may be asked next, in real seconds since 1970, and which process has been asking since when."""

    __tablename__ = "arxiv_gate"
    id: int = Field(primary_key=True)
    free_at: float
    taken_at: float = 0.0
    holder: str = ""
