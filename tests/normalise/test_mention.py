"""What a mention takes from the words around its link."""

import pytest

from tests.documents.reread import mentions_of


def test_brackets_of_further_links_are_no_note() -> None:
    """What stood in them belongs to the work in its role."""
    (found,) = mentions_of("- [Trees](https://w.example/t) - for all ([code](https://github.com/a/t))\n", "list.md")
    assert (found.note, len(found.links)) == ("for all", 1)


@pytest.mark.parametrize(
    ("note", "hours", "weeks"),
    [
        ("— 45 минут, про корни", 0.75, None),
        ("- 12 hours, free", 12, None),
        ("（约8周，每周4小时）", None, 8),
        ("- a forest that took 10 years to grow", None, None),
        ("学时：32", 32, None),
        ("- Takes about 2 months at 5 hrs/week.", None, 8),
        ("— займёт около 3 недель", None, 3),
        ("- Self-paced, 60 hours.", 60, None),
        ("- Duration: 1.5 hours", 1.5, None),
        ("- 10-week course on trees", None, 10),
        ("- a one-hour video", 1, None),
        ("3hr course by A. Bee", 3, None),
        ("- 预计耗时：30小时", 30, None),
        ("- 共16周", None, 16),
        ("- learn it in 24 hours", None, None),
    ],
)
def test_the_time_that_leads_a_note_is_its_effort(note: str, hours: float | None, weeks: float | None) -> None:
    """A time is the effort where the note begins with it or a label says so; a time inside a sentence is not."""
    (found,) = mentions_of(f"- [Trees](https://w.example/trees) {note}\n", "list.md")
    effort = found.effort
    assert (effort and effort.min_hours, effort and effort.min_weeks) == (hours, weeks)


def test_a_field_is_read_whole_behind_others() -> None:
    """However much stands before its label without a stop, and up to the next label."""
    lines = (
        "Offered by: Some University",
        "Prerequisites: trees and roots",
        "Languages: Python",
        "Difficulty: 🌟🌟🌟🌟",
    )
    facts = "\n".join(f"- {line}" for line in (*lines, "Class Hour: 80 hours"))
    text = f"# Forests\n\n## About\n\n{facts}\n\n## Resources\n\n- Website: <https://w.example/forests>\n"
    (found,) = mentions_of(text, "forests.md")
    assert (found.effort and found.effort.min_hours, found.prerequisites) == (80, "trees and roots")


def test_the_first_of_many_headings_is_a_part() -> None:
    """Alone it is the title of the document; beside others of its rank it says what stands under it."""
    parts = "# Articles\n\n- [Trees](https://w.example/a/trees)\n\n# Books\n\n- [Soil](https://w.example/a/soil)\n"
    assert [one.kind and one.kind.value for one in mentions_of(parts, "list.md")] == ["article", "book"]
