"""Store what data/ says: every table of the content, by difference."""

from collections.abc import Callable, Iterable, Iterator

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.assembly.content import Content, Resource
from catalogue.database import tables
from catalogue.database.columns import table_of
from catalogue.datafolder.thesaurus import Topic
from catalogue.records.arxiv_ids import parse_arxiv_id
from catalogue.records.documents import Roadmap, Section
from catalogue.store.rows import Row, Sync, Tally, ids_of
from catalogue.urls import fetch_url, host_of
from catalogue.vocabulary import LinkState, Stance

SOURCE, SECTION, MENTION = (table_of(m) for m in (tables.Source, tables.Section, tables.Mention))
TOPIC, LABEL = table_of(tables.Topic), table_of(tables.TopicLabel)
RESOURCE, ALIAS = table_of(tables.Resource), table_of(tables.Alias)
RESOURCE_TOPIC, CLAIM = table_of(tables.ResourceTopic), table_of(tables.Claim)
LINK, RESOURCE_LINK = table_of(tables.Link), table_of(tables.ResourceLink)


def save_content(session: Session, content: Content, tally: Tally) -> Iterator[None]:
    """Bring the database to a content; yields whenever the caller should commit.

    Parents are added before children, children removed before parents. Links are never removed: a link nobody
    names any more keeps its visits, and is simply not due.
    """
    yield from Sync(session, TOPIC, ("id",), tally).upsert(_topic(topic) for topic in content.topics)
    yield from Sync(session, SOURCE, ("key",), tally).upsert(_source(roadmap) for roadmap in content.roadmaps)
    yield from Sync(session, RESOURCE, ("key",), tally).upsert(_resource(resource) for resource in content.resources)
    yield from Sync(session, LINK, ("url",), tally).upsert(_new_links(session, content))
    for table, key, make in CHILDREN:
        bound = FROM_DOCUMENTS if table is CLAIM else None
        yield from Sync(session, table, key, tally).replace(make(session, content), bound)
    sources = {(roadmap.source,) for roadmap in content.roadmaps}
    yield from Sync(session, SOURCE, ("key",), tally).delete_others(sources)
    resources = {(resource.key,) for resource in content.resources}
    yield from Sync(session, RESOURCE, ("key",), tally).delete_others(resources)
    yield from Sync(session, TOPIC, ("id",), tally).delete_others({(topic.id,) for topic in content.topics})


def _topic(topic: Topic) -> Row:
    return {name: getattr(topic, name) for name in ("id", "broader", "label_en", "label_ru", "label_zh")}


def _labels(_session: Session, content: Content) -> Iterable[Row]:
    seen = dict.fromkeys((topic.id, lang, text) for topic in content.topics for lang, text in topic.words())
    return ({"topic_id": topic, "language": language, "label": label} for topic, language, label in seen)


def _source(roadmap: Roadmap) -> Row:
    names = ("title", "file", "sha256", "url", "language", "author", "date")
    return {"key": roadmap.source} | {name: getattr(roadmap.facts, name) for name in names}


def _resource(resource: Resource) -> Row:
    names = [column.name for column in RESOURCE.columns if column.name != "id"]
    return {name: getattr(resource, name) for name in names}


def _new_links(session: Session, content: Content) -> Iterable[Row]:
    """Rows for the URLs no row has yet; what visits found out about the others is not ours to touch."""
    known = set(session.connection().execute(sa.select(LINK.c.url)).scalars())
    wanted = dict.fromkeys(fetch_url(link.url) for resource in content.resources for link in resource.links)
    return (_new_link(url) for url in wanted if url not in known)


def _new_link(url: str) -> Row:
    paper = parse_arxiv_id(url)
    return {
        "url": url,
        "host": host_of(url),
        "arxiv_id": paper.arxiv_id if paper else None,
        "state": LinkState.UNCHECKED,
    }


def _aliases(session: Session, content: Content) -> Iterable[Row]:
    ids = ids_of(session, RESOURCE, "key")
    return ({"key": key, "resource_id": ids[r.key]} for r in content.resources for key in r.aliases)


