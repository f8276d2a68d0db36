"""The line of links: hosts take turns, and starts are booked ahead without being early or void."""

from crawler.manners.pacing import Line
from crawler.manners.turns import LEEWAY_SECONDS


def line(*hosts: str) -> Line[str]:
    """A line with one link for each name of a host, booked for the start of time."""
    line = Line[str](per_host=1)
    for host in hosts:
        line.add(host, f"link of {host}")
        line.book(host, 0.0)
    return line


def test_a_start_is_not_made_early() -> None:
    """A link is taken when its start is there, the earliest first."""
    one = line()
    for host, start in (("late", 2.0), ("early", 1.0)):
        one.add(host, host)
        one.book(host, start)
    assert one.take(0.5) is None
    assert (one.next_start(), one.ready(1.5)) == (1.0, 1)
    assert one.take(2.0) == ("early", "early")
    assert one.take(2.0) == ("late", "late")


def test_a_start_that_waited_too_long_is_booked_again() -> None:
    """Past its leeway a start is void, since another process may begin one; the link stays in line."""
    one = line("a", "b")
    assert one.take(LEEWAY_SECONDS) == ("a", "link of a")
    assert one.take(LEEWAY_SECONDS + 0.1) is None
    assert one.bookable(9) == ["b"]
    assert len(one) == 1


def test_a_host_that_was_drained_is_not_started() -> None:
    """Who wants to be left alone is, whatever was booked before."""
    one = line("a")
    assert list(one.drain("a")) == ["link of a"]
    assert one.take(0.0) is None
    assert not one.bookable(9)


def test_a_host_with_many_links_holds_up_nobody() -> None:
    """One link of a host is under way at a time, and those of others come in between."""
    one = line("a")
    one.add("a", "second of a")
    one.add("b", "link of b")
    assert one.take(0.0) == ("a", "link of a")
    assert one.bookable(9) == ["b"]
    one.done("a")
    assert one.bookable(9) == ["b", "a"]
