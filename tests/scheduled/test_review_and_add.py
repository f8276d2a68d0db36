"""What a person does by hand: add one link, answer what wants a human."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from catalogue.datafolder.roadmaps import load_roadmaps
from scheduled.cli.add import command as add
from scheduled.cli.import_ import command as bring
from scheduled.cli.review import command as review

LIST = """# A way

- [Big Numbers](https://a.example/x) - a book
- [Big numbers](https://b.example/y)
- [Hands](https://c.example/the-art-of-counting)
- [Feet](https://d.example/p/The-Art-of-Counting-Things)

Выберите один из двух курсов:

Отдыхайте.
"""


def questions(result: Result) -> set[tuple[str, str]]:
    """Matter and subject of each question of a run with --json."""
    return {(row["matter"], row["about"]) for row in map(json.loads, result.stdout.splitlines())}


def test_review_asks_what_only_a_person_can_decide(tmp_path: Path) -> None:
    """Works under two keys, values from weak rules, lost names; a decision closes its question."""
    (tmp_path / "way.md").write_text(LIST, encoding="utf-8")
    assert CliRunner().invoke(bring, ["way.md"]).exit_code == 0
    result = CliRunner().invoke(review, ["--json"])
    asked = questions(result)
    assert {("duplicate", "b-y"), ("duplicate", "d-the-art-of-counting-things"), ("lost", "a-way")} <= asked
    assert ("weak", "b-y") in asked
    curation = tmp_path / "data" / "curation"
    curation.mkdir()
    (curation / "a.yaml").write_text(
        "- resource: b-y\n  same_as: a-x\n  reason: the same book\n  date: 2025-11-21\n"
        "- resource: c-the-art-of-counting\n  not_same_as: [d-the-art-of-counting-things]\n  set: {kind: article}\n"
        "  reason: another author\n  date: 2025-11-21\n"
    )
    left = questions(CliRunner().invoke(review, ["--json"]))
    assert {about for matter, about in left if matter == "duplicate"} == set()
    assert ("weak", "c-the-art-of-counting") not in left


def test_review_reads_like_a_list(tmp_path: Path) -> None:
    """Without --json each question stands under its heading, with the curation that answers it."""
    (tmp_path / "way.md").write_text(LIST, encoding="utf-8")
    CliRunner().invoke(bring, ["way.md"])
    shown = CliRunner().invoke(review, []).stdout
    assert "May be one resource under two keys (2)" in shown
    assert "same_as: a-x, or not_same_as: [a-x]" in shown
    assert "a-way way.md:8: Выберите один из двух курсов:" in shown


def test_a_link_is_added_once(tmp_path: Path) -> None:
    """The same address again changes nothing; a work known from a list gets that work's key."""
    (tmp_path / "way.md").write_text("# A way\n\n- [Paper](https://arxiv.org/abs/2307.09288)\n")
    CliRunner().invoke(bring, ["way.md"])
    first = CliRunner().invoke(add, ["https://b.example/book?utm_source=x", "--title", "Big Book"])
    assert (first.exit_code, first.stdout) == (0, "b-book: Big Book\n")
    path = tmp_path / "data" / "roadmaps" / "added-by-hand.jsonl"
    before = path.read_bytes()
    assert CliRunner().invoke(add, ["https://b.example/book"]).stdout == "b-book: Big Book\n"
    assert path.read_bytes() == before
    known = CliRunner().invoke(add, ["https://arxiv.org/pdf/2307.09288v2", "--dry-run"])
    assert known.stdout.startswith("paper: ")
    assert "(known: the same arXiv paper)" in known.stdout
    assert path.read_bytes() == before
    by_hand = next(roadmap for roadmap in load_roadmaps(tmp_path / "data") if roadmap.source == "added-by-hand")
    assert [(mention.title, mention.kind and mention.kind.value) for mention in by_hand.mentions] == [
        ("Big Book", "book")
    ]


def test_what_is_no_address_is_refused() -> None:
    """A path or a script is no link."""
    for url in ("way.md", "javascript:alert(1)"):
        result = CliRunner().invoke(add, [url])
        assert str(result.exception) == f"{url}: is no http(s) address"
