"""What the fields of structured files mean, under whatever names and in whatever shape they come."""

import pytest

from catalogue.documents.reading import read_document
from catalogue.documents.structured.fieldnames import meaning_of
from catalogue.records.documents import Entry, Mention
from catalogue.vocabulary import LinkRole, Why
from tests.documents.reread import mentions_of

A, B = "https://a.example/1", "https://b.example/2"


def entries(text: str, name: str) -> tuple[Entry, ...]:
    """The entries of a text under a file's name."""
    return read_document(text.encode(), name).entries


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("Course URL", "url"),
        ("courseUrl", "url"),
        ("Ссылка на курс", "url"),
        ("课程链接", "url"),
        ("Skill level", "level"),
        ("难度等级", "level"),
        ("Price (USD)", "price"),
        ("Автор / школа", "creator"),
        ("授课教师", "creator"),
        ("learningResourceType", "kind"),
        ("video_url", "link:video"),
        ("Image URL", None),
        ("Status", None),
    ],
)
def test_names_may_be_composed(name: str, meaning: str | None) -> None:
    """The word that says the field counts, with words for whose it is around it; other words make another field."""
    assert meaning_of(name) == meaning


def stated(mention: Mention) -> tuple[str | None, ...]:
    """Kind, level and language of a mention."""
    return tuple(found and str(found.value) for found in (mention.kind, mention.level, mention.language))


def test_a_russian_table_says_everything_in_its_own_words() -> None:
    """Columns, values and dates as people write them there; a quoted cell may hold the delimiter."""
    text = (
        "Название курса;Ссылка на курс;Уровень;Язык;Стоимость;Длительность;Дата добавления\n"
        f'"Леса; часть 1";{A};для начинающих;английский;бесплатно;6 недель;12.03.2024\n'
        f"Реки;{B};средний;русский;4 990 ₽;2 месяца;\n"
    )
    first, second = mentions_of(text, "table.csv")
    assert (first.title, first.url, first.bookmarked) == ("Леса; часть 1", A, "2024-03-12T00:00:00Z")
    assert stated(first) == ("course", "beginner", "en")
    assert stated(second) == ("course", "intermediate", "ru")
    assert [m.is_free and m.is_free.value for m in (first, second)] == [True, False]
    assert [m.effort and m.effort.max_weeks for m in (first, second)] == [6, 8]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(f'sep=;\n"Title";"URL"\n"One";"{A}"\n', [3], id="Excel's first line"),
        pytest.param(f'Title,URL,Note\nOne,{A},"two\nlines"\nTwo,{B},\n', [2, 4], id="cells of two lines"),
        pytest.param(f"{A},One\n{B},Two\n", [1, 2], id="no names"),
        pytest.param("\n" * 20 + f"Title,URL\nOne,{A}\n", [22], id="blank lines above"),
        pytest.param(f"My list,,\n,,\nTitle,Link,Format\nOne,{A},\n", [4], id="a title above"),
        pytest.param(f"书名,出版年份,豆瓣链接\n《One》,2012,{A}\n", [2], id="composed in Chinese"),
        pytest.param(
            f"Title,Year,cover,abs_page\nOne,2020,{B}/c.png,{A}\n", [2], id="an address under a name we do not know"
        ),
        pytest.param(f'Title,Level\n"[One]({A})",easy\n', [2], id="a link in a cell"),
    ],
)
def test_tables_as_programs_write_them(text: str, lines: list[int]) -> None:
    """Each row is an entry at the line where it begins."""
    found = entries(text, "table.csv")
    assert [(one.title, one.line) for one in found] == list(zip(["One", "Two"], lines, strict=False))


@pytest.mark.parametrize(
    ("column", "value", "mark"),
    [("price", "0", "free"), ("price", "19.99", "paid"), ("is_free", "0", "paid"), ("is_free", "да", "free")],
)
def test_zero_costs_nothing_but_is_no_yes(column: str, value: str, mark: str) -> None:
    """A price of nothing is free, a "no" to free is paid."""
    (one,) = entries(f"title,url,{column}\nOne,{A},{value}\n", "table.csv")
    assert one.marks == (mark,)


