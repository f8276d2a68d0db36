"""Where redirects land: at the page under another address, or at what servers show instead."""

import pytest

from crawler.judging.barrier import judge_barrier_place
from crawler.judging.landing import judge_landing

ASKED = "http://a.test/course/deep-things"


@pytest.mark.parametrize(
    ("asked", "landed"),
    [
        ("http://a.test/docs/latest/", "http://a.test/docs/en/stable/"),
        ("http://a.test/blog/2019/intro-to-things", "http://a.test/posts/intro-to-things/"),
        ("https://a.test/course/things", "https://www.a.test/course/things/"),
        ("http://old.test/", "https://new.test/"),
        ("http://a.test/book.html", "http://a.test/book/"),
        ("http://school.test/~somebody/", "https://somebody.test/"),
        ("http://school.test/cs231/", "http://cs231.school.test/"),
        ("http://go.school.test/Xy7", "http://tool.school.test/"),
        ("http://school.test/notes/amp", "http://school.test/notes"),
        ("http://sho.test/3abc", "https://target.test/"),
        ("http://a.test/en/intro", "http://a.test/intro"),
        ("http://a.test/x?id=5", "http://a.test/items/5-foo"),
        ("http://a.test/learn/things", "http://a.test/courses/things"),
        ("https://a.test/p/123", "https://a.test/some-title-123"),
        ("https://a.test/start/index", "https://a.test/start"),
        ("https://a.test/tutorials", "https://a.test/learn"),
        ("https://a.test/course-intro", "https://a.test/courses/intro"),
        ("https://a.test/old", "https://a.test/#/course/1"),
        ("https://a.test/course/deep", "https://b.test/?course=deep"),
        ("https://a.test/login", "https://a.test/signin"),
        ("https://a.test/301", "https://a.test/ok"),
        ("https://a.test/api-errors", "https://a.test/api/errors.html"),
        ("https://a.test/see-other", "https://a.test/result"),
        ("https://a.test/~ng/ml", "https://people.a.test/ng/ml"),
        ("https://a.test/old-course", "https://a.test/course"),
        ("https://a.test/http/status/404", "https://a.test/en/http/status/404"),
        ("https://a.test/docs/introduction", "https://a.test/docs"),
        ("http://127.0.0.5/notes-on-things", "http://127.1.0.5/"),
    ],
)
def test_another_address_of_the_page(asked: str, landed: str) -> None:
    """A page may have moved to any address that still says what it is, or that says nothing of listing or home."""
    assert judge_landing(asked, landed) is None
    assert judge_barrier_place(asked, landed) is None


@pytest.mark.parametrize(
    "landed",
    [
        "http://a.test/",
        "http://a.test/ru/",
        "http://www.a.test/home",
        "http://a.test/index.html",
        "http://a.test/?ref=old",
        "http://shop.a.test/",
        "https://elsewhere.test/",
        "http://a.test/course",
        "http://a.test/courses/",
        "http://a.test/all-courses",
        "http://a.test/catalog/?from=things",
        "http://a.test/browse/data-science",
        "http://a.test/search?query=deep+things",
        "http://a.test/курсы",
        "http://a.test/404",
        "http://a.test/en/not-found.html",
        "http://a.test/errors/not_found",
        "http://a.test/?e=404",
        "http://a.test/oops.html",
        "http://market.test/domain_profile?name=a.test",
        "http://market.test/buy-domain/a",
        "http://a.test/lander",
    ],
)
def test_not_the_page(landed: str) -> None:
    """Home pages, listings, searches, error pages and markets for domains are not the page that was asked for."""
    assert judge_landing(ASKED, landed)


@pytest.mark.parametrize(
    ("asked", "landed"),
    [
        ("http://a.test/to-home", "http://a.test/"),
        ("http://a.test/en/ml/intro", "http://a.test/en"),
        ("http://old.a.test/to-home", "http://www.a.test/"),
        ("http://a.test/missing", "http://a.test/404.html"),
        ("http://a.test/blog/2012/intro", "http://a.test/blog"),
        ("http://a.test/tutorials/intro", "http://a.test/tutorials"),
        ("http://a.test/things", "http://a.test/course-not-found"),
    ],
)
def test_whatever_the_asked_address_is_called(asked: str, landed: str) -> None:
    """An asked address that speaks of what happens to it excuses nothing."""
    assert judge_landing(asked, landed)


@pytest.mark.parametrize(
    ("landed", "barrier"),
    [
        ("http://a.test/login?next=/x", "login"),
        ("https://sso.other.test/realms/x", "login"),
        ("http://a.test/users/sign_in", "login"),
        ("https://consent.other.test/m?continue=x", "consent"),
        ("http://a.test/privacy-gate?u=x", "consent"),
        ("http://a.test/showcaptcha?x=1", "wall"),
    ],
)
def test_barriers(landed: str, barrier: str) -> None:
    """Sign-ins, consent pages and challenges are told by their address."""
    assert barrier == judge_barrier_place(ASKED, landed)
