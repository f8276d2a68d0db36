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
        above = lists_works([text for _, text in reversed(self._headings)], self.title)
        self._headings.append((depth, heading))
        self._settle([])
        return above

    def come_to(self, paragraph: str) -> None:
        """Come to a paragraph; one that ends in a colon stands over the list that follows it."""
        self._settle([paragraph] if paragraph.endswith((":", "：")) else [])

    def _settle(self, over: list[str]) -> None:
        headings = [*over, *(text for _, text in reversed(self._headings))]
        self.headed = lists_works(headings, "")
        self.works = lists_works(headings, self.title)
        self.names = self.described and lists_works(headings, self.title, described=True)
