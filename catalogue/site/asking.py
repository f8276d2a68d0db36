"""What a search address asks for: words, chosen facets, an order, a page. Pure; any address is a question."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import quote_plus, urlencode

FACETS = ("kind", "level", "language", "topic", "free", "status")
"""The facets of the search page, in the order it shows them."""
MOST_VALUES = 20
LONGEST_VALUE = 80
LONGEST_TEXT = 200
LAST_PAGE = 1000
PAGE_ROWS = 20


class Sort(StrEnum):
    """The orders a reader can choose."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    TITLE = "title"
    RECOMMENDED = "recommended"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to the catalogue; its address is its permalink."""

    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    page: int = 1

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What a new search keeps: everything but the words and the page."""
        pairs = [(facet, value) for facet in FACETS for value in self.chosen.get(facet, ())]
        return pairs if self.sort is Sort.RELEVANCE else [*pairs, ("sort", self.sort.value)]

    def address(self, path: str = "/search", **further: str) -> str:
        """The one address of this question, defaults left out."""
        pairs = [("q", self.text)] if self.text else []
        pairs += self.kept
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        pairs += further.items()
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def has(self, facet: str, value: str) -> bool:
        """Whether a value of a facet is chosen."""
        return value in self.chosen.get(facet, ())

    def toggled(self, facet: str, value: str) -> "Ask":
        """The question with one more value chosen, or one less; on its first page."""
        held = self.chosen.get(facet, ())
        values = tuple(v for v in held if v != value) if value in held else (*held, value)
        return replace(self, chosen={**self.chosen, facet: values}, page=1)

    def adder(self, facet: str) -> Callable[[str], str]:
        """What makes the address of the question with one more value of a facet chosen: made once, used often."""
        at = FACETS.index(facet) + 1
        before = [("q", self.text)] if self.text else []
        before += [(name, value) for name in FACETS[:at] for value in self.chosen.get(name, ())]
        after = [pair for pair in self.kept if pair[0] not in FACETS[:at]]
        start, end = urlencode(before), urlencode(after)
        start, end = f"/search?{start}&{facet}=" if start else f"/search?{facet}=", f"&{end}" if end else ""
        return lambda value: f"{start}{quote_plus(value)}{end}"

    def sorted_by(self, sort: Sort) -> "Ask":
        """The same question in another order."""
        return replace(self, sort=sort, page=1)

    def on_page(self, page: int) -> "Ask":
        """Another page of the same answer."""
        return replace(self, page=page)

    def without_facets(self) -> "Ask":
        """The words alone."""
        return Ask(self.text)

    @property
    def is_narrowed(self) -> bool:
        """Whether any value of any facet is chosen."""
        return any(self.chosen.values())


def parse_ask(pairs: Iterable[tuple[str, str]]) -> Ask:
    """The question of an address; what makes no sense in it is as if it were not there."""
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    chosen = {facet: _chosen(values.get(facet, [])) for facet in FACETS}
    return Ask(
        text=_clean(values.get("q", [""])[0])[:LONGEST_TEXT],
        chosen={facet: several for facet, several in chosen.items() if several},
        sort=_sort(values.get("sort", [""])[0]),
        page=_page(values.get("page", ["1"])[0]),
    )


def _chosen(values: Iterable[str]) -> tuple[str, ...]:
    kept = (_clean(value) for value in values)
    return tuple(dict.fromkeys(value for value in kept if 0 < len(value) <= LONGEST_VALUE))[:MOST_VALUES]


def _clean(text: str) -> str:
    """Without halves of characters and control signs, which no title holds and no address can carry."""
    return "".join(char if char.isprintable() else " " for char in text).strip()


def _sort(text: str) -> Sort:
    return Sort(text) if text in Sort.__members__.values() else Sort.RELEVANCE


def _page(text: str) -> int:
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 9 else 1
