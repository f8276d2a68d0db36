"""Lines of bibliographies: whether a line cites a work, and what that is called. Pure.

A citation is known by its form alone, whatever heading it stands under: people with initials before a title and a
year, a title in quotes before one, a place and a publisher, the letter for a kind of GB/T 7714.
"""

import re
from dataclasses import dataclass

from catalogue.documents.blocks import Block, clean
from catalogue.documents.citations.authors import before_authors, split_authors
from catalogue.documents.citations.commas import cited_by_commas
from catalogue.documents.lines.shape import NUMBERING
from catalogue.vocabulary import Kind

TITLE_AND_YEAR = re.compile(
    r"(?P<title>[A-ZА-ЯЁ].{5,200})(?<![A-ZА-ЯЁ])\.\s+(?:[A-ZА-ЯЁ][\w.'’-]*,?\s+(?:(?:and|и|&)\s+)?){1,8}"
    r"\((?:19|20)\d\d\)\.?"
)
"""`Gardens of Old. Second Edition. Ann Bee, Carl Dun (2009)`."""
QUOTED_AND_YEAR = re.compile(
    r"[A-ZА-ЯЁ][^\"“”]{3,150}[.,]\s+[\"“](?P<title>[^\"“”]{5,200})[.,][\"”]\s.{0,120}\b(?:19|20)\d\d\b"
)
"""`Bee, Ann, and Carl Dun. "Gardens of Old." Nature 5.7 (2015): 4-6`: the title with its stop inside the quotes."""
NAMED_AND_QUOTED = re.compile(
    r"[^\"“”:]{1,60}:\s+[\"“](?P<title>[^\"“”]{5,200})[\"”],\s.{0,100}\b(?:19|20)\d\d\b.{0,80}"
)
"""`GDN: "Gardens of Old", ICML, 2021 (Leaf Institute)`: what the work is called by before its title."""
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
    r"[A-ZА-ЯЁ\u4e00-\u9fff][^\[\]]{1,150}[.．]\s*(?P<title>[^.．\[\]]{4,200})\[(?:J|C|M|D|R|N|P|EB)(?:/OL)?\]"
)
"""`Bee A, Dun C. Gardens of old[J]. Nature, 2015`: the title before a letter for the kind of what it is in."""
EDITION = re.compile(
    r"(?P<title>[A-ZА-ЯЁ][^\[\]()]{3,150}?)\s*[\[(]\d{1,2}(?:st|nd|rd|th)? ed(?:ition|n)?\.?[\])]"
    r"(?:\s*(?:[-–—,]|by\b)\s*[A-ZА-ЯЁ].{2,100})?"
)
"""`Gardens of Old [2 ed.] - Ann Bee`."""
WITH_LABEL = re.compile(
    r"(?P<title>[A-ZА-ЯЁ\u4e00-\u9fff][^:：]{4,120}(?:: [^:：]{3,120})?)[.,;，。]?\s*"
    r"(?:[Aa]uthors?|[Аа]втор(?:ы)?|作者)\s?[:：]\s*\S.{1,100}"
)
"""`Gardens of Old. Author: Ann Bee`."""
ARTICLES = (QUOTED_AND_YEAR, NAMED_AND_QUOTED, DATED_AND_QUOTED, QUOTED_AND_CREDITED, TYPED_WORK, COMMAS)
IN_BOOK = re.compile(r"\[M(?:/OL)?\]")
IN_JOURNAL = re.compile(r"\s//\s.*(?:№|\b(?:Т|Vol|Вып|вып|С|P)\.\s?\d)")
"""`Сад // Журнал. — 2018. — № 3`."""
IMPRINT = re.compile(
    r"[.,]?\s[—–-]\s(?:[А-ЯЁA-Z][\w.]*\.?(?:[ ,;-]+[А-ЯЁA-Z][\w.]*)?\s?:\s|(?:\d+-е\s+)?изд\b).*(?:19|20)\d\d|\bISBN\b"
)
PRINTED = re.compile(
    r"\.\s+(?:[А-ЯЁA-Z][\w-]*\.?(?:[ ,;-]+[А-ЯЁA-Z][\w-]*\.?)?)\s?:\s+[«“\"]?[А-ЯЁA-Z][^.:]{1,60}[,;]\s"
    r"(?=(?:19|20)\d\d\b)"
)
"""An imprint behind a full stop, `. М.: Лист, 2018`; without people before it, it might as well be a sentence."""
TAG = re.compile(r"(?:\[[^\[\]]{1,60}\]|\(\d{1,3}\))[.:]?\s+(?=\S)")
"""What some lists call their citations by: `[7]`, `[Bee17]`, `[Bee et al., 2017]`."""
YEAR = re.compile(r"(?:19|20)\d\d")
DATED = re.compile(rf"(?:[.,;:(\[/—–-]\s*|\b[A-ZА-ЯЁ][\w.'’)-]*\s){YEAR.pattern}[a-z]?\b")
"""A year behind a stop or the name of a place, as an imprint has it; no `in 2019`."""
HOLDER = re.compile(
    r"\b(?:arxiv|proc(?:eedings)?|conference|journal|transactions|trans|advances|nature|science|workshop|letters|annals"
    r"|review|neural comput\w+|cvpr|iccv|eccv|icml|iclr|nips|neurips|a?acl|n?aacl|emnlp|aaai|ijcai|kdd|jmlr|ieee|acm|pp"
    r"|vol)\b|\b(?:журнал|вестник|известия|труды|конференци\w+)|学报|会议",
    re.IGNORECASE,
)
"""What papers stand in."""
PUBLISHER = re.compile(
    r"\b(?:press|springer|wiley|reilly|manning|packt|pearson|publish\w*|addison|hill|apress|elsevier|isbn|edition)\b"
    r"|издательств|\b(?:питер|дмк|вильямс|физматлит|мцнмо)\b|出版社",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[«“\"„《](?P<title>[^«»“”\"„《》]{2,150})[»”\"“》]")
AFTER_TITLE = re.compile(
    r"[,.]\s\d+-е\s|\s[—–-]\s|\s/{1,2}\s|\s?[(（]|;\s|,\s(?=(?:19|20)\d\d)|,\s[A-ZА-ЯЁ]\w*\.? ?[A-ZА-ЯЁ]\w+$|\sby\s"
    r"|\sis\s(?:an?|the)\s"
)
NO_SUBTITLE = re.compile(rf"\d|:|^In\s|{HOLDER.pattern}|{PUBLISHER.pattern}", re.IGNORECASE)
COMMAS_ALONE = re.compile(r"(?:[^.\"“”«»(]|\b[A-ZА-ЯЁ]\.|\bet\.|\bal\.)+(?:arXiv\S+)?\.?")
"""A line without stops but those of initials."""
LONG_LINE, LONG_TITLE, SHORT_TITLE = 300, 160, 4
SUBTITLE_WORDS = 3


@dataclass(frozen=True, slots=True)
class NamedWork:
    """A work that a text names; `kind` is "" where that is open, `cited` says that the text is its citation."""

    title: str
    kind: str
    text: str
    line: int
    cited: bool = False


def without_tag(line: str) -> str:
    """A citation without what its list calls it by: `[7] Bee A. Gardens`."""
    return line[found.end() :] if (found := TAG.match(line)) else line


def cited_work(line: str) -> tuple[str, str] | None:
    """The title in a line of a bibliography and the kind of work, "" where that is open; None for any other line."""
    line, tag = without_tag(line), line
    if len(line) <= LONG_LINE and (labelled := WITH_LABEL.fullmatch(line)):
        return clean(labelled["title"]).rstrip(".,;，。"), ""
    if len(line) <= LONG_LINE and (dated := TITLE_AND_YEAR.fullmatch(line) or EDITION.fullmatch(line)):
        return clean(dated["title"]), Kind.BOOK
    if len(line) <= LONG_LINE and (cited := next(filter(None, (form.match(line) for form in ARTICLES)), None)):
        kind = Kind.BOOK if IN_BOOK.search(line) else Kind.PAPER
        return clean(cited["title"]).rstrip(".,"), kind
    return _by_its_people(line, tag) if len(line) <= LONG_LINE * 2 else None


def _by_its_people(line: str, tag: str) -> tuple[str, str] | None:
    """The same by the people that a line begins or goes on with; one without stops has its parts between commas."""
    by_commas = cited_by_commas(line)
    if by_commas and COMMAS_ALONE.fullmatch(line):
        return by_commas, Kind.PAPER
    by_people = _by_people(line, tag[: len(tag) - len(line)])
    return by_people or ((by_commas, Kind.PAPER) if by_commas else None)


def citations_in(block: Block) -> list[NamedWork]:
    """The citations of a block that is nothing else, a line each or by their tags and numbers; [] for any other."""
    lines = [clean(line) for line in "".join(run.text for run in block.runs).strip().split("\n")]
    begins = [bool(TAG.match(line) or NUMBERING.match(line)) for line in lines]
    texts: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        if not line:
            continue
        if begins[number] or not texts or not begins[0]:
            texts.append((number, NUMBERING.sub("", line)))
        else:
            texts[-1] = (texts[-1][0], f"{texts[-1][1]} {line}")
    works = [(cited_work(text), text, block.line + number) for number, text in texts]
    cited = [NamedWork(*work, without_tag(text), line, cited=True) for work, text, line in works if work]
    return cited if len(cited) == len(works) else []


def _by_people(line: str, tag: str) -> tuple[str, str] | None:
    """The same for a line that begins with its authors, perhaps by surname in its tag alone.

    Names in full are authors where the line has a tag and ends as a citation does.
    """
    printed = DATED.search(line) is not None and (HOLDER.search(line) or PUBLISHER.search(line)) is not None
    people, rest = split_authors(line, habit=tag != "" and printed)
    title = title_of_work(line, authors_first=tag != "" and printed)
    if IMPRINT.search(line) or (people and (QUOTED.match(rest) or PRINTED.search(rest))):
        title = title if QUOTED.search(line) else until_end(_before_imprint(rest))
        return title, Kind.PAPER if IN_JOURNAL.search(line) else Kind.BOOK
    before, behind = tag + line[: len(line) - len(rest)], rest[rest.find(title) + len(title) :]
    dated = YEAR.search(before) or DATED.search(behind)
    if not (people or YEAR.search(tag)) or not dated or len(title) < SHORT_TITLE or title[0].islower():
        return None
    return title, Kind.PAPER if HOLDER.search(behind) else Kind.BOOK if PUBLISHER.search(behind) else ""


def title_of_work(line: str, *, authors_first: bool) -> str:
    """The title in a line that is known to name a work: what is quoted, else the line without people and notes.

    A second sentence of a few words is no subtitle but a publisher, a year or an edition.
    """
    line = without_tag(line)
    if quoted := QUOTED.search(line):
        return clean(quoted["title"])
    people, rest = split_authors(_before_imprint(line), habit=authors_first)
    title, *further = re.split(r"\.\s+", until_end(rest if people else before_authors(rest)))
    if not people and rest != before_authors(rest):
        return ". ".join([title, *further])
    if further and len(further[0].split()) >= SUBTITLE_WORDS and not NO_SUBTITLE.search(further[0]):
        return f"{title}. {further[0]}"
    return title


def _before_imprint(line: str) -> str:
    """A line of a bibliography without where, by whom and when the work was printed."""
    return PRINTED.split(IMPRINT.split(line, maxsplit=1)[0], maxsplit=1)[0]


def until_end(text: str) -> str:
    """A title without what follows it: notes, authors, edition in brackets, year."""
    return clean(AFTER_TITLE.split(text, maxsplit=1)[0].strip(" .,;:—–-"))[:LONG_TITLE]
