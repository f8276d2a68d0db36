"""The works that a line without links names: by the first of the forms that it has. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalogue.documents.blocks import Block, BlockKind, clean
from catalogue.documents.citations.authors import are_authors, split_authors
from catalogue.documents.citations.citations import NamedWork, citations_in, title_of_work
from catalogue.documents.citations.credited import title_before_people
from catalogue.documents.citations.italics import italic_title
from catalogue.documents.lines.links import is_label, without_label
from catalogue.documents.lines.shape import NUMBERING
from catalogue.documents.lines.sheets import title_of_heading, unquoted
from catalogue.documents.names.emphasis import behind_label, stands_alone
from catalogue.documents.names.habits import Habits, strong_text
from catalogue.documents.names.headed import WHOLLY_QUOTED
from catalogue.documents.names.listed import (
    OF_PAGE,
    credited_title,
    described_title,
    listed_title,
    title_and_people,
    title_by,
    titles_by_line,
    told_in_bold,
    told_title,
)
from catalogue.documents.names.mentioned import marked_in, named_in
from catalogue.documents.names.naming import KIND, LONG_NAME, is_of_kinds, labelled
from catalogue.documents.names.promises import heads_list
from catalogue.documents.names.standing import Standing
from catalogue.normalise.level import level_of_words
from catalogue.vocabulary import Kind

PROVIDED = re.compile(
    r"\s*[:：]\s+[A-ZА-ЯЁ][\w'’+#-]+(?:\s+(?:[A-ZА-ЯЁ(\d][\w'’+#)-]*|for|of|the|and|with|in|to|a|an|on|by|from))+"
)
"""What follows a bold name that only offers the work: `**School**: Gardens for Beginners`."""

PART = re.compile(
    r"\W*(?:ch(?:ap(?:ter)?s?)?|sections?|lectures?|weeks?|days?|pages?|глав[аы]|гл|лекци[яи]|стр)\.?\s*\d"
    r"|\W*第\s?[一二三四五六七八九十\d]{1,3}\s?[章节讲课页]",
    re.IGNORECASE,
)
"""A part of a work that is named elsewhere, unless in quotes behind it: `Главы 1–3 книги «Сады»`."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Reads lines as the page is written: its habits, and what the line that is read stands `under`."""

    blocks: list[Block]
    taken: set[int]
    habits: Habits
    under: Standing

    def names_in(self, block: Block, text: str, run_of: str | None) -> Iterator[NamedWork]:
        """The works a line names; `run_of` is the line before it that promised names, if one did."""
        if is_of_kinds(text) or OF_PAGE.match(text):
            return
        if PART.match(text):
            in_quotes = named_in(text) if "«" in text else ()
            yield from (NamedWork(name, kind, text, block.line) for name, kind in in_quotes)
            return
        cited = [] if self._is_of_entry(block) else self._cited_in(block)
        yield from cited
        for name, kind in [] if cited else self._told_in(block, text, run_of):
            yield NamedWork(name, kind or self._kind_above(block), text, block.line)

    def _kind_above(self, block: Block) -> str:
        """The word for the kind of works in the item over a list: `Reference textbooks:`; "" for none."""
        above = "" if block.parent is None else self.blocks[block.parent].text
        kind = re.search(KIND, above) if heads_list(above) else None
        return kind[0] if kind else ""

    def _is_of_entry(self, block: Block) -> bool:
        """Whether an item cites the work of the item above it, which only points there: `Gardens [[Paper]](…)`."""
        if block.parent is None or block.parent not in self.taken:
            return False
        link = next((run for run in self.blocks[block.parent].runs if run.url), None)
        return link is not None and is_label(link.text)

    def _is_listed(self, block: Block, run_of: str | None) -> bool:
        """Whether an item stands under a word for works; under a heading further up only where few have links."""
        if block.kind is not BlockKind.ITEM:
            return False
        if block.parent is not None:
            return block.parent not in self.taken and heads_list(self.blocks[block.parent].text)
        return heads_list(run_of or self.under.nearest) or (self.habits.unlinked and self.under.headed)

    def _title_of(self, block: Block, text: str) -> str:
        """The title in a line of a list of works: in italics or bold, unless that is its author, else what it says."""
        if (title := italic_title(block) or (told_title(text) if self.habits.tells else None)) is not None:
            return title
        strong = strong_text(block)
        if level_of_words(strong.strip(" :：")) is not None and text != strong:
            return title_of_work(text.removeprefix(strong).lstrip(" :：-–—"), authors_first=self.habits.authors_first)
        if strong and not are_authors(strong):
            return text if PROVIDED.fullmatch(text.removeprefix(strong)) else unquoted(strong)
        return title_of_work(without_label(text), authors_first=self.habits.authors_first)

    def _titled(self, line: str) -> str | None:
        """The title in an item where works are listed: what follows its authors, else what looks like a title."""
        if split_authors(line, habit=self.habits.authors_first)[0]:
            return title_of_work(line, authors_first=self.habits.authors_first)
        return listed_title(line)

    def _told_in(self, block: Block, text: str, run_of: str | None) -> list[tuple[str, str]]:
        """The names in a line with the word for their kind, by the first of the forms that it has."""
        apart, told = behind_label(block), labelled(text)
        if apart and len(apart) >= len(told):
            return apart
        if self.habits.set_apart and (alone := stands_alone(block)) is not None:
            return [(alone, "")]
        in_words = text.endswith(("?", ":", "：")) or strong_text(block)[:1].islower()
        if 3 < len(text) <= LONG_NAME * 2 and not in_words and self._is_listed(block, run_of):
            return [(self._title_of(block, text), "")]
        if block.kind is BlockKind.ITEM and block.parent is None:
            title = credited_title(block) or (italic_title(block) if self.under.works else None)
            title = title or (described_title(block) if self.under.names else None)
            title = title or (self._titled(_first_line(block)) if self.under.works else None)
            if title is None and (signed := self._signed(text)) is not None:
                return [signed]
            title = title or (told_title(text) if self.habits.tells and self.under.works else None)
            if title is not None:
                return [(title, "")]
        by_line = _by_line(block) if self.under.right_under_works else []
        return (
            by_line
            or _in_bold(block)
            or _alone(told_in_bold(block))
            or told
            or (marked_in(text) if block.parent in self.taken else list(named_in(text)))
        )

    def _signed(self, text: str) -> tuple[str, str] | None:
        """The title before the people who made it, in brackets or behind a comma as the list has them."""
        credited = title_before_people(text) if self.habits.credits else None
        title = credited or (title_and_people(text) if self.habits.signs else None)
        dated = self.under.works or (credited and re.search(r"\d{4}\)", text))
        return (title, "" if dated else Kind.BOOK) if title else None

    def _cited_in(self, block: Block) -> list[NamedWork]:
        """The works that a block cites; a paragraph is one of a bibliography by its number, its heading, or others."""
        works = citations_in(block)
        if len(works) == 1 and (title := italic_title(block)) is not None:
            works = [replace(works[0], title=title)]
        if block.kind is BlockKind.ITEM or len(works) > 1 or self.habits.cites:
            return works
        return works if self.under.works and NUMBERING.match(block.text) else []


def _by_line(block: Block) -> list[tuple[str, str]]:
    """The titles of a paragraph of nothing but titles and who they are by."""
    return titles_by_line(block) or _alone(title_by(block.text))


def _alone(title: str | None) -> list[tuple[str, str]]:
    """A title, if there is one, without a word for its kind."""
    return [(title, "")] if title else []


def _in_bold(block: Block) -> list[tuple[str, str]]:
    """The title of a bold line that is nothing but that in quotes, and who it is by: what follows is about it."""
    line = NUMBERING.sub("", block.text)
    bold = block.kind is BlockKind.PARAGRAPH and all(run.strong for run in block.runs if run.text.strip())
    return [(title_of_heading(block), "")] if bold and WHOLLY_QUOTED.fullmatch(line) else []


def _first_line(block: Block) -> str:
    """The text of a block up to its first line break."""
    return clean("".join(run.text for run in block.runs if not run.image).strip().partition("\n")[0])
