"""A small catalogue in a real file, asked through real FTS5."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.database.schema import open_database
from tests.search.small import Small


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    """An empty catalogue to be filled by the test."""
    engine = open_database(tmp_path / "catalogue.db", create=True)
    yield Small(engine)
    engine.dispose()
