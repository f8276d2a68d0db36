"""From a document to the facts we keep of it: Entry (as read), Mention (as understood), Roadmap (as stored)."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from catalogue.vocabulary import Kind, Level, LinkRole, Rule, Stance, Why

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Finding(Generic[T_co]):
    """A value with the rule that gave it."""

    value: T_co
    rule: Rule


@dataclass(frozen=True, slots=True)
class Effort:
    """How long something takes as its author states it; weeks are None where he gives no number ("ongoing")."""

    text: str
    min_weeks: float | None = None
    max_weeks: float | None = None
    hours_per_week: float | None = None
    min_hours: float | None = None
    max_hours: float | None = None


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What a document says about itself, and the sha256 of its bytes."""

    title: str
    file: str
    sha256: str
    url: str | None = None
    language: str | None = None
    author: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a document; `step` counts the numbered or timed ones, `parent` is a position."""

    position: int
    title: str
    depth: int
    line: int
    parent: int | None = None
    step: int | None = None
    effort: Effort | None = None


@dataclass(frozen=True, slots=True)
class EntryLink:
    """A further link of an entry, as given, in its role."""

    url: str
    role: LinkRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of a document that names a resource, before anything is concluded from it."""

    line: int
    title: str
    url: str | None = None
    section: int | None = None
    links: tuple[EntryLink, ...] = ()
    note: str = ""
    marks: tuple[str, ...] = ()
    folder: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    added: str | None = None
    creator: str | None = None
    why: Why = Why.LISTED


@dataclass(frozen=True, slots=True)
class LostPlace:
    """A line that promises names which its text does not hold."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A link or line that became no entry, and why not."""

    line: int
    text: str
    why: Why


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document as its reader saw it; `notes` are what the reader has to say about the whole."""

    facts: SourceFacts
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    lost: tuple[LostPlace, ...] = ()
    passed: tuple[Passed, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place of a document, understood: what is named, and what each value rests on.

    `bookmarked` is the moment the document itself gives, `added` the day we read it first.
    """

    resource: str
    line: int
    title: str
    url: str | None = None
    section: int | None = None
    links: tuple[EntryLink, ...] = ()
    kind: Finding[Kind] | None = None
    level: Finding[Level] | None = None
    language: Finding[str] | None = None
    topics: tuple[Finding[str], ...] = ()
    is_free: Finding[bool] | None = None
    stance: Finding[Stance] | None = None
    effort: Effort | None = None
    prerequisites: str = ""
    creator: str | None = None
    year: int | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    bookmarked: str = ""
    added: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Roadmap:
    """What data/roadmaps/<source>.jsonl holds: the facts of one document."""

    source: str
    facts: SourceFacts
    sections: tuple[Section, ...] = ()
    mentions: tuple[Mention, ...] = ()
    lost: tuple[LostPlace, ...] = field(default=())
