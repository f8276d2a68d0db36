"""The weekly dead-link report: from the links that changed to an Edition. Pure.

Precision first: a link is in the edition only if its news still stands when the edition is made, and `recovered`
only if an earlier edition called it dead. What merely fails is a number among the totals.
"""

import shlex
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.editions.body import canonical_json, moment_text
from catalogue.records.editions import Edition, EditionItem, LinkCoverage, LinkNews, Period
from catalogue.records.web import Visit
from catalogue.vocabulary import EditionKind, LinkState, Verdict


class Section(StrEnum):
    """The parts of a report, in the order a reader meets them."""

    DEAD = "dead"
    RECOVERED = "recovered"
    MOVED = "moved"
    SUSPECT = "suspect"
    UNVERIFIABLE = "unverifiable"


WORKS = frozenset({LinkState.OK, LinkState.MOVED})
SECTION_OF_STATE = {
    LinkState.MOVED: Section.MOVED,
    LinkState.SUSPECT: Section.SUSPECT,
    LinkState.UNVERIFIABLE: Section.UNVERIFIABLE,
}
EVIDENCE_OF = {
    Section.DEAD: frozenset({Verdict.GONE, Verdict.UNANSWERED}),
    Section.RECOVERED: frozenset({Verdict.OK, Verdict.MOVED}),
    Section.MOVED: frozenset({Verdict.MOVED}),
    Section.SUSPECT: frozenset({Verdict.SUSPECT}),
    Section.UNVERIFIABLE: frozenset({Verdict.BLOCKED, Verdict.TLS}),
}
FAILED = frozenset({Section.DEAD, Section.SUSPECT, Section.UNVERIFIABLE})
MOST_EVIDENCE = 4
"""Visits a row shows: the first, and the newest ones."""


def deadlinks_id(now: datetime, timezone: str) -> str:
    """The id of the edition of a moment's ISO week, as the week runs in a time zone."""
    week = now.astimezone(ZoneInfo(timezone)).isocalendar()
    return f"{EditionKind.DEADLINKS}-{week.year}-W{week.week:02}"


def section_of(news: LinkNews) -> Section | None:
    """Where a link belongs in the report; None for what is no news."""
    if news.state in WORKS and news.called_dead:
        return Section.RECOVERED
    if news.state is LinkState.DEAD:
        return None if news.called_dead or news.before is LinkState.DEAD else Section.DEAD
    if news.state is news.before:
        return None
    return SECTION_OF_STATE.get(news.state)


def make_deadlinks(
    name: str, period: Period, news: Sequence[LinkNews], totals: Mapping[str, int], coverage: LinkCoverage
) -> Edition:
    """The edition of a period."""
    told = [(section, link) for link in sorted(news, key=_by_age) if (section := section_of(link)) is not None]
    covered = _covered(coverage)
    body = {
        "id": name,
        "kind": EditionKind.DEADLINKS,
        "period": {"start": moment_text(period.start), "end": moment_text(period.end)},
        "sections": {each: [_row(each, link) for section, link in told if section is each] for each in Section},
        "totals": {state: totals.get(state, 0) for state in LinkState},
        "coverage": covered,
    }
    return Edition(
        id=name,
        kind=EditionKind.DEADLINKS,
        period_start=period.start,
        period_end=period.end,
        coverage=canonical_json(covered),
        published_at=period.end,
        body=canonical_json(body),
        items=tuple(EditionItem(section, "link", link.url, why=link.reason) for section, link in told),
    )


def _by_age(news: LinkNews) -> tuple[datetime, str]:
    return news.since, news.url


def _covered(coverage: LinkCoverage) -> dict[str, Any]:
    """What the edition rests on, as its body says it."""
    return {
        "links": coverage.links,
        "never_checked": coverage.never_checked,
        "checks": coverage.checks,
        "counted": coverage.counted,
        "skipped_own_network": coverage.skipped_own_network,
        "oldest_check_at": moment_text(coverage.oldest_check_at),
        "changes_through": coverage.changes_through,
        "visits_through": coverage.visits_through,
    }


def _row(section: Section, news: LinkNews) -> dict[str, Any]:
    evidence = _evidence_of(section, news.visits)
    first_failed_at = evidence[0].checked_at if evidence and section in FAILED else None
    return {
        "url": news.url,
        "resources": [{"key": r.key, "title": r.title, "language": r.language, "role": r.role} for r in news.resources],
        "since": moment_text(news.since),
        "first_failed_at": moment_text(first_failed_at),
        "dead_since": moment_text(news.dead_since) if section is Section.RECOVERED else None,
        "reason": news.reason,
        "evidence": [_evidence(visit) for visit in evidence],
        "archived_url": news.archived_url,
        "replacement": news.final_url if news.state is LinkState.MOVED else None,
        "places": [
            {"file": place.file, "line": place.line, "source": place.source, "source_line": place.source_line}
            for place in news.places
        ],
        "next_step": _next_step(section, news),
    }


def _evidence_of(section: Section, visits: Sequence[Visit]) -> list[Visit]:
    """The visits that speak for a row, oldest first: one where all is well, the first and the newest of a failure."""
    speaking = [visit for visit in visits if visit.counted and visit.verdict in EVIDENCE_OF[section]]
    if section not in FAILED:
        return speaking[:1]  # what opened the door; every later good visit says the same
    if len(speaking) > MOST_EVIDENCE:
        return [speaking[0], *speaking[1 - MOST_EVIDENCE :]]
    return speaking


def _evidence(visit: Visit) -> dict[str, Any]:
    return {
        "checked_at": moment_text(visit.checked_at),
        "verdict": visit.verdict,
        "reason": visit.reason,
        "status_code": visit.status_code,
        "final_url": visit.final_url if visit.final_url != visit.url else None,
    }


def _next_step(section: Section, news: LinkNews) -> dict[str, str | None]:
    """What the curator does about a row; `do` is a word that each language has a sentence for."""
    title = news.resources[0].title if news.resources else news.url
    search = f"catalogue search {shlex.quote(title)}"
    match section:
        case Section.DEAD:
            return {"do": "replace", "command": search}
        case Section.MOVED:
            return {"do": "accept", "command": "catalogue check --accept-moved"}
        case Section.RECOVERED:
            return {"do": "keep", "command": None}
        case Section.SUSPECT:
            return {"do": "look", "command": search}
        case Section.UNVERIFIABLE:
            return {"do": "open", "command": None}
