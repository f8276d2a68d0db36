"""A word to its stem: Snowball, and what Snowball leaves different in forms of one Russian word. Pure."""

import functools
import re

import snowballstemmer

CYRILLIC = re.compile(r"[\u0400-\u052f]")
LONGEST_UNSTEMMED = 3
"""Russian words up to this length stay whole: Snowball would make и of ИИ and мо of мой."""
SHORTEST_RESTEMMED = 5
CONSONANT = "[бвгджзклмнпрстфхцчшщ]"
SECOND_ENDING = re.compile(rf"(?<={CONSONANT})(?:ем|[иы][тл])$|(?<=а)[лн]$")
"""систем and систему lose ем as if it were an ending, система does not; so for лимит, автомобиль, журнал, экран."""
FLEETING_VOWEL = re.compile(rf"(?<={CONSONANT})[ое](?=[кцлнр]$)")
"""ошибок is a form of ошибка, списки of список, чисел of число."""
FLEETING_AFTER_VOWEL = re.compile(r"(?<=[аоу])е(?=к$)")
"""настроек is a form of настройка."""
SURNAME_ENDING = re.compile(rf"(?<={CONSONANT})[ое]в$")
"""Карпова is a form of Карпов, which loses ов as if it were the ending of several."""
SEVERAL_OF_INITIALS = re.compile(r"[b-df-hj-np-tv-xz]{2,}[b-df-hj-np-rtv-xz]s")
SPELLINGS = {"cpp": "cplusplus"}

_english = snowballstemmer.stemmer("english")
_russian = snowballstemmer.stemmer("russian")


@functools.lru_cache(50_000)
def stem(word: str) -> str:
    """The stem of a folded word by the rules of its script."""
    word = SPELLINGS.get(word, word)
    return _russian_stem(word) if CYRILLIC.search(word) else str(_english.stemWord(_singular(word)))


def _singular(word: str) -> str:
    """LLMs, CNNs and GPTs are LLM, CNN and GPT: Snowball takes the s off what has a vowel only."""
    return word[:-1] if SEVERAL_OF_INITIALS.fullmatch(word) else word


def _russian_stem(word: str) -> str:
    if len(word) <= LONGEST_UNSTEMMED:
        return word
    stemmed = str(_russian.stemWord(word))
    for pattern, instead in (
        (SECOND_ENDING, ""),
        (FLEETING_VOWEL, ""),
        (FLEETING_AFTER_VOWEL, "й"),
        (SURNAME_ENDING, ""),
    ):
        if len(stemmed) >= SHORTEST_RESTEMMED:
            stemmed = pattern.sub(instead, stemmed)
    return stemmed
