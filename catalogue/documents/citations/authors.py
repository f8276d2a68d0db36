"""The people a line of a bibliography begins with, in the forms people write them: `Bee A., Ant C. D. Title`. Pure.

Names in full or alone (`Ann Bee. Title`, `Bee. Title`) look like titles in capitals; they are people where the list
writes so. Russian titles have no such capitals, so two Russian words in capitals always are.
"""

import re
from collections.abc import Iterable

NAME = r"[A-ZА-ЯЁ](?=[\w'’]{0,5}[a-zа-яёü])[\w'’-]{1,30}"
INITIAL = r"[A-ZА-ЯЁ][a-zа-яё]?\."
INITIALS = rf"{INITIAL}(?:[\s-]?{INITIAL}){{0,2}}"
NO_MIDDLE = rf"(?!\.?\s{NAME},\s{NAME}\s(?:{NAME}|{INITIAL}))"
"""What follows initials that end a name: `Ann B. Bee, Carl Dun` begins with one in full."""
WITH_INITIALS = (
    rf"(?:{NAME}(?:\s{NAME})?,?\s{INITIALS}{NO_MIDDLE}|{INITIALS}\s?{NAME}(?:\s{NAME})?"
    rf"|{NAME}\s[A-ZА-ЯЁ]{{1,4}}(?=\s*[,.;]|\s(?:\((?:19|20)\d\d|et\sal\b)){NO_MIDDLE})"
)
IN_FULL = rf"(?:(?:Dr|Prof)\.\s)?{NAME}(?:\s(?:{NAME}|{INITIAL}|I{{1,3}})){{0,2}}"
RUSSIAN = r"[А-ЯЁ][а-яё'’-]{1,30}\s[А-ЯЁ][а-яё'’-]{1,30}(?=\s*(?:[.,;—–]|$)|\sи\s)"
AND_OTHERS = r"(?:,?\s*(?:(?:и\sдр|etc)\.|et\.?\sal\b\.?|等))?"
# What is read as one person is never read in another way: names in thousands must not cost a power of two.
FURTHER = rf"(?:\s*(?:[,;]\s*)?(?:[,;&]|\bи\b|\band\b)\s*(?>{WITH_INITIALS}|{IN_FULL}))*+{AND_OTHERS}"
SURE = rf"(?P<people>(?>{WITH_INITIALS}|{RUSSIAN}){FURTHER})"
LIKELY = rf"(?P<people>(?>{WITH_INITIALS}|{IN_FULL}){FURTHER})"
YEAR = r"\s*(?:\((?:19|20)\d\d\)|(?:19|20)\d\d\.)"
END = rf"(?:(?:(?<=\.)|\.+|\s[–—-](?=\s))(?:{YEAR})?|{YEAR}|,?\s*(?=[«“\"„《]))[\s.,:–—-]*(?=\S)"
"""An initial's own point ends the names, or another one, a dash, a year in brackets, or a quoted title."""
CATALOGUED = re.compile(
    rf"(?P<people>{NAME},\s{NAME}(?:\s(?:{NAME}|{INITIAL}))?"
    rf"(?:,?\s(?:and|&)\s{NAME}(?:\s{INITIAL})?\s{NAME}|,\s(?:{NAME}\s){{1,2}}{NAME})*+(?:,?\set\sal)?)(?:\.|(?<=\.))\s+(?:(?:19|20)\d\d\.\s+)?(?=[A-ZА-ЯЁ«“\"„])"
)
"""The first by surname, the others as they are called: `Bee, Ann, and Carl D. Dun. Gardens of Old`."""
_SURELY, _LIKELY = re.compile(SURE + END), re.compile(LIKELY + END)
_INITIALED = re.compile(rf"(?P<people>(?>{WITH_INITIALS})(?:,\s(?>{WITH_INITIALS}))*+)(?<=\.),\s+(?=\S)")
"""People of initials alone may end at a comma: `Bee A., Gardens of Old`."""
_CLOSED = re.compile(
    rf"(?P<people>(?>{WITH_INITIALS})(?:,\s(?>{WITH_INITIALS}))*+,?\s(?:and|&|и)\s(?>{WITH_INITIALS})),\s+(?=\S)"
)
"""So may those whose last is joined by a word: `A. Bee and C. Dun, Gardens of Old`."""
_SURNAMES = re.compile(
    rf"(?P<people>{NAME}(?:(?:,?\s(?:&|and|и)\s{NAME})?,?\set\sal\.?|,?\s(?:&|and|и)\s{NAME}))"
    rf",?\s\((?:19|20)\d\d[a-z]?\)[\s.,:–—-]*(?=\S)"
)
"""Surnames alone before a year in brackets: `Bee & Dun (2018), Gardens of Old`, `Bee et al. (2018). Gardens of Old`."""
_CHINESE = re.compile(
    r"(?P<people>[\u4e00-\u9fff]{2,4}(?:[,，、]\s?[\u4e00-\u9fff]{2,4}){0,8}(?:[,，]?\s?等)?)(?:\.\s+|．)(?=\S)"
)
"""`王某, 李某. 花园的历史`."""
_BEHIND = re.compile(rf"[.,]\s+{SURE}[\s.]*$")
_ALONE = re.compile(rf"{SURE}[\s.,:–—-]*(?:{YEAR})?\s*")
FULL_NAME = rf"{NAME}(?:\s(?:{NAME}|{INITIAL}|v[ao]n|de[rn]?|di|la)){{0,3}}\s{NAME}"
_ROW_IN_FULL = re.compile(
    rf"(?>{FULL_NAME})(?:(?:,\s(?:and\s|&\s)?|\s(?:and|&|и)\s)(?>{FULL_NAME}))+{AND_OTHERS}\s*[.,:]?"
)
"""Two people or more as they are called, with a stop behind them: `Ann Bee, Carl D. Dun.`"""
LONG_LEAD = 300
MANY = 3


