"""What an import did: a report for each source, and every entry as a row."""

from dataclasses import dataclass, field
from enum import StrEnum

from catalogue.records.documents import Document, Mention


class Change(StrEnum):
    """What an import means for a source's file."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Merge:
    """A mention that names a resource known from elsewhere, and why."""

    line: int
    title: str
    resource: str
    because: str


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What one document gave: its mentions, and how they differ from those of its last import.

    `old_urls` are the addresses that those of `url_replaced` had, in their order.
    """

    source: str
    file: str
    title: str
    change: Change
    document: Document
    mentions: tuple[Mention, ...]
    added: tuple[Mention, ...] = ()
    removed: tuple[Mention, ...] = ()
    changed: tuple[Mention, ...] = ()
    url_replaced: tuple[Mention, ...] = ()
    old_urls: tuple[str | None, ...] = ()
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """All documents of one import, in the order they were given."""

    sources: tuple[SourceReport, ...] = field(default=())

    @property
    def mentions(self) -> int:
        """How many places of the documents name a resource."""
        return sum(len(source.mentions) for source in self.sources)

    @property
    def resources(self) -> int:
        """How many resources they name."""
        return len({mention.resource for source in self.sources for mention in source.mentions})
