"""What pages say about themselves, as the database keeps it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from catalogue.database.schema import open_database, reading, writing
from catalogue.records.web import PageFacts
from catalogue.store.facts import FORGET_PAGE, load_observed, save_facts
from scheduled.jobs.building import run_build
from tests.datafolder import mention, write_data

BEES, ANTS = "https://example.org/bees", "https://example.org/ants"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    """A database with a resource for each of two pages, and a link that is nobody's main one."""
    data = write_data(tmp_path / "data", mention("bees", BEES), mention("ants", ANTS, 2))
    run_build(tmp_path / "catalogue.db", data, datetime(2026, 1, 1, tzinfo=UTC))
    engine = open_database(tmp_path / "catalogue.db")
    yield engine
    engine.dispose()


def said(engine: sa.Engine) -> dict[str, set[tuple[str, str]]]:
    """Field and value of each claim, by resource."""
    with reading(engine) as session:
        return {key: {(c.field, c.value) for c in claims} for key, claims in load_observed(session).items()}


def test_what_a_page_said_before_is_replaced(engine: sa.Engine) -> None:
    """Only the page that was read again: what it no longer says is gone, another page's claims stay."""
    pages = [PageFacts(BEES, "1", title="Bees", author="Ann"), PageFacts(ANTS, "2", title="Ants")]
    with writing(engine) as session:
        save_facts(session, pages)
    with writing(engine) as session:
        save_facts(session, [PageFacts(BEES, "3", title="Wasps"), PageFacts("https://example.org/nobodys", "4")])
    assert said(engine) == {"bees": {("page_title", "Wasps")}, "ants": {("page_title", "Ants")}}


def test_a_page_read_twice_before_it_is_stored_says_the_last(engine: sa.Engine) -> None:
    """Two visits may fall into one transaction."""
    with writing(engine) as session:
        save_facts(session, [PageFacts(BEES, "1", title="Bees"), PageFacts(BEES, "2", title="Wasps")])
    assert said(engine) == {"bees": {("page_title", "Wasps")}}


def test_forgetting_a_page_does_not_walk_over_all_claims(engine: sa.Engine) -> None:
    """A catalogue has many claims, and each new page forgets its old ones."""
    with writing(engine) as session:
        plan = session.connection().exec_driver_sql(f"explain query plan {FORGET_PAGE}", {"page": BEES}).all()
    assert ["claim_of_page" in row.detail for row in plan] == [True]