def _resource_topics(session: Session, content: Content) -> Iterable[Row]:
    ids = ids_of(session, RESOURCE, "key")
    for resource in content.resources:
        for topic, origin in resource.topics:
            yield {"resource_id": ids[resource.key], "topic_id": topic, "origin": origin}


def _claims(session: Session, content: Content) -> Iterable[Row]:
    ids = ids_of(session, RESOURCE, "key")
    names = ("field", "value", "origin", "rule", "place")
    for resource in content.resources:
        for claim in resource.claims:
            if claim.field not in ARGUED:
                continue
            yield {"resource_id": ids[resource.key]} | {name: getattr(claim, name) for name in names}


def _resource_links(session: Session, content: Content) -> Iterable[Row]:
    resources, links = ids_of(session, RESOURCE, "key"), ids_of(session, LINK, "url")
    for resource in content.resources:
        rows: dict[int, Row] = {}
        for link in resource.links:  # two links that differ by fragment only are one to fetch: the first role holds
            found = links[fetch_url(link.url)]
            rows.setdefault(
                found,
                {"resource_id": resources[resource.key], "link_id": found, "role": link.role, "url": link.url},
            )
        yield from rows.values()


def _sections(session: Session, content: Content) -> Iterable[Row]:
    ids = ids_of(session, SOURCE, "key")
    for roadmap in content.roadmaps:
        for section in roadmap.sections:
            effort = section.effort
            yield {
                "source_id": ids[roadmap.source],
                **{name: getattr(section, name) for name in ("position", "title", "depth", "line", "parent", "step")},
                "effort": effort.text if effort else None,
                "effort_min_weeks": effort.min_weeks if effort else None,
                "effort_max_weeks": effort.max_weeks if effort else None,
            }


def _mentions(session: Session, content: Content) -> Iterable[Row]:
    sources, resources = ids_of(session, SOURCE, "key"), ids_of(session, RESOURCE, "key")
    sections = ids_of(session, SECTION, "source_id", "position")
    for roadmap in content.roadmaps:
        source, by_position = sources[roadmap.source], {s.position: s for s in roadmap.sections}
        for position, mention in enumerate(roadmap.mentions):
            if mention.resource not in resources:
                continue  # a curator hid it; the positions of the others still count lines of the file
            yield {
                "source_id": source,
                "position": position,
                "section_id": sections.get((source, mention.section)),
                "resource_id": resources[mention.resource],
                "step": _step(by_position, mention.section),
                **{name: getattr(mention, name) for name in ("line", "title", "url")},
                "stance": mention.stance.value if mention.stance else Stance.RECOMMENDED,
                "note": mention.note or None,
            }


def _step(sections: dict[int, Section], position: int | None) -> int | None:
    """The step a section belongs to: its own number or that of the nearest section around it."""
    while position is not None and position in sections:
        section = sections[position]
        if section.step is not None:
            return section.step
        position = section.parent
    return None


CHILDREN: tuple[tuple[sa.Table, tuple[str, ...], Callable[[Session, Content], Iterable[Row]]], ...] = (
    (LABEL, ("topic_id", "language", "label"), _labels),
    (ALIAS, ("key",), _aliases),
    (RESOURCE_TOPIC, ("resource_id", "topic_id"), _resource_topics),
    (CLAIM, ("resource_id", "field", "value", "origin", "rule", "place"), _claims),
    (RESOURCE_LINK, ("resource_id", "link_id"), _resource_links),
    (SECTION, ("source_id", "position"), _sections),
    (MENTION, ("source_id", "position"), _mentions),
)
"""Table, natural key and maker of rows of everything that belongs to something else."""

ARGUED = frozenset({"kind", "level", "language", "is_free"})
"""The fields whose claims are kept: the others are what documents say, and stand in their mentions."""

FROM_DOCUMENTS = CLAIM.c.place.not_like("http%")
"""The claims a build owns; what visits saw on a page, whose place is its address, stays."""
