"""A question that finds nothing, asked without some of its words. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from catalogue.search.expressions import every
from catalogue.search.parts import Part, Role

FEWEST_SPARED = 3
"""Of so many parts one may be left out that is not the subject."""


@dataclass(frozen=True, slots=True)
class Shortened:
    """A question without some of its words: what it asks for then, and the words left out, as typed."""

    expression: str
    left_out: str


def shorten(parts: Sequence[Part], typed: Callable[[Part], str]) -> tuple[tuple[Shortened, ...], ...]:
    """The steps to ask when all words together find nothing, each as questions that count alike.

    First the subject without its qualifiers; then, of three parts or more, all but one that is no topic; then the
    topics alone; then the topics but one. `typed` gives a part as the reader wrote it.
    """

    def without(left_out: Iterable[Part]) -> Shortened:
        out = list(left_out)
        return Shortened(every(part.wide for part in parts if part not in out), " ".join(map(typed, out)))

    qualifiers = [part for part in parts if part.role in (Role.QUALIFIER, Role.FILLER)]
    beside = [part for part in parts if part.role is not Role.TOPIC]
    steps: list[tuple[Shortened, ...]] = []
    if 0 < len(qualifiers) < len(parts):
        steps.append((without(qualifiers),))
    if len(parts) >= FEWEST_SPARED:
        steps.append(tuple(without([part]) for part in beside or parts))
    if len(qualifiers) < len(beside) < len(parts):
        steps.append((without(beside),))
    topics = [part for part in parts if part.role is Role.TOPIC]
    if len(topics) > 1:
        steps.append(tuple(without([*beside, topic]) for topic in topics))
    return tuple(steps)
