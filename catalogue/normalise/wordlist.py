"""Lists of words in several scripts as patterns; ASCII text is asked for their ASCII words only: four times faster."""

import re
from collections.abc import Callable, Iterator
from re import Match


class Words:
    """A pattern of alternatives, letter case ignored; `form` puts its borders around them.

    What it finds in an ASCII text is given in lower case.
    """

    __slots__ = ("_ascii", "_full")

    def __init__(self, words: str, form: Callable[[str], str] = str) -> None:
        self._full = re.compile(form(words), re.IGNORECASE)
        plain = "|".join(part for part in alternatives(words) if part.isascii())
        # A character class written in capitals would miss a text in lower case.
        lower = not re.search(r"(?<!\\)[A-Z]", plain)
        self._ascii = re.compile(form(plain), re.ASCII | (0 if lower else re.IGNORECASE)) if plain else None

    def search(self, text: str) -> Match[str] | None:
        """The first of the words in a text."""
        if not text.isascii():
            return self._full.search(text)
        return self._ascii.search(text.lower()) if self._ascii else None

    def finditer(self, text: str) -> Iterator[Match[str]]:
        """Each of the words in a text."""
        if not text.isascii():
            return self._full.finditer(text)
        return self._ascii.finditer(text.lower()) if self._ascii else iter(())

    def fullmatch(self, text: str) -> Match[str] | None:
        """The text, if it is one of the words."""
        if not text.isascii():
            return self._full.fullmatch(text)
        return self._ascii.fullmatch(text.lower()) if self._ascii else None


def alternatives(words: str) -> list[str]:
    """The alternatives of a pattern at its top level, those in brackets left together."""
    found, depth, escaped = [""], 0, False
    for char in words:
        if char == "|" and depth == 0 and not escaped:
            found.append("")
            continue
        if not escaped:
            depth += (char in "([") - (char in ")]")
        escaped = char == "\\" and not escaped
        found[-1] += char
    return [part for part in found if part]
