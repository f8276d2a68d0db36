"""data/roadmaps/: one JSON Lines file per document, written by import alone, whole and always in the same bytes.

Line 1 holds the source's facts, then come its sections in order, its mentions, and the places whose names its text
lost. Fields are sorted; what is empty is left out.
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from catalogue.datafolder.jsonlines import Row, parse_rows
from catalogue.datafolder.thesaurus import Thesaurus
from catalogue.errors import InputError
from catalogue.records.documents import (
    Effort,
    EntryLink,
    Finding,
    LostPlace,
    Mention,
    Roadmap,
    Section,
    SourceFacts,
)
from catalogue.vocabulary import Kind, Level, LinkRole, Rule, Stance

FOLDER = "roadmaps"
EMPTY = ("", ())
E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


def load_roadmaps(data_dir: Path, thesaurus: Thesaurus | None = None) -> tuple[Roadmap, ...]:
    """Every roadmap under data/, by source key; with a thesaurus, unknown topics are errors."""
    paths = sorted((data_dir / FOLDER).glob("*.jsonl"))
    return tuple(parse_roadmap(path, read_text(path), thesaurus) for path in paths)


def save_roadmap(data_dir: Path, roadmap: Roadmap) -> Path:
    """Write a roadmap to its file: the whole new text or, whatever happens, the whole old one."""
    path = data_dir / FOLDER / f"{roadmap.source}.jsonl"
    write_whole(path, render_roadmap(roadmap))
    return path


def render_roadmap(roadmap: Roadmap) -> str:
    """The bytes of a roadmap's file; equal roadmaps have equal bytes."""
    lines = [_line("source", roadmap.facts)]
    lines += [_line("section", section) for section in roadmap.sections]
    lines += [_line("mention", mention) for mention in roadmap.mentions]
    lines += [_line("lost", place) for place in roadmap.lost]
    return "\n".join(lines) + "\n"


def parse_roadmap(path: Path, text: str, thesaurus: Thesaurus | None = None) -> Roadmap:
    """The roadmap a file holds; the file's name is the source's key."""
    rows = parse_rows(path, text)
    first = next(rows, None)
    if first is None or first.text_or_none("type") != "source":
        raise InputError(path, 'the first line must hold the source ("type": "source")', 1)
    facts = _facts(first)
    sections: list[Section] = []
    mentions: list[Mention] = []
    lost: list[LostPlace] = []
    for row in rows:
        match row.text_or_none("type"):
            case "section":
                sections.append(_section(row, len(sections)))
            case "mention":
                mentions.append(_mention(row, len(sections), thesaurus))
            case "lost":
                lost.append(LostPlace(line=row.number("line"), text=row.text("text")))
                row.done()
            case other:
                raise row.error(f"unknown type {other!r}: source (first line only), section, mention or lost")
    return Roadmap(path.stem, facts, tuple(sections), tuple(mentions), tuple(lost))


def read_text(path: Path) -> str:
    """The text of a file of data/, which is UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(path, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise InputError(path, "is not UTF-8 text") from error


def write_whole(path: Path, text: str) -> None:
    """Put a text into a file at once: a reader, or a machine that stops, sees the old text or the new."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as file:
            part = Path(file.name)
            try:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
                part.chmod(0o644)
                part.replace(path)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise InputError(path, f"cannot be written: {error.strerror}") from error


def plain(value: Any) -> Any:
    """A record as JSON knows it: objects, lists and words, without what is empty."""
    if is_dataclass(value):
        return {
            field.name: plain(inner)
            for field in fields(value)
            if (inner := getattr(value, field.name)) is not None and inner not in EMPTY
        }
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def _line(kind: str, record: object) -> str:
    return json.dumps({"type": kind, **plain(record)}, ensure_ascii=False, sort_keys=True)


def _facts(row: Row) -> SourceFacts:
    facts = SourceFacts(
        title=row.text("title"),
        file=row.text("file"),
        sha256=row.text("sha256"),
        url=row.text_or_none("url"),
        language=row.text_or_none("language"),
        author=row.text_or_none("author"),
        date=row.text_or_none("date"),
    )
    row.done()
    return facts


def _section(row: Row, before: int) -> Section:
    section = Section(
        position=row.number("position"),
        title=row.text("title"),
        depth=row.number("depth"),
        line=row.number("line"),
        parent=row.number_or_none("parent"),
        step=row.number_or_none("step"),
        effort=_effort(row),
    )
    row.done()
    if section.position != before + 1:
        raise row.error(f"section {section.position} comes after section {before}")
    if section.parent is not None and not 0 < section.parent < section.position:
        raise row.error(f"section {section.position} has parent {section.parent}, which is no earlier section")
    return section


def _mention(row: Row, sections: int, thesaurus: Thesaurus | None) -> Mention:
    mention = Mention(
        resource=row.text("resource"),
        line=row.number("line"),
        title=row.text("title"),
        url=row.text_or_none("url"),
        section=row.number_or_none("section"),
        links=tuple(_link(link) for link in row.rows("links")),
        kind=_choice(row, "kind", Kind),
        level=_choice(row, "level", Level),
        language=_finding(row, "language", lambda inner: inner.text("value")),
        topics=tuple(_word(topic) for topic in row.rows("topics")),
        is_free=_finding(row, "is_free", lambda inner: inner.truth("value")),
        stance=_choice(row, "stance", Stance),
        effort=_effort(row),
        prerequisites=row.text_or_none("prerequisites") or "",
        creator=row.text_or_none("creator"),
        year=row.number_or_none("year"),
        note=row.text_or_none("note") or "",
        tags=row.words("tags"),
        bookmarked=row.text_or_none("bookmarked") or "",
        added=row.text_or_none("added") or "",
        digest=row.text_or_none("digest") or "",
    )
    row.done()
    _check_mention(row, mention, sections, thesaurus)
    return mention


def _check_mention(row: Row, mention: Mention, sections: int, thesaurus: Thesaurus | None) -> None:
    """Refuse a mention that names a section or a topic nobody knows."""
    if mention.section is not None and not 0 < mention.section <= sections:
        raise row.error(f"mention of {mention.resource!r}: there is no section {mention.section}")
    for topic in mention.topics:
        if thesaurus is not None and topic.value not in thesaurus:
            raise row.error(f"mention of {mention.resource!r}: unknown topic {topic.value!r}")


def _link(row: Row) -> EntryLink:
    link = EntryLink(url=row.text("url"), role=row.choice("role", LinkRole))
    row.done()
    return link


def _effort(row: Row) -> Effort | None:
    inner = row.row_or_none("effort")
    if inner is None:
        return None
    amounts: Iterator[float | None] = (
        inner.amount_or_none(name) for name in ("min_weeks", "max_weeks", "hours_per_week", "min_hours", "max_hours")
    )
    effort = Effort(inner.text("text"), *amounts)
    inner.done()
    return effort


def _choice(row: Row, name: str, choices: type[E]) -> Finding[E] | None:
    return _finding(row, name, lambda inner: inner.choice("value", choices, of=name))


def _finding(row: Row, name: str, read: Callable[[Row], T]) -> Finding[T] | None:
    """What an inner record says, by the rule it names, or None where the field is left out."""
    inner = row.row_or_none(name)
    return None if inner is None else Finding(read(inner), _rule(inner))


def _word(row: Row) -> Finding[str]:
    return Finding(row.text("value"), _rule(row))


def _rule(row: Row) -> Rule:
    rule = row.choice("rule", Rule)
    row.done()
    return rule
