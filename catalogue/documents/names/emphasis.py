"""Titles that stand out from their line, in italics, bold or quotes: behind a label for them, or alone. Pure."""

import re

from catalogue.documents.blocks import Block, BlockKind, clean
from catalogue.documents.lines.labels import bare_words
from catalogue.documents.names.enumerated import RESOURCES
from catalogue.documents.names.naming import CHINESE, OF_CHINESE
from catalogue.normalise.kindwords import NAMED_KINDS, kind_of_word

LABEL = re.compile(r"(?P<label>[^:：]{2,40}?)\s*[:：]\s*(?=\S)")
IN_QUOTES = re.compile(r"[«“\"„](?P<title>[^«»“”\"„]{3,150}[^«»“”\"„.!?…:])[»”\"“]|《(?P<marked>[^《》]{2,80})》")
NO_TITLE = re.compile(r".*[.!?…:：]", re.DOTALL)
EDGES = ' *_:：,“”"«»《》'
SHORT_TITLE, LONG_LEAD = 4, 16
"""Before the first title there may be a name, but no title without its marks."""


def behind_label(block: Block) -> list[tuple[str, str]]:
    """The titles behind a label for works, each with that label: `Book: *Gardens* (Bee) + *Trees* (Dun)`."""
    found = LABEL.match(block.text)
    label = bare_words(found["label"]) if found else ""
    if found is None or not _is_of_works(label):
        return []
    rest = block.text[found.end() :]
    spans = [each.span() for each in IN_QUOTES.finditer(rest)] + _styled(block, found["label"], rest)
    whole = [one for one in sorted(set(spans)) if not any(_holds(other, one) for other in spans)]
    if not whole or whole[0][0] > LONG_LEAD:
        return []
    titles = [rest[start:end].strip(EDGES) for start, end in whole]
    return [(title, label) for title in titles if _is_title(title)]


def _styled(block: Block, label: str, rest: str) -> list[tuple[int, int]]:
    """Where in the rest of a line its words in bold and in italics stand, in order."""
    spans: list[tuple[int, int]] = []
    for styled in ([run.text for run in block.runs if run.strong and run.url is None], block.italics):
        place = 0
        for words in map(clean, styled):
            found = rest.find(words, place) if words and words.rstrip(" :：") != label else -1
            if found >= 0:
                place = found + len(words)
                spans.append((found, place))
    return spans


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    """Whether one span holds another, as a title in italics holds its quotes."""
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def stands_alone(block: Block) -> str | None:
    """The title of an item that is nothing else, in italics or quotes: `- *Gardens of Old*`, `- "Gardens of Old"`."""
    if block.kind is not BlockKind.ITEM or any(run.url for run in block.runs):
        return None
    quoted = IN_QUOTES.fullmatch(block.text)
    italic = len(block.italics) == 1 and clean(block.italics[0]) == block.text
    title = (quoted["title"] or quoted["marked"]) if quoted else block.text if italic else ""
    return title if title and _is_title(title) and not NO_TITLE.fullmatch(title) else None


def _is_of_works(label: str) -> bool:
    """Whether a label is a word for works of a kind, or for resources."""
    if CHINESE.search(label):
        return OF_CHINESE.search(label) is not None or RESOURCES.fullmatch(label) is not None
    return kind_of_word(label) in NAMED_KINDS or RESOURCES.fullmatch(label) is not None


def _is_title(title: str) -> bool:
    """Whether words begin like a title and are no mere mark; two characters are a Chinese word."""
    begins = title[:1].isupper() or title[:1].isdigit() or CHINESE.match(title) or re.match(r"[a-z]+[A-Z.]\w", title)
    return len(title) >= (2 if CHINESE.search(title) else SHORT_TITLE) and bool(begins)
