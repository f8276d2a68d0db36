"""Feeds: lists of them (OPML) and the items of one (RSS, Atom). Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator

from catalogue.documents.blocks import clean
from catalogue.documents.pages.tags import Tag, parse_tags
from catalogue.documents.structured.addresses import named_address
from catalogue.documents.structured.folders import Folders
from catalogue.records.documents import Entry

FEED = re.compile(
    r"(?:\s++|<!--(?:(?!-->).)*+-->|<\?(?:(?!\?>).)*+\?>|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+"
    r"<(?P<root>opml|rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
MAX_FOLDERS = 20
INLINE = re.compile(r"</?(?:b|i|em|strong|a|span|code|sub|sup|u)\b[^<>]{0,1000}>", re.IGNORECASE)
MARKUP = re.compile(r"<[^<>]{0,1000}>")
CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
FIELDS = {
    "title": "title",
    "link": "url",
    "description": "note",
    "summary": "note",
    "category": "tags",
    "pubdate": "added",
    "published": "added",
    "dc:date": "added",
    "dc:creator": "creator",
    "name": "creator",
}
"""What the elements of an item mean; the name in an item is its author's."""


class FeedReader:
    """Walks the flat tags of a feed or a list of feeds; `title` is that of the whole, once read."""

    def __init__(self) -> None:
        self.folders = Folders()
        self.title = ""
        self._item: dict[str, list[str]] | None = None
        self._field = ""

    def read(self, text: str, root: str) -> Iterator[Entry]:
        """The outlines of a list of feeds, or the items of a feed."""
        return self._outlines(text) if root.lower() == "opml" else self._items(text)

    def _outlines(self, text: str) -> Iterator[Entry]:
        """One outline with an address is an entry, one without is a folder."""
        path: list[str] = []
        for tag in parse_tags(text):
            if tag.name != "outline":
                self._walk(tag)
            elif tag.open:
                record = _outlined(tag)
                if record["url"] and (entry := self.folders.entry(record, tag.line, tuple(path[-MAX_FOLDERS:]))):
                    yield entry
                if not tag.closed:
                    path.append(record["title"])
            elif path:
                path.pop()

    def _items(self, text: str) -> Iterator[Entry]:
        """The items (RSS) or entries (Atom) of a feed."""
        line = 1
        for tag in parse_tags(CDATA.sub(_escaped, text)):
            if tag.name not in ("item", "entry"):
                self._walk(tag)
                continue
            if self._item is not None and (entry := self.folders.entry(_record(self._item), line)):
                yield entry
            self._item, line = ({} if tag.open else None), tag.line

    def _walk(self, tag: Tag) -> None:
        """Keep what an element says of its item, or the first title outside of one."""
        if tag.name:
            self._field = tag.name if tag.open else ""
            if tag.open and self._item is not None:
                _of_attributes(tag, self._item)
        elif self._item is None:
            self.title = self.title or (clean(tag.text) if self._field == "title" else "")
        elif self._field in FIELDS:
            self._item.setdefault(FIELDS[self._field], []).append(MARKUP.sub(" ", INLINE.sub("", tag.text)))


def _outlined(tag: Tag) -> dict[str, str]:
    """What the attributes of an outline say."""
    told = defaultdict(str, tag.attributes)
    title, url = named_address(told["text"]) or (told["title"] or told["text"], "")
    return {
        "title": title,
        "url": told["htmlurl"] or told["url"] or told["xmlurl"] or url,
        "note": told["description"],
        "tags": told["category"],
        "kind": "podcast" if told["type"].startswith("podcast") else "",
    }


def _of_attributes(tag: Tag, item: dict[str, list[str]]) -> None:
    """What has no text: a recording, Atom's links and categories; the page itself stands before its other links."""
    if tag.name == "link" and (address := tag.attributes.get("href")):
        links = item.setdefault("url", [])
        links.insert(0 if tag.attributes.get("rel", "alternate") == "alternate" else len(links), address)
    if tag.name == "enclosure" and tag.attributes.get("type", "").startswith("audio"):
        item["kind"] = ["podcast"]
    if tag.name == "category" and (term := tag.attributes.get("term")):
        item.setdefault("tags", []).append(term)


def _record(item: dict[str, list[str]]) -> dict[str, object]:
    record: dict[str, object] = {name: values[0] for name, values in item.items()}
    return {**record, "tags": ", ".join(item.get("tags", []))}


def _escaped(found: re.Match[str]) -> str:
    """What stands unescaped in a feed, escaped as the rest of it is; lines stay where they are."""
    return found[1].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
