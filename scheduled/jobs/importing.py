"""Import: documents in, data/roadmaps/*.jsonl out. All are read before the first is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalogue.datafolder.curation import load_curation
from catalogue.datafolder.roadmaps import load_roadmaps, save_roadmap
from catalogue.datafolder.thesaurus import Thesaurus
from catalogue.documents.reading import read_document
from catalogue.errors import InputError
from catalogue.normalise.library import Library
from catalogue.normalise.topics import TopicFinder
from catalogue.records.documents import Document
from catalogue.records.imports import Change, ImportSummary


@dataclass(frozen=True, slots=True)
class Wish:
    """How to import: the day, whether to leave out the authors' notes, whether to write at all."""

    today: date
    facts_only: bool = False
    dry_run: bool = False


def run_import(
    paths: Sequence[Path], data_dir: Path, thesaurus: Thesaurus, wish: Wish, fetched: Sequence[Document] = ()
) -> ImportSummary:
    """Read documents, and what was fetched, into data/; bad input changes no file."""
    documents = [*(read_file(path) for path in dict.fromkeys(paths)), *fetched]
    library = Library(load_roadmaps(data_dir), load_curation(data_dir), TopicFinder(thesaurus))
    reports = tuple(library.take(document, wish.today, facts_only=wish.facts_only) for document in documents)
    changed = {report.source for report in reports if report.change is not Change.UNCHANGED}
    if not wish.dry_run:
        for source in sorted(changed):
            save_roadmap(data_dir, library.roadmaps[source])
    return ImportSummary(reports)


def read_file(path: Path) -> Document:
    """The document in a file."""
    if path.is_dir():
        raise InputError(path, "is a folder: name the documents in it")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(path, error.strerror or "cannot be read") from error
    try:
        return read_document(data, path.name)
    except InputError as error:
        raise InputError(path, error.problem, error.line) from error
