"""The large web: whatever servers do, live links are never called dead, and lost ones are noticed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from catalogue.records.web import Visit
from catalogue.vocabulary import Verdict
from tests.crawler.crawling import check
from tests.web.cases import Case
from tests.web.live import LIVE
from tests.web.lost import DEAD, LOST
from tests.web.short import SHORT_DEAD, SHORT_LIVE, SHORT_LOST, SHORT_SHUT
from tests.web.shut import SHUT
from tests.web.smallweb import SmallWeb, page
from tests.web.words import LIVE_WORDS, LOST_WORDS, NAMED_LIVE

GROUPS = {
    "live": LIVE + SHORT_LIVE + LIVE_WORDS + NAMED_LIVE,
    "shut": SHUT + SHORT_SHUT,
    "dead": DEAD + SHORT_DEAD,
    "lost": LOST + SHORT_LOST + LOST_WORDS,
}
BAD = {Verdict.GONE, Verdict.SUSPECT}


@pytest.fixture(scope="module")
def visits() -> Iterator[tuple[dict[tuple[str, str], Visit], float]]:
    """One run over the whole web, and how many requests it took per URL."""
    with SmallWeb() as web:
        urls = {(group, case.name): case.put(web, group) for group, cases in GROUPS.items() for case in cases}
        beside = web.put("http://beside.test/", page())
        seen, _ = check(web, [beside, *urls.values()], timeout_seconds=3.0, concurrency=32)
        yield {name: seen[url] for name, url in urls.items()}, len(web.asked) / len(seen)


def _cases(group: str) -> list[object]:
    return [pytest.param(case, id=case.name) for case in GROUPS[group]]


@pytest.mark.parametrize("case", _cases("live"))
def test_live(visits: tuple[dict[tuple[str, str], Visit], float], case: Case) -> None:
    """A page that a reader finds is there."""
    assert visits[0]["live", case.name].verdict in (Verdict.OK, Verdict.MOVED)


@pytest.mark.parametrize("case", _cases("shut"))
def test_shut(visits: tuple[dict[tuple[str, str], Visit], float], case: Case) -> None:
    """A page that nobody can see now is neither gone nor suspect, and not called fine either."""
    assert visits[0]["shut", case.name].verdict in (Verdict.BLOCKED, Verdict.THROTTLED, Verdict.UNANSWERED)


@pytest.mark.parametrize("case", _cases("dead"))
def test_dead(visits: tuple[dict[tuple[str, str], Visit], float], case: Case) -> None:
    """A page whose server says so is gone."""
    assert Verdict.GONE is visits[0]["dead", case.name].verdict


@pytest.mark.parametrize("case", _cases("lost"))
def test_lost(visits: tuple[dict[tuple[str, str], Visit], float], case: Case) -> None:
    """A page that is gone without saying so in its status is suspect."""
    assert Verdict.SUSPECT is visits[0]["lost", case.name].verdict


@pytest.mark.parametrize("path", ["/soft-404/not-found", "/parked/domain-for-sale", "/redirect/gone"])
def test_the_address_does_not_excuse(path: str) -> None:
    """Pages that are not there are suspect whatever their addresses speak of."""
    alone = [replace(case, path=path) for case in GROUPS["lost"] if not case.others]
    with SmallWeb() as web:
        urls = {case.put(web, "lost"): case.name for case in alone}
        seen, _ = check(web, urls, timeout_seconds=3.0, concurrency=32)
    assert [name for url, name in urls.items() if seen[url].verdict is not Verdict.SUSPECT] == []


def test_few_requests(visits: tuple[dict[tuple[str, str], Visit], float]) -> None:
    """All this takes no more than 2.5 requests per URL."""
    print(f"{visits[1]:.2f} requests per URL")
    assert visits[1] <= 2.5
