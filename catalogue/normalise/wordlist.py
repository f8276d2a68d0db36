"""Lists of words in several scripts as patterns; a text that holds no letters of theirs is told from afar.

`re` tries every alternative at every letter of a text. Most texts hold none of the words, and to ask whether one
string stands in another is a hundred times cheaper: so the letters that a match cannot do without are asked for first.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from re import Match

ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}|.", re.DOTALL)
GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))(.*)\)", re.DOTALL)
"""A group that a match goes through, unlike one that looks ahead or behind."""
CHOICE = re.compile(r"\[([^\]\[\\^-]+)\]")
"""A class that lists its letters."""
SIGNS = frozenset(".^$?*+|()")
PERHAPS = ("?", "*", "{")
"""What a quantifier begins with whose atom may be missing."""


class Words:
    """A pattern of alternatives, letter case ignored; `form` puts its borders around them."""

    __slots__ = ("_needed", "_pattern")

    def __init__(self, words: str, form: Callable[[str], str] = str) -> None:
        self._pattern = re.compile(form(words), re.IGNORECASE)
        letters = needed(words)
        self._needed = tuple(one for one in letters if not any(other in one for other in letters if other != one))

    def search(self, text: str) -> Match[str] | None:
        """The first of the words in a text."""
        return self._pattern.search(text) if self._may_hold(text.lower()) else None

    def finditer(self, text: str) -> Iterator[Match[str]]:
        """Each of the words in a text."""
        return self._pattern.finditer(text) if self._may_hold(text.lower()) else iter(())

    def fullmatch(self, text: str) -> Match[str] | None:
        """The text, if it is one of the words."""
        return self._pattern.fullmatch(text)

    def _may_hold(self, lower: str) -> bool:
        return not self._needed or any(map(lower.__contains__, self._needed))


def needed(pattern: str) -> tuple[str, ...]:
    """Letters in lower case, some of which stand in any text with a match; none where a match may do without any."""
    found: dict[str, None] = {}
    for alternative in alternatives(pattern):
        letters = _needed_by(alternative)
        if not letters:
            return ()
        found |= dict.fromkeys(letters)
    return tuple(found)


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern at its top level, those in brackets left together."""
    found = [""]
    for atom in _atoms(pattern):
        if atom == "|":
            found.append("")
        else:
            found[-1] += atom
    return [part for part in found if part]


def _needed_by(alternative: str) -> tuple[str, ...]:
    """The longest run of letters of an alternative, or what its surest group needs."""
    runs: list[tuple[str, ...]] = [("",)]
    for atom, behind in pairwise((*_atoms(alternative), "")):
        if behind.startswith(PERHAPS):
            runs.append(("",))
        elif letter := _letter(atom):
            (run,) = runs.pop()
            runs.append((run + letter,))
        else:
            runs += [_choices(atom), ("",)]
    surest = max(runs, key=lambda run: min(map(len, run)))
    return () if "" in surest else surest


def _choices(atom: str) -> tuple[str, ...]:
    """What a group needs, or the letters of a class; nothing for what may be anything."""
    if group := GROUP.fullmatch(atom):
        return needed(group[1]) or ("",)
    choice = CHOICE.fullmatch(atom)
    return tuple(choice[1].lower()) if choice else ("",)


def _letter(atom: str) -> str:
    """What an atom stands for if it stands for one letter only, in lower case."""
    if len(atom) == 1:
        return "" if atom in SIGNS else atom.lower()
    return atom[1] if atom[0] == "\\" and not atom[1].isalnum() else ""


def _atoms(pattern: str) -> Iterator[str]:
    """The parts of a pattern at its top level: a letter, an escape, a class, a quantifier, a group with all in it."""
    depth, group = 0, ""
    for found in ATOM.finditer(pattern):
        depth += (found[0] == "(") - (found[0] == ")")
        group += found[0]
        if depth == 0:
            yield group
            group = ""
