"""Whether a line with a link is an entry: what leads it, what follows it, what kind of block it is. Pure."""

import re
from itertools import takewhile

from catalogue.documents.blocks import Block, BlockKind, plain_text
from catalogue.documents.citations.authors import are_authors, before_authors, split_authors
from catalogue.documents.citations.citations import cited_work
from catalogue.documents.citations.italics import italic_title
from catalogue.documents.lines.labels import (
    LANGUAGE_NAME,
    SEE_ALSO,
    TO_DO,
    bare_words,
    is_main_word,
    is_picture,
    is_share,
    role_of,
)
from catalogue.documents.lines.links import is_bare, is_kind_label, is_label, names_platform, only_points
from catalogue.documents.lines.shape import LABEL_END, SEPARATORS, Shape, is_bracketed, is_quoted, is_sentence
from catalogue.documents.names.listed import work_in
from catalogue.vocabulary import Why

LONG_LEAD, LONG_LABEL, LONG_REMARK, LONG_NAME = 150, 60, 400, 100
REST_BEGINS = re.compile(r"\s*(?:[-–—:：,，;；(（\[.|]|$)")
RUNS_ON = re.compile(r"\s*[(（][^()（）]{0,60}[)）]\s+(?:is|are|was|were|has|have|can|will|это)\b")
"""What follows a link that is the subject of a sentence: `[Gardens](…) (GDN) are …`."""

OWN_LINE = re.compile(r"[ \t]*\n\s*[A-ZА-ЯЁ\u4e00-\u9fff]")
"""What follows a link that has its line for itself, before a new sentence."""
BY = re.compile(r"\s*(?:by|от|автор:?|作者[:：]?)\s", re.IGNORECASE)

FOUND_AT = re.compile(
    r"(?P<name>.{4,150}?),?\s+(?:(?:that|which)\s+)?(?:(?:can be|is|are)\s+)?(?:found|available|downloaded|free|online"
    r"|доступн\w+|можно (?:найти|скачать|посмотреть|прочитать)|находится|лежит|在)"
    r"(?:\s+(?:at|for free|online|for download))?",
    re.IGNORECASE,
)
"""What leads to "here" in a line that names a work."""
TO_DO_FIRST = re.compile(rf"(?:{TO_DO.pattern})\s+(?:of\s+)?(?:the\s+)?", re.IGNORECASE)
NO_NAME = re.compile(
    r"(?:you|we|i|it|they|this|that|these|more|all|for|if|to|in|see|read|find|please|вы|мы|я|он[аио]?|это|все|всё|для|если|чтобы"
    r"|по|подробнее|см)\b|如果|关于|为了|更多|详见|请",
    re.IGNORECASE,
)
"""How a line begins that names nothing, and only points."""
OF_SOMEBODY = re.compile(r"(?:[A-Z][\w.-]+\s){0,2}[A-Z][\w.-]*[sz]?['’]s?")
"""`Bee's [Gardens](…)`."""
DATE = re.compile(
    r"(?:\W*(?:\d{1,4}(?:st|nd|rd|th)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|week|янв\w*|фев\w*|мар\w*|апр\w*"
    r"|ма[йя]|июн\w*|июл\w*|авг\w*|сен\w*|окт\w*|ноя\w*|дек\w*|неделя|[年月日第周])\W*)+",
    re.IGNORECASE,
)
"""What a heading over the news of some days is called."""
ASIDE = re.compile(r"[(（][^()（）]{0,120}[)）]|:[a-z_]{2,30}:")
"""What a citation may have behind its link: a remark in brackets, the name of an emoji."""
TITLE_IN_MARKS = re.compile(r"《[^《》]{2,80}》|«[^«»]{3,120}»")
"""A link whose text has the marks of a title."""
BAR = re.compile(r"[|•·]")
BAR_FROM = 3


