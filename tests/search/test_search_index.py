"""The index: written by difference, kept row by row."""

from pathlib import Path

import pytest
from sqlalchemy import text

from catalogue.database.opening import check_index
from catalogue.database.schema import open_database, reading, writing
from catalogue.errors import DatabaseError
from catalogue.search.analyzer import ANALYZER_VERSION
from catalogue.search.ddl import DROP_INDEX
from catalogue.search.propernames import host_terms
from catalogue.search.query import parse_query
from tests.search.small import Small


def test_building_twice_changes_no_row(small: Small) -> None:
    """A second run finds nothing to write, also when the schema was opened for writing again."""
    small.add("Linear Algebra", "Линейная алгебра")
    assert small.build() == 2
    open_database(Path(small.engine.url.database or ""), create=True).dispose()
    assert small.build() == 0


def test_only_what_changed_is_written(small: Small) -> None:
    """A new title, a removed resource and a new topic are one row each; the rest is left alone."""
    small.add("Alpha", "Beta", "Gamma", "Delta")
    small.build()
    small.add("Alpha", title="Omega")
    del small.resources["Beta"], small.sections["Beta"]
    small.add("Gamma", topics=["physics"])
    small.build()
    assert small.find(parse_query("omega").words) == ["Alpha"]
    assert small.find(parse_query("alpha").words) == ["Alpha"], "a document still calls it so"
    assert small.find(parse_query("beta").words) == []
    assert small.find('topics : "physics"') == ["Gamma"]
    assert small.find(parse_query("delta").words) == ["Delta"]


@pytest.mark.parametrize("asked", ["coursera", "курсера", "coursera algebra"])
def test_a_site_is_found_by_its_name(small: Small, asked: str) -> None:
    """Whoever asks for Coursera means what stands there, whatever it is called."""
    small.add("coursera", title="Algebra for all", state="ok")
    small.add("elsewhere", title="More algebra", state="ok")
    assert small.search(asked) == ["coursera"]


@pytest.mark.parametrize(
    ("url", "terms"),
    [
        ("https://www.coursera.org/learn/x", ["hostcoursera"]),
        ("https://cs50.harvard.edu/python", ["hostcs50", "hostharvard"]),
        ("https://github.com/someone/something", []),
        ("https://someone.github.io/", ["hostsomeon"]),
        ("https://[broken", []),
        (None, []),
    ],
)
def test_the_names_in_a_host(url: str | None, terms: list[str]) -> None:
    """Each label but the country and what any site may be called; whose page it is on a host of many."""
    assert list(host_terms(url)) == terms


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("Hyndman", ["forecasting"], id="a name that only the note has"),
        pytest.param("forecasting hyndman", ["forecasting"], id="a word of the title and one of the note"),
        pytest.param("python", ["python"], id="what a title has is not looked for in notes"),
        pytest.param("李沐", ["d2l"], id="a person"),
        pytest.param("mu li", ["d2l"], id="a person by another name"),
    ],
)
def test_notes_answer_where_nothing_else_does(small: Small, asked: str, found: list[str]) -> None:
    """What a document says of a resource is asked last: it tells of other things, too."""
    small.add("forecasting", title="Forecasting: Principles and Practice", note="Hyndman, online; needs no Python")
    small.add("python", title="Learn Python")
    small.add("d2l", title="动手学深度学习", note="李沐，书籍")
    assert small.search(asked) == found


@pytest.mark.parametrize("asked", ["DDIA", "ddia book", "prml"])
def test_a_long_title_is_found_by_its_initials(small: Small, asked: str) -> None:
    """Readers call books so; with or without the little words, before the subtitle."""
    small.add("Designing Data-Intensive Applications: The Big Ideas", kind="book")
    small.add("Pattern Recognition and Machine Learning", kind="book")
    assert len(small.search(asked)) == 1


def test_initials_are_asked_for_only_where_no_word_is_found(small: Small) -> None:
    """`data` is a word before it is the initials of anything."""
    small.add("Deep Agents Tested Automatically", "Data for all")
    assert small.search("data") == ["Data for all"]


def test_an_index_with_other_columns_is_made_anew(small: Small) -> None:
    """A database of an older version loses its index when it is opened to be written, and the build fills a new one."""
    small.add("Alpha", note="by Hyndman")
    small.build()
    with writing(small.engine) as session:
        for statement in DROP_INDEX:
            session.execute(text(statement))
        session.execute(text("create table search_text (id integer primary key, title text not null)"))
        session.execute(text("insert into search_text values (1, 'alpha')"))
    open_database(Path(small.engine.url.database or ""), create=True).dispose()
    assert small.build() == 1
    assert small.search("hyndman") == ["Alpha"]


def test_the_index_is_whole(small: Small) -> None:
    """FTS5's own check finds the index equal to the terms after writes and removals."""
    small.add("Alpha", "Beta")
    small.build()
    with writing(small.engine) as session:
        session.execute(text("delete from search_text"))
    assert small.build() == 2
    with writing(small.engine) as session:
        session.execute(text("insert into resource_fts(resource_fts, rank) values ('integrity-check', 1)"))


def test_keys_answer_for_the_public_view(small: Small) -> None:
    """Datasette's own search boxes ask for keys of the view, and FTS5 does the searching."""
    small.add("Alpha", "Beta")
    small.build()
    wanted = "select key from resources where key in (select rowid from resource_search where resource_search match :m)"
    with reading(small.engine) as session:
        assert session.execute(text(wanted), {"m": '"beta"'}).scalars().all() == ["Beta"]
        plan = session.execute(text(f"explain query plan {wanted}"), {"m": '"beta"'}).all()
    assert any("VIRTUAL TABLE INDEX" in row[3] and "M" in row[3].rpartition(":")[2] for row in plan), plan


def test_an_index_of_another_analyzer_is_refused(small: Small) -> None:
    """A start with the wrong terms says what to do instead of finding nothing."""
    small.build()
    with reading(small.engine) as session:
        version = session.execute(text("select analyzer from search_version")).scalar()
    check_index(Path("c.db"), version)
    with pytest.raises(DatabaseError, match="run `catalogue build`"):
        check_index(Path("c.db"), ANALYZER_VERSION + 1)
    with pytest.raises(DatabaseError, match="never made"):
        check_index(Path("c.db"), None)
