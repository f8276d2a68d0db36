"""Nothing is lost: a month killed at random moments comes to the state of a month that nobody disturbed."""

import random
from pathlib import Path
from typing import Any

import pytest

from tests.soak.world import world

KILLS_A_MONTH = 10


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """The state a month comes to by itself."""
    with world(tmp_path_factory.mktemp("quiet") / "month") as quiet:
        quiet.live()
        assert quiet.damage() == []
        return quiet.state()


def test_the_month_is_worth_killing(undisturbed: dict[str, list[Any]]) -> None:
    """Everything happens in it: links die, move and get walls, editions are made and delivered, papers come."""
    states = {state for _, state, *_ in undisturbed["links"]}
    assert {"ok", "dead", "moved", "unverifiable"} <= states
    assert {job for job, _ in undisturbed["runs"]} >= {
        "check",
        "papers",
        "report",
        "digest",
        "deliver",
        "thin",
        "backup",
    }
    assert len([id_ for id_, *_ in undisturbed["editions"] if id_.startswith("deadlinks")]) == 3
    assert len(undisturbed["papers"]) == 8
    assert {state for *_, state in undisturbed["deliveries"]} == {"sent"}


def killed_month(folder: Path, seed: int) -> dict[str, list[Any]]:
    """The state of a month that was killed ten times."""
    with world(folder / f"month-{seed}") as disturbed:
        disturbed.live_with_kills(random.Random(seed), KILLS_A_MONTH)
        assert disturbed.damage() == []
        return disturbed.state()


def test_ten_kills_lose_nothing(tmp_path: Path, undisturbed: dict[str, list[Any]]) -> None:
    """Ten seeded moments of a month: each time the database is sound, and in the end all is as it would have been."""
    assert killed_month(tmp_path, 1) == undisturbed


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 120))
def test_two_hundred_kills_lose_nothing(tmp_path: Path, seed: int, undisturbed: dict[str, list[Any]]) -> None:
    """Twenty months of ten random moments each."""
    assert killed_month(tmp_path, seed) == undisturbed
