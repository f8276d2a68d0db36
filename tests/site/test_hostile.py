"""Hostile addresses: whatever is asked, the answer is a page or a refusal, soon, and it says nothing of the machine."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.hostile import addresses
from tests.site.visitor import Visitor

SLOWEST_SECONDS = 5.0
"""Far above what any answer takes alone; the machine may be busy."""


def harm_done(visitor: Visitor, db: Path, seed: int, count: int) -> list[str]:
    """What so many hostile addresses bring about: each must be answered below 500, in time, and without a path."""
    return [f"{fault}: {address}" for address in addresses(seed, count) for fault in _faults(visitor, db, address)]


def _faults(visitor: Visitor, db: Path, address: str) -> Iterator[str]:
    started = time.perf_counter()
    answer = visitor.get(address)
    if answer.status_code >= 500:
        yield f"status {answer.status_code}"
    if time.perf_counter() - started >= SLOWEST_SECONDS:
        yield "too slow"
    if str(db.parent) in answer.text:
        yield "shows a path"
    if "Traceback" in answer.text:
        yield "shows a traceback"
    if "html" in answer.headers.get("content-type", "") and "<script>alert(1)" in answer.text:
        yield "runs a script"


@pytest.mark.parametrize("seed", range(4))
def test_hostile_addresses_do_no_harm(visitor: Visitor, sample_db: Path, seed: int) -> None:
    """A hundred addresses made of operators, halves of characters, paths, scripts and SQL."""
    assert harm_done(visitor, sample_db, seed, 100) == []
