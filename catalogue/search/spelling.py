"""Did you mean: the words of the catalogue nearest to a word nobody wrote. Pure."""

from collections.abc import Collection, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalogue.search.stemming import CYRILLIC

SHORTEST = 3
EDITS_OF_LONG_WORDS = 2
LONG_WORD = 6
LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
CYRILLIC_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё"
_TO_CYRILLIC = str.maketrans(LATIN_KEYS, CYRILLIC_KEYS)
_TO_LATIN = str.maketrans(CYRILLIC_KEYS, LATIN_KEYS)


def nearest_term(term: str, terms: Collection[str]) -> str | None:
    """The known term that a slip of the finger turns into this one; None when none is near."""
    if len(term) < SHORTEST:
        return None
    edits = EDITS_OF_LONG_WORDS if len(term) >= LONG_WORD else 1
    same_script = [known for known in terms if bool(CYRILLIC.search(known)) == bool(CYRILLIC.search(term))]
    found = process.extractOne(term, same_script, scorer=OSA.distance, score_cutoff=edits)
    return str(found[0]) if found else None


def nearest_name(text: str, names: Sequence[str]) -> str | None:
    """The name of a topic with at most a third of its characters wrong, at least one right of each three."""
    edits = max(1, len(text) // 3)
    found = process.extractOne(text, names, scorer=OSA.distance, score_cutoff=edits)
    return str(found[0]) if found and found[1] * 2 < len(text) else None


def other_layout(text: str) -> str:
    """The text as typed with the keyboard in the other alphabet: `yfqlb` is найди."""
    lower = text.lower()
    return lower.translate(_TO_LATIN if CYRILLIC.search(lower) else _TO_CYRILLIC)
