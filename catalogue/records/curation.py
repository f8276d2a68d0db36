"""What people decided: Decision (about a resource or a source), Curation (all of them)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from catalogue.records.documents import Effort
from catalogue.vocabulary import Kind, Level, LinkState, Stance


@dataclass(frozen=True, slots=True)
class Pin:
    """A state a person saw with his own eyes; until the day it ends, no visit moves it."""

    state: LinkState
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Overrides:
    """The values of a resource that a person set; None leaves what was concluded."""

    title: str | None = None
    title_en: str | None = None
    kind: Kind | None = None
    level: Level | None = None
    language: str | None = None
    topics: tuple[str, ...] | None = None
    creator: str | None = None
    year: int | None = None
    is_free: bool | None = None
    effort: Effort | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One block of data/curation/: what a person decided about a resource, and why."""

    resource: str
    reason: str
    date: date
    file: Path
    line: int
    set: Overrides = field(default_factory=Overrides)
    url: str | None = None
    same_as: str | None = None
    not_same_as: tuple[str, ...] = ()
    pin: Pin | None = None
    hide: bool = False


@dataclass(frozen=True, slots=True)
class SourceDecision:
    """What a person corrected in the facts of a document; None leaves what was read."""

    source: str
    reason: str
    date: date
    file: Path
    line: int
    title: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Curation:
    """Every decision, by the key of what it is about."""

    resources: Mapping[str, Decision] = field(default_factory=dict)
    sources: Mapping[str, SourceDecision] = field(default_factory=dict)
