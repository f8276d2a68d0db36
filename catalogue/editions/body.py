"""The body of an edition: canonical JSON, so that equal editions have equal bytes."""

import json
from datetime import UTC, datetime
from typing import Any


def canonical_json(value: Any) -> str:
    """A value as JSON in the one spelling it has: sorted keys, no spare blanks, text as it is written."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def moment_text(moment: datetime | None) -> str | None:
    """A time as the database and every body spell it: 2026-11-21T06:00:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
