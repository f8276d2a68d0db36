"""What the importer reaches on every list beside the project, and how fast: one table."""

import time
from pathlib import Path

import pytest

from tests.documents.scoring import LISTS, is_kind, is_language, is_level, score_entries, score_values

pytestmark = [pytest.mark.bench, pytest.mark.shared]


def test_scores_on_every_sample(shared: Path) -> None:
    """Entries by address, and each value where the list states it; no curation, no flags."""
    print()
    for name in LISTS:
        start = time.perf_counter()
        entries = score_entries(shared, name)
        seconds = time.perf_counter() - start
        line = f"{name:26} P {entries.precision:.3f} R {entries.recall:.3f} of {entries.there:5} in {seconds:5.2f} s"
        for field, right in (("kind", is_kind), ("level", is_level), ("language", is_language)):
            score = score_values(shared, name, field, right)
            if score.there:
                line += f"  {field} {score.right}/{score.there} ({score.recall:.3f})"
        print(line)
        assert entries.precision >= 0.95
        assert entries.recall >= 0.98
