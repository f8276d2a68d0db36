"""Titles in italics behind the people who wrote them, with an address and without."""

import pytest

from tests.documents.reread import mentions_of

A = "https://gardens.example/old"


@pytest.mark.parametrize(
    "line",
    [
        "Ann Bee. *Gardens of Old*. All of it",
        "`trees`, `soil`. Bee, Ant, Dun. *Gardens of Old*.",
        "**Bee & Ant** — *Gardens of Old* (2nd ed, 2018)",
        "**Ann Bee and Carl D. Dun**, *Gardens of Old* (2nd edition), free online",
        "Ann B. Bee, Carl D. Dun, Eve Fox. _Gardens of Old_, Leaf Press",
    ],
)
def test_what_is_in_italics_behind_people_is_the_title(line: str) -> None:
    """Names in full look like titles, so the italics say which is which."""
    assert [found.title for found in mentions_of(f"# Books\n\n- {line}\n", "list.md")] == ["Gardens of Old"]


def test_a_bold_title_keeps_its_author_in_italics() -> None:
    """Some write it the other way round."""
    assert [found.title for found in mentions_of("# Books\n\n- **Old Gardens** — *Ann Bee*\n", "list.md")] == [
        "Old Gardens"
    ]


def test_an_address_behind_a_title_in_italics_is_its_own() -> None:
    """Its text shows the host alone and says nothing of the work."""
    text = f"## Books\n\n1. **Bee & Ant** — *Gardens of Old* (Leaf, 2018). Free at [gardens.example]({A})\n"
    assert [(found.title, found.url) for found in mentions_of(text, "list.md")] == [("Gardens of Old", A)]
