"""Lists indented otherwise than Markdown asks for."""

import pytest

from catalogue.documents.pages.nesting import as_meant
from tests.documents.reread import read


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (
            "- Old\n\t\t- [Trees](https://a.org/t)\n\t\t\t\t- tags: tall\n\t\t- [Soil](https://a.org/s)\n",
            ["Old", "Old"],
        ),
        ("1. Old\n  - [Trees](https://a.org/t)\n  - [Soil](https://a.org/s)\n", ["Old", "Old"]),
        (
            "* Of trees\n  * Old\n          * [Trees](https://a.org/t)\n            and more of it\n"
            "  * [Soil](https://a.org/s)\n",
            ["Old", "Of trees"],
        ),
    ],
)
def test_lists_indented_too_little_or_too_much(text: str, sections: list[str]) -> None:
    """Two tabs under a bullet, two spaces under a number: neither is code, nor a list beside."""
    read_as = read(f"# Garden\n\n{text}")
    names = {section.position: section.title for section in read_as.sections}
    assert [(one.title, names[one.section or 0]) for one in read_as.entries] == list(
        zip(["Trees", "Soil"], sections, strict=True)
    )


@pytest.mark.parametrize(
    "text",
    [
        "- one\n  - two\n\n    text\n\n          code\n- three\n",
        "1. one\n   - two\n2. three\n",
        "- one\n\n      - code\n",
        " - one\n - two\n",
        "\tcode\n\t- code\n",
    ],
)
def test_what_stands_right_is_left(text: str) -> None:
    """Not a space of it changes."""
    assert list(as_meant(text.split("\n"))) == text.split("\n")


def test_many_levels_take_no_longer_each() -> None:
    """A line costs its own length, however many items are open."""
    deep = [f"{' ' * 2 * level}- item" for level in range(2_000)]
    assert list(as_meant(deep)) == deep
