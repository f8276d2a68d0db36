"""The tables of editions and of their way to those who read them; private like those of tables.py."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from catalogue.database.columns import moment, words
from catalogue.vocabulary import DeliveryState, EditionKind


class Edition(SQLModel, table=True):
    """One issue of a report or digest; `body` is canonical JSON and never changes."""

    id: str = Field(primary_key=True)
    kind: EditionKind = words(EditionKind)
    period_start: datetime = moment(nullable=False)
    period_end: datetime = moment(nullable=False)
    coverage: str
    published_at: datetime = moment(nullable=False)
    body: str


class EditionItem(SQLModel, table=True):
    """One thing an edition is about, shown or only counted."""

    __tablename__ = "edition_item"
    edition_id: str = Field(primary_key=True, foreign_key="edition.id")
    section: str = Field(primary_key=True)
    subject_kind: str = Field(primary_key=True)
    subject_id: str = Field(primary_key=True, index=True)
    arxiv_id: str | None = None
    version: int | None = None
    topic: str | None = None
    rank: int | None = None
    score: float | None = None
    why: str | None = None
    shown: bool = True


class Delivery(SQLModel, table=True):
    """One edition on its way to one receiver, by the receiver's name."""

    edition_id: str = Field(primary_key=True, foreign_key="edition.id")
    receiver: str = Field(primary_key=True)
    state: DeliveryState = words(DeliveryState)
    at: datetime = moment(nullable=False)
    attempts: int = 0
    problem: str = ""