def judge_line(block: Block, shape: Shape, links: int) -> Why:
    """Whether a line with a link is an entry, and as what; the answer is the reason either way."""
    if not shape.lead_text:
        return _judge_first(block, shape, links)
    told = TO_DO.fullmatch(shape.lead_text) is not None and not is_label(shape.link.text)
    told = told or place_named(shape) is not None or OF_SOMEBODY.fullmatch(shape.lead_text) is not None
    cited = _is_cited(shape)
    quoted = is_quoted(shape) or (block.kind is BlockKind.ITEM and TITLE_IN_MARKS.fullmatch(shape.link.text))
    told = told or cited or (len(shape.lead_text) <= LONG_LABEL and bool(quoted))
    told = told or (only_points(shape.link) and italic_title(block) is not None)
    pictured = is_picture(shape.link.text) and len(shape.lead_text) <= LONG_LEAD and not is_sentence(shape.lead_text)
    named = told or pictured or is_by_authors(shape.lead_text) or (links == 1 and described_name(shape) is not None)
    if block.kind is BlockKind.ITEM:
        return Why.LISTED if named else _judge_led(block, shape)
    return Why.LABELLED if cited else _judge_led(block, shape)


def _judge_first(block: Block, shape: Shape, links: int) -> Why:
    """The same for a line that begins with its link."""
    if LANGUAGE_NAME.fullmatch(bare_words(shape.link.text)):
        return Why.META
    if is_share(shape.link.text) or (block.kind is BlockKind.PARAGRAPH and SEE_ALSO.fullmatch(shape.link.text)):
        return Why.POINTER
    if block.kind is BlockKind.ITEM:
        return Why.LISTED
    if block.quoted and is_bare(shape.link):
        return Why.PROSE
    rest = rest_of(shape)
    apart = (
        _heads_remark(shape)
        or BY.match(rest)
        or OWN_LINE.match(rest)
        or (REST_BEGINS.match(rest) and not RUNS_ON.match(rest))
    )
    return Why.PARAGRAPH if links == 1 or apart else Why.PROSE


def described_name(shape: Shape) -> str | None:
    """The name in `Name — what it is. [PDF](…)`: a work described, with a labelled link at the very end."""
    name, dash, _ = re.sub(r"\s[—–-]\s", "\n", shape.lead_text, count=1).partition("\n")
    ends = is_label(shape.link.text) and not rest_of(shape).strip(" .)")
    is_name = len(name) <= LONG_NAME and name[:1].isupper() and not is_sentence(name)
    return name if dash and ends and is_name and len(shape.lead_text) <= LONG_REMARK else None


def _is_cited(shape: Shape) -> bool:
    """Whether a line is a citation with a label or a place behind it: `Bee, Ann. “Gardens.” (2018). [pdf](…)`."""
    points = is_label(shape.link.text) or names_platform(shape.link)
    further = all(is_label(run.text) or names_platform(run) for run in shape.rest if run.url and not run.image)
    if not points or not further or work_in(shape.lead_text) is None:
        return False
    rest = "".join(run.text for run in shape.rest if not (run.image or run.strong))
    return not re.search(r"\w", ASIDE.sub("", rest)) or cited_work(shape.lead_text) is not None


def place_named(shape: Shape) -> str | None:
    """The work in `the book of gardens found [here](…)`: what stands before where it is; None for other lines."""
    found = FOUND_AT.fullmatch(shape.lead_text) if is_main_word(shape.link.text) else None
    name = TO_DO_FIRST.sub("", found["name"]) if found else ""
    return None if not name or is_sentence(name) or NO_NAME.match(name) else name


def _heads_remark(shape: Shape) -> bool:
    """Whether a link begins a bold label over a remark: `**[Gardens](…) by Ann Bee:** the text`."""
    label = "".join(run.text for run in takewhile(lambda run: run.strong, shape.rest))
    return shape.link.strong and label.rstrip().endswith((":", "："))


def is_by_authors(lead: str) -> bool:
    """Whether what leads a link is its authors, or a line of a bibliography that begins with them."""
    if are_authors(lead):
        return True
    return len(lead) <= LONG_REMARK and (split_authors(lead)[0] != "" or before_authors(lead) != lead)


