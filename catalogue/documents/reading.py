"""Any document to sections and entries: one door for every format. Pure: bytes in, a Document out."""

import hashlib
import re
from dataclasses import replace

from catalogue.documents.blocks import Block
from catalogue.documents.decoding import NotTextError, decode
from catalogue.documents.entries import EntryReader
from catalogue.documents.facts import read_facts, split_front_matter, stated_facts
from catalogue.documents.html import parse_html
from catalogue.documents.markdown import parse_markdown
from catalogue.documents.outline import Outline, read_outline
from catalogue.documents.page import Page
from catalogue.documents.plain import parse_plain
from catalogue.documents.unlinked import NameReader
from catalogue.errors import InputError
from catalogue.records.documents import Document, Entry, Section
from catalogue.vocabulary import Why

MAX_BYTES = 24_000_000
"""What is longer is cut here, with a note: a list of 100,000 entries fits."""
HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
MARKDOWN = re.compile(
    r"^ {0,3}(?:#{1,6} |```|[-*_]{3,}$)|\[[^\]\n]{0,300}\]\([^)\s]|^\|.*\|$|^\s*[*+-] \S|\*\*\S", re.MULTILINE
)
MARKDOWN_NAME = re.compile(r"\.(?:md|markdown|mdown|mkd|mdx|rmd|qmd)$", re.IGNORECASE)
HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)


def read_document(data: bytes, name: str, url: str | None = None) -> Document:
    """The document in some bytes; `name` is its file's, `url` its own address where the caller knows it."""
    digest = hashlib.sha256(data).hexdigest()
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
    return replace(_read_page(text, name, digest, url), notes=tuple(notes))


def _read_page(text: str, name: str, digest: str, url: str | None) -> Document:
    page = Page()
    fields: dict[str, object] = {}
    if HTML_NAME.search(name) or HTML.match(text[:4_000]):
        stated = parse_html(text, page)
    else:
        fields, body, line = split_front_matter(text)
        stated = stated_facts(fields)
        is_markdown = MARKDOWN_NAME.search(name) or MARKDOWN.search(body)
        (parse_markdown if is_markdown else parse_plain)(body, page, line)
    blocks = page.blocks()
    facts = read_facts(name, digest, stated, blocks, url)
    return _document(blocks, Document(facts, (), ()))


def _document(blocks: list[Block], empty: Document) -> Document:
    outline = read_outline(blocks)
    reader = EntryReader(blocks, outline.section_of, empty.facts.url)
    entries, passed = reader.read()
    names = NameReader(blocks, set(reader.found_at), reader.noise)
    names.read()
    for name in names.names:
        section = outline.section_of[name.block]
        entries.append(Entry(name.line, name.title, None, section, note=name.context, marks=name.marks, why=Why.NAMED))
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
