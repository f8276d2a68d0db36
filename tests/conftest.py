"""What all tests share: which markers this run may not skip."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest_plugins = ["tests.web.fixtures"]

SHARED = Path(__file__).parent.parent.parent / "shared"
REQUIRED = frozenset(filter(None, os.environ.get("CATALOGUE_REQUIRE", "").split(",")))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Turn a skip of a required kind of test into a failure."""
    report = (yield).get_result()
    needed = REQUIRED & {mark.name for mark in item.iter_markers()}
    if report.skipped and needed:
        report.outcome = "failed"
        report.longrepr = f"skipped, but CATALOGUE_REQUIRE has {', '.join(sorted(needed))}: {report.longrepr}"


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test starts in an empty folder, without the CATALOGUE_* variables of whoever runs it."""
    for name in list(os.environ):
        if name.startswith("CATALOGUE_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def shared() -> Path:
    """The folder of documents to score against, beside the project."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the project: nothing to score against")
    return SHARED
