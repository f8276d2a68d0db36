"""What a line stands under: the headings above it, a line right over its list, and whether they list works."""

from catalogue.documents.lines.labels import bare_words
from catalogue.documents.names.listed import LIST_OF_WORKS, lists_works


class Standing:
    """The headings above the line that is read.

    `works`: they list works. `names`: they list works, or names where each is bold and `described`. `headed`: so do the
    headings alone, without the title of the document.
    """

    def __init__(self, title: str, *, described: bool) -> None:
        self.title, self.described = title, described
        self._headings: list[tuple[int, str]] = []
        self._work: int | None = None
        self._settle([])

    @property
    def nearest(self) -> str:
        """The last heading, "" before the first."""
        return self._headings[-1][1] if self._headings else ""

    @property
    def right_under_works(self) -> bool:
        """Whether the last heading is itself a word for works."""
        return LIST_OF_WORKS.fullmatch(bare_words(self.nearest)) is not None

    def open(self, depth: int, heading: str) -> bool:
        """Come to a heading; whether those above it list works."""
        while self._headings and self._headings[-1][0] >= depth:
            self._headings.pop()
        if self._work is not None and depth <= self._work:
            self._work = None
        above = lists_works([text for _, text in reversed(self._headings)], self.title)
        self._headings.append((depth, heading))
        self._settle([])
        return above

    def is_work(self) -> None:
        """The last heading is itself a work: what stands under it, unless by a word of its own, is part of that."""
        self._work = self._headings[-1][0]
        self._settle([])

    def come_to(self, paragraph: str) -> None:
        """Come to a paragraph; one that ends in a colon stands over the list that follows it."""
        self._settle([paragraph] if paragraph.endswith((":", "：")) else [])

    def _settle(self, over: list[str]) -> None:
        headings = [*over, *(text for depth, text in reversed(self._headings) if depth > (self._work or 0))]
        title = self.title if self._work is None else ""
        self.headed = lists_works(headings, "")
        self.works = lists_works(headings, title)
        self.names = self.described and lists_works(headings, title, described=True)
