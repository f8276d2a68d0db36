"""An entry while its document is still being read: what stands with it and under it adds to it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from catalogue.documents.blocks import Run, clean, plain_text
from catalogue.documents.citations.authors import are_authors, split_authors
from catalogue.documents.entries.judging import LONG_LABEL
from catalogue.documents.lines.labels import LANGUAGE_NAME, bare_words, is_main_word, is_share, role_of
from catalogue.documents.lines.links import is_bare, names_platform, web_url, why_not
from catalogue.documents.lines.shape import Shape, marks_in, untyped, without_label_end
from catalogue.documents.structured.fieldnames import meaning_of
from catalogue.records.documents import Entry, EntryLink, Passed
from catalogue.urls import identifiers_of
from catalogue.vocabulary import LinkRole, Why

MAX_TITLE, MAX_NOTE = 300, 1_500
TASK = re.compile(r"\W{0,3}\[[ xX✓✔]\]")
SIGNS = re.compile(r"^(?::[a-z][a-z0-9_+-]{1,30}:\s*)+")
DRAWN_AT_END = re.compile(r"[\s\u2600-\u27bf\u2b50\U0001f300-\U0001faff\ufe0f]+$")
"""Stars and other pictures behind a title: `Gardens ⭐⭐⭐`."""
"""Names of emoji before a title: `:books: Gardens`."""
FIELD = re.compile(r"[^:：.;]{1,40}[:：]\s*\S[^.;]*(?<![\s!?])")


@dataclass(slots=True)
class Found:
    """An entry, its further links, notes and marks; `running` where its line runs on as a sentence does.

    `by_facts`: its links stand under it behind labels. `lent` is the role of a link that stands in for the work's own
    until that comes: "Video" over "Website".
    """

    entry: Entry
    links: list[EntryLink] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    running: bool = False
    by_facts: bool = False
    lent: LinkRole | None = None

    def finished(self) -> Entry:
        """The entry with all that was added."""
        return replace(
            self.entry,
            links=tuple(dict.fromkeys(self.links)),
            note=clean(_in_a_row(self.notes))[:MAX_NOTE],
            marks=tuple(dict.fromkeys(mark for mark in self.marks if mark)),
        )

    def add_links(self, runs: list[Run], places: list[int], base: str | None) -> list[Passed]:
        """Take the other links that stand with it, in the roles their texts name; those without one are returned."""
        passed: list[Passed] = []
        for place in places:
            run = runs[place]
            if why_not(run, base) not in (None, Why.IMAGE):
                continue
            label = runs[place - 1].text if place and is_bare(run) else run.text
            url, role = web_url(run.url or "", base), role_of(label) or _as_translation(label)
            if url is None or url == self.entry.url:
                continue
            if role is None and is_bare(run) and any(scheme in ("arxiv", "doi") for scheme, _ in identifiers_of(url)):
                role = LinkRole.PAPER
            if role is None and self.lent is not None and is_main_word(label):
                self.links.append(EntryLink(self.entry.url or "", self.lent))
                self.entry, self.lent = replace(self.entry, url=url), None
            elif role is None:
                passed.append(Passed(run.line, run.text, Why.SHARE if is_share(label) else Why.UNNAMED_ROLE))
            else:
                self.links.append(EntryLink(url, role))
        return passed

    def add_fact(self, label: str, runs: list[Run], base: str | None) -> list[Passed]:
        """Take the links of one of a work's facts, in the role its label names; those without one are returned."""
        passed: list[Passed] = []
        for run in runs:
            url = web_url(run.url, base) if run.url else None
            role = role_of(label) or (LinkRole.MIRROR if names_platform(run) else None)
            if role is not None and url is not None and url != self.entry.url:
                self.links.append(EntryLink(url, role))
            elif role is None and url is not None:
                passed.append(Passed(run.line, run.text, Why.UNNAMED_ROLE))
        text = plain_text(runs)
        self.notes += [f"{label}: {text}"] if text != label else []
        return passed

    def describe(self, runs: list[Run]) -> None:
        """Take a line of text; one that is a field of the work ("Level: easy") is a mark as well."""
        text = plain_text(runs)
        self.notes.append(text)
        self.marks.extend(marks_in(runs))
        label, colon, value = text.replace("：", ":", 1).partition(":")
        if colon and len(value) <= LONG_LABEL and (meaning := meaning_of(label)) in ("kind", "level"):
            self.marks.append(f"@{value.strip().lower()}" if meaning == "kind" else value.strip())


def begin(shape: Shape, title: str, url: str | None, section: int | None, why: Why) -> Found:
    """The entry that a line names, with what stands before its link and the marks of the line."""
    title, typed = untyped(title)
    title = DRAWN_AT_END.sub("", SIGNS.sub("", title[:MAX_TITLE])).rstrip(" :：") or title
    lead = without_label_end(shape.lead_text)
    by = lead if are_authors(lead) else split_authors(lead)[0]
    entry = Entry(shape.link.line, title, url, section, creator=by.rstrip(" .,") or None, why=why)
    said = [lead] if lead != title else []
    # In a list of tasks what is struck out is done.
    against = shape.link.struck and not TASK.match(plain_text(shape.lead))
    typed = (*typed, "stance:discouraged") if against else typed
    return Found(entry, marks=[*typed, *shape.marks, *said, *marks_in(shape.lead + shape.rest)])


def _as_translation(label: str) -> LinkRole | None:
    """The role of a link that only names a language: the same work in another."""
    return LinkRole.MIRROR if LANGUAGE_NAME.fullmatch(bare_words(label)) else None


def _in_a_row(notes: Iterable[str]) -> str:
    """Notes as one text; a field ("Level: easy") ends with a stop, or the label of the next would run into it."""
    return " ".join(f"{note};" if FIELD.fullmatch(note) else note for note in map(str.strip, notes)).removesuffix(";")
