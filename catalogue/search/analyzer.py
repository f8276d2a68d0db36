"""Text to terms: the one analyzer of the index, the search page, the core search boxes and the command.

Words are folded and stemmed (Snowball, Russian and English); Chinese is cut into pairs of characters; a product's
name is one term however it is written (C++, GPT-4, fast.ai). Pure. Changing what it gives means a new
ANALYZER_VERSION: index and query must agree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.search.folding import fold
from catalogue.search.stemming import CYRILLIC, stem

ANALYZER_VERSION = 5
"""Stored with the index; an index of another version is rewritten by the next build."""

LONGEST_TEXT = 4000
CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
"""Chinese, Japanese and Korean, as a range of a character class."""
LETTER = rf"(?![{CJK}])[^\W\d_]"
PART = rf"(?:(?![{CJK}])[^\W_])+"
TOKEN = re.compile(
    rf"(?P<cjk>[{CJK}]+)"
    rf"|(?P<pair>(?<!\w){LETTER}/{LETTER}(?![\w+#]))"
    rf"|(?P<symbol>(?<![\w.])\.[a-z]{{2,}}(?![\w.])|{PART}(?:\+\+|\#)(?![+#]))"
    rf"|(?P<word>{PART}(?:[._'&-]{PART})*)"
)
JOINTS = re.compile(r"[._'&-]+")
RUNS = re.compile(r"[0-9]+|[^\W\d_]+")
DOMAIN = re.compile(r"\.(?=[a-z]{2,3}(?![^\W_]))")
"""The end of a name like fast.ai and Node.js is no word: whoever asks for AI does not mean each site that ends so."""
FURTHER = re.compile(r"(?<=[a-z]{3})(?:js|v\d+)$")
"""What a name ends in that is no part of it: ReactJS, YOLOv8."""
SHORT_NAMES = {"golang": "go"}
SYMBOLS = {"+": "plus", "#": "sharp", ".": "dot"}
LOOKALIKES = str.maketrans("сав", "cab")
"""Cyrillic letters that a reader types for the Latin ones of C++ and C#."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of folded text and its terms.

    `terms` stand in the order of the text, so that phrases match; `extras` are other spellings of the whole
    (scikit-learn: scikitlearn) or parts of it (a Chinese run: its characters), and stand at the end of the text.
    `is_exact` is a name told apart by a sign (C++, .NET): whoever types it means that and nothing near it.
    """

    start: int
    text: str
    terms: tuple[str, ...]
    extras: tuple[str, ...] = ()
    is_cjk: bool = False
    is_exact: bool = False

    @property
    def end(self) -> int:
        """Where the text behind it begins."""
        return self.start + len(self.text)


def tokenize(folded: str) -> Iterator[Token]:
    """The tokens of a folded text, in its order."""
    for found in TOKEN.finditer(folded[:LONGEST_TEXT]):
        run = found.group()
        match found.lastgroup:
            case "cjk":
                yield Token(found.start(), run, pairs(run), tuple(run) if len(run) > 1 else (), is_cjk=True)
            case "pair":
                yield Token(found.start(), run, (stem(run.replace("/", "")),))
            case "symbol":
                yield Token(found.start(), run, (_spell(run),), is_exact=True)
            case _:
                yield Token(found.start(), run, *_word_terms(run))


def index_text(*texts: str | None) -> str:
    """The terms of some texts as the index holds them: in order, then the extras."""
    terms: list[str] = []
    extras: list[str] = []
    for text in texts:
        for token in tokenize(fold(text or "")):
            terms.extend(token.terms)
            extras.extend((*token.extras, *_bare(token)))
    return " ".join([*terms, *extras])


def pairs(run: str) -> tuple[str, ...]:
    """Each two neighbours of a run of Chinese; a lone character is its own term."""
    return tuple(run[i : i + 2] for i in range(len(run) - 1)) or (run,)


def _word_terms(run: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A word's terms: of its parts where it has some, with the joined spelling as an extra."""
    spelt = DOMAIN.sub(f".{SYMBOLS['.']}", run)
    parts = [piece for part in JOINTS.split(spelt) for piece in _letters_and_digits(part)]
    if len(parts) == 1:
        return (stem(run),), (SHORT_NAMES[run],) if run in SHORT_NAMES else ()
    return tuple(stem(part) for part in parts), (stem(JOINTS.sub("", run)),)


def _bare(token: Token) -> Iterator[str]:
    """React for ReactJS, YOLO for YOLOv8, in titles only: whoever asks for NextJS does not mean what comes next."""
    name = FURTHER.sub("", token.text)
    if name != token.text and name.isalpha():
        yield stem(name)


def _letters_and_digits(part: str) -> list[str]:
    """`gpt4` is gpt 4; names with a single letter (t5, 3d, h2o) stay whole, or `c` would find C4."""
    runs = RUNS.findall(part)
    lone = any(len(run) == 1 and not run.isdigit() for run in runs)
    return [part] if lone or not runs else runs


def _spell(run: str) -> str:
    """A name with signs in letters: c++ is cplusplus, .net is dotnet."""
    letters = run.translate(LOOKALIKES) if CYRILLIC.match(run) else run
    return "".join(SYMBOLS.get(char, char) for char in letters)
