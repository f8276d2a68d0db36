"""What a page shows that is not the page: not found, for sale, a sign-in, a challenge, a jump elsewhere. Pure."""

import re
from urllib.parse import unquote, urljoin, urlsplit

from catalogue.urls import url_key
from crawler.judging.landing import NOT_FOUND_PATH
from crawler.judging.wording import (
    ABOUT_WORDS,
    CONSENT,
    DEMAND,
    FOR_SALE,
    HOST_NAME,
    HUMAN,
    NOTHING_ELSE,
    PARKING_MARKS,
    PLACEHOLDER,
    QUOTED,
    REFUSED,
    SALE_HINTS,
    SIGN_IN,
    SIGN_IN_DEMAND,
    SIGN_IN_WORD,
    SORRY,
    WORD,
    clauses_of,
    mentions_not_found,
    parts_of,
    says_not_found,
    speaks_of_absence,
)
from crawler.pages.text import PageText

SHORT_PROSE = 1200
LONG_PROSE = 2500
BARE_PROSE = 300
MUCH_PROSE = 600
FIRST_CLAUSES = 4
MOST_PROSE = 6000
MOST_CLAUSES = 40
LONGEST_LINE = 80
TINY_PAGE = 4096
SOON_SECONDS = 10.0
NOT_FOUND_SCORE, APOLOGY_SCORE, ABOUT_SCORE = 3, 2, 3
ABOUT_SIGN_IN = re.compile(
    r"log[-_]?[io]n|sign[-_]?[iou]|auth|sso\b|session|account|checkpoint|idp\b|cas\b", re.IGNORECASE
)
ABOUT_DOMAINS = re.compile(r"domain|parked|parking|domen|for-?sale", re.IGNORECASE)
ABOUT_CONSENT = re.compile(r"privacy|cookie|consent|gdpr", re.IGNORECASE)
ABOUT_PLACE = re.compile(
    r"404|\b410\b|not[-_]?found|errors?\b|http[-_]?status|status[-_]?codes?|missing", re.IGNORECASE
)
STATUS_IN_JSON = re.compile(
    r"\"[\w ]{0,40}not[ _-]?found[\w .]{0,20}\""
    r"|\"(?:status|code|statuscode|status_code|error)\"\s*:\s*\"?(?:404|410)\b",
    re.IGNORECASE,
)
JUMP = re.compile(
    r"(?:window\.|document\.|top\.|self\.)?location(?:\.href)?\s*=\s*[\"']([^\"']{1,500})[\"']"
    r"|location\.(?:replace|assign)\(\s*[\"']([^\"']{1,500})[\"']"
)


def shows_not_found(page: PageText, url: str) -> bool:
    """Whether a page that came with a good status says that there is no page.

    Titles and headings that say nothing else weigh most; a page that explains such errors, or that has much to say,
    is a page.
    """
    prose = page.prose[:MOST_PROSE]
    titled = any(says_not_found(part) for part in parts_of(page.title))
    headed = any(says_not_found(heading) for heading in page.headings[:3])
    score = 2 * titled + 2 * headed + (len(prose) < SHORT_PROSE) + page.is_unlisted
    score += 2 * bool(not page.is_html and STATUS_IN_JSON.search(prose))
    score += 3 * bool(NOT_FOUND_PATH.search(urlsplit(page.canonical_url).path))
    score -= 4 * (len(prose) > LONG_PROSE)
    if score < NOT_FOUND_SCORE - APOLOGY_SCORE:
        return False
    apologises = _apologises(page, prose, named=titled or headed)
    if len(prose) > MUCH_PROSE and not apologises and not (titled and headed and _in_words(page)):
        return False  # who has much to say would also say this
    score += APOLOGY_SCORE * apologises
    return score >= NOT_FOUND_SCORE and (
        score >= NOT_FOUND_SCORE + ABOUT_SCORE or not _is_about_it(page, prose, url, titled=titled)
    )


def names_not_found(page: PageText) -> bool:
    """Whether the title, a heading or one of the first clauses of a page says that there is no page."""
    if any(says_not_found(text) for text in (*parts_of(page.title), *page.headings[:3])):
        return True
    return any(_is_sorry(clause) for clause in clauses_of(page.prose[:SHORT_PROSE])[: 2 * FIRST_CLAUSES])


def _in_words(page: PageText) -> bool:
    """Whether the first heading is more than a number."""
    return bool(page.headings) and not page.headings[0].isdecimal()


def _apologises(page: PageText, prose: str, *, named: bool) -> bool:
    """Whether the prose itself says, not quotes, that there is no page; unless titled so, it must begin with that."""
    if prose.startswith(("{", "[")):
        return False
    said = {page.title, *page.headings}
    clauses = [clause for clause in clauses_of(QUOTED.sub(" ", prose)) if clause.strip() not in said]
    if named:
        return any(_is_sorry(clause) for clause in clauses[:MOST_CLAUSES])
    if len(prose) > MUCH_PROSE:
        return False
    by_itself = not page.headings or _only_exclaims(page.headings[0])
    return any(_is_sorry(clause) and (by_itself or SORRY.search(clause)) for clause in clauses[:FIRST_CLAUSES])


def _only_exclaims(heading: str) -> bool:
    """Whether a heading names nothing that the page could be about."""
    words = [word.strip("'") for word in WORD.findall(heading.lower().replace("’", "'"))]
    return bool(SORRY.search(heading)) or all(word in NOTHING_ELSE for word in words) or says_not_found(heading)


