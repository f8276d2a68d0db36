"""What became of each evening of announcements, so that a hole is never taken for a quiet day. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from catalogue.records.digest import BatchCoverage, Coverage, Reach
from catalogue.records.papers import Batch
from catalogue.vocabulary import BatchState

HOLES = frozenset({BatchState.FAILED, BatchState.STALE})
READ = frozenset({BatchState.RECEIVED, BatchState.QUIET})


def judge_batch(batch: Batch, counts: tuple[int, int], reach: Reach) -> BatchState:
    """The state of an evening, given its (records, first sights) and how far arXiv was read.

    *failed*: some set was not read after the batch was due. *stale source*: all were, but an answer was made before
    that, or nothing at arXiv bears the date of that evening or a later one. *quiet*: arXiv went on, without us.
    """
    records, first_sights = counts
    if batch.holiday and not records:
        return BatchState.HOLIDAY
    if reach.asked_at is None or reach.asked_at < batch.due_at:
        return BatchState.FAILED
    if reach.covered_until is None or reach.covered_until < batch.due_at:
        return BatchState.STALE
    if reach.newest is None or reach.newest < batch.announced_at.date():
        return BatchState.STALE
    return BatchState.RECEIVED if first_sights else BatchState.QUIET


def judge_coverage(
    batches: Sequence[Batch], counts: Mapping[date, tuple[int, int, int]], reach: Reach
) -> tuple[BatchCoverage, ...]:
    """Each evening with its state; `counts` holds for an evening its records, first sights and new papers."""
    judged = []
    for batch in batches:
        records, first_sights, new = counts.get(batch.evening, (0, 0, 0))
        state = judge_batch(batch, (records, first_sights), reach)
        judged.append(BatchCoverage(batch.evening, state, records, new))
    return tuple(judged)


def coverage_facts(coverage: Coverage) -> dict[str, Any]:
    """What an edition says of its coverage, as it stands in its body; `complete` is false if there is a hole."""
    return {
        "complete": not any(batch.state in HOLES for batch in coverage.batches),
        "received": sum(batch.state in READ for batch in coverage.batches),
        "expected": sum(batch.state is not BatchState.HOLIDAY for batch in coverage.batches),
        "records": sum(batch.records for batch in coverage.batches),
        "batches": [
            {"evening": batch.evening.isoformat(), "state": batch.state, "records": batch.records, "new": batch.new}
            for batch in coverage.batches
        ],
        "problems": dict(coverage.problems),
        "ledger_began": coverage.began.isoformat() if coverage.began else None,
    }
