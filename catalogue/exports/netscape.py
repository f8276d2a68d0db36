"""Browser bookmarks: a folder for each document and section, a bookmark for each place that names a resource."""

import html
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from catalogue.records.exports import Item, ItemPlace

HEAD = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
"""


@dataclass(slots=True)
class _Folder:
    bookmarks: list[str] = field(default_factory=list)
    folders: dict[str, "_Folder"] = field(default_factory=dict)


def render_netscape(items: Sequence[Item]) -> str:
    """The bookmark file every browser imports; what has no address has no place in it."""
    root = _Folder()
    for item in items:
        if item.url is None:
            continue
        for place in item.places or (ItemPlace((), item.title, 0),):
            folder = root
            for name in place.folder:
                folder = folder.folders.setdefault(name, _Folder())
            folder.bookmarks.append(_bookmark(item.url, place))
    return HEAD + "".join(_lines(root)) + "\n"


def _lines(folder: _Folder) -> list[str]:
    lines = ["<DL><p>\n", *folder.bookmarks]
    for name, inside in folder.folders.items():
        lines += [f"<DT><H3>{html.escape(name)}</H3>\n", *_lines(inside)]
    return [*lines, "</DL><p>\n"]


def _bookmark(url: str, place: ItemPlace) -> str:
    tags = f' TAGS="{html.escape(_joined(place.tags))}"' if place.tags else ""
    note = f"<DD>{html.escape(place.note)}\n" if place.note else ""
    return f'<DT><A HREF="{html.escape(url)}"{_date(place.bookmarked)}{tags}>{html.escape(place.title)}</A>\n{note}'


def _joined(tags: tuple[str, ...]) -> str:
    """Tags between commas; one tag of several words needs a comma too, or its words become tags."""
    return ",".join(tags) + ("," if len(tags) == 1 and " " in tags[0] else "")


def _date(moment: str) -> str:
    """Seconds since 1970, as browsers write them; microseconds where there is a part of a second."""
    if not moment:
        return ""
    at = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    whole = int(at.timestamp()) if not at.microsecond else round(at.timestamp() * 1_000_000)
    return f' ADD_DATE="{whole}"'
