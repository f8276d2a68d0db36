"""How well papers are ranked, on one month of real papers and what people picked from it: `make bench`.

Candidates of a week are the papers of the fourteen days before its end; relevant are those people picked that week.
The catalogue holds picks of other weeks, some of which are candidates as well, and hundreds of papers it took years
ago. Four weeks with twenty picks: enough to see a fault, not to tune.
"""

import gzip
import json
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from catalogue.database.schema import open_database, reading
from catalogue.ranking.rank import Catalogue, rank
from catalogue.records.papers import Paper, PaperVersion
from catalogue.records.ranking import Liked
from catalogue.store.digests import load_likes, load_topics
from scheduled.jobs.building import run_build
from tests.benchmarks.svm import svm_scores

DATA = Path(__file__).parent.parent.parent / "data"
DRAWS = 2_000
AUTHORS = 0.5
OLD, LONG_AGO = 400, date(2023, 1, 1)


@dataclass(frozen=True, slots=True)
class PickedWeek:
    """A week: its end, what there was, what was picked, and what the catalogue held, of late and since long."""

    end: date
    papers: tuple[Paper, ...]
    picked: frozenset[str]
    held: tuple[Paper, ...]
    old: tuple[Paper, ...] = ()


Order = Callable[[PickedWeek], Sequence[str]]


def read_weeks(folder: Path, *, honest: bool, old: int) -> list[PickedWeek]:
    """The weeks of the month; `honest` lets the catalogue hold only what was picked in earlier weeks.

    `old` papers, drawn from those that are neither candidates nor picks, stand for what it took long ago.
    """
    with gzip.open(folder / "papers_2025-05.jsonl.gz", "rt", encoding="utf-8") as lines:
        papers = {paper.arxiv_id: paper for paper in map(_paper, lines)}
    rows = json.loads((folder / "picks_2025-05.json").read_text())
    weeks = []
    for row in rows:
        end = date.fromisoformat(row["end"])
        there = tuple(p for p in papers.values() if end - timedelta(days=13) <= p.datestamp <= end)
        picked = frozenset(row["ids"]) & {paper.arxiv_id for paper in there}
        others = [o for o in rows if (o["end"] < row["end"] if honest else o is not row)]
        held = tuple(papers[name] for other in others for name in other["ids"] if name in papers)
        rest = sorted(papers.keys() - {paper.arxiv_id for paper in (*there, *held)} - picked)
        drawn = random.Random(5).sample(rest, min(old, len(rest)))
        weeks.append(PickedWeek(end, there, picked, held, tuple(papers[name] for name in drawn)))
    return weeks


def _paper(line: str) -> Paper:
    row = json.loads(line)
    seen = date.fromisoformat(row["first_seen"])
    versions = (PaperVersion(1, datetime(seen.year, seen.month, seen.day, tzinfo=UTC)),)
    title, categories = " ".join(row["title"].split()), tuple(row["categories"])
    return Paper(row["id"], seen, title, tuple(row["authors"]), categories, row["summary"], versions)


def ours(author_prior: float) -> Order:
    """Our order; a held paper is dated by its month, as in the catalogue."""

    def order(week: PickedWeek) -> list[str]:
        likes = [_liked(p, p.arxiv_id, p.datestamp.replace(day=1)) for p in week.held]
        likes += [_liked(p, f"2301.{number:05}", LONG_AGO) for number, p in enumerate(week.old)]
        return [each.paper.arxiv_id for each in rank(week.papers, Catalogue(tuple(likes)), week.end, author_prior)]

    return order


def _liked(paper: Paper, arxiv_id: str, day: date) -> Liked:
    return Liked(arxiv_id, paper.title, paper.abstract, paper.categories, arxiv_id, day)


