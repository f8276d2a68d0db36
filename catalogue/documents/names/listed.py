"""Works listed by their names alone: whether a heading lists works, and what a line of such a list is called. Pure.

A bibliography needs no heading: surnames with initials before a title, or a place, publisher and year behind it.
"""

import re
from collections.abc import Sequence

from catalogue.documents.blocks import Block, BlockKind, clean, plain_text
from catalogue.documents.citations.authors import split_authors
from catalogue.documents.citations.citations import LONG_TITLE, QUOTED, cited_work, until_end
from catalogue.documents.lines.labels import bare_words
from catalogue.documents.lines.shape import NUMBERING, is_sentence
from catalogue.normalise.kindwords import any_word
from catalogue.vocabulary import Kind

WORKS = (
    r"(?:(?:e-?|text|hand|cook)?books|courses|moocs|papers|podcasts|readings?(?: list)?|bibliography|literature"
    r"|книги|книг|учебники|учебников|пособия|литература|литературы|библиография|курсы|курсов"
    r"|подкасты)"
)
LIST_OF_WORKS = re.compile(
    rf"(?:[\w'’+#&-]+\s+){{0,4}}?{WORKS}(?:\W+(?:по|для|о|об|и|на|с|for|on|about|by|to|of|in|and|with|I|we|that)\b.{{0,60}}|\s*[&/+]\s*\S.{{0,60}})?"
    r"|(?:что|чего) (?:по)?читать(?:\W.{0,60})?|what (?:to|i) read(?:\W.{0,60})?"
    r"|.{0,8}(?:论文|文献)(?:列表|推荐|清单|合集|阅读)?"
    r"|.{0,8}(?:书籍|书单|图书|教材|教科书|书目|好书|参考书).{0,6}|.{0,6}课程(?:推荐|列表|清单)|推荐课程",
    re.IGNORECASE,
)
"""A heading such as "Recommended books", "Книги по Python", "推荐书籍"."""
LIST_OF_COURSES = re.compile(r".{0,4}(?:在线|网络|公开|视频|精品|免费)课程?.{0,8}")
"""A heading that counts only right above: further up it may stand over descriptions of its courses."""
LIST_OF_NAMES = re.compile(
    r"(?:[\w'’+#&-]+\s+){0,4}?(?:blogs|web ?sites|channels|communities|forums|newsletters|platforms"
    r"|блоги|сайты|каналы|сообщества|форумы|рассылки|платформы)(?:\W+(?:and|&|и|on|for|по|о|об)\b.{0,40})?"
    r"|.{0,6}(?:课程|公开课|博客|网站|社区|论坛|频道|公众号|播客|平台).{0,6}",
    re.IGNORECASE,
)
"""A heading over what is no work to read through; names under it count where each is bold and described."""
DESCRIBED = re.compile(r"\s*(?:[-–—]\s|[:：(（])\s*\S")
TOLD = re.compile(r"(?P<title>[A-ZА-ЯЁ\d][^:：.]{3,100}):\s+[A-ZА-ЯЁ]\S*\s+(?:\S+\s+){2,}\S+\.")
OTHER_KINDS = frozenset({Kind.TOOL, Kind.COMMUNITY, Kind.PRACTICE, Kind.CREATOR, Kind.WEBSITE, Kind.DATASET})
OTHER_MATTER = re.compile(
    f"(?i:{any_word(OTHER_KINDS)}"
    r"|\b(?:how|why|what|skills?|topics?|prerequisites?|requirements?|rules?|steps?|tips?|notes?|faq|goals?|todos?"
    r"|takeaways?|related|summary|conclusions?)\b"
    r"|(?<!\w)(?:как|зачем|навыки|темы|требования|правила|советы|этапы|цели|вопросы|заметки|выводы|итоги"
    r"|заключение)(?!\w)"
    r"|如何|为什么|技能|知识点|要求|步骤|说明|规则|建议|目标|总结|相关)"
)
"""A heading below it whose lines are no works."""
OF_PAGE = re.compile(
    r"(?:this|these|the) (?:repo(?:sitory)?|list|page|section|guide|is|are|was|will)\b|(?:we|please) [a-z]"
    r"|(?:этот|эта|это|мы) [а-яё]|(?:本|该)(?:项目|仓库|列表|页)|我们|请",
    re.IGNORECASE,
)
"""How a line begins that speaks of its own page."""
WITH_PEOPLE = re.compile(r"(?:,|\s[–—-]|\sby|;)\s[A-ZА-ЯЁ][\w.'’-]+(?:\s[A-ZА-ЯЁ]|$)")
PEOPLE_BEHIND = re.compile(r",\s(?=[A-ZА-ЯЁ][\w.'’-]+\s[A-ZА-ЯЁ])")
INITIALED = r"(?:[A-ZА-ЯЁ][a-zа-яё]?\.\s?){1,2}[A-ZА-ЯЁ][\w'’-]+(?:\s[A-ZА-ЯЁ][\w'’-]+)?"
PERSON = rf"(?:{INITIALED}|(?:[A-ZА-ЯЁ][\w.'’-]*\s){{1,3}}[A-ZА-ЯЁ][\w.'’-]*)"
PEOPLE = rf"{PERSON}(?:(?:,(?:\s(?:&|and|и))?|\s(?:&|and|и))\s{PERSON})*"
TITLE_BY = re.compile(
    rf"(?P<title>[A-ZА-ЯЁ][^\n]{{3,150}}?)(?:,?\s+(?:[Bb]y|от)\s+|\s[–—-]\s){PEOPLE}[.\s]*"
    r"|(?P<chinese>[\u4e00-\u9fff][^\n，。]{1,60}?)\s?[–—-]{1,2}\s?[\u4e00-\u9fff]{2,4}(?:[、,，\s]+[\u4e00-\u9fff]{2,4})*\s*"
)
"""`Gardens of Old by Ann Bee, Carl D. Dun`, and nothing more."""
TITLE_AND_PEOPLE = re.compile(rf"(?P<title>[A-ZА-ЯЁ][^\n]{{3,150}}?),\s{PEOPLE}[.\s]*")
"""`Gardens of Old, Ann Bee.`, and nothing more; a place and its state look alike."""
TITLE_WORDS = 3
BY_INITIALS = re.compile(rf",?\s+(?:[Bb]y|от|[–—-])\s+{INITIALED}")
CREDITED = re.compile(r"\s+(?:[Bb]y|от)\s+(?:[A-ZА-ЯЁ][\w.'’-]*,?\s*(?:(?:and|&|и)\s+)?){2}")
SIGNED = re.compile(
    rf"[\s,.–—(-]*(?:\w+ edition[\s,.]+)?(?:[Ee]dited by\s+)?{PEOPLE}(?:\s*\(eds?\.?\))?,?\s*\(?(?:19|20)\d\d\)?\W*"
)
"""Who wrote a work and when, behind a title that stands out: `*Gardens of Old*, Ann Bee, 1998`."""
THIS_WORK = re.compile(
    r"(?i:th(?:is|e) (?:\w+ )?(?:paper|(?:text|hand)?book|course|article|specialization|podcast|survey)\b)"
    r"|Эт(?:а|от|о) (?:\w+ )?(?:книга|курс|учебник|статья|подкаст|работа)(?!\w)"
    r"|(?:这|该|本)[篇本门部]?(?:论文|书|课程?|文章|教材)"
)
"""How a text goes on that tells of the work just named."""
WRITTEN_BY = re.compile(r"\s*(?:(?:by|от|автор)\b|[-–—,(（]|作者)", re.IGNORECASE)
AFTER_QUOTE = 80


