"""When arXiv announces: Sunday to Thursday, 20:00 US Eastern, not on its holidays. Pure.

A week is five evenings, Sunday to Thursday. The records of an evening carry the next day's date in UTC, in summer
and in winter, which is how a datestamp assigns a batch (and assigns nothing else).
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from catalogue.records.papers import Batch

EASTERN = ZoneInfo("America/New_York")
ANNOUNCED = time(20, 0)
DAY = timedelta(days=1)
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
SETTLED_AFTER = timedelta(hours=6)
"""Records of an evening are served by about 22:30 Eastern; after this they are due."""

LISTED = {
    # info.arxiv.org/help/availability, read 2026-11: evenings without announcement beside the recurring ones
    2026: frozenset({date(2026, 12, 29), date(2026, 12, 31)}),
}


def batch_on(evening: date) -> Batch:
    """The batch of an evening, announced or fallen out."""
    announced = datetime.combine(evening, ANNOUNCED, EASTERN).astimezone(UTC)
    return Batch(evening, announced, announced + SETTLED_AFTER, holiday=evening in _holidays(evening.year))


@cache
def batch_of(datestamp: date) -> Batch:
    """The batch a datestamp belongs to: the last one announced before that day (UTC) ended."""
    evening = datestamp - DAY
    while evening.weekday() in (FRIDAY, SATURDAY) or evening in _holidays(evening.year):
        evening -= DAY
    return batch_on(evening)


def batches_between(start: datetime, end: datetime) -> tuple[Batch, ...]:
    """The batches whose announcement lies in [start, end), holidays among them."""
    return tuple(batch for batch in _evenings(start, end) if start <= batch.announced_at < end)


def week_start(moment: datetime) -> datetime:
    """The announcement of the Sunday evening that began the week a moment lies in."""
    evening = moment.astimezone(EASTERN).date()
    while evening.weekday() != SUNDAY or batch_on(evening).announced_at > moment:
        evening -= DAY
    return batch_on(evening).announced_at


def week_end(start: datetime) -> datetime:
    """The start of the week after the one that begins at `start`; a week with a clock change is an hour off."""
    return batch_on(start.astimezone(EASTERN).date() + 7 * DAY).announced_at


def last_complete_week(now: datetime) -> tuple[datetime, datetime]:
    """Start and end of the last week whose Thursday batch is out and due."""
    start = week_start(now)
    thursday = batch_on(start.astimezone(EASTERN).date() + 4 * DAY)
    if thursday.due_at > now:
        start = week_start(start - DAY)
    return start, week_end(start)


def _evenings(start: datetime, end: datetime) -> Iterator[Batch]:
    evening = start.astimezone(EASTERN).date()
    while evening <= end.astimezone(EASTERN).date():
        if evening.weekday() not in (FRIDAY, SATURDAY):
            yield batch_on(evening)
        evening += DAY


@cache
def _holidays(year: int) -> frozenset[date]:
    """Evenings without announcement: the recurring US holidays arXiv keeps, and what it listed for a year."""
    independence = date(year, 7, 4)
    observed = independence - DAY if independence.weekday() == SATURDAY else independence
    recurring = {
        date(year, 1, 1),
        _weekday_of(year, 1, nth=3),
        date(year, 6, 19),
        observed + DAY if observed.weekday() == SUNDAY else observed,
        _weekday_of(year, 9, nth=1),
        _weekday_of(year, 11, nth=4, weekday=3),
        date(year, 12, 25),
    }
    return frozenset(recurring) | LISTED.get(year, frozenset())


def _weekday_of(year: int, month: int, *, nth: int, weekday: int = 0) -> date:
    """The nth Monday (or other weekday) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
