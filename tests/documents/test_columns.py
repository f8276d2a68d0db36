"""Works in tables without links: the header of a column says what its cells hold."""

import pytest

from catalogue.documents.reading import read_document


def names(header: str, *rows: str) -> list[str]:
    """The titles of the entries of a table under a heading that says nothing of works."""
    rule = "|" + "-|" * (header.count("|") - 1)
    text = "\n".join(["# Trees", "", header, rule, *rows, ""])
    return [entry.title for entry in read_document(text.encode(), "a.md").entries]


@pytest.mark.parametrize(
    ("header", "row", "titles"),
    [
        ("|影片|涵蓋|", "|王某 的花園課程|土、水|", ["王某 的花園課程"]),
        ("|类型|推荐内容|特点|", "|树|《花园》- Ann Bee|好懂|", ["花园"]),
        ("|类型|推荐内容|特点|", "|树|Leaf Academy 园艺课程|免费|", ["Leaf Academy 园艺课程"]),
        (
            "|Week|Topic|Papers|",
            "|1|Roots|Root2Vec, ROOT, Deep Roots for All|",
            ["Root2Vec", "ROOT", "Deep Roots for All"],
        ),
        ("|Week|Topic|Papers|", "|1|Roots|two, to be told|", []),
        ("|Week|Topic|Reading|", "|1|Roots|BT 2.1--2.10|", []),
        ("|Week|Topic|Reading|", "|1|Roots|Old Trees|", ["Old Trees"]),
        ("|Lecture|Covers|", "|Soil and Water|rain|", []),
        ("|#|论文|为什么推荐|", "|1|Roots|好懂|", ["Roots"]),
        ("|年份|标题 (Title)|会议/期刊|", "|2017|**Old Trees**|LEAF|", ["Old Trees"]),
        ("|Книга|Почему|", "|Сады мира|Просто и с картинками|", ["Сады мира"]),
    ],
)
def test_columns_of_works(header: str, row: str, titles: list[str]) -> None:
    """Papers are called by one word, too; lectures are parts of a course."""
    assert names(header, row) == titles