def test_hours_under_a_name_with_their_unit() -> None:
    """A bare number takes the unit of its column."""
    (one,) = mentions_of(f"title,url,Hours/week\nOne,{A},5\n", "table.csv")
    assert one.effort is not None
    assert one.effort.hours_per_week == 5


def test_levels_in_numbers_have_the_scale_of_their_column() -> None:
    """Two of five is for beginners, five of ten is the middle."""
    easy, middle = mentions_of(f"Title,URL,Сложность (1-5)\nOne,{A},2\n", "t.csv") + mentions_of(
        f"Title,URL,Level\nTwo,{B},5/10\n", "t.csv"
    )
    assert [stated(one)[1] for one in (easy, middle)] == ["beginner", "intermediate"]


def test_nested_records_keep_people_addresses_and_folders() -> None:
    """People in mappings, addresses in lists, and folders that are called by a topic."""
    text = (
        '{"weeks": [{"topic": "Seeds", "materials": [{"name": "One", "authors": [{"name": "A. Root"}, {"family":'
        f' "Moss", "given": "B."}}], "links": [{{"type": "article", "url": "{A}"}}, {{"type": "github", "url":'
        f' "{B}"}}]}}]}}], "meta": {{"homepage": "https://m.example"}}}}'
    )
    document = read_document(text.encode(), "x.json")
    (one,) = document.entries
    assert (one.title, one.url, one.creator) == ("One", A, "A. Root, B. Moss")
    assert [(link.url, link.role) for link in one.links] == [(B, LinkRole.SOURCE)]
    assert [section.title for section in document.sections] == ["Seeds"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.json", f'[["Title", "Url"], ["One", "{A}"], ["Two", "{B}"]]'),
        ("x.json", f'{{"Books": {{"One": {{"url": "{A}"}}, "Two": "{B}"}}}}'),
        ("x.yaml", f"- One: {A}\n- title: Two\n  links: [{B}]\n"),
        ("x.yaml", f'week:\n  reading:\n  - "[One]({A})"\n  - "Two: {B}"\n'),
        ("x.yaml", f"x:\n  title: One\n  links: {{website: {A}, github: {B}/g}}\ny: {{title: Two, url: {B}}}\n"),
        ("x.json", f'{{"@context": "{B}", "links": {{"next": "{A}?p=2"}}, "data": {{"One": "{A}", "Two": "{B}"}}}}'),
        (
            "x.json",
            f'{{"title": "Feed", "feed_url": "{B}", "items": [{{"label": "One", "value": "{A}"}}, "Two - {B}"]}}',
        ),
        ("x.json", f'[{{"href": "{A}", "description": "One", "extended": ""}}, {{"href": "{B}", "title": "Two"}}]'),
    ],
)
def test_shapes_of_lists(name: str, text: str) -> None:
    """Rows under a row of names, titles as keys, and a list with one address."""
    assert [(one.title, one.url) for one in entries(text, name)] == [("One", A), ("Two", B)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("x.yaml", f"- title: One\n  url: {A}\n- title: Two\n\turl: {B}\n", id="a tab"),
        pytest.param("x.yaml", f"- title: One\n  url: {A}\n- &b\n  title: Two\n  url: {B}\n- *b\n", id="an alias"),
        pytest.param("x.yaml", f"title: One\nurl: {A}\n---\ntitle: Two\nurl: {B}\n", id="two documents"),
        pytest.param(
            "x.json", f'// mine\n[{{"title": "One", "url": "{A}",}}, {{"title": "Two", "url": "{B}"}},]', id="commas"
        ),
        pytest.param(
            "x.js", f'var list = [{{"title": "One", "url": "{A}"}}, {{"title": "Two", "url": "{B}"}}];', id="a script"
        ),
    ],
)
def test_records_survive_what_breaks_their_file(name: str, text: str) -> None:
    """What no parser takes whole is read record by record, and the import says so."""
    document = read_document(text.encode(), name)
    assert [(one.title, one.url) for one in document.entries] == [("One", A), ("Two", B)]
    assert "read" in " ".join(document.notes)


