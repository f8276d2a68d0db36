"""Titles with their people in brackets: `Gardens of Old (Bee & Dun)`, `Soil (Fox et al., 2016)`. Pure."""

import re

from catalogue.documents.blocks import clean

SURNAME = (
    r"(?:(?:v[ao]n|de[rn]?|d[iu]|la|el)\s){0,2}[A-ZÀ-ÞА-ЯЁ][\w'’-]*[a-zß-ÿа-яё][\w'’-]*(?:\s[A-ZÀ-ÞА-ЯЁ][\w.'’-]*){0,2}"
)
IN_BRACKETS = re.compile(
    rf"(?P<title>[A-ZА-ЯЁ\d][^()]{{3,150}}?)\s*\((?P<people>{SURNAME}(?:(?:,\s(?:and\s|&\s)?|\s(?:and|&|и)\s){SURNAME})*"
    r"(?:,?\s(?:et\sal\.?|и\sдр\.))?)(?P<year>,?\s(?:19|20)\d\d)?\)(?:[^\w]|:\w{2,20}:)*"
)
SEVERAL = re.compile(r",|\s(?:and|&|и|et)\s")
HABIT = 3


def title_before_people(line: str) -> str | None:
    """The title of a line that is nothing but that and its people in brackets; a word for a topic may look so, too."""
    found = IN_BRACKETS.fullmatch(line)
    return clean(found["title"]) if found else None


def credits_in_brackets(line: str) -> bool:
    """Whether a line is of this form beyond doubt: with several people, or a year."""
    found = IN_BRACKETS.fullmatch(line)
    return found is not None and (found["year"] is not None or SEVERAL.search(found["people"]) is not None)
