"""The public contract: views and columns that dashboards and scripts build on."""

from pathlib import Path

import pytest
from sqlmodel import text

from catalogue.database.schema import open_database, reading

LINK_COLUMNS = (
    "url resource role state verdict reason strikes since last_ok_at checked_at next_check_at final_url archived_url"
)
CONTRACT = {
    "resources": "key title title_en kind kind_origin level level_origin language language_origin url topics creator "
    "year is_free effort recommended_by stance status checked_at added_at",
    "mentions": "resource source section step line title url stance",
    "steps": "source position title effort_min_weeks effort_max_weeks",
    "topics": "id broader label_en label_ru label_zh resources",
    "links": LINK_COLUMNS,
    "dead_links": LINK_COLUMNS,
    "suspect_links": LINK_COLUMNS,
    "moved_links": LINK_COLUMNS,
    "unverifiable_links": LINK_COLUMNS,
    "recovered_links": LINK_COLUMNS,
    "checks": "url checked_at verdict reason status_code final_url elapsed_ms counted",
    "changes": "url at from_state to_state reason",
    "editions": "id kind period_start period_end coverage published_at body",
    "edition_items": "edition_id section subject_kind subject_id arxiv_id version topic rank score why shown",
    "runs": "job slot started_at finished_at outcome counts",
}

PAPERS = ("papers", "new_papers", "updated_papers", "withdrawn_papers")


@pytest.mark.parametrize("view", PAPERS)
def test_papers_begin_with_the_columns_of_the_contract(view: str, tmp_path: Path) -> None:
    """The contract names the first columns of the views on papers; more may follow."""
    engine = open_database(tmp_path / "new.db", create=True)
    with reading(engine) as session:
        columns = session.connection().execute(text(f"select * from {view}")).keys()
    engine.dispose()
    assert list(columns)[:5] == ["arxiv_id", "version", "title", "authors", "categories"]
    assert {"first_seen_at", "batch"} <= set(columns)


@pytest.mark.parametrize("view", CONTRACT)
def test_view_has_the_columns_of_the_contract(view: str, tmp_path: Path) -> None:
    """Each view shows its columns, in their order."""
    engine = open_database(tmp_path / "new.db", create=True)
    with reading(engine) as session:
        columns = session.connection().execute(text(f"select * from {view}")).keys()
    engine.dispose()
    assert list(columns) == CONTRACT[view].split()
