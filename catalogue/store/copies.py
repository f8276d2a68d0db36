"""Archived copies of dead links, and which links an archive was asked for."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from catalogue.database import tables
from catalogue.database.columns import table_of
from catalogue.vocabulary import LinkState

LINK, RESOURCE_LINK, RESOURCE, QUESTION = (
    table_of(m) for m in (tables.Link, tables.ResourceLink, tables.Resource, tables.ArchiveQuestion)
)


def load_uncopied(session: Session, most: int) -> Sequence[tuple[str, str | None]]:
    """Dead links whose copy nobody was told of since they died, each with the day it was first named.

    Those that died last come first; those an archive kept silent about come behind all others, the oldest question
    before the newer ones.
    """
    query = (
        sa.select(LINK.c.url, sa.func.min(RESOURCE.c.added_at))
        .join(RESOURCE_LINK, RESOURCE_LINK.c.link_id == LINK.c.id)
        .join(RESOURCE, RESOURCE.c.id == RESOURCE_LINK.c.resource_id)
        .outerjoin(QUESTION, sa.and_(QUESTION.c.link_id == LINK.c.id, QUESTION.c.asked_at >= LINK.c.since))
        .where(LINK.c.state == LinkState.DEAD, LINK.c.archived_url.is_(None), QUESTION.c.is_answered.is_not(True))
        .group_by(LINK.c.id)
        .order_by(QUESTION.c.asked_at.asc().nulls_first(), LINK.c.since.desc())
        .limit(most)
    )
    return [(url, added_at) for url, added_at in session.connection().execute(query)]


def save_answer(session: Session, url: str, copy_url: str | None, asked_at: datetime, *, is_answered: bool) -> None:
    """Note that an archive was asked for a link, whether it answered, and the address of the copy if it has one."""
    link = sa.select(LINK.c.id, sa.literal(asked_at, QUESTION.c.asked_at.type), sa.literal(is_answered))
    asked = insert(QUESTION).from_select(["link_id", "asked_at", "is_answered"], link.where(LINK.c.url == url))
    new = asked.excluded
    session.connection().execute(
        asked.on_conflict_do_update(
            index_elements=["link_id"], set_={"asked_at": new.asked_at, "is_answered": new.is_answered}
        )
    )
    if copy_url:
        session.connection().execute(sa.update(LINK).where(LINK.c.url == url).values(archived_url=copy_url))
