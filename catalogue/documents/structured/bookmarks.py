"""Browser bookmarks in Netscape's format, which closes nothing: folders, tags, dates, notes. Pure."""

import re
from collections.abc import Iterator

from catalogue.documents.pages.tags import Tag, parse_tags
from catalogue.documents.structured.folders import Folders
from catalogue.records.documents import Entry

NETSCAPE = re.compile(
    r"\s*(?:<[!?][^>]*>\s*|<!--.*?-->\s*){0,5}<!DOCTYPE NETSCAPE-Bookmark-file"
    r"|(?:(?!<(?:html|body|ul|p)\b).){0,2000}?<DL\b[^>]*>(?:(?!<(?:html|body|ul)\b).){0,2000}?<DT\b[^>]*>\s*<(?:A|H3)\b",
    re.IGNORECASE | re.DOTALL,
)
"""The mark of the format, or its lists without those of a page."""
MAX_FOLDERS = 20


class BookmarkReader:
    """Walks the flat tags of a bookmark file: a list deepens the folder, a heading names it, a DD is a note."""

    def __init__(self) -> None:
        self.folders = Folders()
        self.title = ""
        self._path: list[str] = []
        self._pending: str | None = None
        self._record: dict[str, object] | None = None
        self._line = 1
        self._field: str | None = None

    def read(self, text: str) -> Iterator[Entry]:
        """The bookmarks of a file, in order."""
        for tag in parse_tags(text):
            if not tag.name:
                self._text(tag.text)
                continue
            begins = tag.name in ("a", "h3") and tag.open
            if (begins or tag.name == "dl") and (entry := self._finish()):
                yield entry
            if tag.open:
                self._begin(tag)
            else:
                self._end(tag.name)
        if entry := self._finish():
            yield entry

    def _begin(self, tag: Tag) -> None:
        match tag.name:
            case "title" | "h3":
                self._field = tag.name
                self._pending = "" if tag.name == "h3" else self._pending
            case "dl":
                self._path.append(self._pending or "")
                self._pending = None
            case "a":
                self._open(tag)
            case "dd" if self._record is not None:
                self._field = "note"
            case "dt":
                self._field = None

    def _end(self, name: str) -> None:
        if name == "dl" and self._path:
            self._path.pop()
        elif name in ("title", "h3") or (name == "a" and self._field == "title of a"):
            self._field = None

    def _open(self, tag: Tag) -> None:
        attributes = tag.attributes
        self._line, self._field = tag.line, "title of a"
        self._record = {
            "url": attributes.get("href", ""),
            "title": "",
            "tags": attributes.get("tags", ""),
            "added": attributes.get("add_date", ""),
            "note": attributes.get("description", ""),
        }

    def _text(self, text: str) -> None:
        if self._field == "title":
            self.title += text
        elif self._field == "h3":
            self._pending = (self._pending or "") + text
        elif self._record is not None and self._field in ("note", "title of a"):
            field = "note" if self._field == "note" else "title"
            self._record[field] = f"{self._record[field]}{text}"

    def _finish(self) -> Entry | None:
        record, self._record = self._record, None
        if self._field == "note":
            self._field = None
        if record is None:
            return None
        path = tuple(part for part in self._path[-MAX_FOLDERS:] if part)
        return self.folders.entry(record, self._line, path)
