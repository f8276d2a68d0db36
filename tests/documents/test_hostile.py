"""Whatever comes: one clear error or the good entries, in time that grows with the length and no faster."""

import contextlib
import json
import time
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.documents.reading import read_document
from catalogue.errors import InputError
from tests.documents.reread import mentions_of

GOOD = "- [Good](https://good.example/1) - an entry\n"
NAMES = st.sampled_from(["a.md", "a.txt", "a.html", "a.csv", "a.json", "a.yaml", "a.bib", "a.opml", "a", "a.jsonl"])
PIECES = st.sampled_from(
    [
        "- [T](https://t.example/)", "[", "](", ")", "![", "<a href='", "'>", "</a>", "<li>", "</ul>", "<details>",
        "<summary>", "| a | b |\n|-|-|\n", "\n", "\n\n", "---\n", "title: x\n", "# ", "**", "`", "```\n", "> ",
        "  - ", "1. ", "курс: ", "«Книга»", "《书》", "@article{k, title={x}",
        '{"title": "x", "url": "https://t.example"}', "title,url\n", "&amp;", "&#x0;", "\u202e", "\ufffd", "<!--",
        "-->", "https://t.example/(", "<DL><DT><H3>x</H3>", "<DT><A HREF='https://t.example'>", "a: &a [*a]\n",
        "3–4 недели", "Шаг 1: ", "@misc{a, title=", '"{\\"U}" # b,', "<rss><item><title>", "<![CDATA[", "</item>",
        "<opml><outline xmlUrl='https://t.example'>", "sep=;\n", "https://t.example/1,x\n",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=20), max_size=40).map("".join), NAMES)
@settings(deadline=None, max_examples=300)
def test_no_text_breaks_the_reader(text: str, name: str) -> None:
    """Pieces of every format in any order give entries or an InputError, never another exception."""
    try:
        document = read_document(text.encode("utf-8", "surrogatepass"), name)
    except InputError:
        return
    positions = {section.position for section in document.sections}
    assert all(entry.title and (entry.section is None or entry.section in positions) for entry in document.entries)


@pytest.mark.parametrize("shape", ['{"items":', '[{"items":', '{"items":[', '{"x":[{"items":', "["])
@pytest.mark.parametrize("depth", [20, 400, 900, 5_000])
def test_nesting_never_ends_the_reader(shape: str, depth: int) -> None:
    """A value nested however deeply is read as far as it is sane, whatever opens it."""
    ends = "".join({"{": "}", "[": "]"}[char] for char in reversed(shape) if char in "{[")
    record = '{"title": "One", "url": "https://t.example/1"}'
    entries = read_document((shape * depth + record + ends * depth).encode(), "x.json").entries
    assert [entry.title for entry in entries] in ([], ["One"])
    assert entries or depth > 20


@pytest.mark.parametrize("name", ["title", "url", "links", "tags", "authors", "level"])
@pytest.mark.parametrize("depth", [400, 700, 950])
def test_lists_in_a_field_never_end_the_reader(name: str, depth: int) -> None:
    """Whatever a field holds, its record is read or passed over."""
    field = f'"{name}": ' + "[" * depth + '"x"' + "]" * depth
    document = read_document(f'[{{"title": "One", "url": "https://t.example/1"}}, {{{field}}}]'.encode(), "x.json")
    assert document.entries[0].title == "One"


@pytest.mark.parametrize(
    "text",
    ["\n" * 60, "# \n" * 60 + "x", "<?xml?>" * 60 + "<f", "<!-- -->" * 60, "---\n" * 60, ",,\n" * 60, '"\n' * 60],
)
@pytest.mark.parametrize("name", ["x.txt", "x.csv", "x.xml", "x.yaml", "x.json"])
def test_what_may_stand_before_a_format_costs_one_pass(text: str, name: str) -> None:
    """Blank lines, comments and declarations before nothing are no riddle for the readers that look for their mark."""
    began = time.process_time()
    read_document(f"a\n{text}".encode(), name)
    with contextlib.suppress(InputError):
        read_document(text.encode(), name)
    assert time.process_time() - began < 2


def test_capitals_without_end_are_no_riddle() -> None:
    """A word of many capitals is one name, not all the ways to cut it into six."""
    began = time.process_time()
    mentions_of(f"- [One](https://t.example/1) {'DPa' * 40}\n", "x.md")
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("accents", ["{\\= a" * 45 + "}" * 45, "\\=" * 60 + "x"])
def test_accents_on_accents_do_not_grow(accents: str) -> None:
    """What would double with each accent stays as it is written."""
    (entry,) = read_document(f"@misc{{a, title = {{Oak {accents}}}, year = 2020}}".encode(), "x.bib").entries
    assert entry.title.startswith("Oak")