def _judge_led(block: Block, shape: Shape) -> Why:
    """The same for a line that has words before its link: a label or a short lead, but no running text."""
    lead = shape.lead_text
    if SEE_ALSO.fullmatch(lead):
        return Why.POINTER
    points = is_main_word(shape.link.text) or (names_platform(shape.link) and not _is_told(shape))
    if shape.lead[0].strong and points and (block.kind is BlockKind.ITEM or not rest_of(shape).strip(" .")):
        return Why.LABELLED
    apart = shape.lead[-1].text.rstrip(" ").endswith("\n") and (is_bare(shape.link) or _stands_under(shape))
    label, colon, _ = lead.replace("：", ":", 1).partition(":")
    apart = apart or (is_bare(shape.link) and bool(colon) and is_kind_label(label))
    stressed = shape.lead[-1].strong and not NO_NAME.match(lead)
    named = apart or LABEL_END.search(lead) is not None or stressed
    bracketed = _is_name_and_label(block, shape)
    if not bracketed and (_explains(shape) or not (named or REST_BEGINS.match(first_line_after(shape)))):
        return Why.PROSE
    ends = is_bare(shape.link) and not first_line_after(shape).strip(" .") and len(lead) <= LONG_REMARK
    if named and not bracketed and (ends or len(lead) <= LONG_LABEL):
        return Why.LABELLED
    if is_main_word(shape.link.text) and not named and not bracketed:
        return Why.POINTER
    listed = bracketed or (block.kind is BlockKind.ITEM and len(lead) <= LONG_LEAD and not is_sentence(lead))
    return Why.LISTED if listed else Why.PROSE


def _stands_under(shape: Shape) -> bool:
    """Whether a named link is all there is under a short line: `Of gardens` / `[Trees](…)`."""
    return not rest_of(shape).strip() and not is_main_word(shape.link.text) and not is_sentence(shape.lead_text)


def _is_name_and_label(block: Block, shape: Shape) -> bool:
    """Whether an item is a name with its link in brackets behind it: `Title by Author ([site](…))`."""
    lead = shape.lead_text
    if (
        block.kind is not BlockKind.ITEM
        or len(lead) > LONG_LEAD
        or is_sentence(lead.rstrip("."))
        or not is_bracketed(shape)
    ):
        return False
    rest = re.sub(r"^[\s)\]）】]+", "", rest_of(shape).partition("\n")[0])
    return any(run.strong for run in shape.lead[:1]) or REST_BEGINS.match(rest) is not None


def _is_told(shape: Shape) -> bool:
    """Whether a colon after a bold word begins a text about it: `**Spades**: those of [Leaf](…) are good`."""
    bold = shape.lead[0].text.rstrip()
    return bold.endswith((":", "：")) or plain_text(shape.lead[1:]).startswith((":", "："))


def _explains(shape: Shape) -> bool:
    """Whether a bold word is explained in running text, in which the link only happens to stand."""
    after = "".join(run.text for run in shape.lead[1:]) if shape.lead[0].strong else ""
    return len(re.findall(r"\w+", after)) > 2


def rest_of(shape: Shape) -> str:
    """The text after a line's link, images left out."""
    return "".join(run.text for run in shape.rest if not run.image)


def first_line_after(shape: Shape) -> str:
    """The text after a link up to the end of its line; all of it where lines of text lead to the link."""
    leads_on = "\n" in "".join(run.text for run in shape.lead).strip()
    return rest_of(shape) if leads_on else rest_of(shape).partition("\n")[0]


def heads(shape: Shape, links: int) -> bool:
    """Whether a heading is the link of its work, alone or before who made it: `[Gardens](…) by [Ann Bee](…)`."""
    if shape.lead_text or is_bare(shape.link) or DATE.fullmatch(shape.link.text):
        return False
    rest = rest_of(shape)
    return BY.match(rest) is not None or (links == 1 and REST_BEGINS.match(rest) is not None)


def is_bar(block: Block, *, opening: bool) -> bool:
    """Whether a paragraph is a bar of links (Home | Blog); before the first heading, of links within the site."""
    links = [run.url for run in block.runs if run.url is not None]
    of_work = any(role_of(run.text) is not None for run in block.runs if run.url is not None)
    if block.kind is not BlockKind.PARAGRAPH or len(links) < BAR_FROM or of_work:
        return False
    between = "".join(run.text for run in block.runs if run.url is None and not run.image)
    own = opening and not any("://" in url for url in links)
    return SEPARATORS.fullmatch(between) is not None and (own or BAR.search(between) is not None)
