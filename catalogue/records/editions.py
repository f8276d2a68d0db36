"""From what happened to an issue of a report: LinkNews (one link that became news), Edition and its items."""

from dataclasses import dataclass
from datetime import datetime

from catalogue.records.web import Visit
from catalogue.vocabulary import EditionKind, LinkRole, LinkState


@dataclass(frozen=True, slots=True)
class EditionItem:
    """One thing an edition is about, shown or only counted."""

    section: str
    subject_kind: str
    subject_id: str
    arxiv_id: str | None = None
    version: int | None = None
    topic: str | None = None
    rank: int | None = None
    score: float | None = None
    why: str | None = None
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Edition:
    """One issue of a report or digest; `body` is canonical JSON, and every rendering reads only that.

    The id is all an edition is known by: making it again gives the stored one, byte for byte.
    """

    id: str
    kind: EditionKind
    period_start: datetime
    period_end: datetime
    coverage: str
    published_at: datetime
    body: str
    items: tuple[EditionItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """What an edition covers, in times; changes and visits are in it by their ids, which no late answer escapes."""

    start: datetime
    end: datetime
    changes_after: int = 0
    visits_after: int = 0


@dataclass(frozen=True, slots=True)
class NamedResource:
    """A resource as a report names it, and what the link is to it."""

    key: str
    title: str
    language: str | None
    role: LinkRole


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """The line of data/ that holds a link, and the place of the document it came from."""

    file: str
    line: int
    source: str
    source_line: int


@dataclass(frozen=True, slots=True)
class LinkNews:
    """A link whose state changed in a period, with all a reader wants to know of it.

    `before` is what it was when the period began (a link that was only failing counts as what it was before that);
    `called_dead` says whether the last edition that spoke of it told readers that it is dead.
    """

    url: str
    before: LinkState
    state: LinkState
    since: datetime
    reason: str
    dead_since: datetime | None = None
    called_dead: bool = False
    final_url: str | None = None
    archived_url: str | None = None
    visits: tuple[Visit, ...] = ()
    resources: tuple[NamedResource, ...] = ()
    places: tuple[LinkPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkCoverage:
    """How much was looked at in a period: what a report rests on."""

    links: int
    never_checked: int
    checks: int
    counted: int
    skipped_own_network: int
    oldest_check_at: datetime | None
    changes_through: int
    visits_through: int
