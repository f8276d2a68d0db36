"""Which language a text is in, by script and by the small words every sentence needs; BCP 47 tags. Pure."""

import re
from collections import Counter

SAMPLE = 20_000
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))*")
LETTERS = re.compile(r"[^\W\d_]")
WORDS = re.compile(r"[^\W\d_]+")

SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
"""A script, and the language that writes most of it."""
LETTERS_OF = (
    ("be", re.compile(r"[ўЎ]")),
    ("sr", re.compile(r"[ђћџљњјЂЋЏЉЊЈ]")),
    ("kk", re.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺ]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
)
"""Letters that Russian does not have, in the order they are looked for."""
STOP_WORDS = {
    "en": "the of and to in a is for with on that by this an are how from your what you it as using at into or be not",
    "es": "el la los las de en y para con del una un por que como al su es lo más desde introducción aprende",
    "fr": "le la les des et en une un du pour dans avec sur par est au aux que qui votre cours apprendre à",
    "de": "der die das und mit für ein eine von zu im den ist auf des dem nicht wie einführung lernen über",
    "pt": "o a os as de em e para com do da uma um por que como ao não curso introdução dos das",
    "it": "il la di e in per con un una del della i le che come dei gli corso introduzione alla",
    "pl": "i w na z do jak dla się nie to kurs od po podstawy wprowadzenie",
    "tr": "ve ile bir için bu da de nasıl ders giriş dersleri temel",
    "nl": "de het een en van voor met op in te is cursus",
    "vi": "và các của cho với một là trong học được",
    "id": "dan dengan untuk yang di dari pada belajar ini dalam",
    "cs": "a v na se pro jak je do ze úvod základy",
    "sv": "och i att för med en på av till är",
    "ro": "și în de la cu pentru din un o curs",
    "hu": "és a az egy hogy bevezetés",
    "fi": "ja on ei johdatus",
}
_STOP = {language: frozenset(words.split()) for language, words in STOP_WORDS.items()}


def language_of(text: str) -> str | None:
    """The language a text is written in; None where it says too little."""
    sample = text[:SAMPLE]
    letters = len(LETTERS.findall(sample))
    if not letters:
        return None
    if not sample.isascii() and (other := _by_script(sample, letters)) is not None:
        return other
    words = Counter(WORDS.findall(sample.lower()))
    scores = {language: sum(words[word] for word in stop) for language, stop in _STOP.items()}
    best = max(scores, key=scores.__getitem__)
    enough = scores[best] >= 2 or (scores[best] and len(words) <= 12)
    return best if enough and list(scores.values()).count(scores[best]) == 1 else None


def script_language(text: str) -> str | None:
    """The language a script other than Latin stands for, if at least a few letters are in it."""
    if text.isascii():
        return None
    letters = len(LETTERS.findall(text[:SAMPLE]))
    return _by_script(text[:SAMPLE], letters) if letters else None


def language_tag(text: str | None) -> str | None:
    """A language tag in its usual spelling (`zh_tw` as `zh-TW`); None for what is none."""
    found = TAG.fullmatch((text or "").strip())
    if found is None:
        return None
    primary, *rest = re.split(r"[-_]", found[0])
    parts = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower() for part in rest]
    return "-".join([primary.lower(), *parts])


def _by_script(text: str, letters: int) -> str | None:
    """One foreign letter in four decides: technical text is full of Latin names. Kana makes Japanese of Han."""
    counts = {language: len(pattern.findall(text)) for language, pattern in SCRIPTS}
    dense = counts["zh"] + counts["ja"] + counts["ko"]
    # A Chinese character says as much as several letters.
    if counts["ja"] * 5 > dense > 0 and dense * 5 >= letters:
        return "ja"
    weights = {**counts, "zh": counts["zh"] * 3, "ko": counts["ko"] * 2}
    best = max(weights, key=weights.__getitem__)
    if not weights[best] or weights[best] * 4 < letters:
        return None
    return _cyrillic(text, counts["ru"]) if best == "ru" else best


def _cyrillic(text: str, letters: int) -> str:
    for language, pattern in LETTERS_OF:
        if len(pattern.findall(text)) * 60 > letters:
            return language
    return "ru"
