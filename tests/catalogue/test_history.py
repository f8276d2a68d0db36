"""The fold from visits to states: one test for each row of the contract's table of verdicts."""

from datetime import UTC, datetime, timedelta
from functools import reduce

import pytest

from catalogue.history import OWN_NETWORK, change_between, fold
from catalogue.records.web import Change, History, Policy, Visit
from catalogue.vocabulary import LinkState, Verdict

START = datetime(2026, 1, 5, 6, tzinfo=UTC)
URL = "https://site.test/"
POLICY = Policy()


def visit(day: float, verdict: Verdict, **more: object) -> Visit:
    """A visit so many days after the start."""
    return Visit(URL, START + timedelta(days=day), verdict, reason=verdict.value, **more)  # type: ignore[arg-type]


def folded(*seen: tuple[float, Verdict], policy: Policy = POLICY) -> History:
    """What visits at days add up to."""
    return reduce(lambda history, each: fold(history, visit(*each), policy), seen, History())


CLOSELY = 20 / 24
OK, MOVED, GONE, UNANSWERED = Verdict.OK, Verdict.MOVED, Verdict.GONE, Verdict.UNANSWERED
SUSPECT, BLOCKED, TLS = Verdict.SUSPECT, Verdict.BLOCKED, Verdict.TLS
THROTTLED, SKIPPED = Verdict.THROTTLED, Verdict.SKIPPED


@pytest.mark.parametrize(
    ("seen", "state", "strikes"),
    [
        pytest.param([(0, OK)], LinkState.OK, 0, id="ok: ok, no strikes"),
        pytest.param([(0, GONE), (3, GONE), (6, OK)], LinkState.OK, 0, id="ok: clears strikes"),
        pytest.param([(0, MOVED)], LinkState.MOVED, 0, id="moved: moved, no strikes"),
        pytest.param([(0, GONE), (3, MOVED)], LinkState.MOVED, 0, id="moved: clears strikes"),
        pytest.param([(0, GONE)], LinkState.FAILING, 1, id="gone: a strike"),
        pytest.param([(0, GONE), (2.9, GONE)], LinkState.FAILING, 1, id="gone: no strike too soon"),
        pytest.param([(0, GONE), (3, GONE)], LinkState.FAILING, 2, id="gone: a strike when spaced"),
        pytest.param([(0, GONE), (3, GONE), (6, GONE)], LinkState.DEAD, 3, id="gone: dead at the third"),
        pytest.param([(0, OK), (7, GONE), (10, GONE), (13, GONE)], LinkState.DEAD, 3, id="gone: dead after ok"),
        pytest.param([(0, UNANSWERED)], LinkState.FAILING, 1, id="unanswered: the same strike"),
        pytest.param(
            [(0, UNANSWERED), (3, GONE), (6, UNANSWERED)], LinkState.DEAD, 3, id="unanswered: mixes with gone"
        ),
        pytest.param([(0, OK), (7, SUSPECT), (10, SUSPECT)], LinkState.OK, 0, id="suspect: not before the third"),
        pytest.param([(0, SUSPECT), (3, SUSPECT), (6, SUSPECT)], LinkState.SUSPECT, 0, id="suspect: never a strike"),
        pytest.param([(d * 3, SUSPECT) for d in range(20)], LinkState.SUSPECT, 0, id="suspect: never dead"),
        pytest.param([(0, SUSPECT), (3, SUSPECT), (6, SUSPECT), (9, OK)], LinkState.OK, 0, id="suspect: ok clears it"),
        pytest.param([(0, OK), (7, BLOCKED)], LinkState.OK, 0, id="blocked: once is nothing"),
        pytest.param([(0, BLOCKED), (3, BLOCKED)], LinkState.UNVERIFIABLE, 0, id="blocked: twice in a row"),
        pytest.param([(0, BLOCKED), (1, BLOCKED)], LinkState.UNCHECKED, 0, id="blocked: twice too soon"),
        pytest.param([(0, BLOCKED), (3, GONE), (6, BLOCKED)], LinkState.FAILING, 1, id="blocked: not in a row"),
        pytest.param([(0, GONE), (3, BLOCKED), (6, GONE)], LinkState.FAILING, 2, id="blocked: strikes untouched"),
        pytest.param(
            [(0, GONE), (3, GONE), (6, GONE), (36, BLOCKED), (66, BLOCKED)], LinkState.DEAD, 3, id="blocked: dead stays"
        ),
        pytest.param([(0, TLS), (3, TLS)], LinkState.UNVERIFIABLE, 0, id="tls: as blocked"),
        pytest.param([(0, TLS), (3, BLOCKED)], LinkState.UNVERIFIABLE, 0, id="tls: in a row with blocked"),
        pytest.param([(0, GONE), (3, THROTTLED), (4, THROTTLED)], LinkState.FAILING, 1, id="throttled: nothing"),
        pytest.param([(0, BLOCKED), (1, THROTTLED), (3, BLOCKED)], LinkState.UNVERIFIABLE, 0, id="throttled: no break"),
        pytest.param([(0, SKIPPED)], LinkState.UNCHECKED, 0, id="skipped: nothing"),
        pytest.param([(0, GONE), (3, SKIPPED), (6, GONE)], LinkState.FAILING, 2, id="skipped: strikes untouched"),
        pytest.param([(0, GONE), (3, GONE), (6, GONE), (36, OK)], LinkState.OK, 0, id="dead recovers"),
    ],
)
def test_rows_of_the_table(seen: list[tuple[float, Verdict]], state: LinkState, strikes: int) -> None:
    """Each verdict has on the state the effect that the contract gives it."""
    history = folded(*seen)
    assert (state, strikes) == (history.state, history.strikes)


