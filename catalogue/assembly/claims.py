"""A value is a settled argument: which of several claims a resource shows. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.vocabulary import Origin

PRECEDENCE = tuple(Origin)
"""Curated before stated before observed in the resource's text before inferred before declared by markup."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's word for one field of a resource; `place` is file:line or the page it was seen on."""

    field: str
    value: str
    origin: Origin
    rule: str
    place: str


def settle(claims: Sequence[Claim]) -> Claim | None:
    """The claim that holds: of the strongest origin, there the one made most often, there the first made."""
    if len(claims) < 2:
        return claims[0] if claims else None
    strongest = min((claim.origin for claim in claims), key=PRECEDENCE.index)
    heard = [claim for claim in claims if claim.origin is strongest]
    votes = Counter(claim.value for claim in heard)
    most = max(votes.values())
    return next(claim for claim in heard if votes[claim.value] == most)
