"""What a mention takes from the words around its link."""

import pytest

from tests.documents.reread import mentions_of


@pytest.mark.parametrize(
    ("note", "hours", "weeks"),
    [
        ("— 45 минут, про корни", 0.75, None),
        ("- 12 hours, free", 12, None),
        ("（约8周，每周4小时）", None, 8),
        ("- a forest that took 10 years to grow", None, None),
        ("学时：32", 32, None),
    ],
)
def test_the_time_that_leads_a_note_is_its_effort(note: str, hours: float | None, weeks: float | None) -> None:
    """A time is the effort where the note begins with it or a label says so; a time inside a sentence is not."""
    (found,) = mentions_of(f"- [Trees](https://w.example/trees) {note}\n", "list.md")
    effort = found.effort
    assert (effort and effort.min_hours, effort and effort.min_weeks) == (hours, weeks)
