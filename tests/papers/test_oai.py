"""OAI-PMH answers: what is an answer, and what is in it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawler.arxiv.faults import AnswerError, Fault
from crawler.arxiv.oai import parse_page
from tests.papers.oai_xml import oai_error, oai_page, oai_record

RATE_EXCEEDED = b"Rate exceeded."
HTML = b"<!DOCTYPE html><html><head><title>503</title></head><body>first byte timeout<hr></body></html>"


def test_a_record_gives_a_paper_with_all_its_versions() -> None:
    """Texts lose only surplus white space in one-line fields; every version keeps its date and size."""
    record = oai_record(
        "math.GT/0309136",
        versions=("Mon, 08 Sep 2003 10:00:00 GMT", "Tue, 10 Nov 2026 11:30:00 +0200"),
        title="On\n  $\\omega$ and 0",
        authors="Ada One (Somewhere (Far, Away)), Bo Two, III and and Cy Three for the D Collaboration",
        categories="math.GT cs.NA math.NA",
        abstract="First line\nsecond line.",
        comments="9 pages",
    )
    paper = parse_page(oai_page(record)).papers[0]
    assert paper.arxiv_id == "math/0309136"
    assert paper.title == r"On $\omega$ and 0"
    assert paper.authors == ("Ada One", "Bo Two, III", "Cy Three", "D Collaboration")
    assert paper.categories == ("math.GT", "math.NA")
    assert paper.abstract == "First line\nsecond line."
    assert [(each.number, each.submitted_at.isoformat(), each.size_kb) for each in paper.versions] == [
        (1, "2003-09-08T10:00:00+00:00", 9),
        (2, "2026-11-10T09:30:00+00:00", 9),
    ]


def test_a_page_says_where_it_goes_on_and_when_it_was_made() -> None:
    """The token is kept as given; its absence or emptiness ends the list."""
    page = parse_page(oai_page(oai_record(datestamp="2026-11-09"), oai_record(), token="from%3D2026%26skip%3D2"))
    assert page.token == "from%3D2026%26skip%3D2"
    assert page.answered_at == datetime(2026, 11, 10, 4, tzinfo=UTC)
    assert page.newest == date(2026, 11, 10)
    last = oai_page(oai_record()).replace(b"</ListRecords>", b"<resumptionToken/></ListRecords>")
    assert parse_page(last).token is None


@pytest.mark.parametrize(
    ("versions", "fields", "withdrawn"),
    [
        pytest.param(("Mon, 09 Nov 2026 10:00:00 GMT!",), {}, True, id="last version without files"),
        pytest.param(
            ("Mon, 09 Nov 2026 10:00:00 GMT!", "Tue, 10 Nov 2026 10:00:00 GMT"), {}, False, id="taken back later"
        ),
        pytest.param(
            ("Mon, 09 Nov 2026 10:00:00 GMT",),
            {"comments": "supersedes 1101.0001, which has been withdrawn"},
            False,
            id="speaks of another paper",
        ),
    ],
)
def test_the_last_version_decides_whether_a_paper_is_withdrawn(
    versions: tuple[str, ...], fields: dict[str, str], withdrawn: bool
) -> None:
    """A withdrawal is a version without files; words alone are none."""
    assert parse_page(oai_page(oai_record(versions=versions, **fields))).papers[0].withdrawn is withdrawn


def test_an_unreadable_record_costs_only_itself() -> None:
    """The good records of a page are kept, the other is named."""
    bad = oai_record("2611.00002", versions=("some day",))
    page = parse_page(oai_page(oai_record(), bad))
    assert [paper.arxiv_id for paper in page.papers] == ["2611.00001"]
    assert page.problems[0].startswith("oai:arXiv.org:2611.00002: ")


def test_nothing_new_is_an_answer() -> None:
    """An empty list (noRecordsMatch) is success with nothing; an unknown identifier is an answer too."""
    assert parse_page(oai_error("noRecordsMatch")).papers == ()
    assert parse_page(oai_error("idDoesNotExist")).missing


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        pytest.param(RATE_EXCEEDED, Fault.THROTTLED, id="rate exceeded with 200"),
        pytest.param(HTML, Fault.NOT_XML, id="html with 200"),
        pytest.param(b"", Fault.NOT_XML, id="nothing at all"),
        pytest.param(oai_page(oai_record())[:-30], Fault.CUT_OFF, id="cut off near the end"),
        pytest.param(oai_page(oai_record())[:400], Fault.CUT_OFF, id="cut off in a record"),
        pytest.param(oai_page() + b"<more/>", Fault.CUT_OFF, id="something after the end"),
        pytest.param(oai_error("badResumptionToken"), Fault.STALE, id="token refused"),
        pytest.param(oai_error("badArgument"), Fault.REFUSED, id="bad argument"),
        pytest.param(
            oai_page().replace(b"ListRecords", b"ListSets"), Fault.NOT_XML, id="an answer to another question"
        ),
        pytest.param(
            oai_page(oai_record()).replace(b"arXivRaw/", b"arXiv/"), Fault.NOT_XML, id="another format than asked"
        ),
        pytest.param(
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + oai_page(oai_record("&a;")).partition(b"?>")[2],
            Fault.CUT_OFF,
            id="entities are refused",
        ),
    ],
)
def test_what_is_no_answer_is_never_taken_for_one(body: bytes, fault: Fault) -> None:
    """Each of these comes with status 200 and must not look like a quiet day."""
    with pytest.raises(AnswerError) as seen:
        parse_page(body)
    assert seen.value.fault is fault


@pytest.mark.parametrize(
    ("comment", "withdrawn"),
    [
        ("This paper has been withdrawn", True),
        ("5 pages. This manuscript has been temporarily\n withdrawn by the author", True),
        ("Paper withdrawn due to an error", True),
        ("9 pages; withdrawn", True),
        ("supersedes 1101.0001, which has been withdrawn", False),
        ("Replaces an earlier version that was withdrawn", False),
        ("A short note", False),
    ],
)
def test_an_old_version_without_files_says_that_it_is_withdrawn(comment: str, withdrawn: bool) -> None:
    """Where no source type was kept, a size of nothing and a sentence about the paper itself stand for it."""
    record = oai_record("0906.3336", comments=comment).replace("9kb", "0kb")
    assert parse_page(oai_page(record)).papers[0].withdrawn is withdrawn


def test_a_character_that_xml_forbids_costs_nothing() -> None:
    """People paste such characters into metadata, and the server passes them on: the page is read all the same."""
    page = parse_page(oai_page(oai_record(title="A\x0b ti\x02t\ufffele\uffff", abstract="Tab\tand \ufffd stay.")))
    assert [(paper.title, paper.abstract) for paper in page.papers] == [("A title", "Tab\tand \ufffd stay.")]


@pytest.mark.shared
def test_a_recorded_harvest_is_read_whole(shared: Path) -> None:
    """Nine pages of arXiv's own server hold 503 papers, none unreadable, each page after the other."""
    pages = [parse_page(path.read_bytes()) for path in sorted((shared / "arxiv/oai_server_run").glob("*page0*.xml"))]
    assert len({paper.arxiv_id for page in pages for paper in page.papers}) == 503
    assert [problem for page in pages for problem in page.problems] == []
    assert [page.token is None for page in pages] == [False] * 8 + [True]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "withdrawn"),
    [
        ("get_record_arXivRaw_0908.3762.xml", False),
        ("get_record_arXivRaw_1101.2483.xml", True),
        ("get_record_arXivRaw_0906.3336.xml", True),
        ("get_record_arXivRaw_cond-mat_0703772.xml", True),
        ("get_record_arXivRaw_math_0510544.xml", False),
    ],
)
def test_recorded_withdrawals_are_told_from_living_papers(shared: Path, name: str, withdrawn: bool) -> None:
    """Withdrawn, taken back, and withdrawn before arXiv kept source types."""
    page = parse_page((shared / "arxiv/oai_server_run" / name).read_bytes())
    assert [paper.withdrawn for paper in page.papers] == [withdrawn]


