"""Whether a page has the places that links name behind a `#`. Pure."""

import re
from urllib.parse import unquote

from catalogue.records.web import Outcome
from catalogue.urls import fragment_of
from crawler.web.body import MOST_BYTES


def fragment_note(outcome: Outcome, url: str) -> str:
    """A note for the reason of a page that is there but has no place of the asked name; empty for none.

    An answer to another question, asked of a provider, has no places.
    """
    fragment = fragment_of(url)
    if outcome.url.partition("#")[0] != url.partition("#")[0]:
        return ""
    if not fragment or fragment.startswith(":~:") or "html" not in outcome.header("content-type"):
        return ""
    cut_off = len(outcome.body) >= MOST_BYTES
    return "" if cut_off or has_fragment(outcome.body, fragment) else f", no #{fragment}"


def has_fragment(body: bytes, fragment: str) -> bool:
    """Whether a page has a place of this name; routes and text fragments need none."""
    names = {fragment, unquote(fragment), f"user-content-{fragment}"}
    wanted = b"|".join(re.escape(name.encode("utf-8", "surrogatepass")) for name in names)
    return bool(re.search(rb"(?:id|name)\s*=\s*[\"']?(?:" + wanted + rb")[\"'\s>]", body, re.IGNORECASE))
