"""The tables of what is known and what was seen, nothing else. They are private: people read views.py.

Rows of these classes never leave catalogue/store; nothing else constructs them.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from catalogue.database.columns import moment, words
from catalogue.vocabulary import Kind, Level, LinkRole, LinkState, Origin, RunOutcome, Stance, Verdict

OF_PAGE = "place LIKE 'http%'"
"""What a page claims of itself: its place is its address. SQLite uses the index where a query says just this."""


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
    kind: Kind | None = words(Kind, nullable=True)
    kind_origin: Origin | None = words(Origin, nullable=True)
    level: Level | None = words(Level, nullable=True)
    level_origin: Origin | None = words(Origin, nullable=True)
    language: str | None = None
    language_origin: Origin | None = words(Origin, nullable=True)
    url: str | None = None
    creator: str | None = None
    year: int | None = None
    is_free: bool | None = None
    effort: str | None = None
    recommended_by: int = 0
    stance: Stance = words(Stance)
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
    origin: Origin = words(Origin)


class Claim(SQLModel, table=True):
    """One argument for a value of a resource, and where it was found."""

    __table_args__ = (sa.Index("claim_of_page", "place", sqlite_where=sa.text(OF_PAGE)),)
    id: int | None = Field(default=None, primary_key=True)
    resource_id: int = Field(foreign_key="resource.id", ondelete="CASCADE", index=True)
    field: str
    value: str
    origin: Origin = words(Origin)
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
    stance: Stance = words(Stance)
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
    state: LinkState = words(LinkState, index=True)
    since: datetime | None = moment()
    strikes: int = 0
    first_strike_at: datetime | None = moment()
    last_strike_at: datetime | None = moment()
    suspicions: int = 0
    last_suspicion_at: datetime | None = moment()
    blocks: int = 0
    last_block_at: datetime | None = moment()
    last_ok_at: datetime | None = moment()
    checked_at: datetime | None = moment()
    next_check_at: datetime | None = moment(index=True)
    verdict: Verdict | None = words(Verdict, nullable=True)
    reason: str = ""
    final_url: str | None = None
    archived_url: str | None = None
    fingerprint: str = ""
    pinned_state: LinkState | None = words(LinkState, nullable=True)
    pinned_until: str | None = None
    taken_by: int | None = Field(default=None, foreign_key="checker.id", ondelete="SET NULL")


class ArchiveQuestion(SQLModel, table=True):
    """When an archive was last asked for a copy of a link, in catalogue time, and whether it spoke of the link."""

    __tablename__ = "archive_question"
    link_id: int = Field(primary_key=True, foreign_key="link.id", ondelete="CASCADE")
    asked_at: datetime = moment(nullable=False)
    is_answered: bool


class ResourceLink(SQLModel, table=True):
    """What a link is to a resource; `url` is as shown, with its fragment."""

    __tablename__ = "resource_link"
    resource_id: int = Field(primary_key=True, foreign_key="resource.id", ondelete="CASCADE")
    link_id: int = Field(primary_key=True, foreign_key="link.id", index=True)
    role: LinkRole = words(LinkRole)
    url: str


class Visit(SQLModel, table=True):
    """One look at a link, judged."""

    id: int | None = Field(default=None, primary_key=True)
    link_id: int = Field(foreign_key="link.id", index=True)
    checked_at: datetime = moment(nullable=False, index=True)
    verdict: Verdict = words(Verdict)
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
    at: datetime = moment(nullable=False, index=True)
    from_state: LinkState = words(LinkState)
    to_state: LinkState = words(LinkState)
    reason: str


class Run(SQLModel, table=True):
    """One job in one local slot of the timetable, however often it was tried; or one run by hand, without slot.

    `problem` is for the operator and in no view: it may name paths of the machine.
    """

    __table_args__ = (sa.UniqueConstraint("job", "slot"),)
    id: int | None = Field(default=None, primary_key=True)
    job: str = Field(index=True)
    slot: str | None = None
    started_at: datetime = moment(nullable=False)
    finished_at: datetime | None = moment()
    outcome: RunOutcome | None = words(RunOutcome, nullable=True)
    attempts: int = 1
    counts: str | None = None
    problem: str = ""
