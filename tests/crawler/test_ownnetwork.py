"""Them or us: which bad visits count when our own network may be at fault."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from catalogue.history import OWN_NETWORK
from catalogue.records.web import Visit
from catalogue.vocabulary import Failure, Verdict
from crawler.ownnetwork import ASK_AFTER_HOSTS, MOST_HELD, OUTAGE_HOSTS, Held, OwnNetwork, Span

AT = datetime(2026, 1, 1, tzinfo=UTC)


def bad(host: str, ended: float, failure: Failure = Failure.TIMEOUT, took: float = 0.0) -> Held:
    """A bad visit of a host that ended at some second."""
    verdict = Verdict.GONE if failure is Failure.NAME else Verdict.UNANSWERED
    return Held(Visit(f"http://{host}/", AT, verdict, failure.value), failure, Span(host, ended - took, ended))


def good(host: str, began: float, ended: float, *, looked_up: bool = True) -> Span:
    """An answer of a host."""
    return Span(host, began, ended, looked_up)


def counted(visits: Iterable[Visit]) -> list[str]:
    """The hosts whose bad visits count."""
    return [visit.url[7:-1] for visit in visits if visit.reason != OWN_NETWORK]


def ours(visits: Iterable[Visit]) -> list[str]:
    """The hosts whose visits our own network kept from being judged."""
    return [visit.url[7:-1] for visit in visits if visit.reason == OWN_NETWORK]


def test_a_bad_visit_counts_when_another_host_answers() -> None:
    """The answer of another host says that our network is well."""
    network = OwnNetwork()
    assert list(network.hold(bad("a", 1))) == []
    assert counted(network.answered(good("b", 2, 3))) == ["a"]
    assert not network.holds_any


def test_its_own_host_does_not_speak_for_it() -> None:
    """A later answer of the same host says nothing of the network between."""
    network = OwnNetwork()
    list(network.hold(bad("a", 1)))
    assert list(network.answered(good("a", 2, 3))) == []
    assert ours(network.finish()) == ["a"]


def test_alone_it_is_our_own_network() -> None:
    """Where nobody answered until the end, nothing is held against anybody."""
    network = OwnNetwork()
    list(network.hold(bad("a", 1)))
    (visit,) = network.finish()
    assert (visit.verdict, visit.reason, visit.counted) == (Verdict.SKIPPED, OWN_NETWORK, True)


@pytest.mark.parametrize(
    ("looked_up", "counts"), [pytest.param(True, ["a"], id="looked up"), pytest.param(False, [], id="open connection")]
)
def test_a_dead_name_needs_a_living_name_server(looked_up: bool, counts: list[str]) -> None:
    """An answer over an open connection proves nothing of the name server."""
    network = OwnNetwork()
    list(network.hold(bad("a", 1, Failure.NAME)))
    assert counts == counted(network.answered(good("b", 2, 3, looked_up=looked_up)))
    assert network.holds_any != looked_up


def test_a_long_silence_of_many_is_an_outage_even_when_answers_return() -> None:
    """When many hosts fail in a row and then one answers, the network came back: their failures were ours."""
    network = OwnNetwork()
    hosts = [f"h{n}" for n in range(OUTAGE_HOSTS)]
    for second, host in enumerate(hosts):
        list(network.hold(bad(host, second * 0.1)))
    assert hosts == ours(network.answered(good("b", 60, 61)))


def test_failures_while_an_answer_was_on_its_way_count() -> None:
    """At the start many dead names fail at once, before the first page has arrived: they are dead all the same."""
    network = OwnNetwork()
    hosts = [f"h{n}" for n in range(100)]
    for host in hosts:
        list(network.hold(bad(host, 0.01, Failure.NAME)))
    assert hosts == counted(network.answered(good("b", 0.0, 0.2)))


def test_an_answer_that_was_stuck_itself_does_not_speak_for_the_time_between() -> None:
    """A request that survived an outage by being repeated does not turn the outage into deaths."""
    network = OwnNetwork()
    hosts = [f"h{n}" for n in range(OUTAGE_HOSTS)]
    for host in hosts:
        list(network.hold(bad(host, 5)))
    settled = list(network.answered(good("b", 1, 30)))
    assert ours(settled) == []  # none ended before that request began, so it is no outage that we saw the end of
    network = OwnNetwork()
    for host in hosts:
        list(network.hold(bad(host, 5)))
    assert hosts == ours(network.answered(good("b", 6, 30)))


def test_an_outage_is_declared_when_the_silence_lasts() -> None:
    """Memory stays bounded: a long outage is settled as it goes on, not at its end."""
    network = OwnNetwork()
    settled = [visit for n in range(100) for visit in network.hold(bad(f"h{n}", n * 1.0))]
    assert len(ours(settled)) == 100
    assert network.outage
    assert not network.holds_any


def test_never_more_than_so_many_are_held() -> None:
    """However fast an outage fails, what waits for a judgement is bounded."""
    network = OwnNetwork()
    settled = [visit for n in range(MOST_HELD + 10) for visit in network.hold(bad(f"h{n}", 0.001))]
    assert len(settled) == MOST_HELD + 10


def test_what_was_asked_during_an_outage_and_failed_after_it_is_ours() -> None:
    """A time-out that began in an outage ends after it; the answers that came between do not make it theirs."""
    network = OwnNetwork()
    for n in range(OUTAGE_HOSTS):
        list(network.hold(bad(f"h{n}", 10 + n)))
    list(network.answered(good("b", 40, 41)))
    assert ours(network.hold(bad("late", 45, took=20))) == ["late"]
    assert list(network.hold(bad("fresh", 46, took=1))) == []


def test_proof_is_wanted_after_a_few_hosts() -> None:
    """A few silent hosts are reason enough to ask one that is known to be well."""
    network = OwnNetwork()
    for n in range(ASK_AFTER_HOSTS - 1):
        list(network.hold(bad(f"h{n}", 1)))
    list(network.hold(bad("h0", 1)))
    assert not network.wants_proof
    list(network.hold(bad("one more", 1)))
    assert network.wants_proof
