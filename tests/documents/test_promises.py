"""Lines that promise names which the text then lost, and lines that promise none."""

import pytest

from tests.documents.reread import read

AFTER = "\n\n## Next\n\nSomething else.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Выберите один из двух курсов:",
        "Вот три книги, которые помогут:",
        "Решите эти задачи:",
        "Read one of the following textbooks:",
        "The best books:",
        "推荐以下课程：",
        "推荐阅读下面几本书：",
    ],
)
def test_a_promise_that_nothing_follows(line: str) -> None:
    """The import says where, and invents nothing."""
    document = read(f"# Plan\n\n{line}{AFTER}")
    assert [(place.line, place.text) for place in document.lost] == [(3, line)]
    assert document.entries == ()


@pytest.mark.parametrize(
    "line",
    [
        "In this course you will learn:",
        "How to read papers:",
        "Course contents:",
        "My notes on the book:",
        "Плюсы этого курса:",
        "Книга состоит из трёх частей:",
        "Как проходить курсы:",
        "这门课程的特点：",
        "课程包括：",
    ],
)
def test_a_line_that_promises_no_names(line: str) -> None:
    """What a work holds, what is good about it, how it is used."""
    assert read(f"# Plan\n\n{line}{AFTER}").lost == ()


@pytest.mark.parametrize("heading", ["План лекций:", "Course topics", "Schedule of lectures"])
def test_a_plan_of_lectures_lists_no_works(heading: str) -> None:
    """Its lines say what is told when."""
    assert read(f"# {heading}\n\n1. Old gardens. Trees in the ground.\n2. Soil and rain\n").entries == ()


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Supporting Resources", ["Seeing Soil", "First Look at Roots"]),
        ("Дополнительные материалы:", ["Введение в почвы", "Корни и листья"]),
        ("推荐资源", ["Soil Primer", "Root Primer"]),
    ],
)
def test_resources_of_a_kind_that_is_said(heading: str, names: list[str]) -> None:
    """Under further or recommended resources every line is one."""
    items = "".join(f"- {name}\n" for name in names)
    assert [name.title for name in read(f"# Plan\n\n#### {heading}\n\n{items}").entries] == names


def test_resources_alone_promise_no_works() -> None:
    """The bare word stands over machines and rules as well."""
    assert read("# Plan\n\n#### Resources\n\n- One graphics card\n- Two hours a day\n").entries == ()


def test_resources_in_bold_over_items_that_end_in_a_stop() -> None:
    """A bold line before the list is a heading as well."""
    text = "# Plan\n\n**Supporting Resources**:\n\n- First Look at Roots.\n- Seeing Soil with Eyes.\n"
    assert [name.title for name in read(text).entries] == ["First Look at Roots", "Seeing Soil with Eyes"]
