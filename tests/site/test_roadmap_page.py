"""A roadmap is drawn as the path it is."""

from catalogue.site.pages.roadmap import path_of


def _section(position: int, title: str, parent: int | None = None, step: int | None = None) -> dict[str, object]:
    return {"position": position, "title": title, "parent": parent, "step": step, "effort": None}


def _outline(parts: list[dict[str, object]]) -> list[object]:
    """Titles as a tree, with what is named below each."""
    return [
        (
            part["title"],
            [m["title"] for m in part["mentions"]],
            [(h["title"], len(h["mentions"])) for h in part["headings"]],
        )  # type: ignore[attr-defined, index]
        for part in parts
    ]


def test_headings_stand_below_their_step() -> None:
    """A step keeps its name though its links stand below smaller headings; headings with nothing are left out."""
    sections = [
        _section(1, "Before we start"),
        _section(2, "Step 1: Python", step=1),
        _section(3, "Topics", parent=2),
        _section(4, "Nothing here", parent=2),
        _section(5, "Books", parent=3),
        _section(6, "Step 2: Practice", step=2),
        _section(7, "Farewell"),
    ]
    mentions = [
        {"title": "loose", "position": None},
        {"title": "course", "position": 3},
        {"title": "book", "position": 5},
        {"title": "channel", "position": 7},
    ]
    assert _outline(path_of(sections, mentions)) == [
        (None, ["loose"], []),
        ("Step 1: Python", [], [("Topics", 1), ("Books", 1)]),
        ("Step 2: Practice", [], []),
        ("Farewell", ["channel"], []),
    ]


def test_a_number_is_told_once() -> None:
    """The number beside a step is not told again by its title; any other number is a part of the title."""
    sections = [
        _section(1, "1. Mathematics", step=1),
        _section(2, "2) Python", step=2),
        _section(3, "3、机器学习", step=3),
        _section(4, "1. Practice", step=4),
        _section(5, "5G and you", step=5),
    ]
    titles = [part["title"] for part in path_of(sections, [])]
    assert titles == ["Mathematics", "Python", "机器学习", "1. Practice", "5G and you"]
