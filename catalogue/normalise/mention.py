"""From an entry as read to a mention as understood: every judge in turn. Pure; the resource's key comes later."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from catalogue.documents.traditional import is_traditional
from catalogue.normalise.demands import effort_of, prerequisites_of
from catalogue.normalise.kind import judge_kind
from catalogue.normalise.language import Habit, judge_language, read_habit
from catalogue.normalise.level import judge_level
from catalogue.normalise.price import judge_price
from catalogue.normalise.stance import judge_stance
from catalogue.normalise.topics import TopicFinder
from catalogue.normalise.versions import digest_of
from catalogue.records.documents import Document, Entry, Finding, Mention, Section
from catalogue.search.folding import simplified
from catalogue.vocabulary import Kind, Rule

NOTE_CHARS = 200
MANY_NEIGHBOURS, MOST_NEIGHBOURS = 10, 0.7
AUTHOR = re.compile(
    r"^\W*(?:by|от|автор:?|作者[:：]?)?\s*((?:[A-ZА-ЯЁ][\w.'’-]*+(?:\s+(?:van|de|der|von|и|and"
    r"|&))?[\s,]*){2,6})(?=$|\(|\*|\[|,\s*`)"
)
NO_PERSON = re.compile(
    r"\b(?:pdf|e?pub|html|download|code|slides?|videos?|papers?|links?|notes?|free|paid|online|version|edition|parts?|chapters?|lectures?|weeks?|sections?|courses?"
    r"|books?|tutorials?|tools?|library|project|official|page|website|demo|github|youtube|playlist)\b",
    re.IGNORECASE,
)
"""A word that no name holds: `PDF Download`."""
EMPTY_BRACKETS = re.compile(r"\s*(?:\([\s,;|·]*\)|（[\s，、]*）|\[\s*\])")
YEAR = re.compile(r"(?:19[89]\d|20[0-3]\d)")


class Normaliser:
    """Judges the entries of one document; the topic finder is shared by all documents of an import."""

    def __init__(self, document: Document, finder: TopicFinder) -> None:
        self.document, self.finder = document, finder
        self.habit: Habit = read_habit(document.facts.language, document.entries)
        self._headings = _heading_chains(document.sections, document.facts.title)
        self._name = (document.facts.file.replace("-", " ").replace("_", " "), document.facts.title)
        said = " ".join([*(section.title for section in document.sections), *(one.title for one in document.entries)])
        self._traditional = is_traditional(said)
        if self._traditional:
            self._headings = {at: tuple(map(simplified, chain)) for at, chain in self._headings.items()}
            self._name = (self._name[0], simplified(self._name[1]))

    def mentions(self, *, facts_only: bool) -> tuple[Mention, ...]:
        """A mention of every entry, in order, their resource keys empty."""
        return like_neighbours(self._mention(entry, facts_only=facts_only) for entry in self.document.entries)

    def _mention(self, entry: Entry, *, facts_only: bool) -> Mention:
        read = _simplified(entry) if self._traditional else entry
        headings = self._headings.get(entry.section, ()) + read.folder[::-1]
        effort, as_written = effort_of(read), _way_back(read, entry)
        return Mention(
            resource="",
            line=entry.line,
            title=entry.title,
            url=entry.url,
            section=entry.section,
            links=entry.links,
            kind=judge_kind(read, headings, self._name),
            level=judge_level(read, headings),
            language=judge_language(read, self.habit, headings),
            topics=self.finder.judge_topics(read, (*headings, *read.tags)),
            is_free=judge_price(read),
            stance=judge_stance(read, headings),
            effort=effort and replace(effort, text=effort.text.translate(as_written)),
            prerequisites=prerequisites_of(read).translate(as_written),
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
        repeats = found is not None and entry.title.startswith(found[1].strip())
        if found is None or repeats or NO_PERSON.search(found[1]) or self.finder.find(found[1]):
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


def _simplified(entry: Entry) -> Entry:
    """An entry in the characters that the judges know."""
    return replace(
        entry,
        title=simplified(entry.title),
        note=simplified(entry.note),
        marks=tuple(map(simplified, entry.marks)),
        folder=tuple(map(simplified, entry.folder)),
        tags=tuple(map(simplified, entry.tags)),
    )


def _way_back(read: Entry, written: Entry) -> dict[int, str]:
    """From the characters an entry was read in to those it is written in, for what is quoted from it."""
    if read is written:
        return {}
    texts = zip((read.title, read.note, *read.marks), (written.title, written.note, *written.marks), strict=True)
    return {ord(a): b for one, other in texts for a, b in zip(one, other, strict=True)}


def _heading_chains(sections: tuple[Section, ...], title: str) -> dict[int | None, tuple[str, ...]]:
    """The headings above each section, nearest first; the document's own title is none of them.

    Beside others of its rank the first heading is one of a part: "# Articles" before "# Books".
    """
    chains: dict[int | None, tuple[str, ...]] = {None: ()}
    if sum(section.parent is None for section in sections) > 1:
        title = ""
    for section in sections:
        above = chains[section.parent]
        chains[section.position] = above if section.title == title else (section.title, *above)
    return chains


def _year(entry: Entry) -> int | None:
    return next((int(mark) for mark in entry.marks if YEAR.fullmatch(mark)), None)


def _cut(note: str) -> str:
    """A note of at most 200 characters, cut between words, without the brackets its further links stood in."""
    note = EMPTY_BRACKETS.sub("", note).strip(" -–—:|")
    if len(note) <= NOTE_CHARS:
        return note
    return note[: NOTE_CHARS - 1].rpartition(" ")[0][: NOTE_CHARS - 1] + "…"
