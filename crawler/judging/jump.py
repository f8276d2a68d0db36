"""Where a page sends its reader on by itself. Pure."""

import re
from urllib.parse import urljoin

from catalogue.urls import url_key
from crawler.pages.text import PageText

TINY_PAGE, FEW_WORDS = 4096, 200
SOON_SECONDS = 10.0
JUMP = re.compile(
    r"(?:window\.|document\.|top\.|self\.)?location(?:\.href)?\s*=\s*[\"']([^\"']{1,500})[\"']"
    r"|location\.(?:replace|assign)\(\s*[\"']([^\"']{1,500})[\"']"
)


def jump_of(page: PageText, url: str, refresh: str = "") -> str | None:
    """Where a page sends its reader on by itself, soon, or None.

    By a Refresh header, a meta tag of that name, or a script on a page with nothing else.
    """
    target = _target_of(refresh) or _refresh_of(page)
    bare = page.is_html and len(page.text) < TINY_PAGE and "location" in page.text
    if not target and bare and len(page.prose) < FEW_WORDS:
        found = JUMP.search(page.text)
        target = (found.group(1) or found.group(2)) if found else None
    if not target:
        return None
    try:
        led = urljoin(url, target.strip())
    except ValueError:
        return None
    return None if url_key(led) == url_key(url) else led


def _refresh_of(page: PageText) -> str | None:
    for meta in page.metas if page.is_html else ():
        if meta.get("http-equiv", "").lower() == "refresh":
            return _target_of(meta.get("content", ""))
    return None


def _target_of(refresh: str) -> str | None:
    """The address in `3; url=/there`, if it is gone to soon."""
    seconds, _, rest = refresh.replace(",", ";", 1).partition(";")
    if re.fullmatch(r"\s*(?:\d+\.?\d*|\.\d+)?\s*", seconds) and float(seconds.strip() or 0) <= SOON_SECONDS:
        return re.sub(r"^\s*url\s*=\s*", "", rest, flags=re.IGNORECASE).strip("'\" ") or None
    return None
