"""arXiv's evenings, weeks and holidays."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.arxiv.calendar import (
    batch_of,
    batch_on,
    batches_between,
    last_complete_week,
    week_end,
    week_start,
)


@pytest.mark.parametrize(
    ("evening", "announced"),
    [
        pytest.param(date(2026, 7, 12), datetime(2026, 7, 13, 0, tzinfo=UTC), id="summer"),
        pytest.param(date(2026, 11, 8), datetime(2026, 11, 9, 1, tzinfo=UTC), id="winter"),
        pytest.param(date(2026, 3, 8), datetime(2026, 3, 9, 0, tzinfo=UTC), id="the day summer time begins"),
        pytest.param(date(2026, 11, 1), datetime(2026, 11, 2, 1, tzinfo=UTC), id="the day summer time ends"),
    ],
)
def test_a_batch_comes_at_eight_in_the_evening_eastern(evening: date, announced: datetime) -> None:
    """20:00 in New York is midnight UTC in summer and one o'clock in winter."""
    assert batch_on(evening).announced_at == announced


@pytest.mark.parametrize(
    ("datestamp", "evening"),
    [
        pytest.param(date(2026, 11, 9), date(2026, 11, 8), id="Monday's records came on Sunday evening"),
        pytest.param(date(2026, 11, 13), date(2026, 11, 12), id="Friday's on Thursday evening"),
        pytest.param(date(2026, 11, 14), date(2026, 11, 12), id="nothing comes on Friday evening"),
        pytest.param(date(2026, 11, 15), date(2026, 11, 12), id="Sunday is before Sunday evening"),
        pytest.param(date(2026, 11, 27), date(2026, 11, 25), id="Thanksgiving has no batch"),
        pytest.param(date(2026, 1, 2), date(2025, 12, 31), id="New Year's Day has none"),
    ],
)
def test_a_datestamp_belongs_to_the_last_batch_before_its_day_ended(datestamp: date, evening: date) -> None:
    """The day after the evening, in UTC; days without a batch belong to the one before."""
    assert batch_of(datestamp).evening == evening


def test_the_holidays_of_2026_are_the_listed_ones() -> None:
    """The recurring holidays and the two listed evenings give what arXiv published for 2026."""
    year = batches_between(datetime(2026, 1, 1, 12, tzinfo=UTC), datetime(2027, 1, 1, 12, tzinfo=UTC))
    assert [batch.evening.isoformat()[5:] for batch in year if batch.holiday] == [
        # 06-19, 07-03 and 12-25 are Fridays, which have no batch anyway
        "01-01",
        "01-19",
        "09-07",
        "11-26",
        "12-29",
        "12-31",
    ]


@pytest.mark.parametrize(
    ("now", "start"),
    [
        pytest.param(datetime(2026, 11, 21, 12, tzinfo=UTC), datetime(2026, 11, 16, 1, tzinfo=UTC), id="Saturday"),
        pytest.param(datetime(2026, 11, 20, 6, 59, tzinfo=UTC), datetime(2026, 11, 9, 1, tzinfo=UTC), id="too early"),
        pytest.param(datetime(2026, 11, 20, 7, tzinfo=UTC), datetime(2026, 11, 16, 1, tzinfo=UTC), id="Thursday due"),
        pytest.param(datetime(2026, 11, 23, 0, 59, tzinfo=UTC), datetime(2026, 11, 16, 1, tzinfo=UTC), id="last hour"),
        pytest.param(datetime(2026, 11, 23, 1, tzinfo=UTC), datetime(2026, 11, 16, 1, tzinfo=UTC), id="Sunday evening"),
    ],
)
def test_a_week_is_complete_once_its_thursday_is_due(now: datetime, start: datetime) -> None:
    """The week stays the last complete one until the next Thursday batch can be read."""
    assert last_complete_week(now) == (start, week_end(start))


@given(st.integers(800_000_000, 2_800_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_weeks_follow_each_other_without_gap(moment: datetime) -> None:
    """Every moment lies in exactly one week, and a week holds five evenings."""
    start = week_start(moment)
    assert start <= moment < week_end(start)
    assert week_start(week_end(start)) == week_end(start)
    assert week_start(week_end(start) - timedelta(seconds=1)) == start
    assert [batch.evening.weekday() for batch in batches_between(start, week_end(start))] == [6, 0, 1, 2, 3]


@given(st.dates(date(1995, 1, 1), date(2060, 1, 1)))
def test_a_batch_is_out_before_its_records_are_stamped(day: date) -> None:
    """A datestamp's batch is never a holiday and never announced after that day."""
    batch = batch_of(day)
    assert not batch.holiday
    assert batch.announced_at < datetime.combine(day + timedelta(days=1), datetime.min.time(), UTC)
