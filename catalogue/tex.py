"""TeX in titles and names as Unicode where that is safe; the source as it is where a letter would be lost. Pure."""

import re
import unicodedata
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db

MARKS = re.compile(r"[\\${}~`]|--|''")
LONGEST, DEEP = 20_000, 8
"""Nested accents double what they stand on, in the converter, each time: eight levels are enough for any title."""
UNESCAPED = re.compile(r"(?<!\\)([%#&])")
"""In titles these are mostly meant as they stand; TeX would drop what follows a percent sign."""
MATHS = re.compile(r"(\$(?=[^\s$])[^$]*(?<=[^\s$])\$)")
"""A formula touches its dollar signs; two prices in a title do not."""
SIMPLE_MATHS = re.compile(r"\$(?:\\[A-Za-z]+|(?:[^\W_]|[+=<>().,*/-])+)\$")
"""One sign, or signs that mean themselves: no sub- or superscripts, no arguments."""
RAISED = re.compile(r"\$\^\{?(\d|\\circ)\}?\$")
SUPERSCRIPTS = dict(zip([*"0123456789", r"\circ"], "⁰¹²³⁴⁵⁶⁷⁸⁹°", strict=True))
LETTERED = re.compile(r"\$\\(?:text|math)(?:bf|it|rm|sf|tt)?\{([^{}$\\]+)\}\$")
"""Plain text that is set as a formula for its looks."""
MACRO = re.compile(r"\\[A-Za-z]+")
ALONE = re.compile(r"\\([A-Za-z]+)(?![A-Za-z]|\s*\{[^{}])")
"""A macro that wraps no text: what it stands for is its own."""
NESTING = re.compile(r"(?<!\\)[{}]")
IN_A_ROW = re.compile(r"(?:\\(?:[^A-Za-z\s]|[A-Za-z]\b)\s*){2,}")
"""Accents that stand on accents."""
FONTS = frozenset(["bf", "em", "it", "rm", "sc", "sf", "sl", "tt"])
"""Switches, which stand for nothing."""


def tex_to_text(source: str) -> str:
    """The text to show for a title or a name; unchanged where it has no TeX or cannot be shown without loss."""
    if not MARKS.search(source) or len(source) > LONGEST or _deepest(source) > DEEP:
        return source
    if any(map(_is_unknown, ALONE.findall(source))):
        return source
    shown = " ".join("".join(_piece(piece) for piece in MATHS.split(source)).split())
    return shown if shown and _keeps(_letters(MACRO.sub("", source)), _letters(shown)) else source


def _deepest(source: str) -> int:
    """How deep braces and commands stand in each other."""
    depth = deepest = 0
    for mark in NESTING.finditer(source):
        depth = max(0, depth + (1 if mark[0] == "{" else -1))
        deepest = max(deepest, depth)
    return max(deepest, max((run[0].count("\\") for run in IN_A_ROW.finditer(source)), default=0))


@cache
def _is_unknown(macro: str) -> bool:
    """Whether a macro would vanish: an author's own, or one the converter has no sign for."""
    return macro not in FONTS and get_default_latex_context_db().get_macro_spec(macro) is None


def _piece(piece: str) -> str:
    if "$" not in piece:
        return _convert(UNESCAPED.sub(r"\\\1", piece), "verbatim")
    if raised := RAISED.fullmatch(piece):
        return str(SUPERSCRIPTS[raised[1]])
    if lettered := LETTERED.fullmatch(piece):
        return lettered[1]
    return _convert(piece, "text") if SIMPLE_MATHS.fullmatch(piece) else piece


def _convert(text: str, math_mode: str) -> str:
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    try:
        return f"{lead}{_converter(math_mode).latex_to_text(text.strip())}{tail}"
    except (ValueError, RecursionError, IndexError, KeyError):
        return text


@cache
def _converter(math_mode: str) -> LatexNodes2Text:
    return LatexNodes2Text(math_mode=math_mode, keep_comments=True, strict_latex_spaces=True)


def _letters(text: str) -> str:
    """Letters and digits without their accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


def _keeps(wanted: str, shown: str) -> bool:
    """Whether every letter of one text stands in the other, in the same order."""
    rest = iter(shown)
    return all(char in rest for char in wanted)
