"""Did you mean: the words of the catalogue nearest to a word nobody wrote. Pure."""

import re
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalogue.search.analyzer import CJK
from catalogue.search.folding import fold
from catalogue.search.roman import romanise
from catalogue.search.stemming import CYRILLIC

SHORTEST = 3
EDITS_OF_LONG_WORDS = 2
LONG_WORD = 6
LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
CYRILLIC_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё"
RIGHT_OF_LETTERS = 5
RIGHT_OF_CHINESE = 4
DIGIT = re.compile(r"\d")
CJK_LETTER = re.compile(f"[{CJK}]")
_TO_CYRILLIC = str.maketrans(LATIN_KEYS, CYRILLIC_KEYS)
_TO_LATIN = str.maketrans(CYRILLIC_KEYS, LATIN_KEYS)


class Vocabulary:
    """The terms of an index, to find the one that was meant."""

    def __init__(self, terms: Iterable[str]) -> None:
        self.terms = frozenset(terms)
        self._cyrillic = [term for term in self.terms if CYRILLIC.search(term)]
        self._others = [term for term in self.terms if not CYRILLIC.search(term)]

    def nearest(self, term: str) -> str | None:
        """The term that a slip of the finger turns into this one, or one of the other alphabet that sounds like it."""
        if len(term) < SHORTEST:
            return None
        edits = EDITS_OF_LONG_WORDS if len(term) >= LONG_WORD else 1
        is_cyrillic = CYRILLIC.search(term) is not None
        same_alphabet = self._cyrillic if is_cyrillic else self._others
        if found := process.extractOne(term, same_alphabet, scorer=OSA.distance, score_cutoff=edits):
            return str(found[0])
        sounds = self._sounds_of_others if is_cyrillic else self._sounds_of_cyrillic
        heard = process.extractOne(romanise(term), sounds.keys(), scorer=OSA.distance, score_cutoff=edits)
        return sounds[heard[0]] if heard else None

    @cached_property
    def _sounds_of_cyrillic(self) -> dict[str, str]:
        return {romanise(term): term for term in sorted(self._cyrillic)}

    @cached_property
    def _sounds_of_others(self) -> dict[str, str]:
        return {romanise(term): term for term in sorted(self._others)}


def is_slip(text: str, guess: str) -> bool:
    """Whether a folded text is a slip for another beyond doubt: one letter in five is wrong, or just the keyboard.

    Of Chinese characters it is one in four: each is a syllable. Another number (GPT-3) or fewer words are no slip.
    """
    words, guessed = text.split(), guess.split()
    return len(words) == len(guessed) and all(map(_is_near, words, guessed))


def _is_near(word: str, guess: str) -> bool:
    if guess == fold(other_layout(word)):
        return True
    right = RIGHT_OF_CHINESE if CJK_LETTER.search(word) else RIGHT_OF_LETTERS
    wrong = OSA.distance(romanise(word), romanise(guess))
    return wrong * right <= len(word) and DIGIT.findall(word) == DIGIT.findall(guess)


def nearest_name(text: str, names: Iterable[str]) -> str | None:
    """The name of a topic with at most a third of its characters wrong, at least one right of each three."""
    edits = max(1, len(text) // 3)
    found = process.extractOne(text, names, scorer=OSA.distance, score_cutoff=edits)
    return str(found[0]) if found and found[1] * 2 < len(text) else None


def other_layout(text: str) -> str:
    """The text as typed with the keyboard in the other alphabet: `yfqlb` is найди."""
    lower = text.lower()
    return lower.translate(_TO_LATIN if CYRILLIC.search(lower) else _TO_CYRILLIC)
