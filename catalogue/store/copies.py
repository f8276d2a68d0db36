"""Archived copies of dead links."""

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.database import tables
from catalogue.database.columns import table_of
from catalogue.vocabulary import LinkState

LINK, RESOURCE_LINK, RESOURCE = (table_of(m) for m in (tables.Link, tables.ResourceLink, tables.Resource))


def load_uncopied(session: Session, most: int) -> list[tuple[str, str | None]]:
    """Dead links without a known copy, those that died last first, each with the day it was first named."""
    query = (
        sa.select(LINK.c.url, sa.func.min(RESOURCE.c.added_at))
        .join(RESOURCE_LINK, RESOURCE_LINK.c.link_id == LINK.c.id)
        .join(RESOURCE, RESOURCE.c.id == RESOURCE_LINK.c.resource_id)
        .where(LINK.c.state == LinkState.DEAD, LINK.c.archived_url.is_(None))
        .group_by(LINK.c.id)
        .order_by(LINK.c.since.desc())
        .limit(most)
    )
    return [(url, added_at) for url, added_at in session.connection().execute(query)]


def save_copies(session: Session, copies: Mapping[str, str]) -> None:
    """Note the address of each link's copy."""
    for url, copy_url in copies.items():
        session.connection().execute(sa.update(LINK).where(LINK.c.url == url).values(archived_url=copy_url))
