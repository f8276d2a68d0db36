"""Walk a site as a robot would: every page answers, every internal link resolves."""

from collections import deque
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

from tests.site.visitor import Visitor

BASE = "http://localhost"
STARTS = ("/", "/sitemap.xml", "/robots.txt", "/opensearch.xml")


def walk(visitor: Visitor, at_most: int = 1500) -> tuple[set[str], list[str]]:
    """The paths that were visited, and a line for each that did not answer as it should."""
    waiting, seen, faults = deque(STARTS), set(STARTS), []
    while waiting and len(seen) < at_most:
        path = waiting.popleft()
        answer = visitor.get(path)
        if answer.status_code not in (200, 301, 302):
            faults.append(f"{answer.status_code} {path}")
        for link in _links(answer.headers.get("content-type", ""), answer.text, path):
            if link not in seen and _is_ours(link):
                seen.add(link)
                waiting.append(link)
    return seen, faults


def _links(kind: str, text: str, path: str) -> list[str]:
    if "html" in kind:
        tree = BeautifulSoup(text, "html.parser")
        found = [tag[name] for tag in tree.find_all(True) for name in ("href", "src", "action") if tag.has_attr(name)]
    elif "sitemap" in path:
        found = [tag.text for tag in BeautifulSoup(text, "xml").find_all("loc")]
    elif "atom" in kind:
        found = [tag["href"] for tag in BeautifulSoup(text, "xml").find_all("link")]
    else:
        found = []
    return [_path(urljoin(BASE + path, link)) for link in found if urljoin(BASE + path, link).startswith(BASE + "/")]


def _path(url: str) -> str:
    parts = urlsplit(urldefrag(url).url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _is_ours(path: str) -> bool:
    """Datasette's own pages link to every column and every facet; a look at each view is enough."""
    return not (path.startswith("/catalogue/") and ("?" in path or path.count("/") > 2)) and path.count("&") < 3