@pytest.mark.parametrize(
    ("seen", "days"),
    [
        pytest.param([(0, OK)], 7, id="ok"),
        pytest.param([(0, MOVED)], 7, id="moved"),
        pytest.param([(0, GONE)], CLOSELY, id="failing"),
        pytest.param([(0, SUSPECT)], CLOSELY, id="a suspicion"),
        pytest.param([(0, BLOCKED)], 3, id="blocked once"),
        pytest.param([(0, BLOCKED), (3, BLOCKED)], 30, id="unverifiable"),
        pytest.param([(0, GONE), (3, BLOCKED), (6, BLOCKED)], 30, id="unverifiable after a failure"),
        pytest.param([(0, GONE), (3, GONE), (6, GONE)], 30, id="dead"),
        pytest.param([(0, SUSPECT), (3, SUSPECT), (6, SUSPECT)], 7, id="suspect"),
        pytest.param([(0, THROTTLED)], 1, id="throttled without a time"),
        pytest.param([(0, SKIPPED)], 30, id="skipped"),
    ],
)
def test_when_to_look_again(seen: list[tuple[float, Verdict]], days: float) -> None:
    """What is being found out is looked at soon, what is known seldom."""
    history = folded(*seen)
    assert START + timedelta(days=seen[-1][0] + days) == history.next_check_at


def test_throttled_keeps_to_the_servers_time() -> None:
    """A server that names a time is asked again then."""
    history = fold(History(), visit(0, THROTTLED, retry_after_seconds=7200.0), POLICY)
    assert START + timedelta(hours=2) == history.next_check_at


def test_no_server_puts_us_off_for_years() -> None:
    """A Retry-After of decades is cut to a month."""
    history = fold(History(), visit(0, THROTTLED, retry_after_seconds=1e9), POLICY)
    assert START + timedelta(days=30) == history.next_check_at


def test_a_visit_that_does_not_count_only_moves_the_next_look() -> None:
    """A held-back visit leaves no trace but the next look, within the hour."""
    before = folded((0, OK))
    after = fold(before, visit(7, GONE, counted=False), POLICY)
    assert (before.state, before.strikes, before.checked_at) == (after.state, after.strikes, after.checked_at)
    assert START + timedelta(days=7, hours=1) == after.next_check_at


def test_our_own_network_is_tried_again_within_the_hour() -> None:
    """A visit that our own network kept from happening is made up for soon."""
    skipped = Visit(URL, START, SKIPPED, reason=OWN_NETWORK)
    assert START + timedelta(hours=1) == fold(History(), skipped, POLICY).next_check_at


def test_moved_proposes_the_new_url_and_ok_withdraws_it() -> None:
    """The new URL stands as long as the link is moved."""
    moved = fold(History(), visit(0, MOVED, final_url="https://new.test/"), POLICY)
    assert moved.final_url == "https://new.test/"
    assert fold(moved, visit(7, OK), POLICY).final_url is None


def test_a_change_is_a_change_of_state() -> None:
    """A change has the states before and after; a visit that keeps the state makes none."""
    before = folded((0, GONE), (3, GONE))
    last = visit(6, GONE)
    after = fold(before, last, POLICY)
    assert Change(URL, last.checked_at, LinkState.FAILING, LinkState.DEAD, "gone") == change_between(
        before, after, last
    )
    assert change_between(after, fold(after, visit(40, GONE), POLICY), visit(40, GONE)) is None


def test_since_is_the_time_of_the_last_change() -> None:
    """`since` moves with the state only."""
    assert START + timedelta(days=3) == folded((0, OK), (3, GONE), (6, GONE)).since
