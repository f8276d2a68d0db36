"""data/ in, catalogue.db out: by difference, and without touching what visits found."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from catalogue.database.schema import open_database, writing
from catalogue.errors import DatabaseError, InputError
from catalogue.records.documents import Effort, EntryLink, Finding, Section
from catalogue.records.web import Policy, Visit
from catalogue.store.links import save_visits
from catalogue.vocabulary import Kind, LinkRole, Rule, Stance, Verdict
from scheduled.jobs.building import run_build
from tests.datafolder import mention, write_data

DB = Path("catalogue.db")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def rows(sql: str) -> list[tuple[object, ...]]:
    """What a reader of the database sees."""
    with closing(sqlite3.connect(DB)) as connection:
        return connection.execute(sql).fetchall()


def visit(url: str, verdict: Verdict, day: int) -> None:
    """Store one visit of a link, made in January 2026."""
    engine = open_database(DB)
    with writing(engine) as session:
        save_visits(session, [Visit(url, datetime(2026, 1, day, tzinfo=UTC), verdict, "seen")], Policy())
    engine.dispose()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two mentions of one book in two sections, and a course."""
    sections = (
        Section(1, "Step 1: Maths", 2, 3, step=1, effort=Effort("3–4 weeks", 3, 4)),
        Section(2, "Books", 3, 5, parent=1),
    )
    book = mention("strang", "https://math.example/strang", 6, section=2, kind=Finding(Kind.BOOK, Rule.TITLE_WORD))
    again = mention("strang", "http://www.math.example/strang/", 9, section=1, kind=Finding(Kind.BOOK, Rule.HOST))
    course = mention("course", "https://course.example/", 10, topics=(Finding("linear-algebra", Rule.TITLE_WORD),))
    return write_data(tmp_path / "data", book, again, course, sections=sections)


def test_the_views_show_what_the_data_says(data: Path) -> None:
    """A resource mentioned twice is one row; its mentions know section and step."""
    run_build(DB, data, NOW)
    assert rows("select key, kind, kind_origin, url, topics, recommended_by, status from resources order by key") == [
        ("course", None, None, "https://course.example/", '["linear-algebra"]', 1, "unchecked"),
        ("strang", "book", "inferred", "https://math.example/strang", "[]", 1, "unchecked"),
    ]
    assert rows("select resource, section, step, line from mentions order by line") == [
        ("strang", "Books", 1, 6),
        ("strang", "Step 1: Maths", 1, 9),
        ("course", None, None, 10),
    ]
    assert rows("select * from steps") == [("a-road", 1, "Step 1: Maths", 3.0, 4.0)]


def test_building_twice_changes_no_row(data: Path) -> None:
    """The second build adds, changes and removes nothing, and the file's content stays the same."""
    run_build(DB, data, NOW)
    with closing(sqlite3.connect(DB)) as connection:
        before = list(connection.iterdump())
    summary = run_build(DB, data, NOW)
    with closing(sqlite3.connect(DB)) as connection:
        assert list(connection.iterdump()) == before
    assert str(summary.rows) == "0 added, 0 changed, 0 removed"


def test_visits_survive_a_renamed_title(data: Path) -> None:
    """A title that a newer document spells otherwise keeps key, visits and state."""
    run_build(DB, data, NOW)
    visit("https://course.example/", Verdict.OK, day=1)
    write_data(data, mention("course", "https://course.example/", 10, title="The course, renamed"))
    run_build(DB, data, NOW)
    assert rows("select key, title, status from resources") == [("course", "The course, renamed", "ok")]
    assert rows("select url, verdict from checks") == [("https://course.example/", "ok")]


def test_a_replaced_url_starts_fresh_and_the_old_visits_stay(data: Path) -> None:
    """The key stays; the new URL is unchecked; what was seen of the old one is still in checks."""
    run_build(DB, data, NOW)
    visit("https://course.example/", Verdict.GONE, day=1)
    write_data(data, mention("course", "https://new.example/course", 10))
    run_build(DB, data, NOW)
    assert rows("select key, url, status from resources") == [("course", "https://new.example/course", "unchecked")]
    assert rows("select url from links") == [("https://new.example/course",)]
    assert rows("select url, verdict from checks") == [("https://course.example/", "gone")]


def test_curation_overrides_and_merges(data: Path) -> None:
    """A curator's word beats every rule; a merged key becomes an alias, its URL a mirror."""
    (data / "curation" / "first.yaml").write_text(
        "- resource: strang\n  set: {kind: course, level: beginner}\n  reason: it is a course\n  date: 2026-01-01\n"
        "- resource: course\n  same_as: strang\n  reason: the same lectures\n  date: 2026-01-01\n",
        encoding="utf-8",
    )
    run_build(DB, data, NOW)
    assert rows("select key, kind, kind_origin, level from resources") == [("strang", "course", "curated", "beginner")]
    assert rows("select url, role from links order by role") == [
        ("https://course.example/", "mirror"),
        ("https://math.example/strang", "primary"),
    ]
    assert rows("select key from alias") == [("course",)]


