"""The words of pages that are not the page, in many languages; words/*.toml has them, one file a language.

English has a file for each subject. To add a language, copy words/de.toml and put in what you know; its `examples` are
held to by a test. A phrase is a regular expression that minds no case. `(` groups and captures nothing, a line break
inside a phrase is no part of it, and a phrase that begins with a letter of a script that divides words begins where a
word begins.
"""

import re
import tomllib
from importlib.resources import files
from typing import Any

WORDS = files("crawler.judging") / "words"


def _read_languages() -> dict[str, dict[str, Any]]:
    languages: dict[str, dict[str, Any]] = {}
    for file in sorted(WORDS.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            tag = file.name.partition(".")[0]
            languages.setdefault(tag, {}).update(tomllib.loads(file.read_text(encoding="utf-8")))
    return languages


LANGUAGES = _read_languages()
"""By language tag: `examples` that say "not found", and a table of keys for each subject below."""

DIVIDED = re.compile(r"\(?[a-zа-яёієїґà-žäöüß]", re.IGNORECASE)
"""How a phrase begins in a script that divides words."""


def listed(subject: str, key: str) -> tuple[str, ...]:
    """The phrases of all languages under a key; a string is a list of words."""
    told = [table.get(subject, {}).get(key, []) for table in LANGUAGES.values()]
    return tuple(phrase for each in told for phrase in (each.split() if isinstance(each, str) else each))


def _pattern(subject: str, key: str) -> re.Pattern[str]:
    """One pattern that any phrase of any language under a key matches."""
    return re.compile("|".join(map(expression_of, listed(subject, key))), re.IGNORECASE | re.DOTALL)


def expression_of(phrase: str) -> str:
    """The regular expression that a phrase stands for."""
    whole = re.sub(r"\n\s*(?=\S)", "", phrase)
    edge = r"\b" if DIVIDED.match(whole) else ""
    return edge + "(?:" + re.sub(r"(?<!\\)\((?!\?)", "(?:", whole) + ")"


HINTS = listed("missing", "hint")
"""Without one of these nothing speaks of absence: a quick look that spares the slow ones."""
FILLERS = frozenset(listed("missing", "filler"))
"""A title or heading made of these words only, with a core among them, says "not found" and nothing else."""
NUMBERED = frozenset(listed("missing", "numbered"))
"""What may have a number of its own: "Lesson 404"."""
CORE = _pattern("missing", "core")
NOUN, ABSENCE = _pattern("missing", "noun"), _pattern("missing", "absence")
"""A clause with both says that what a reader asked for is not there."""
SAYING = _pattern("missing", "saying")
"""Says it alone."""
THING, LOSS, UNFOUND, AROUND = (_pattern("missing", key).pattern for key in ("thing", "loss", "unfound", "around"))
"""The same for a script that does not divide words: a thing, the loss behind it, what says so before it, and what else
a title may hold."""
LACKING = _pattern("missing", "lacking")
"""Says it of anything; a whole heading of a page with nothing else to say."""
ASKED_FOR = _pattern("missing", "asked_for")
"""Speaks to a reader of just what was asked for, as a whole."""
REGRET, SORRY = _pattern("missing", "regret"), _pattern("missing", "sorry")
"""Who speaks to a reader; what one says to a reader who asked for something, of just that."""

ABOUT = _pattern("telling", "about")
"""Who explains such errors."""
REPORT = _pattern("telling", "report")
"""A heading that goes on like this tells of an error that somebody met."""
DEFINITION = _pattern("telling", "definition")
"""Says what such an error is: no page that is missing does."""
COPULA = _pattern("telling", "copula")
"""Goes on behind a name as in a dictionary."""
RESULTS = _pattern("telling", "results")
"""What a search says of what it found."""
QUESTION = _pattern("telling", "question")
"""How a title begins that will explain."""
SUPPOSITION = _pattern("telling", "supposition")
"""How a clause begins that speaks of what may happen."""
PARTLY, PASSING, FOR_OTHERS = (_pattern("telling", key) for key in ("partly", "passing", "for_others"))
"""What goes on is not lost as a whole; what passes is not gone; what is there, but not where we stand."""

SALE_HINTS = listed("parked", "sale_hint")
FOR_SALE = _pattern("parked", "for_sale")
"""A domain that is for sale, expired or without a site; HOSTNAME stands for any host name."""
PLACEHOLDER = _pattern("parked", "placeholder")
"""The whole title of a server as it was installed, and of a suspended site."""

SIGN_IN, SIGN_IN_DEMAND, SIGN_IN_WORD = (
    _pattern("barrier", key) for key in ("sign_in", "sign_in_demand", "sign_in_word")
)
"""The whole title of a sign-in page; a sentence that demands it; a word for it."""
CONSENT = _pattern("barrier", "consent")
"""The whole title of a page that wants a yes to cookies."""
HUMAN, DEMAND = _pattern("barrier", "human"), _pattern("barrier", "demand")
"""Wants proof of a human; how such a demand begins."""
REFUSED = _pattern("barrier", "refused")
"""A whole title or heading that refuses us and says nothing else."""
