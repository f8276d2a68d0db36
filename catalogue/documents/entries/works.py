"""The works found so far on a page, and where: each line that gives one adds it here."""

from catalogue.documents.blocks import Block, Run, plain_text
from catalogue.documents.citations.italics import italic_title
from catalogue.documents.entries.found import Found, begin
from catalogue.documents.entries.judging import REST_BEGINS, rest_of
from catalogue.documents.entries.sieve import LinkSieve
from catalogue.documents.entries.titles import named_by_bold_line, named_by_heading, title_of
from catalogue.documents.lines.links import only_points, web_url
from catalogue.documents.lines.shape import Shape
from catalogue.vocabulary import Why


class Works:
    """The works of one page in order, those that stand at a place, and the places of lines that only name one."""

    def __init__(self, blocks: list[Block], section_of: list[int | None], base: str | None) -> None:
        self.blocks, self.section_of, self.base = blocks, section_of, base
        self.sieve = LinkSieve(blocks, base)
        self.found: list[Found] = []
        self.at: dict[int, Found] = {}
        self.named: set[int] = set()

    def add(self, index: int, shape: Shape, why: Why) -> Found:
        """Take a work from the line at a place, with the links, notes and marks that stand beside it."""
        url = web_url(shape.link.url or "", self.base)
        found = begin(shape, self._title(index, shape), url, self.section_of[index], why)
        self.give(found, shape.rest)
        found.running = why is Why.PARAGRAPH and not REST_BEGINS.match(rest_of(shape))
        found.notes.append(plain_text([run for run in shape.rest if run.url is None or not self.sieve.is_label(run)]))
        self.found.append(found)
        self.at.setdefault(index, found)
        return found

    def give(self, found: Found, runs: list[Run]) -> None:
        """Give a work the links of a line in the roles they name; those that name none are passed."""
        self.sieve.passed += found.add_links(runs, [place for place, run in enumerate(runs) if run.url], self.base)

    def _title(self, index: int, shape: Shape) -> str:
        """What the work of a line is called, by its heading where its line is an address alone."""
        by_heading = named_by_heading(self.blocks, index, shape)
        before = self.blocks[index - 1] if index else None
        if by_heading is None and (by_line := named_by_bold_line(before, shape)) is not None:
            self.named.add(index - 1)
            return by_line
        in_italics = italic_title(self.blocks[index]) if shape.lead_text and only_points(shape.link) else None
        return shape.title or by_heading or in_italics or title_of(shape, labelled=self.sieve.is_label(shape.link))
