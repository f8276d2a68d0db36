"""Longer names that hold the name of a topic and mean another one: a Fourier transform is no transformer. Pure."""

from collections.abc import Iterator, Mapping

Terms = tuple[str, ...]


def find_lookalikes(
    names: Mapping[Terms, tuple[str, ...]], spelt: Mapping[Terms, str], broader: Mapping[str, str | None]
) -> dict[str, tuple[Terms, ...]]:
    """For each topic the names that would be taken for it; `names` and `spelt` give a name's topics and its spelling.

    The longer name of a narrower topic is none: a convolutional neural network is a neural network. A sibling's is,
    where the shorter one has several words: self-supervised learning is no supervised learning.
    """
    found: dict[str, dict[Terms, None]] = {}
    for longer, others in names.items():
        for shorter in _parts(longer):
            stems_only = shorter in names and _share_stems_only(spelt[shorter], spelt[longer])
            for topic in names.get(shorter, ()):
                above = broader.get(topic)
                siblings = len(shorter) > 1 and above is not None and all(broader.get(o) == above for o in others)
                if (siblings or stems_only) and not any(is_within(other, topic, broader) for other in others):
                    found.setdefault(topic, {})[longer] = None
    return {topic: tuple(longer) for topic, longer in found.items()}


def _parts(name: Terms) -> Iterator[Terms]:
    """Each stretch of a name that is shorter than it."""
    for length in range(1, len(name)):
        for start in range(len(name) - length + 1):
            yield name[start : start + length]


def is_within(topic: str, wider: str, broader: Mapping[str, str | None]) -> bool:
    """Whether a topic is another one or, over any number of steps, part of it."""
    above: str | None = topic
    while above is not None and above != wider:
        above = broader.get(above)
    return above is not None


def _share_stems_only(shorter: str, longer: str) -> bool:
    """Whether a name stands in another by its stem alone (embedding, embedded); Russian ones are inflected anyway."""
    return shorter.isascii() and shorter.rstrip("s") not in longer
