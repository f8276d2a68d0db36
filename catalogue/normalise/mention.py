"""From an entry as read to a mention as understood: every judge in turn. Pure; the resource's key comes later."""

import re
from dataclasses import dataclass

from catalogue.normalise.effort import is_effort, parse_effort
from catalogue.normalise.kind import judge_kind
from catalogue.normalise.language import Habit, judge_language, read_habit
from catalogue.normalise.level import judge_level
from catalogue.normalise.price import judge_price
from catalogue.normalise.stance import judge_stance
from catalogue.normalise.topics import TopicFinder
from catalogue.normalise.versions import digest_of
from catalogue.records.documents import Document, Effort, Entry, Mention, Section

NOTE_CHARS = 200
SAID_EFFORT = re.compile(
    r"(?:duration|effort|time|length|длительность|срок\w*|время|时长|时间)\s*[:：]\s*([^.;|]{1,60})", re.IGNORECASE
)
AUTHOR = re.compile(
    r"^\W*(?:by|от|автор:?|作者[:：]?)?\s*((?:[A-ZА-ЯЁ][\w.'’-]*\.?(?:\s+(?:van|de|der|von|и|and"
    r"|&))?[\s,]*){2,6})(?=$|\(|\*|\[|,\s*`)"
)
YEAR = re.compile(r"(?:19[89]\d|20[0-3]\d)")


@dataclass(frozen=True, slots=True)
class Judged:
    """An entry with everything concluded from it, still without a key."""

    entry: Entry
    mention: Mention


class Normaliser:
    """Judges the entries of one document; the topic finder is shared by all documents of an import."""

    def __init__(self, document: Document, finder: TopicFinder) -> None:
        self.document, self.finder = document, finder
        self.habit: Habit = read_habit(document.facts.language, document.entries)
        self._headings = _heading_chains(document.sections)

    def mentions(self, *, facts_only: bool) -> tuple[Mention, ...]:
        """A mention of every entry, in order, their resource keys empty."""
        return tuple(self._mention(entry, facts_only=facts_only) for entry in self.document.entries)

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
            language=judge_language(entry, self.habit),
            topics=self.finder.judge_topics(entry, (*headings, *entry.tags)),
            is_free=judge_price(entry),
            stance=judge_stance(entry),
            effort=_effort(entry),
            creator=self._creator(entry),
            year=_year(entry),
            note="" if facts_only else _cut(entry.note),
            digest=digest_of(entry),
        )

    def _creator(self, entry: Entry) -> str | None:
        """The people a note begins with; capital words that are a topic are none."""
        found = AUTHOR.match(entry.note[:120])
        if found is None or self.finder.find(found[1]):
            return None
        return " ".join(found[1].split()).rstrip(" ,.-")


def _heading_chains(sections: tuple[Section, ...]) -> dict[int | None, tuple[str, ...]]:
    """The headings above each section, nearest first."""
    chains: dict[int | None, tuple[str, ...]] = {None: ()}
    for section in sections:
        chains[section.position] = (section.title, *chains[section.parent])
    return chains


def _effort(entry: Entry) -> Effort | None:
    """The effort an entry states behind a label, in a mark, or as a cell of its row."""
    if said := SAID_EFFORT.search(entry.note):
        effort = parse_effort(said[1])
        if effort.min_weeks or effort.min_hours or effort.hours_per_week:
            return effort
    stated = [mark for mark in entry.marks if is_effort(mark)]
    return parse_effort(", ".join(stated)) if stated else None


def _year(entry: Entry) -> int | None:
    return next((int(mark) for mark in entry.marks if YEAR.fullmatch(mark)), None)


def _cut(note: str) -> str:
    """A note of at most 200 characters, cut between words."""
    note = note.strip(" -–—:|")
    if len(note) <= NOTE_CHARS:
        return note
    return note[: NOTE_CHARS - 1].rpartition(" ")[0][: NOTE_CHARS - 1] + "…"
