"""A catalogue of titles alone, each with the kind and the topics that an import would find in it, to be asked."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from catalogue.assembly.content import Content, Resource
from catalogue.database.schema import open_database
from catalogue.datafolder.thesaurus import load_thesaurus
from catalogue.normalise.kind import judge_kind
from catalogue.normalise.topics import TopicFinder
from catalogue.records.documents import Entry
from catalogue.site.asking import Ask
from catalogue.site.finding import load_answer
from catalogue.site.shelf import Shelf, load_shelf
from catalogue.vocabulary import Origin, Stance
from tests.search.labelled import script_of
from tests.site.sample import ROOT, TOPICS, save

MOST = 500


@dataclass(frozen=True)
class Asked:
    """What is asked."""

    connection: sqlite3.Connection
    shelf: Shelf

    def found(self, question: str) -> list[str]:
        """The keys of what the site answers, best first."""
        return [row["key"] for row in load_answer(self.connection, self.shelf, Ask(question), MOST).rows]


@contextmanager
def catalogue_of(titles: Mapping[str, str], path: Path) -> Iterator[Asked]:
    """A catalogue of these titles by key, in a new file."""
    finder = TopicFinder(load_thesaurus(ROOT / "data" / "topics.csv"))
    engine = open_database(path, create=True)
    save(engine, Content(TOPICS, (), tuple(_resource(key, title, finder) for key, title in titles.items())))
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        yield Asked(connection, load_shelf(connection))


def _resource(key: str, title: str, finder: TopicFinder) -> Resource:
    entry = Entry(line=1, title=title)
    kind = judge_kind(entry, (), ())
    topics = tuple((found.value, Origin.INFERRED) for found in finder.judge_topics(entry, ()))
    return Resource(
        key,
        title,
        Stance.RECOMMENDED,
        language=script_of(title),
        kind=kind.value if kind else None,
        topics=topics,
    )
