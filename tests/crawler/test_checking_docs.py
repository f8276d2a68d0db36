"""docs/checking.md says what the code does."""

import re
from pathlib import Path

import pytest

from catalogue.vocabulary import Verdict
from crawler.options import CrawlOptions
from crawler.providers.rows import shipped_providers

TEXT = (Path(__file__).parent.parent.parent / "docs" / "checking.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_explained(verdict: Verdict) -> None:
    """Each verdict has a row that says what is seen."""
    assert re.search(rf"^\|.*\| `{verdict}`", TEXT, re.MULTILINE)


@pytest.mark.parametrize("name", ["per_host", "host_interval_seconds", "concurrency", "timeout_seconds", "robots"])
def test_defaults_are_the_codes(name: str) -> None:
    """The table of settings shows the defaults that hold."""
    found = re.search(rf"^\| `crawler\.{name}`[^|]*\| ([^|]+) \|", TEXT, re.MULTILINE)
    assert found
    assert found.group(1).lower() == f"{getattr(CrawlOptions(), name):g}" or found.group(1) in {"false", "1.0"}


def test_evidence_is_told_as_it_is() -> None:
    """The page does not claim recorded evidence that no row has."""
    recorded = [row for row in shipped_providers().rows if row.evidence == "recorded"]
    assert ("None is recorded yet" in TEXT) == (recorded == [])
