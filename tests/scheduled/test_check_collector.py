"""What the garbage collector does during a check."""

import gc
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from scheduled.jobs.storedports import StoredSink
from tests.scheduled.checking import build, run, settings
from tests.web.smallweb import SmallWeb, page


def test_collector_spares_what_was_there_before(
    smallweb: SmallWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While links are visited the garbage collector leaves the imports alone, and not a moment longer."""
    build(tmp_path, smallweb.put("http://one.test/", page()))
    settings(smallweb, monkeypatch)
    spared = []
    monkeypatch.setattr(StoredSink, "flush", counting(spared, StoredSink.flush))
    assert run("check") == 0
    assert min(spared) > 10_000
    assert gc.get_freeze_count() == 0


def counting(spared: list[int], flush: Callable[[StoredSink], Awaitable[None]]) -> Callable[[StoredSink], Any]:
    """A flush that notes how many objects the collector spares meanwhile."""

    async def flush_and_note(sink: StoredSink) -> None:
        spared.append(gc.get_freeze_count())
        await flush(sink)

    return flush_and_note
