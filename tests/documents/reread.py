"""Reads a text back the way import does, for the tests of what was written."""

from pathlib import Path

from catalogue.datafolder.thesaurus import load_thesaurus
from catalogue.documents.reading import read_document
from catalogue.normalise.mention import Normaliser
from catalogue.normalise.topics import TopicFinder
from catalogue.records.documents import Document, Mention

TOPICS = TopicFinder(load_thesaurus(Path(__file__).parent.parent.parent / "data" / "topics.csv"))
Bookmark = tuple[str, str | None, tuple[str, ...], tuple[str, ...], str | None, str]


def read(text: str, name: str = "list.md") -> Document:
    """The document a text is read as."""
    return read_document(text.encode(), name)


def titles_of(text: str, name: str = "list.md") -> list[tuple[str, str | None]]:
    """Title and address of each entry of a text."""
    return [(entry.title, entry.url) for entry in read(text, name).entries]


def mentions_of(text: str, name: str) -> tuple[Mention, ...]:
    """The mentions in a text, as import understands them."""
    return Normaliser(read_document(text.encode(), name), TOPICS).mentions(facts_only=False)


def entries_of(text: str | bytes, name: str) -> list[Bookmark]:
    """Title, address, folder, tags, date and note of each entry of a text."""
    document = read_document(text if isinstance(text, bytes) else text.encode(), name)
    folders: dict[int | None, tuple[str, ...]] = {None: ()}
    for section in document.sections:
        folders[section.position] = (*folders[section.parent], section.title)
    return [(e.title, e.url, folders[e.section], e.tags, e.added, e.note) for e in document.entries]
