"""Scores of the importer against the samples beside the project: what a list's own structure states is the truth."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from catalogue.datafolder.thesaurus import load_thesaurus
from catalogue.documents.reading import read_document
from catalogue.normalise.mention import Normaliser
from catalogue.normalise.topics import TopicFinder
from catalogue.records.documents import Mention
from catalogue.urls import url_key

TOPICS = TopicFinder(load_thesaurus(Path(__file__).parent.parent.parent / "data" / "topics.csv"))
LISTS = (
    "awesome-ai-ml-resources",
    "awesome-aigc-tutorials",
    "awesome-machine-learning",
    "feeds-allainews",
    "free-programming-books",
    "llm-course",
    "ossu-data-science",
)
KINDS = {
    "blog": {"website", "article"},
    "problem": {"practice"},
    "project": {"practice", "dataset", "documentation", "video"},
    "channel": {"creator"},
    "certification": {"course"},
    "newsletter": {"website"},
    "news": {"website", "article", "community"},
    "video_channel": {"creator"},
    "course_video": {"course", "video"},
    "course_or_tutorial": {"course", "tutorial", "book", "video"},
    "notebook": {"tutorial", "tool", "article"},
    "blog_or_podcast": {"website", "article", "podcast"},
    "jobs": {"website"},
}
"""The kinds of ours that a list's own word may mean."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right, of how many found, of how many there are."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / max(1, self.there)


def score_entries(shared: Path, name: str) -> Score:
    """The entries of a list by address, file by file; an address that stands twice counts twice."""
    right = found = there = 0
    for rows, mentions in _files(shared, name):
        truth = Counter(url_key(row["url"]) for row in rows)
        got = Counter(url_key(mention.url) for mention in mentions if mention.url)
        right += sum((truth & got).values())
        found += len(mentions)
        there += len(rows)
    return Score(right, found, there)


def score_values(shared: Path, name: str, field: str, right: Callable[[Any, Mention], bool]) -> Score:
    """One field of the entries that a list states it for; `found` counts those we say something of."""
    good = said = there = 0
    for rows, mentions in _files(shared, name):
        known = {url_key(mention.url): mention for mention in mentions if mention.url}
        for row in rows:
            mention = known.get(url_key(row["url"]))
            if row.get(field) and mention is not None:
                there += 1
                value = getattr(mention, field)
                said += value is not None
                good += value is not None and right(row[field], mention)
    return Score(good, said, there)


def is_kind(stated: str, mention: Mention) -> bool:
    """Whether a kind is one of those a list's word may mean."""
    return mention.kind is not None and mention.kind.value in KINDS.get(stated, {stated})


def is_level(stated: str | list[str], mention: Mention) -> bool:
    """Whether a level is the stated one, or where a stated range begins."""
    first = stated[0] if isinstance(stated, list) else stated
    return mention.level is not None and mention.level.value == first


def is_language(stated: str, mention: Mention) -> bool:
    """Whether a language is the stated one, whatever its script."""
    return mention.language is not None and mention.language.value.partition("-")[0] == stated


@cache
def mentions_of(path: Path) -> tuple[Mention, ...]:
    """What the importer alone makes of a file: no curation, no earlier import."""
    document = read_document(path.read_bytes(), path.name)
    return Normaliser(document, TOPICS).mentions(facts_only=True)


def _files(shared: Path, name: str) -> Iterator[tuple[list[dict[str, Any]], tuple[Mention, ...]]]:
    folder = shared / "samples" / name
    by_file: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_file[row.get("file", "README.md")].append(row)
    for file, rows in by_file.items():
        yield rows, mentions_of(folder / "src" / file)
