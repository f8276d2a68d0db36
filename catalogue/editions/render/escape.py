"""Text from outside, made harmless for the format it goes into. Pure."""

import re
import unicodedata

from catalogue.urls import is_web

MARKS = re.compile(r"([\\`*_\[\]<>#|~$&@]|:(?=//|\w)|(?<=www)\.)", re.IGNORECASE)
"""What means something inside a line of Markdown, as GitHub reads it too: bare addresses, mentions, :emoji:."""
UNSAFE_IN_URL = re.compile(r"[\s<>()\[\]\\`\"'{}|^]")
WRITTEN_OUT = {
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
}
IN_TEX = re.compile(r"[{}\\]|\^(?=\^)")
"""What TeX acts upon; two circumflexes in a row spell any other sign, a backslash too."""
PROGRAM = re.compile(
    r"\^\^|\\(?:input|include|includegraphics|InputIfFileExists|verbatiminput|openin|openout|read|readline|write"
    r"|immediate|special|directlua|csname|catcode|[egx]?def|let|futurelet|(?:re)?newcommand|usepackage)(?![A-Za-z])"
)
"""TeX that reads files, writes them or gives commands new meanings: no title needs it, an attack would."""
BARE_IN_TEX = re.compile(r"(?<!\\)([%&#])")
"""Signs that TeX takes for more than they are in a title; `_` and `$` belong to formulas."""
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""What a reader cannot see, and XML partly forbids: controls, bidi marks, lone surrogates, line separators."""


def plain_text(value: object) -> str:
    """A value as one line of visible text."""
    text = "" if value is None else str(value)
    seen = "".join(" " if unicodedata.category(char) in HIDDEN else char for char in text)
    return " ".join(seen.split())


def markdown_text(value: object) -> str:
    """A value that Markdown shows as it is written: no mark of it means anything."""
    return MARKS.sub(r"\\\1", plain_text(value))


def markdown_code(value: object) -> str:
    """A value in a code span whose fence is longer than any run of backticks inside."""
    text = plain_text(value)
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    edge = " " if "`" in text else ""
    return f"{fence}{edge}{text}{edge}{fence}"


def safe_url(value: object) -> str:
    """A URL that may stand in a link of any format; an empty string for what is not http(s)."""
    text = "" if value is None else str(value)
    if not is_web(text):
        return ""
    return UNSAFE_IN_URL.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), plain_text(text))


def markdown_link(url: object, label: object = None) -> str:
    """A link with a label, the address itself without one; where the address is no web link, only text."""
    address, text = safe_url(url), markdown_text(url if label is None else label)
    return f"[{text}]({address})" if address else text


def bibtex_text(value: object) -> str:
    """A value inside braces of BibTeX: its own TeX stays if its braces match and it only sets type."""
    text = plain_text(value)
    depth = 0
    for brace in re.findall(r"\\.|[{}]", text):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            break
    if depth or text.endswith("\\") or re.search(r"\\[{}]", text) or PROGRAM.search(text):
        text = IN_TEX.sub(lambda found: WRITTEN_OUT[found.group()], text)
    return BARE_IN_TEX.sub(r"\\\1", text)


def bibtex_name(value: object) -> str:
    """A name that BibTeX does not split: one with ` and ` or a comma in it stands in braces."""
    text = bibtex_text(value)
    return f"{{{text}}}" if re.search(r",|\band\b", text, re.IGNORECASE) else text
