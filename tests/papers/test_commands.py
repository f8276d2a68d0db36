"""`catalogue papers` and `catalogue digest`, from outside."""

import json
from pathlib import Path

import pytest

from scheduled.cli.main import main
from tests.papers.oai_server import Entry, OaiServer

SATURDAY = ("--as-of", "2026-11-21T12:00:00Z")


@pytest.fixture(autouse=True)
def on_loopback(arxiv: OaiServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings by environment, three papers, and an empty folder."""
    for name, value in {
        "OAI_URL": arxiv.url,
        "API_URL": arxiv.url,
        "CATEGORIES": '["cs.LG"]',
        "INTERVAL_SECONDS": "0",
    }.items():
        monkeypatch.setenv(f"CATALOGUE_ARXIV__{name}", value)
    for number in range(3):
        arxiv.entries[f"2611.0000{number}"] = Entry("2026-11-20", fields={"title": f"Number {number}"})


def catalogue(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, results and messages of a command."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    printed = capsys.readouterr()
    return int(ended.value.code or 0), printed.out, printed.err


def test_papers_says_what_came(capsys: pytest.CaptureFixture[str]) -> None:
    """Counts on stdout; as JSON the same as one object."""
    assert catalogue(capsys, "papers", *SATURDAY) == (0, "3 new\n", "")
    code, out, _ = catalogue(capsys, "papers", *SATURDAY, "--json")
    assert (code, json.loads(out)) == (0, {"failed": {}, "problems": [], "sights": {}})


def test_papers_dry_run_asks_nobody(capsys: pytest.CaptureFixture[str], arxiv: OaiServer) -> None:
    """It says from which day each set would be read."""
    catalogue(capsys, "papers", *SATURDAY)
    arxiv.queries.clear()
    assert catalogue(capsys, "papers", *SATURDAY, "--dry-run") == (0, "would read cs:cs:LG from 2026-11-19\n", "")
    assert arxiv.queries == []


def test_a_harvest_that_fails_says_so(capsys: pytest.CaptureFixture[str], arxiv: OaiServer) -> None:
    """Exit code 1, and the reason on stderr."""
    arxiv.before = lambda _query, _number: (429, b"Rate exceeded.", {})
    code, out, err = catalogue(capsys, "papers", *SATURDAY)
    assert (code, out) == (1, "nothing new\n")
    assert err == "cs:cs:LG: throttled: status 429\n"


def test_a_digest_is_shown_and_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Markdown to stdout, any format into a file."""
    catalogue(capsys, "papers", *SATURDAY)
    code, out, _ = catalogue(capsys, "digest", *SATURDAY)
    assert code == 0
    assert out.startswith("# New papers, 2026-W47\n")
    catalogue(capsys, "digest", *SATURDAY, "--format", "bibtex", "--output", str(tmp_path / "week.bib"))
    assert (tmp_path / "week.bib").read_text().count("@misc{") == 3


def test_a_period_is_ranked_one_paper_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Best first, as JSON lines; the last day belongs to the period."""
    catalogue(capsys, "papers", *SATURDAY)
    code, out, _ = catalogue(capsys, "digest", "--period", "2026-11-16/2026-11-20", "--dry-run", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert (code, [row["rank"] for row in rows]) == (0, [1, 2, 3])
    assert {row["arxiv_id"] for row in rows} == {"2611.00000", "2611.00001", "2611.00002"}
    _, out, _ = catalogue(capsys, "digest", "--period", "2026-11-16/2026-11-19", "--dry-run", "--json")
    assert out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("digest", "--period", "2026-11-16/2026-11-20"), id="a period without --dry-run"),
        pytest.param(("digest", "--period", "last week", "--dry-run"), id="no period"),
        pytest.param(("digest", "--period", "2026-11-16/2026-11-10", "--dry-run"), id="a period that ends too early"),
        pytest.param(("papers", "--as-of", "2026-11-01"), id="before what was read"),
    ],
)
def test_what_makes_no_sense_is_one_line_and_exit_code_two(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    """Usage errors and refused times."""
    catalogue(capsys, "papers", *SATURDAY)
    code, out, err = catalogue(capsys, *arguments)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
