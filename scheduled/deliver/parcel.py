"""What every channel hands over: an edition with its renderings, and a name that is the same at each attempt."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from catalogue.editions.render.frame import Format, formats_of, render_edition
from catalogue.records.editions import Edition


@dataclass(frozen=True, slots=True)
class Parcel:
    """One edition, ready for one receiver; `key` is fixed for the two, so that a second copy can be known for one."""

    edition_id: str
    kind: str
    receiver: str
    published_at: datetime
    key: UUID
    texts: Mapping[Format, str]
    edition: Mapping[str, Any]

    @property
    def title(self) -> str:
        """The first line of the plain text."""
        return self.texts[Format.TEXT].split("\n", 1)[0]


def make_parcel(edition: Edition, receiver: str, language: str) -> Parcel:
    """The parcel of an edition for a receiver, in a language."""
    return Parcel(
        edition_id=edition.id,
        kind=edition.kind,
        receiver=receiver,
        published_at=edition.published_at,
        key=uuid5(NAMESPACE_URL, f"roadmap-catalogue {edition.id} {receiver}"),
        texts={form: render_edition(edition.body, form, language) for form in map(Format, formats_of(edition.kind))},
        edition=json.loads(edition.body),
    )
