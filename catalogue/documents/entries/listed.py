"""Works listed by their names alone: whether a heading lists works, and what a line of such a list is called. Pure.

A bibliography needs no heading: surnames with initials before a title, or a place, publisher and year behind it.
"""

import re
from collections.abc import Sequence

from catalogue.documents.blocks import Block, BlockKind, clean, plain_text
from catalogue.documents.entries.authors import before_authors, split_authors
from catalogue.documents.entries.labels import bare_words
from catalogue.documents.entries.shape import NUMBERING, is_sentence
from catalogue.normalise.kindwords import any_word
from catalogue.vocabulary import Kind

WORKS = (
    r"(?:(?:e-?|text|hand|cook)?books|courses|moocs|papers|podcasts|readings?(?: list)?|bibliography|literature"
    r"|книги|книг|учебники|учебников|пособия|литература|литературы|библиография|курсы|курсов|подкасты)"
)
LIST_OF_WORKS = re.compile(
    rf"(?:[\w'’+#&-]+\s+){{0,4}}?{WORKS}(?:\W+(?:по|для|о|об|и|на|for|on|about|by|to|of|in|and|I|we|that)\b.{{0,60}}|\s*[&/+]\s*\S.{{0,60}})?"
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
TITLE_AND_YEAR = re.compile(
    r"(?P<title>[A-ZА-ЯЁ].{5,200})(?<![A-ZА-ЯЁ])\.\s+(?:[A-ZА-ЯЁ][\w.'’-]*,?\s+(?:(?:and|и|&)\s+)?){1,8}"
    r"\((?:19|20)\d\d\)\.?"
)
"""`Gardens of Old. Second Edition. Ann Bee, Carl Dun (2009)`."""
QUOTED_AND_YEAR = re.compile(
    r"[A-ZА-ЯЁ][^\"“”]{3,150}[.,]\s+[\"“](?P<title>[^\"“”]{5,200})[.,][\"”]\s.{0,120}\b(?:19|20)\d\d\b"
)
"""`Bee, Ann, and Carl Dun. "Gardens of Old." Nature 5.7 (2015): 4-6`: the title with its stop inside the quotes."""
DATED_AND_QUOTED = re.compile(
    r"(?:19|20)\d\d\W{1,3}[«“\"](?P<title>[^«»\"“”]{5,200})[»\"”]\s*(?:[-–—,]|by\b)\s*[A-ZА-ЯЁ].{2,150}"
)
"""`1966 - "Gardens of Old" - Ann Bee`."""
QUOTED_AND_CREDITED = re.compile(
    r"[«“\"](?P<title>[^«»\"“”]{5,200})[»\"”],?\s*[(（][^()（）]{2,120}[,，]\s*(?:19|20)\d\d[)）]"
)
"""`"Gardens of Old" (Bee et al., 2017)`."""
COMMAS = re.compile(
    r"(?P<title>[^，]{4,200}(?:，[^，]{1,80})??)，[^，。]{2,40}(?:，[^，。]{2,20}){0,3}，(?:19|20)\d\d\s*"
)
"""`花园的历史，王某，李某，2015`: with the wide commas."""
TYPED_WORK = re.compile(
    r"[A-ZА-ЯЁ\u4e00-\u9fff][^\[\]]{2,150}[.．]\s*(?P<title>[^.．\[\]]{4,200})\[(?:J|C|M|D|R|N|P|EB)(?:/OL)?\]"
)
"""`Bee A, Dun C. Gardens of old[J]. Nature, 2015`: the title before a letter for the kind of what it is in."""
EDITION = re.compile(
    r"(?P<title>[A-ZА-ЯЁ][^\[\]()]{3,150}?)\s*[\[(]\d{1,2}(?:st|nd|rd|th)? ed(?:ition|n)?\.?[\])]"
    r"(?:\s*(?:[-–—,]|by\b)\s*[A-ZА-ЯЁ].{2,100})?"
)
"""`Gardens of Old [2 ed.] - Ann Bee`."""
ARTICLES = (QUOTED_AND_YEAR, DATED_AND_QUOTED, QUOTED_AND_CREDITED, TYPED_WORK, COMMAS)
IN_BOOK = re.compile(r"\[M(?:/OL)?\]")
IN_JOURNAL = re.compile(r"\s//\s.*(?:№|\b(?:Т|Vol|Вып|вып|С|P)\.\s?\d)")
"""`Сад // Журнал. — 2018. — № 3`."""
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
IMPRINT = re.compile(
    r"[.,]?\s[—–-]\s(?:[А-ЯЁA-Z][\w.]*\.?(?:[ ,;-]+[А-ЯЁA-Z][\w.]*)?\s?:\s|(?:\d+-е\s+)?изд\b).*(?:19|20)\d\d|\bISBN\b"
)
PRINTED = re.compile(
    r"\.\s+(?:[А-ЯЁA-Z][\w-]*\.?(?:[ ,;-]+[А-ЯЁA-Z][\w-]*\.?)?)\s?:\s+[«“\"]?[А-ЯЁA-Z][^.:]{1,60},\s(?=(?:19|20)\d\d\b)"
)
"""An imprint behind a full stop, `. М.: Лист, 2018`; without people before it, it might as well be a sentence."""
QUOTED = re.compile(r"[«“\"„《](?P<title>[^«»“”\"„《》]{2,150})[»”\"“》]")
AFTER_TITLE = re.compile(
    r",\s\d+-е\s|\s[—–-]\s|\s/{1,2}\s|\s?[(（]|;\s|,\s(?=(?:19|20)\d\d)|,\s[A-ZА-ЯЁ]\w*\.? ?[A-ZА-ЯЁ]\w+$|\sby\s"
)
WITH_PEOPLE = re.compile(r"(?:,|\s[–—-]|\sby|;)\s[A-ZА-ЯЁ][\w.'’-]+(?:\s[A-ZА-ЯЁ]|$)")
PEOPLE_BEHIND = re.compile(r",\s(?=[A-ZА-ЯЁ][\w.'’-]+\s[A-ZА-ЯЁ])")
CREDITED = re.compile(r"\s+(?:[Bb]y|от)\s+(?:[A-ZА-ЯЁ][\w.'’-]*,?\s*(?:(?:and|&|и)\s+)?){2}")
WRITTEN_BY = re.compile(r"\s*(?:(?:by|от|автор)\b|[-–—,(（]|作者)", re.IGNORECASE)
LONG_LINE, LONG_TITLE, AFTER_QUOTE = 300, 160, 80
SUBTITLE_WORDS = 3


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


def title_over_notes(block: Block) -> str | None:
    """The bold title of a paragraph that goes on with who wrote it: `**Gardens of Old** by Ann Bee`."""
    if not block.runs or not block.runs[0].strong:
        return None
    title = NUMBERING.sub("", clean(block.runs[0].text))
    quoted = QUOTED.match(title)
    if quoted and WRITTEN_BY.match(title[quoted.end() :]):
        return clean(quoted["title"])
    return title.strip(" *_:：") if WRITTEN_BY.match(plain_text(block.runs)[len(clean(block.runs[0].text)) :]) else None


def titles_by_line(block: Block) -> list[tuple[str, str]]:
    """The titles of a paragraph in which every line is one with its authors: `Gardens of Old, Ann Bee`; else []."""
    lines = [clean(line) for line in "".join(run.text for run in block.runs).strip().split("\n")]
    titles = [listed_title(PEOPLE_BEHIND.split(line)[0]) for line in lines if WITH_PEOPLE.search(line)]
    is_list = block.kind is BlockKind.PARAGRAPH and len(titles) == len(lines) > 1
    return [(title, "") for title in titles if title] if is_list and all(titles) else []


def credited_title(block: Block) -> str | None:
    """The bold or quoted title an item begins with, if who made it follows: `**Gardens of Old** by Ann Bee`."""
    if (quoted := QUOTED.match(block.text)) and CREDITED.match(block.text[quoted.end() :]):
        return clean(quoted["title"])
    if not block.runs or not block.runs[0].strong:
        return None
    title = clean(block.runs[0].text).strip(" *_")
    rest = plain_text(block.runs)[len(clean(block.runs[0].text)) :]
    quoted = QUOTED.fullmatch(title)
    return (quoted["title"] if quoted else title) if CREDITED.match(rest) else None


def cited_work(line: str) -> tuple[str, Kind] | None:
    """The title in a line of a bibliography and what it is of; None for a line that is none."""
    if len(line) <= LONG_LINE and (dated := TITLE_AND_YEAR.fullmatch(line) or EDITION.fullmatch(line)):
        return clean(dated["title"]), Kind.BOOK
    if len(line) <= LONG_LINE and (cited := next(filter(None, (form.match(line) for form in ARTICLES)), None)):
        kind = Kind.BOOK if IN_BOOK.search(line) else Kind.PAPER
        return clean(cited["title"]).rstrip(".,"), kind
    people, rest = split_authors(line)
    if len(line) > LONG_LINE * 2 or not (
        IMPRINT.search(line) or (people and (QUOTED.match(rest) or PRINTED.search(rest)))
    ):
        return None
    quoted = QUOTED.search(line)
    title = clean(quoted["title"]) if quoted else _until_end(_before_imprint(rest))
    return title, Kind.PAPER if IN_JOURNAL.search(line) else Kind.BOOK


def listed_title(line: str) -> str | None:
    """What a line of a list of works names: what is quoted, else the line up to its notes; None for a sentence."""
    quoted = QUOTED.search(line)
    if quoted is not None and len(line) - quoted.end() <= AFTER_QUOTE and quoted.start() <= AFTER_QUOTE:
        return clean(quoted["title"])
    title = _until_end(split_authors(line)[1])
    if (
        not 2 <= len(title) <= LONG_TITLE
        or is_sentence(line)
        or line.endswith(("?", ":", "：", "。", "…", ".", "!", "！"))
    ):
        return None
    return title if title[0].isupper() or title[0].isdigit() or re.match(r"[\u3400-\u9fff]", title) else None


def title_of_work(line: str, *, authors_first: bool) -> str:
    """The title in a line that is known to name a work: what is quoted, else the line without people and notes.

    A second sentence of a few words is no subtitle but a publisher, a year or an edition.
    """
    if quoted := QUOTED.search(line):
        return clean(quoted["title"])
    people, rest = split_authors(_before_imprint(line), habit=authors_first)
    title, *further = re.split(r"\.\s+", _until_end(rest if people else before_authors(rest)))
    if not people and rest != before_authors(rest):
        return ". ".join([title, *further])
    if further and len(further[0].split()) >= SUBTITLE_WORDS:
        return f"{title}. {further[0]}"
    return title


def _before_imprint(line: str) -> str:
    """A line of a bibliography without where, by whom and when the work was printed."""
    return PRINTED.split(IMPRINT.split(line, maxsplit=1)[0], maxsplit=1)[0]


def _until_end(text: str) -> str:
    """A title without what follows it: notes, authors, edition in brackets, year."""
    return clean(AFTER_TITLE.split(text, maxsplit=1)[0].strip(" .,;:—–-"))[:LONG_TITLE]
