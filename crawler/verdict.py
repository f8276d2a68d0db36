"""What one visit saw: an Outcome in, a verdict and its reason out. Pure; catalogue.history makes states of verdicts."""

import re
from dataclasses import dataclass

from catalogue.records.web import Outcome
from catalogue.urls import url_key
from catalogue.vocabulary import Failure, Verdict
from crawler.walls import shows_wall

PERMANENT = frozenset({301, 308})
GONE = frozenset({404, 410})
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


def judge(outcome: Outcome) -> Judgement:
    """The verdict of one answer, or of its lack."""
    if outcome.failure is not None:
        return _judge_failure(outcome.failure, outcome)
    led_to = outcome.final_url if outcome.hops else None
    verdict, reason = _judge_answer(outcome)
    return Judgement(verdict, reason, led_to)


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


def _judge_answer(outcome: Outcome) -> tuple[Verdict, str]:
    status = outcome.status_code or 0
    if status == 429 or (status == 503 and outcome.retry_after_seconds is not None):
        return Verdict.THROTTLED, str(status)
    if shows_wall(outcome):
        return Verdict.BLOCKED, "wall"
    return _judge_page(outcome) if 200 <= status < 300 else _judge_status(status)


def _judge_status(status: int) -> tuple[Verdict, str]:
    if status in GONE:
        return Verdict.GONE, str(status)
    if status == 401:
        return Verdict.BLOCKED, "login"
    if status == 408 or 500 <= status < 600 or 300 <= status < 400:
        return Verdict.UNANSWERED, str(status)
    return Verdict.BLOCKED, "wall"  # other 4xx and inventions like 999 refuse us, they say nothing of the page


def _judge_page(outcome: Outcome) -> tuple[Verdict, str]:
    if outcome.status_code == 202 and not outcome.body.strip():  # "come back later" is how some walls begin
        return Verdict.BLOCKED, "wall"
    permanent = bool(outcome.hops) and all(hop.status_code in PERMANENT for hop in outcome.hops)
    if permanent and url_key(outcome.url) != url_key(outcome.final_url):
        return Verdict.MOVED, str(outcome.hops[0].status_code)
    return Verdict.OK, str(outcome.status_code)


def _tls_reason(detail: str) -> str:
    return next((reason for reason, pattern in TLS_REASONS if pattern.search(detail)), "handshake")
