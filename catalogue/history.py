"""What a link's visits add up to: a pure fold, exactly the table of docs/design.md.

A link is never `dead` within one day of its first strike, whatever the policy asks for.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from catalogue.records.web import Change, History, Policy, Visit
from catalogue.vocabulary import LinkState, Verdict

DEAD_NOT_BEFORE = timedelta(days=1)
BLOCKS_UNTIL_UNVERIFIABLE = 2
LOOK_CLOSELY = timedelta(hours=20)
"""Between two looks while a link is in doubt: less than a day, so that a daily run late one day finds it the next."""
RETRY_OWN_NETWORK = timedelta(hours=1)
RETRY_THROTTLED = timedelta(days=1)
THROTTLED_AT_MOST = timedelta(days=30)
SKIPPED_FOR = timedelta(days=30)
OWN_NETWORK = "own network"
"""The reason of a visit that says more about us than about the link."""


def fold(history: History, visit: Visit, policy: Policy) -> History:
    """The history after one more visit; visits come in order of time."""
    if not visit.counted or visit.verdict is Verdict.SKIPPED:
        return replace(history, next_check_at=_skipped_until(visit))
    if visit.verdict is Verdict.THROTTLED:
        return replace(history, next_check_at=_throttled_until(visit))
    seen = replace(history, checked_at=visit.checked_at, verdict=visit.verdict, reason=visit.reason)
    moved_on = _judged(seen, visit, policy)
    if moved_on.state is not history.state:
        moved_on = replace(moved_on, since=visit.checked_at)
    return replace(moved_on, next_check_at=visit.checked_at + _wait(moved_on, policy))


def change_between(before: History, after: History, visit: Visit) -> Change | None:
    """The change of state a visit made, if it made one."""
    if before.state is after.state:
        return None
    return Change(visit.url, visit.checked_at, before.state, after.state, visit.reason)


def _judged(seen: History, visit: Visit, policy: Policy) -> History:
    match visit.verdict:
        case Verdict.OK | Verdict.MOVED:
            return _alive(seen, visit)
        case Verdict.GONE | Verdict.UNANSWERED:
            return _strike(seen, visit, policy)
        case Verdict.SUSPECT:
            return _suspicion(seen, visit, policy)
        case _:
            return _block(seen, visit, policy)


def _alive(seen: History, visit: Visit) -> History:
    """One good visit clears all that was held against the link."""
    moved = visit.verdict is Verdict.MOVED
    return History(
        state=LinkState.MOVED if moved else LinkState.OK,
        since=seen.since,
        last_ok_at=visit.checked_at,
        checked_at=visit.checked_at,
        verdict=visit.verdict,
        reason=visit.reason,
        final_url=visit.final_url if moved else None,
    )


def _strike(seen: History, visit: Visit, policy: Policy) -> History:
    """A strike, if it is far enough from the last; enough of them, over more than a day, are a death."""
    seen = replace(seen, blocks=0, last_block_at=None)
    if not _spaced(seen.last_strike_at, visit.checked_at, policy):
        return seen
    first = seen.first_strike_at or visit.checked_at
    struck = replace(seen, strikes=seen.strikes + 1, first_strike_at=first, last_strike_at=visit.checked_at)
    if struck.strikes >= policy.strikes and visit.checked_at - first >= DEAD_NOT_BEFORE:
        return replace(struck, state=LinkState.DEAD)
    # A suspicion stands until a good visit or a person clears it; a strike alone does not hide it.
    return struck if seen.state in (LinkState.DEAD, LinkState.SUSPECT) else replace(struck, state=LinkState.FAILING)


def _suspicion(seen: History, visit: Visit, policy: Policy) -> History:
    seen = replace(seen, blocks=0, last_block_at=None)
    if not _spaced(seen.last_suspicion_at, visit.checked_at, policy):
        return seen
    wary = replace(seen, suspicions=seen.suspicions + 1, last_suspicion_at=visit.checked_at)
    if wary.suspicions >= policy.strikes and seen.state is not LinkState.DEAD:
        return replace(wary, state=LinkState.SUSPECT, final_url=visit.final_url)
    return wary


def _block(seen: History, visit: Visit, policy: Policy) -> History:
    if not _spaced(seen.last_block_at, visit.checked_at, policy):
        return seen
    shut = replace(seen, blocks=seen.blocks + 1, last_block_at=visit.checked_at)
    settled = seen.state in (LinkState.DEAD, LinkState.SUSPECT)
    if shut.blocks >= BLOCKS_UNTIL_UNVERIFIABLE and not settled:
        return replace(shut, state=LinkState.UNVERIFIABLE)
    return shut


def _spaced(last: datetime | None, at: datetime, policy: Policy) -> bool:
    return last is None or at - last >= timedelta(days=policy.strike_spacing_days)


def _wait(history: History, policy: Policy) -> timedelta:
    """How long until the next look: soon while something is being found out, seldom once it is known."""
    spacing = timedelta(days=policy.strike_spacing_days)
    working = timedelta(days=policy.recheck_ok_days)
    match history.state:
        case LinkState.DEAD:
            return timedelta(days=policy.recheck_dead_days)
        case LinkState.UNVERIFIABLE:
            return timedelta(days=policy.recheck_unverifiable_days)
        case LinkState.SUSPECT:
            return working
        case _ if history.strikes or history.suspicions:
            # A good visit would refute what was seen, and looks between strikes are none.
            return min(LOOK_CLOSELY, spacing, working)
        case _ if history.blocks:
            return min(spacing, working)
        case _:
            return working


def _skipped_until(visit: Visit) -> datetime:
    if not visit.counted or visit.reason == OWN_NETWORK:
        return visit.checked_at + RETRY_OWN_NETWORK
    return visit.checked_at + SKIPPED_FOR


def _throttled_until(visit: Visit) -> datetime:
    if visit.retry_after_seconds is None:
        return visit.checked_at + RETRY_THROTTLED
    return visit.checked_at + min(timedelta(seconds=visit.retry_after_seconds), THROTTLED_AT_MOST)
