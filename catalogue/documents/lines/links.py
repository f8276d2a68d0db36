"""What a link in a document is good for: the work itself, one of its further links, or nothing of the kind."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit

from catalogue.documents.blocks import Block, BlockKind, Run, clean
from catalogue.documents.lines.labels import META_FILE, bare_words, is_main_word, is_share, role_of
from catalogue.normalise.kindwords import kind_of_word
from catalogue.urls import is_web, url_key
from catalogue.vocabulary import Why

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
PLACEHOLDER = re.compile(
    r"(?:link|url|href|address|your[-_]?(?:link|url)|todo|tbd|xxx|\.{3}|…|ссылка|链接)", re.IGNORECASE
)
"""What stands for an address in a pattern to fill in."""
SHARER = re.compile(
    r"/(?:share\w*|intent/\w+|submit\w*|dialog/\w+|pin/create/\w+|send)(?:\.php)?/?\?(?:[^#]*&)?(?:u|url|text|link)=",
    re.IGNORECASE,
)
"""Addresses that hand a page on to others: `/share?url=…`, `/sharer.php?u=…`."""
MAX_URL = 4_000
LABEL_TIMES = 4
"""A text that this many different links share is a label, not a title."""
MAX_LABEL = 30
SECOND_LEVEL = frozenset({"co", "com", "ac", "edu", "org", "net"})
PLATFORMS = {
    "网易云课堂": "163.com", "网易公开课": "163.com", "哔哩哔哩": "bilibili", "b站": "bilibili", "百度云": "baidu",
    "百度网盘": "baidu", "豆瓣": "douban", "知乎": "zhihu", "学堂在线": "xuetangx", "中国大学mooc": "icourse163",
    "油管": "youtu", "ютуб": "youtu", "ютьюб": "youtu", "степик": "stepik", "литрес": "litres", "озон": "ozon",
    "лабиринт": "labirint", "хабр": "habr", "youtube": "youtu", "mit ocw": "mit.edu",
    "conda": "anaconda", "conda forge": "anaconda", "docker hub": "docker", "dockerhub": "docker", "npm": "npmjs",
    "maven": "maven", "maven central": "maven", "crates": "crates.io", "cran": "r-project",
}  # fmt: skip
"""Names of places that are spelt otherwise than their hosts."""


COUNTED = re.compile(r"\s\d{1,2}$")
"""Which of several links into one place: `Habr 2`."""
AT = re.compile(r"(?:on|at|via|from|на)\s+")


def web_url(url: str, base: str | None) -> str | None:
    """The address of a link: whole, against the page's own address where that is known, else as it stands."""
    url = url.strip()
    if url.startswith("//"):
        url = "https:" + url
    if SCHEME.match(url):
        return url if is_web(url) else None
    if base is None or not url:
        return url or None
    try:
        return urljoin(base, url)
    except ValueError:
        return None


def why_not(run: Run, base: str | None) -> Why | None:
    """Why a link can be no entry whatever stands around it; None if it can."""
    url = (run.url or "").strip()
    address = web_url(url, base) if len(url) <= MAX_URL else None
    if url.startswith(("#", "./#")):
        why = Why.ANCHOR
    elif address is None or PLACEHOLDER.fullmatch(url):
        why = Why.NOT_WEB
    elif run.image:
        why = Why.IMAGE
    elif run.code or not run.text:
        why = Why.CODE if run.code else Why.EMPTY
    elif SHARER.search(address):
        why = Why.SHARE
    elif not is_web(url) and META_FILE.search(url.partition("#")[0].partition("?")[0]):
        why = Why.META
    else:
        own = base is not None and "#" not in url and url_key(address) == url_key(base)
        return Why.OWN_SOURCE if own else None
    return why


def is_bare(run: Run) -> bool:
    """Whether a link shows its own address instead of a text, perhaps without the scheme."""
    if run.url is None:
        return False
    short = "/" in run.text and run.url.endswith(f"://{run.text}")
    return short or run.text == run.url or "://" in run.text or run.text.startswith("www.")


def names_platform(run: Run) -> bool:
    """Whether a link's text only names the site that it leads into: [Coursera](https://coursera.org/learn/x)."""
    return bool((run.url or "").partition("://")[2].partition("/")[2]) and names_site(run)


def names_site(run: Run) -> bool:
    """Whether a link's text is the name of its site, wherever on that it leads."""
    host = (run.url or "").partition("://")[2].lower().partition("/")[0]
    name = COUNTED.sub("", AT.sub("", bare_words(run.text).lower()))
    site = [label for label in host.split(".")[:-1] if label not in SECOND_LEVEL][-1:]
    return [re.sub(r"[ '’]", "", name)] == site or PLATFORMS.get(name, "/") in host


def only_points(run: Run) -> bool:
    """Whether a link's text says where it leads, by a word, its address or its host, and nothing of the work."""
    host = (run.url or "").partition("://")[2].partition("/")[0].removeprefix("www.")
    return is_label(run.text) or is_bare(run) or names_platform(run) or run.text.lower() == host.lower()


def find_labels(blocks: Iterable[Block]) -> frozenset[str]:
    """The texts that links share where a list repeats its form: "Paper", "Tweet", "GitHub" under every entry."""
    after: dict[str, set[str]] = defaultdict(set)
    leading: dict[str, int] = defaultdict(int)
    for block in blocks:
        first = block.kind is not BlockKind.HEADING and block.parent is None
        for run in _links_of(block):
            text = run.text.lower()
            if first:
                leading[text] += 1
            elif len(text) <= MAX_LABEL and len(after[text]) < 1_000:
                after[text].add(run.url or "")
            first = False
    return frozenset(
        text for text, urls in after.items() if text and len(urls) >= LABEL_TIMES and len(urls) > leading[text]
    )


def _links_of(block: Block) -> Iterable[Run]:
    yield from (run for run in block.runs if run.url is not None)
    for cell in block.cells:
        yield from (run for run in cell.runs if run.url is not None)


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """Whether a link's text is a word for a link and no title."""
    return role_of(text) is not None or is_main_word(text) or is_share(text)


def is_kind_label(text: str) -> bool:
    """Whether a label says what kind of link or work is named behind it: "Paper", "Book", "видео"."""
    words = bare_words(text)
    return role_of(words) is not None or is_main_word(words) or kind_of_word(words) is not None


def without_label(lead: str) -> str:
    """A name without the word before it that says what it is: `Paper: Gardens`."""
    label, colon, name = lead.replace("：", ":", 1).partition(":")
    return name.strip() if colon and name.strip() and is_kind_label(label) else lead


def title_from_url(url: str) -> str:
    """A readable name for a link that has none: its host, the last words of its path, and what it asks for."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return clean(url)[:120]
    words = [unquote(part) for part in parts.path.split("/") if part]
    host = parts.netloc.rpartition("@")[2].removeprefix("www.")
    name = " / ".join([host, *words[-1:]]) if host else " / ".join(words[-1:]) or url
    return clean(f"{name}?{parts.query}" if parts.query else name)[:120]
