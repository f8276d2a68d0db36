"""Any document to sections and entries: one door for every format. Pure: bytes in, a Document out."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from catalogue.documents.blocks import Block, BlockKind, clean
from catalogue.documents.decoding import NotTextError, decode
from catalogue.documents.entries.found import MAX_NOTE
from catalogue.documents.entries.page import EntryReader
from catalogue.documents.facts import read_facts, stated_facts
from catalogue.documents.lines.outline import Outline, read_outline
from catalogue.documents.names.unlinked import NameReader
from catalogue.documents.pages.elements import Page
from catalogue.documents.pages.frontmatter import has_front_matter, split_front_matter
from catalogue.documents.pages.html import parse_html
from catalogue.documents.pages.markdown import parse_markdown
from catalogue.documents.pages.markups import as_markdown
from catalogue.documents.pages.notebooks import prose_of
from catalogue.documents.pages.plain import parse_plain
from catalogue.documents.structured.bibliography import BIBTEX, read_bibtex
from catalogue.documents.structured.bookmarks import NETSCAPE, BookmarkReader
from catalogue.documents.structured.feeds import FEED, FeedReader
from catalogue.documents.structured.fieldnames import meaning_of
from catalogue.documents.structured.fields import entry_of
from catalogue.documents.structured.folders import Folders
from catalogue.documents.structured.nested import parse_json, parse_yaml_document, read_values
from catalogue.documents.structured.salvage import salvage_json, salvage_yaml
from catalogue.documents.structured.tables import delimiter_of, is_grid, read_csv
from catalogue.documents.traditional import Twin, is_traditional
from catalogue.errors import InputError
from catalogue.languages import language_of
from catalogue.normalise.matching import title_key
from catalogue.records.documents import Document, Entry, Section, SourceFacts
from catalogue.urls import is_web
from catalogue.vocabulary import Why

MAX_BYTES = 24_000_000
"""What is longer is cut here, with a note: a list of 100,000 entries fits."""
BROKEN_JSON = "JSON that is cut or damaged: its whole records were read"
BROKEN_YAML = "YAML that is damaged, or has aliases, tags or several documents: the records in its lines were read"
HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
MARKDOWN = re.compile(
    r"^ {0,3}(?:#{1,6} |```|[-*_]{3,}$)|\[[^\]\n]{0,300}\]\([^)\s]|^\|.*\|$|^\s*[*+-] \S|\*\*\S", re.MULTILINE
)
MARKDOWN_NAME = re.compile(r"\.(?:md|markdown|mdown|mkd|mdx|rmd|qmd)$", re.IGNORECASE)
YAML_NAME = re.compile(r"\.ya?ml$", re.IGNORECASE)
YAML_START = re.compile(r"\A(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\n)*+[ \t]*(?:-[ \t]+)?[\w ]{1,40}:(?:\s|$)")
HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
OWN = frozenset({"url", "arxiv", "doi", "isbn"})
"""Fields that only works have."""
FEW = 3
"""A page whose front matter is a resource may name so many of its links; more make it a list."""


def read_document(data: bytes, name: str, url: str | None = None) -> Document:
    """The document in some bytes; `name` is its file's, `url` its own address where the caller knows it."""
    notes: list[str] = []
    if len(data) > MAX_BYTES:
        notes.append(f"longer than {MAX_BYTES:,} bytes: the rest was not read")
    try:
        text, note = decode(data[:MAX_BYTES])
    except NotTextError as error:
        raise InputError(name, str(error)) from error
    notes += [note] if note else []
    if not text.strip():
        raise InputError(name, "holds no text")
    facts = SourceFacts(name, name, hashlib.sha256(data).hexdigest(), url)
    prose = prose_of(text)
    document = _read_page(prose, facts) if prose else _read_records(text, facts) or _read_page(text, facts)
    return replace(document, notes=(*document.notes, *notes))


def _read_records(text: str, facts: SourceFacts) -> Document | None:
    """A document of records, by what it holds; None for a page."""
    folders = Folders()
    start = text[:4_000]
    entries: Iterator[Entry] | None = None
    if NETSCAPE.match(start):
        reader = BookmarkReader()
        return _recorded(facts, reader.folders, reader.read(text), lambda: reader.title)
    if feed := FEED.match(start):
        news = FeedReader()
        return _recorded(facts, news.folders, news.read(text, feed["root"]), lambda: news.title)
    if start.lstrip()[:1] in ("{", "[") and (value := parse_json(text)) is not None:
        entries = read_values(value, folders)
    elif whole := salvage_json(text):
        return replace(_recorded(facts, folders, read_values(whole, folders)), notes=(BROKEN_JSON,))
    elif (entries := _read_loose_records(text, facts, folders)) is None and YAML_NAME.search(facts.file):
        return replace(_recorded(facts, folders, read_values(salvage_yaml(text), folders)), notes=(BROKEN_YAML,))
    return None if entries is None else _recorded(facts, folders, entries)


