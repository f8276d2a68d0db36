"""What an export holds: Item (a resource with its settled values) and ItemPlace (where a document names it)."""

from dataclasses import dataclass

from catalogue.records.documents import EntryLink
from catalogue.vocabulary import Kind, Level, Stance


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """One place of a document that names a resource; `folder` is the way there, the document's title first."""

    folder: tuple[str, ...]
    title: str
    line: int
    note: str = ""
    tags: tuple[str, ...] = ()
    bookmarked: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A resource as exported."""

    key: str
    title: str
    title_en: str | None = None
    url: str | None = None
    kind: Kind | None = None
    level: Level | None = None
    language: str | None = None
    topics: tuple[str, ...] = ()
    creator: str | None = None
    year: int | None = None
    is_free: bool | None = None
    effort: str | None = None
    stance: Stance | None = None
    links: tuple[EntryLink, ...] = ()
    added: str | None = None
    places: tuple[ItemPlace, ...] = ()
