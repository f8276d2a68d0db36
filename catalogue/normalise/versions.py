"""How a newer version of a document differs from the last: what came, what went, what says something else. Pure."""

import hashlib
import json
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.normalise.matching import title_key
from catalogue.records.documents import Entry, Mention
from catalogue.urls import place_of, url_key

DIGEST_CHARS = 12


@dataclass(frozen=True, slots=True)
class Difference:
    """The mentions of two versions side by side; one with a new URL may also be changed otherwise.

    `old_urls` are the addresses that those of `url_replaced` had, in their order.
    """

    added: tuple[Mention, ...]
    removed: tuple[Mention, ...]
    changed: tuple[Mention, ...]
    url_replaced: tuple[Mention, ...]
    old_urls: tuple[str | None, ...]


def digest_of(entry: Entry) -> str:
    """A short digest of all that an entry says besides its address: notes are not kept, their changes are."""
    said = [entry.title, entry.note, entry.marks, [(link.url, link.role) for link in entry.links]]
    text = json.dumps(said, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST_CHARS]


def pair(before: Sequence[Mention], now: Sequence[Mention]) -> dict[int, Mention]:
    """For each place in `now`, the mention of the last version it was; surest pairs first."""
    pairs: dict[int, Mention] = {}
    left = dict(enumerate(before))
    for name in (_all_it_says, _address_and_title, _place, _page, _title):
        if not left:
            break
        places: dict[object, deque[int]] = defaultdict(deque)
        for place, mention in left.items():
            if (key := name(mention)) is not None:
                places[key].append(place)
        for place, mention in enumerate(now):
            if place not in pairs and (key := name(mention)) is not None and places.get(key):
                pairs[place] = left.pop(places[key].popleft())
    return pairs


def compare(before: Sequence[Mention], now: Sequence[Mention]) -> Difference:
    """What differs between two versions of a document."""
    pairs = pair(before, now)
    kept = {id(mention) for mention in pairs.values()}
    replaced = [place for place, old in sorted(pairs.items()) if now[place].url != old.url]
    return Difference(
        added=tuple(mention for place, mention in enumerate(now) if place not in pairs),
        removed=tuple(mention for mention in before if id(mention) not in kept),
        changed=tuple(now[place] for place, old in sorted(pairs.items()) if _said(now[place]) != _said(old)),
        url_replaced=tuple(now[place] for place in replaced),
        old_urls=tuple(pairs[place].url for place in replaced),
    )


def _said(mention: Mention) -> str:
    return mention.digest or mention.title


def _all_it_says(mention: Mention) -> object:
    """Two places of one work that a list describes differently are told apart."""
    return (_address_and_title(mention), mention.digest)


def _address_and_title(mention: Mention) -> object:
    return (_place(mention), title_key(mention.title))


def _place(mention: Mention) -> object:
    return place_of(mention.url) if mention.url else None


def _page(mention: Mention) -> object:
    return url_key(mention.url) if mention.url else None


def _title(mention: Mention) -> object:
    return title_key(mention.title) or None
