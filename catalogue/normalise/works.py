"""Hosts that give one work several addresses, and what of an address names the work. The rows are in works.csv.

A host `*.name` there is every host one word below `name`.
"""

import csv
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

from catalogue.urls import host_of, url_key

DOORS = ("m.", "mobile.")
"""Beginnings of hosts that show the same pages to a phone."""
NO_NAMES = frozenset({"home", "search", "explore", "i", "hashtag", "topic", "courses", "joinchat"})
"""Pages of the host itself that look like the name of a work."""


def work_at(url: str) -> str | None:
    """The work an address names, with its host and sort (`coursera.org course machine-learning`); None if unknown."""
    host = host_of(url).removeprefix("www.")
    for door in DOORS:
        host = host.removeprefix(door)
    rows = _rows().get(host) or _rows().get(f"*.{host.partition('.')[2]}")
    if not rows:
        return None
    address = "/" + url_key(url).partition("/")[2]
    for first, name, pattern in rows:
        if (found := pattern.fullmatch(address)) and found[1].lower() not in NO_NAMES:
            return f"{first} {name} {found[1].lower()}"
    return None


@cache
def _rows() -> dict[str, list[tuple[str, str, re.Pattern[str]]]]:
    """For each host its rows: the first host of the row, the name, what an address looks like."""
    text = files("catalogue.normalise").joinpath("works.csv").read_text(encoding="utf-8")
    rows: dict[str, list[tuple[str, str, re.Pattern[str]]]] = defaultdict(list)
    for row in csv.DictReader(text.splitlines()):
        hosts = row["hosts"].split()
        for host in hosts:
            rows[host].append((hosts[0], row["name"], re.compile(row["address"])))
    return dict(rows)
