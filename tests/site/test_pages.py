"""The other pages: roadmaps, topics, link health, papers, editions, the rules, the data."""

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from catalogue.site.messages import name_of
from catalogue.vocabulary import Failure
from scheduled.jobs.serving import make_datasette
from scheduled.settings.policy import PolicySection
from scheduled.settings.site import SiteSection
from tests.site.sample import make_sample
from tests.site.visitor import Visitor

ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_roadmap_is_a_path(visitor: Visitor) -> None:
    """Its steps stand in order with their effort, its resources under them, and what is broken today on top."""
    page = visitor.read("/roadmaps/path-en")
    steps = [step.get_text(" ", strip=True) for step in page.select("ol.path > li > h2")]
    assert steps == ["1 First: mathematics 3–4 weeks", "2 Then: networks 3–4 weeks"]
    assert page.select_one(".note h2").text == "3 links in it are broken today"
    assert len(page.select("ol.path li.step:first-child ul li")) == 3


@pytest.mark.parametrize(
    ("language", "label"), [("en", "linear algebra"), ("ru", "линейная алгебра"), ("zh", "线性代数")]
)
def test_a_topic_page_speaks_the_language_asked_for(visitor: Visitor, language: str, label: str) -> None:
    """Its label, its languages and levels, its best resources."""
    page = visitor.read(f"/topics/linear-algebra?lang={language}")
    assert page.h1.text == label
    assert [cell.text.strip() for cell in page.select("tbody tr:first-child td")] == ["1", "·", "·", "·"]
    assert page.select_one("svg[role=img]")
    assert len(page.select("article.card")) == 3


def test_only_topics_that_something_is_about_are_listed(visitor: Visitor) -> None:
    """A topic without resources stands in the tree only above one that has some; its own page says it is empty."""
    listed = {link["href"] for link in visitor.read("/topics").select(".tree a")}
    assert {"/topics/linear-algebra", "/topics/mathematics"} <= listed
    assert listed.isdisjoint({"/topics/calculus", "/topics/physics"})
    assert not visitor.read("/topics/mathematics").select(".cloud a[href='/topics/calculus']")
    assert visitor.read("/topics/calculus").select_one(".note")


@pytest.mark.parametrize(
    ("state", "title"),
    [("dead", "Свёрточные нейронные сети на пальцах"), ("moved", "Neural networks from zero")],
)
def test_lists_of_links(visitor: Visitor, state: str, title: str) -> None:
    """Each list names the resource, what was seen and since when."""
    row = visitor.read(f"/links/{state}").select_one("tbody tr").get_text(" ", strip=True)
    assert title in row
    assert "2026-11-01" in row
    assert visitor.get("/links/nope").status_code == 404


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "a wall against robots"), ("ru", "защита от роботов"), ("zh", "反爬虫拦截")],
)
def test_what_was_seen_is_said_in_the_readers_language(visitor: Visitor, language: str, told: str) -> None:
    """A reason is a sentence, not a word of the program; a status stands for itself."""
    seen = visitor.read(f"/links/unverifiable?lang={language}").select("td[data-label]")
    assert told in [cell.text for cell in seen]
    assert "404" in [cell.text for cell in visitor.read("/links/dead").select("td[data-label]")]


def test_every_reason_of_a_missing_answer_has_words() -> None:
    """No way to fail is told as the program calls it."""
    assert [failure for failure in Failure if name_of("ru", "reason", failure) == failure] == [Failure.TLS]


def test_health_over_time_has_a_picture_and_its_table(visitor: Visitor) -> None:
    """One bar a week; the table says the same, newest first."""
    page = visitor.read("/links")
    assert len(page.select("svg.picture text")) == 6
    rows = [[cell.text.strip() for cell in row.select("th, td")] for row in page.select("details tbody tr")]
    assert rows[0] == ["2026-11-20", "8", "2", "2", "1"]
    assert rows[-1] == ["2026-10-16", "0", "13", "0", "0"]


