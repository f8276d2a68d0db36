"""What the records of a structured file become: entries in the sections that its folders are.

Pure but for what `Folders` gathers.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from catalogue.documents.blocks import clean
from catalogue.documents.structured.fieldnames import meaning_of
from catalogue.documents.structured.fields import entry_of, is_nameless
from catalogue.records.documents import Entry, Passed, Section
from catalogue.vocabulary import Why

MAX_TOLD = 200


class Folders:
    """The sections that folders of a structured file are, made as they are met, and the records that made no entry."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.passed: list[Passed] = []
        self._position_of: dict[tuple[str, ...], int | None] = {(): None}

    def entry(self, record: Mapping[str, object], line: int, path: tuple[str, ...] = ()) -> Entry | None:
        """The entry a record in a folder describes; one that makes none is remembered in `passed` with the reason."""
        entry = entry_of(record, line)
        if entry is not None:
            return replace(entry, section=self.section_of(path, line))
        if told := clean(" ".join(value for value in record.values() if isinstance(value, str))):
            self.passed.append(Passed(line, told[:MAX_TOLD], Why.NAMELESS if is_nameless(record) else Why.NOT_WEB))
        return None

    def section_of(self, path: tuple[str, ...], line: int) -> int | None:
        """The section of a folder; its parents are made with it."""
        path = tuple(clean(part)[:200] or "…" for part in path[:20])
        if path not in self._position_of:
            parent = self.section_of(path[:-1], line)
            position = len(self.sections) + 1
            self.sections.append(Section(position, path[-1], len(path), line, parent))
            self._position_of[path] = position
        return self._position_of[path]


def folder_of(record: Mapping[str, object]) -> tuple[str, ...]:
    """The folder a record says it is in: a list, or names between slashes or greater-than signs."""
    for name, value in record.items():
        if meaning_of(name) == "folder":
            parts = value if isinstance(value, list) else re.split(r"\s*(?:/|>|»|::)\s*", str(value or ""))
            return tuple(part for item in parts if isinstance(item, str) and (part := clean(item)))
    return ()
