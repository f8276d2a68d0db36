"""The site over the sample catalogue, asked in this process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.sample import make_sample
from tests.site.visitor import Visitor


@pytest.fixture(scope="session")
def sample_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample catalogue, built once; tests only read it."""
    return make_sample(tmp_path_factory.mktemp("sample") / "any name.db")


@pytest.fixture(scope="session")
def visitor(sample_db: Path) -> Iterator[Visitor]:
    """Someone who reads the sample's site."""
    with Visitor(sample_db) as visitor:
        yield visitor
