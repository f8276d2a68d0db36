"""The site under thousands of hostile addresses."""

from pathlib import Path

import pytest

from tests.site.sample import make_sample
from tests.site.test_hostile import harm_done
from tests.site.visitor import Visitor

pytestmark = pytest.mark.soak


def test_thousands_of_hostile_addresses(tmp_path: Path) -> None:
    """Five thousand addresses, none answered with 5xx, none over the limit of time."""
    db = make_sample(tmp_path / "catalogue.db")
    with Visitor(db) as visitor:
        assert harm_done(visitor, db, seed=2026, count=5000) == []