def _read_loose_records(text: str, facts: SourceFacts, folders: Folders) -> Iterator[Entry] | None:
    """The records of formats that have no mark of their own, and that Markdown could be taken for."""
    delimiter = delimiter_of(text, facts.file)
    if MARKDOWN_NAME.search(facts.file):
        return read_csv(text, delimiter, folders) if delimiter and is_grid(text, delimiter) else None
    if BIBTEX.search(text[:4_000]):
        return read_bibtex(text, folders)
    if delimiter is not None:
        return read_csv(text, delimiter, folders)
    named = YAML_NAME.search(facts.file) is not None
    if named or (YAML_START.match(text[:4_000]) and not has_front_matter(text)):
        value = parse_yaml_document(facts.file, text)
        entries = [] if value is None else list(read_values(value, folders))
        return iter(entries) if entries or (named and value is not None) else None
    return None


def _recorded(
    facts: SourceFacts, folders: Folders, entries: Iterator[Entry], title: Callable[[], str] = str
) -> Document:
    """The document that records make; its language is that of its titles."""
    found = tuple(entries)
    language = language_of(" ".join(entry.title for entry in found[:200]))
    name = clean(title()) or Path(facts.file).stem
    return Document(
        replace(facts, title=name, language=language), tuple(folders.sections), found, passed=tuple(folders.passed)
    )


def _read_page(text: str, facts: SourceFacts) -> Document:
    page = Page()
    fields: dict[str, object] = {}
    if HTML_NAME.search(facts.file) or HTML.match(text[:4_000]):
        stated = parse_html(text, page)
    else:
        fields, body, line = split_front_matter(text)
        body = as_markdown(body)
        stated = stated_facts(fields)
        is_markdown = MARKDOWN_NAME.search(facts.file) or MARKDOWN.search(body)
        (parse_markdown if is_markdown else parse_plain)(body, page, line)
    twin = Twin(page.blocks()) if is_traditional(text) else None
    blocks = twin.blocks if twin else page.blocks()
    read = read_facts(facts.file, facts.sha256, stated, blocks, facts.url)
    document = _document(blocks, Document(read, (), ()))
    return _with_own_record(twin.given_back(document) if twin else document, fields, blocks)


def _with_own_record(document: Document, fields: dict[str, object], blocks: list[Block]) -> Document:
    """The document with the resource its front matter describes, or with those its front matter lists."""
    folders = Folders()
    lists = [value for key, value in fields.items() if isinstance(value, list) and meaning_of(key) != "creator"]
    listed = [entry for value in lists for entry in read_values(value, folders)]
    own = entry_of(fields, 1) if _is_of_work(fields, alone=len(document.entries) <= FEW) else None
    if own is None or own.url is None or not is_web(own.url):
        return replace(document, entries=(*(replace(entry, section=None) for entry in listed), *document.entries))
    note = own.note or next((block.text for block in blocks if block.kind is BlockKind.PARAGRAPH and block.text), "")
    own = replace(own, note=clean(note)[:MAX_NOTE], why=Why.FRONT_MATTER)
    kept = document.entries if len(document.entries) > FEW else ()
    return replace(document, entries=(own, *kept))


def _is_of_work(fields: dict[str, object], *, alone: bool) -> bool:
    """Whether a front matter describes a resource: by an address or a number of its own, or, `alone`, by its code."""
    meanings = {meaning_of(key) or "" for key in fields}
    return not meanings.isdisjoint(OWN) or (alone and any(meaning.startswith("link:") for meaning in meanings))


def _document(blocks: list[Block], empty: Document) -> Document:
    outline = read_outline(blocks)
    reader = EntryReader(blocks, outline.section_of, empty.facts.url)
    entries, passed = reader.read()
    names = NameReader(blocks, reader.taken, reader.noise, empty.facts.title)
    names.read()
    told = {title_key(entry.title) for entry in entries}
    for name in names.names:
        # In running text the name of what has its address or was named before is no second work.
        if blocks[name.block].kind is BlockKind.PARAGRAPH and title_key(name.title) in told:
            continue
        told.add(title_key(name.title))
        section = outline.section_of[name.block]
        entry = Entry(name.line, name.title, None, section, note=name.context, marks=name.marks, why=Why.NAMED)
        entries.append(replace(entry, creator=name.creator))
    entries.sort(key=lambda entry: entry.line)
    sections, position_of = _kept_sections(outline, {entry.section for entry in entries})
    return replace(
        empty,
        sections=sections,
        entries=tuple(replace(entry, section=position_of.get(entry.section)) for entry in entries),
        lost=tuple(names.lost),
        passed=tuple(sorted(passed, key=lambda one: one.line)),
    )


def _kept_sections(outline: Outline, used: set[int | None]) -> tuple[tuple[Section, ...], dict[int | None, int | None]]:
    """The sections without the lines that only looked like one, counted anew; and the new position of each."""
    kept: list[Section] = []
    position_of: dict[int | None, int | None] = {None: None}
    for section in outline.sections:
        parent = position_of[section.parent]
        looks_only = section.position in outline.pseudo and section.position not in used and section.step is None
        if looks_only:
            position_of[section.position] = parent
        else:
            kept.append(replace(section, position=len(kept) + 1, parent=parent))
            position_of[section.position] = len(kept)
    return tuple(kept), position_of
