"""Depth without meaning and lines in another encoding: the good entries are kept, and time stays linear."""

import time

from catalogue.documents.reading import read_document


def test_lists_nested_beyond_meaning_are_read_in_linear_time() -> None:
    """Twenty thousand list levels that never close cost seconds at most, and the link in them is an entry."""
    text = "<html><body>" + "<ul><li>" * 20_000 + '<a href="https://a.example/x">One</a>'
    start = time.process_time()
    (entry,) = read_document(text.encode(), "list.html").entries
    assert (entry.title, entry.url) == ("One", "https://a.example/x")
    assert time.process_time() - start < 10


def test_lines_in_another_encoding_are_read_beside_the_others() -> None:
    """One line that another program wrote spoils neither itself nor the document, and is noted."""
    first = "- [Яблоки севера](https://a.example/x) - о том, как они растут\n" * 2
    second = "- [Груши](https://b.example/y) - строка из другой программы\n"
    document = read_document(first.encode() + second.encode("cp1251"), "list.md")
    assert [entry.title for entry in document.entries] == ["Яблоки севера", "Яблоки севера", "Груши"]
    assert document.notes == ("1 lines read as cp1251",)
