"""The whole site, walked: no page fails, no link leads nowhere."""

from tests.site.soundness import walk
from tests.site.visitor import Visitor


def test_every_internal_link_resolves(visitor: Visitor) -> None:
    """From the first page and the sitemap on, every page of the site answers."""
    seen, faults = walk(visitor)
    assert faults == []
    for expected in ("/topics/linear-algebra", "/roadmaps/path-ru", "/links/dead.atom", "/editions/deadlinks-2026-W47"):
        assert expected in seen
    for expected in ("/export/resources.csv", "/judge", "/data", "/papers", "/catalogue/dead_links"):
        assert expected in seen
