"""What facets and orders need of every resource, held in memory and renewed when the database changes.

Counting ten thousand resources by five facets in SQL takes longer than drawing the page; here it takes milliseconds.
"""

import json
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, cast

from catalogue.search.topicwords import TopicWords
from catalogue.site.topicnames import load_topic_words

RENEW_AT_MOST = 0.05
"""The share of time that may go into renewing while a crawl writes without pause."""

FEW_VALUES = ("kind", "level", "language", "free", "status")
Counts = list[tuple[str, int]]

_ROWS = """
    select r.id, v.kind, v.level, v.language, v.status, v.is_free, v.recommended_by, v.topics, v.added_at, v.title
    from resources v join resource r on r.key = v.key"""
_LABELS = "select id, label_en, label_ru, label_zh, broader from topic order by id"

PLACES = 5
"""Where words may stand, from a heading above a resource to a row in its title."""
TIER = 1.5
"""How far the nearer of two places stands above the farther one; the words themselves add at most 1."""
RECOMMENDATION = 0.15
"""What each doubling of the number of sources that name a resource adds to its rank."""
SHOWN_BAD = {"dead": 0.4, "suspect": 0.7, "failing": 0.8, "no link": 0.8, "unverifiable": 0.95, "unchecked": 0.97}
"""How much a resource's rank is worth when its link is not known to work."""


@dataclass(frozen=True, eq=False)
class Shelf:
    """All resources as facet values by id, at one moment."""

    values: Mapping[str, Mapping[int, tuple[str, ...]]]
    recommended_by: Mapping[int, int]
    added_at: Mapping[int, str]
    titles: Mapping[int, str]
    worth: Mapping[int, float]
    topic_words: TopicWords
    labels: Mapping[str, Mapping[str, str]]
    broader: Mapping[str, str | None]

    @cached_property
    def ids(self) -> frozenset[int]:
        """Every resource."""
        return frozenset(self.worth)

    @cached_property
    def weight(self) -> dict[int, float]:
        """How much a find counts: more for each doubling of the sources that name it, less for a broken link."""
        return {
            id_: worth * (1 + RECOMMENDATION * max(self.recommended_by[id_] - 1, 0).bit_length())
            for id_, worth in self.worth.items()
        }

    @cached_property
    def tiers(self) -> list[dict[int, float]]:
        """The rank of a find of which only the place of the words is known, for each place, farthest first.

        Equal finds stand by title.
        """
        order = [(id_, (1 - place * 1e-6) * 1e-6) for place, id_ in enumerate(self.by_title)]
        return [{id_: (tier * TIER + least) * self.weight[id_] for id_, least in order} for tier in range(PLACES)]

    @cached_property
    def holders(self) -> dict[str, dict[str, set[int]]]:
        """The resources of each value of each facet."""
        found: dict[str, dict[str, set[int]]] = {facet: {} for facet in self.values}
        for facet, by_id in self.values.items():
            for id_, values in by_id.items():
                for value in values:
                    found[facet].setdefault(value, set()).add(id_)
        return found

    @cached_property
    def totals(self) -> dict[str, Counts]:
        """The counts of every facet over all resources."""
        return self._count(self.ids)

    def narrowed(self, ids: Collection[int], chosen: Mapping[str, Sequence[str]]) -> Collection[int]:
        """Those of some resources that have, in each facet with a choice, one of the chosen values."""
        for facet, values in chosen.items():
            if values:
                holders = self.holders[facet]
                ids = set().union(*(holders.get(value, ()) for value in values)).intersection(ids)
        return ids

    def counted(self, ids: Collection[int], chosen: Mapping[str, Sequence[str]]) -> dict[str, Counts]:
        """For each facet its values with their counts, most frequent first.

        A facet with a choice counts as if it had none, so that a reader sees what one more value would add.
        """
        if len(ids) == len(self.ids) and not any(chosen.values()):
            return self.totals
        counts = self._count(self.narrowed(ids, chosen))
        for facet in filter(chosen.get, self.values):
            others = {name: values for name, values in chosen.items() if name != facet}
            counts[facet] = self._count(self.narrowed(ids, others))[facet]
        return counts

    @cached_property
    def profiles(self) -> tuple[dict[int, int], list[tuple[tuple[str, ...], ...]]]:
        """The facets with few values taken together: the number of each resource's profile, and the profiles.

        Counting ten thousand resources by one number and adding up some hundred profiles is five times as fast as
        counting them by each facet.
        """
        numbers: dict[tuple[tuple[str, ...], ...], int] = {}
        columns = [self.values[facet] for facet in FEW_VALUES]
        of_id = {id_: numbers.setdefault(tuple(c[id_] for c in columns), len(numbers)) for id_ in self.worth}
        return of_id, list(numbers)

    @cached_property
    def by_quality(self) -> list[int]:
        """Every resource, most recommended and working first."""
        return sorted(
            self.ids, key=lambda id_: (-self.worth[id_] * (1 + self.recommended_by[id_]), self.titles[id_], id_)
        )

    @cached_property
    def by_title(self) -> list[int]:
        """Every resource by title."""
        return sorted(self.ids, key=lambda id_: (self.titles[id_], id_))

    @cached_property
    def by_age(self) -> list[int]:
        """Every resource, newest first."""
        return sorted(self.ids, key=lambda id_: (self.added_at[id_], id_), reverse=True)

    @cached_property
    def by_recommendation(self) -> list[int]:
        """Every resource, named by most sources first."""
        return sorted(self.ids, key=lambda id_: (-self.recommended_by[id_], self.titles[id_], id_))

    def _count(self, ids: Collection[int]) -> dict[str, Counts]:
        of_id, profiles = self.profiles
        counts: dict[str, Counter[str]] = {facet: Counter() for facet in FEW_VALUES}
        for number, count in Counter(map(of_id.__getitem__, ids)).items():
            for facet, values in zip(FEW_VALUES, profiles[number], strict=True):
                for value in values:
                    counts[facet][value] += count
        counts["topic"] = Counter(chain.from_iterable(map(self.values["topic"].__getitem__, ids)))
        return {facet: sorted(found.items(), key=lambda c: (-c[1], c[0])) for facet, found in counts.items()}


