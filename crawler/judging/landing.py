"""Where a chain of redirects landed: at the page, or at what servers show instead of one that is not there. Pure."""

import re
from urllib.parse import unquote, urlsplit

from catalogue.urls import host_of, url_key
from crawler.judging.parked import leads_to_sale
from crawler.judging.paths import (
    HOME_SEGMENTS,
    LANGUAGE_SEGMENT,
    LISTING_WORDS,
    SHELF_SEGMENTS,
    is_home_path,
    is_not_found_place,
    is_search,
    lists,
    same_site,
    segments_of,
    site_of,
    tells_nothing,
)

SAME_PLACE = re.compile(
    r"""(?:index|default|home|main|start|overview|intro(?:duction)?|welcome|latest|stable|current|master|main|head|en
    |v\d+(?:[._]\d+)*|\d{1,2}|(?:19|20)\d\d|\d+(?:[._]\d+)+
    |readme|about|view|show|page|amp|print|embed|toc|contents?)(?:\.(?:html?|php|aspx?|jsp|md))?""",
    re.VERBOSE | re.IGNORECASE,
)
TOKEN = re.compile(
    r"""[^\W_]{3,}""",
    re.VERBOSE,
)
SHORTENED = re.compile(
    r"""/[\w-]{1,24}/?""",
    re.VERBOSE,
)


def judge_landing(asked: str, landed: str) -> str | None:
    """Why the place where a chain landed is not the page that was asked for; None where it may well be."""
    if asked == landed or url_key(asked) == url_key(landed):
        return None
    start, end = urlsplit(asked), urlsplit(landed)
    if is_not_found_place(end.path, end.query) and segments_of(start.path)[-1:] != segments_of(end.path)[-1:]:
        return "redirect to a not-found page"
    if leads_to_sale(asked, landed):
        return "parked"
    if (is_home_path(start.path) and not start.query) or _dropped_nothing(asked, landed):
        return None
    if is_home_path(end.path) and tells_nothing(end.query) and "#/" not in landed and "#!" not in landed:
        return "redirect to home" if _left_for_home(asked, landed) else None
    return "redirect to a listing" if _is_listing(asked, landed) else None


def _left_for_home(asked: str, landed: str) -> bool:
    """Whether landing at home means that the page is lost: not when a project moved to a host of its own name."""
    start, end = (host_of(url).removeprefix("www.") for url in (asked, landed))
    if start == end:
        return True
    front_door = same_site(asked, landed) and end == site_of(end)
    return (front_door or not SHORTENED.fullmatch(urlsplit(asked).path)) and not _kept(asked, landed)


def _kept(asked: str, landed: str) -> bool:
    """Whether a word of the asked page's last segments is found again where we landed."""
    words = {word.lower() for segment in segments_of(urlsplit(asked).path)[-2:] for word in TOKEN.findall(segment)}
    end = urlsplit(landed)
    return any(word in f"{host_of(landed)} {unquote(end.path).lower()}" for word in words if len(word) > 3)


def _is_listing(asked: str, landed: str) -> bool:
    start, end = segments_of(urlsplit(asked).path), segments_of(urlsplit(landed).path)
    if not start or not end:
        return False
    if is_search(landed) and not is_search(asked):
        return True
    if len(start) > len(end) and start[: len(end)] == end and same_site(asked, landed):
        return True
    if any(map(SHELF_SEGMENTS.fullmatch, end[:-1])) and not any(map(SHELF_SEGMENTS.fullmatch, start)):
        words = TOKEN.findall(start[-1].lower())
        return not words or not all(word in end[-1].lower() for word in words)
    query = unquote(urlsplit(landed).query)
    told = end if tells_nothing(query) else [*end, query]
    return lists(end[-1]) and not lists(start[-1]) and not _names_page(start[-1], told)


def _dropped_nothing(asked: str, landed: str) -> bool:
    """Whether a path only lost words like `index` or `latest` at its end."""
    start, end = segments_of(urlsplit(asked).path), segments_of(urlsplit(landed).path)
    shorter = bool(end) and len(start) > len(end) and start[: len(end)] == end and same_site(asked, landed)
    dropped = start[len(end) :]
    on_shelf = shorter and (lists(end[-1]) or is_home_path("/".join(end)))
    names = HOME_SEGMENTS if on_shelf else SAME_PLACE  # an introduction lies on a shelf, an index is one
    return shorter and all(names.fullmatch(each) or LANGUAGE_SEGMENT.fullmatch(each) for each in dropped)


def _names_page(segment: str, end: list[str]) -> bool:
    """Whether a word of the page's own name is found again in the path where we landed."""
    place = " ".join(end).lower()
    return any(word in place for word in map(str.lower, TOKEN.findall(segment)) if word not in LISTING_WORDS)
