"""The catalogue's own links to arXiv: what our tables say of them stands for a visit."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database import tables
from catalogue.database.columns import table_of
from catalogue.records.arxiv_ids import announced_month
from catalogue.records.web import PageFacts, Policy, Visit
from catalogue.store.facts import save_facts
from catalogue.store.links import save_visits
from catalogue.store.papers import PAPER, VERSION, load_held
from catalogue.vocabulary import LinkState, Verdict

LINK, RESOURCE_LINK = table_of(tables.Link), table_of(tables.ResourceLink)
RECORD, WITHDRAWN, UNKNOWN = "arXiv record", "withdrawn by its authors", "arXiv knows no such paper"


def load_unknown(session: Session, now: datetime) -> list[str]:
    """The papers that resources link to, that we have no record of, and that are due to be asked for."""
    due = sa.or_(LINK.c.next_check_at.is_(None), LINK.c.next_check_at <= now)
    query = (
        sa.select(LINK.c.arxiv_id)
        .distinct()
        .where(_named(), due, LINK.c.arxiv_id.not_in(sa.select(PAPER.c.arxiv_id)))
        .order_by(LINK.c.arxiv_id)
    )
    return [name for name in session.connection().execute(query).scalars() if name]


def save_known(session: Session, now: datetime, policy: Policy) -> int:
    """Let a stored record speak for each link that does not say so yet: alive, or withdrawn; with title and authors."""
    reason = sa.case((PAPER.c.withdrawn, WITHDRAWN), else_=RECORD)
    print_ = PAPER.c.arxiv_id + sa.literal("v") + sa.cast(PAPER.c.version, sa.String)
    settled = sa.and_(LINK.c.state == LinkState.OK, LINK.c.reason == reason, LINK.c.fingerprint == print_)
    query = (
        sa.select(LINK.c.url, LINK.c.arxiv_id, reason.label("reason"), print_.label("print"))
        .join(PAPER, PAPER.c.arxiv_id == LINK.c.arxiv_id)
        .where(_named(), ~settled)
    )
    rows = session.connection().execute(query).all()
    save_visits(session, [Visit(row.url, now, Verdict.OK, row.reason) for row in rows], policy)
    save_facts(session, _facts(session, rows))
    return len(rows)


def save_gone(session: Session, arxiv_ids: Sequence[str], now: datetime, policy: Policy) -> None:
    """A strike for each link to a paper that arXiv does not know."""
    query = sa.select(LINK.c.url).where(LINK.c.arxiv_id.in_(list(arxiv_ids)))
    urls = session.connection().execute(query).scalars().all()
    save_visits(session, [Visit(url, now, Verdict.GONE, UNKNOWN) for url in urls], policy)


def _named() -> sa.ColumnElement[bool]:
    """A link to a paper that some resource has."""
    return sa.and_(LINK.c.arxiv_id.is_not(None), sa.exists().where(RESOURCE_LINK.c.link_id == LINK.c.id))


def _facts(session: Session, rows: Sequence[Any]) -> list[PageFacts]:
    held = load_held(session, {row.arxiv_id for row in rows})
    first = _first_dates(session, list(held))
    return [
        PageFacts(
            url=row.url,
            fingerprint=row.print,
            title=held[row.arxiv_id].paper.title,
            language="en",
            author=", ".join(held[row.arxiv_id].paper.authors),
            published=first.get(row.arxiv_id, _month(row.arxiv_id)),
        )
        for row in rows
    ]


def _first_dates(session: Session, arxiv_ids: Sequence[str]) -> dict[str, str]:
    query = sa.select(VERSION.c.arxiv_id, VERSION.c.submitted_at).where(
        VERSION.c.version == 1, VERSION.c.arxiv_id.in_(arxiv_ids)
    )
    return {name: moment.date().isoformat() for name, moment in session.connection().execute(query)}


def _month(arxiv_id: str) -> str:
    months = announced_month(arxiv_id)
    return f"{months // 12}-{months % 12 + 1:02}"
