"""The whole road with the keyboard alone, in a browser that runs no script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.test_serving import serving

pytestmark = pytest.mark.browser
MOST_TABS = 60


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A window without JavaScript."""
    context = chromium.new_context(viewport={"width": 1200, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def address(sample_db: Path) -> Iterator[str]:
    """The sample's site."""
    with serving(sample_db) as address:
        yield address


def tab_to(page: Page, selector: str) -> None:
    """Go on with the tabulator until the focus is where it should be; it must be seen there."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus-visible").count():
            return
    pytest.fail(f"{selector} is not reached in {MOST_TABS} steps")


def test_a_reader_needs_neither_mouse_nor_script(page: Page, address: str) -> None:
    """Skip to the content, search, choose a facet, let it go, open a resource, leave for the roadmap that names it."""
    page.goto(address + "/")
    tab_to(page, "a.skip")
    assert page.locator("a.skip").bounding_box()["x"] >= 0, "the link is seen once it has the focus"
    page.keyboard.press("Enter")
    tab_to(page, "input[type=search]")
    page.keyboard.type("linear algebra")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=linear+algebra")
    tab_to(page, ".filters li a")
    page.keyboard.press("Enter")
    page.wait_for_url("**kind=*")
    tab_to(page, "a.chip")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=linear+algebra")
    tab_to(page, ".card h2 a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/resources/*")
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
    tab_to(page, "[aria-labelledby=mentions] td a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/roadmaps/*")
