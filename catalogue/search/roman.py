"""Russian in Latin letters, and back: девопс is devops, mashinnoe obuchenie is машинное обучение. Pure."""

import re

ROMAN = "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sch - y - e yu ya"
"""How names write each letter of the Russian alphabet, ё apart; the two signs are left out."""
_TO_ROMAN = dict(zip(range(ord("а"), ord("я") + 1), ROMAN.replace("-", "").split(" "), strict=True))
_ALIKE = str.maketrans("kwj", "cvy")

_LATIN = "shch sch kh zh ts ch sh yu ju ya ja yo jo ' a b c d e f g h i j k l m n o p q r s t u v w x y z"
_RUSSIAN = "щ щ х ж ц ч ш ю ю я я е е ь а б к д е ф г х и й к л м н о п к р с т у в в кс ы з"
_SPELLINGS = dict(zip(_LATIN.split(), _RUSSIAN.split(), strict=True))
"""What Russians write for a letter of their alphabet where they have no other keys, the longest first."""
_SPELLING = re.compile("|".join(_SPELLINGS))
_SHORT_I = re.compile(r"(?<=[aeiou])y(?![aou])|(?<=[iy])y\b")
"""There y is й, elsewhere ы."""
_RUSSIAN_WORD = re.compile(r"[a-z']+")


def romanise(text: str) -> str:
    """Folded Russian in Latin letters, and letters that sound alike as one: вектор is vector."""
    return text.translate(_TO_ROMAN).translate(_ALIKE)


def from_roman(word: str) -> str:
    """A folded Russian word typed in Latin letters as it is written; empty where it cannot be one."""
    if not _RUSSIAN_WORD.fullmatch(word):
        return ""
    return _SPELLING.sub(lambda found: _SPELLINGS[found.group()], _SHORT_I.sub("й", word))
