"""Which barrier stands in front of a page: proof of a human, consent, a sign-in; told by place or by page. Pure."""

import re
from urllib.parse import urlsplit

from catalogue.urls import host_of, url_key
from crawler.judging.absence import WORD, begins_with, parts_of, unquoted
from crawler.judging.notfound import SHORT_PROSE
from crawler.judging.paths import same_site
from crawler.judging.wording import ABOUT, CONSENT, DEMAND, HUMAN, REFUSED, SIGN_IN, SIGN_IN_DEMAND, SIGN_IN_WORD
from crawler.pages.text import PageText

BARE_PROSE, MOST_NAME = 300, 2
ABOUT_CONSENT = re.compile(r"privacy|cookie|consent|gdpr", re.IGNORECASE)
SIGN_IN_PATH = re.compile(
    r"""(?:^|/)(?:log[-_]?in|sign[-_]?in|log[-_]?on|sign[-_]?on|sso|authwall|oauth2?|saml2?|servicelogin|auth/(?:login
    |signin|realms)|users/sign_in|session/new|sessions/new|cas/login|accounts?/(?:login|signin|signup)|wp-login\.php
    |checkpoint|idp|uas/login|register|sign[-_]?up|passport)(?:[/.;]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
SIGN_IN_HOST = re.compile(
    r"""^(?:login|signin|sign-in|sso|auth|accounts?|passport|idp|id|cas)\.""",
    re.VERBOSE | re.IGNORECASE,
)
CONSENT_PLACE = re.compile(
    r"""^(?:consent|privacy-?gate|cmp)\.|/(?:consent|cookie[-_]?(?:consent|wall|notice)|privacy[-_]?(?:gate|wall|consent)
    |gdpr(?:[-_]?consent)?|collectconsent|zustimmung)(?:[/?.]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
WALL_PLACE = re.compile(
    r"""/(?:showcaptcha|sgcaptcha|captcha|sorry/index|challenge/?$|__challenge|bot[-_]?check|human[-_]?check
    |distil_r_captcha[^/]*)(?:[/?.]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
WALL_QUERY = re.compile(r"(?:^|&)(?:bm-verify|__goaway\w*|__cf_chl\w*|captcha\w*|\w*challenge)=", re.IGNORECASE)


def judge_barrier_place(asked: str, landed: str) -> str | None:
    """Which barrier the place where a chain landed is: wall, consent or login; None for a page."""
    if asked == landed or url_key(asked) == url_key(landed):
        return None
    place = f"{host_of(landed)}{urlsplit(landed).path}"
    if WALL_PLACE.search(place) or WALL_QUERY.search(urlsplit(landed).query):
        return "wall"
    if CONSENT_PLACE.search(place):
        return "consent"
    path = urlsplit(landed).path
    at_sign_in = SIGN_IN_PATH.search(path) or (SIGN_IN_HOST.match(host_of(landed)) and not same_site(asked, landed))
    asked_for_it = SIGN_IN_PATH.search(urlsplit(asked).path) or SIGN_IN_HOST.match(host_of(asked))
    return "login" if at_sign_in and not asked_for_it else None


def shows_barrier(page: PageText, url: str) -> str | None:
    """Which barrier stands in front of the page: wall, consent or login; None for none.

    A barrier is short and its title or heading says what it is; pages about captchas and sites with a sign-in form
    in their header are pages.
    """
    if len(page.prose) > SHORT_PROSE:
        return None
    prose = unquoted(page.prose)
    told = [*parts_of(page.title), *page.headings[:2]]
    if _asks_for_a_human(told, prose, page.headings):
        return "wall"
    first = page.headings if len(page.headings) == 1 else ()  # over a page, it is a banner's
    consents = any(CONSENT.fullmatch(text.strip(" .!:")) for text in (*parts_of(page.title), *first))
    if consents and not ABOUT_CONSENT.search(urlsplit(url).path):
        return "consent"
    return "login" if _asks_to_sign_in(told, prose, page) and not SIGN_IN_PATH.search(urlsplit(url).path) else None


def _asks_for_a_human(told: list[str], prose: str, headings: tuple[str, ...]) -> bool:
    """Whether a page wants proof of a human, in a title or heading, or in the few words it has."""
    named = any(_mostly(HUMAN.search(text), text) or REFUSED.fullmatch(text.strip(" .!")) for text in told)
    few_words = len(prose) < SHORT_PROSE // 2
    if not (named or few_words) or any(ABOUT.search(text) for text in told):
        return False
    said = any(HUMAN.search(line) for line in prose.split("\n") if line not in told)
    if named and said:
        return True
    has_subject = any(len(WORD.findall(text)) > MOST_NAME and not HUMAN.search(text) for text in headings)
    return few_words and (named or (said and not has_subject)) and not ABOUT.search(prose)


def _mostly(found: re.Match[str] | None, text: str) -> bool:
    """Whether what was found is a good part of a text, or the text is a demand."""
    return found is not None and (2 * len(found.group()) >= len(text.strip()) or begins_with(DEMAND, text))


def _asks_to_sign_in(told: list[str], prose: str, page: PageText) -> bool:
    """Whether a page is a sign-in: its title says so, and a form or its few words agree."""
    titled = any(SIGN_IN.fullmatch(text.strip(" .!:…")) and not ABOUT.search(text) for text in told)
    demanded = bool(SIGN_IN_DEMAND.search(prose))
    named = len(prose) < BARE_PROSE and any(SIGN_IN_WORD.search(text) and not ABOUT.search(text) for text in told)
    alone = demanded and len(prose) < BARE_PROSE
    if titled and (demanded or len(prose) < BARE_PROSE):
        return True
    return alone or (page.asks_for_password and (titled or demanded or named))
