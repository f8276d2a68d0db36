"""What the first sight of a paper's version is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.ledger import see, see_again, supersedes, what_changed
from catalogue.records.papers import Paper, PaperVersion
from catalogue.vocabulary import Sight

BEGAN = date(2026, 11, 1)
BATCH = date(2026, 11, 10)


def paper(arxiv_id: str = "2611.00001", version: int = 1, withdrawn: bool = False, **fields: str) -> Paper:
    """A paper with so many versions, a day apart."""
    start = datetime(2026, 11, 2, tzinfo=UTC)
    versions = tuple(
        PaperVersion(number, start + timedelta(days=number), withdrawn=withdrawn and number == version)
        for number in range(1, version + 1)
    )
    texts = {"title": "Title", "abstract": "Words."} | fields
    return Paper(arxiv_id, BATCH, authors=("Ada One",), categories=("cs.LG",), versions=versions, **texts)


@pytest.mark.parametrize(
    ("arxiv_id", "batch", "expected"),
    [
        pytest.param("2611.00001", BATCH, Sight.NEW, id="of this month"),
        pytest.param("2610.29999", BATCH, Sight.NEW, id="of the month before"),
        pytest.param("2609.00001", BATCH, Sight.BACKFILL, id="two months old: cross-listed"),
        pytest.param("1111.3240", BATCH, Sight.BACKFILL, id="fifteen years old: a further version"),
        pytest.param("hep-th/9901001", BATCH, Sight.BACKFILL, id="an old identifier"),
        pytest.param("2612.00001", date(2027, 1, 3), Sight.NEW, id="December in January"),
        pytest.param("2612.00001", BATCH, Sight.BACKFILL, id="of a month to come"),
        pytest.param("2610.00001", date(2026, 10, 29), Sight.KNOWN, id="announced before the ledger began"),
    ],
)
def test_the_month_of_an_identifier_decides_what_is_new(arxiv_id: str, batch: date, expected: Sight) -> None:
    """New is what arXiv numbered in its batch's month or the one before; the datestamp has no say."""
    assert [seen.sight for seen in see(paper(arxiv_id), None, batch, BEGAN)] == [expected]


def test_a_first_sight_keeps_older_versions_as_past() -> None:
    """A paper first seen in its third version is new once, and has a history."""
    seen = see(paper(version=3), None, BATCH, BEGAN)
    assert [(each.version.number, each.sight) for each in seen] == [(1, "past"), (2, "past"), (3, "new")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(paper(), paper(journal_ref="J. 1"), [], id="a journal reference"),
        pytest.param(paper(version=2), paper(version=1), [], id="an older record"),
        pytest.param(paper(), paper(version=2), [(2, Sight.UPDATED, ("files",))], id="other files only"),
        pytest.param(paper(), paper(version=2, title="New"), [(2, Sight.UPDATED, ("title",))], id="another title"),
        pytest.param(
            paper(version=2),
            paper(version=3, withdrawn=True, comment="an error"),
            [(3, Sight.WITHDRAWN, ("comment",))],
            id="withdrawn",
        ),
        pytest.param(
            paper(version=2, withdrawn=True), paper(version=3), [(3, Sight.UPDATED, ("reinstated",))], id="taken back"
        ),
        pytest.param(
            paper(), paper(version=3), [(2, Sight.PAST, ()), (3, Sight.UPDATED, ("files",))], id="two at once"
        ),
    ],
)
def test_only_a_further_version_is_something_to_tell(
    before: Paper, after: Paper, expected: list[tuple[int, Sight, tuple[str, ...]]]
) -> None:
    """A known paper is never new again; its versions are updates or withdrawals, with what changed."""
    seen = see(after, before, BATCH, BEGAN)
    assert [(each.version.number, each.sight, each.changed) for each in seen] == expected


def test_a_looked_up_paper_may_still_be_new() -> None:
    """Asking for a paper by its identifier does not take it away from the digest."""
    assert [each.sight for each in see_again(paper(), paper(), BATCH, BEGAN)] == [Sight.NEW]


def test_a_further_version_of_a_looked_up_paper_is_an_update() -> None:
    """An old paper of the catalogue, first harvested with a version more than the look-up saw."""
    seen = see_again(paper("1706.00001", version=3), paper("1706.00001", version=2), BATCH, BEGAN)
    assert [(each.version.number, each.sight) for each in seen] == [(3, Sight.UPDATED)]


def test_line_breaks_are_no_change() -> None:
    """The query interface and OAI-PMH break lines differently."""
    assert what_changed(paper(abstract="two\nwords"), paper(version=2, abstract="two words")) == ("files",)


@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.integers(0, 60), st.booleans()),
        min_size=1,
        max_size=8,
    )
)
def test_a_paper_is_new_at_most_once_however_it_is_seen(sights: list[tuple[int, int, bool]]) -> None:
    """Sightings in any order of version and day, withdrawn or not: one first sight, and each version at most once."""
    known: Paper | None = None
    seen = []
    for version, days, withdrawn in sights:
        current = paper(version=version, withdrawn=withdrawn)
        seen += see(current, known, BATCH + timedelta(days=days), BEGAN)
        known = current if known is None or supersedes(current, known) else known
    kinds = [each.sight for each in seen]
    numbers = [each.version.number for each in seen]
    assert kinds.count(Sight.NEW) + kinds.count(Sight.BACKFILL) == 1
    assert len(numbers) == len(set(numbers))
