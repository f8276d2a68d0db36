"""The tables, nothing else. They are private: people read the views of catalogue/views.py.

Rows of these classes never leave catalogue/store; nothing else constructs them.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from catalogue.vocabulary import (
    DeliveryState,
    EditionKind,
    Kind,
    Level,
    LinkRole,
    LinkState,
    Origin,
    RunOutcome,
    Stance,
    Verdict,
)


class Moment(sa.types.TypeDecorator[datetime]):
    """A time as readable, sortable UTC text: 2026-11-21T06:00:00Z. Naive times are refused."""

    impl = sa.String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> str | None:
        """To the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> datetime | None:
        """From the database."""
        return datetime.fromisoformat(value) if value else None


def _words(words: type[StrEnum], *, nullable: bool = False, index: bool = False) -> Any:
    """A column of a closed set: the value is stored (not the member's name), and a CHECK holds it."""
    kept = sa.Enum(
        words, values_callable=lambda kind: [w.value for w in kind], native_enum=False, create_constraint=True
    )
    return Field(default=None, sa_type=kept, nullable=nullable, index=index)


def _moment(*, nullable: bool = True, index: bool = False) -> Any:
    return Field(default=None, sa_type=Moment, nullable=nullable, index=index)


METADATA = SQLModel.metadata
"""Every table of the catalogue."""


def table_of(model: type[SQLModel]) -> sa.Table:
    """The table behind a model, for core statements."""
    return METADATA.tables[str(model.__tablename__)]


class Meta(SQLModel, table=True):
    """Facts about the database itself, such as the analyzer its index was made with."""

    key: str = Field(primary_key=True)
    value: str


class Source(SQLModel, table=True):
    """A document someone wrote."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    title: str
    file: str
    sha256: str
    url: str | None = None
    language: str | None = None
    author: str | None = None
    date: str | None = None


class Section(SQLModel, table=True):
    """A heading of a source, in order."""

    __table_args__ = (sa.UniqueConstraint("source_id", "position"),)
    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id", ondelete="CASCADE", index=True)
    position: int
    title: str
    depth: int
    line: int
    parent: int | None = None
    step: int | None = None
    effort: str | None = None
    effort_min_weeks: float | None = None
    effort_max_weeks: float | None = None


class Topic(SQLModel, table=True):
    """A topic of the thesaurus."""

    id: str = Field(primary_key=True)
    broader: str | None = None
    label_en: str
    label_ru: str
    label_zh: str


class TopicLabel(SQLModel, table=True):
    """Every name of a topic, aliases too."""

    __tablename__ = "topic_label"
    topic_id: str = Field(primary_key=True, foreign_key="topic.id", ondelete="CASCADE")
    language: str = Field(primary_key=True)
    label: str = Field(primary_key=True)


class Resource(SQLModel, table=True):
    """A thing that is mentioned, once."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    title: str
    title_en: str | None = None
    kind: Kind | None = _words(Kind, nullable=True)
    kind_origin: Origin | None = _words(Origin, nullable=True)
    level: Level | None = _words(Level, nullable=True)
    level_origin: Origin | None = _words(Origin, nullable=True)
    language: str | None = None
    language_origin: Origin | None = _words(Origin, nullable=True)
    url: str | None = None
    creator: str | None = None
    year: int | None = None
    is_free: bool | None = None
    effort: str | None = None
    recommended_by: int = 0
    stance: Stance = _words(Stance)
    added_at: str | None = None


class Alias(SQLModel, table=True):
    """The key of a resource that was merged into another; its page redirects."""

    key: str = Field(primary_key=True)
    resource_id: int = Field(foreign_key="resource.id", ondelete="CASCADE", index=True)


class ResourceTopic(SQLModel, table=True):
    """What a resource is about."""

    __tablename__ = "resource_topic"
    resource_id: int = Field(primary_key=True, foreign_key="resource.id", ondelete="CASCADE")
    topic_id: str = Field(primary_key=True, foreign_key="topic.id", ondelete="CASCADE", index=True)
    origin: Origin = _words(Origin)


class Claim(SQLModel, table=True):
    """One argument for a value of a resource, and where it was found."""

    id: int | None = Field(default=None, primary_key=True)
    resource_id: int = Field(foreign_key="resource.id", ondelete="CASCADE", index=True)
    field: str
    value: str
    origin: Origin = _words(Origin)
    rule: str
    place: str


