"""How the answers of providers are read; each reader serves rows of data/providers.toml, none knows a site."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from catalogue.records.web import Outcome
from catalogue.vocabulary import Verdict
from crawler.judging.verdict import Judgement
from crawler.pages.text import parse_page
from crawler.providers.rows import PAGE, UNTRUSTED_404, Claim, Provider

Fetch = Callable[[str, Mapping[str, str]], Awaitable[Outcome]]
"""Asks for a URL politely, with headers for its first host, within the link's deadline."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a provider's answer says; without a judgement the page itself is to be judged, asked already or not."""

    judgement: Judgement | None
    outcome: Outcome | None = None


async def read_provider(claim: Claim, url: str, fetch: Fetch, tokens: Mapping[str, str]) -> Reading:
    """Ask as the row says and read the answer."""
    row = claim.provider
    if row.token and row.token not in tokens:
        return Reading(None)
    headers = {"Authorization": f"Bearer {tokens[row.token]}"} if row.token else {}
    if row.reader == "unasked":
        return Reading(_judgement(row, row.says["always"]), Outcome(url, url, attempts=0))
    outcome = await fetch(claim.fill(row.probe) if row.probe else url, headers)
    if outcome.failure is not None and not row.probe:
        return Reading(None, outcome)
    if outcome.failure is not None or outcome.status_code == 429:  # the provider's silence says nothing of the page
        return Reading(Judgement(Verdict.BLOCKED, "provider"), replace(outcome, url=url))
    reading = READERS[row.reader](claim, outcome)
    if reading.judgement and row.second and reading.judgement.verdict in (Verdict.SUSPECT, Verdict.GONE):
        return await _ask_second(claim, fetch, reading)
    return reading


async def _ask_second(claim: Claim, fetch: Fetch, first: Reading) -> Reading:
    """Believe the first probe only if the second agrees."""
    row, outcome = claim.provider, await fetch(claim.fill(claim.provider.second), {})
    saying = _look_up(row.second_says or {}, str(outcome.status_code))
    agrees = first.judgement is not None and saying == first.judgement.verdict
    return first if agrees else Reading(Judgement(Verdict.BLOCKED, "provider"), first.outcome)


def _read_status(claim: Claim, outcome: Outcome) -> Reading:
    return _reading(claim.provider, _look_up(claim.provider.says, str(outcome.status_code)), outcome)


def _read_json(claim: Claim, outcome: Outcome) -> Reading:
    """The value of a field; a status of its own stands for an answer without one."""
    row = claim.provider
    try:
        answer = json.loads(outcome.body)
        value = answer[row.field]
    except (ValueError, KeyError, TypeError, RecursionError):
        return _read_status(claim, outcome)
    if isinstance(value, list | dict):
        return _reading(row, _look_up(row.says, "value" if value else "empty"), outcome)
    reading = _reading(row, _look_up(row.says, str(value)), outcome)
    if reading.judgement and reading.judgement.verdict is Verdict.OK:
        return replace(reading, judgement=_with_news(row, reading.judgement, claim, answer, str(value)))
    return reading


def _with_news(
    row: Provider, judgement: Judgement, claim: Claim, answer: Mapping[str, object], value: str
) -> Judgement:
    """A good answer may say that the thing has another name now, or add a note."""
    note = (row.notes or {}).get(value)
    reason = f"{judgement.reason}, {note}" if note else judgement.reason
    now_at = answer.get(row.moved) if row.moved else None
    if isinstance(now_at, str) and not all(name.lower() in now_at.lower() for name in claim.names.values()):
        return Judgement(Verdict.MOVED, reason, now_at)
    return replace(judgement, reason=reason)


def _read_marks(claim: Claim, outcome: Outcome) -> Reading:
    row = claim.provider
    if outcome.status_code != 200:
        return Reading(None, outcome)
    text = parse_page(outcome.body, outcome.header("content-type")).text
    saying = next((saying for mark, saying in row.marks if mark.search(text)), _look_up(row.says, "other"))
    return _reading(row, saying, outcome)


def _read_redirect(claim: Claim, outcome: Outcome) -> Reading:
    row = claim.provider
    kept = unquote(claim.fill(row.keep)).lower() in unquote(outcome.final_url).lower()
    away = not kept and outcome.status_code == 200
    return _reading(row, row.says["away"] if away else _look_up(row.says, "other"), outcome)


READERS: Mapping[str, Callable[[Claim, Outcome], Reading]] = {
    "status": _read_status,
    "two-probes": _read_status,
    "json": _read_json,
    "mark": _read_marks,
    "redirect": _read_redirect,
}


def _look_up(says: Mapping[str, str], answer: str) -> str:
    return says.get(answer) or says.get("other", PAGE)


def _reading(row: Provider, saying: str, outcome: Outcome) -> Reading:
    if saying == PAGE:
        return Reading(None, outcome if not row.probe else None)
    return Reading(_judgement(row, saying, str(outcome.status_code)), outcome)


def _judgement(row: Provider, saying: str, status: str = "") -> Judgement:
    if saying == UNTRUSTED_404:
        return Judgement(Verdict.BLOCKED, UNTRUSTED_404)
    verdict = Verdict(saying)
    if verdict is Verdict.OK:
        return Judgement(verdict, status)
    return Judgement(verdict, "provider" if verdict is Verdict.BLOCKED else row.reason)
