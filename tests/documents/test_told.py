"""Links in running text: those that a sentence advises, praises or calls what they are, and those it only mentions."""

import pytest

from tests.documents.reread import titles_of

A, B = "https://a.example/x", "https://b.example/y"
LISTED = "".join(f"- [Listed {n}](https://l.example/{n})\n" for n in range(6))
"""A list, so that running text is not the form of the document."""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Should you like books more, go with [Gardens]({A}). Then plant [Trees]({B}).", ["Gardens"]),
        (
            f"The [Leaf gardening course]({A}) is where to begin, and [Leaf]({B}) is its school.",
            ["Leaf gardening course"],
        ),
        (f"Leaf's [Soil for All]({A}) and [Roots for All]({B}), both free.", ["Soil for All", "Roots for All"]),
        (f"I like how [Gardens of Old]({A}) by Ann Bee begins; it runs on [Spade]({B}).", ["Gardens of Old"]),
        (f"Кто устал, может прочитать [Сады]({A}). Сайт сделан на [Лопате]({B}).", ["Сады"]),
        (f"除了[官方的教程]({A})之外，[Spade]({B}) 是一个工具。", ["官方的教程"]),
        (f"可以搭配這篇 [Old Gardens]({A}) 學習，它由 [Spade]({B}) 推出。", ["Old Gardens"]),
        (f"那么，[Old Gardens]({A}) 也不错。它用 [Spade]({B}) 写成。", ["Old Gardens"]),
        (f"We use [Spade]({A}) and the rest of [Leaf]({B}) as they are.", []),
        (f"If you know [Spade]({A}), this [page]({B}) is a good place to start.", []),
    ],
)
def test_told_in_running_text(text: str, told: list[str]) -> None:
    """A sentence says of a link that it is a work, or only that there is such a thing."""
    found = titles_of(f"# All\n\n{LISTED}\n## More\n\n{text}\n")
    assert [title for title, _ in found if not title.startswith("Listed")] == told
