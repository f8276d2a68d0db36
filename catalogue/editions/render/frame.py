"""Edition in, text out: which template renders which kind of edition in which format.

A rendering reads only the edition's body. Markdown and plain text are escaped by filters, HTML and XML by Jinja.
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment, PackageLoader, StrictUndefined

from catalogue.editions.render import escape
from catalogue.editions.render.words import words_of
from catalogue.reasons import reason_in
from catalogue.vocabulary import EditionKind, LinkState


class Format(StrEnum):
    """What an edition can be read as."""

    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    TEXT = "text"
    ATOM = "atom"
    BIBTEX = "bibtex"


EXTENSION = {
    Format.MARKDOWN: "md",
    Format.JSON: "json",
    Format.HTML: "html",
    Format.TEXT: "txt",
    Format.ATOM: "atom",
    Format.BIBTEX: "bib",
}
"""The end of a file's name, and of the template's."""

BAR = 20
MARKUP = frozenset({"html", "atom"})


def formats_of(kind: EditionKind) -> list[Format]:
    """The formats a kind of edition can be had in: only papers are cited."""
    return [form for form in Format if form is not Format.BIBTEX or kind is EditionKind.DIGEST]


def render_edition(body: str, form: Format, language: str) -> str:
    """The text of an edition in a format and a language, from nothing but its body."""
    if form is Format.JSON:
        return body + "\n"
    edition = json.loads(body)
    kind = edition["kind"]
    template = _environment().get_template(f"{kind}.{EXTENSION[form]}.j2")
    return template.render(edition=edition, language=language, words=words_of(kind, language)).strip() + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("catalogue", "editions/render"),
        autoescape=_is_markup,  # noqa: S701 - what is no markup has filters of its own
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        plain=escape.plain_text,
        md=escape.markdown_text,
        mdcode=escape.markdown_code,
        url=escape.safe_url,
        day=_day,
        issue=_issue,
        urn=_urn,
        health=_health,
        news=_news,
        bib=escape.bibtex_text,
        bibname=escape.bibtex_name,
        reason=reason_in,
    )
    environment.globals["mdlink"] = escape.markdown_link
    return environment


def _is_markup(template: str | None) -> bool:
    return template is not None and template.split(".")[-2] in MARKUP


def _day(moment: Any) -> str:
    """The day of a time in a body, which sorts and reads alike in every language."""
    return str(moment or "")[:10]


def _issue(edition_id: str) -> str:
    """The week an edition is of, as in its id: digest-2026-W46 is the one of 2026-W46."""
    return edition_id.partition("-")[2]


def _urn(text: str) -> str:
    """A name for a feed or an entry that is the same for ever and everywhere."""
    return uuid5(NAMESPACE_URL, f"roadmap-catalogue {text}").urn


def _health(totals: Mapping[str, int]) -> dict[str, Any] | None:
    """A picture of the links that were ever checked, readable without colour: how much of a bar is full."""
    checked = sum(totals.values()) - totals[LinkState.UNCHECKED]
    if not checked:
        return None
    share = (totals[LinkState.OK] + totals[LinkState.MOVED]) / checked
    full = int(share * BAR)  # a bar is full only when all is well, and so is the number
    return {"bar": "█" * full + "░" * (BAR - full), "percent": int(share * 100)}


def _news(edition: Mapping[str, Any]) -> dict[str, Any]:
    """Whether a report has no news, and what makes that doubtful: nothing counted, or mostly our own fault."""
    counted, skipped = edition["coverage"]["counted"], edition["coverage"]["skipped_own_network"]
    doubt = "dim" if skipped > counted else ""
    return {"none": not any(edition["sections"].values()), "doubt": doubt if counted else "blind"}
