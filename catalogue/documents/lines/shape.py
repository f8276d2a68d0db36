"""The shape of one line of a document: what leads, which links stand where, what follows. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.documents.blocks import Run, clean, plain_text

TYPED = re.compile(r"@([\w.]{2,20})@\s*(.+)", re.DOTALL)
NUMBERING = re.compile(
    r"^\s*(?:\[[ xX✓✔]?\]|\(?\d{1,3}[.)](?!\d)|\d{1,3}(?:\.\d{1,3}){1,3}\.?(?=\s)"
    r"|[-–—•·*>→+|#])\s*"
)
SENTENCE_END = re.compile(
    r"(?<![A-ZА-ЯЁ])(?<!\b(?:al|vs|ed|Dr|Mr|гл|др|пр))(?<!\bProf)(?<!\bпроф)[.!?](?:\s+|$)|[。！？；]|;\s"
)
LABEL_END = re.compile(r"(?:[:：]|\s(?:[-–—|｜]|--)|——)\s*$")
MARK = re.compile(r"[\[(（【*]{1,3}([^\[\]()（）【】*]{1,40})[\])）】*]{1,3}")
QUOTES = frozenset({"«»", "“”", "„“", '""', "《》", "「」"})
SEPARATORS = re.compile(r"(?:[\W_]|\b(?:and|or|и|или)\b|[和与])*", re.IGNORECASE)
"""What may stand between things that are listed side by side."""
LEADING_MARKS = re.compile(r"(?:[\[【(（][^\[\]()（）【】]{1,20}[\])）】]\s*)+")


@dataclass(frozen=True, slots=True)
class Shape:
    """A line with a link: what comes before its first usable link, that link, what comes after; a title if known."""

    lead: list[Run]
    link: Run
    rest: list[Run]
    title: str = ""
    marks: tuple[str, ...] = ()

    @property
    def lead_text(self) -> str:
        """The words before the link; numbers, emoji, code and marks alone ("[Rus][Free]", "(2019)") are none."""
        if not self.lead:  # by far the most
            return ""
        if not re.search(r"[^\W\d_]", plain_text([run for run in self.lead if not run.code])):
            return ""
        text = clean(plain_text(self.lead))
        text = NUMBERING.sub("", text)
        if LEADING_MARKS.fullmatch(text):
            return ""
        return text if re.search(r"[^\W\d_]", text) else ""


def split_lines(runs: list[Run]) -> Iterator[list[Run]]:
    """Runs cut where their text has a line break."""
    line: list[Run] = []
    for run in runs:
        if run.url is not None or run.image or "\n" not in run.text:
            line.append(run)
            continue
        for number, part in enumerate(run.text.split("\n")):
            if number:
                yield line
                line = []
            if part:
                line.append(Run(part, run.line + number, strong=run.strong, code=run.code))
    yield line


def shape_of(runs: list[Run], usable: list[int]) -> Shape | None:
    """The shape of a line, as seen from its first usable link (`usable` holds places in `runs`, in order)."""
    return Shape(runs[: usable[0]], runs[usable[0]], runs[usable[0] + 1 :]) if usable else None


def marks_in(runs: list[Run]) -> tuple[str, ...]:
    """The marks of a line: code, badges, and short words in brackets."""
    found: list[str] = []
    for run in runs:
        if run.image or run.code:
            found.append(clean(run.text))
        elif run.url is None:
            found.extend(clean(mark) for mark in MARK.findall(run.text))
    return tuple(mark[:60] for mark in found if mark)[:20]


def untyped(title: str) -> tuple[str, tuple[str, ...]]:
    """A title without the type some lists put before it (`@article@Title`), and that type as a mark."""
    found = TYPED.fullmatch(title)
    return (clean(found[2]), (f"@{found[1].lower()}",)) if found else (title, ())


def is_sentence(text: str) -> bool:
    """Whether a text holds the end of a sentence, initials and common abbreviations aside."""
    return SENTENCE_END.search(text) is not None


def without_label_end(text: str) -> str:
    """A label without the colon or dash it ends in."""
    return LABEL_END.sub("", text).strip(" -–—:：")


def is_bracketed(shape: Shape) -> bool:
    """Whether a link stands in brackets after its lead, as a label does: `Title [[Link]](…)`, `Title ([site](…))`."""
    inside = shape.link.text.startswith(("[", "(", "【")) and shape.link.text.endswith(("]", ")", "】"))
    return inside or plain_text(shape.lead).endswith(("(", "[", "（", "【"))


def is_quoted(shape: Shape) -> bool:
    """Whether a link stands in quotes behind a few words for what it is: `the book "[Gardens](…)"`."""
    before, after = plain_text(shape.lead)[-1:], plain_text(shape.rest)[:1]
    return (before + after) in QUOTES and not is_sentence(shape.lead_text)
