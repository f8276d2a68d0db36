"""Every format in: records are read by what they hold, whatever the file is called."""

import pytest

from catalogue.documents.reading import read_document
from catalogue.documents.structured.moments import parse_moment
from catalogue.records.documents import Document, Entry

BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Mine</TITLE>
<DL><p>
<DT><H3>Maths</H3>
<DL><p>
  <DT><H3>Algebra</H3>
  <DL><p>
    <DT><A HREF="https://a.example/1" ADD_DATE="1466009029" TAGS="x,two words">One &amp; all</A>
    <DD>First line
second line
  </DL><p>
  <DT><A HREF="https://a.example/2">Two</A>
</DL><p>
<DT><A HREF="javascript:alert(1)">Bad</A>
<DT><A HREF="place:sort=8">Recent</A>
</DL>"""
OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>
<outline text="News"><outline text="One" htmlUrl="https://a.example/1" xmlUrl="https://a.example/rss"/></outline>
<outline text="Two" xmlUrl="https://a.example/2"/></body></opml>"""


def read(text: str, name: str) -> Document:
    """The document a text under a name is read as."""
    return read_document(text.encode(), name)


def test_bookmarks_keep_folders_tags_dates_and_notes() -> None:
    """A browser's export, which closes nothing, is read with all it says; what could harm is left out."""
    document = read(BOOKMARKS, "bookmarks.txt")
    assert document.facts.title == "Mine"
    assert [(section.title, section.parent) for section in document.sections] == [("Maths", None), ("Algebra", 1)]
    one, two, recent = document.entries
    assert (one.title, one.url, one.section) == ("One & all", "https://a.example/1", 2)
    assert (one.tags, one.added, one.note) == (("x", "two words"), "2016-06-15T16:43:49Z", "First line second line")
    assert (two.title, two.section) == ("Two", 1)
    assert (recent.url, recent.section) == ("place:sort=8", None)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        pytest.param(
            "a.csv",
            'Title,URL,Type,Level,Tags\nOne,https://a.example/1,book,beginner,"x,y"\n,https://a.example/2,,,\n',
            [("One", "https://a.example/1", 2), ("a.example / 2", "https://a.example/2", 3)],
            id="csv",
        ),
        pytest.param(
            "a.txt", "Название\tСсылка\nОдин\thttps://a.example/1\n", [("Один", "https://a.example/1", 2)], id="tsv"
        ),
        pytest.param(
            "a.json",
            '{"sections": [{"title": "S", "items": [{"name": "One", "link": "https://a.example/1"}]}],'
            ' "Two": "https://a.example/2"}',
            [("One", "https://a.example/1", 1), ("Two", "https://a.example/2", 1)],
            id="json",
        ),
        pytest.param(
            "a.data",
            '{"title": "One", "url": "https://a.example/1"}\nbroken\n{"title": "Two", "url": "https://a.example/2"}\n',
            [("One", "https://a.example/1", 1), ("Two", "https://a.example/2", 3)],
            id="json lines, one broken",
        ),
        pytest.param(
            "a.yml",
            "courses:\n  - title: One\n    url: https://a.example/1\n  - title: Two\n    author: X\n",
            [("One", "https://a.example/1", 2), ("Two", None, 4)],
            id="yaml",
        ),
        pytest.param(
            "a.bib",
            '@article{k,\n title={A {Big} Th\\"eorem},\n doi={10.1000/xyz}}\n@book{l, title="No link", isbn={1}}\n'
            "@misc{m, title={Preprint}, eprint={2307.09288}}",
            [
                ("A Big Thëorem", "https://doi.org/10.1000/xyz", 1),
                ("No link", None, 4),
                ("Preprint", "https://arxiv.org/abs/2307.09288", 5),
            ],
            id="bibtex",
        ),
        pytest.param("a.xml", OPML, [("One", "https://a.example/1", 2), ("Two", "https://a.example/2", 3)], id="opml"),
        pytest.param(
            "a.md",
            "---\ntitle: One\nurl: https://a.example/1\ntype: course\n---\n\nAbout it. See [docs](https://b.example).\n",
            [("One", "https://a.example/1", 1)],
            id="a page that is one resource",
        ),
        pytest.param(
            "a.md",
            "---\ntitle: L\nresources:\n - title: One\n   url: https://a.example/1\n---\ntext",
            [("One", "https://a.example/1", 4)],
            id="front matter that lists",
        ),
        pytest.param(
            "a.md", "[One](https://a.example/1)", [("One", "https://a.example/1", 1)], id="a bracket is no JSON"
        ),
    ],
)
def test_records(name: str, text: str, found: list[tuple[str, str | None, int]]) -> None:
    """Title, address and line of each record."""
    assert [(entry.title, entry.url, entry.line) for entry in read(text, name).entries] == found


