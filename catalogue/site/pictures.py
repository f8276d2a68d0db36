"""Small pictures as SVG, readable in black and white; each stands beside a table that says the same. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

BAR_HEIGHT = 140
BAR_WIDTH = 32
BAR_GAP = 8
STEP = 18
STRIP_HEIGHT = 34
GOOD_VERDICTS = frozenset(("ok", "moved"))
BAD_VERDICTS = frozenset(("gone", "unanswered", "suspect"))

PATTERNS = (
    '<defs><pattern id="lines" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" class="ground"/><rect width="2.4" height="6" class="stroke"/></pattern>'
    '<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="ground"/>'
    '<circle cx="3" cy="3" r="1.1" class="stroke"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Moment:
    """How many links were in each group of states on a day."""

    day: str
    counts: Mapping[str, int]


GROUPS: Mapping[str, tuple[str, ...]] = {
    "ok": ("ok", "moved"),
    "unverifiable": ("unverifiable", "unchecked"),
    "failing": ("failing", "suspect"),
    "dead": ("dead",),
}
"""What the picture of the collection stacks, from the bottom up; the words are those of the states."""


def draw_health(moments: Sequence[Moment], title: str) -> Markup:
    """The collection's links over time, one bar a week, by what is known of them."""
    most = max((sum(moment.counts.values()) for moment in moments), default=0)
    if not most:
        return Markup("")
    width = len(moments) * (BAR_WIDTH + BAR_GAP)
    bars = "".join(_bar(moment, number * (BAR_WIDTH + BAR_GAP), most) for number, moment in enumerate(moments))
    return _svg(width, BAR_HEIGHT + 18, title, PATTERNS + bars)


def _bar(moment: Moment, left: int, most: int) -> str:
    top = float(BAR_HEIGHT)
    parts = []
    for group, states in GROUPS.items():
        height = sum(moment.counts.get(state, 0) for state in states) * (BAR_HEIGHT - 4) / most
        top -= height
        if height:
            parts.append(f'<rect class="{group}" x="{left}" y="{top:.1f}" width="{BAR_WIDTH}" height="{height:.1f}"/>')
    middle = left + BAR_WIDTH / 2
    return (
        "".join(parts)
        + f'<text x="{middle}" y="{BAR_HEIGHT + 13}">{escape(moment.day[8:])}.{escape(moment.day[5:7])}</text>'
    )


def draw_history(verdicts: Sequence[str], title: str) -> Markup:
    """The looks at one link from old to new: a disc for good, a cross for bad, a ring for what told nothing."""
    middle = STRIP_HEIGHT / 2
    marks = "".join(_mark(verdict, number * STEP + STEP / 2, middle) for number, verdict in enumerate(verdicts))
    width = len(verdicts) * STEP
    line = f'<line class="thread" x1="0" y1="{middle}" x2="{width}" y2="{middle}"/>'
    return _svg(width, STRIP_HEIGHT, title, line + marks)


def _mark(verdict: str, x: float, y: float) -> str:
    label = f"<title>{escape(verdict)}</title>"
    if verdict in GOOD_VERDICTS:
        return f'<circle class="good" cx="{x}" cy="{y}" r="5.5">{label}</circle>'
    if verdict in BAD_VERDICTS:
        arms = f"M{x - 5} {y - 5}L{x + 5} {y + 5}M{x + 5} {y - 5}L{x - 5} {y + 5}"
        return f'<path class="bad" d="{arms}">{label}</path>'
    return f'<circle class="unknown" cx="{x}" cy="{y}" r="4.5">{label}</circle>'


def draw_shares(counts: Sequence[tuple[str, int]], title: str) -> Markup:
    """Some counts as bars lying under each other, longest first as they come."""
    most = max((count for _, count in counts), default=0)
    if not most:
        return Markup("")
    rows = "".join(
        f'<text class="name" x="0" y="{number * 24 + 16}">{escape(name)}</text>'
        f'<rect class="share" x="120" y="{number * 24 + 4}" width="{count * 200 / most:.1f}" height="16"/>'
        f'<text class="value" x="{126 + count * 200 / most:.1f}" y="{number * 24 + 16}">{count}</text>'
        for number, (name, count) in enumerate(counts)
    )
    return _svg(370, len(counts) * 24 + 4, title, rows)


def _svg(width: float, height: float, title: str, content: str) -> Markup:
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="img" aria-label="{escape(title)}">{content}</svg>'
    )
    return Markup(drawing)  # noqa: S704 - every text in it is escaped above
