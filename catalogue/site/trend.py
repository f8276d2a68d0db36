"""How the collection's health was in the weeks before: from the states of today and the changes that led to them."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from catalogue.site.pictures import Moment

WEEKS = 16
WEEK = timedelta(days=7)
_NOW = "select state, count(*) from link where id in (select link_id from resource_link) group by state"
_CHANGES = """
    select at, from_state, to_state from change
    where at > ? and link_id in (select link_id from resource_link) order by at desc, id desc"""
_NEWEST = "select max(checked_at), min(checked_at) from visit"


def load_trend(connection: sqlite3.Connection) -> list[Moment]:
    """The counts of each state at the end of each week, oldest first; empty before the first look."""
    newest, oldest = connection.execute(_NEWEST).fetchone()
    if newest is None:
        return []
    end = datetime.fromisoformat(newest)
    weeks = min(WEEKS, (end - datetime.fromisoformat(oldest)) // WEEK + 1)
    ends = [end - number * WEEK for number in range(weeks)]
    changes = connection.execute(_CHANGES, (_stored(ends[-1]),)).fetchall()
    counts = Counter(dict(connection.execute(_NOW).fetchall()))
    return list(_rolled_back(counts, changes, ends))[::-1]


def _rolled_back(
    counts: Counter[str], changes: Sequence[tuple[str, str, str]], ends: Sequence[datetime]
) -> Iterator[Moment]:
    """The counts at each end, newest first: each change after it undone."""
    undone = 0
    for end in ends:
        while undone < len(changes) and changes[undone][0] > _stored(end):
            _, before, after = changes[undone]
            counts[after] -= 1
            counts[before] += 1
            undone += 1
        yield Moment(end.date().isoformat(), dict(+counts))


def _stored(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
