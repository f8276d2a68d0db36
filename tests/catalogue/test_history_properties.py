"""What holds for every history, whatever is seen and whatever the policy asks for."""

from datetime import UTC, datetime, timedelta
from functools import reduce
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.history import fold
from catalogue.records.web import History, Policy, Visit
from catalogue.vocabulary import LinkState, Verdict

START = datetime(2026, 1, 1, tzinfo=UTC)
STRIKING = (Verdict.GONE, Verdict.UNANSWERED)
GOOD = (Verdict.OK, Verdict.MOVED)
HARMLESS = (Verdict.BLOCKED, Verdict.TLS, Verdict.THROTTLED, Verdict.SKIPPED)

gaps = st.floats(min_value=0.001, max_value=60)
policies = st.builds(
    Policy,
    strikes=st.integers(1, 5),
    strike_spacing_days=st.floats(0, 10),
    recheck_ok_days=st.floats(0, 30),
    recheck_dead_days=st.floats(0, 90),
    recheck_unverifiable_days=st.floats(0, 90),
)


def visits_of(verdicts: st.SearchStrategy[Verdict], least: int = 0) -> st.SearchStrategy[list[Visit]]:
    """Visits in order of time, at any distances, counted or not."""
    rows = st.lists(st.tuples(gaps, verdicts, st.booleans()), min_size=least, max_size=30)
    return rows.map(_in_time)


def _in_time(rows: list[tuple[float, Verdict, bool]]) -> list[Visit]:
    days = accumulate(gap for gap, _, _ in rows)
    return [
        Visit("u", START + timedelta(days=day), verdict, "why", counted=counted)
        for day, (_, verdict, counted) in zip(days, rows, strict=True)
    ]


def states(visits: list[Visit], policy: Policy) -> list[History]:
    """The history after each visit."""
    return list(accumulate(visits, lambda history, visit: fold(history, visit, policy), initial=History()))[1:]


any_visits = visits_of(st.sampled_from(Verdict))


@given(any_visits, policies)
def test_dead_never_within_a_day(visits: list[Visit], policy: Policy) -> None:
    """A link is dead at the earliest one day after the first of the strikes that killed it."""
    for history in states(visits, policy):
        if history.state is LinkState.DEAD:
            assert history.first_strike_at is not None
            assert history.last_strike_at is not None
            assert history.last_strike_at - history.first_strike_at >= timedelta(days=1)


@given(any_visits, policies)
def test_dead_has_its_strikes(visits: list[Visit], policy: Policy) -> None:
    """No link is dead with fewer strikes than the policy asks for, all of them counted and spaced."""
    for index, history in enumerate(states(visits, policy)):
        seen = [visit for visit in visits[: index + 1] if visit.counted and visit.verdict in STRIKING]
        assert history.strikes <= len(seen)
        if history.state is LinkState.DEAD:
            assert history.strikes >= policy.strikes


@given(any_visits, policies, st.sampled_from(GOOD), gaps)
def test_one_success_resets(visits: list[Visit], policy: Policy, verdict: Verdict, gap: float) -> None:
    """After one good visit nothing is held against a link, not even its death."""
    before = reduce(lambda history, visit: fold(history, visit, policy), visits, History())
    last = visits[-1].checked_at if visits else START
    after = fold(before, Visit("u", last + timedelta(days=gap), verdict, "why"), policy)
    assert LinkState(verdict.value) is after.state
    assert (after.strikes, after.suspicions, after.blocks) == (0, 0, 0)


@pytest.mark.parametrize("verdict", HARMLESS)
@given(visits=any_visits, policy=policies, gap=gaps)
def test_harmless_verdicts_never_count(verdict: Verdict, visits: list[Visit], policy: Policy, gap: float) -> None:
    """Blocked, tls, throttled and skipped visits neither add nor take a strike, and kill nobody."""
    before = reduce(lambda history, visit: fold(history, visit, policy), visits, History())
    last = visits[-1].checked_at if visits else START
    after = fold(before, Visit("u", last + timedelta(days=gap), verdict, "why"), policy)
    assert before.strikes == after.strikes
    assert (before.state is LinkState.DEAD) == (after.state is LinkState.DEAD)


@given(visits_of(st.sampled_from([*HARMLESS, Verdict.SUSPECT])), policies)
def test_without_strikes_nobody_dies(visits: list[Visit], policy: Policy) -> None:
    """Whatever else is seen, and however often: no strike, no death."""
    assert LinkState.DEAD not in {history.state for history in states(visits, policy)}


@given(any_visits, policies)
def test_visits_that_do_not_count_change_nothing(visits: list[Visit], policy: Policy) -> None:
    """Leaving out what was not counted gives the same state."""
    whole = reduce(lambda history, visit: fold(history, visit, policy), visits, History())
    counted = [visit for visit in visits if visit.counted]
    part = reduce(lambda history, visit: fold(history, visit, policy), counted, History())
    assert (part.state, part.strikes, part.checked_at) == (whole.state, whole.strikes, whole.checked_at)


@given(visits_of(st.sampled_from(Verdict), least=1), policies)
def test_every_link_is_looked_at_again(visits: list[Visit], policy: Policy) -> None:
    """There is always a next look, never before the last one: the dead are asked again too."""
    for visit, history in zip(visits, states(visits, policy), strict=True):
        assert history.next_check_at is not None
        assert history.next_check_at >= visit.checked_at


@given(any_visits, policies)
def test_strikes_keep_their_distance(visits: list[Visit], policy: Policy) -> None:
    """Two strikes lie at least the policy's spacing apart."""
    previous = History()
    for history in states(visits, policy):
        if history.strikes > previous.strikes > 0:
            assert history.last_strike_at is not None
            assert previous.last_strike_at is not None
            spacing = timedelta(days=policy.strike_spacing_days)
            assert history.last_strike_at - previous.last_strike_at >= spacing
        previous = history
