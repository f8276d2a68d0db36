"""A digest in every format, and nothing from outside that could harm one."""

import json
import re
import unicodedata
from datetime import UTC, date, datetime
from typing import Any
from xml.etree.ElementTree import Element

import bibtexparser
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from catalogue.editions.digest import ACKNOWLEDGEMENT, Shelf, make_digest
from catalogue.editions.render.frame import Format, formats_of, render_edition
from catalogue.editions.render.words_digest import DIGEST
from catalogue.ranking.rank import Catalogue, rank
from catalogue.records.digest import BatchCoverage, Coverage, PaperNews, Week
from catalogue.records.papers import Paper, PaperVersion
from catalogue.records.ranking import Liked, TopicNames
from catalogue.tex import tex_to_text
from catalogue.vocabulary import BatchState, EditionKind, Sight

WEEK = Week(
    datetime(2026, 11, 9, 1, tzinfo=UTC), datetime(2026, 11, 16, 1, tzinfo=UTC), date(2026, 11, 8), date(2026, 11, 15)
)
EVIL = "<script>alert(1)</script> [x](javascript:y) {\\input{/etc/passwd} & 100% `$`"
TOPICS = (TopicNames("agents", ("agents",)), TopicNames("vision", ("computer vision",)))


def news(arxiv_id: str, *sights: Sight, title: str = "Agents that plan", **fields: Any) -> PaperNews:
    """A paper that waits to be told of."""
    submitted = datetime(2026, 11, 9, tzinfo=UTC)
    withdrawn = Sight.WITHDRAWN in sights
    versions = (PaperVersion(len(sights), submitted, withdrawn=withdrawn),)
    texts = {"abstract": "Agents plan. Code: https://github.com/a/b.", "authors": ("Ada O'One", "B\\'ela Two")} | fields
    paper = Paper(arxiv_id, date(2026, 11, 10), title, categories=("cs.LG",), versions=versions, **texts)
    return PaperNews(paper, sights, (1,), ("title",), date(2026, 11, 9), submitted, ours=True)


def body(*waiting: PaperNews, state: BatchState = BatchState.RECEIVED, top_n: int = 1) -> str:
    """The body of a digest."""
    coverage = Coverage((BatchCoverage(date(2026, 11, 8), state, len(waiting), len(waiting)),), (), date(2026, 11, 1))
    new = [each.paper for each in waiting if Sight.NEW in each.sights]
    catalogue = Catalogue((Liked("key", "A course on agents", topics=("agents",)),), TOPICS)
    shelf = Shelf(top_n, {"agents": "agents", "vision": "computer vision"}, {"key": "A course on agents"})
    return make_digest(WEEK, coverage, waiting, rank(new, catalogue, date(2026, 11, 15)), shelf).body


FULL = body(
    news("2611.00001", Sight.NEW),
    news("2611.00002", Sight.NEW, title="Computer vision of $\\omega$ and \\'Etude"),
    news("2611.00003", Sight.NEW, title="Agents again"),
    news("2610.00004", Sight.UPDATED, title="Updated one"),
    news("2610.00005", Sight.WITHDRAWN, title="Taken back", comment="Lemma 2 is wrong"),
    news("math/0309136", Sight.NEW, title=EVIL, authors=(EVIL, "Robert and Sons, Inc."), comment=EVIL, abstract=EVIL),
)


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML, Format.TEXT])
def test_a_reader_sees_at_once_what_the_week_brought(form: Format) -> None:
    """The week's name, then how many papers are new, shown, updated and withdrawn; a score shows its parts."""
    edition = json.loads(FULL)
    papers = [paper for topic in edition["topics"] for paper in topic["papers"]]
    papers[0] |= {"score": 1.5, "parts": {"words": 2.0, "subjects": 0.0, "authors": -0.5}}
    text = render_edition(json.dumps(edition), form, "en")
    assert "New papers, 2026-W46" in text
    totals = f"4 new papers under {len(edition['topics'])} topics, {len(papers)} shown; 1 updated, 1 withdrawn."
    assert totals in text
    assert "score 1.50: words +2.00, authors -0.50)" in text


@pytest.mark.parametrize("language", DIGEST)
@pytest.mark.parametrize("form", formats_of(EditionKind.DIGEST))
def test_every_format_shows_the_papers_in_every_language(form: Format, language: str) -> None:
    """Titles, links and the acknowledgement are there; no markup of theirs is markup of ours."""
    text = render_edition(FULL, form, language)
    assert "arxiv.org/abs/2611.00002" in text
    assert ACKNOWLEDGEMENT in text
    if form in (Format.HTML, Format.ATOM):
        assert "<script>" not in text
    if form is not Format.BIBTEX:
        assert "Lemma 2 is wrong" in text
        assert "Updated one" in text


@pytest.mark.parametrize("language", DIGEST)
def test_the_three_languages_have_the_same_words(language: str) -> None:
    """No phrase is missing in one of them."""
    assert DIGEST[language].keys() == DIGEST["en"].keys()


def test_a_hole_is_a_banner() -> None:
    """An incomplete week says so before anything else; a complete one does not."""
    for form in (Format.MARKDOWN, Format.HTML, Format.TEXT, Format.ATOM):
        assert DIGEST["en"]["hole"] in render_edition(body(state=BatchState.STALE), form, "en")
        assert DIGEST["en"]["hole"] not in render_edition(body(state=BatchState.QUIET), form, "en")


