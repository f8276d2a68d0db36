"""Whether a domain without a site answered: for sale, parked, suspended, or a server as it was installed. Pure."""

import re
from urllib.parse import urlsplit

from catalogue.urls import host_of
from crawler.judging.absence import HOST_NAME, WORD, begins_with, parts_of, unquoted
from crawler.judging.notfound import MUCH_PROSE, SHORT_PROSE
from crawler.judging.paths import same_site
from crawler.judging.subject import defines_subject
from crawler.judging.wording import ABOUT, FOR_SALE, PLACEHOLDER, QUESTION, REPORT, SALE_HINTS
from crawler.pages.text import MOST_PROSE, PageText

FEW_WORDS = 3
PARKING_MARKS = (
    "sedoparking.",
    "parkingcrew.",
    "bodis.com",
    "parklogic.",
    "skenzo.",
    "hugedomains.com/domain",
    "dan.com/buy-domain",
    "afternic.com/forsale",
    "sedo.com/search/details",
    "parking-page",
    "/parking.php",
    "domainlander",
    "adsense/domains/caf.js",
    "parking-lander",
    "data-adblockkey=",
    "uniregistry.com/buy",
    "undeveloped.com/buy",
)
"""What the scripts and forms of parked domains lead to."""
SALE_PLACE = re.compile(
    r"""for-?sale|buy-?(?:this-?)?domain|domain[-_]?(?:profile|name|sale|for|park)|parking|parked|suspended|expired""",
    re.VERBOSE | re.IGNORECASE,
)
PARKED_HOST = re.compile(r"ww\d{1,2}\.")
PARKED_PATH = re.compile(r"/(?:lander|sedo-?parking)(?:\.\w{2,5})?/?")
SALE_PAGE = re.compile(r"domain_profile|buy-?this-?domain|domain-?for-?sale|/buy-domain/|/forsale/")
"""Where parking companies send the visitors of a domain: `ww25.` before it, `/lander` behind it, a page of a market."""


def shows_parked(page: PageText) -> bool:
    """Whether a domain without a site answered: for sale, parked, suspended, or a server as it was installed."""
    titles = f"{page.title}. {' '.join(page.headings)}."
    if len(page.prose) > SHORT_PROSE or begins_with(QUESTION, titles) or REPORT.search(page.title):
        return False
    if defines_subject(page):
        return False
    prose = unquoted(page.prose)
    told = HOST_NAME.sub("HOSTNAME", titles if len(prose) > MUCH_PROSE else f"{titles} {prose}")
    if _offers_domain(told) and not ABOUT.search(told):
        return True
    if page.is_html and any(mark in page.lower for mark in PARKING_MARKS):
        return True
    unnamed = len(WORD.findall(page.title)) <= FEW_WORDS  # who has a title to tell has a page
    told_first = (*parts_of(page.title), *(page.headings[:2] if unnamed else ()))
    return any(PLACEHOLDER.fullmatch(text.strip(" .!…")) for text in told_first)


def hints_at_sale(page: PageText) -> bool:
    """Whether a page speaks of a domain for sale at all, however much else it says."""
    told = HOST_NAME.sub("HOSTNAME", f"{page.title}. {' '.join(page.headings)}. {page.prose[:MOST_PROSE]}")
    return _offers_domain(told) or any(mark in page.lower for mark in PARKING_MARKS)


def _offers_domain(told: str) -> bool:
    lower = told.lower()
    return any(hint in lower for hint in SALE_HINTS) and bool(FOR_SALE.search(told))


def leads_to_sale(asked: str, landed: str) -> bool:
    """Whether the asked domain is parked there, or another site offers it: its name and a word of sale say so."""
    start, end, path = host_of(asked), host_of(landed), urlsplit(landed).path
    if PARKED_PATH.fullmatch(path) or (PARKED_HOST.match(end) and not PARKED_HOST.match(start)):
        return True
    if start != end and SALE_PAGE.search(path):
        return True
    place = landed.partition("://")[2].lower()
    return not same_site(asked, landed) and start.removeprefix("www.") in place and bool(SALE_PLACE.search(place))
