"""One spelling for letters that readers type in several: case, width, diacritics, ё, traditional Chinese. Pure."""

import functools
import re
import unicodedata

from opencc import OpenCC

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
LAST_ALPHABET = "\u052f"
"""Latin, Greek and Cyrillic end here; marks of later scripts (Japanese, Arabic …) are letters, not decoration."""
KEPT_WHOLE = {"й": "й", "Й": "й"}
UNDECOMPOSED = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "þ": "th",
    "ð": "d",
    "’": "'",
    "ʼ": "'",
    "‐": "-",
    "‑": "-",
    "–": "-",
}
"""Letters and marks that Unicode gives no simpler form, though a reader without them types one."""


def fold(text: str) -> str:
    """The text in the one spelling that index and query share."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFC", text).translate(_FOLDED)
    return simplified(folded)


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the index of the character of `text` it came from.

    `text` must be in NFC, so that a letter and its mark are one character where Unicode has one.
    """
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for part in _fold_char(char):
            folded.append(part)
            places.append(place)
    return simplified("".join(folded)), places


def simplified(text: str) -> str:
    """A text whose Chinese is in simplified characters, each in its place."""
    return HAN.sub(lambda run: simplify(run.group()), text)


def simplify(run: str) -> str:
    """Traditional Chinese in simplified characters, one for one."""
    simple = str(_simplifier().convert(run))
    return simple if len(simple) == len(run) else "".join(_simplifier().convert(char)[0] for char in run)


@functools.lru_cache(20_000)
def _fold_char(char: str) -> str:
    """What one character becomes; a mark on its own becomes nothing."""
    if char in KEPT_WHOLE:
        return KEPT_WHOLE[char]
    wide = unicodedata.normalize("NFKC", char).lower()
    parts = unicodedata.normalize("NFKD", wide)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    simple = bare if max(bare, default="") <= LAST_ALPHABET else wide
    return "".join(UNDECOMPOSED.get(part, part) for part in simple)


class _Folded(dict[int, str]):
    """The table `str.translate` asks, filled as characters come."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        self[code] = folded
        return folded


_FOLDED = _Folded()


@functools.cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")
