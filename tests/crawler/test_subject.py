"""Pages that are about what their titles say, whatever that sounds like."""

import pytest

from crawler.judging.notfound import shows_not_found
from crawler.judging.subject import answers_search, defines_subject, is_named_by
from crawler.pages.text import PageText, parse_page


@pytest.mark.parametrize(
    ("url", "text", "named"),
    [
        ("http://a.test/books/the-page-that-isnt-there", "The Page That Isn’t There", True),
        ("http://a.test/wiki/%D0%9A%D1%83%D1%80%D1%81_%D1%83%D0%B4%D0%B0%D0%BB%D1%91%D0%BD", "Курс удалён", True),
        ("http://a.test/bus/410", "410", True),
        ("http://a.test/bus/4100", "410", False),
        ("http://a.test/course/deep-things", "Course not found", False),
        ("http://a.test/missing", "Missing", False),
        ("http://a.test/page-not-found", "Page not found", False),
        ("http://a.test/", "???", False),
    ],
)
def test_named_by_the_address(url: str, text: str, named: bool) -> None:
    """An address names a title by all its words; that of a missing page names none."""
    assert is_named_by(url, text) is named


@pytest.mark.parametrize(
    ("url", "text", "answered"),
    [
        ("http://a.test/search?q=diffusion", "No results for “diffusion”", True),
        ("http://a.test/?s=%D0%B4%D0%B8%D1%84", "Ничего не найдено", True),
        ("http://a.test/search/diffusion", "没有找到相关内容", True),
        ("http://a.test/course/diffusion", "No results for “diffusion”", False),
        ("http://a.test/search?q=diffusion", "This domain has expired", False),
    ],
)
def test_answers_a_search(url: str, text: str, answered: bool) -> None:
    """Only who searched is told of results."""
    assert answers_search(url, text) is answered


@pytest.mark.parametrize(
    ("title", "line", "defined"),
    [
        ("Link rot - Encyclopedia", "Link rot (also dead links) is when links lead nowhere.", True),
        ("410 Gone", "410 Gone – это ответ сервера.", True),
        ("软 404", "软 404（网页）是一种没有内容的页面。", True),
        ("410 Gone", "The page is gone.", False),
        ("410 Gone", "410 Gone", False),
        ("Страница не найдена", "Страница не найдена — это бывает.", False),
        ("a.test is for sale", "a.test is the best name.", False),
    ],
)
def test_defines_its_subject(title: str, line: str, defined: bool) -> None:
    """A dictionary begins with the word itself, and goes on with what it is; a host's name is only praised."""
    page = PageText(f"<title>{title}</title><p>Before.</p><p>{line}</p>", is_html=True)
    assert defines_subject(page) is defined


@pytest.mark.parametrize(
    ("heading", "prose", "lost"),
    [
        ("Leafdrive", "That file isn't here anymore. Someone deleted it.", True),
        ("Leafdrive", "No courses found.", False),
        ("Old Gardens", "That file isn't here anymore. Someone deleted it.", False),
    ],
)
def test_a_heading_that_only_names_the_site(heading: str, prose: str, lost: bool) -> None:
    """What a few words under it say is all that the page says; an empty list of the site is one of its pages."""
    markup = f"<title>{heading} - Error</title><h1>{heading}</h1><p>{prose}</p>"
    seen = parse_page(markup.encode(), "text/html; charset=utf-8")
    assert shows_not_found(seen, "https://www.leafdrive.example/s/abc/trees.pdf") is lost
