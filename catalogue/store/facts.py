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
OF_PAGE = sa.text(tables.OF_PAGE)
SET_FINGERPRINT = sa.update(LINK).where(LINK.c.id == sa.bindparam("key")).values(fingerprint=sa.bindparam("new"))
FORGET_PAGE = sa.delete(CLAIM).where(OF_PAGE, CLAIM.c.place == sa.bindparam("page"))


def save_facts(session: Session, pages: Sequence[PageFacts]) -> None:
    """Replace what each page said when it was last read, and note its fingerprint."""
    connection, last = session.connection(), {page.url: page for page in pages}
    found = connection.execute(sa.select(LINK.c.url, LINK.c.id).where(LINK.c.url.in_(list(last)))).all()
    if not found:
        return
    connection.execute(SET_FINGERPRINT, [{"key": link, "new": last[url].fingerprint} for url, link in found])
    connection.execute(FORGET_PAGE, [{"page": url} for url, _ in found])
    primary = (
        sa.select(LINK.c.url, RESOURCE_LINK.c.resource_id)
        .join(RESOURCE_LINK)
        .where(RESOURCE_LINK.c.role == LinkRole.PRIMARY, LINK.c.url.in_([url for url, _ in found]))
    )
    rows = [
        {"resource_id": resource} | row for url, resource in connection.execute(primary) for row in _rows(last[url])
    ]
    if rows:
        connection.execute(sa.insert(CLAIM), rows)


def load_observed(session: Session) -> dict[str, list[Claim]]:
    """What pages said of each resource, by its key."""
    names = ("field", "value", "origin", "rule", "place")
    query = (
        sa.select(RESOURCE.c.key, *(CLAIM.c[name] for name in names))
        .join(CLAIM, CLAIM.c.resource_id == RESOURCE.c.id)
        .where(OF_PAGE)
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
