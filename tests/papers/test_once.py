"""However papers are seen over the weeks, each is new once and every version is dealt with once."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.database.schema import open_database
from catalogue.records.papers import Paper, PaperVersion
from catalogue.store.arxiv_sets import SetState
from crawler.arxiv.oai import OaiPage
from scheduled.jobs.arxiv_shelf import StoredShelf, first_day
from scheduled.jobs.digest import run_digest
from scheduled.settings.load import Settings

FIRST = date(2026, 11, 2)  # a Monday
SETTINGS = Settings(arxiv={"categories": ["cs.LG"]})  # type: ignore[arg-type]
MONTHS = ("2611", "2610", "2609", "1203")

Sight = tuple[int, int, int, bool]  # day, paper, versions, withdrawn
sights = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 7), st.integers(1, 3), st.booleans()), max_size=25)


def _paper(number: int, versions: int, day: date, *, withdrawn: bool) -> Paper:
    """A paper as a record of a day has it; papers differ in the month of their identifier."""
    made = tuple(
        PaperVersion(each, datetime(2026, 11, each, tzinfo=UTC), withdrawn=withdrawn and each == versions)
        for each in range(1, versions + 1)
    )
    name = f"{MONTHS[number % 4]}.{number:05}"
    return Paper(name, day, f"Title {number}", ("Ada One",), ("cs.LG",), "Words.", made)


def _replay(folder: Path, seen: list[Sight], *, at_once: bool) -> list[str]:
    """Keep each day's papers, make a digest each Saturday; returns the bodies."""
    engine: sa.Engine = open_database(folder / "catalogue.db", create=True)
    bodies = []
    for offset in range(28):
        day = FIRST + timedelta(days=offset)
        now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        shelf = StoredShelf(engine, now, lambda now=now: now, date(2026, 11, 1))  # type: ignore[misc]
        papers = [_paper(p, v, day, withdrawn=w) for at, p, v, w in seen if at == offset]
        place = shelf.open("cs:cs:LG")
        for page in [papers] if at_once else [[paper] for paper in papers] or [[]]:
            place = shelf.keep(place, OaiPage(tuple(page)))
        shelf.close(place)
        if day.weekday() == 5:
            bodies.append(run_digest(folder / "catalogue.db", SETTINGS, now).body)
    with engine.connect() as connection:
        new = Counter(connection.exec_driver_sql("select arxiv_id from edition_items where section = 'new'").scalars())
        waiting = connection.exec_driver_sql(
            "select count(*) from paper_version where edition_id is null and sight in ('new', 'updated', 'withdrawn')"
        ).scalar_one()
    engine.dispose()
    wanted = {_paper(p, 1, FIRST, withdrawn=False).arxiv_id for _, p, _, _ in seen if p % 4 < 2}
    assert new == Counter(wanted)
    assert waiting == 0
    return bodies


@given(sights)
@settings(max_examples=8, deadline=None)
def test_every_paper_is_new_in_exactly_one_edition(seen: list[Sight]) -> None:
    """Papers of this month and the last come once, older ones never; the size of pages makes no difference."""
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        daily = {(day, number): (day, number, versions, out) for day, number, versions, out in sorted(seen)}
        ordered = list(daily.values())
        assert _replay(Path(one), ordered, at_once=True) == _replay(Path(other), ordered, at_once=False)


@pytest.mark.parametrize(
    ("state", "began", "expected"),
    [
        pytest.param(SetState("x"), date(2026, 11, 15), date(2026, 7, 1), id="four months before the first"),
        pytest.param(SetState("x"), date(2026, 1, 4), date(2025, 9, 1), id="the year before"),
        pytest.param(SetState("x"), date(2005, 10, 2), date(2005, 9, 16), id="arXiv's own beginning"),
        pytest.param(
            SetState("x", covered_until=datetime(2026, 11, 21, 1, tzinfo=UTC)),
            date(2026, 11, 1),
            date(2026, 11, 19),
            id="two days of overlap",
        ),
    ],
)
def test_where_a_set_is_read_from(state: SetState, began: date, expected: date) -> None:
    """Far enough back that what is not there was never announced lately."""
    assert first_day(state, began) == expected
