"""Answers of the query API, used for single look-ups."""

from pathlib import Path

import pytest

from crawler.arxiv.api import parse_feed
from crawler.arxiv.faults import AnswerError, Fault
from tests.papers.oai_xml import atom_entry, atom_feed


def test_an_entry_gives_the_paper_and_the_version_shown() -> None:
    """The first version's date and the shown one's are known, the primary category comes first."""
    paper = parse_feed(atom_feed(atom_entry("2611.00001", 3, title="A\n title")))[0]
    assert (paper.arxiv_id, paper.title, paper.categories) == ("2611.00001", "A title", ("cs.LG", "stat.ML"))
    assert [version.number for version in paper.versions] == [1, 3]


def test_a_character_that_xml_forbids_costs_no_entry() -> None:
    """A title with one is read without it, and so are the entries beside it."""
    body = atom_feed(atom_entry("2611.00001", title="A\x0b ti\ufffftle"), atom_entry("2611.00002"))
    assert [paper.title for paper in parse_feed(body)] == ["A title", "A title"]


def test_an_unknown_identifier_gives_no_entry() -> None:
    """A feed without entries is an answer: arXiv does not know the paper."""
    assert parse_feed(atom_feed()) == ()


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        pytest.param(b"Rate exceeded.", Fault.THROTTLED, id="rate exceeded"),
        pytest.param(b"<html><body>503", Fault.NOT_XML, id="html"),
        pytest.param(atom_feed(atom_entry("2611.00001"))[:-9], Fault.CUT_OFF, id="cut off"),
        pytest.param(
            atom_feed(atom_entry("x")).replace(b"arxiv.org/abs/", b"arxiv.org/api/errors#"),
            Fault.REFUSED,
            id="error entry",
        ),
    ],
)
def test_what_is_no_feed_is_refused(body: bytes, fault: Fault) -> None:
    """Throttling, error pages and half answers never look like an unknown paper."""
    with pytest.raises(AnswerError) as seen:
        parse_feed(body)
    assert seen.value.fault is fault


@pytest.mark.shared
def test_recorded_answers_hold_what_was_asked_for(shared: Path) -> None:
    """Every recorded answer with status 200 is read; the one with status 400 is an error."""
    folder = shared / "arxiv/query_api_2026"
    counts = {path.name: len(parse_feed(path.read_bytes())) for path in folder.glob("*.http200.xml")}
    assert sum(counts.values()) == 221
    assert {name.split("_s0")[0]: count for name, count in counts.items() if name.startswith("id_")} == {
        "id_0000.0000": 0,
        "id_0808.05394": 0,
        "id_0808.05394_1707.08567": 1,
        "id_1605.08386": 1,
        "id_1707.08567": 1,
        "id_2104.12255v1": 1,
        "id_astro-ph_0601001": 1,
        "id_quant-ph_0201082v1": 1,
    }
    for path in folder.glob("*.http400.xml"):
        with pytest.raises(AnswerError):
            parse_feed(path.read_bytes())
