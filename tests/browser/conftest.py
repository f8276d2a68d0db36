"""A real browser before a real server."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.site.sample import make_sample

FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's chromium."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def sample_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample catalogue, built once."""
    return make_sample(tmp_path_factory.mktemp("sample") / "catalogue.db")


@pytest.fixture(scope="module")
def screenshots() -> Path:
    """Where pictures of the pages are left to be looked at."""
    folder = Path(__file__).parent.parent.parent / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
