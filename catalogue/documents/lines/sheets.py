"""Works a document describes by a list of facts under a heading: "Website: …", "Level: …", "Author: …".

There the heading is the title; the one link behind "Website" is the work's own. Pure.
"""

import re
from itertools import islice, takewhile

from catalogue.documents.blocks import Block, BlockKind, clean
from catalogue.documents.lines.labels import bare_words
from catalogue.documents.lines.shape import NUMBERING, is_sentence

OWN_PAGE = re.compile(
    r"(?:(?:course|book|project|official|free|its|full|online|main) ){0,3}(?:web ?sites?|sites?|url|links?"
    r"|(?:home |web )?page|homepage|webpage|pdf)"
    r"|(?:официальный )?сайт(?: курса| книги)?"
    r"|ссылка(?: на (?:(?:страницу|сайт) )?(?:курса?|книг[уи]|канала?|проекта?))?"
    r"|страница(?: (?:курса|книги|проекта|канала))?(?: на [\w.-]+)?"
    r"|(?:课程|书籍|项目|官方|在线|下载|阅读)?(?:网站|官网|主页|链接|网址|首页|地址)",
    re.IGNORECASE,
)
"""Labels of the link to the work that a heading names."""
GENERIC = re.compile(
    r"(?:(?:course|learning|useful|further|other|additional|online|study) )?(?:resources?|links?|materials?|details"
    r"|info|information|descriptions?|overview|facts)"
    r"|(?:полезные )?(?:ссылки|ресурсы|материалы)|о (?:курсе|книге)|описание"
    r"|(?:课程|学习|相关|参考)?(?:资源|链接|资料|简介|介绍|信息)(?:汇总)?",
    re.IGNORECASE,
)
"""Headings of a part of a description; the work is named by a heading above."""
PART_EN = (
    r"(?:assignments?|home ?works?|labs?|exams?|quizzes|slides|notes|solutions?|exercises|cheat ?sheets?|transcripts?"
    r"|subtitles|syllabus|errata|materials?|code)"
)
PART_RU = r"(?:(?:домашние )?задания|слайды|презентаци[яи]|конспекты?|решения|шпаргалк[аи]|субтитры|материалы)"
PART_ZH = r"(?:作业|讲义|笔记|项目|实验|考试|课件|代码|字幕|速查表|答案|习题|练习|ppt)"
OTHER_FACT = re.compile(
    rf"(?:(?:my|course|class|lecture|discussion|section|programming|old|past|previous|practice|official|unofficial|chinese"
    rf"|english)[ -]){{0,2}}{PART_EN}(?:(?: (?:and|&) |[/-]){PART_EN}){{0,2}}|(?:course |class )?resources"
    rf"|{PART_RU}(?: (?:и|к|на) \w+){{0,2}}"
    r"|.{0,6}(?:github|gitee|b站|知乎)(?:笔记|主页|专栏)"
    rf"|(?:中文|英文|课程|课后|编程|配套|学习|官方|我的|的){{0,3}}{PART_ZH}(?:[及和与、+/&]?{PART_ZH}){{0,3}}",
    re.IGNORECASE,
)
"""Labels of further links of a course."""
FACT = re.compile(r"(?P<label>[^:：|｜]{1,40}?)(?:[:：]|\s[|｜])\s*\S.{0,160}", re.DOTALL)
OF_WORK = re.compile(
    r"(?:authors?|arxiv(?: id)?|doi|isbn|paper|publisher|instructors?|автор(?:ы)?|издательство|作者|出版社|讲师)",
    re.IGNORECASE,
)
"""Labels of fields that only works have."""
SUBTITLED = re.compile(r"[^:：]{2,}[:：]\s*\S+\s+\S")
"""A title with a subtitle: a label in bold ends at its colon."""
FACTS_BEFORE, LONG_TITLE = 40, 160
TITLE_FIELD = re.compile(
    r"\W*(?:(?:paper|book|course|article|video)?s? ?(?:title|name)|paper|book|course|article|название|книга|курс|статья"
    r"|учебник|论文|标题|题目|书名|名称|课程|書名|名稱|標題)\s*(?:[:：]|\s[|｜])\s*(?P<title>(?!https?://)\S.{2,300})",
    re.IGNORECASE,
)
"""The field that begins the record of a work."""
QUOTED = re.compile(r"[«“\"„《](?P<title>[^«»“”\"„《》]{2,150})[»”\"“》]")
SIGNED = re.compile(rf"{QUOTED.pattern}(?:\s*(?:[–—-]\s|(?:by|от)\s|[,(（]).*)?", re.DOTALL)
"""A title in quotes, alone or before who it is by: `"Gardens of Old" – Ann Bee`."""


