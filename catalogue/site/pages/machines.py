"""What programs ask a site for: robots.txt, the sitemap, the description of the search box."""

import sqlite3
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from datasette.utils.asgi import Request, Response

from catalogue.site.drawing import clean_text
from catalogue.site.pages.health import STATES
from catalogue.site.shelf import Shelf
from catalogue.site.site import site_of

MOST_ADDRESSES = 50_000
"""The limit of one sitemap file."""
CLOSED_TO_ROBOTS = ("/search?", "/search.", "/language/", "/catalogue/", "/export/")
"""Endless combinations, and what holds nothing that the pages do not."""
FIXED = ("/", "/search", "/topics", "/roadmaps", "/links", "/papers", "/editions", "/judge", "/data")
_KEYS = (
    ("/roadmaps/", "select key from sources order by key"),
    ("/editions/", "select id from editions order by id"),
    ("/resources/", "select key from resource order by key"),
)


async def robots(datasette: Any, request: Request) -> Response:
    """Where programs may go."""
    closed = "".join(f"Disallow: {path}\n" for path in CLOSED_TO_ROBOTS)
    site = site_of(datasette)
    sitemap = site.address(request, "/sitemap.xml")
    return Response.text(f"User-agent: *\n{closed}\nSitemap: {sitemap}\n", headers=site.cache)


async def sitemap(datasette: Any, request: Request) -> Response:
    """Every page worth finding, once."""
    site = site_of(datasette)

    def load(connection: sqlite3.Connection, shelf: Shelf) -> list[str]:
        paths = [
            *FIXED,
            *(f"/links/{state}" for state in STATES),
            *(f"/topics/{topic}" for topic, _ in shelf.totals["topic"]),
        ]
        for prefix, statement in _KEYS:
            paths += [prefix + quote(row[0]) for row in connection.execute(statement)]
        return paths[:MOST_ADDRESSES]

    paths = await site.load(load)
    urls = "".join(f"<url><loc>{escape(site.address(request, path))}</loc></url>\n" for path in paths)
    body = f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    return Response(body, headers=site.cache, content_type="application/xml")


async def opensearch(datasette: Any, request: Request) -> Response:
    """How a browser can search here from its address bar."""
    site = site_of(datasette)
    name = escape(clean_text(site.name)[:16])
    template = escape(site.address(request, "/search?q={searchTerms}"))
    body = (
        '<?xml version="1.0" encoding="utf-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">'
        f"<ShortName>{name}</ShortName><Description>{name}</Description><InputEncoding>UTF-8</InputEncoding>"
        f'<Url type="text/html" template="{template}"/></OpenSearchDescription>\n'
    )
    return Response(body, headers=site.cache, content_type="application/opensearchdescription+xml")
