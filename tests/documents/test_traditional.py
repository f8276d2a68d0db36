"""Documents in traditional Chinese: read by the rules for simplified, shown as they were written."""

import time

import pytest

from catalogue.documents.reading import read_document
from catalogue.documents.traditional import is_traditional
from catalogue.records.documents import Mention
from catalogue.search.folding import simplified
from catalogue.vocabulary import Kind, Level
from tests.documents.reread import mentions_of

LIST = """# 園藝學習資源

## 線上課程
- [園藝入門](https://a.example/1)（英文，適合初學者，免費）

## 書籍
- 《樹木與後裡》李航
- 土壤學基礎

## 影片
- [根與葉](https://a.example/4)

## 論文
- [雙子葉植物](https://a.example/5)

建議先讀完以下三本書：
"""


def read() -> dict[str, Mention]:
    """The mentions of the list by their titles."""
    return {one.title: one for one in mentions_of(LIST, "list.md")}


def test_titles_are_given_back_as_written() -> None:
    """No title, note or heading loses its own characters."""
    assert list(read()) == ["園藝入門", "樹木與後裡", "土壤學基礎", "根與葉", "雙子葉植物"]
    document = read_document(LIST.encode(), "list.md")
    assert [section.title for section in document.sections][:2] == ["園藝學習資源", "線上課程"]
    assert document.facts.title == "園藝學習資源"
    assert all(part in LIST for one in document.entries for part in (one.title, one.note))
    assert [place.text for place in document.lost] == ["建議先讀完以下三本書："]


@pytest.mark.parametrize(
    ("title", "kind"),
    [("園藝入門", Kind.COURSE), ("土壤學基礎", Kind.BOOK), ("根與葉", Kind.VIDEO), ("雙子葉植物", Kind.PAPER)],
)
def test_headings_are_understood(title: str, kind: Kind) -> None:
    """The heading's word says the kind."""
    found = read()[title].kind
    assert found is not None
    assert found.value is kind


def test_what_a_line_says_is_understood() -> None:
    """Level and price in traditional words."""
    one = read()["園藝入門"]
    assert one.level is not None
    assert one.level.value is Level.BEGINNER
    assert one.is_free is not None
    assert one.is_free.value is True


def test_what_is_quoted_from_a_line_is_given_back_as_well() -> None:
    """Prerequisites and times are parts of what the author wrote."""
    first = "- [園藝](https://a.example/1) - 先修要求：線性代數與機率論。\n"
    second = "- [樹木](https://a.example/3) - 12 小時，適合初學者\n"
    garden, trees = mentions_of(f"# 園藝課程\n\n## 線上課程\n{first}{second}", "list.md")
    assert garden.prerequisites == "線性代數與機率論"
    assert trees.effort is not None
    assert trees.effort.text == "12 小時"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("機器學習", True), ("机器学习", False), ("周志华 著", False), ("Machine learning", False), ("", False)],
)
def test_which_texts_are_traditional(text: str, expected: bool) -> None:
    """Simplified texts are read as they are."""
    assert is_traditional(text) is expected
    assert len(simplified(text)) == len(text)


def test_a_long_document_takes_linear_time() -> None:
    """Ten times the lines take about ten times as long."""
    seconds = []
    for count in (300, 3_000):
        text = "# 書籍\n\n" + "".join(
            f"- [樹木與後裡 {number}](https://a.example/{number})\n" for number in range(count)
        )
        started = time.process_time()
        assert len(read_document(text.encode(), "list.md").entries) == count
        seconds.append(time.process_time() - started)
    assert seconds[1] < 30 * max(seconds[0], 0.02)