WORDS = st.sampled_from(
    ["title", "url", "links", "items", "authors", "date-parts", "level", "x", "https://t.example/1", "", "Easy"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(WORDS, inside, max_size=4),
    max_leaves=20,
)


@given(VALUES)
@settings(deadline=None, max_examples=300)
def test_no_value_breaks_the_reader(value: object) -> None:
    """Whatever stands where in JSON, there are entries with titles or an InputError."""
    try:
        document = read_document(json.dumps([value, value]).encode(), "x.json")
    except InputError:
        return
    assert all(entry.title for entry in document.entries)


@given(st.binary(max_size=400), NAMES)
@settings(deadline=None, max_examples=200)
def test_no_bytes_break_the_reader(data: bytes, name: str) -> None:
    """Any bytes give a document of theirs or an InputError."""
    try:
        document = read_document(data, name)
    except InputError:
        return
    assert document.facts.sha256 == sha256(data).hexdigest()


HOSTILE = {
    "nested brackets": lambda n: GOOD + "[" * n + "\n\n" + GOOD,
    "nested images": lambda n: GOOD + "![" * (n // 2) + "\n\n" + GOOD,
    "nested quotes": lambda n: GOOD + ">" * n + "\n\n" + GOOD,
    "nested lists": lambda n: GOOD + "- " * (n // 2) + "\n\n" + GOOD,
    "open elements": lambda n: GOOD + "<div>" * (n // 5) + "\n\n" + GOOD,
    "open links": lambda n: GOOD + "<a href='x'>" * (n // 12) + "\n\n" + GOOD,
    "one endless line": lambda n: GOOD + "word " * (n // 5) + "\n\n" + GOOD,
    "emphasis": lambda n: GOOD + "*a " * (n // 3) + "\n\n" + GOOD,
    "entities": lambda n: GOOD + "&" * n + "\n\n" + GOOD,
    "definitions": lambda n: "".join(f"[r{i}]: https://r.example/{i}\n" for i in range(n // 30)) + "\n" + GOOD * 2,
    "words for kinds": lambda n: GOOD + "курс «" * (n // 6) + "\n\n" + GOOD,
    "people": lambda n: GOOD + "- " + "Bee A., Ann Bee, " * (n // 17) + "\n\n" + GOOD,
    "capitals": lambda n: GOOD + "- " + "Aa" * (n // 2) + "\n- " + "A. " * (n // 3) + "\n\n" + GOOD,
    "times": lambda n: GOOD + "1 неделя - " * (n // 11) + "\n\n" + GOOD,
    "duplicate front matter": lambda n: "---\n" + "a: b\n" * (n // 5) + "---\n" + GOOD * 2,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_good_entries_are_kept_in_linear_time(make: object) -> None:
    """Four times the length costs about four times the time (with room for a busy machine), and no entry."""
    times = []
    for size in (20_000, 80_000):
        text = make(size).encode()  # type: ignore[operator]
        start = time.process_time()
        document = read_document(text, "a.md")
        times.append(time.process_time() - start)
        assert [entry.url for entry in document.entries if entry.title == "Good"] == ["https://good.example/1"] * 2
    assert times[1] < 12 * times[0] + 0.5


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\nurl: https://t.example\n", "a.yaml"),
        ("[" * 100_000, "a.json"),
        ('{"a":' * 100_000, "a.json"),
        ("- " * 100_000 + "x", "a.yaml"),
        ("@a{b," + "{" * 100_000, "a.bib"),
        ("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n" + "<DL><DT><H3>x</H3>" * 20_000, "a.html"),
        ('title,url\n"' + "x" * 500_000, "a.csv"),
        ('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><opml>&b;</opml>', "a.opml"),
    ],
    ids=[
        "alias bomb",
        "json lists",
        "json mappings",
        "yaml lists",
        "bibtex braces",
        "bookmark folders",
        "csv quote",
        "entities",
    ],
)
def test_bombs_in_formats_of_records(text: str, name: str) -> None:
    """Depth and aliases cost neither the stack nor the memory."""
    try:
        document = read_document(text.encode(), name)
    except InputError:
        return
    assert len(document.entries) <= 1


def test_the_whole_records_of_damaged_json_are_kept() -> None:
    """A cut or broken record costs itself; a note says that there was damage."""
    one, two = ('{"url": "https://a.example", "title": "A"}', '{"url": "https://b.example", "title": "B"}')
    for text in (f"[{one}, {two}, " + '{"url": "https://c.', f"[{one}, " + '{"url": oops}, ' + f"{two}]"):
        document = read_document(text.encode(), "a.json")
        assert [entry.title for entry in document.entries] == ["A", "B"]
        assert "damaged" in document.notes[0]


def test_an_endless_document_is_read_as_far_as_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is longer than the limit is cut, and the note says so."""
    monkeypatch.setattr("catalogue.documents.reading.MAX_BYTES", 1_000)
    document = read_document((GOOD * 100).encode(), "a.md")
    assert 15 < len(document.entries) < 25
    assert document.notes == ("longer than 1,000 bytes: the rest was not read",)
