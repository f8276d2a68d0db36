"""The fixture `smallweb`, for every test that needs a web."""

from collections.abc import Iterator

import pytest

from tests.web.smallweb import SmallWeb


@pytest.fixture
def smallweb() -> Iterator[SmallWeb]:
    """A small web on the loopback that ends with the test."""
    with SmallWeb() as web:
        yield web
