"""A server to harvest from, and a way to harvest from it."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from catalogue.records.editions import Edition
from scheduled.jobs.digest import run_digest
from scheduled.jobs.papers import PapersSummary, run_papers
from scheduled.settings.load import Settings
from tests.papers.oai_server import OaiServer, serve

Pull = Callable[..., PapersSummary]
Ask = Callable[..., list[tuple[Any, ...]]]
Digest = Callable[..., Edition]


@pytest.fixture
def arxiv() -> Iterator[OaiServer]:
    """An arXiv without papers."""
    with serve(OaiServer()) as server:
        yield server


@pytest.fixture
def settings(arxiv: OaiServer) -> Settings:
    """Settings that ask that server, without pause."""
    section = {"oai_url": arxiv.url, "api_url": arxiv.url, "categories": ["cs.LG"], "interval_seconds": 0}
    return Settings(arxiv=section)  # type: ignore[arg-type]


@pytest.fixture
def pull(settings: Settings, tmp_path: Path) -> Pull:
    """Run the papers job as of a time."""

    def run(as_of: str, name: str = "catalogue.db") -> PapersSummary:
        return run_papers(tmp_path / name, settings, datetime.fromisoformat(as_of))

    return run


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Ask the database what its views say."""

    def select(sql: str, name: str = "catalogue.db") -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(tmp_path / name)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    return select


@pytest.fixture
def digest(settings: Settings, tmp_path: Path) -> Digest:
    """Make the digest as of a time."""

    def run(as_of: str, name: str = "catalogue.db", *, dry_run: bool = False) -> Edition:
        return run_digest(tmp_path / name, settings, datetime.fromisoformat(as_of), dry_run=dry_run)

    return run
