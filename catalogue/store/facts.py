"""What pages say about themselves, kept as claims on the resources whose primary link they are."""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from catalogue.assembly.claims import Claim
from catalogue.database import tables
from catalogue.database.columns import table_of
from catalogue.records.web import PageFacts
from catalogue.vocabulary import LinkRole, Origin

CLAIM, LINK, RESOURCE_LINK = (table_of(m) for m in (tables.Claim, tables.Link, tables.ResourceLink))
RESOURCE = table_of(tables.Resource)
ORIGINS = {
    "page_title": Origin.OBSERVED,
    "description": Origin.OBSERVED,
    "creator": Origin.OBSERVED,
    "published": Origin.OBSERVED,
    "modified": Origin.OBSERVED,
    "canonical_url": Origin.OBSERVED,
    "language": Origin.DECLARED,  # <html lang> often lies
}
"""Field and origin of each claim a page makes."""


def save_facts(session: Session, pages: Sequence[PageFacts]) -> None:
    """Replace what each page said when it was last read, and note its fingerprint."""
    for page in pages:
        connection = session.connection()
        link = connection.execute(sa.select(LINK.c.id).where(LINK.c.url == page.url)).scalar_one_or_none()
        if link is None:
            continue
        connection.execute(sa.update(LINK).where(LINK.c.id == link).values(fingerprint=page.fingerprint))
        connection.execute(sa.delete(CLAIM).where(CLAIM.c.place == page.url))
        primary = sa.and_(RESOURCE_LINK.c.link_id == link, RESOURCE_LINK.c.role == LinkRole.PRIMARY)
        resources = connection.execute(sa.select(RESOURCE_LINK.c.resource_id).where(primary)).scalars().all()
        rows = [{"resource_id": resource} | row for resource in resources for row in _rows(page)]
        if rows:
            connection.execute(sa.insert(CLAIM), rows)


def load_observed(session: Session) -> dict[str, list[Claim]]:
    """What pages said of each resource, by its key."""
    names = ("field", "value", "origin", "rule", "place")
    query = (
        sa.select(RESOURCE.c.key, *(CLAIM.c[name] for name in names))
        .join(CLAIM, CLAIM.c.resource_id == RESOURCE.c.id)
        .where(CLAIM.c.place.like("http%"))
        .order_by(CLAIM.c.id)
    )
    observed: dict[str, list[Claim]] = {}
    for row in session.connection().execute(query).mappings():
        observed.setdefault(row["key"], []).append(Claim(**{name: row[name] for name in names}))
    return observed


def _rows(page: PageFacts) -> Iterator[dict[str, object]]:
    said = {
        "page_title": page.title,
        "description": page.description,
        "creator": page.author,
        "published": page.published,
        "modified": page.modified,
        "canonical_url": page.canonical_url,
        "language": page.language,
    }
    for field, value in said.items():
        if value:
            yield {"field": field, "value": value, "origin": ORIGINS[field], "rule": "page", "place": page.url}