def test_a_bibliography_as_reference_managers_write_it() -> None:
    """Accents, strings, addresses in notes, preprints in journals, people with their family names first."""
    text = (
        '@string{tp = "Tree Press"}\n'
        f'@misc{{a, author = "Elm, Bo and {{Forest Lab}} and others", title = "{{\\"U}}ber {{R}}oots --- caf{{\\\'e}}",'
        f' howpublished = "\\url{{{A}}}", note = {{Accessed: 2020-01-01}}, date = 2019-05}}\n'
        "@article{b, title={Ash}, journal={arXiv preprint arXiv:1706.03762}, publisher = tp # {, Inc.}}\n"
        "@inproceedings{c, title={Лес}, langid={russian}, doi={10.5555/12345}, keywords={trees, growth}}\n"
    )
    first, second, third = mentions_of(text, "x.bib")
    assert (first.title, first.url, first.creator) == ("Über Roots — café", A, "Bo Elm, Forest Lab")
    assert (first.year, first.note) == (2019, "")
    assert (second.url, second.creator) == ("https://arxiv.org/abs/1706.03762", None)
    assert (third.url, third.tags) == ("https://doi.org/10.5555/12345", ("trees", "growth"))
    assert stated(third) == ("paper", None, "ru")


def test_feeds_and_lists_of_feeds() -> None:
    """The items of RSS and Atom, and podcasts in a list of feeds; a feed says its title."""
    rss = (
        '<?xml version="1.0"?><rss><channel><title>News</title><item><title><![CDATA[One <3]]></title>'
        f"<link>{A}</link><description><![CDATA[<p>About <a href='{B}'>it</a></p>]]></description>"
        "<pubDate>Mon, 01 May 2023 10:00:00 GMT</pubDate><category>x</category></item></channel></rss>"
    )
    document = read_document(rss.encode(), "feed.xml")
    (one,) = document.entries
    assert (document.facts.title, one.title, one.url, one.note) == ("News", "One <3", A, "About it")
    assert (one.added, one.tags) == ("2023-05-01T10:00:00Z", ("x",))
    atom = f'<feed xmlns="x"><entry><title>Two</title><link rel="self" href="{A}"/><link href="{B}"/></entry></feed>'
    assert [(one.title, one.url) for one in entries(atom, "feed.xml")] == [("Two", B)]
    opml = (
        f'<opml><head><title>Podcast Subscriptions</title></head><body><outline text="T" xmlUrl="{A}"/></body></opml>'
    )
    (podcast,) = mentions_of(opml, "feeds.opml")
    assert stated(podcast)[0] == "podcast"


def test_a_feed_that_closes_nothing_is_read_in_linear_time() -> None:
    """Texts that open and never end cost one pass, not one each."""
    assert entries("<rss><channel>" + "<item><![CDATA[" * 50_000, "feed.xml") == ()


def test_records_that_make_no_entry_say_why() -> None:
    """An address that is refused and a record without a name are told with their lines."""
    passed = read_document(f"title,url\nOne,javascript:alert(1)\n,\nTwo,{A}\n".encode(), "x.csv").passed
    assert [(one.line, one.why) for one in passed] == [(2, Why.NOT_WEB)]
    (nameless,) = read_document(f"title,url,note\n,,a word\nTwo,{A},\n".encode(), "x.csv").passed
    assert (nameless.text, nameless.why) == ("a word", Why.NAMELESS)


def test_what_looks_like_another_format_is_not() -> None:
    """A page with a list of definitions is no bookmark file; links of reStructuredText are links."""
    page = f'<!DOCTYPE html><html><body><h1>W</h1><dl><dt><a href="{A}">One</a></dt></dl></body></html>'
    assert [one.title for one in entries(page, "x.html")] == ["One"]
    assert read_document(page.encode(), "x.html").facts.title == "W"
    boxed = (
        f'<body><div id="top-nav"><a href="{B}">Home</a></div><p><a href="{A}"><img alt="x" src="i.png"> One</a></p>'
    )
    assert [one.title for one in entries(boxed, "x.html")] == ["One"]
    (one,) = entries(f"Books\n-----\n\n* `One <{A}>`_ - a classic\n", "x.rst")
    assert (one.title, one.url) == ("One", A)
