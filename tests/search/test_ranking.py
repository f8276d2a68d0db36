"""How good the search is, in numbers, beside what plain FTS5 gives for the same titles and questions."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from catalogue.assembly.content import Content, Resource
from catalogue.database.schema import open_database
from catalogue.site import matching
from catalogue.site.asking import Ask
from catalogue.site.finding import load_answer
from catalogue.site.shelf import Shelf, load_shelf
from catalogue.vocabulary import Kind, Origin, Stance
from tests.search.labelled import Question, questions, script_of, titles
from tests.search.scores import score
from tests.search.small import Small
from tests.site.sample import TOPICS, save

ALL = 500


class Engine:
    """Our search over the labelled titles."""

    def __init__(self, db: Path) -> None:
        """Build the catalogue and read its shelf."""
        engine = open_database(db, create=True)
        resources = tuple(
            Resource(
                title.key,
                title.title,
                Stance.RECOMMENDED,
                language=script_of(title.title),
                topics=tuple((topic, Origin.INFERRED) for topic in title.topics),
            )
            for title in titles()
        )
        save(engine, Content(TOPICS, (), resources))
        engine.dispose()
        self.connection = sqlite3.connect(db)
        self.shelf: Shelf = load_shelf(self.connection)

    def answer(self, text: str) -> list[str]:
        """The keys of what is found, best first."""
        return [row["key"] for row in load_answer(self.connection, self.shelf, Ask(text), ALL).rows]


def plain_fts5(text: str, connection: sqlite3.Connection) -> Sequence[str]:
    """What Datasette's own search does with the same titles: each word quoted, unicode61, bm25."""
    expression = " ".join(f'"{word}"' for word in text.replace('"', " ").split())
    found = connection.execute("select key from plain where plain match ? order by rank", (expression,))
    return [row[0] for row in found]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Our search."""
    engine = Engine(tmp_path_factory.mktemp("labelled") / "catalogue.db")
    yield engine
    engine.connection.close()


@pytest.fixture(scope="module")
def plain() -> Iterator[sqlite3.Connection]:
    """Plain FTS5 with the options sqlite-utils and Datasette users take."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "create virtual table plain using fts5(key unindexed, title, tokenize='unicode61 remove_diacritics 2')"
    )
    connection.executemany("insert into plain values (?, ?)", [(title.key, title.title) for title in titles()])
    yield connection
    connection.close()


def test_labelled_questions_are_answered(engine: Engine, plain: sqlite3.Connection) -> None:
    """Recall, precision and MRR over all labelled questions hold; plain FTS5 is printed beside."""
    ours = score(questions(), engine.answer)
    theirs = score(questions(), lambda text: plain_fts5(text, plain))
    print(f"\nlabelled questions: {len(questions())} over {len(titles())} titles")
    print(f"  ours        {ours}\n  plain FTS5  {theirs}")
    print("\n".join(f"  {miss}" for miss in ours.misses))
    assert ours.recall >= 0.97
    assert ours.precision >= 0.95
    assert ours.mrr >= 0.97
    assert theirs.recall < ours.recall / 1.5, "the questions tell engines apart"


def test_a_topic_is_found_across_languages(engine: Engine) -> None:
    """Of the answers in another script than the question's, most are found."""
    script = {title.key: script_of(title.title) for title in titles()}
    across = [
        Question(question.text, frozenset(key for key in question.answers if script[key] != script_of(question.text)))
        for question in questions()
    ]
    across = [question for question in across if question.answers]
    found = score(across, engine.answer)
    print(f"\nacross languages: {len(across)} questions, recall {found.recall:.3f}")
    assert found.recall >= 0.95


def test_titles_in_the_readers_own_words_come_first(engine: Engine) -> None:
    """Before the first title in another language stand all titles that hold the words as typed."""
    assert set(engine.answer("линейной алгебре")[:2]) == {"la-ru", "la-ru2"}
    assert set(engine.answer("linear algebra")[:2]) == {"la-en", "la-en2"}
    assert set(engine.answer("机器学习")[:3]) == {"ml-zh", "ml-zh2", "ml-zh-tr"}


@pytest.mark.parametrize("scored_at_most", [0, 4000], ids=["too many finds to score", "few finds"])
def test_a_title_ranks_above_a_topic_above_a_heading(
    small: Small, monkeypatch: pytest.MonkeyPatch, scored_at_most: int
) -> None:
    """The same words weigh more the closer they stand to the name; a phrase more than scattered words."""
    monkeypatch.setattr(matching, "SCORED_AT_MOST", scored_at_most)
    small.add("Under a heading", section="Linear algebra")
    small.add("Algebra that is not linear")
    small.add("The linear algebra of everything")
    small.add("Carries the topic", topics=["linear-algebra"])
    assert small.search("linear algebra") == [
        "The linear algebra of everything",
        "Algebra that is not linear",
        "Carries the topic",
        "Under a heading",
    ]


@pytest.mark.parametrize("scored_at_most", [0, 4000], ids=["too many finds to score", "few finds"])
def test_recommended_and_working_resources_rank_higher(
    small: Small, monkeypatch: pytest.MonkeyPatch, scored_at_most: int
) -> None:
    """Of equal titles, what more sources name comes first, and a dead link last."""
    monkeypatch.setattr(matching, "SCORED_AT_MOST", scored_at_most)
    for key, recommended, state in (("b", 1, "ok"), ("a", 1, "dead"), ("c", 5, "ok")):
        small.add(key, title="Graph theory", recommended_by=recommended, state=state)
    assert small.search("graph theory") == ["c", "b", "a"]


def test_what_is_of_the_kind_asked_for_follows_what_is_called_so(small: Small) -> None:
    """A question for Python课程 finds the title with these words, then every course about Python; no book."""
    small.add("Python课程", topics=["python"])
    small.add("Python за неделю", topics=["python"], kind=Kind.COURSE)
    small.add("The Python book", topics=["python"], kind=Kind.BOOK)
    assert small.search("Python课程") == ["Python课程", "Python за неделю"]
