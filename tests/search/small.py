"""Fill a small catalogue as a build does, and ask it."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, text

from catalogue.assembly.content import Content, Resource, RoleLink
from catalogue.database.schema import reading, writing
from catalogue.datafolder.thesaurus import Topic
from catalogue.records.documents import Mention, Roadmap, Section, SourceFacts
from catalogue.search.query import Query
from catalogue.site.asking import Ask
from catalogue.site.finding import load_answer
from catalogue.site.shelf import load_shelf
from catalogue.store.content import save_content
from catalogue.store.rows import Tally
from catalogue.store.search_index import sync_index
from catalogue.vocabulary import LinkRole, Origin, Stance


@dataclass
class Small:
    """A catalogue of a few titles; the key of each resource is its title."""

    engine: Engine
    resources: dict[str, Resource] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)

    def add(self, *titles: str, topics: Sequence[str] = (), section: str = "", **facts: Any) -> None:
        """Put resources into the catalogue, or put a changed one in the place of an old one."""
        self.states |= {f"https://{key}.example/": facts.get("state", "ok") for key in titles if "state" in facts}
        for key in titles:
            links = (RoleLink(f"https://{key}.example/", LinkRole.PRIMARY),) if "state" in facts else ()
            self.resources[key] = Resource(
                key,
                facts.get("title", key),
                Stance.RECOMMENDED,
                topics=tuple((topic, Origin.CURATED) for topic in topics),
                kind=facts.get("kind"),
                links=links,
                url=links[0].url if links else None,
                recommended_by=facts.get("recommended_by", 1),
            )
            self.sections[key] = section
            self.notes[key] = facts.get("note", "")

    def build(self) -> int:
        """Store what was added and index it; returns how many rows of the index were written."""
        with writing(self.engine) as session:
            for _ in save_content(session, self._content(), Tally()):
                session.commit()
        return sync_index(self.engine)

    def find(self, expression: str) -> list[str]:
        """The keys of what an expression finds, best first."""
        statement = text("""select r.key from resource_fts f join resource r on r.id = f.rowid
            where resource_fts match :expression order by f.rank, r.id""")
        with reading(self.engine) as session:
            return list(session.execute(statement, {"expression": expression}).scalars())

    def search(self, asked: str) -> list[str]:
        """The keys of what the site answers to a question, best first."""
        self.build()
        with writing(self.engine) as session:
            for url, state in self.states.items():
                session.execute(text("update link set state = :state where url = :url"), {"state": state, "url": url})
        connection = sqlite3.connect(str(self.engine.url.database))
        try:
            return [row["key"] for row in load_answer(connection, load_shelf(connection), Ask(asked), 100).rows]
        finally:
            connection.close()

    def _content(self) -> Content:
        topics = {topic for resource in self.resources.values() for topic, _ in resource.topics}
        sections = tuple(Section(n, title, 1, n + 1) for n, title in enumerate(self.sections.values()))
        mentions = tuple(
            Mention(key, n + 1, key, section=n, note=self.notes[key]) for n, key in enumerate(self.sections)
        )
        roadmap = Roadmap("small", SourceFacts("Small", "small.md", "0" * 64), sections, mentions)
        named = tuple(Topic(topic, None, topic.replace("-", " "), topic, topic) for topic in sorted(topics))
        return Content(named, (roadmap,), tuple(self.resources.values()))


def words(query: Query) -> str:
    """The expression of all words, or one that finds nothing."""
    return query.words or query.match
