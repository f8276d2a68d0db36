"""What people come for, done in a real browser as a reader does it: in three languages, on desktop and phone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from catalogue.assembly.content import Resource, RoleLink
from catalogue.vocabulary import Kind, Level, LinkRole, Origin, Stance
from tests.site.sample import make_sample
from tests.site.test_serving import serving

pytestmark = pytest.mark.browser
SIZES = {"desktop": (1200, 900), "phone": (390, 844)}
NARROWEST = 320
"""What WCAG asks of a page without a second scrollbar (1.4.10)."""
LOCALES = {"en": "en-US", "ru": "ru-RU", "zh": "zh-CN"}


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader of a language types and clicks."""

    topic: str
    search: str
    level: str
    open: str
    health: str
    dead: str
    dead_told: str
    editions: str
    edition: str


WORDS = {
    "en": Words(
        *("linear algebra", "Search", "Advanced 1", "Open at 127.0.0.1", "Link health", "Dead links"),
        *("3 looks on different days found nothing", "Editions", "Dead links 2026-W47"),
    ),
    "ru": Words(
        *("линейной алгебре", "Найти", "Продвинутый 1", "Открыть на 127.0.0.1", "Здоровье ссылок", "Мёртвые ссылки"),
        *("3 проверки в разные дни ничего не нашли", "Выпуски", "Мёртвые ссылки 2026-W47"),
    ),
    "zh": Words(
        *("線性代數", "搜索", "高级 1", "在 127.0.0.1 打开", "链接状况", "失效链接"),
        *("不同日期的 3 次检查均无结果", "周报", "失效链接 2026-W47"),
    ),
}


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


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone with a language and a screen, before an open page."""

    page: Page
    words: Words
    name: str


@pytest.fixture(params=[f"{language}-{size}" for language in LOCALES for size in SIZES])
def reader(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Reader]:
    """A fresh window on the first page, without JavaScript: the pages need none."""
    language, _, size = request.param.partition("-")
    width, height = SIZES[size]
    context = chromium.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=False, locale=LOCALES[language]
    )
    page = context.new_page()
    page.goto(address)
    yield Reader(page, WORDS[language], request.param)
    context.close()


def test_find_a_resource_by_topic(reader: Reader, screenshots: Path) -> None:
    """Search in one's own language, narrow by level, open what is found in another, follow its link."""
    page, words = reader.page, reader.words
    page.get_by_role("searchbox").fill(words.topic)
    page.get_by_role("button", name=words.search).click()
    assert "4" in page.get_by_role("status").inner_text()
    page.screenshot(path=screenshots / f"search-{reader.name}.png", full_page=True)
    page.get_by_role("link", name=words.level).click()
    page.get_by_role("link", name="Матрицы и линейная алгебра", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Матрицы и линейная алгебра"
    page.screenshot(path=screenshots / f"resource-{reader.name}.png", full_page=True)
    page.get_by_role("link", name=words.open).click()
    assert page.get_by_role("heading", level=1).inner_text() == "The course itself"


def test_see_what_is_broken(reader: Reader, screenshots: Path) -> None:
    """From the first page to the health of links, to the dead ones, to why one is called dead."""
    page, words = reader.page, reader.words
    page.get_by_role("link", name=words.health).click()
    page.screenshot(path=screenshots / f"health-{reader.name}.png", full_page=True)
    page.get_by_role("link", name=words.dead, exact=True).first.click()
    page.get_by_role("link", name="Свёрточные нейронные сети на пальцах").click()
    assert words.dead_told in page.get_by_role("main").inner_text()


def test_read_what_is_new(reader: Reader, screenshots: Path) -> None:
    """The newest resource and the latest edition are on the first page; the edition can be read."""
    page, words = reader.page, reader.words
    page.screenshot(path=screenshots / f"home-{reader.name}.png", full_page=True)
    assert page.get_by_role("link", name="Матрицы и линейная алгебра", exact=True).is_visible()
    page.get_by_role("navigation").first.get_by_role("link", name=words.editions).click()
    page.get_by_role("link", name=words.edition).click()
    assert page.get_by_role("heading", level=1).inner_text() == words.edition
    assert page.get_by_role("link", name="Свёрточные нейронные сети").is_visible()


def test_nothing_sticks_out_sideways(reader: Reader, address: str) -> None:
    """No page is wider than its screen, be it the narrowest: wide tables scroll in a place of their own."""
    if reader.name.endswith("phone"):
        reader.page.set_viewport_size({"width": NARROWEST, "height": 640})
    for path in (
        "/",
        "/search",
        "/resources/svertki",
        "/resources/stat-ru",
        "/topics",
        "/roadmaps/path-en",
        "/links",
        "/links/moved",
        "/data",
    ):
        reader.page.goto(address + path)
        sticking_out = reader.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert sticking_out <= 0, path
