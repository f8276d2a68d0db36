"""data/curation/: what people decided is read with its reason, and errors name file and line."""

from datetime import date
from pathlib import Path

import pytest

from catalogue.datafolder.curation import load_curation
from catalogue.datafolder.thesaurus import parse_thesaurus
from catalogue.errors import InputError
from catalogue.records.curation import Pin
from catalogue.records.documents import Effort
from catalogue.vocabulary import Kind, Level, LinkState, Stance

HEAD = "- resource: numbers\n  reason: seen\n  date: 2025-11-21\n"
TOPICS = parse_thesaurus(
    Path("topics.csv"),
    "id,broader,label_en,label_ru,label_zh,aliases_en,aliases_ru,aliases_zh,wikidata\n"
    "algebra,,algebra,алгебра,代数,,,,\n",
)


def write(data: Path, text: str, name: str = "seeds.yaml") -> Path:
    """Write a curation file under a data folder and return its path."""
    path = data / "curation" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_decision_is_read_whole(tmp_path: Path) -> None:
    """Every field of a block reaches the decision, with the place it stands in."""
    path = write(
        tmp_path,
        "# about numbers\n"
        + HEAD
        + """\
  set:
    kind: book
    level: beginner
    language: zh-Hant
    title: Числа
    title_en: Numbers
    topics: [algebra]
    creator: A. Author
    year: 2020
    is_free: false
    effort: 3–4 weeks
    stance: discouraged
  url: https://numbers.example/
  same_as: figures
  not_same_as: [letters, signs]
  pin: {state: ok, until: 2026-01-31}
  hide: true
""",
    )
    decision = load_curation(tmp_path, TOPICS).resources["numbers"]
    assert (decision.file, decision.line, decision.reason) == (path, 2, "seen")
    assert decision.date == date(2025, 11, 21)
    assert decision.pin == Pin(LinkState.OK, date(2026, 1, 31))
    assert (decision.url, decision.same_as) == ("https://numbers.example/", "figures")
    assert (decision.not_same_as, decision.hide) == (("letters", "signs"), True)
    values = decision.set
    assert (values.kind, values.level, values.stance) == (Kind.BOOK, Level.BEGINNER, Stance.DISCOURAGED)
    assert (values.language, values.title, values.title_en) == ("zh-Hant", "Числа", "Numbers")
    assert (values.topics, values.creator, values.year) == (("algebra",), "A. Author", 2020)
    assert (values.is_free, values.effort) == (False, Effort("3–4 weeks", 3, 4))


def test_the_facts_of_a_source_can_be_corrected(tmp_path: Path) -> None:
    """A block about a source sets its title, author, URL, language or date."""
    write(
        tmp_path, "- source: paths\n  set: {title: Paths, date: 2025-05-01}\n  reason: its page\n  date: 2025-11-21\n"
    )
    decision = load_curation(tmp_path).sources["paths"]
    assert (decision.title, decision.published, decision.author) == ("Paths", "2025-05-01", None)


def test_an_empty_file_and_no_file_decide_nothing(tmp_path: Path) -> None:
    """A catalogue without curation is a catalogue."""
    write(tmp_path, "# nothing yet\n")
    assert load_curation(tmp_path).resources == {}
    assert load_curation(tmp_path / "nowhere").resources == {}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("resource: a\n", ": must be a list of blocks", id="no list"),
        pytest.param("- a\n", ": 'a' is no block", id="no block"),
        pytest.param("- resource: a\n  reason: x\n", ":1: date is missing", id="no date"),
        pytest.param("- resource: a\n  date: 2025-01-01\n", ":1: reason is missing", id="no reason"),
        pytest.param("- reason: x\n  date: 2025-01-01\n", ":1: resource is missing", id="no key"),
        pytest.param(HEAD + "  set:\n    kind: cours\n", ":5: unknown kind 'cours'; one of: course,", id="kind"),
        pytest.param(HEAD + "  set:\n    topics: [algbra]\n", ":5: unknown topic 'algbra'", id="topic"),
        pytest.param(HEAD + "  set:\n    year: soon\n", ":5: year must be a year, not 'soon'", id="year"),
        pytest.param(HEAD + "  set:\n    is_free: 'no'\n", ":5: is_free must be true or false", id="quoted no"),
        pytest.param(HEAD + "  url: file:///etc/passwd\n", ":4: url must be an http(s) URL", id="url"),
        pytest.param(HEAD + "  same_as: numbers\n", ":4: 'numbers' is named beside itself", id="itself"),
        pytest.param(HEAD + "  hidden: true\n", ":4: unknown field 'hidden'", id="field"),
        pytest.param(HEAD + "  reason: again\n", ":4: 'reason' stands here and in line 2", id="field twice"),
        pytest.param(2 * f"{HEAD}  hide: true\n", ":5: 'hide' is decided here and in", id="decided twice"),
        pytest.param(2 * f"{HEAD}  set: {{kind: book}}\n", ":5: 'kind' is decided here and in", id="set twice"),
        pytest.param(HEAD + "  url: *here\n", ":4: an alias (*name)", id="alias"),
        pytest.param(HEAD + "  set: " + "[" * 100_000, ":4: nested too deeply", id="nested"),
        pytest.param(HEAD + "  set: !!python/object:os.system {}\n", ":4: a tag", id="tag"),
        pytest.param(HEAD + "  url: [\n", ":5: broken YAML", id="broken"),
        pytest.param("- resource: a\n  date: 2025-13-01\n", ":2: '2025-13-01': month must be", id="no such day"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(tmp_path: Path, text: str, problem: str) -> None:
    """One line of message is enough to find the place and mend it."""
    path = write(tmp_path, text)
    with pytest.raises(InputError) as error:
        load_curation(tmp_path, TOPICS)
    assert str(error.value).startswith(f"{path}{problem}")
