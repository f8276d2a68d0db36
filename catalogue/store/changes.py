"""Changes of state: which links became news in a period, and how much was looked at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database import tables, tables_editions
from catalogue.database.columns import Moment, table_of
from catalogue.history import OWN_NETWORK
from catalogue.records.editions import LinkCoverage, LinkNews, LinkPlace, NamedResource, Period
from catalogue.records.web import Visit
from catalogue.urls import url_key
from catalogue.vocabulary import EditionKind, LinkRole, LinkState, Verdict

LINK, VISIT, CHANGE = table_of(tables.Link), table_of(tables.Visit), table_of(tables.Change)
RESOURCE, RESOURCE_LINK = table_of(tables.Resource), table_of(tables.ResourceLink)
MENTION, SOURCE, SECTION = table_of(tables.Mention), table_of(tables.Source), table_of(tables.Section)
EDITION, ITEM = table_of(tables_editions.Edition), table_of(tables_editions.EditionItem)
NEWS = (LinkState.DEAD, LinkState.MOVED, LinkState.SUSPECT, LinkState.UNVERIFIABLE)
AT_A_TIME = 500
ROLES = tuple(LinkRole)
NAMED = sa.exists().where(RESOURCE_LINK.c.link_id == LINK.c.id)
LineCount = Mapping[int, int]


def newest_change(session: Session) -> int:
    """The id of the change stored last; ids only grow, so they say what an edition has seen already."""
    return session.connection().execute(sa.select(sa.func.max(CHANGE.c.id))).scalar() or 0


def first_change_at(session: Session) -> Any:
    """When the first stored change took place, or None."""
    return session.connection().execute(sa.select(sa.func.min(CHANGE.c.at, type_=Moment()))).scalar()


def load_news(session: Session, after: int, through: int) -> list[LinkNews]:
    """Every link that a resource needs, that changed between two change ids, and that may be news now."""
    changed = sa.select(CHANGE.c.link_id).where(CHANGE.c.id > after, CHANGE.c.id <= through)
    called = _called_dead(session)
    query = sa.select(LINK).where(LINK.c.id.in_(changed), LINK.c.state.in_((*NEWS, LinkState.OK)), NAMED)
    rows = session.connection().execute(query.order_by(LINK.c.id)).mappings()
    links = [link for link in rows if link["state"] is not LinkState.OK or link["url"] in called]
    news: list[LinkNews] = []
    for start in range(0, len(links), AT_A_TIME):
        news += _news(session, links[start : start + AT_A_TIME], after, called)
    return news


def load_coverage(session: Session, period: Period, through: int) -> LinkCoverage:
    """How much was looked at in a period, over all links a resource needs; `through` is the newest change."""
    newest: int = session.connection().execute(sa.select(sa.func.max(VISIT.c.id))).scalar() or 0
    links = sa.select(
        sa.func.count(),
        sa.func.count().filter(LINK.c.checked_at.is_(None)),
        sa.func.min(LINK.c.checked_at, type_=Moment()),
    ).where(NAMED)
    own_network = sa.and_(VISIT.c.verdict == Verdict.SKIPPED, VISIT.c.reason.startswith(OWN_NETWORK))
    visits = sa.select(
        sa.func.count(),
        sa.func.count().filter(VISIT.c.counted.is_(True), VISIT.c.verdict != Verdict.SKIPPED),
        sa.func.count().filter(own_network),
    ).where(VISIT.c.id > period.visits_after, VISIT.c.id <= newest)
    total, never, oldest = session.connection().execute(links).one()
    checks, counted, skipped = session.connection().execute(visits).one()
    return LinkCoverage(total, never, checks, counted, skipped, oldest, through, newest)


def _called_dead(session: Session) -> frozenset[str]:
    """The URLs that readers think dead: the last edition that said dead or recovered of them said dead."""
    query = (
        sa.select(ITEM.c.subject_id, ITEM.c.section)
        .join(EDITION, EDITION.c.id == ITEM.c.edition_id)
        .where(EDITION.c.kind == EditionKind.DEADLINKS, ITEM.c.section.in_(("dead", "recovered")))
        .order_by(EDITION.c.period_end)
    )
    said = {row[0]: row[1] for row in session.connection().execute(query)}
    return frozenset(url for url, section in said.items() if section == "dead")


def _news(session: Session, links: Sequence[sa.RowMapping], after: int, called: frozenset[str]) -> Iterator[LinkNews]:
    ids = [link["id"] for link in links]
    changes, visits = _changes(session, ids), _visits(session, links)
    named, mentions = _resources(session, ids), _mentions(session, ids)
    lines = _sections(session)
    for link in links:
        own = changes[link["id"]]
        resources = named[link["id"]]
        yield LinkNews(
            url=link["url"],
            before=_before(own, after),
            state=link["state"],
            since=own[-1].at,
            reason=own[-1].reason,
            dead_since=next((c.at for c in reversed(own) if c.to_state is LinkState.DEAD), None),
            called_dead=link["url"] in called,
            final_url=link["final_url"],
            archived_url=link["archived_url"],
            visits=tuple(visits[link["id"]]),
            resources=tuple(NamedResource(r.key, r.title, r.language, r.role) for r in resources),
            places=tuple(_places(mentions[link["id"]], lines)),
        )


def _before(changes: Sequence[Any], after: int) -> LinkState:
    """What a link was when the last edition was made, looking through mere failing to what was before it."""
    known = [c.to_state for c in changes if c.id <= after and c.to_state is not LinkState.FAILING]
    return known[-1] if known else LinkState.UNCHECKED


def _changes(session: Session, ids: Sequence[int]) -> Mapping[int, list[Any]]:
    query = sa.select(CHANGE).where(CHANGE.c.link_id.in_(ids)).order_by(CHANGE.c.id)
    return _by_link(session.connection().execute(query))


def _visits(session: Session, links: Sequence[sa.RowMapping]) -> Mapping[int, list[Visit]]:
    """The visits since a link's state began to turn: from its last good one, or from when it became good."""
    urls = {link["id"]: link["url"] for link in links}
    turned = sa.func.coalesce(sa.func.min(LINK.c.since, LINK.c.last_ok_at), "")
    query = (
        sa.select(VISIT)
        .join(LINK, LINK.c.id == VISIT.c.link_id)
        .where(VISIT.c.link_id.in_(urls), sa.type_coerce(VISIT.c.checked_at, sa.String) >= turned)
        .order_by(VISIT.c.checked_at, VISIT.c.id)
    )
    found: defaultdict[int, list[Visit]] = defaultdict(list)
    names = ("checked_at", "verdict", "reason", "status_code", "final_url", "elapsed_ms", "attempts", "counted")
    for row in session.connection().execute(query).mappings():
        found[row["link_id"]].append(Visit(urls[row["link_id"]], **{name: row[name] for name in names}))
    return found