def test_a_hidden_resource_is_nowhere(data: Path) -> None:
    """What a curator hides has no row and no mention; the others keep theirs."""
    (data / "curation" / "first.yaml").write_text(
        "- resource: strang\n  hide: true\n  reason: an unlicensed copy\n  date: 2026-01-01\n", encoding="utf-8"
    )
    run_build(DB, data, NOW)
    assert rows("select key from resources") == [("course",)]
    assert rows("select resource from mentions") == [("course",)]


def test_dead_with_a_living_mirror_is_ok_via_mirror(tmp_path: Path) -> None:
    """The status is that of the primary link, unless a mirror still answers."""
    mirrored = mention("book", "https://a.example/", links=(EntryLink("https://b.example/", LinkRole.MIRROR),))
    run_build(DB, write_data(tmp_path / "data", mirrored), NOW)
    for day in (1, 5, 9):
        visit("https://a.example/", Verdict.GONE, day)
    assert rows("select status from resources") == [("dead",)]
    visit("https://b.example/", Verdict.OK, day=9)
    assert rows("select status from resources") == [("ok via mirror",)]


def test_what_an_author_advises_against_is_not_recommended(tmp_path: Path) -> None:
    """A discouraged resource is shown as such and counts nobody's recommendation."""
    warned = mention("long-road", None, stance=Finding(Stance.DISCOURAGED, Rule.STATED_WORD))
    run_build(DB, write_data(tmp_path / "data", warned), NOW)
    assert rows("select stance, recommended_by, status from resources") == [("discouraged", 0, "no link")]


def test_merging_into_oneself_is_an_error(data: Path) -> None:
    """A loop of same_as names file, line and keys."""
    (data / "curation" / "first.yaml").write_text(
        "- resource: course\n  same_as: strang\n  reason: r\n  date: 2026-01-01\n"
        "- resource: strang\n  same_as: course\n  reason: r\n  date: 2026-01-01\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError, match=r"first\.yaml:1: 'course' is same_as itself"):
        run_build(DB, data, NOW)


def test_deciding_about_a_stranger_is_an_error(data: Path) -> None:
    """A misspelt key in curation would otherwise do nothing, in silence."""
    (data / "curation" / "first.yaml").write_text(
        "- resource: strong\n  hide: true\n  reason: r\n  date: 2026-01-01\n", encoding="utf-8"
    )
    with pytest.raises(InputError, match=r"first\.yaml:1: no resource has the key 'strong'"):
        run_build(DB, data, NOW)


def test_a_foreign_database_is_refused_and_left_alone(data: Path) -> None:
    """A SQLite file of somebody else is neither read nor changed."""
    with closing(sqlite3.connect(DB)) as connection:
        connection.execute("create table mine (a)")
    before = DB.read_bytes()
    with pytest.raises(DatabaseError, match=r"catalogue\.db: a database, but not one of ours"):
        run_build(DB, data, NOW)
    assert DB.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(data: Path) -> None:
    """Text where the database should be is one clear line."""
    DB.write_text("not a database at all, but longer than a page header " * 20, encoding="utf-8")
    with pytest.raises(DatabaseError, match=r"catalogue\.db: file is not a database"):
        run_build(DB, data, NOW)


def test_a_pinned_state_holds_until_its_day(data: Path) -> None:
    """From the build on the state is the one a person saw; bad visits count, and move it only after the last day."""
    (data / "curation" / "pins.yaml").write_text(
        "- resource: course\n  pin: {state: ok, until: 2026-01-10}\n  reason: works in a browser\n  date: 2026-01-01\n",
        encoding="utf-8",
    )
    run_build(DB, data, NOW)
    assert rows("select status from resources where key = 'course'") == [("ok",)]
    for day in (2, 6, 10):
        visit("https://course.example/", Verdict.GONE, day)
    assert rows("select status from resources where key = 'course'") == [("ok",)]
    assert rows("select from_state, to_state, reason from changes") == [("unchecked", "ok", "pinned")]
    visit("https://course.example/", Verdict.GONE, day=14)
    assert rows("select status from resources where key = 'course'") == [("dead",)]


def test_taking_a_pin_away_leaves_the_state_to_visits(data: Path) -> None:
    """Building with a pin twice changes nothing the second time; without it, the next visit decides."""
    pin = data / "curation" / "pins.yaml"
    pin.write_text("- resource: course\n  pin: {state: dead}\n  reason: sold\n  date: 2026-01-01\n", encoding="utf-8")
    run_build(DB, data, NOW)
    assert str(run_build(DB, data, NOW).rows) == "0 added, 0 changed, 0 removed"
    visit("https://course.example/", Verdict.OK, day=2)
    assert rows("select status from resources where key = 'course'") == [("dead",)]
    pin.unlink()
    run_build(DB, data, NOW)
    visit("https://course.example/", Verdict.OK, day=9)
    assert rows("select status from resources where key = 'course'") == [("ok",)]
