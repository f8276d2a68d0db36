"""What one visit saw: an Outcome in, a verdict and its reason out. Pure; catalogue.history makes states of verdicts."""

import re
from dataclasses import dataclass, replace

from catalogue.records.web import Outcome
from catalogue.urls import url_key
from catalogue.vocabulary import Failure, Verdict
from crawler.judging.barrier import judge_barrier_place, shows_barrier
from crawler.judging.landing import judge_landing
from crawler.judging.notfound import names_not_found, shows_not_found
from crawler.judging.parked import hints_at_sale, shows_parked
from crawler.judging.walls import shows_wall, shows_wall_header
from crawler.pages.fingerprint import is_another
from crawler.pages.text import PageText

PERMANENT = frozenset({301, 308})
GONE = frozenset({404, 410})
APP_BEHIND_404 = b"pathSegmentsToKeep"
"""Marks an app that is served as its host's error page and opens the asked place itself (rafgraph/spa-github-pages)."""
TLS_REASONS = (
    ("certificate expired", re.compile("has expired|certificate expired", re.IGNORECASE)),
    ("certificate not yet valid", re.compile("not yet valid", re.IGNORECASE)),
    ("wrong name", re.compile("mismatch|doesn't match|not valid for", re.IGNORECASE)),
    ("self-signed", re.compile("self.signed", re.IGNORECASE)),
    ("unknown issuer", re.compile("unable to get|issuer|unable to verify", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, why, and where the link led if that is another page."""

    verdict: Verdict
    reason: str
    final_url: str | None = None


def judge(outcome: Outcome, page: PageText) -> Judgement:
    """The verdict of one answer with the text of its page, or of the lack of one."""
    if outcome.failure is not None:
        return _judge_failure(outcome.failure, outcome)
    verdict, reason = _judge_answer(outcome, page)
    return Judgement(verdict, reason, outcome.final_url if outcome.hops else None)


def judge_jump(outcome: Outcome, page: PageText) -> Judgement:
    """The verdict of a page that sent its reader on by itself: if that leads nowhere, the page is in doubt."""
    judgement = judge(outcome, page)
    if judgement.verdict in (Verdict.GONE, Verdict.UNANSWERED):
        return Judgement(Verdict.SUSPECT, "meta refresh to nothing", outcome.final_url)
    return judgement


def judge_change(judgement: Judgement, page: PageText, before: str, after: str) -> Judgement:
    """The verdict of a page whose text became another: in doubt only if it also smells of a domain for sale."""
    if judgement.verdict not in (Verdict.OK, Verdict.MOVED) or not is_another(before, after):
        return judgement
    if hints_at_sale(page):
        return Judgement(Verdict.SUSPECT, "parked", judgement.final_url)
    return replace(judgement, reason=f"{judgement.reason}, another page than before")


def _judge_failure(failure: Failure, outcome: Outcome) -> Judgement:
    match failure:
        case Failure.NAME:
            return Judgement(Verdict.GONE, failure.value)
        case Failure.TLS:
            return Judgement(Verdict.TLS, _tls_reason(outcome.detail))
        case Failure.ADDRESS:
            return Judgement(Verdict.SKIPPED, failure.value)
        case Failure.SCHEME if not outcome.hops:
            return Judgement(Verdict.SKIPPED, failure.value)
        case _:
            return Judgement(Verdict.UNANSWERED, failure.value)


def _judge_answer(outcome: Outcome, page: PageText) -> tuple[Verdict, str]:
    status = outcome.status_code or 0
    if status == 429 or (status == 503 and outcome.retry_after_seconds is not None):
        return Verdict.THROTTLED, str(status)
    if barrier := _barrier(outcome, page):
        return Verdict.BLOCKED, barrier
    if status in GONE and APP_BEHIND_404 in outcome.body:
        return Verdict.BLOCKED, "untrusted-404"
    return _judge_page(outcome, page) if 200 <= status <= 300 else _judge_status(status)


def _barrier(outcome: Outcome, page: PageText) -> str | None:
    """What stands between us and the page, whatever the status; each sign looked for in the cheapest order."""
    if shows_wall_header(outcome):
        return "wall"
    if place := judge_barrier_place(outcome.url, outcome.final_url):
        return place
    if outcome.status_code in GONE and names_not_found(page):  # with the site's scripts and sign-in form, perhaps
        return None
    return "wall" if shows_wall(outcome, page) else shows_barrier(page, outcome.url)


def _judge_status(status: int) -> tuple[Verdict, str]:
    if status in GONE:
        return Verdict.GONE, str(status)
    if status == 401:
        return Verdict.BLOCKED, "login"
    if status == 408 or 500 <= status < 600 or 300 <= status < 400:
        return Verdict.UNANSWERED, str(status)
    return Verdict.BLOCKED, "wall"  # other 4xx and inventions like 999 refuse us, they say nothing of the page


def _judge_page(outcome: Outcome, page: PageText) -> tuple[Verdict, str]:
    if outcome.status_code == 202 and len(page.prose) < 200:  # "come back later" is how some walls begin
        return Verdict.BLOCKED, "wall"
    landed = outcome.hops[-1].url if outcome.hops else outcome.final_url
    if lost := judge_landing(outcome.url, landed):
        return Verdict.SUSPECT, lost
    if shows_not_found(page, outcome.url):
        return Verdict.SUSPECT, "not-found text"
    if shows_parked(page):
        return Verdict.SUSPECT, "parked"
    permanent = bool(outcome.hops) and all(hop.status_code in PERMANENT for hop in outcome.hops)
    if permanent and url_key(outcome.url) != url_key(outcome.final_url):
        return Verdict.MOVED, str(outcome.hops[0].status_code)
    return Verdict.OK, str(outcome.status_code)


def _tls_reason(detail: str) -> str:
    return next((reason for reason, pattern in TLS_REASONS if pattern.search(detail)), "handshake")
