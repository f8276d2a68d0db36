"""Whether a page is about what its title or heading says, whatever that sounds like. Pure."""

import re
from urllib.parse import unquote, urlsplit

from catalogue.urls import host_of
from crawler.judging.absence import HOST_NAME, WORD, parts_of
from crawler.judging.paths import NOT_FOUND_PATH, is_search, segments_of
from crawler.judging.wording import COPULA, RESULTS
from crawler.pages.text import PageText

FEWEST_LETTERS, FEWEST_WORDS = 3, 2
FEW_NAMES, LONG_NAME = 3, 4
ISSUE_NUMBER = re.compile(r"(?:^|\s)[#№!](\d+)\W*$")
"""Behind all the rest: "Issue #318 not found" has another end."""
STATUS_PATH = re.compile(r"/(?:http|status)[\w-]*/(?:\w+-)?4(?:04|10)\b", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\s*[(（][^()（）]{0,80}[)）]")


def is_named_by(url: str, text: str) -> bool:
    """Whether the address has all the words of a title: "The Page That Isn't There" at `/books/page-that-isnt-there`.

    What servers show instead of a page does not know them, unless its address is a missing page's: `/not-found`.
    A number alone is named by a part of the path: bus 410; so is a status in a reference: `/http/status/404`.
    """
    path = unquote(urlsplit(url).path)
    if text.isdecimal():
        return text in segments_of(path)
    if STATUS_PATH.search(path):
        return True
    words = _long_words(IN_BRACKETS.sub("", text))
    return len(words) >= FEWEST_WORDS and words <= _long_words(path) and not NOT_FOUND_PATH.search(path)


def names_site(url: str, text: str) -> bool:
    """Whether a short heading has the name of the site: "Leaf Drive" at `drive.leaf.example`, whatever the page is."""
    words = [word.lower() for word in WORD.findall(text)]
    host = host_of(url).removeprefix("www.")
    return len(words) <= FEW_NAMES and any(len(word) >= LONG_NAME and word in host for word in words)


def answers_search(url: str, text: str) -> bool:
    """Whether a text says what came of a search that the address asked for: nothing, perhaps."""
    return is_search(url) and bool(RESULTS.search(text))


def defines_subject(page: PageText) -> bool:
    """Whether a line of a page begins as in a dictionary: "Link rot is when …"; a host's name is praised that way."""
    named = (*parts_of(page.title)[:1], *page.headings[:1])
    subjects = {text.lower() for text in named if not HOST_NAME.match(text)}
    lines = page.prose.lower().split("\n")
    return any(_begins_as_definition(line, subject) for subject in subjects for line in lines)


def is_issue(page: PageText, url: str) -> bool:
    """Whether a tracker tells of an issue by its number: "Page not found when … #318" at `/issues/318`."""
    told = (*parts_of(page.title), *page.headings[:1])
    numbers = {found[1] for found in map(ISSUE_NUMBER.search, told) if found}
    return not numbers.isdisjoint(segments_of(urlsplit(url).path))


def _begins_as_definition(line: str, subject: str) -> bool:
    rest = line.removeprefix(subject)
    return len(rest) < len(line) and bool(COPULA.match(IN_BRACKETS.sub("", rest, count=1).lstrip()))


def _long_words(text: str) -> set[str]:
    words = WORD.findall(re.sub(r"['’]", "", text.lower()).replace("_", " "))
    return {word for word in words if len(word) >= FEWEST_LETTERS}
