"""From an entry as read to a mention as understood: every judge in turn. Pure; the resource's key comes later."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from catalogue.documents.labels import bare_words
from catalogue.normalise.effort import is_effort, parse_effort
from catalogue.normalise.kind import judge_kind
from catalogue.normalise.language import Habit, judge_language, read_habit
from catalogue.normalise.level import judge_level
from catalogue.normalise.price import judge_price
from catalogue.normalise.stance import judge_stance
from catalogue.normalise.topics import TopicFinder
from catalogue.normalise.versions import digest_of
from catalogue.records.documents import Document, Effort, Entry, Finding, Mention, Section
from catalogue.vocabulary import Kind, Rule

NOTE_CHARS = 200
MANY_NEIGHBOURS, MOST_NEIGHBOURS = 10, 0.7
LABEL = r"[^\s:：;.,|]{2,20}[:：]"
"""The label that begins the next field: a value ends before it, and before a label of two words where it is words."""
SAID_EFFORT = re.compile(
    r"(?:duration|effort|time|length|class hours?|workload|hours|длительность|срок\w*|время|часов|часы"
    r"|时长|时间|学时|课时)\s*[:：]\s*"
    rf"((?:(?!\s+{LABEL})[^.;|]){{1,60}})",
    re.IGNORECASE,
)
HOURS_LABEL = re.compile(r"class hours?|hours|часов|часы|学时|课时", re.IGNORECASE)
NOTE_PARTS = re.compile(r"[;|·()（），、。]|,\s|\s[-–—]\s")
PREREQUISITES = re.compile(
    r"(?:pre-?requisites?|requirements?|требования|пререквизиты|нужно знать"
    r"|先修(?:要求|课程)?|前置(?:知识|要求)?|预备知识)"
    rf"\s*[:：]\s*((?:(?!\s+(?:[^\s:：;.,|]{{2,20}}\s)?{LABEL})[^.;|。；]){{1,200}})",
    re.IGNORECASE,
)
NOTHING_BEFORE = frozenset({"", "none", "no", "нет", "无", "n/a"})
AUTHOR = re.compile(
    r"^\W*(?:by|от|автор:?|作者[:：]?)?\s*((?:[A-ZА-ЯЁ][\w.'’-]*\.?(?:\s+(?:van|de|der|von|и|and"
    r"|&))?[\s,]*){2,6})(?=$|\(|\*|\[|,\s*`)"
)
YEAR = re.compile(r"(?:19[89]\d|20[0-3]\d)")


class Normaliser:
    """Judges the entries of one document; the topic finder is shared by all documents of an import."""

    def __init__(self, document: Document, finder: TopicFinder) -> None:
        self.document, self.finder = document, finder
        self.habit: Habit = read_habit(document.facts.language, document.entries)
        self._headings = _heading_chains(document.sections, document.facts.title)

    def mentions(self, *, facts_only: bool) -> tuple[Mention, ...]:
        """A mention of every entry, in order, their resource keys empty."""
        return like_neighbours(self._mention(entry, facts_only=facts_only) for entry in self.document.entries)

    def _mention(self, entry: Entry, *, facts_only: bool) -> Mention:
        headings = self._headings.get(entry.section, ()) + entry.folder[::-1]
        name = (self.document.facts.file.replace("-", " ").replace("_", " "), self.document.facts.title)
        return Mention(
            resource="",
            line=entry.line,
            title=entry.title,
            url=entry.url,
            section=entry.section,
            links=entry.links,
            kind=judge_kind(entry, headings, name),
            level=judge_level(entry, headings),
            language=judge_language(entry, self.habit, headings),
            topics=self.finder.judge_topics(entry, (*headings, *entry.tags)),
            is_free=judge_price(entry),
            stance=judge_stance(entry),
            effort=_effort(entry),
            prerequisites=_prerequisites(entry),
            creator=entry.creator or self._creator(entry),
            year=_year(entry),
            note="" if facts_only else _cut(entry.note),
            tags=entry.tags,
            bookmarked=entry.added or "",
            digest=digest_of(entry),
        )

    def _creator(self, entry: Entry) -> str | None:
        """The people a note begins with; capital words that are a topic are none."""
        found = AUTHOR.match(entry.note[:120])
        if found is None or self.finder.find(found[1]):
            return None
        return " ".join(found[1].split()).rstrip(" ,.-")


def like_neighbours(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions; one whose kind nothing told takes the kind of most others, where most others are of one kind."""
    mentions = tuple(mentions)
    told = Counter(m.kind.value for m in mentions if m.kind is not None and m.kind.rule is not Rule.DEFAULT)
    (kind, times), *_ = told.most_common(1) or [(Kind.WEBSITE, 0)]
    if times < MANY_NEIGHBOURS or times < MOST_NEIGHBOURS * told.total():
        return mentions
    return tuple(
        replace(m, kind=Finding(kind, Rule.NEIGHBOURS)) if m.kind is None or m.kind.rule is Rule.DEFAULT else m
        for m in mentions
    )


def _heading_chains(sections: tuple[Section, ...], title: str) -> dict[int | None, tuple[str, ...]]:
    """The headings above each section, nearest first; the document's own title is none of them."""
    chains: dict[int | None, tuple[str, ...]] = {None: ()}
    for section in sections:
        above = chains[section.parent]
        chains[section.position] = above if section.title == title else (section.title, *above)
    return chains


def _effort(entry: Entry) -> Effort | None:
    """The effort an entry states behind a label, in a mark, as a cell of its row, or as the first words of its note."""
    said = ", ".join(map(_with_unit, SAID_EFFORT.finditer("; ".join((*entry.marks, entry.note)))))
    if said:
        effort = parse_effort(said)
        if effort.min_weeks or effort.min_hours or effort.hours_per_week:
            return effort
    parts = (part.strip(" -–—:.") for part in NOTE_PARTS.split(entry.note[:NOTE_CHARS]))
    stated = [mark for mark in entry.marks if is_effort(mark)] or list(takewhile(is_effort, filter(None, parts)))
    return parse_effort(", ".join(stated)) if stated else None


def _with_unit(said: re.Match[str]) -> str:
    """What stands behind a label of effort; a bare number behind one for hours counts hours."""
    hours = HOURS_LABEL.match(said[0]) and re.fullmatch(r"[\d\s.,–-]+", said[1])
    return f"{said[1].strip()} h" if hours else said[1]


def _prerequisites(entry: Entry) -> str:
    """What a learner must know before, behind a label of the entry or under a header of its row."""
    found = next(filter(None, map(PREREQUISITES.search, (*entry.marks, entry.note))), None)
    return found[1].strip()[:NOTE_CHARS] if found and bare_words(found[1]).lower() not in NOTHING_BEFORE else ""


def _year(entry: Entry) -> int | None:
    return next((int(mark) for mark in entry.marks if YEAR.fullmatch(mark)), None)


def _cut(note: str) -> str:
    """A note of at most 200 characters, cut between words."""
    note = note.strip(" -–—:|")
    if len(note) <= NOTE_CHARS:
        return note
    return note[: NOTE_CHARS - 1].rpartition(" ")[0][: NOTE_CHARS - 1] + "…"