def svm(author_prior: float) -> Order:
    """The baseline's order, with the number of authors if wished for."""

    def order(week: PickedWeek) -> list[str]:
        own = {paper.arxiv_id for paper in week.papers}
        papers = [*week.papers, *(paper for paper in (*week.held, *week.old) if paper.arxiv_id not in own)]
        held = {paper.arxiv_id for paper in (*week.held, *week.old)}
        texts = [f"{paper.title} {paper.abstract} {' '.join(paper.authors)}" for paper in papers]
        scores = svm_scores(texts, [paper.arxiv_id in held for paper in papers])[: len(week.papers)]
        counts = [math.log(len(paper.authors) or 1) for paper in week.papers]
        total = [s + author_prior * a for s, a in zip(_standard(scores), _standard(counts), strict=True)]
        return [paper.arxiv_id for _, paper in sorted(zip(total, week.papers, strict=True), key=lambda pair: -pair[0])]

    return order


def _standard(values: Sequence[float]) -> list[float]:
    mean = sum(values) / len(values)
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)) or 1.0
    return [(value - mean) / spread for value in values]


def places(order: Order, weeks: Sequence[PickedWeek]) -> list[tuple[int, float]]:
    """For each pick its place, and the share of the week's papers behind it."""
    found = []
    for week in weeks:
        ranked = list(order(week))
        for name in sorted(week.picked):
            at = ranked.index(name)
            found.append((at + 1, 1 - at / (len(ranked) - 1)))
    return found


def interval(ours_: Sequence[float], others: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of the mean difference when the picks are drawn again."""
    differences = [one - other for one, other in zip(ours_, others, strict=True)]
    pick = random.Random(3)
    means = sorted(sum(pick.choices(differences, k=len(differences))) / len(differences) for _ in range(DRAWS))
    return means[DRAWS // 40], means[-DRAWS // 40]


@pytest.mark.bench
@pytest.mark.shared
@pytest.mark.parametrize("old", [pytest.param(0, id="young"), pytest.param(OLD, id="with-400-old")])
@pytest.mark.parametrize("honest", [pytest.param(False, id="all-other-weeks"), pytest.param(True, id="earlier-weeks")])
def test_against_what_people_picked(shared: Path, honest: bool, old: int) -> None:
    """Prints recall at 100 and mean percentile, ours and the SVM's, and how sure the difference is."""
    weeks = [week for week in read_weeks(shared / "arxiv", honest=honest, old=old) if week.held]
    for prior in (0.0, AUTHORS):
        mine, theirs = places(ours(prior), weeks), places(svm(prior), weeks)
        for name, found in (("ours", mine), ("svm", theirs)):
            print(f"\n{name:5} authors {prior}: R@100 {_recall(found):.3f}, mean percentile {_mean(found):.3f}", end="")
        low, high = interval([share for _, share in mine], [share for _, share in theirs])
        print(f"; difference of percentiles {low:+.3f} to {high:+.3f}")
        assert _recall(mine) >= 0.42
        assert _mean(mine) >= 0.90


@pytest.mark.bench
@pytest.mark.shared
def test_with_no_paper_liked(shared: Path, tmp_path: Path) -> None:
    """Prints how the titles and topics of this project's own `data/` rank the month, and how sure it beats chance."""
    run_build(tmp_path / "catalogue.db", DATA, datetime(2025, 6, 1, tzinfo=UTC))
    engine = open_database(tmp_path / "catalogue.db")
    with reading(engine) as session:
        catalogue = Catalogue(tuple(load_likes(session)), tuple(load_topics(session)))
    engine.dispose()
    assert not [liked for liked in catalogue.likes if liked.day]
    weeks = read_weeks(shared / "arxiv", honest=False, old=0)
    found = places(lambda week: [each.paper.arxiv_id for each in rank(week.papers, catalogue, week.end)], weeks)
    low, high = interval([share for _, share in found], [0.5] * len(found))
    print(f"\nnames only: R@100 {_recall(found):.3f}, mean percentile {_mean(found):.3f}", end="")
    print(f"; above chance by {low:+.3f} to {high:+.3f}")
    assert low > 0


def _recall(found: Sequence[tuple[int, float]]) -> float:
    return sum(at <= 100 for at, _ in found) / len(found)


def _mean(found: Sequence[tuple[int, float]]) -> float:
    return sum(share for _, share in found) / len(found)
