"""Import: documents in, data/roadmaps/*.jsonl out. All are read before the first is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalogue.curation import load_curation
from catalogue.documents.reading import read_document
from catalogue.errors import InputError
from catalogue.normalise.library import Library
from catalogue.normalise.topics import TopicFinder
from catalogue.records.documents import Document
from catalogue.records.imports import Change, ImportSummary
from catalogue.roadmaps import load_roadmaps, save_roadmap
from catalogue.thesaurus import Thesaurus

READABLE_NAMES = (
    ".md .markdown .mdown .mkd .mdx .rmd .qmd .txt .text .html .htm .xhtml .opml .xml .csv .tsv .json .jsonl .yaml .yml"
    " .bib"
)
READABLE = frozenset(READABLE_NAMES.split())


@dataclass(frozen=True, slots=True)
class Wish:
    """How to import: the day, whether to leave out the authors' notes, whether to write at all."""

    today: date
    facts_only: bool = False
    dry_run: bool = False


def run_import(
    paths: Sequence[Path], data_dir: Path, thesaurus: Thesaurus, wish: Wish, fetched: Sequence[Document] = ()
) -> ImportSummary:
    """Read documents, folders of documents, and what was fetched, into data/; bad input changes no file."""
    documents, passed_over = _read_all(paths)
    documents += fetched
    library = Library(load_roadmaps(data_dir), load_curation(data_dir), TopicFinder(thesaurus))
    reports = tuple(library.take(document, wish.today, facts_only=wish.facts_only) for document in documents)
    changed = {report.source for report in reports if report.change is not Change.UNCHANGED}
    if not wish.dry_run:
        for source in sorted(changed):
            save_roadmap(data_dir, library.roadmaps[source])
    return ImportSummary(reports, passed_over)


def _read_all(paths: Iterable[Path]) -> tuple[list[Document], tuple[str, ...]]:
    """Every document, and what is wrong with files that only stood in a folder: those named must be readable."""
    documents, passed_over = [], []
    for path in dict.fromkeys(paths):
        if not path.is_dir():
            documents.append(read_file(path))
            continue
        before = len(documents)
        for file in find_documents(path):
            try:
                documents.append(read_file(file))
            except InputError as error:
                passed_over.append(str(error))
        if len(documents) == before:
            raise InputError(path, "a folder without documents")
    return documents, tuple(passed_over)


def find_documents(folder: Path) -> list[Path]:
    """The documents in a folder, by their names, in order; hidden folders are not looked into."""
    inside = (file for file in folder.rglob("*") if file.suffix.lower() in READABLE and file.is_file())
    return sorted(file for file in inside if not any(part.startswith(".") for part in file.relative_to(folder).parts))


def read_file(path: Path) -> Document:
    """The document in a file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(path, error.strerror or "cannot be read") from error
    try:
        return read_document(data, path.name)
    except InputError as error:
        raise InputError(path, error.problem, error.line) from error
