"""The dated rows of data/providers.toml: which sites answer otherwise than they mean, and who reads them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from catalogue.errors import InputError
from catalogue.vocabulary import Verdict

NEEDS = {
    "status": (),
    "json": ("probe", "field"),
    "mark": ("marks",),
    "redirect": ("keep", "says.away"),
    "two-probes": ("probe", "second", "second_says"),
    "unasked": ("says.always",),
}
"""The readers, and what a row of each must have."""
EVIDENCE = frozenset({"recorded", "second-hand"})
PAGE = "page"
UNTRUSTED_404 = "untrusted-404"
SAYINGS = frozenset({*(verdict.value for verdict in Verdict), PAGE, UNTRUSTED_404})
FIELD = re.compile(r"\{(\w+)(?::(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Provider:
    """One row: whose URLs it speaks for, how they are read, and what we know that from."""

    name: str
    urls: tuple[re.Pattern[str], ...]
    reader: str
    says: Mapping[str, str]
    reason: str
    evidence: str
    source: str
    date: date
    probe: str = ""
    second: str = ""
    second_says: Mapping[str, str] | None = None
    field: str = ""
    moved: str = ""
    notes: Mapping[str, str] | None = None
    token: str = ""
    keep: str = ""
    marks: tuple[tuple[re.Pattern[str], str], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A provider that speaks for a URL, with what the URL says of the thing it names."""

    provider: Provider
    names: Mapping[str, str]

    def fill(self, template: str) -> str:
        """A probe for this URL; `{name:default}` gives a default where the URL has no such part."""
        return FIELD.sub(lambda found: _escaped(self.names.get(found[1]) or found[2] or ""), template)


def _escaped(part: str) -> str:
    """A part of a URL as part of another: escaped once, however it was escaped before."""
    return quote(unquote(part), safe="/():;,@")


class Providers:
    """All rows, asked by URL."""

    def __init__(self, rows: tuple[Provider, ...]) -> None:
        self.rows = rows

    def find(self, url: str) -> Claim | None:
        """The first row that speaks for a URL."""
        place = url.partition("://")[2].removeprefix("www.").partition("#")[0]
        for row in self.rows:
            for pattern in row.urls:
                if found := pattern.match(place):
                    return Claim(row, {name: value for name, value in found.groupdict().items() if value})
        return None


def providers_of(data_dir: Path) -> Providers:
    """The rows of a data folder; those that come with the project where the folder has none."""
    own = data_dir / "providers.toml"
    return load_providers(own) if own.exists() else shipped_providers()


@cache
def shipped_providers() -> Providers:
    """The rows that come with the project."""
    return load_providers(Path(str(files("crawler") / "providers.toml")))


def load_providers(path: Path) -> Providers:
    """Read rows from a file; InputError names the row that cannot be."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("provider", [])
    except (OSError, ValueError) as error:
        raise InputError(path, str(error)) from error
    return Providers(tuple(_parse_row(row, path) for row in rows))


def _parse_row(row: dict[str, Any], path: Path) -> Provider:
    name = str(row.get("name", "a row without name"))
    if not isinstance(row.get("urls"), list):
        raise InputError(path, f"{name}: urls is no list of patterns")
    try:
        provider = Provider(
            **{
                **row,
                "urls": tuple(re.compile(pattern, re.IGNORECASE) for pattern in row["urls"]),
                "marks": tuple((re.compile(mark, re.IGNORECASE), saying) for mark, saying in row.get("marks", [])),
                "says": {str(key): str(saying) for key, saying in row["says"].items()},
            }
        )
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise InputError(path, f"{name}: {error}") from error
    if problem := _problem_of(provider):
        raise InputError(path, f"{name}: {problem}")
    return provider


def _problem_of(row: Provider) -> str | None:
    """What a row may not say: a rule that was only told by others never calls a link gone."""
    sayings = {*row.says.values(), *(row.second_says or {}).values(), *(saying for _, saying in row.marks)}
    if row.reader not in NEEDS:
        return f"unknown reader {row.reader!r}"
    if missing := next((need for need in NEEDS[row.reader] if not _has(row, need)), None):
        return f"a row read as {row.reader!r} needs {missing}"
    if row.evidence not in EVIDENCE:
        return f"unknown evidence {row.evidence!r}"
    if unknown := sayings - SAYINGS:
        return f"unknown verdict {sorted(unknown)[0]!r}"
    if row.evidence == "second-hand" and Verdict.GONE.value in sayings:
        return "second-hand evidence is not enough for 'gone'"
    return None


def _has(row: Provider, need: str) -> bool:
    table, _, key = need.partition(".")
    return bool(getattr(row, table)) and (not key or key in row.says)