def load_shelf(connection: sqlite3.Connection) -> Shelf:
    """Everything as the database has it now."""
    values: dict[str, dict[int, tuple[str, ...]]] = {facet: {} for facet in (*FEW_VALUES, "topic")}
    recommended_by, added_at, titles, worth = {}, {}, {}, {}
    known: dict[Any, tuple[str, ...]] = {None: ()}
    for id_, kind, level, language, status, is_free, recommended, topics, added, title in connection.execute(_ROWS):
        for facet, value in (("kind", kind), ("level", level), ("language", language), ("status", status)):
            values[facet][id_] = known.setdefault(value, (value,))
        values["free"][id_] = () if is_free is None else (("no",), ("yes",))[bool(is_free)]
        if topics not in known:
            known[topics] = tuple(json.loads(topics))
        values["topic"][id_] = known[topics]
        recommended_by[id_], added_at[id_] = recommended or 0, added or ""
        titles[id_], worth[id_] = title.casefold(), SHOWN_BAD.get(status, 1.0)
    topics = connection.execute(_LABELS).fetchall()
    labels = {id_: {"en": en, "ru": ru, "zh": zh} for id_, en, ru, zh, _ in topics}
    broader = {topic[0]: topic[4] for topic in topics}
    names = load_topic_words(connection)
    return Shelf(values, recommended_by, added_at, titles, worth, names, labels, broader)


class ShelfKeeper:
    """Gives the shelf of a database, renewed after each commit but never for more than a share of the time."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], monotonic: Callable[[], float]) -> None:
        """`connect` opens a connection of the keeper's own: SQLite tells a connection of others' commits."""
        self._connect, self._monotonic = connect, monotonic
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._shelf: Shelf | None = None
        self._version = 0
        self._renew_from = 0.0

    def shelf(self) -> Shelf:
        """The shelf as of the newest commit, or of shortly before; nobody waits while another renews it."""
        if not self._lock.acquire(blocking=self._shelf is None):
            return cast(Shelf, self._shelf)
        try:
            return self._renewed()
        finally:
            self._lock.release()

    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """The labels of topics as last loaded."""
        return self._shelf.labels if self._shelf else {}

    def _renewed(self) -> Shelf:
        started = self._monotonic()
        if self._shelf is not None and started < self._renew_from:
            return self._shelf
        self._connection = self._connection or self._connect()
        version = self._connection.execute("pragma data_version").fetchone()[0]
        if self._shelf is None or version != self._version:
            self._shelf, self._version = load_shelf(self._connection), version
            finished = self._monotonic()
            self._renew_from = finished + (finished - started) / RENEW_AT_MOST
        return self._shelf

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
