"""Citations whose parts stand between commas: `Ann Bee, Carl Dun, Gardens of Old, ICML, 2015`. Pure.

People in full look like titles; what tells them is their place: a row of them before the title or behind it, with
where the work was printed at the end.
"""

import re
from itertools import takewhile

from catalogue.documents.blocks import clean

PERSON = re.compile(
    r"(?:(?:and|&|и)\s)?[A-ZА-ЯЁ][\w.'’-]*(?:\s(?:[A-ZА-ЯЁ][\w.'’-]*|v[ao]n|d[ae][nr]?|d[iu]|la|el|bin)){1,4}(?:\set\sal\.?)?"
    r"|(?:and\s)?et\.?\sal\.?"
)
"""`Ann Bee`, `and Carl van den Dun`, `CD Dun et al.`"""
SURNAME = re.compile(r"[A-Z][\w'’-]{2,}")
JOINED = re.compile(r"\s(?:and|&|и|et)\s(?!al\b)|\s(?=et\sal\b)")
YEAR = re.compile(r"\(?(?:19|20)\d\d\)?")
PLACE = re.compile(
    r"arxiv\b.{0,60}|\d{1,2}(?:/e|(?:st|nd|rd|th)\s+ed(?:ition|n)?\.?)|(?:in\s+)?(?:the\s+)?(?:\d+(?:st|nd|rd|th)\s+)?"
    r"(?:proc(?:eedings)?\b|conference on|journal of|transactions on|advances in|ieee|acm|cvpr|iccv|eccv|wacv|bmvc"
    r"|icml|iclr|nips|neurips|n?a?acl|eacl|emnlp|coling|aaai|ijcai|kdd|sigir|www"
    r"|jmlr|tpami|pami|tacl|interspeech|icassp|icra|iros|corl|colt|uai|aistats|miccai|siggraph|nature|science)\b.{0,80}",
    re.IGNORECASE,
)
"""Where papers are printed, or the edition of a book: these say so by themselves."""
OTHER_PLACE = re.compile(
    r"[A-Z][A-Za-z]{1,7}[A-Z](?:\s?['’]?\d{2,4})?|[A-Z][A-Za-z-]{2,20}\s(?:19|20)\d\d|(?:pp?\.?\s?)?\d+\s?[-–]\s?\d+"
)
"""Other abbreviations, a name with its year, pages: at the end, beside a year."""
SHORT_TITLE, LONG_TITLE = 4, 200


def cited_by_commas(line: str) -> str | None:
    """The title in a citation of this form; None for any other line."""
    parts = [part.strip() for part in line.strip(" .").split(",")]
    told, sure = _printed(parts)
    between = parts[: len(parts) - told]
    if not told or len(between) < 2:
        return None
    first = len(list(takewhile(_are_people, between[:-1])))
    if between[0] and SURNAME.fullmatch(between[0]) and len(between) > 3 and _are_people(between[2]):
        first = 2 + len(list(takewhile(_are_people, between[2:-1])))
    last = 0 if first else len(list(takewhile(_are_people, reversed(between[1:]))))
    people = between[:first] + between[len(between) - last :]
    many = len(people) > 1 or JOINED.search(people[0] if people else "") is not None
    title = clean(", ".join(between[first : len(between) - last])).strip(' .“”"')
    if not people or not SHORT_TITLE <= len(title) <= LONG_TITLE or title[0].islower():
        return None
    return title if sure or (many and not PERSON.fullmatch(title)) else None


def _printed(parts: list[str]) -> tuple[int, bool]:
    """How many of the last parts say where and when a work was printed; whether they do so beyond doubt."""
    told, year, sure = 0, False, False
    for part in reversed(parts[1:]):
        place = PLACE.fullmatch(part) is not None
        dated = YEAR.fullmatch(part) is not None
        if not (place or dated or ((year or re.search(r"\d", part)) and OTHER_PLACE.fullmatch(part))):
            break
        told, year, sure = told + 1, year or dated, sure or place
    return told, sure


def _are_people(part: str) -> bool:
    """Whether a part is one person, or two with a word between them."""
    return all(PERSON.fullmatch(one) for one in JOINED.split(part)) if part else False