def is_own_page(label: str) -> bool:
    """Whether a label says that its link is the page of the work described here."""
    return OWN_PAGE.fullmatch(bare_words(label)) is not None


def is_fact_label(label: str) -> bool:
    """Whether a label names a further link of the work described here, or its page once more."""
    words = bare_words(label)
    return OWN_PAGE.fullmatch(words) is not None or OTHER_FACT.fullmatch(words) is not None


def unquoted(title: str) -> str:
    """A title without the quotes around it, and who it is by behind them."""
    found = SIGNED.fullmatch(title)
    return clean(found["title"]) if found else title


def title_of_heading(heading: Block) -> str:
    """The work a heading names: what is quoted in it, else all of it, without its number."""
    text = NUMBERING.sub("", heading.text)
    quoted = QUOTED.search(text)
    title = quoted["title"] if quoted and quoted.start() < len(text) / 3 else text
    return clean(title.strip(" *_[]"))[:LONG_TITLE]


def heading_above(blocks: list[Block], index: int, headings: list[int]) -> int | None:
    """The place of the heading that names what is described at a place; `headings` are those above it, in order."""
    depth = 7
    for place in reversed(headings):
        heading = blocks[place]
        if heading.depth >= depth or not heading.text:
            continue
        if not GENERIC.fullmatch(bare_words(heading.text)):
            return place if place < index else None
        depth = heading.depth
    return None


def record_above(blocks: list[Block], index: int) -> tuple[int, str] | None:
    """The place and title of the work whose fields stand an item each, above one of them: `Title: Gardens`, `Year: 9`.

    None where the item begins a record itself.
    """
    if TITLE_FIELD.fullmatch(blocks[index].text):
        return None
    for place in range(index - 1, max(index - FACTS_BEFORE, 0) - 1, -1):
        block = blocks[place]
        if block.kind is not blocks[index].kind or block.parent != blocks[index].parent:
            return None
        if (title := TITLE_FIELD.fullmatch(block.text)) is not None:
            return place, title_of_field(title)
        if not is_fact(block):
            return None
    return None


def title_of_field(found: re.Match[str]) -> str:
    """The title in the field that begins a record: what is quoted, if all of it is."""
    quoted = QUOTED.fullmatch(found["title"])
    return clean(quoted["title"] if quoted else found["title"])[:LONG_TITLE]


def facts_between(blocks: list[Block], start: int, end: int) -> list[Block]:
    """The items "label: value" without a link that stand between two places."""
    between = islice(blocks, max(start + 1, end - FACTS_BEFORE), end)
    return [
        block
        for block in between
        if block.kind is BlockKind.ITEM and not any(run.url for run in block.runs) and is_fact(block)
    ]


def is_fact(block: Block) -> bool:
    """Whether a block is a label and its value; a bold title with its subtitle is none."""
    subtitled = block.runs != [] and block.runs[0].strong and SUBTITLED.match(block.runs[0].text)
    return not subtitled and FACT.fullmatch(block.text) is not None


def label_of_fact(block: Block) -> str:
    """The label of a block that is a label and its value, "" for any other."""
    found = FACT.fullmatch(block.text)
    return bare_words(found["label"]) if found else ""


def field_labels(blocks: list[Block], index: int) -> list[str]:
    """The labels of the fields under a heading (`作者：…`, `Level: …`); [] for one over anything else or a link."""
    after = islice(blocks, index + 1, index + 1 + FACTS_BEFORE)
    below = list(takewhile(lambda block: block.kind is not BlockKind.HEADING, after))
    linked = any(run.url for block in (blocks[index], *below) for run in block.runs)
    fields = all(block.kind is BlockKind.ITEM and is_fact(block) for block in below)
    return list(map(label_of_fact, below)) if fields and not linked else []


def stands_over_author(blocks: list[Block], index: int) -> bool:
    """Whether a short line stands right over a field that only works have: `1. Gardens of Old` / `Authors: Ann Bee`."""
    line, *below = blocks[index : index + 2]
    label = re.split("[:：]", below[0].text, maxsplit=1)[0] if below and FACT.fullmatch(below[0].text) else ""
    short = len(line.text) <= LONG_TITLE and not FACT.fullmatch(line.text) and not is_sentence(line.text)
    return short and below != [] and below[0].kind is not BlockKind.HEADING and OF_WORK.fullmatch(label) is not None
