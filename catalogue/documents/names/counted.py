"""Numbered headings of an article that counts works: "Ten books on gardens" over "3. Soil and Rain — Ann Bee". Pure."""

import re
from itertools import pairwise

from catalogue.documents.blocks import Block, BlockKind, clean
from catalogue.documents.citations.citations import NamedWork
from catalogue.documents.lines.shape import SEPARATORS, is_sentence
from catalogue.documents.lines.sheets import title_of_heading
from catalogue.documents.names.listed import LIST_OF_WORKS, title_by

PRAISED = r"(?:\d+|top|best|must|favou?rite|essential|ten|five|seven)"
CHOSEN = r"(?:\d+|топ|лучш\w+|подборка|полезн\w+|пять|десять|семь|любимы\w+)"
COUNTED = re.compile(
    rf"\b{PRAISED}\b.{{0,60}}\b(?:books|textbooks|papers|courses|podcasts|moocs)\b"
    rf"|(?<!\w){CHOSEN}(?!\w).{{0,60}}(?<!\w)(?:книг[аи]?|учебник(?:ов|и|а)|курс(?:ов|ы|а)|подкаст(?:ов|ы|а))(?!\w)"
    r"|书单|必读(?:书|论文|好书)|(?:精选|推荐|\d+|[五六七八九十])\s?(?:[本部篇门]|款)?.{0,12}(?:书籍|好书|书|论文|课程?)(?:推荐)?",
    re.IGNORECASE,
)
"""What the title of such an article says: how many works it names, or that they are chosen."""
TO_DO = re.compile(
    r"(?:learn|start|master|build|practi[cs]e|get|understand|choose|study|изуч|освой|начн|выбер|разбер|学习|掌握|了解|打好|选择)",
    re.IGNORECASE,
)
"""How a heading begins that tells its reader what to do."""
NUMBER = re.compile(r"\s*(?:№\s*|#\s*)?\d{1,3}[.)、:：]?\s+(?=\S)|\s*\d{1,3}[.)、:：]\s*(?=[^\s\d])")
HABIT = 3
"""So many numbered headings of one rank are the form of an article."""
LONG = 200


def headings_that_count(blocks: list[Block], title: str) -> dict[int, NamedWork]:
    """The works that the numbered headings of such an article name, by their places; {} for any other page."""
    if not COUNTED.search(title):
        return {}
    numbered = [place for place, block in enumerate(blocks) if _is_numbered(block)]
    ranks = {blocks[place].depth for place in numbered}
    if len(numbered) < HABIT or len(ranks) > 1 or not _in_order(blocks, numbered):
        return {}
    return {place: _work(blocks[place]) for place in numbered}


def _is_numbered(block: Block) -> bool:
    """Whether a heading is a number and what may be a title."""
    if block.kind is not BlockKind.HEADING or any(run.url for run in block.runs) or not NUMBER.match(block.text):
        return False
    name = NUMBER.sub("", block.text, count=1)
    asks = TO_DO.match(name) or name.endswith(("?", "？", ":", "：")) or is_sentence(name.rstrip("."))
    return len(name) <= LONG and not asks and not LIST_OF_WORKS.fullmatch(name) and not SEPARATORS.fullmatch(name)


def _in_order(blocks: list[Block], places: list[int]) -> bool:
    """Whether the numbers of headings go up or down by one, or begin anew."""
    numbers = [int(re.findall(r"\d+", blocks[place].text)[0]) for place in places]
    return all(abs(later - number) == 1 or later == 1 for number, later in pairwise(numbers))


def _work(heading: Block) -> NamedWork:
    text = clean(NUMBER.sub("", heading.text, count=1))
    return NamedWork(title_by(text) or title_of_heading(heading), "", text, heading.line)
