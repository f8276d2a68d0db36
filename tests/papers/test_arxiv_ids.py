"""Identifiers, categories and sets of arXiv."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.records.arxiv_ids import (
    PaperId,
    announced_month,
    canonical_categories,
    oai_set,
    parse_arxiv_id,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2611.00001", PaperId("2611.00001"), id="new"),
        pytest.param("0704.0046v3", PaperId("0704.0046", 3), id="four digits with version"),
        pytest.param("hep-th/9901001", PaperId("hep-th/9901001"), id="old"),
        pytest.param("math.GT/0309136v2", PaperId("math/0309136", 2), id="old with subject class"),
        pytest.param("solv-int/9701001", PaperId("solv-int/9701001"), id="an archive with a v in its name"),
        pytest.param("https://arxiv.org/abs/2611.00001v12#S2", PaperId("2611.00001", 12), id="abstract page"),
        pytest.param("http://www.arxiv.org/pdf/2611.00001.pdf", PaperId("2611.00001"), id="pdf"),
        pytest.param("https://export.arxiv.org/abs/math/0309136?context=x", PaperId("math/0309136"), id="mirror"),
        pytest.param("https://doi.org/10.48550/arXiv.2611.00001", PaperId("2611.00001"), id="doi"),
        pytest.param("oai:arXiv.org:cs/0001024", PaperId("cs/0001024"), id="oai"),
        pytest.param("https://arxiv.org/list/cs.LG/new", None, id="a listing"),
        pytest.param("https://arxiv.org/abs/2613.00001", None, id="no thirteenth month"),
        pytest.param("https://example.org/2611.00001", None, id="another site"),
        pytest.param("0000.0000", None, id="no month zero"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_an_identifier_is_read_in_every_form(text: str, expected: PaperId | None) -> None:
    """Bare, with version, as URL, as DOI, old and new: one canonical identifier."""
    assert parse_arxiv_id(text) == expected


@given(st.text())
def test_reading_an_identifier_never_fails(text: str) -> None:
    """Any text gives an identifier that reads back as itself, or None."""
    found = parse_arxiv_id(text)
    assert found is None or parse_arxiv_id(found.arxiv_id) == PaperId(found.arxiv_id)


@pytest.mark.parametrize(
    ("arxiv_id", "year", "month"),
    [("2611.00001", 2026, 11), ("0704.0046", 2007, 4), ("hep-th/9901001", 1999, 1), ("math/0309136", 2003, 9)],
)
def test_an_identifier_names_its_month(arxiv_id: str, year: int, month: int) -> None:
    """The first four digits are year and month; old identifiers begin in 1991."""
    assert announced_month(arxiv_id) == year * 12 + month - 1


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ("cs.LG", "cs:cs:LG"),
        ("stat.ML", "stat:stat:ML"),
        ("hep-th", "physics:hep-th"),
        ("astro-ph.GA", "physics:astro-ph:GA"),
        ("physics.optics", "physics:physics:optics"),
        ("q-bio.NC", "q-bio:q-bio:NC"),
    ],
)
def test_a_category_has_a_set(category: str, expected: str) -> None:
    """A set is group, archive and subject; `set=cs.LG` would be a bad argument."""
    assert oai_set(category) == expected


@pytest.mark.shared
def test_every_set_of_the_taxonomy_is_named_as_the_server_names_it(shared) -> None:  # type: ignore[no-untyped-def]
    """The sets we would ask for are sets the recorded server lists."""
    listed = (shared / "arxiv/oai_server_run/list_sets.xml").read_text()
    rows = (shared / "vocab/arxiv_taxonomy_en.csv").read_text().splitlines()[1:]
    categories = [row.split(",")[0].strip('"') for row in rows]
    missing = [name for name in categories if f"<setSpec>{oai_set(name)}</setSpec>" not in listed]
    assert missing == []


def test_a_subject_with_two_names_counts_once() -> None:
    """Aliases become one category, and the first category stays first."""
    assert canonical_categories(["cs.NA", "math.NA", "cs.LG"]) == ("math.NA", "cs.LG")
