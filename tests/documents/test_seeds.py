"""The five documents the catalogue starts from, by the importer alone: curation is not looked at.

A careful human lists 82 mentions (44, 9, 22, 5, 2), 11 without a URL, and as many again of what is advised against
or stands at the edge.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from catalogue.documents.reading import read_document
from catalogue.normalise.library import Library
from catalogue.records.curation import Curation
from catalogue.records.documents import Document
from catalogue.vocabulary import Kind, Stance
from tests.documents.reread import TOPICS, mentions_of

pytestmark = pytest.mark.shared


def documents(shared: Path) -> list[Document]:
    """The five documents, read."""
    return [read_document(path.read_bytes(), path.name) for path in sorted((shared / "seeds").glob("*.txt"))]


def test_every_mention_is_found(shared: Path) -> None:
    """What a human lists is there; beyond it only what is advised against, the author's channel, and a platform."""
    read = documents(shared)
    assert [len(document.entries) for document in read] == [44, 15, 23, 5, 2]
    assert [sum(entry.url is None for entry in document.entries) for document in read] == [0, 14, 0, 0, 2]


def test_lost_names_are_told_and_none_is_invented(shared: Path) -> None:
    """Where the text lost the names it promises, the import says the line."""
    assert [(place.line) for document in documents(shared) for place in document.lost] == [177, 375, 383, 395]


def test_steps_and_times(shared: Path) -> None:
    """The roadmap in eight steps and the one in timed lines keep their order and their times."""
    first, second, *_ = documents(shared)
    weeks = [
        (s.step, s.effort and s.effort.min_weeks, s.effort and s.effort.max_weeks) for s in first.sections if s.step
    ]
    assert weeks == [
        (1, 3, 4),
        (2, 4, 6),
        (3, 6, 8),
        (4, None, None),
        (5, 3, 4),
        (6, None, None),
        (7, None, None),
        (8, 4, 6),
    ]
    assert [s.effort.max_weeks for s in second.sections if s.effort] == [4, 6, 6, 2, 2, 1, 3]


def test_stances(shared: Path) -> None:
    """What is advised against, what is advertised and the author's own channel are known as such."""
    stances = [
        mention.stance.value
        for path in sorted((shared / "seeds").glob("*.txt"))
        for mention in mentions_of(path.read_text(encoding="utf-8"), path.name)
        if mention.stance
    ]
    counts = [stances.count(stance) for stance in (Stance.DISCOURAGED, Stance.PROMOTIONAL, Stance.SELF_PROMOTION)]
    assert counts == [5, 2, 1]


def test_kinds(shared: Path) -> None:
    """Courses, books and people of the first document, which names its works in translation."""
    (path,) = (shared / "seeds").glob("000*")
    kinds = [
        mention.kind and mention.kind.value for mention in mentions_of(path.read_text(encoding="utf-8"), path.name)
    ]
    assert (kinds.count(Kind.CREATOR), kinds.count(Kind.BOOK)) == (7, 5)
    assert kinds.count(Kind.COURSE) >= 16


def test_languages(shared: Path) -> None:
    """Everything the two translated documents name is English."""
    for start in ("000", "002"):
        (path,) = (shared / "seeds").glob(f"{start}*")
        found = {m.language and m.language.value for m in mentions_of(path.read_text(encoding="utf-8"), path.name)}
        assert found == {"en"}


def test_one_resource_once(shared: Path) -> None:
    """The importer alone makes six of the seven merges, across documents, languages and hosts, and no wrong one.

    The seventh, a book and a reader's notebooks to it, is a person's: review proposes it, curation decides it.
    """
    library = Library((), Curation(), TOPICS)
    named: dict[str, set[str | None]] = {}
    for document in documents(shared):
        for mention in library.take(document, date(2025, 11, 21), facts_only=True).mentions:
            named.setdefault(mention.resource, set()).add(mention.title)
    times = Counter(m.resource for roadmap in library.roadmaps.values() for m in roadmap.mentions)
    assert sorted(times[key] for key in times if times[key] > 1) == [2, 2, 2, 2, 2, 3]
    apart = ("Глубокое обучение", "Обучение с подкреплением")
    assert [sum(title in titles for titles in named.values()) for title in apart] == [2, 2]