def test_what_is_not_shown_is_counted_and_linked() -> None:
    """One paper a topic is shown; the other is one of `others`."""
    topics = {topic["topic"]: topic for topic in json.loads(FULL)["topics"]}
    assert len(topics["agents"]["papers"]) == 1
    assert len(topics["agents"]["others"]) == 1
    assert "1 more" in render_edition(FULL, Format.MARKDOWN, "en")


def test_a_paper_carries_its_links() -> None:
    """Abstract, PDF without suffix, HTML with version, DOI, code from comment or abstract."""
    paper = json.loads(body(news("2611.00001", Sight.NEW, doi="10.1/x")))["topics"][0]["papers"][0]
    assert paper["links"] == {
        "abs": "https://arxiv.org/abs/2611.00001",
        "pdf": "https://arxiv.org/pdf/2611.00001",
        "html": "https://arxiv.org/html/2611.00001v1",
        "doi": "https://doi.org/10.48550/arXiv.2611.00001",
        "published": "https://doi.org/10.1/x",
        "code": "https://github.com/a/b",
    }
    assert paper["authors"] == ["Ada O'One", "Béla Two"]
    assert paper["why"] in "Agents that plan"


def test_the_feed_is_atom_with_names_that_stay() -> None:
    """Well-formed, one entry a shown paper, update and withdrawal, ids unique and the same every time."""
    text = render_edition(FULL, Format.ATOM, "en")
    feed: Element = fromstring(text)
    ids = [each.text for each in feed.iter("{http://www.w3.org/2005/Atom}id")]
    shown = sum(len(topic["papers"]) for topic in json.loads(FULL)["topics"])
    assert len(ids) == len(set(ids)) == 1 + shown + 2
    assert text == render_edition(FULL, Format.ATOM, "en")


def test_the_bibliography_parses_back() -> None:
    """Every shown paper is an entry with its authors apart, however its title looks."""
    library = bibtexparser.parse_string(render_edition(FULL, Format.BIBTEX, "en"))
    assert library.failed_blocks == []
    shown = [paper["arxiv_id"] for topic in json.loads(FULL)["topics"] for paper in topic["papers"]]
    assert [entry["eprint"] for entry in library.entries] == shown
    by_id = {entry["eprint"]: entry for entry in library.entries}
    assert by_id["2611.00002"]["title"] == "{Computer vision of $\\omega$ and \\'Etude}"
    assert by_id["math/0309136"]["author"].endswith(" and {Robert and Sons, Inc.}")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), st.text(max_size=20))
def test_any_title_and_author_survive_the_bibliography(title: str, author: str) -> None:
    """One entry comes back, whatever is in title and name."""
    text = render_edition(body(news("2611.00001", Sight.NEW, title=title, authors=(author,))), Format.BIBTEX, "en")
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert [entry["eprint"] for entry in library.entries] == ["2611.00001"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        pytest.param("0", "0", id="no TeX"),
        pytest.param(r"Rold\'an and Erd\H{o}s--R\'enyi", "Roldán and Erdős–Rényi", id="accents and dashes"),
        pytest.param(r"{\L}ukasz \o", "Łukasz ø", id="letters of their own"),
        pytest.param(r"An $\omega$-regular $k$-means", "An ω-regular k-means", id="one sign"),
        pytest.param(r"In $O(n^2)$ or $\mathcal{L}_1$", r"In $O(n^2)$ or $\mathcal{L}_1$", id="formulas stay"),
        pytest.param("100% of A & B for $5 and $6", "100% of A & B for $5 and $6", id="signs mean themselves"),
        pytest.param(r"See \cite{smith} there", r"See \cite{smith} there", id="would lose letters"),
        pytest.param("\\", "\\", id="a lone backslash"),
        pytest.param(r"{\it Emphasis} \textbf{bold}", "Emphasis bold", id="style"),
        pytest.param(r"Writing \LaTeX with \'Etude", r"Writing \LaTeX with \'Etude", id="a macro that is a word"),
        pytest.param(r"\ours{}: \"uber", r"\ours{}: \"uber", id="a macro of the authors"),
        pytest.param(
            r"Re$^2$, 360$^\circ$, Mobi-$π$", "Re², 360°, Mobi-π", id="a raised digit, a degree, a sign as it is"
        ),
        pytest.param(
            r"$\textit{Rank, Chunk}$ $\mathcal{N}$", r"Rank, Chunk $\mathcal{N}$", id="words set as a formula"
        ),
    ],
)
def test_tex_is_shown_as_unicode_where_that_is_safe(source: str, shown: str) -> None:
    """Accents, letters and single signs are shown; formulas and what would lose a letter stay as they are."""
    assert tex_to_text(source) == shown


@given(st.text(alphabet="ab1 \\{}$%#&_^~'\"`-\n", max_size=40))
def test_no_letter_is_ever_lost(source: str) -> None:
    """Any mixture of TeX signs keeps its letters and digits, but for the names of commands."""
    shown = tex_to_text(source)
    kept = iter(unicodedata.normalize("NFKD", shown))
    commands_out = re.sub(r"\\[A-Za-z]+", "", source)
    assert all(char in kept for char in commands_out if char.isalnum())


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML, Format.TEXT, Format.ATOM])
def test_chinese_is_set_with_chinese_signs(form: Format) -> None:
    """No colon or comma of the Latin script stands behind a Chinese word."""
    assert not re.findall(r"[\u4e00-\u9fff][:,].*", render_edition(FULL, form, "zh"))