def lists_works(headings: Sequence[str], title: str, *, described: bool = False) -> bool:
    """Whether what stands under some headings (nearest first) of a document of some title is a list of works.

    `described` where each line is a bold name with its description: such a list may also be of blogs or communities.
    """
    if any(LIST_OF_COURSES.fullmatch(bare_words(heading)) for heading in headings[:1]):
        return True
    for heading in (*headings, title):
        words = bare_words(heading)
        if len(words) <= LONG_TITLE and LIST_OF_WORKS.fullmatch(words):
            return True
        if described and len(words) <= LONG_TITLE and LIST_OF_NAMES.fullmatch(words):
            return True
        if any(len(found[0]) > 1 for found in OTHER_MATTER.finditer(words)):
            return False
    return False


def described_title(block: Block) -> str | None:
    """The bold name a line begins with, where its description follows."""
    if not block.runs or not block.runs[0].strong:
        return None
    bold = block.runs[0].text
    rest = plain_text(block.runs)[len(clean(bold)) :]
    after_colon = bold.rstrip().endswith((":", "："))
    title = clean(bold).strip(" :：")
    return title if DESCRIBED.match(rest) or (after_colon and rest.strip()) else None


def told_title(line: str) -> str | None:
    """The title before a colon that a sentence about it follows: `Gardens: How people kept them of old`, and a stop."""
    told = TOLD.fullmatch(line)
    return clean(told["title"]) if told else None


