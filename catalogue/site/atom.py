"""Atom feeds, valid also when empty, whose `updated` changes only when what they say does. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from catalogue.site.drawing import clean_text

BEFORE_ANYTHING = "2000-01-01T00:00:00Z"
"""What an empty feed says of itself: RFC 4287 wants a time, and no other is true for ever."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to read; `id` never changes, `updated` only with the content."""

    id: str
    title: str
    link: str
    updated: str
    summary: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself; `address` and `page` may be paths, which a reader completes from where it asked."""

    id: str
    title: str
    address: str
    page: str
    language: str


def render_feed(feed: Feed, entries: Sequence[Entry]) -> str:
    """The feed as XML."""
    updated = max((moment_of(entry.updated) for entry in entries), default=BEFORE_ANYTHING)
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(feed.language)}>',
        f"<id>{_text(feed.id)}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{updated}</updated>",
        "<author><name>roadmap-catalogue</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_attribute(feed.address)}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(feed.page)}/>',
        *_entries(entries),
        "</feed>",
    ]
    return "\n".join(parts) + "\n"


def moment_of(day: str) -> str:
    """A stored day or time as RFC 3339 wants it."""
    return f"{day}T00:00:00Z" if len(day) == len("2026-11-21") else day or BEFORE_ANYTHING


def _entries(entries: Iterable[Entry]) -> Iterable[str]:
    for entry in entries:
        language = f" xml:lang={_attribute(entry.language)}" if entry.language else ""
        yield f"<entry{language}>"
        yield f"<id>{_text(entry.id)}</id>"
        yield f"<title>{_text(entry.title)}</title>"
        yield f"<updated>{moment_of(entry.updated)}</updated>"
        yield f'<link rel="alternate" href={_attribute(entry.link)}/>'
        yield f"<summary>{_text(entry.summary)}</summary>"
        yield "</entry>"


def _text(text: str) -> str:
    """Escaped, and without the signs that XML cannot hold."""
    return escape("".join(char for char in clean_text(text) if char not in "\ufffe\uffff"))


def _attribute(text: str) -> str:
    return quoteattr("".join(char for char in clean_text(text) if char not in "\ufffe\uffff"))
