"""Bot walls: what stands between us and a page, told by headers and marks in the body. Pure.

The signatures are those that operators of the walls document or that page owners reported (docs/checking.md).
"""

import re

from catalogue.records.web import Outcome
from crawler.pages.text import PageText

HEADER_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cf-mitigated", re.compile("challenge")),
    ("x-amzn-waf-action", re.compile("challenge|captcha")),
    ("x-vercel-mitigated", re.compile("challenge|deny")),
    ("x-vercel-challenge-token", re.compile(".")),
    ("x-sucuri-block", re.compile(".")),
    ("sg-captcha", re.compile("challenge")),
)
"""Headers that no open door has."""

REFUSAL_HEADERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("x-datadome", re.compile(".")),
    ("x-iinfo", re.compile(".")),
    ("x-akamai-session-info", re.compile(".")),
    ("x-cache", re.compile("error from cloudfront", re.IGNORECASE)),
    ("server", re.compile("^(?:ddos-guard|qrator|sucuri)", re.IGNORECASE)),
)
"""Headers that a wall sends on open doors too; they tell who refused."""

BODY_SIGNS = (
    b'id="anubis_',
    b"id='anubis_",
    b"id=anubis_",
    b"_cf_chl_opt",
    b"cf-browser-verification",
    b'id="cf-challenge',
    b"/cdn-cgi/l/chk_",
    b"/orchestrate/chl_",
    b"captcha-delivery.com",
    b"px-captcha",
    b"_incapsula_resource",
    b"csm-captcha-instrumentation",
    b"sucuri_cloudproxy_js",
    b"errors.edgesuite.net",
    b"/_sec/cp_challenge",
    b".awswaf.com/",
    b"showcaptcha",
    b"/sorry/index?",
    b"ddos-guard/js-challenge",
    b"/__qrator/",
    b"tspd_101",
    b'src="/tspd/',
    b"/.well-known/ddosguard",
    b"perfdrive.com",
    b"distil_r_captcha",
    b"acw_sc__v2",
    b"__jsl_clearance",
    b"kpsdk",
    b"arkoselabs.com/fc",
)
"""Scripts and marks of challenge pages."""

REFUSALS = frozenset({401, 403, 405, 406, 412, 418, 429, 451, 503, 999})
SHORT_PAGE, MUCH_PROSE = 32 * 1024, 400
"""Challenge pages are short; one with much to say that holds such a mark uses the script for its own forms."""


def shows_wall_header(outcome: Outcome) -> bool:
    """Whether a header says that a bot wall answered."""
    sent = dict(outcome.headers)
    return any(name in sent and pattern.search(sent[name]) for name, pattern in HEADER_SIGNS)


def shows_wall(outcome: Outcome, page: PageText) -> bool:
    """Whether a bot wall answered instead of the page, told by who refused or by the marks of a challenge."""
    sent = dict(outcome.headers)
    status = outcome.status_code or 0
    if status in REFUSALS and any(name in sent and pattern.search(sent[name]) for name, pattern in REFUSAL_HEADERS):
        return True
    if len(outcome.body) > SHORT_PAGE or len(page.prose) > MUCH_PROSE:
        return False
    body = outcome.body.lower()
    return any(sign in body for sign in BODY_SIGNS)
