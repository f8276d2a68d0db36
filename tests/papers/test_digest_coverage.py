"""What an edition says of the evenings it covers: quiet, holiday, stale source and failed."""

import json

import pytest

from tests.papers.conftest import Digest, Pull
from tests.papers.oai_server import Entry, OaiServer


@pytest.mark.parametrize(
    ("stamps", "harvest", "now", "expected"),
    [
        pytest.param(
            ["2026-11-17", "2026-11-19", "2026-11-20"],
            "2026-11-21T12:00:00+00:00",
            "2026-11-21T12:00:00+00:00",
            ["quiet", "received", "quiet", "received", "received"],
            id="quiet: arXiv went on",
        ),
        pytest.param(
            ["2026-11-16", "2026-11-17"],
            "2026-11-21T12:00:00+00:00",
            "2026-11-21T12:00:00+00:00",
            ["received", "received", "stale source", "stale source", "stale source"],
            id="stale: we asked, and nothing is from after Monday evening",
        ),
        pytest.param(
            ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"],
            "2026-11-18T12:00:00+00:00",
            "2026-11-21T12:00:00+00:00",
            ["received", "received", "received", "failed", "failed"],
            id="failed: nobody asked after Tuesday evening's",
        ),
        pytest.param(
            ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"],
            "2026-11-28T12:00:00+00:00",
            "2026-11-28T12:00:00+00:00",
            ["received", "received", "received", "received", "holiday"],
            id="holiday: Thanksgiving",
        ),
    ],
)
def test_a_hole_is_told_from_a_quiet_day(
    arxiv: OaiServer, pull: Pull, digest: Digest, *, stamps: list[str], harvest: str, now: str, expected: list[str]
) -> None:
    """Quiet, holiday, stale source and failed are four states; only the last two make an edition incomplete."""
    pull("2026-11-15T12:00:00+00:00")
    arxiv.answered = harvest.replace("+00:00", "Z")
    for number, stamp in enumerate(stamps):
        if stamp <= harvest:
            arxiv.entries[f"2611.0000{number}"] = Entry(stamp)
    pull(harvest)
    coverage = json.loads(digest(now).coverage)
    assert [batch["state"] for batch in coverage["batches"]] == expected
    assert coverage["complete"] is not ({"failed", "stale source"} & set(expected) != set())


def test_other_subjects_are_a_sign_of_life(arxiv: OaiServer, pull: Pull, digest: Digest) -> None:
    """Nothing for us all week, but arXiv as a whole went on: quiet, not stale."""
    arxiv.entries["2611.00001"] = Entry("2026-11-20", sets=("math:math:NT",))
    pull("2026-11-21T12:00:00+00:00")
    batches = json.loads(digest("2026-11-21T12:00:00+00:00").coverage)["batches"]
    assert [batch["state"] for batch in batches] == ["quiet"] * 5


def test_an_answer_from_a_cache_is_a_stale_source(arxiv: OaiServer, pull: Pull, digest: Digest) -> None:
    """Asked on Saturday, answered with what was made on Tuesday: the evenings after it are stale, not quiet."""
    arxiv.entries["2511.00001"] = Entry("2025-11-21")
    arxiv.answered = "2025-11-18T12:00:00Z"
    pull("2025-11-22T12:00:00+00:00")
    batches = json.loads(digest("2025-11-22T12:00:00+00:00").coverage)["batches"]
    assert [batch["state"] for batch in batches] == ["quiet", "quiet"] + ["stale source"] * 3


def test_a_set_that_cannot_be_read_is_named(arxiv: OaiServer, pull: Pull, digest: Digest) -> None:
    """The banner says which subject failed, and how."""
    arxiv.before = lambda _query, _number: (500, b"", {})
    pull("2026-11-21T12:00:00+00:00")
    coverage = json.loads(digest("2026-11-21T12:00:00+00:00").coverage)
    assert coverage["problems"] == {"cs:cs:LG": "server error: status 500"}
    assert [batch["state"] for batch in coverage["batches"]] == ["failed"] * 5
