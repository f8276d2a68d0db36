"""Hostile addresses: whatever is asked, the answer is a page or a refusal, soon, and it says nothing of the machine."""

import time
from pathlib import Path

import pytest

from tests.site.hostile import addresses
from tests.site.visitor import Visitor

SLOWEST_SECONDS = 5.0
"""Far above what any answer takes alone; the machine may be busy."""


def assault(visitor: Visitor, db: Path, seed: int, count: int) -> None:
    """Ask for so many hostile addresses; each must be answered below 500, in time, and without a path."""
    for address in addresses(seed, count):
        started = time.perf_counter()
        answer = visitor.get(address)
        assert answer.status_code < 500, f"{answer.status_code} {address}"
        assert time.perf_counter() - started < SLOWEST_SECONDS, address
        assert str(db.parent) not in answer.text, address
        assert "Traceback" not in answer.text, address
        if "html" in answer.headers.get("content-type", ""):
            assert "<script>alert(1)" not in answer.text, address


@pytest.mark.parametrize("seed", range(4))
def test_hostile_addresses_do_no_harm(visitor: Visitor, sample_db: Path, seed: int) -> None:
    """A hundred addresses made of operators, halves of characters, paths, scripts and SQL."""
    assault(visitor, sample_db, seed, 100)