@pytest.mark.shared
def test_small_recorded_papers_are_not_withdrawn(shared: Path) -> None:
    """A size of 0kb alone is no withdrawal: these two are alive."""
    page = parse_page((shared / "arxiv/oai_server_run/harvest_arXivRaw_limit60_page09.xml").read_bytes())
    alive = {paper.arxiv_id for paper in page.papers if paper.versions[-1].size_kb == 0 and not paper.withdrawn}
    assert alive == {"2305.11452", "2310.08262"}


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("misc/http_429_or_200_rate_exceeded.txt", Fault.THROTTLED),
        ("misc/http_503_fastly_first_byte_timeout.html", Fault.NOT_XML),
        ("oai_server_run/error_badResumptionToken.xml", Fault.STALE),
        ("misc/sickle_badResumptionToken.xml", Fault.STALE),
        ("oai_server_run/error_badArgument_dotset.xml", Fault.REFUSED),
        ("oai_server_run/error_badArgument_from_too_early.xml", Fault.REFUSED),
        ("oai_server_run/error_badArgument_until_future.xml", Fault.REFUSED),
        ("oai_server_run/error_badVerb.xml", Fault.REFUSED),
        ("oai_server_run/error_cannotDisseminateFormat.xml", Fault.REFUSED),
        ("oai_live_2026_excerpt/created_is_latest_version.xml", Fault.NOT_XML),
        ("oai_server_run/get_record_oai_dc_multiversion_0704.0046.xml", Fault.NOT_XML),
        ("oai_server_run/identify.xml", Fault.NOT_XML),
        ("server_run_feed/rss_math.xml", Fault.NOT_XML),
    ],
)
def test_recorded_failures_are_failures(shared: Path, name: str, fault: Fault) -> None:
    """Error bodies of arXiv's servers, and formats in which new cannot be told from replaced."""
    with pytest.raises(AnswerError) as seen:
        parse_page((shared / "arxiv" / name).read_bytes())
    assert seen.value.fault is fault
