"""Every format out: the fields it declares survive being read back, the rest is told."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.documents.blocks import clean
from catalogue.exports.formats import FORMATS, lost_fields
from catalogue.exports.json import render_json
from catalogue.exports.netscape import render_netscape
from catalogue.records.documents import EntryLink, Mention
from catalogue.records.exports import Item, ItemPlace
from catalogue.vocabulary import Kind, Level, LinkRole, Stance
from scheduled.cli.export import command
from tests.documents.reread import entries_of, mentions_of

FULL = Item(
    key="numbers",
    title="Числа <и> [ряды]",
    title_en="Numbers",
    url="https://n.example/a?b=1&c=2",
    kind=Kind.BOOK,
    level=Level.ADVANCED,
    language="ru",
    topics=("linear-algebra", "mathematics"),
    creator="A. Author",
    year=2020,
    is_free=False,
    effort="20 hours",
    stance=Stance.RECOMMENDED,
    links=(EntryLink("https://code.example/", LinkRole.CODE),),
    added="2025-11-01",
    places=(
        ItemPlace(("A way", "Step 1"), "Числа", 3, "о числах & рядах", ("x", "two words"), "2016-06-15T16:43:49Z"),
        ItemPlace(("Another",), "Numbers", 9),
    ),
)
CLOSED = {"kind": Kind, "level": Level, "stance": Stance}
BARE = Item(key="words", title="Words")
ITEMS = (FULL, BARE, Item(key="film", title="A film", url="https://f.example/", kind=Kind.VIDEO, language="en"))
NAMED = Item(key="named", title="A Way: in Words", kind=Kind.COURSE)
text = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
words = st.lists(text, max_size=3).map(tuple)
maybe = st.none() | text
places = st.builds(ItemPlace, words, text, st.integers(1, 10**6), st.just("") | text, words, st.just("") | text)
links = st.builds(EntryLink, text, st.sampled_from(LinkRole))
items = st.builds(
    Item,
    key=text,
    title=text,
    title_en=maybe,
    url=maybe,
    kind=st.none() | st.sampled_from(Kind),
    level=st.none() | st.sampled_from(Level),
    language=maybe,
    topics=words,
    creator=maybe,
    year=st.none() | st.integers(1, 3000),
    is_free=st.none() | st.booleans(),
    effort=maybe,
    stance=st.none() | st.sampled_from(Stance),
    links=st.lists(links, max_size=2).map(tuple),
    added=maybe,
    places=st.lists(places, max_size=2).map(tuple),
)


def read_items(text: str) -> tuple[Item, ...]:
    """The items that an export in JSON holds."""
    return tuple(read_item(row) for row in json.loads(text)["resources"])


def read_item(row: dict[str, Any]) -> Item:
    """An item from its fields; what is not there holds nothing."""
    closed = {name: of(row[name]) for name, of in CLOSED.items() if name in row}
    links = tuple(EntryLink(link["url"], LinkRole(link["role"])) for link in row.get("links", ()))
    topics = tuple(row.get("topics", ()))
    places = tuple(read_place(place) for place in row.get("places", ()))
    return Item(**{**row, **closed, "topics": topics, "links": links, "places": places})


def read_place(row: dict[str, Any]) -> ItemPlace:
    """A place from its fields."""
    return ItemPlace(**{**row, "folder": tuple(row.get("folder", ())), "tags": tuple(row.get("tags", ()))})


@settings(deadline=None)  # a busy machine is no fault of JSON
@given(st.lists(items, max_size=5).map(tuple))
def test_json_loses_nothing(given_items: tuple[Item, ...]) -> None:
    """Whatever items hold, reading their JSON gives the same items."""
    assert read_items(render_json(given_items)) == given_items


def value_of(item: Item, name: str) -> object:
    """A field of an item as a mention would hold it."""
    value = getattr(item, name)
    return None if value is None or value == () else value


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "netscape"])
def test_declared_fields_survive(name: str) -> None:
    """The importer reads back from a format each field that it says it carries; of JSON, which says more, as of CSV."""
    form = FORMATS[name]
    read = {mention.title: mention for mention in mentions_of(form.render((*ITEMS, NAMED)), f"x{form.suffix}")}
    for item in (*ITEMS[::2], NAMED) if name in ("markdown", "json") else ITEMS:  # a bare word names nothing there
        mention = read[item.title]
        for field in form.carries if name != "json" else FORMATS["csv"].carries:
            if value_of(item, field) is not None:
                assert shown(mention, field) == shown(item, field), field


def shown(thing: Mention | Item, field: str) -> object:
    """A field's value without the rule that gave it; an effort by its words' numbers."""
    value = getattr(thing, field)
    if field == "topics":
        return {getattr(topic, "value", topic) for topic in value}
    if field == "effort":
        return getattr(value, "min_hours", None) or float(str(value).split()[0])
    return getattr(value, "value", value)


def test_bookmarks_survive_with_folders_tags_dates_and_notes() -> None:
    """A bookmark for each place, in the folders of its document and section."""
    film, first, second = entries_of(render_netscape(ITEMS), "x.html")
    assert first == (
        "Числа",
        FULL.url,
        ("A way", "Step 1"),
        ("x", "two words"),
        "2016-06-15T16:43:49Z",
        "о числах & рядах",
    )
    assert second == ("Numbers", FULL.url, ("Another",), (), None, "")
    assert film[:3] == ("A film", "https://f.example/", ())


def test_what_a_format_cannot_carry_is_told() -> None:
    """Only fields that hold something are lost."""
    assert lost_fields(FORMATS["csv"], (BARE,)) == ("key",)
    assert lost_fields(FORMATS["json"], ITEMS) == ()
    assert "places" in lost_fields(FORMATS["markdown"], ITEMS)


def test_a_cell_is_never_a_formula() -> None:
    """A title that a spreadsheet would run is kept text."""
    rendered = FORMATS["csv"].render((replace(BARE, title="=cmd()"),))
    assert rendered.splitlines()[1].startswith(" =cmd()")


def test_json_ld_speaks_schema_org() -> None:
    """Types and properties are those of the vocabulary, durations are ISO 8601."""
    node = json.loads(FORMATS["jsonld"].render((FULL,)))["@graph"][0]
    assert (node["@type"], node["educationalLevel"], node["inLanguage"]) == ("Book", "advanced", "ru")
    assert (node["timeRequired"], node["isAccessibleForFree"]) == ("PT20H", False)


def test_people_have_no_properties_of_works() -> None:
    """A person knows languages and topics; what only works have is told as lost."""
    person = Item(
        "ann", "Ann", url="https://a.example/", kind=Kind.CREATOR, language="ru", topics=("calculus",), year=1
    )
    node = json.loads(FORMATS["jsonld"].render((person,)))["@graph"][0]
    assert node == {
        "@type": "Person", "name": "Ann", "url": "https://a.example/", "identifier": "ann",
        "knowsLanguage": "ru", "knowsAbout": ["calculus"],
    }  # fmt: skip
    assert lost_fields(FORMATS["jsonld"], (person,)) == ("key", "year")
    (read,) = mentions_of(FORMATS["jsonld"].render((person,)), "x.jsonld")
    assert (shown(read, "kind"), shown(read, "language")) == ("creator", "ru")


SIGNS = (
    *("<script>", "](javascript:alert(1))", "**", "`", "&amp;", "&#x27;", "#", "-", "|", "\\", "~~", "$x$", "{%", "=="),
    *("@book@", "[x]", "![i](u)", '"', "'", "+", "_a_", "www.x.example", "a@b.example", "(BEG)", "：作者", "—", "<!--"),
    *("{", "}", "by X", "--", "《", "\u202e"),
)
"""What means something to one of the formats."""
letters = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=8)
titles = st.lists(st.sampled_from(SIGNS) | letters, min_size=1, max_size=4).map(
    lambda pieces: " ".join(f"One {' '.join(pieces)} two".split())
)


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None)
@given(titles, st.sampled_from(Kind))
def test_every_format_keeps_every_sign_of_a_title(name: str, title: str, kind: Kind) -> None:
    """What means something to a format is escaped, and no reader loses its place by it."""
    form = FORMATS[name]
    rendered = form.render((replace(FULL, title=title, kind=kind, places=()), ITEMS[2]))
    entries = entries_of if name == "netscape" else mentions_of
    found = [getattr(entry, "title", None) or entry[0] for entry in entries(rendered, f"x{form.suffix}")]
    assert {clean(each) for each in found} == {clean(title), "A film"}


def test_another_reader_of_bibtex_finds_every_entry() -> None:
    """The entry types are those that each reader knows; names, identifiers and addresses are where they look."""
    paper = Item("p", "A paper {", url="https://arxiv.org/abs/1706.03762", kind=Kind.PAPER, creator="A. Bee, C. Dee")
    library = bibtexparser.parse_string(FORMATS["bibtex"].render((FULL, ITEMS[2], paper)))
    assert not library.failed_blocks
    book, film, preprint = library.entries
    assert (book.entry_type, book["author"], book["url"]) == ("book", "A. Author", FULL.url)
    assert (film.entry_type, film["howpublished"]) == ("misc", r"\url{https://f.example/}")
    assert (preprint["author"], preprint["eprint"]) == ("A. Bee and C. Dee", "1706.03762")


def test_another_reader_of_bookmarks_finds_every_link() -> None:
    """A parser of HTML sees the folders around each bookmark."""
    page = BeautifulSoup(render_netscape(ITEMS), "lxml")
    found = {link["href"]: [folder.find_previous("h3") for folder in link.find_parents("dl")] for link in page("a")}
    assert set(found) == {FULL.url, "https://f.example/"}
    assert [heading.text for heading in page("h3")] == ["A way", "Step 1", "Another"]


def test_the_command_writes_and_tells(tmp_path: Path) -> None:
    """The text goes to stdout or a file, what is lost to stderr."""
    roadmaps = tmp_path / "data" / "roadmaps"
    roadmaps.mkdir(parents=True)
    (roadmaps / "way.jsonl").write_text(
        '{"type": "source", "title": "Way", "file": "way.md", "sha256": "00"}\n'
        '{"type": "mention", "resource": "one", "line": 3, "title": "One", "url": "https://o.example/"}\n'
    )
    result = CliRunner().invoke(command, ["--format", "csv"])
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].startswith("One,https://o.example/,")
    assert result.stderr.startswith("csv does not carry: key,")
    assert CliRunner().invoke(command, ["--output", "out.json"]).exit_code == 0
    assert read_items(Path("out.json").read_text())[0].places[0].folder == ("Way",)


@pytest.mark.shared
def test_real_bookmarks_survive(shared: Path) -> None:
    """All bookmarks of real browsers' exports come back with folder, tags, date and note after one round trip."""
    total = 0
    for path in sorted((shared / "samples" / "netscape-bookmarks" / "src" / "tests" / "input").glob("*.htm")):
        if not path.read_bytes().strip():
            continue
        before = entries_of(path.read_bytes(), path.name)
        made = [
            Item(f"k{n}", title, url=url, places=(ItemPlace(folder, title, 1, note, tags, added or ""),))
            for n, (title, url, folder, tags, added, note) in enumerate(before)
        ]
        assert sorted(entries_of(render_netscape(made), "x.html"), key=str) == sorted(before, key=str)
        total += len(before)
    assert total == 169