def told_in_bold(block: Block) -> str | None:
    """The bold title a text goes on from with what kind of work it is: `**Gardens (2017):** This paper tells …`."""
    if not block.runs or not block.runs[0].strong:
        return None
    bold = clean(block.runs[0].text)
    told = THIS_WORK.match(plain_text(block.runs)[len(bold) :].lstrip(" :：.–—-")) is not None
    title = NUMBERING.sub("", bold).strip(" *_:：.")
    return title if told and 2 < len(title) <= LONG_TITLE and not is_sentence(title) else None


def title_over_notes(block: Block) -> str | None:
    """The bold title of a paragraph that goes on with who wrote it: `**Gardens of Old** by Ann Bee`."""
    if not block.runs or not block.runs[0].strong:
        return None
    title = NUMBERING.sub("", clean(block.runs[0].text))
    quoted = QUOTED.match(title)
    if quoted and WRITTEN_BY.match(title[quoted.end() :]):
        return clean(quoted["title"])
    return title.strip(" *_:：") if WRITTEN_BY.match(plain_text(block.runs)[len(clean(block.runs[0].text)) :]) else None


def title_over_list(block: Block) -> str | None:
    """The title in a bold line that is that and who it is by, before a colon: `**Gardens of Old by Ann Bee:**`."""
    bold = all(run.strong for run in block.runs if run.text.strip(" :："))
    text = block.text.rstrip(" :：")
    title = title_by(text) if bold and text != block.text and CREDITED.search(text) else None
    return title if title and len(title.split()) > 1 and title.split()[-1][:1].isupper() else None


def titles_by_line(block: Block) -> list[tuple[str, str]]:
    """The titles of a paragraph in which every line is one with its authors: `Gardens of Old, Ann Bee`; else []."""
    lines = [clean(line) for line in "".join(run.text for run in block.runs).strip().split("\n")]
    titles = [listed_title(PEOPLE_BEHIND.split(line)[0]) for line in lines if WITH_PEOPLE.search(line)]
    is_list = block.kind is BlockKind.PARAGRAPH and len(titles) == len(lines) > 1
    return [(title, "") for title in titles if title] if is_list and all(titles) else []


def title_by(text: str) -> str | None:
    """The title in a text that is nothing but that and who it is by."""
    found = TITLE_BY.fullmatch(text)
    title = clean(found["title"] or found["chinese"]) if found else ""
    # Initials are of people, whatever stops the title has.
    return title if title and (not is_sentence(title) or BY_INITIALS.match(text[len(title) :])) else None


def title_and_people(text: str) -> str | None:
    """The title of three words or more in a text that is that, a comma and the people in full who made it."""
    found = TITLE_AND_PEOPLE.fullmatch(text)
    title = clean(found["title"]) if found else ""
    return title if len(title.split()) >= TITLE_WORDS and not is_sentence(title) else None


def work_in(lead: str) -> str | None:
    """The title in a citation, or before who it is by; None for any other text."""
    cited = cited_work(lead)
    return cited[0] if cited else title_by(lead)


def credited_title(block: Block) -> str | None:
    """The bold or quoted title an item begins with, if who made it follows: `**Gardens of Old** by Ann Bee`."""
    if (quoted := QUOTED.match(block.text)) and _is_signed(block.text[quoted.end() :]):
        return clean(quoted["title"])
    italic = clean(block.italics[0]) if block.italics else ""
    lead, _, rest = block.text.partition(italic) if italic else ("", "", "")
    if italic and not re.search(r"\w", lead) and _is_signed(rest):
        return italic.strip('“”«»"')
    if not block.runs or not block.runs[0].strong:
        return None
    title = clean(block.runs[0].text).strip(" *_")
    rest = plain_text(block.runs)[len(clean(block.runs[0].text)) :]
    if CREDITED.search(title) and (inside := title_by(title)) is not None:
        return inside
    quoted = QUOTED.fullmatch(title)
    return (quoted["title"] if quoted else title) if _is_signed(rest) else None


def _is_signed(rest: str) -> bool:
    """Whether what follows a title begins with who made it, or is that and the year."""
    return CREDITED.match(rest) is not None or SIGNED.fullmatch(rest) is not None


def listed_title(line: str) -> str | None:
    """What a line of a list of works names: what is quoted, else the line up to its notes; None for a sentence."""
    quoted = QUOTED.search(line)
    if quoted is not None and len(line) - quoted.end() <= AFTER_QUOTE and quoted.start() <= AFTER_QUOTE:
        return clean(quoted["title"])
    title = until_end(split_authors(line)[1])
    if (
        not 2 <= len(title) <= LONG_TITLE
        or is_sentence(line)
        or line.endswith(("?", ":", "：", "。", "…", ".", "!", "！"))
    ):
        return None
    return title if title[0].isupper() or title[0].isdigit() or re.match(r"[\u3400-\u9fff]", title) else None