def puts_authors_first(lines: Iterable[str]) -> bool:
    """Whether several lines of a list begin with people who cannot be a title."""
    sure = 0
    for line in lines:
        sure += _SURELY.match(line, 0, LONG_LEAD) is not None
        if sure >= MANY:
            return True
    return False


def split_authors(line: str, *, habit: bool = False) -> tuple[str, str]:
    """The people a line begins with ("" for none) and the rest; `habit` says that the lines of its list begin so."""
    forms = (CATALOGUED, _CLOSED, _SURNAMES, _CHINESE, _LIKELY if habit else _SURELY, _INITIALED)
    found = next(filter(None, (form.match(line, 0, LONG_LEAD) for form in forms)), None)
    return (found["people"].strip(" ,"), line[found.end() :]) if found else ("", line)


def before_authors(line: str) -> str:
    """A line without the people it ends with: `Gardens of Old. Иван Мухин`."""
    found = _BEHIND.search(line, 0, LONG_LEAD) if len(line) <= LONG_LEAD else None
    return line[: found.start()] if found else line


def authors_of(line: str, *, habit: bool = False) -> str:
    """The people a line begins with or, else, ends with; "" for none."""
    if people := split_authors(line, habit=habit)[0]:
        return people
    return line[len(before_authors(line)) :].strip(" .,")


def are_authors(text: str) -> bool:
    """Whether a text is people and nothing else; two in full look like titles until a stop follows them."""
    if len(text) > LONG_LEAD:
        return False
    return _ALONE.fullmatch(text) is not None or (are_people_in_full(text) and text.endswith((".", ",", ":")))


def are_people_in_full(text: str) -> bool:
    """Whether a text may be two people or more as they are called: `Ann Bee and Carl D. Dun`."""
    return len(text) <= LONG_LEAD and _ROW_IN_FULL.fullmatch(text) is not None
