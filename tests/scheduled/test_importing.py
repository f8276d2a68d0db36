"""The road in: documents become files of data/, the same ones change nothing, newer ones say what is new."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from catalogue.datafolder.roadmaps import load_roadmaps
from catalogue.datafolder.thesaurus import load_thesaurus
from catalogue.errors import InputError
from catalogue.records.imports import Change, ImportSummary
from scheduled.cli.import_ import command
from scheduled.jobs.importing import Wish, run_import

TOPICS = Path(__file__).parents[2] / "data" / "topics.csv"
VIDEO = "https://www.youtube.com/watch?v=abcdefghijk"
PARTS = "https://www.bilibili.com/video/BV1J94y1f7u5"
REPOSITORY = "https://github.com/own/work"
FIRST = """# A way

- [Numbers](https://n.example/numbers) - about numbers
- [Letters](https://l.example/letters) - about letters
- [Signs](https://s.example/signs) - about signs
- [Words](https://w.example/words) - about words
"""
SECOND = """# A way

- [Letters](https://l.example/letters) - about all letters
- [Signs](https://new.example/signs) - about signs
- [Words](https://w.example/words) - about words
- [Texts](https://t.example/texts) - about texts
"""


def bring(tmp_path: Path, text: str, name: str = "way.md", day: int = 1, *, dry_run: bool = False) -> ImportSummary:
    """Import a text under a name into data/ on a day of November."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    wish = Wish(date(2025, 11, day), facts_only=True, dry_run=dry_run)
    return run_import([path], tmp_path / "data", load_thesaurus(TOPICS), wish)


def files(tmp_path: Path) -> dict[str, bytes]:
    """The files of data/roadmaps with their bytes."""
    return {path.name: path.read_bytes() for path in (tmp_path / "data" / "roadmaps").glob("*")}


def test_the_same_document_twice_changes_no_byte(tmp_path: Path) -> None:
    """The second import says unchanged, and the file is what it was."""
    assert bring(tmp_path, FIRST).sources[0].change is Change.NEW
    before = files(tmp_path)
    assert list(before) == ["a-way.jsonl"]
    assert bring(tmp_path, FIRST, day=20).sources[0].change is Change.UNCHANGED
    assert files(tmp_path) == before


def test_a_newer_version_says_what_is_new_and_keeps_keys(tmp_path: Path) -> None:
    """Added, removed, changed and URL-replaced entries are told apart; what stayed keeps its key and its day."""
    bring(tmp_path, FIRST)
    (report,) = bring(tmp_path, SECOND, day=20).sources
    assert report.change is Change.UPDATED
    told = [
        [mention.title for mention in mentions]
        for mentions in (report.added, report.removed, report.changed, report.url_replaced)
    ]
    assert told == [["Texts"], ["Numbers"], ["Letters"], ["Signs"]]
    (roadmap,) = load_roadmaps(tmp_path / "data")
    kept = [(mention.resource, mention.url, mention.added) for mention in roadmap.mentions]
    assert kept == [
        ("l-letters", "https://l.example/letters", "2025-11-01"),
        ("s-signs", "https://new.example/signs", "2025-11-01"),
        ("w-words", "https://w.example/words", "2025-11-01"),
        ("t-texts", "https://t.example/texts", "2025-11-20"),
    ]


def test_the_command_names_what_a_newer_version_changed(tmp_path: Path) -> None:
    """Each entry is told with its change, in words and as rows; a new source has no changes."""
    path = tmp_path / "way.md"
    runs = []
    for text, flags in ((FIRST, ["--json"]), (SECOND, ["--json", "--dry-run"]), (SECOND, [])):
        path.write_text(text)
        runs.append(CliRunner().invoke(command, [str(path), "--data", str(tmp_path / "data"), *flags]).stdout)
    assert {json.loads(line)["change"] for line in runs[0].splitlines()} == {None}
    told = {row["title"]: row["change"] for row in map(json.loads, runs[1].splitlines())}
    assert told == {"Letters": "changed", "Signs": "new url", "Words": None, "Texts": "added", "Numbers": "removed"}
    assert runs[2].splitlines()[1:5] == [
        "  added: Texts https://t.example/texts",
        "  removed: Numbers https://n.example/numbers",
        "  changed: Letters https://l.example/letters",
        "  new url: Signs https://s.example/signs -> https://new.example/signs",
    ]


def test_one_of_two_places_of_a_work_goes(tmp_path: Path) -> None:
    """The place that stayed is known by what it says; the other one is the removed."""
    two = FIRST + "\n## More\n\n- [Numbers](https://n.example/numbers) - once more\n"
    bring(tmp_path, two)
    (report,) = bring(tmp_path, two.replace("- [Numbers](https://n.example/numbers) - about numbers\n", "")).sources
    assert ([mention.line for mention in report.removed], report.changed) == ([3], ())


def test_another_document_of_the_same_name_is_another_source(tmp_path: Path) -> None:
    """Every list is called README.md; only shared contents make one a version of the other."""
    bring(tmp_path, FIRST, "README.md")
    other = FIRST.replace("A way", "Another").replace(".example", ".test")
    assert bring(tmp_path, other, "README.md").sources[0].change is Change.NEW
    assert sorted(files(tmp_path)) == ["a-way.jsonl", "another.jsonl"]


def test_documents_of_one_import_are_never_versions_of_one_another(tmp_path: Path) -> None:
    """Two files of one name and title in two folders are two sources, whatever they share."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "README.md").write_text(FIRST if folder == "one" else SECOND)
    wish = Wish(date(2025, 11, 1))
    given = [tmp_path / "one" / "README.md", tmp_path / "two" / "README.md"]
    summary = run_import(given, tmp_path / "data", load_thesaurus(TOPICS), wish)
    assert [report.change for report in summary.sources] == [Change.NEW, Change.NEW]
    again = run_import(given, tmp_path / "data", load_thesaurus(TOPICS), wish)
    assert [report.change for report in again.sources] == [Change.UNCHANGED, Change.UNCHANGED]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        pytest.param("https://a.example/x/?utm_source=q", "http://www.a.example/x", True, id="address"),
        pytest.param("https://arxiv.org/abs/2307.09288v2", "https://arxiv.org/pdf/2307.09288", True, id="arXiv"),
        pytest.param("https://youtu.be/abcdefghijk?t=5", VIDEO, True, id="video"),
        pytest.param(VIDEO, f"{VIDEO}&list=PL123456789012", False, id="video and playlist"),
        pytest.param("https://github.com/Own/Work", "https://own.github.io/Work/", True, id="repository and pages"),
        pytest.param(REPOSITORY, f"{REPOSITORY}/blob/main/a.md", False, id="a file"),
        pytest.param("https://c.edu/courses/nlp/2024", "https://c.edu/courses/nlp/", True, id="editions of a course"),
        pytest.param("https://c.example/posts/2024", "https://c.example/posts/2025", False, id="years of a blog"),
        pytest.param("https://arxiv.org/abs/2307.09288v2", "https://p.example/papers/2307.09288", True, id="its id"),
        pytest.param("https://c.edu/course/2019", "https://c.edu/course", True, id="editions"),
        pytest.param("https://coursera.org/learn/ml", "https://coursera.org/learn/ml/home/week/1", True, id="door"),
        pytest.param("https://coursera.org/learn/ml", "https://coursera.org/learn/ml/home/week/2", False, id="a week"),
        pytest.param("https://habr.com/ru/post/44719", "https://habr.com/companies/x/news/44719/", True, id="moved"),
        pytest.param(f"{PARTS}?p=2", PARTS, False, id="a part of a video"),
        pytest.param("https://twitter.com/ann", "https://x.com/ann", True, id="renamed host"),
        pytest.param("https://x.com/ann", "https://x.com/ann/status/1", False, id="a post"),
        pytest.param("https://web.archive.org/web/2020/http://a.example/x", "https://a.example/x", True, id="archived"),
        pytest.param("https://a.example/x#one", "https://a.example/y", False, id="equal titles"),
    ],
)  # fmt: skip
def test_one_resource_once(tmp_path: Path, first: str, second: str, same: bool) -> None:
    """Addresses and identifiers make two mentions one resource; equal titles do not."""
    bring(tmp_path, f"# One\n\n- [Work]({first})\n", "one.md")
    bring(tmp_path, f"# Two\n\n- [Work]({second})\n", "two.md")
    keys = {mention.resource for roadmap in load_roadmaps(tmp_path / "data") for mention in roadmap.mentions}
    assert len(keys) == (1 if same else 2)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://g1.c.edu/2019/", "https://g1.c.edu"),
        ("https://c.edu/archive/g1/g1.1194/", "https://c.edu/archive/g1/g1.1214/"),
        ("https://c.edu/g1/f18", "https://c.edu/g1/spring-2020/"),
    ],
)
def test_editions_of_a_course(tmp_path: Path, one: str, two: str) -> None:
    """The year or term at the end of the address is all that differs."""
    text = "# One\n\n- [Gardening course]({})\n"
    reports = [bring(tmp_path, text.format(url), name).sources[0] for url, name in ((one, "one.md"), (two, "two.md"))]
    assert len({report.mentions[0].resource for report in reports}) == 1
    assert [merge.because for merge in reports[1].merges] == ["two editions of one course"]


def test_places_of_one_page_are_two_in_one_document(tmp_path: Path) -> None:
    """Entries that differ by fragment are apart where a document names both; one place alone is the page."""
    page = "https://g.example/guide"
    (report,) = bring(tmp_path, f"# G\n\n- [T]({page}#trees)\n- [R]({page}#roses)\n- [T2]({page}#trees)\n").sources
    assert [mention.resource for mention in report.mentions] == ["g-guide-trees", "g-guide-roses", "g-guide-trees"]
    (report,) = bring(tmp_path, f"# H\n\n- [R]({page}#roses)\n- [All]({page})\n", "h.md").sources
    assert [mention.resource for mention in report.mentions] == ["g-guide-roses", "g-guide"]
    bring(tmp_path, "# I\n\n- [Work](https://x.example/y/#start)\n", "i.md")
    (report,) = bring(tmp_path, "# J\n\n- [Work](https://x.example/y#:~:text=a)\n", "j.md").sources
    assert report.mentions[0].resource == "x-y-start"


def test_a_person_keeps_two_apart(tmp_path: Path) -> None:
    """What curation says is not the same gets a key of its own at the next import."""
    bring(tmp_path, "# One\n\n- [Work](https://github.com/own/work)\n", "one.md")
    curation = tmp_path / "data" / "curation" / "apart.yaml"
    curation.parent.mkdir()
    curation.write_text(
        "- resource: github-own-work\n  not_same_as: ['https://own.github.io/work/']\n  reason: only its demo\n"
        "  date: 2025-11-02\n"
    )
    (report,) = bring(tmp_path, "# Two\n\n- [Work](https://own.github.io/work/)\n", "two.md").sources
    assert report.mentions[0].resource == "own-github-work"


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It says what would come and leaves data/ alone."""
    assert bring(tmp_path, FIRST, dry_run=True).mentions == 4
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        pytest.param(lambda path: None, "No such file or directory", id="missing"),
        pytest.param(lambda path: path.mkdir(), "is a folder: name the documents in it", id="folder"),
        pytest.param(lambda path: path.write_bytes(b"%PDF-1.7\n\x00\xff"), "is not text", id="binary"),
        pytest.param(lambda path: path.write_bytes(bytes(range(256)) * 20), "is not text", id="noise"),
        pytest.param(lambda path: path.write_bytes(b" \n"), "holds no text", id="empty"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(tmp_path: Path, make: object, problem: str) -> None:
    """A good document beside a bad one is not half imported."""
    good, bad = tmp_path / "way.md", tmp_path / "bad.md"
    good.write_text(FIRST)
    make(bad)  # type: ignore[operator]
    with pytest.raises(InputError) as error:
        run_import([good, bad], tmp_path / "data", load_thesaurus(TOPICS), Wish(date(2025, 11, 1)))
    assert str(error.value) == f"{bad}: {problem}"
    assert files(tmp_path) == {}


def test_the_command_prints_one_entry_a_line(tmp_path: Path) -> None:
    """--dry-run --json shows every value with its rule, and writes nothing."""
    (tmp_path / "way.md").write_text("# Step 1: books\n\n- [Algebra Book](https://a.example/b?utm_source=x) - free\n")
    result = CliRunner().invoke(command, ["way.md", "--dry-run", "--json"])
    assert result.exit_code == 0
    row = json.loads(result.stdout)
    assert (row["title"], row["url"], row["tidy_url"]) == (
        "Algebra Book",
        "https://a.example/b?utm_source=x",
        "https://a.example/b",
    )
    assert (row["kind"], row["rules"]["kind"], row["is_free"]) == ("book", "title-word", True)
    assert (row["section"], row["step"], row["line"]) == ("Step 1: books", 1, 3)
    assert "1 mention of 1 resource in 1 document" in result.stderr


def test_the_command_explains_itself(tmp_path: Path) -> None:
    """--explain says of each line why it did or did not become an entry."""
    (tmp_path / "way.md").write_text("- [Top](#top)\n- [Algebra](https://a.example/b)\n")
    result = CliRunner().invoke(command, ["way.md", "--dry-run", "--explain"])
    assert "way.md:1: - Top  (a place in the same page)" in result.stdout
    assert "way.md:2: + Algebra  (a list item that begins with its link;" in result.stdout


def test_equal_titles_of_other_people_stay_apart(tmp_path: Path) -> None:
    """Names without an address are one by title, unless their authors are told and differ."""
    lines = ["# Книги о саде", "- Мухин В., Жук П. Сад", "- Пчёлкина А. Сад", "- Жук П. Сад, 2019", "- Пчёлкина А. Сад"]
    (report,) = bring(tmp_path, "\n".join(lines)).sources
    keys = [mention.resource for mention in report.mentions]
    assert (keys[0] == keys[2], keys[1] == keys[3], keys[0] == keys[1]) == (True, True, False)
