"""What people come for, done in a real browser as a reader does it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from catalogue.content import Resource, RoleLink
from catalogue.vocabulary import Kind, Level, LinkRole, Origin, Stance
from tests.site.sample import make_sample
from tests.site.test_serving import serving

pytestmark = pytest.mark.browser


class Elsewhere(BaseHTTPRequestHandler):
    """The page of a resource, on the loopback."""

    def do_GET(self) -> None:
        """Answer with one sentence."""
        body = b"<!doctype html><title>Elsewhere</title><h1>The course itself</h1>"
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def elsewhere() -> Iterator[str]:
    """A web page outside the catalogue."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/course"
        server.shutdown()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample's site with one more resource, whose link leads to a page on the loopback."""
    with elsewhere() as url:
        here = Resource(
            "matrices",
            "Матрицы и линейная алгебра",
            Stance.RECOMMENDED,
            kind=Kind.COURSE,
            level=Level.ADVANCED,
            language="ru",
            url=url,
            topics=(("linear-algebra", Origin.INFERRED),),
            links=(RoleLink(url, LinkRole.PRIMARY),),
            recommended_by=1,
            added_at="2026-11-20",
        )
        db = make_sample(tmp_path_factory.mktemp("browser") / "catalogue.db", more=[here])
        with serving(db) as address:
            yield address


@pytest.fixture(params=["desktop", "phone"])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A fresh window, without JavaScript: the pages need none."""
    size = {"desktop": (1200, 900), "phone": (390, 844)}[request.param]
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, java_script_enabled=False, locale="ru-RU"
    )
    yield context.new_page()
    context.close()


def test_search_facet_open_and_follow(page: Page, address: str, screenshots: Path) -> None:
    """A reader searches in Russian, narrows by level, opens a resource and follows its link."""
    page.goto(address)
    page.get_by_role("searchbox").fill("линейной алгебре")
    page.get_by_role("button", name="Найти").click()
    assert page.get_by_role("status").inner_text().startswith("4 ресурса")
    page.screenshot(path=screenshots / "search-ru.png", full_page=True)
    page.get_by_role("link", name="Продвинутый 1").click()
    assert page.get_by_role("status").inner_text().startswith("1 ресурс")
    page.get_by_role("link", name="Матрицы и линейная алгебра", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Матрицы и линейная алгебра"
    page.screenshot(path=screenshots / "resource-ru.png", full_page=True)
    page.get_by_role("link", name="Открыть на 127.0.0.1").click()
    assert page.get_by_role("heading", level=1).inner_text() == "The course itself"
