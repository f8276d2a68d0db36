"""Works that stand in lists, bibliographies and tables by their names alone."""

import pytest

from catalogue.documents.reading import read_document
from catalogue.vocabulary import Why
from tests.documents.reread import mentions_of


def names(text: str) -> list[str]:
    """The titles of the entries of a text that have no address."""
    return [entry.title for entry in read_document(text.encode(), "list.md").entries if entry.url is None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "# Книги по саду\n\n## Деревья\n\n- Яблони севера\n- «Груши и сливы», Анна Пчёлкина\n",
            ["Яблони севера", "Груши и сливы"],
            id="the heading above says books",
        ),
        pytest.param(
            "# 好书推荐\n\n## 花园\n\n- 苹果树栽培(王某)\n- Gardens of Old\n", ["苹果树栽培", "Gardens of Old"], id="zh"
        ),
        pytest.param(
            '---\ntitle: Books\n---\n\n## Must read\n\n* "Gardens" by Ann Bee\n',
            ["Gardens"],
            id="the page's title says it",
        ),
        pytest.param(
            "# Сад\n\n1. Пчёлкин А. Б., Мухин В. Сад и огород. Начало. — М.: Лист, 2018. — 480 с.\n",
            ["Сад и огород. Начало"],
            id="authors and imprint",
        ),
        pytest.param(
            "# Сад\n\n1. Пчёлкин А. Сад и огород. М.: Новый Лист, 2018.\n"
            "2. Bee A. Gardens of Old. New York: Leaf Press, 2009.\n",
            ["Сад и огород", "Gardens of Old"],
            id="an imprint behind a stop",
        ),
        pytest.param(
            "# Литература\n\n2016. 5. Мухин В., Яблони севера\n\n2017. 1. Bee A., Ant C., Trees of the north\n",
            ["Яблони севера", "Trees of the north"],
            id="a year before the number, a comma behind the people",
        ),
        pytest.param("- The garden grew. Later: Trees again, 2019\n", [], id="a colon in a sentence"),
        pytest.param(
            "# 书\n\n## 推荐书籍\n\n### 1. 《花园》\n- **作者**：王某\n- **评分**：⭐⭐\n\n"
            "### 2. Trees\n- **作者**：Bee\n",
            ["花园", "Trees"],
            id="headings over fields",
        ),
        pytest.param(
            '# Essential reading\n\n**"Gardens" by Ann Bee**\n- Guide to gardens\n- **Focus**: Chapters 4-8\n',
            ["Gardens"],
            id="a bold line with its author, over notes",
        ),
        pytest.param(
            "---\ntitle: Garden Papers\n---\n\n* Trees: How all of them grow high.\n"
            "* Soil of Old: What is under all this.\n* Rain: Where it comes from at night.\n",
            ["Trees", "Soil of Old", "Rain"],
            id="titles that sentences tell about",
        ),
        pytest.param("# Сад\n\n- Мухин В. А. «Введение в сад»\n", ["Введение в сад"], id="author and quoted title"),
        pytest.param(
            'Read so far:\n\n1. Bee, Ann, and Carl Dun. "Gardens of old." Nature 5.7 (2015): 4-6. [pdf]\n',
            ["Gardens of old"],
            id="the title's stop inside the quotes, and a year",
        ),
        pytest.param('- Trees\n  - 1966 - "Gardens of old" - Ann Bee\n', ["Gardens of old"], id="a year before quotes"),
        pytest.param(
            "# Places\n\n## Practice platforms\n\n- **Trees Daily** (Leaf)\n- **Roses** - kata\n- **Figs I** - quiz\n",
            ["Trees Daily", "Roses", "Figs I"],
            id="platforms",
        ),
        pytest.param(
            "- Bee A, Dun C. Gardens: a database[C]//2009 IEEE. 2009: 248.\n", ["Gardens: a database"], id="[C]"
        ),
        pytest.param(
            "# Learned\n\n|Title|Author|Year|\n|-|-|-|\n|Gardens I|Ann Bee|2015|\n",
            ["Gardens I"],
            id="row with an author",
        ),
        pytest.param(
            "# Learned\n\n|Topic|Channel/Video|Level|\n|-|-|-|\n|Trees|Gardens Daily|Beginner|\n",
            ["Gardens Daily"],
            id="row of one of two kinds",
        ),
        pytest.param(
            "# Курсы\n\n|Курс|О чём|Ссылка|\n|-|-|-|\n|Деревья|яблони|https://a.org/t|\n|Розы|кусты|скоро|\n",
            ["Розы"],
            id="row whose address is still missing",
        ),
        pytest.param(
            "# 花园资源\n\n## 在线课程\n\n### 入门\n\n"
            "- **Trees for All** - 经典\n- **Roses** - 入门\n- **Figs I** - 进阶\n",
            ["Trees for All", "Roses", "Figs I"],
            id="bold names that are described",
        ),
        pytest.param(
            "# Garden\n\n## Books\n\n**Gardens of Old** by Ann Bee\n- Practical\n- With pictures\n\n"
            "**Roses** (2nd ed.)\n- For beginners\n",
            ["Gardens of Old", "Roses"],
            id="bold titles over notes",
        ),
        pytest.param(
            "# Index\n\n- Gardens of Old. Second Edition. Ann Bee (2009)\n"
            "- Roses, and what they need. Ant, Carl (2016)\n",
            ["Gardens of Old. Second Edition", "Roses, and what they need"],
            id="title, people and year",
        ),
        pytest.param(
            "## 我看过的书\n\n- 《花园》.pdf\n- 《花园》是经典\n- 好多人推荐的\n- 《果树(王某)》\n- 《玫瑰》\n",
            ["花园", "果树(王某)", "玫瑰"],
            id="remarks between marked titles",
        ),
        pytest.param("书名：**玫瑰与苹果: 入门**\n", ["玫瑰与苹果: 入门"], id="behind a label that says title"),
        pytest.param('- хороший курс Анны Мухиной и МГУ "Розы юга" (Coursera)\n', ["Розы юга"], id="whose work"),
        pytest.param(
            "# Garden\n\n## Books\n\n- **Beginner**: Gardens of Old by Ann Bee\n- **Advanced**: Soil by Dun et al.\n",
            ["Gardens of Old", "Soil"],
            id="behind a level",
        ),
        pytest.param(
            "## Papers\n\n- Classic papers that shaped it\n- Roses of the North\n",
            ["Roses of the North"],
            id="papers, no paper",
        ),
        pytest.param(
            "## Podcasts\n\n- Of trees\n  - [Leaf](https://l.example)\n- Of soil\n  - [Root](https://r.example)\n",
            [],
            id="groups",
        ),
        pytest.param(
            "## Blogs\n\n### **Leaf**\n- **Why**: good\n- **For**: all\n- **Link**: [Leaf](https://l.example)\n\n"
            "### **Root**\n- **Why**: deep\n- **For**: few\n- **Link**: [Root](https://r.example)\n",
            [],
            id="fields of one work after another",
        ),
        pytest.param(
            "|主题|内容|推荐资源|\n|-|-|-|\n|树|苹果|Ann Bee, 《花园》《果树》|\n",
            ["花园", "果树"],
            id="titles in a cell",
        ),
        pytest.param("### 在线课程（精选）\n\n1. **园艺入门**\n   - 第1讲\n", ["园艺入门"], id="courses right above"),
        pytest.param(
            '# Soil\n\n- **"Gardens of Old"** by Ann Bee - all of it\n- **Roses** by the river\n',
            ["Gardens of Old"],
            id="bold, by",
        ),
        pytest.param(
            "## Trees\n\n### Gardens of Old (2019)\n- **Authors**: Bee & Dun\n- **arXiv**: 1905.00001\n\n"
            "### Height\n- **Oak**: 20 m\n- **Rose**: 1 m\n",
            ["Gardens of Old (2019)"],
            id="fields that only works have",
        ),
        pytest.param(
            "### Books\n- Bee, Ann, et al. Gardens of Old. Leaf Press, 2017.\n"
            "- Dun, Carl, and Ann B. Bee. Soil and Rain. Leaf, 2020.\n",
            ["Gardens of Old", "Soil and Rain"],
            id="the first by surname",
        ),
        pytest.param("## Trees\n\n- Gardens of Old [2 ed.] - Ann B. Bee\n", ["Gardens of Old"], id="an edition"),
        pytest.param(
            "## Литература\n\n<div>1. Мухин, В. Сад и огород / В. Мухин. – Москва : Лист, 2024. – 512 с.</div>\n",
            ["Сад и огород"],
            id="numbered lines that are no list",
        ),
        pytest.param(
            "Хорош курс «Сады юга» для начала.\n\nПотом ещё раз курс «Сады юга» целиком.\n",
            ["Сады юга"],
            id="named twice",
        ),
        pytest.param(
            "# Garden\n\n**Popular books by topic:**\n- Gardens of Old (all)\n- Soil and Rain\n\nTools:\n- Spade\n",
            ["Gardens of Old", "Soil and Rain"],
            id="a bold line over a list",
        ),
        pytest.param(
            "# Books\n\n## Interview reading list\n\n- Trees: Gardens of Old\n- Soil: All of it\n",
            ["Trees: Gardens of Old", "Soil: All of it"],
            id="a heading over a list is no title",
        ),
        pytest.param("## SQL\n\n书籍:《花园》/,《果树》\n", ["花园", "果树"], id="several behind a label"),
        pytest.param("- Book: Ann B. Bee - Gardens of Old\n", ["Ann B. Bee - Gardens of Old"], id="an initial"),
        pytest.param("# Books\n\n- [TBD]()\n- Gardens of Old\n", ["Gardens of Old"], id="to be done"),
        pytest.param(
            "## Books\n\n*Gardens of Old*, Ann Bee  \n*Soil and Rain*, Carl Dun and Ann Bee  \n",
            ["Gardens of Old", "Soil and Rain"],
            id="a line each",
        ),
        pytest.param(
            "## Reading list\n\n- Gardens of Old\n\n## Key takeaways\n\n- Trees grow slowly\n- Rain helps them\n",
            ["Gardens of Old"],
            id="what was learned",
        ),
        pytest.param(
            '## 论文\n\n1. **论文**：\n   - "Gardens of Old"（Bee and Dun，2015）\n',
            ["Gardens of Old"],
            id="quoted and credited",
        ),
        pytest.param('## 视频教程（中文）\n\n- 某站"园艺入门" - 某人\n', ["园艺入门"], id="heading with a remark"),
        pytest.param("## 2.论文\n\n* 花园的历史，王某，李某，2015\n", ["花园的历史"], id="wide commas"),
        pytest.param("# Learned\n\n|课程|学校|\n|-|-|\n|园艺入门|某大学|\n", ["园艺入门"], id="row of a course"),
    ],
)
def test_works_named_in_lists_are_entries(text: str, found: list[str]) -> None:
    """Headings, bibliographic form and columns tell a list of works, whose lines are then titles."""
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# Gardening\n\n- Apple trees\n- Water them\n", id="no word for works"),
        pytest.param("# Books\n\n## How to contribute here\n\n- Fork the page\n", id="another matter below"),
        pytest.param("# Trees\n\n|Name|Height|\n|-|-|\n|Apple|4 m|\n", id="a table of something else"),
        pytest.param(
            "# Books\n\n- Books are **listed by height**.\n- Some are **in leaf**.\n", id="words stressed in a text"
        ),
    ],
)
def test_other_lines_name_nothing(text: str) -> None:
    """Lines of other lists are not taken for titles."""
    assert names(text) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ('Bee, Ann. "Gardens of old." Nature 5.7 (2015): 4-6.', "paper"),
        ("Bee A, Dun C. Gardens of old[J]. Nature, 2015.", "paper"),
        ("Bee A. Gardens of old[M]. Leaf Press, 2015.", "book"),
        ("Пчёлкин А. Б. Сад и огород // Наш сад. — М.: Лист, 2018. — № 3.", "paper"),
        ("Пчёлкин А. Б. Сад и огород. — М.: Лист, 2018. — 480 с.", "book"),
    ],
)
def test_a_citation_says_what_it_is_of(line: str, kind: str) -> None:
    """An imprint is a book's, a journal or a volume a paper's."""
    (found,) = mentions_of(f"# Сад\n\n1. {line}\n", "list.md")
    assert found.kind is not None
    assert found.kind.value == kind


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Bee, Ann and Carl D. Dun. “Gardens of old, 4th Edition.” (2018). [goodreads](https://www.goodreads.com/b/1)",
            "Gardens of old, 4th Edition",
        ),
        (
            "Bee, Ann C. 2016. _Gardens of old_. Leaf: Press. https://doi.org/10.1/b. Read it with care.",
            "Gardens of old",
        ),
        (
            "**Gardens of old** (3rd Edition) *Ann Bee & Dun* [Free book](https://l.example/g) Old and good.",
            "Gardens of old",
        ),
        ("**Gardens of old** by *Ann Bee* [Leaf](https://www.leaf.com/g) Old and good.", "Gardens of old"),
        ("Bee A, Dun CD, Ant HS. 2013. Gardens of old. Leaf Press. <https://l.example/g.pdf>", "Gardens of old"),
    ],
)
def test_a_citation_with_an_address(line: str, title: str) -> None:
    """The place behind a citation is its address, the title is in the citation."""
    assert [one.title for one in mentions_of(f"# Books\n\n- {line}\n", "list.md")] == [title]


def test_a_quoted_bare_address_is_no_entry() -> None:
    """An address alone in a quotation says where something comes from."""
    document = read_document(b"# List\n\n> https://a.example/tool\n", "list.md")
    assert [passed.why for passed in document.passed] == [Why.PROSE]
