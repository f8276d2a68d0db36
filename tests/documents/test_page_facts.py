"""What a page says of itself and how it is parted: title, author, date, sections and their times."""

import pytest

from tests.documents.reread import read

A, B = "https://a.example/x", "https://b.example/y"


def test_sections_steps_and_times() -> None:
    """Headings, lines over lists and timed lines are sections; what counts or takes time is a step."""
    text = (
        f"# Path\n\n## Step 1: begin\n\n**Resources:**\n\n- [One]({A})\n\n**Timeline:** 3-4 weeks\n\n"
        f"## Step 2: go on\n\nTimeline: ongoing\n\n1. Sub\n   - [Two]({B})\n"
    )
    document = read(text)
    shown = [(s.title, s.depth, s.parent, s.step, s.effort and s.effort.max_weeks) for s in document.sections]
    assert shown == [
        ("Path", 1, None, None, None),
        ("Step 1: begin", 2, 1, 1, 4),
        ("Resources", 4, 2, None, None),
        ("Step 2: go on", 2, 1, 2, None),
        ("Sub", 3, 4, 3, None),
    ]
    assert [entry.section for entry in document.entries] == [3, 5]
    assert document.sections[3].effort is not None
    assert document.sections[3].effort.text == "ongoing"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            "---\nДата создания: ' 16-10-2025'\nИсточник: https://p.example/how-to-learn-things-1a2b3c4d\n---\n"
            "Текст про учёбу.",
            ("How to learn things", "https://p.example/how-to-learn-things-1a2b3c4d", "ru", None, "2025-10-16"),
            id="ru front matter, title from the address",
        ),
        pytest.param(
            '---\ntitle: "学习路线"\ndate: 2024-11-16T01:24:58Z\nauthor: Somebody\n---\n我们来学习',
            ("学习路线", None, "zh", "Somebody", "2024-11-16"),
            id="zh front matter",
        ),
        pytest.param("# A *way*\n\nthe text of it is here", ("A way", None, "en", None, None), id="heading"),
        pytest.param(
            "Как я учился.\nДлинный текст\nАвтор: ivan", ("Как я учился", None, "ru", "ivan", None), id="signed"
        ),
        pytest.param("---\ntitle: a: b\n---\nx", ("a: b", None, None, None, None), id="front matter that is no YAML"),
    ],
)
def test_facts_about_the_document(text: str, facts: tuple[str | None, ...]) -> None:
    """Title, own address, language, author and date come from front matter, else from the text."""
    read_facts = read(text, "notes.txt").facts
    assert (read_facts.title, read_facts.url, read_facts.language, read_facts.author, read_facts.date) == facts
