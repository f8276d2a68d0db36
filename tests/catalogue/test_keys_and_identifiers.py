"""What an address says about its work, and the readable key that is made of it."""

import pytest

from catalogue.datafolder.keys import mint_key, mint_source_key, slug
from catalogue.urls import identifiers_of, unarchived


@pytest.mark.parametrize(
    ("url", "identifiers"),
    [
        ("https://arxiv.org/pdf/2307.09288v2.pdf", (("arxiv", "2307.09288"),)),
        ("https://arxiv.org/abs/hep-th/9901001", (("arxiv", "hep-th/9901001"),)),
        ("https://doi.org/10.1145/3292500.3330701", (("doi", "10.1145/3292500.3330701"),)),
        ("https://s.example/p/9781492032632", (("isbn", "9781492032632"),)),
        ("https://space.example/1235535223/channel", ()),
        ("https://s.example/dp/1118290275", (("isbn", "9781118290279"),)),
        ("https://s.example/p/9781492032633", ()),
        ("https://youtu.be/abcdefghijk?t=5", (("youtube", "abcdefghijk"),)),
        ("https://m.youtube.com/shorts/abcdefghijk", (("youtube", "abcdefghijk"),)),
        ("https://www.youtube.com/embed/abcdefghijk", (("youtube", "abcdefghijk"),)),
        ("https://www.youtube.com/playlist?list=PL123456789012", (("youtube-list", "PL123456789012"),)),
        ("https://github.com/Own/Work/tree/main", (("github", "own/work"),)),
        ("https://github.com/topics/x", ()),
        ("not an address", ()),
    ],
)
def test_identifiers(url: str, identifiers: tuple[tuple[str, str], ...]) -> None:
    """Identifiers are found in every form of their addresses; a wrong check digit is no ISBN."""
    assert identifiers_of(url) == identifiers


def test_an_archived_address_is_that_of_what_it_keeps() -> None:
    """A copy in the archive speaks for its original; other addresses stay."""
    assert unarchived("https://web.archive.org/web/2020/http://a.ru/b") == "http://a.ru/b"
    assert unarchived("https://a.ru/b") == "https://a.ru/b"


@pytest.mark.parametrize(
    ("title", "url", "key"),
    [
        ("X", "https://www.coursera.org/learn/machine-learning", "coursera-learn-machine-learning"),
        ("X", "https://developers.google.com/edu/python?utm_source=a", "developers-google-edu-python"),
        ("X", "https://www.oreilly.com/library/view/hands-on-things/9781492032632/", "oreilly-hands-on-things"),
        ("X", "https://huggingface.co/learn/nlp-course/chapter1/1", "huggingface-learn-nlp-course"),
        ("X", "https://a.co.uk/", "a"),
        ("Создай свой мир", "https://www.youtube.com/watch?v=abcdefghijk", "sozday-svoy-mir"),
        ("学习机器", None, "xue-xi-ji-qi"),
        ("Учебник по Python", None, "uchebnik-po-python"),
        ("???", None, "resource"),
    ],
)
def test_keys_can_be_read(title: str, url: str | None, key: str) -> None:
    """The words of the address, or of the title where the address has only numbers, in ASCII."""
    assert mint_key(title, url, ()) == key


def test_two_resources_never_share_a_key() -> None:
    """A short hash keeps the second apart, and it is the same hash every time."""
    first = mint_key("X", "https://a.example/x", ())
    second = mint_key("X", "https://a.example/y/x", {first, "a-y-x"})
    assert second == mint_key("X", "https://a.example/y/x", {first, "a-y-x"})
    assert second.startswith("a-y-x-")
    assert mint_source_key("A list", "list.md", {"a-list"}).startswith("a-list-")


def test_a_long_title_is_cut_between_words() -> None:
    """Keys stay short enough to type."""
    assert slug("one two three four five six seven eight nine ten eleven twelve thirteen") == (
        "one-two-three-four-five-six-seven-eight-nine-ten-eleven"
    )
