"""Lines that promise names ("Choose one of three courses:"), and those that head a list of works. Pure."""

import re

from catalogue.documents.entries.naming import KIND
from catalogue.normalise.kindwords import any_word
from catalogue.vocabulary import Kind

LONG_PROMISE = 200
PROMISED = re.compile(
    rf"{KIND}|(?i:{any_word(frozenset({Kind.ARTICLE}))})|(?i:две|три|четыре|пять|несколько|следующие|эти|these"
    rf"|following|\d)\s+(?i:задач\w*|exercises|problems)"
)
LIST_HEADING = re.compile(
    rf"(?:\W*(?:[\w-]+\s+){{0,3}}?)(?:{KIND})(?:\s+(?i:по|для|о|об|и|for|on|about|to|of|in|and|&)\b.{{0,60}}|\W*)"
)


def promises_names(text: str) -> bool:
    """Whether a line announces names that are to follow it."""
    return text.endswith((":", "：")) and len(text) <= LONG_PROMISE and PROMISED.search(text) is not None


def heads_list(text: str) -> bool:
    """Whether a line says no more than what kind of works are listed under it."""
    return LIST_HEADING.fullmatch(text) is not None
