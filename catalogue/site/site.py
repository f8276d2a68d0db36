"""What our pages share while the server runs: settings, the shelf of facets, and the frame of a page."""

import functools
import hashlib
import re
import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, TypeVar
from uuid import NAMESPACE_URL, uuid5
from weakref import WeakKeyDictionary

from datasette.app import Datasette
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Request, Response

from catalogue.database.opening import connect_to_read
from catalogue.site.drawing import render_page
from catalogue.site.messages import NAMES, TAGS, choose_language
from catalogue.site.metadata import DATABASE, HERE, PLUGIN
from catalogue.site.shelf import Shelf, ShelfKeeper

T = TypeVar("T")

MENU = (
    ("/search", "nav.resources"),
    ("/topics", "nav.topics"),
    ("/roadmaps", "nav.roadmaps"),
    ("/links", "nav.health"),
    ("/papers", "nav.papers"),
    ("/editions", "nav.editions"),
)
TIME_LIMIT_MS = 4000
"""For one of our pages. It is bounded by what it asks, not by this: a busy machine answers late rather than not."""
WHOLE_LIMIT_MS = 10_000
"""For an answer that is given whole, as CSV."""
FRESH_SECONDS = 60
HOST = re.compile(r"(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?", re.ASCII)


@dataclass(frozen=True)
class Site:
    """One running catalogue."""

    datasette: Datasette
    keeper: ShelfKeeper
    settings: Mapping[str, str]

    async def load(self, query: Callable[[sqlite3.Connection, Shelf], T], limit_ms: int = TIME_LIMIT_MS) -> T:
        """What a function reads from the database, in a thread of Datasette's, within the limit of time."""

        def limited(connection: sqlite3.Connection) -> T:
            shelf = self.keeper.shelf()
            with sqlite_timelimit(connection, limit_ms):
                return query(connection, shelf)

        result: T = await self.datasette.get_database(DATABASE).execute_fn(limited)
        return result

    @property
    def base(self) -> str:
        """The public address of the settings, without the slash at its end; nothing where none is set."""
        return self.settings.get("base_url", "").rstrip("/")

    @property
    def name(self) -> str:
        """What the site is called."""
        return self.settings.get("title") or "Roadmap catalogue"

    def link(self, path: str) -> str:
        """A path as a feed links it: whole where the public address is known, else for the reader to complete."""
        return self.base + path

    def identity(self, path: str) -> str:
        """What a feed knows a page by, which must not change with the name under which somebody asked."""
        return self.link(path) if self.base else f"urn:uuid:{uuid5(NAMESPACE_URL, self.name + path)}"

    def address(self, request: Request, path: str) -> str:
        """A whole address, where nothing less will do: of the settings, else of the request, which may say anything."""
        host = request.host if HOST.fullmatch(request.host) else "localhost"
        return (self.base or f"{request.scheme}://{host}") + path

    @property
    def cache(self) -> dict[str, str]:
        """The header of an answer with whole addresses: those of one request's host are for nobody else."""
        return {"cache-control": f"{'public' if self.base else 'private'}, max-age={FRESH_SECONDS}"}


_SITES: WeakKeyDictionary[Datasette, Site] = WeakKeyDictionary()


def site_of(datasette: Datasette) -> Site:
    """The site of a running Datasette; made on its first request."""
    if datasette not in _SITES:
        database = datasette.get_database(DATABASE)
        connect = functools.partial(connect_to_read, Path(database.path), check_same_thread=False)
        settings = datasette.plugin_config(PLUGIN) or {}
        _SITES[datasette] = Site(datasette, ShelfKeeper(connect, time.monotonic), settings)
    return _SITES[datasette]


@dataclass(frozen=True)
class Page:
    """The frame around the content of one page."""

    title: str
    path: str
    here: str
    language: str
    feedback_url: str
    labels: Mapping[str, Mapping[str, str]]

    menu: ClassVar = MENU
    languages: ClassVar = TAGS
    language_names: ClassVar = NAMES

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the page's language."""
        return TAGS[self.language]

    @property
    def version(self) -> str:
        """Changes with the style sheet, so that browsers fetch a new one."""
        return _style_version()

    def in_language(self, code: str) -> str:
        """The address of the same page in a language."""
        path, _, query = self.here.partition("?")
        pairs = [pair for pair in query.split("&") if pair and not pair.startswith("lang=")]
        return f"{path}?{'&'.join([*pairs, f'lang={code}'])}"

    def topic(self, topic: str) -> str:
        """The label of a topic in the page's language."""
        return self.labels.get(topic, {}).get(self.language, topic)


def draw(site: Site, request: Request, template: str, values: dict[str, Any], status: int = 200) -> Response:
    """A page in the language of whoever asks."""
    language = language_of(request)
    page = Page(
        title=site.name,
        path=request.path,
        here=request.path + (f"?{request.query_string}" if request.query_string else ""),
        language=language,
        feedback_url=site.settings.get("feedback_url", ""),
        labels=site.keeper.labels,
    )
    html = render_page(template, language, {"page": page, **values})
    headers = {"content-language": TAGS[language], "vary": "Accept-Language, Cookie"}
    if status == 200:
        headers["cache-control"] = f"max-age={FRESH_SECONDS}"
    return Response.html(html, status=status, headers=headers)


def language_of(request: Request) -> str:
    """The language a request wants: `?lang=`, else the cookie of the switch, else what the browser accepts."""
    return choose_language(
        request.args.get("lang") or "", request.cookies.get("lang", ""), request.headers.get("accept-language", "")
    )


@functools.cache
def _style_version() -> str:
    return hashlib.sha256((HERE / "static" / "catalogue.css").read_bytes()).hexdigest()[:12]