def test_failed_work_is_seen_and_its_reason_is_not(tmp_path: Path) -> None:
    """A job whose last run failed stands on the page of health; the problem, which may name paths, nowhere."""
    db = tmp_path / "catalogue.db"
    make_sample(db)  # a plain copy of a file that SQLite has open would drop this process's locks on it
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.executemany(
            "insert into run (job, started_at, outcome, attempts, problem) values (?, ?, ?, 1, ?)",
            [
                ("backup", "2026-11-19T03:30:00Z", "failed", "/srv/secret"),
                ("backup", "2026-11-20T03:30:00Z", "ok", ""),
                ("papers", "2026-11-19T03:30:00Z", "ok", ""),
                ("papers", "2026-11-20T03:30:00Z", "failed", "/srv/secret"),
            ],
        )
    with Visitor(db) as visitor:
        jobs = visitor.read("/links").select_one("#jobs").find_next("ul")
        assert jobs.get_text(" ", strip=True) == "2026-11-20 papers"
        assert "/srv/secret" not in visitor.get("/links").text


def test_papers_and_editions(visitor: Visitor) -> None:
    """New papers by batch; an edition drawn from its body alone."""
    assert visitor.read("/papers").select_one("article h2").text.strip() == "On <b>gradients</b> & their uses"
    edition = visitor.read("/editions/deadlinks-2026-W47?lang=ru").get_text(" ", strip=True)
    assert "Мёртвые ссылки 2026-W47" in edition
    assert "Свёрточные нейронные сети svertki.example/course?id=4 404 2026-11-01" in edition
    assert "Algebra old.example/algebra → new.example/algebra 301 2026-11-18" in edition


def test_a_digest_names_its_topics_its_papers_and_its_holes(visitor: Visitor) -> None:
    """Shown papers with their reason, counted ones as links, withdrawals, and that the week is incomplete."""
    page = visitor.read("/editions/digest-2026-W47?lang=en")
    assert page.select_one("[role=alert]").get_text(strip=True) == "Incomplete: part of this week could not be read."
    assert [" ".join(head.get_text(" ", strip=True).split()) for head in page.select("article h2")] == [
        "linear algebra 2",
        "Other topics 1",
        "Withdrawn 1",
    ]
    assert "On <b>gradients</b> gradients" in page.get_text(" ", strip=True)
    assert page.select_one("details a")["href"] == "https://arxiv.org/abs/2611.00002"


def test_an_export_holds_every_row_once(visitor: Visitor) -> None:
    """CSV and JSON have the same rows, all of them; arrays are arrays."""
    rows = list(csv.DictReader(io.StringIO(visitor.get("/export/resources.csv").text)))
    told = visitor.get("/export/resources.json").json()
    assert [row["key"] for row in rows] == [row["key"] for row in told]
    assert len({row["key"] for row in rows}) == len(rows) == 14
    assert next(row for row in told if row["key"] == "essence")["topics"] == ["linear-algebra"]
    assert visitor.get("/export/recovered_links.json").json() == []
    assert visitor.get("/export/visit.csv").status_code == 404
    assert visitor.get("/export/resource_search.csv").status_code == 404


def test_a_search_as_json_and_csv(visitor: Visitor) -> None:
    """The same answer for programs: JSON by pages with facets, CSV whole."""
    told = visitor.get("/search.json?q=линейная алгебра").json()
    assert (told["total"], told["topics"], told["next"]) == (3, ["linear-algebra"], None)
    assert told["rows"][0]["key"] == "kurs-linal"
    assert {"value": "book", "count": 1} in told["facets"]["kind"]
    rows = list(csv.DictReader(io.StringIO(visitor.get("/search.csv?kind=book").text)))
    assert sorted(row["key"] for row in rows) == ["cpp", "csharp", "nolink", "stat-ru", "xianxing"]


def test_robots_are_told_where_not_to_go(visitor: Visitor) -> None:
    """Endless combinations of filters are closed to robots; the sitemap names every page worth finding."""
    text = visitor.get("/robots.txt").text
    assert "Disallow: /search?" in text
    assert "Sitemap: http://localhost/sitemap.xml" in text
    assert "<loc>http://localhost/resources/essence</loc>" in visitor.get("/sitemap.xml").text


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_the_rules_are_told_in_three_languages(visitor: Visitor, language: str) -> None:
    """Every state and every verdict has its sentence."""
    page = visitor.read(f"/judge?lang={language}")
    assert len(page.select("dl")[0].select("dd")) == 7
    assert len(page.select("dl")[1].select("dd")) == 9


def test_the_rules_name_the_numbers_of_this_site(sample_db: Path) -> None:
    """Strikes and their spacing are those of the settings, not those of the documentation."""
    datasette = make_datasette(sample_db, SiteSection(), PolicySection(strikes=5, strike_spacing_days=2))
    with Visitor.over(datasette) as visitor:
        assert "5 failed looks, each at least 2 days" in visitor.read("/judge").get_text()