def _resources(session: Session, ids: Sequence[int]) -> Mapping[int, list[Any]]:
    """The resources that need each link: those whose own address it is first, the most recommended first."""
    query = (
        sa.select(RESOURCE_LINK.c.link_id, RESOURCE_LINK.c.role, RESOURCE.c.key, RESOURCE.c.title, RESOURCE.c.language)
        .join(RESOURCE, RESOURCE.c.id == RESOURCE_LINK.c.resource_id)
        .where(RESOURCE_LINK.c.link_id.in_(ids))
        .order_by(RESOURCE.c.recommended_by.desc(), RESOURCE.c.key)
    )
    found = _by_link(session.connection().execute(query))
    for rows in found.values():
        rows.sort(key=lambda row: ROLES.index(row.role))
    return found


def _mentions(session: Session, ids: Sequence[int]) -> Mapping[int, list[Any]]:
    query = (
        sa.select(
            *(RESOURCE_LINK.c[name] for name in ("link_id", "role")),
            RESOURCE_LINK.c.url.label("link_url"),
            *(MENTION.c[name] for name in ("source_id", "resource_id", "position", "line", "url")),
            SOURCE.c.key,
            SOURCE.c.title,
        )
        .join(MENTION, MENTION.c.resource_id == RESOURCE_LINK.c.resource_id)
        .join(SOURCE, SOURCE.c.id == MENTION.c.source_id)
        .where(RESOURCE_LINK.c.link_id.in_(ids))
        .order_by(SOURCE.c.key, MENTION.c.position)
    )
    return _by_link(session.connection().execute(query))


def _sections(session: Session) -> LineCount:
    query = sa.select(SECTION.c.source_id, sa.func.count()).group_by(SECTION.c.source_id)
    return {row[0]: row[1] for row in session.connection().execute(query)}


def _places(mentions: Sequence[Any], sections: LineCount) -> Iterator[LinkPlace]:
    """The lines that hold a link: the mentions of its address, or those whose entry names it as a further link.

    An address that stands in no mention was set in data/curation, under the key of its resource.
    """
    for mention in mentions:
        own = mention.role in (LinkRole.PRIMARY, LinkRole.MIRROR)
        if own and (not mention.url or url_key(mention.url) != url_key(mention.link_url)):
            continue
        # The file holds the source, its sections and then its mentions, one a line.
        line = 1 + sections.get(mention.source_id, 0) + mention.position + 1
        yield LinkPlace(f"data/roadmaps/{mention.key}.jsonl", line, mention.title, mention.line)


def _by_link(rows: Iterable[Any]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.link_id].append(row)
    return found
