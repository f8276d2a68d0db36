"""Titles with their people in brackets: `Gardens of Old (Bee & Dun)`, `Soil (Fox et al., 2016)`. Pure."""

import re

from catalogue.documents.blocks import clean

SURNAME = (
    r"(?:(?:v[ao]n|de[rn]?|d[iu]|la|el)\s){0,2}[A-ZÀ-ÞА-ЯЁ][\w'’-]*[a-zß-ÿа-яё][\w'’-]*(?:\s[A-ZÀ-ÞА-ЯЁ][\w.'’-]*){0,2}"
)
LAST_BRACKET = re.compile(r"\((?P<inside>[^()]{2,150})\)(?:[^\w]|:\w{2,20}:)*$")
PEOPLE = re.compile(
    rf"{SURNAME}(?:(?:,\s(?:and\s|&\s)?|\s(?:and|&|и)\s){SURNAME})*(?:,?\s(?:et\sal\.?|и\sдр\.))?(?P<year>,?\s(?:19|20)\d\d)?"
)
SEVERAL = re.compile(r",|\s(?:and|&|и|et)\s")
HABIT = 3
SHORT_TITLE, LONG_LINE = 4, 300


def title_before_people(line: str) -> str | None:
    """The title of a line that is nothing but that and its people in brackets; a word for a topic may look so, too."""
    found = _parts(line)
    return found[0] if found else None


def people_in_brackets(line: str) -> str:
    """The people of such a line, if they are several or have a year; "" for none."""
    found = _parts(line)
    year = found[1]["year"] if found else None
    return found[1][0].removesuffix(year or "") if found and credits_in_brackets(line) else ""


def credits_in_brackets(line: str) -> bool:
    """Whether a line is of this form beyond doubt: with several people, or a year."""
    found = _parts(line)
    return found is not None and (found[1]["year"] is not None or SEVERAL.search(found[1][0]) is not None)


def _parts(line: str) -> tuple[str, re.Match[str]] | None:
    """The title and the people of such a line."""
    bracket = LAST_BRACKET.search(line) if len(line) <= LONG_LINE and "(" in line else None
    people = PEOPLE.fullmatch(bracket["inside"]) if bracket else None
    title = clean(line[: bracket.start()]) if bracket else ""
    begins = len(title) >= SHORT_TITLE and "(" not in title and (title[0].isupper() or title[0].isdigit())
    return (title, people) if people and begins else None
