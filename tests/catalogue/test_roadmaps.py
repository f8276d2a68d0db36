"""data/roadmaps/: equal roadmaps have equal bytes, nothing is lost on the way, and errors name file and line."""

from pathlib import Path

import pytest

from catalogue.datafolder.roadmaps import load_roadmaps, parse_roadmap, render_roadmap, save_roadmap
from catalogue.datafolder.thesaurus import parse_thesaurus
from catalogue.errors import InputError
from catalogue.records.documents import (
    Effort,
    EntryLink,
    Finding,
    LostPlace,
    Mention,
    Roadmap,
    Section,
    SourceFacts,
)
from catalogue.vocabulary import Kind, Level, LinkRole, Rule, Stance

PATH = Path("data/roadmaps/paths.jsonl")
SOURCE = '{"type": "source", "title": "Paths", "file": "paths.md", "sha256": "00"}'
FULL = Roadmap(
    source="paths",
    facts=SourceFacts("Пути", "paths.md", "00" * 32, "https://paths.example/", "ru", "Автор", "2025-10-16"),
    sections=(
        Section(1, "Шаг 1: основы", 2, 3, step=1, effort=Effort("3–4 недели", 3, 4)),
        Section(2, "Ресурсы", 3, 5, parent=1),
    ),
    mentions=(
        Mention(
            resource="numbers",
            line=6,
            title="Числа",
            url="https://numbers.example/?a=1",
            section=2,
            links=(EntryLink("https://code.example/", LinkRole.CODE),),
            kind=Finding(Kind.BOOK, Rule.TITLE_WORD),
            level=Finding(Level.BEGINNER, Rule.STATED_WORD),
            language=Finding("ru", Rule.SCRIPT),
            topics=(Finding("algebra", Rule.HEADING_WORD),),
            is_free=Finding(False, Rule.STATED_WORD),
            stance=Finding(Stance.DISCOURAGED, Rule.STATED_WORD),
            effort=Effort("20 часов", min_hours=20, max_hours=20.5),
            creator="А. Автор",
            year=2020,
            note="о числах",
            added="2025-11-01",
        ),
        Mention(resource="second", line=7, title="Вторая"),
    ),
    lost=(LostPlace(9, "Выберите один из курсов:"),),
)
TOPICS = parse_thesaurus(
    Path("topics.csv"),
    "id,broader,label_en,label_ru,label_zh,aliases_en,aliases_ru,aliases_zh,wikidata\n"
    "algebra,,algebra,алгебра,代数,,,,\n",
)


def test_a_roadmap_survives_its_file(tmp_path: Path) -> None:
    """What is saved is what is loaded, and saving it again changes no byte."""
    path = save_roadmap(tmp_path, FULL)
    before = path.read_bytes()
    assert load_roadmaps(tmp_path, TOPICS) == (FULL,)
    save_roadmap(tmp_path, load_roadmaps(tmp_path)[0])
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["paths.jsonl"]


def test_a_line_has_sorted_fields_and_nothing_empty() -> None:
    """A mention without values is a short line a person can read in a diff."""
    assert render_roadmap(FULL).splitlines()[4] == (
        '{"line": 7, "resource": "second", "title": "Вторая", "type": "mention"}'
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("", "1: the first line must hold the source", id="empty"),
        pytest.param('{"type": "mention"}', "1: the first line must hold the source", id="no source"),
        pytest.param(f"{SOURCE}\n{{nonsense", "2: broken JSON: Expecting property name", id="broken JSON"),
        pytest.param(f"{SOURCE}\n" + "[" * 100_000, "2: broken JSON: nested too deeply", id="nested"),
        pytest.param(f"{SOURCE}\n[1]", "2: a line must be a JSON object, not [1]", id="no object"),
        pytest.param(f'{SOURCE}\n{{"type": "menton"}}', "2: unknown type 'menton'", id="unknown type"),
        pytest.param(
            f'{SOURCE}\n{{"type": "lost", "type": "lost"}}', "2: broken JSON: field 'type' stands twice", id="twice"
        ),
        pytest.param(
            f'{SOURCE}\n{{"type": "lost", "line": "x"}}', '2: line must be a whole number, not "x"', id="word"
        ),
        pytest.param(
            f'{SOURCE}\n{{"type": "section", "position": 2, "title": "A", "depth": 1, "line": 1}}',
            "2: section 2 comes after section 0",
            id="section order",
        ),
        pytest.param(
            f'{SOURCE}\n{{"type": "mention", "resource": "a", "line": 1}}', "2: title is missing", id="no title"
        ),
        pytest.param(
            f'{SOURCE}\n{{"type": "mention", "resource": "a", "line": 1, "title": "A", "section": 3}}',
            "2: mention of 'a': there is no section 3",
            id="no such section",
        ),
        pytest.param(
            f'{SOURCE}\n{{"type": "mention", "resource": "a", "line": 1, "title": "A", '
            '"kind": {"value": "cours", "rule": "host"}}',
            '2: unknown kind "cours"',
            id="unknown kind",
        ),
        pytest.param(
            f'{SOURCE}\n{{"type": "mention", "resource": "a", "line": 1, "title": "A", '
            '"topics": [{"value": "algbra", "rule": "host"}]}',
            "2: mention of 'a': unknown topic 'algbra'",
            id="unknown topic",
        ),
        pytest.param(
            f'{SOURCE}\n{{"type": "mention", "resource": "a", "line": 1, "title": "A", "knid": 1}}',
            "2: unknown field 'knid'",
            id="unknown field",
        ),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(text: str, problem: str) -> None:
    """One line of message is enough to find the place and mend it."""
    with pytest.raises(InputError) as error:
        parse_roadmap(PATH, text, TOPICS)
    assert str(error.value).startswith(f"{PATH}:{problem}")
