"""What ranking is given (Liked, TopicNames) and what it gives back (Ranked)."""

from dataclasses import dataclass
from datetime import date

from catalogue.records.papers import Paper


@dataclass(frozen=True, slots=True)
class Liked:
    """Something the catalogue holds. For an arXiv paper `abstract`, `categories` and `day` are known as well."""

    key: str
    title: str
    abstract: str = ""
    categories: tuple[str, ...] = ()
    arxiv_id: str | None = None
    day: date | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicNames:
    """A topic of the catalogue, all its English names, the first to show, and the topic it is part of."""

    topic_id: str
    names: tuple[str, ...]
    broader: str | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What a score is made of; they add up to it."""

    words: float
    subjects: float
    authors: float = 0.0

    @property
    def total(self) -> float:
        """The score."""
        return self.words + self.subjects + self.authors


@dataclass(frozen=True, slots=True)
class Ranked:
    """A paper in its place: best topic, the others it belongs to, and why it stands there.

    `why` stands verbatim in the title or abstract; `nearest` is the key of the likest resource.
    """

    paper: Paper
    rank: int
    score: float
    parts: Parts
    topic: str | None = None
    also_in: tuple[str, ...] = ()
    why: str = ""
    nearest: str | None = None
