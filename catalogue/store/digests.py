"""What a digest is made from: versions no edition has dealt with, the catalogue as ranking sees it, coverage."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database import tables
from catalogue.database.columns import table_of
from catalogue.records.arxiv_ids import announced_month
from catalogue.records.digest import PaperNews
from catalogue.records.papers import Paper
from catalogue.records.ranking import Liked, TopicNames
from catalogue.store.papers import PAPER, VERSION, paper_of
from catalogue.vocabulary import LinkRole, Sight, Stance

LINK, RESOURCE_LINK, RESOURCE = (table_of(m) for m in (tables.Link, tables.ResourceLink, tables.Resource))
RESOURCE_TOPIC, TOPIC, LABEL = (table_of(m) for m in (tables.ResourceTopic, tables.Topic, tables.TopicLabel))
TOLD = (Sight.NEW, Sight.UPDATED, Sight.WITHDRAWN)
FIRST_SIGHTS = (Sight.NEW, Sight.KNOWN)
IS_THE_PAPER = (LinkRole.PRIMARY, LinkRole.PAPER, LinkRole.MIRROR)


def load_waiting(session: Session, before: date) -> list[PaperNews]:
    """The papers with versions from evenings before a day that no edition has dealt with."""
    waiting = sa.and_(VERSION.c.edition_id.is_(None), VERSION.c.sight.in_(TOLD), VERSION.c.batch < before)
    query = (
        sa.select(PAPER, *_version_columns(), _submitted_at(), _is_ours())
        .join_from(VERSION, PAPER, VERSION.c.arxiv_id == PAPER.c.arxiv_id)
        .where(waiting)
        .order_by(VERSION.c.arxiv_id, VERSION.c.version)
    )
    found: dict[str, list[sa.Row[Any]]] = {}
    for row in session.connection().execute(query):
        found.setdefault(row.arxiv_id, []).append(row)
    return [_news(rows) for rows in found.values()]


def claim(session: Session, edition_id: str, news: Iterable[PaperNews]) -> None:
    """Say which edition dealt with these versions, told or passed over; it is never changed again."""
    rows = [{"name": each.paper.arxiv_id, "number": number} for each in news for number in each.versions]
    if not rows:
        return
    mine = sa.and_(VERSION.c.arxiv_id == sa.bindparam("name"), VERSION.c.version == sa.bindparam("number"))
    session.connection().execute(sa.update(VERSION).where(mine).values(edition_id=edition_id), rows)


def load_announced(session: Session, first: date, before: date) -> list[Paper]:
    """The papers announced on the evenings from `first` up to `before`, told of or not."""
    query = (
        sa.select(PAPER)
        .where(PAPER.c.sight.in_(FIRST_SIGHTS), PAPER.c.batch >= first, PAPER.c.batch < before)
        .order_by(PAPER.c.arxiv_id)
    )
    return [paper_of(row) for row in session.connection().execute(query)]


def load_batch_counts(session: Session, first: date, before: date) -> dict[date, tuple[int, int, int]]:
    """For each evening: papers seen, papers announced, and those of them that are new."""
    query = (
        sa.select(
            VERSION.c.batch,
            sa.func.count(sa.distinct(VERSION.c.arxiv_id)),
            sa.func.sum(sa.cast(VERSION.c.sight.in_(FIRST_SIGHTS), sa.Integer)),
            sa.func.sum(sa.cast(VERSION.c.sight == Sight.NEW, sa.Integer)),
        )
        .where(VERSION.c.batch >= first, VERSION.c.batch < before, VERSION.c.sight != Sight.LOOKED_UP)
        .group_by(VERSION.c.batch)
    )
    return {evening: (seen, first_, new) for evening, seen, first_, new in session.connection().execute(query)}


def load_likes(session: Session) -> list[Liked]:
    """What the catalogue holds and does not discourage; arXiv papers with what is known of them."""
    papers = _papers_of_resources(session)
    topics: dict[int, list[str]] = {}
    for resource_id, topic_id in session.connection().execute(
        sa.select(RESOURCE_TOPIC.c.resource_id, RESOURCE_TOPIC.c.topic_id).order_by(RESOURCE_TOPIC.c.topic_id)
    ):
        topics.setdefault(resource_id, []).append(topic_id)
    query = (
        sa.select(RESOURCE.c.id, RESOURCE.c.key, RESOURCE.c.title, RESOURCE.c.title_en)
        .where(RESOURCE.c.stance != Stance.DISCOURAGED)
        .order_by(RESOURCE.c.key)
    )
    rows = session.connection().execute(query).all()
    return [_liked(row, papers.get(row.id), tuple(topics.get(row.id, ()))) for row in rows]


def load_topics(session: Session) -> list[TopicNames]:
    """The topics with all their English names, the label first, and what each is part of."""
    labels: dict[str, list[str]] = {}
    for topic_id, label in session.connection().execute(
        sa.select(LABEL.c.topic_id, LABEL.c.label).where(LABEL.c.language == "en").order_by(LABEL.c.label)
    ):
        labels.setdefault(topic_id, []).append(label)
    query = sa.select(TOPIC.c.id, TOPIC.c.label_en, TOPIC.c.broader).order_by(TOPIC.c.id)
    return [
        TopicNames(topic_id, tuple(dict.fromkeys([label, *labels.get(topic_id, ())])), broader)
        for topic_id, label, broader in session.connection().execute(query)
    ]


def _papers_of_resources(session: Session) -> dict[int, Any]:
    """For each resource that is an arXiv paper: its identifier and, if known, the paper."""
    query = (
        sa.select(RESOURCE_LINK.c.resource_id, LINK.c.arxiv_id, PAPER.c.title, PAPER.c.abstract, PAPER.c.categories)
        .join_from(RESOURCE_LINK, LINK, LINK.c.id == RESOURCE_LINK.c.link_id)
        .outerjoin(PAPER, PAPER.c.arxiv_id == LINK.c.arxiv_id)
        .where(LINK.c.arxiv_id.is_not(None), RESOURCE_LINK.c.role.in_(IS_THE_PAPER))
        .order_by(RESOURCE_LINK.c.resource_id, LINK.c.id.desc())
    )
    return {row.resource_id: row for row in session.connection().execute(query)}


def _liked(row: Any, paper: Any, topics: tuple[str, ...]) -> Liked:
    title = row.title_en or row.title
    if paper is None:
        return Liked(row.key, title, topics=topics)
    month = announced_month(paper.arxiv_id)
    return Liked(
        key=row.key,
        title=paper.title or title,
        abstract=paper.abstract or "",
        categories=tuple(json.loads(paper.categories or "[]")),
        arxiv_id=paper.arxiv_id,
        day=date(month // 12, month % 12 + 1, 1),
        topics=topics,
    )


def _news(rows: Sequence[sa.Row[Any]]) -> PaperNews:
    last = rows[-1]
    changed = dict.fromkeys(name for row in rows for name in json.loads(row.changed))
    return PaperNews(
        paper=paper_of(last),
        sights=tuple(row.seen_as for row in rows),
        versions=tuple(row.number for row in rows),
        changed=tuple(changed),
        batch=rows[0].seen_in,
        submitted_at=datetime.fromisoformat(last.submitted_at),
        ours=bool(last.is_ours),
    )


def _version_columns() -> tuple[sa.Label[Any], ...]:
    return (
        VERSION.c.version.label("number"),
        VERSION.c.sight.label("seen_as"),
        VERSION.c.batch.label("seen_in"),
        VERSION.c.changed.label("changed"),
    )


def _submitted_at() -> sa.Label[Any]:
    """When the first version was submitted."""
    first = VERSION.alias("first")
    query = sa.select(sa.func.min(first.c.submitted_at, type_=sa.String())).where(first.c.arxiv_id == PAPER.c.arxiv_id)
    return query.scalar_subquery().label("submitted_at")


def _is_ours() -> sa.Label[Any]:
    """Whether an edition told of a paper as new, or the catalogue holds it."""
    told = VERSION.alias("told")
    in_an_edition = sa.exists().where(
        told.c.arxiv_id == PAPER.c.arxiv_id, told.c.sight == Sight.NEW, told.c.edition_id.is_not(None)
    )
    held = sa.exists().where(LINK.c.arxiv_id == PAPER.c.arxiv_id, RESOURCE_LINK.c.link_id == LINK.c.id)
    return sa.or_(in_an_edition, held).label("is_ours")