def test_what_a_record_states_is_kept_for_the_judges() -> None:
    """Kind, level, language, tags and author of a record reach the entry."""
    text = (
        "title,url,kind,level,language,tags,author,code_url\n"
        "One,https://a.example,book,ADV,ru,a;b,A. B.,https://c.example\n"
    )
    (entry,) = read(text, "a.csv").entries
    assert entry.marks == ("@book", "ADV", "language:ru")
    assert (entry.tags, entry.creator, [link.url for link in entry.links]) == (
        ("a", "b"),
        "A. B.",
        ["https://c.example"],
    )


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1466009029", "2016-06-15T16:43:49Z"),
        ("1515515697780", "2018-01-09T16:34:57.780000Z"),
        ("1515515697780642", "2018-01-09T16:34:57.780642Z"),
        ("2024-05-01", "2024-05-01T00:00:00Z"),
        ("10/Oct/2000:13:55:36 +0300", "2000-10-10T10:55:36Z"),
        ("soon", None),
        ("99999999999999999999", None),
    ],
)
def test_moments(text: str, moment: str | None) -> None:
    """Browsers write seconds, milliseconds or microseconds; what is no moment is left out."""
    assert parse_moment(text) == moment


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-r"])
def test_russian_in_any_encoding(encoding: str) -> None:
    """The text is found whatever it was written with."""
    text = "# Учебный план\r\n\r\n- [Линейная алгебра для всех](https://a.example/1) - о матрицах и пространствах\r\n"
    document = read_document(text.encode(encoding), "plan.md")
    assert [entry.title for entry in document.entries] == ["Линейная алгебра для всех"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "big5"])
def test_chinese_in_any_encoding(encoding: str) -> None:
    """The text is found whatever it was written with."""
    text = "# 学习\n\n- [我的中文的大人生不在家](https://a.example/1) 有人在上面出来\n".replace("学习", "人生")
    document = read_document(text.encode(encoding, "replace"), "plan.md")
    assert document.entries[0].title.startswith("我的中文")


def one(text: str | bytes, name: str = "a.md") -> Entry:
    """The only entry of a document."""
    (entry,) = read_document(text if isinstance(text, bytes) else text.encode(), name).entries
    return entry


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        pytest.param("One\u202e two\u200b", "One two", id="bidi and zero-width"),
        pytest.param("One\ufffd", "One\ufffd", id="damage already inside"),
        pytest.param("One\x00\x07", "One", id="control characters"),
        pytest.param("O" * 5_000, "O" * 300, id="endless"),
    ],
)
def test_titles_are_clean(raw: str, title: str) -> None:
    """Characters that turn or hide text never reach a title."""
    assert one(f"- [{raw}](https://a.example/1)").title == title


def test_bytes_that_are_no_character_cost_one_character() -> None:
    """A damaged byte inside good text leaves the rest as it was."""
    text = "- [Числа и ряды](https://a.example/1) о числах и рядах, подробно и с примерами для каждого дня\n".encode()
    assert one(text[:6] + text[7:]).url == "https://a.example/1"
