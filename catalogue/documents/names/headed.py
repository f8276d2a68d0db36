"""Headings that name a work, by what stands right under them. Pure.

"## A course" over "[Coursera](…), [YouTube](…), [notes](…)", or over "it is free [here](…)": the links say where it
is, the heading what it is. So do fields that only works have, or a text that begins with "This is a book".
"""

import re
from collections import Counter
from itertools import takewhile

from catalogue.documents.blocks import Block, BlockKind, clean, plain_text
from catalogue.documents.citations.citations import NamedWork, cited_work
from catalogue.documents.lines.labels import bare_words, is_main_word, role_of
from catalogue.documents.lines.links import is_bare, is_label, names_platform
from catalogue.documents.lines.shape import NUMBERING, SEPARATORS, without_label_end
from catalogue.documents.lines.sheets import GENERIC, OF_WORK, QUOTED, field_labels, is_fact_label, title_of_heading
from catalogue.normalise.kindtitles import COURSE_CODE

IS_WORK = re.compile(
    r"(?:This|It)(?:\s+is|['’]s)\s+(?:an?|the|one of the|my|probably|by far)\b[^.!?]{0,60}?"
    r"\b(?:(?:text|hand)?books?|courses?|papers?|specialization|podcast)\b"
    r"|Это\s+[^.!?]{0,40}?(?:книга|учебник|курс|статья|подкаст)(?!\w)"
    r"|这是?[^。！？]{0,12}[本门篇][^。！？]{0,20}(?:书|课程|课|论文|教材)"
)
OF_PAGE = re.compile(
    r"about(?: .*)?|overview|introduction|intro|welcome|motivation|background|goals?|summary|description|faq|preface"
    r"|(?:what|why|who|how|что|зачем|почему|как|о|об|为什么|什么是|关于)(?![a-zа-яё]).*"
    r"|(?:course|class|book|lecture|week|module|chapter|part|lesson|курс|лекция|неделя|модуль|глава|часть|урок)\W*\d.*"
    r"|введение|описание|цели|итоги|简介|介绍|概述|前言|课程介绍|第.*",
    re.IGNORECASE,
)
"""Headings of a page about its own work, and of the parts of one."""
WHOLLY_QUOTED = re.compile(
    r"(?:[«“\"„][A-ZА-ЯЁ][^«»“”\"„]{3,150}[^«»“”\"„?!.…][»”\"“]|《[^《》]{2,80}》)"
    r"(?:\W*(?:by|от)\b.{3,60}|\s*[(（].{2,60}[)）]|,?\s*[—–-]\s*[A-ZА-ЯЁ\u4e00-\u9fff][^.!?]{2,60})?"
)
"""A heading that is a title in quotes, perhaps with who it is by."""
LONG_LABEL = 8
PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp)(?:\?.*)?$", re.IGNORECASE)
WORD = re.compile(r"\w{4,}")
FORM = 2
"""So many headings of one rank with such lists are the form of a document."""


def headings_of_works(blocks: list[Block]) -> frozenset[int]:
    """The places of the headings that name works in this way."""
    links: dict[int, list[bool]] = {}
    heading: int | None = None
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            heading = None if any(run.url for run in block.runs) else place
        elif heading is not None and any(run.url for run in block.runs):
            points = _only_points(block) or is_cover(blocks, place)
            links.setdefault(heading, []).append(points)
    named = [place for place, points in links.items() if all(points)]
    ranks, linked = (Counter(blocks[place].depth for place in places) for places in (named, links))
    forms = {depth for depth in ranks if ranks[depth] >= FORM and ranks[depth] * 2 >= linked[depth]}
    return frozenset(place for place in named if blocks[place].depth in forms or is_told(blocks, place))


def name_of_heading(blocks: list[Block], index: int, *, in_works: bool, lists_works: bool) -> NamedWork | None:
    """The work that a heading without links is: a citation, or a title over its fields or a text that says so.

    `in_works`: the headings above it list works. `lists_works`: it is itself a word for works.
    """
    heading = blocks[index]
    if not re.search(r"[^\W\d_]", heading.text):
        return None
    if in_works and (cited := cited_work(heading.text)) is not None:
        return NamedWork(*cited, heading.text, heading.line)
    labels = field_labels(blocks, index) if heading.depth > 1 and not lists_works else []
    is_title = QUOTED.search(heading.text) is not None or in_works
    over_fields = (len(labels) > 1 and is_title) or any(map(OF_WORK.fullmatch, labels))
    if in_works and is_numbered_course(blocks, index):
        return NamedWork(heading.text.strip("[] "), "", heading.text, heading.line)
    quoted = heading.depth > 1 and WHOLLY_QUOTED.fullmatch(NUMBERING.sub("", heading.text)) is not None
    if not (over_fields or quoted) and (lists_works or not is_told(blocks, index)):
        return None
    return NamedWork(title_of_heading(heading), "", heading.text, heading.line)


def is_numbered_course(blocks: list[Block], index: int) -> bool:
    """Whether a heading is a course with its number, and what stands under it has no links: its topics, no works."""
    if COURSE_CODE.match(blocks[index].text) is None:
        return False
    after = (blocks[place] for place in range(index + 1, len(blocks)))
    below = takewhile(lambda block: block.kind is not BlockKind.HEADING, after)
    return not any(run.url for one in below for run in one.runs)


def is_told(blocks: list[Block], index: int) -> bool:
    """Whether the text right under a heading says that the heading is a work: "This is the classic book on …"."""
    heading, *below = blocks[index : index + 2]
    named = heading.depth > 1 and len(heading.text) > LONG_LABEL and not OF_PAGE.fullmatch(bare_words(heading.text))
    return named and any(one.kind is BlockKind.PARAGRAPH and IS_WORK.match(one.text) is not None for one in below)


def is_cover(blocks: list[Block], place: int) -> bool:
    """Whether a paragraph begins with a linked picture that shows what its heading says, and has no other link."""
    block, heading = blocks[place], blocks[place - 1]
    links = [run for run in block.runs if run.url]
    if not place or block.kind is not BlockKind.PARAGRAPH or heading.kind is not BlockKind.HEADING or len(links) != 1:
        return False
    picture = links[0].image and block.runs[0] is links[0] and not PICTURE.search(links[0].url or "")
    said, shown = (set(WORD.findall(text.lower())) for text in (heading.text, links[0].text))
    return picture and not said.isdisjoint(shown)


def _only_points(block: Block) -> bool:
    """Whether an item is a link that says of no work what it is, in its text or in the label before its address.

    A paragraph does where all its links only point, whatever it tells of the work, or where it is labels alone.
    """
    if block.kind is BlockKind.PARAGRAPH:
        links = [run for run in block.runs if run.url]
        beside = clean("".join(run.text for run in block.runs if not run.url and not run.image))
        label, colon, rest = beside.replace("：", ":", 1).partition(":")
        alone = SEPARATORS.fullmatch(rest if colon and GENERIC.fullmatch(bare_words(label)) else beside)
        return all(is_main_word(run.text) or names_platform(run) or (alone and is_label(run.text)) for run in links)
    if block.kind is not BlockKind.ITEM:
        return False
    first = next(run for run in block.runs if run.url)
    before = without_label_end(clean(plain_text(block.runs[: block.runs.index(first)])))
    if before:
        return is_bare(first) and (is_fact_label(before) or role_of(before) is not None)
    return names_platform(first) or is_fact_label(first.text) or is_label(first.text)
