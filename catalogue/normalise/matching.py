"""Which mentions name the same resource: by address, by identifier, by what addresses of one work have in common. Pure.

Equal titles never make two addresses one; a title only finds again what has no address. Every match says why.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from catalogue.documents.blocks import clean
from catalogue.normalise.works import work_at
from catalogue.records.curation import Curation
from catalogue.records.documents import Mention
from catalogue.urls import host_of, identifiers_of, is_web, place_of, unarchived, url_key
from catalogue.vocabulary import Kind

EDITION = re.compile(
    r"[/-](?:(?:spring|summer|fall|autumn|winter|sp|fa|wi|su|[fsw])?-?_?(?:19|20)\d\d(?:-?(?:spring|summer|fall|autumn"
    r"|winter|[1-4fsw]))?|(?:sp|fa|wi|su|[fsw])-?_?\d\d)$|(?<=[a-z0-9])\.1\d\d[1-8]$",
    re.I,
)
"""A year or a term at the end of a course's address: `/fall2019`, `/2020-spring`, `/f18`, `/cs224n.1194`."""
SHORT_WORD = 2
ROOT = re.compile(r"^/[^/]+/[^/]+?(?:\.git)?/?(?:(?:tree|blob)/[^/]+/?(?:README(?:\.\w+)?)?/?)?$", re.IGNORECASE)


class Because(StrEnum):
    """Why two mentions are one resource."""

    ADDRESS = "the same address"
    ARXIV = "the same arXiv paper"
    DOI = "the same DOI"
    ISBN = "the same ISBN"
    VIDEO = "the same video"
    PLAYLIST = "the same playlist"
    REPOSITORY = "the same repository"
    PAGES = "a repository and its own pages"
    ARCHIVED = "an archived copy and what it is of"
    WORK = "two addresses of one work on its host"
    EDITION = "two editions of one course"
    TITLE = "the same title, both without an address"


BECAUSE = {
    "place": Because.ADDRESS,
    "url": Because.ADDRESS,
    "arxiv": Because.ARXIV,
    "doi": Because.DOI,
    "isbn": Because.ISBN,
    "video": Because.VIDEO,
    "playlist": Because.PLAYLIST,
    "repository": Because.REPOSITORY,
    "work": Because.WORK,
    "edition": Because.EDITION,
    "title": Because.TITLE,
}


@dataclass(slots=True)
class Index:
    """Which resource each address and identifier belongs to; what curation keeps apart stays apart."""

    curation: Curation = field(default_factory=Curation)
    _resource_of: dict[tuple[str, str], str] = field(default_factory=dict)
    _people_of: dict[str, frozenset[str]] = field(default_factory=dict)
    _in_places: set[str] = field(default_factory=set)
    """Pages of which several places are resources: the page's key alone tells none of them."""

    def add(self, mention: Mention) -> None:
        """Learn a mention whose resource is known."""
        people = people_in(mention.creator) if mention.url is None else frozenset()
        for name in names_of(mention):
            known = self._resource_of.setdefault(name, mention.resource)
            if name[0] == "url" and known != mention.resource:
                self._in_places.add(name[1])
            if people:
                self._people_of.setdefault(mention.resource, people)

    def find(self, mention: Mention) -> tuple[str, Because] | None:
        """The resource that a mention without a key names, and why; None for one not seen before."""
        url = mention.url
        for scheme, value in names_of(mention):
            if scheme == "url" and value in self._in_places:
                return None
            resource = self._resource_of.get((scheme, value))
            if resource is not None and not self._is_apart(resource, url) and not self._by_others(resource, mention):
                return resource, _because(scheme, value, url)
        return None

    def _by_others(self, resource: str, mention: Mention) -> bool:
        """Whether a work without an address has the title of another one, by other people."""
        known, people = self._people_of.get(resource, frozenset()), people_in(mention.creator)
        return mention.url is None and bool(known and people) and not known & people

    def _is_apart(self, resource: str, url: str | None) -> bool:
        """Whether a person said that an address is not this resource."""
        decision = self.curation.resources.get(resource)
        if decision is None or url is None:
            return False
        return any(is_web(other) and url_key(other) == url_key(url) for other in decision.not_same_as)


def _because(scheme: str, value: str, url: str | None) -> Because:
    if scheme == "repository" and url and "github.io" in host_of(url):
        return Because.PAGES
    if scheme == "url" and url and value != url_key(url):
        return Because.ARCHIVED
    return BECAUSE[scheme]


def names_of(mention: Mention) -> Iterator[tuple[str, str]]:
    """Every name by which a resource can be found again, surest first."""
    url = mention.url
    if url is None:
        title = title_key(mention.title)
        yield from (("title", f"{title} by {name}") for name in sorted(people_in(mention.creator)))
        yield "title", title
        return
    yield "place", place_of(url)
    yield "url", url_key(url)
    if (original := unarchived(url)) != url:
        yield "url", url_key(original)
    found = dict(identifiers_of(url))
    for scheme in ("arxiv", "doi", "isbn"):
        if scheme in found:
            yield scheme, found[scheme]
    yield from _video_names(found)
    if repository := _repository(url, found):
        yield "repository", repository
    if work := work_at(url):
        yield "work", work
    is_course = mention.kind is not None and mention.kind.value is Kind.COURSE
    if is_course and (edition := _edition(url)):
        yield "edition", edition


def people_in(creator: str | None) -> frozenset[str]:
    """The words of a creator that could be surnames."""
    return frozenset(word for word in title_key(creator or "").split() if len(word) > SHORT_WORD)


def title_key(title: str) -> str:
    """A title without case, punctuation and the spelling of ё."""
    return " ".join(re.findall(r"\w+", clean(title).lower().replace("ё", "е")))


def _video_names(found: dict[str, str]) -> Iterator[tuple[str, str]]:
    """A playlist is its own work: it is no name of the video it starts with, nor of another one in it."""
    video, playlist = found.get("youtube"), found.get("youtube-list")
    if playlist is not None:
        yield "playlist", f"{playlist}/{video}" if video else playlist
    elif video is not None:
        yield "video", video


def _repository(url: str, found: dict[str, str]) -> str | None:
    """The repository an address shows the front page of: on GitHub itself, or as the pages GitHub serves for it."""
    path = urlsplit(url).path
    if "github" in found:
        return found["github"] if ROOT.match(path) else None
    owner, dot, host = host_of(url).partition(".")
    parts = [part for part in path.split("/") if part and part.lower() != "index.html"]
    if dot and host == "github.io" and len(parts) <= 1:
        return f"{owner}/{parts[0]}".lower() if parts else f"{owner}/{owner}.github.io"
    return None


def _edition(url: str) -> str | None:
    """An address without the year or term at its end: editions of one course differ in nothing else."""
    if not is_web(url) or urlsplit(url).query:
        return None
    return EDITION.sub("", url_key(url))
