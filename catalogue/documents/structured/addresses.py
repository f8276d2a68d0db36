"""The addresses in a record of a structured file: its own, its further ones, one beside a title. Pure."""

import re
from collections.abc import Iterator, Mapping

from catalogue.datafolder.yamltext import Block
from catalogue.documents.lines.labels import role_of
from catalogue.documents.lines.links import is_label
from catalogue.documents.structured.fieldnames import meaning_of, role_of_field
from catalogue.records.documents import EntryLink
from catalogue.urls import is_web
from catalogue.vocabulary import LinkRole

LISTS_DEEP = 4
"""Lists in lists of a field are read so far."""
MAX_ADDRESSES = 3
"""A record may have so many addresses in a row; a longer list is a folder of works."""
NAMED_ADDRESS = re.compile(
    r"\W{0,3}\[(?P<linked>[^\[\]]{1,300})\]\(\s*<?(?P<to>https?://[^\s<>]+?)>?\s*\)\W*"
    r"|(?P<before>\S.{0,300}?)\s*[-–—:|：]?\s+(?P<behind>https?://\S+)"
)
"""A work in one piece of text: a Markdown link, or its title and then its address."""
PICTURE = re.compile(
    r"image|img|avatar|logo|icon|cover|thumb|picture|badge|\.(?:png|jpe?g|gif|svg|webp|ico)$", re.IGNORECASE
)


def mapping_of(value: object) -> Mapping[str, object] | None:
    """A mapping of JSON or YAML; None for any other value."""
    if isinstance(value, Block):
        return value.values
    return value if isinstance(value, dict) else None


def addresses_of(value: object, depth: int = 0) -> list[tuple[str, str]]:
    """The addresses that are a record's own, each with what it is called; [] where works of their own are listed.

    Those of a list may have words for links as their names: Website, Code.
    """
    if isinstance(value, str):
        return [("", value.strip())]
    if isinstance(value, list):
        names = list(filter(None, map(name_in, value)))
        items = [item for item in value if not name_in(item) or is_label(name_in(item))] if depth < LISTS_DEEP else []
        found = [address for item in items for address in addresses_of(item, depth + 1)]
        return [] if (names and not is_label(names[0])) or len(found) > MAX_ADDRESSES else found
    fields = mapping_of(value) or {}
    called = next((str(item) for name, item in fields.items() if meaning_of(name) == "kind"), name_in(fields))
    own = [
        (called, item.strip()) for name, item in fields.items() if meaning_of(name) == "url" and isinstance(item, str)
    ]
    return [*own[:1], *((name, str(item)) for name, item in fields.items() if role_of_field(name))]


def named_address(text: str) -> tuple[str, str] | None:
    """The title and the address in a text that holds no more than both."""
    found = NAMED_ADDRESS.fullmatch(text.strip()) if "://" in text else None
    return (found["linked"] or found["before"], found["to"] or found["behind"]) if found else None


def name_in(value: object) -> str:
    """The name in a mapping; "" where it has none."""
    fields = mapping_of(value) or {}
    return next((item for name, item in fields.items() if meaning_of(name) == "title" and isinstance(item, str)), "")


def further_links(record: Mapping[str, object]) -> Iterator[EntryLink]:
    """The addresses of a record beside its own, in their roles."""
    for name, value in record.items():
        meaning = meaning_of(str(name)) or ""
        if meaning.startswith("link:"):
            yield from (
                EntryLink(url, LinkRole(meaning.removeprefix("link:"))) for _, url in addresses_of(value) if is_web(url)
            )
        elif meaning == "url":
            for called, url in addresses_of(value)[1:]:
                yield EntryLink(url, role_of_field(called) or role_of(called) or LinkRole.MIRROR)


def unnamed_address(record: Mapping[str, object]) -> str | None:
    """The first address under a name that means nothing to us, if it shows no picture."""
    for name, value in record.items():
        known = meaning_of(str(name)) is not None or PICTURE.search(str(name)) is not None
        if isinstance(value, str) and not known and is_web(value.strip()) and not PICTURE.search(value):
            return value.strip()
    return None
