"""Our own pages: templates, and what they need to show a value safely. Pure but for reading the templates."""

import functools
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from catalogue.languages import script_language
from catalogue.search.highlight import render_highlights
from catalogue.search.query import Query
from catalogue.site.messages import name_of, say
from catalogue.urls import host_of, is_web

TEMPLATES = Path(__file__).with_name("templates")
DISTURBING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control signs, halves of characters, and signs that turn the direction of the text around them: a page could lie."""
HEALTH_SIGNS = {
    "ok": "✓",
    "ok via mirror": "✓",
    "moved": "→",
    "failing": "!",
    "dead": "✕",
    "suspect": "?",
    "unverifiable": "–",
    "unchecked": "○",
    "no link": "·",
}


def render_page(template: str, language: str, values: dict[str, Any]) -> str:
    """A page in a language; `t` says a message, `name` names a value of a closed set."""
    words = {"t": functools.partial(say, language), "name": functools.partial(name_of, language), "ui": language}
    words["health"] = functools.partial(render_health, language)
    words["pill"] = lambda topic, count=None: render_topic(topic, values["page"].topic(topic), count)
    return _environment().get_template(template).render(**words, **values)


NOT_LATIN = frozenset(("ru", "uk", "be", "bg", "zh", "ja", "ko", "ar", "he", "fa", "hi", "el"))


def language_of_title(title: str, language: str | None) -> str:
    """The language a title is written in, by its script: a Russian roadmap may name an English course in Russian."""
    by_script = script_language(title)
    if by_script:
        return by_script
    return language if language and language.partition("-")[0] not in NOT_LATIN else "en"


@functools.lru_cache(2000)
def render_health(language: str, status: str, checked_at: str | None = None) -> Markup:
    """A link's state as sign and word, with the day of the last look."""
    kind, word = status.replace(" ", "-"), name_of(language, "status", status)
    sign = HEALTH_SIGNS.get(status, "·")
    when = (
        Markup(' <span class="when">{}</span>').format(say(language, "checked", when=checked_at)) if checked_at else ""
    )
    badge = Markup('<span class="health {}"><span class="sign" aria-hidden="true">{}</span> {}{}</span>')
    return badge.format(kind, sign, word, when)


@functools.lru_cache(5000)
def render_topic(topic: str, label: str, count: int | None = None) -> Markup:
    """A topic as a link, with how many resources carry it."""
    number = Markup(' <span class="count">{}</span>').format(count) if count is not None else ""
    return Markup('<a class="topic" href="/topics/{}">{}{}</a>').format(quote(topic), label, number)


def clean_text(text: object) -> str:
    """A text from outside without what would disturb the page around it."""
    return DISTURBING.sub("", str(text))


def marked_title(title: str, query: Query | None) -> Markup:
    """A title with what was asked for marked; everything else escaped."""
    return Markup(render_highlights(clean_text(title), query or Query("")))  # noqa: S704 - the highlighter escapes


def safe_link(url: str | None) -> str | None:
    """A URL that may become a link, or None: only http and https, so no script hides in it."""
    return url if url and is_web(url) else None


def short_url(url: str) -> str:
    """A URL as people read it: without scheme and `www.`, cut in the middle when long."""
    bare = clean_text(re.sub(r"^https?://(www\.)?", "", url)).rstrip("/")
    return bare if len(bare) <= 60 else f"{bare[:38]}…{bare[-20:]}"


def day_of(moment: str | None) -> str:
    """The day of a stored time, as 2026-11-21; what is no time is shown as it is."""
    try:
        return datetime.fromisoformat(moment or "").date().isoformat()
    except ValueError:
        return clean_text(moment or "")


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        clean=clean_text,
        marked=marked_title,
        link=safe_link,
        short=short_url,
        day=day_of,
        host=host_of,
        tongue=language_of_title,
    )
    return environment
