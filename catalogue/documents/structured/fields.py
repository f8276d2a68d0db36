"""From the record of a structured file to an entry: its values by what their fields mean. Pure."""

import re
from collections.abc import Mapping

from catalogue.documents.blocks import clean
from catalogue.documents.lines.links import title_from_url
from catalogue.documents.structured.addresses import (
    LISTS_DEEP,
    addresses_of,
    further_links,
    mapping_of,
    name_in,
    named_address,
    unnamed_address,
)
from catalogue.documents.structured.fieldnames import rank_of
from catalogue.documents.structured.moments import parse_moment
from catalogue.normalise.kindwords import NAMED_KINDS, words_for_kinds
from catalogue.records.documents import Entry
from catalogue.urls import is_web
from catalogue.vocabulary import Why

REFUSED = re.compile(r"\s*(?:javascript|data|file|vbscript|blob|about|chrome|view-source)\s*:", re.IGNORECASE)
YES = frozenset({"true", "yes", "free", "1", "y", "да", "бесплатно", "免费", "是"})
NO = frozenset({"false", "no", "paid", "0", "n", "нет", "платно", "收费", "否"})
NOTHING = frozenset({"", "-", "–", "—", "n/a", "null", "none", "nan"})
MAX_FIELD = 4_000
PARTS = ("given", "first", "firstName", "family", "last", "lastName", "date-parts", "courseWorkload")
"""Keys of what a mapping says that has no name: a person, a date of CSL, the instance of a course."""
TITLE_OF_PINS = "description"
"""Where Pinboard and its likes keep the title of a bookmark; what describes it is `extended`."""
UNIT = re.compile(
    r"(?:hours?|h|weeks?|months?|minutes?|час\w*|недел\w*|месяц\w*|минут\w*|小时|学时|课时|分钟|周)\b.*", re.IGNORECASE
)
RANK = re.compile(r"\s*(\d{1,2})\s*(?:(?:/|из|of)\s*(\d{1,2}))?\s*")
SCALE = re.compile(r"\b[01]\s*[-–—]\s*(\d{1,2})\b")
"""A level in numbers, and how far its column says they go."""
BARE_NUMBER = re.compile(r"\d[\d\s.,–-]*")
BOOK_MARKS = re.compile(r"^\s*《|》\s*$")
"""The quotes around a title in Chinese."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def entry_of(record: Mapping[str, object], line: int) -> Entry | None:
    """The entry a record describes; None for one without a title and an address, or with an address we refuse."""
    values, links = _values(record), list(further_links(record))
    url = _address(values) or unnamed_address(record) or next((link.url for link in links), None)
    title = clean(BOOK_MARKS.sub("", values.get("title", "")))[:300] or (title_from_url(url) if url else "")
    if not title or REFUSED.match(values.get("url", "")):
        return None
    return Entry(
        line=line,
        title=title,
        url=url,
        links=tuple(link for link in links if link.url != url or values.get("url") is None),
        note=clean(values.get("note", "")),
        marks=tuple(_marks(values)),
        tags=tuple(split_tags(values.get("tags", ""))),
        added=parse_moment(values.get("added", "")),
        creator=clean(values.get("creator", ""))[:200] or None,
        why=Why.RECORD,
    )


def is_nameless(record: Mapping[str, object]) -> bool:
    """Whether a record has neither title nor address."""
    values = _values(record)
    return not values.get("title") and not values.get("url")


def split_tags(text: str) -> list[str]:
    """Tags between commas or semicolons; without any, between spaces."""
    parts = re.split(r"[,;|，、]", text) if re.search(r"[,;|，、]", text) else text.split()
    return list(dict.fromkeys(tag for part in parts if (tag := clean(part))))[:50]


def _values(record: Mapping[str, object]) -> dict[str, str]:
    """What the fields of a record say, the surest name of each first."""
    names = {name: "title" if name == TITLE_OF_PINS and "extended" in record else str(name) for name in record}
    ranked = sorted(
        ((*found, name) for name, means in names.items() if (found := rank_of(means))),
        key=lambda one: (one[0] == "title", one[1]),
    )
    values: dict[str, str] = {}
    for meaning, _, name in ranked:
        if meaning == "url":
            text = next((address for _, address in addresses_of(record[name])), "")
        else:
            text = _text(record[name])
        if meaning == "effort" and BARE_NUMBER.fullmatch(text) and (unit := UNIT.search(name)):
            text = f"{text} {unit[0]}"
        if meaning == "level" and (rank := RANK.fullmatch(text)):
            most = SCALE.search(name)
            text = f"difficulty: {rank[1]}/{rank[2] or (most[1] if most else 5)}"
        if text.strip().lower() not in NOTHING:
            values.setdefault(meaning, text[:MAX_FIELD])
            if meaning == "title" and (kind := _kind_of_column(name)):
                values.setdefault("kind", kind)
    if both := named_address(values.get("title", "")):
        values["title"] = both[0]
        values.setdefault("url", both[1])
    return values


def _kind_of_column(name: str) -> str:
    """The kind of work that a column of titles says it holds: "Course name", "书名"."""
    return next((word[0] for kind, word in words_for_kinds(name) if kind in NAMED_KINDS), "")


def _text(value: object, depth: int = 0) -> str:
    """A value as text: the names in a mapping of a person, a list between commas; lists in lists to a depth."""
    if isinstance(value, list):
        return ", ".join(text for item in value if (text := _text(item, depth + 1))) if depth < LISTS_DEEP else ""
    fields = mapping_of(value)
    if fields is None:
        return "" if value is None else str(value)
    parts = [str(fields[key]) for key in PARTS if fields.get(key)]
    return name_in(fields) or " ".join(parts)


def _address(values: Mapping[str, str]) -> str | None:
    """The record's own address, or the one its identifier makes."""
    if url := values.get("url", "").strip():
        return url if "://" not in url or is_web(url) else None
    if doi := values.get("doi", "").strip():
        return doi if is_web(doi) else f"https://doi.org/{doi.removeprefix('doi:').strip()}"
    if (arxiv := re.search(r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}", values.get("arxiv", ""))) is not None:
        return f"https://arxiv.org/abs/{arxiv[0]}"
    return None


def _marks(values: Mapping[str, str]) -> list[str]:
    """What a record states, in the marks that the judges know."""
    marks = [f"@{clean(values['kind']).lower()}"] if values.get("kind") else []
    marks += [clean(values["level"])] if values.get("level") else []
    marks += [year[0]] if (year := YEAR.search(values.get("year", ""))) else []
    marks += [f"language:{clean(values['language'])}"] if values.get("language") else []
    marks += [f"stance:{clean(values['stance'])}"] if values.get("stance") else []
    marks += _price(clean(values.get("is_free", "")).lower(), clean(values.get("price", "")))
    marks += [f"Effort: {clean(values['effort'])}"] if values.get("effort") else []
    return marks


def _price(is_free: str, price: str) -> list[str]:
    """Free or paid: said so, or by a price, of which zero is free."""
    if is_free in YES | NO:
        return ["free" if is_free in YES else "paid"]
    said = [is_free] if is_free else []
    if re.search(r"[1-9]", price):
        return [*said, "paid"]
    return [*said, "free" if "0" in price else price] if price else said
