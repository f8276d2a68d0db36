"""What an address tells of the kind of its resource: the shapes of shapes.csv, and some that several rules ask for.

Pure.
"""

import csv
import re
from functools import cache
from importlib.resources import files
from itertools import groupby
from urllib.parse import urlsplit

from catalogue.urls import host_of, is_web
from catalogue.vocabulary import Kind

FRONT_PAGE = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:index\.\w+)?", re.IGNORECASE)
"""Paths of a site's front page, one for each language it speaks."""
POST = re.compile(r"^[^/]+\.github\.io/[\w-]+-[\w-]+/?$|/[\w%]+(?:-[\w%]+){2,}/?(?:\.html)?$|/20\d\d/\d\d/.")
"""Addresses that end in a title."""
ONE_VIDEO = re.compile(
    r"(?:m\.)?youtube\.com/(?:watch|live|shorts|embed)\b|youtu\.be/|vimeo\.com/\d|bilibili\.com/video/"
)
"""Addresses of one video."""
CODE = re.compile(r"(?:github|gitlab|gitee)\.com/")
"""Addresses of code: a video in such a title is what the code is for."""
OWN_WORDS = 4
AFFIXES = re.compile(r"^(?:get|use|try|learn)(?=\w{3})|(?<=\w{3})-?(?:project|lang|hq|app|js|db)$")
"""What names of hosts have around the name of what they are for."""


def address_of(url: str | None) -> str:
    """Host without www. and path, which is what the shapes are written for."""
    if url is None or not is_web(url):
        return (url or "").lower()
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www.") + parts.path


def is_front_page(url: str) -> bool:
    """Whether a URL is that of a whole site."""
    return FRONT_PAGE.fullmatch(urlsplit(url).path) is not None


def is_own_site(title: str, url: str) -> bool:
    """Whether a short title begins with the name of its host, as the pages of what is named do ("Django Start")."""
    words = re.findall(r"[^\W_]+", title.lower())
    labels = host_of(url).split(".")[:-1]
    return 0 < len(words) <= OWN_WORDS and any(AFFIXES.sub("", label) == words[0] for label in labels)


def shaped(address: str, strength: str) -> Kind | None:
    """The kind of the first shape of a strength (`strong`, `weak`) that an address has."""
    return next((kind for pattern, kind in _shapes(strength) if pattern.search(address)), None)


@cache
def _shapes(strength: str) -> tuple[tuple[re.Pattern[str], Kind], ...]:
    """The shapes of one strength in the order of shapes.csv, one pattern for each run of rows of a kind."""
    text = files("catalogue.normalise").joinpath("shapes.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["strength"] == strength]
    return tuple(
        (re.compile("|".join(row["pattern"] for row in run), re.IGNORECASE), Kind(kind))
        for kind, run in groupby(rows, key=lambda row: row["kind"])
    )