def _is_sorry(clause: str) -> bool:
    return says_not_found(clause) or speaks_of_absence(clause)


def _is_about_it(page: PageText, prose: str, url: str, *, titled: bool) -> bool:
    """Whether not being found is what the page is about."""
    if ABOUT_PLACE.search(unquote(urlsplit(url).path)):
        return True
    speaks = any(mentions_not_found(text) for text in (page.title, *page.headings[:1]))
    if speaks and not titled and not any(says_not_found(heading) for heading in page.headings[:3]):
        return True
    return len({word.lower() for word in ABOUT_WORDS.findall(f"{page.title} {prose}")}) > 1


def shows_parked(page: PageText, url: str) -> bool:
    """Whether a domain without a site answered: for sale, parked, suspended, or a server as it was installed."""
    prose = QUOTED.sub(" ", page.prose[:MOST_PROSE])
    if len(prose) > SHORT_PROSE or ABOUT_DOMAINS.search(urlsplit(url).path):
        return False
    told = HOST_NAME.sub("HOSTNAME", f"{page.title}. {' '.join(page.headings)}. {prose}")
    if _offers_domain(told) and not ABOUT_WORDS.search(told):
        return True
    if page.is_html and any(mark in page.lower for mark in PARKING_MARKS):
        return True
    return any(PLACEHOLDER.fullmatch(text.strip(" .!…")) for text in (*parts_of(page.title), *page.headings[:2]))


def hints_at_sale(page: PageText) -> bool:
    """Whether a page speaks of a domain for sale at all, however much else it says."""
    told = HOST_NAME.sub("HOSTNAME", f"{page.title}. {' '.join(page.headings)}. {page.prose[:MOST_PROSE]}")
    return _offers_domain(told) or any(mark in page.lower for mark in PARKING_MARKS)


def _offers_domain(told: str) -> bool:
    lower = told.lower()
    return any(hint in lower for hint in SALE_HINTS) and bool(FOR_SALE.search(told))


def shows_barrier(page: PageText, url: str) -> str | None:
    """Which barrier stands in front of the page: wall, consent or login; None for none.

    A barrier is short and its title or heading says what it is; pages about captchas and sites with a sign-in form
    in their header are pages.
    """
    prose = page.prose[:MOST_PROSE]
    if len(prose) > SHORT_PROSE:
        return None
    told = [*parts_of(page.title), *page.headings[:2]]
    if _asks_for_a_human(told, prose):
        return "wall"
    consents = any(CONSENT.fullmatch(text.strip(" .!:")) for text in (*parts_of(page.title), *page.headings[:1]))
    if consents and not ABOUT_CONSENT.search(urlsplit(url).path):
        return "consent"
    return "login" if _asks_to_sign_in(told, prose, page) and not ABOUT_SIGN_IN.search(urlsplit(url).path) else None


def _asks_for_a_human(told: list[str], prose: str) -> bool:
    """Whether a page wants proof of a human, in a title or heading, or in the few words it has."""
    asked = any(_mostly(HUMAN.search(text), text) for text in told)
    if not asked and len(prose) < SHORT_PROSE // 2:
        asked = any(HUMAN.search(line) for line in prose.split("\n") if line not in told)
    refused = any(REFUSED.fullmatch(text.strip(" .!")) for text in told)
    return (asked or refused) and not any(ABOUT_WORDS.search(text) for text in (*told, prose))


def _mostly(found: re.Match[str] | None, text: str) -> bool:
    """Whether what was found is a good part of a text, or the text is a demand."""
    return found is not None and (2 * len(found.group()) >= len(text.strip()) or bool(DEMAND.match(text)))


def _asks_to_sign_in(told: list[str], prose: str, page: PageText) -> bool:
    """Whether a page is a sign-in: its title says so, and a form or its few words agree."""
    titled = any(SIGN_IN.fullmatch(text.strip(" .!:…")) for text in told)
    demanded = bool(SIGN_IN_DEMAND.search(prose))
    named = len(prose) < BARE_PROSE and any(SIGN_IN_WORD.search(text) for text in told)
    alone = demanded and len(prose) < BARE_PROSE
    if titled and (demanded or len(prose) < BARE_PROSE):
        return True
    return alone or (page.asks_for_password and (titled or demanded or named))


def jump_of(page: PageText, url: str) -> str | None:
    """Where a page sends its reader on by itself, soon: a meta refresh, or a script on a page with nothing else."""
    target = _refresh_of(page)
    bare = page.is_html and len(page.text) < TINY_PAGE and "location" in page.text
    if target is None and bare and len(page.prose) < 200:
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
            seconds, _, rest = meta.get("content", "").replace(",", ";", 1).partition(";")
            if re.fullmatch(r"\s*\d*\.?\d*\s*", seconds) and float(seconds.strip() or 0) <= SOON_SECONDS:
                return re.sub(r"^\s*url\s*=\s*", "", rest, flags=re.IGNORECASE).strip("'\" ")
    return None


def has_fragment(body: bytes, fragment: str) -> bool:
    """Whether a page has a place of this name; routes and text fragments need none."""
    names = {fragment, unquote(fragment), f"user-content-{fragment}"}
    wanted = b"|".join(re.escape(name.encode("utf-8", "surrogatepass")) for name in names)
    return bool(re.search(rb"(?:id|name)\s*=\s*[\"']?(?:" + wanted + rb")[\"'\s>]", body, re.IGNORECASE))
