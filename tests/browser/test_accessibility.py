"""axe-core finds nothing wrong with our own pages, light and dark, on desktop and phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.site.test_serving import serving

pytestmark = pytest.mark.browser
PAGES = [
    *("/", "/search", "/search?q=algebra&kind=course", "/search?q=zzzz", "/resources/svertki", "/resources/essence"),
    *("/topics", "/topics/linear-algebra", "/roadmaps", "/roadmaps/path-en", "/links", "/links/moved", "/papers"),
    *("/editions", "/editions/deadlinks-2026-W47", "/judge", "/data", "/nope"),
]
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@pytest.fixture(scope="module")
def address(sample_db: Path) -> Iterator[str]:
    """The sample's site."""
    with serving(sample_db) as address:
        yield address


@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 390)], ids=["light-desktop", "dark-phone"])
def test_no_page_has_a_violation(chromium: Browser, address: str, scheme: str, width: int) -> None:
    """Contrast, names, landmarks, headings, focus: everything axe can see, on every kind of page."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # axe has to run a script in a page that allows none
    )
    page, faults = context.new_page(), []
    for path in PAGES:
        page.goto(address + path)
        for violation in Axe().run(page, options=RULES).response["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"][:3]]
            faults.append(f"{path}: {violation['id']}: {nodes}")
    context.close()
    assert faults == [], "\n".join(faults)
