"""How a newer version of a document differs from the last: what came, what went, what says something else. Pure."""

import hashlib
import json
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from catalogue.normalise.matching import title_key
from catalogue.records.documents import Entry, Mention
from catalogue.urls import url_key

DIGEST_CHARS = 12


@dataclass(frozen=True, slots=True)
class Difference:
    """The mentions of two versions side by side; one with a new URL may also be changed otherwise."""

    added: tuple[Mention, ...]
    removed: tuple[Mention, ...]
    changed: tuple[Mention, ...]
    url_replaced: tuple[Mention, ...]


def digest_of(entry: Entry) -> str:
    """A short digest of all that an entry says besides its address: notes are not kept, their changes are."""
    said = [entry.title, entry.note, entry.marks, [(link.url, link.role) for link in entry.links]]
    text = json.dumps(said, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST_CHARS]


def pair(before: Sequence[Mention], now: Sequence[Mention]) -> dict[int, Mention]:
    """For each place in `now`, the mention of the last version it was; surest pairs first."""
    pairs: dict[int, Mention] = {}
    left = dict(enumerate(before))
    for name in (_address_and_title, _address, _title):
        places: dict[object, deque[int]] = defaultdict(deque)
        for place, mention in left.items():
            if (key := name(mention)) is not None:
                places[key].append(place)
        for place, mention in enumerate(now):
            key = name(mention)
            if place not in pairs and key is not None and places.get(key):
                pairs[place] = left.pop(places[key].popleft())
    return pairs


def compare(before: Sequence[Mention], now: Sequence[Mention]) -> Difference:
    """What differs between two versions of a document."""
    pairs = pair(before, now)
    kept = {id(mention) for mention in pairs.values()}
    return Difference(
        added=tuple(mention for place, mention in enumerate(now) if place not in pairs),
        removed=tuple(mention for mention in before if id(mention) not in kept),
        changed=_where(now, pairs, lambda new, old: (new.digest or new.title) != (old.digest or old.title)),
        url_replaced=_where(now, pairs, lambda new, old: new.url != old.url),
    )


def _where(
    now: Iterable[Mention], pairs: dict[int, Mention], differs: Callable[[Mention, Mention], bool]
) -> tuple[Mention, ...]:
    return tuple(mention for place, mention in enumerate(now) if place in pairs and differs(mention, pairs[place]))


def _address_and_title(mention: Mention) -> object:
    return (url_key(mention.url) if mention.url else None, title_key(mention.title))


def _address(mention: Mention) -> object:
    return url_key(mention.url) if mention.url else None


def _title(mention: Mention) -> object:
    return title_key(mention.title) or None
