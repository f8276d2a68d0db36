"""Two hundred topics, each as an invented title and a question in three languages: what one finds, all find."""

import csv
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from catalogue.content import Content, Resource
from catalogue.normalise.topics import TopicFinder
from catalogue.records.documents import Entry
from catalogue.schema import open_database
from catalogue.site.asking import Ask
from catalogue.site.finding import load_answer
from catalogue.site.shelf import Shelf, load_shelf
from catalogue.thesaurus import load_thesaurus
from catalogue.vocabulary import Origin, Stance
from tests.search.labelled import script_of
from tests.site.sample import ROOT, TOPICS, save

ROWS = tuple(csv.DictReader((Path(__file__).parent / "parallel_titles.csv").read_text(encoding="utf-8").splitlines()))
LANGUAGES = ("en", "ru", "zh")
MOST = 500


@dataclass(frozen=True)
class Parallel:
    """A catalogue of all titles, each with the topics that an import finds in it; a title's key is row and language."""

    connection: sqlite3.Connection
    shelf: Shelf

    def found(self, asked: str) -> list[str]:
        """The keys of what the site answers."""
        return [row["key"] for row in load_answer(self.connection, self.shelf, Ask(asked), MOST).rows]


@pytest.fixture(scope="module")
def parallel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parallel]:
    """The catalogue, built once."""
    finder = TopicFinder(load_thesaurus(ROOT / "data" / "topics.csv"))
    path = tmp_path_factory.mktemp("parallel") / "catalogue.db"
    engine = open_database(path, create=True)
    save(engine, Content(TOPICS, (), tuple(_resources(finder))))
    engine.dispose()
    connection = sqlite3.connect(path)
    yield Parallel(connection, load_shelf(connection))
    connection.close()


def _resources(finder: TopicFinder) -> Iterator[Resource]:
    for number, row in enumerate(ROWS):
        for language in LANGUAGES:
            title = row[f"title_{language}"]
            topics = tuple(
                (found.value, Origin.INFERRED) for found in finder.judge_topics(Entry(line=1, title=title), ())
            )
            yield Resource(f"{number}-{language}", title, Stance.RECOMMENDED, language=script_of(title), topics=topics)


def test_a_topic_is_found_in_the_other_two_languages(parallel: Parallel) -> None:
    """Of all titles in another language than the question's, nearly all are found; what is missed is printed."""
    missed = []
    for number, row in enumerate(ROWS):
        for asked in LANGUAGES:
            found = set(parallel.found(row[f"asked_{asked}"]))
            missed += [
                f"{row[f'asked_{asked}']} → {row[f'title_{other}']}"
                for other in LANGUAGES
                if other != asked and f"{number}-{other}" not in found
            ]
    several = len(ROWS) * len(LANGUAGES) * 2
    print(f"\nacross languages: {several - len(missed)} of {several} titles found", *missed, sep="\n  ")
    assert len(missed) <= 0.05 * several


def test_the_own_language_comes_first(parallel: Parallel) -> None:
    """The title that holds the words as typed is found, and the mean of its reciprocal rank is near one."""
    ranks = []
    for number, row in enumerate(ROWS):
        for asked in LANGUAGES:
            found = parallel.found(row[f"asked_{asked}"])
            ranks.append(1 / (found.index(f"{number}-{asked}") + 1) if f"{number}-{asked}" in found else 0)
    print(f"\nown language: mean reciprocal rank {sum(ranks) / len(ranks):.3f}")
    assert sum(ranks) / len(ranks) >= 0.85