class Mention(SQLModel, table=True):
    """One place of a source that names a resource."""

    __table_args__ = (sa.UniqueConstraint("source_id", "position"),)
    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id", ondelete="CASCADE")
    position: int
    section_id: int | None = Field(default=None, foreign_key="section.id", index=True, ondelete="SET NULL")
    resource_id: int = Field(foreign_key="resource.id", ondelete="CASCADE", index=True)
    step: int | None = None
    line: int
    title: str
    url: str | None = None
    stance: Stance = _words(Stance)
    note: str | None = None


class Checker(SQLModel, table=True):
    """A running check; while it beats (real time, seconds since 1970), the links it took are nobody else's."""

    id: int | None = Field(default=None, primary_key=True)
    beat_at: float


class Host(SQLModel, table=True):
    """When the next request to a host may start, in real time (seconds since 1970), over runs and processes."""

    name: str = Field(primary_key=True)
    free_at: float


class Link(SQLModel, table=True):
    """A URL, once, without fragment, and what the fold of its visits says of it."""

    id: int | None = Field(default=None, primary_key=True)
    url: str = Field(unique=True)
    host: str = Field(index=True)
    arxiv_id: str | None = Field(default=None, index=True)
    state: LinkState = _words(LinkState, index=True)
    since: datetime | None = _moment()
    strikes: int = 0
    first_strike_at: datetime | None = _moment()
    last_strike_at: datetime | None = _moment()
    suspicions: int = 0
    last_suspicion_at: datetime | None = _moment()
    blocks: int = 0
    last_block_at: datetime | None = _moment()
    last_ok_at: datetime | None = _moment()
    checked_at: datetime | None = _moment()
    next_check_at: datetime | None = _moment(index=True)
    verdict: Verdict | None = _words(Verdict, nullable=True)
    reason: str = ""
    final_url: str | None = None
    archived_url: str | None = None
    fingerprint: str = ""
    pinned_state: LinkState | None = _words(LinkState, nullable=True)
    pinned_until: str | None = None
    taken_by: int | None = Field(default=None, foreign_key="checker.id", ondelete="SET NULL")


class ResourceLink(SQLModel, table=True):
    """What a link is to a resource; `url` is as shown, with its fragment."""

    __tablename__ = "resource_link"
    resource_id: int = Field(primary_key=True, foreign_key="resource.id", ondelete="CASCADE")
    link_id: int = Field(primary_key=True, foreign_key="link.id", index=True)
    role: LinkRole = _words(LinkRole)
    url: str


class Visit(SQLModel, table=True):
    """One look at a link, judged."""

    id: int | None = Field(default=None, primary_key=True)
    link_id: int = Field(foreign_key="link.id", index=True)
    checked_at: datetime = _moment(nullable=False, index=True)
    verdict: Verdict = _words(Verdict)
    reason: str
    status_code: int | None = None
    final_url: str | None = None
    elapsed_ms: int = 0
    attempts: int = 1
    counted: bool = True


class Change(SQLModel, table=True):
    """A link's state became another."""

    id: int | None = Field(default=None, primary_key=True)
    link_id: int = Field(foreign_key="link.id", index=True)
    at: datetime = _moment(nullable=False, index=True)
    from_state: LinkState = _words(LinkState)
    to_state: LinkState = _words(LinkState)
    reason: str


class Edition(SQLModel, table=True):
    """One issue of a report or digest; `body` is canonical JSON and never changes."""

    id: str = Field(primary_key=True)
    kind: EditionKind = _words(EditionKind)
    period_start: datetime = _moment(nullable=False)
    period_end: datetime = _moment(nullable=False)
    coverage: str
    published_at: datetime = _moment(nullable=False)
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
    state: DeliveryState = _words(DeliveryState)
    at: datetime = _moment(nullable=False)
    attempts: int = 0
    problem: str = ""


class Run(SQLModel, table=True):
    """One job in one local slot of the timetable, however often it was tried; or one run by hand, without slot.

    `problem` is for the operator and in no view: it may name paths of the machine.
    """

    __table_args__ = (sa.UniqueConstraint("job", "slot"),)
    id: int | None = Field(default=None, primary_key=True)
    job: str = Field(index=True)
    slot: str | None = None
    started_at: datetime = _moment(nullable=False)
    finished_at: datetime | None = _moment()
    outcome: RunOutcome | None = _words(RunOutcome, nullable=True)
    attempts: int = 1
    counts: str | None = None
    problem: str = ""
