"""The topics resources are about, with labels in English, Russian and Chinese: data/topics.csv, read and checked."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from catalogue.errors import InputError

LANGUAGES = ("en", "ru", "zh")
COLUMNS = (
    "id",
    "broader",
    *(f"label_{language}" for language in LANGUAGES),
    *(f"aliases_{language}" for language in LANGUAGES),
    "wikidata",
)


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its label in each language, other words for it, the topic it is part of."""

    id: str
    broader: str | None
    label_en: str
    label_ru: str
    label_zh: str
    aliases: tuple[tuple[str, str], ...] = ()
    wikidata: str | None = None

    def words(self) -> Iterator[tuple[str, str]]:
        """Every label and alias, each with its language."""
        yield from (("en", self.label_en), ("ru", self.label_ru), ("zh", self.label_zh))
        yield from self.aliases


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """All topics by id, in the order of the file."""

    topics: Mapping[str, Topic]

    def __contains__(self, topic: object) -> bool:
        """Whether a topic of this id exists."""
        return topic in self.topics

    def broader_of(self, topic: str) -> tuple[str, ...]:
        """The ids of all topics a topic is part of, nearest first."""
        found: list[str] = []
        above = self.topics[topic].broader
        while above is not None:
            found.append(above)
            above = self.topics[above].broader
        return tuple(found)


def thesaurus_of(data_dir: Path) -> Thesaurus:
    """The thesaurus of a data folder; the one that comes with the project where the folder has none."""
    own = data_dir / "topics.csv"
    return load_thesaurus(own if own.exists() else Path(str(files("catalogue") / "topics.csv")))


def load_thesaurus(path: Path) -> Thesaurus:
    """The thesaurus in a CSV file; whatever is wrong in it is named with its line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(path, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise InputError(path, "is not UTF-8 text") from error
    return parse_thesaurus(path, text)


def parse_thesaurus(path: Path, text: str) -> Thesaurus:
    """The thesaurus that CSV text holds; `path` only names it in messages."""
    reader = csv.DictReader(text.splitlines(), strict=True)
    topics: dict[str, Topic] = {}
    lines: dict[str, int] = {}
    try:
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise InputError(path, f"the first line must be {','.join(COLUMNS)}", 1)
        for row in reader:
            topic = _topic(path, reader.line_num, row)
            if topic.id in topics:
                raise InputError(path, f"topic {topic.id!r} stands here and in line {lines[topic.id]}", reader.line_num)
            topics[topic.id], lines[topic.id] = topic, reader.line_num
    except csv.Error as error:
        raise InputError(path, str(error), reader.line_num) from error
    _check_broader(path, topics, lines)
    return Thesaurus(topics)


def _topic(path: Path, line: int, row: Mapping[str | None, str | None]) -> Topic:
    """One row as a topic; a surplus cell has the column None, a missing one the value None."""
    if None in row or None in row.values():
        raise InputError(path, f"a topic has {len(COLUMNS)} columns", line)
    cells = {str(column): str(cell).strip() for column, cell in row.items()}
    for column in ("id", "label_en", "label_ru", "label_zh"):
        if not cells[column]:
            raise InputError(path, f"topic {cells['id'] or '?'} has no {column}", line)
    return Topic(
        id=cells["id"],
        broader=cells["broader"] or None,
        label_en=cells["label_en"],
        label_ru=cells["label_ru"],
        label_zh=cells["label_zh"],
        aliases=tuple(_aliases(cells)),
        wikidata=cells["wikidata"] or None,
    )


def _aliases(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The other words of a row, each with its language."""
    for language in LANGUAGES:
        for alias in cells[f"aliases_{language}"].split("|"):
            if alias.strip():
                yield language, alias.strip()


def _check_broader(path: Path, topics: Mapping[str, Topic], lines: Mapping[str, int]) -> None:
    """Every broader topic exists, and no topic is, over any number of steps, broader than itself."""
    for topic in topics.values():
        seen = {topic.id}
        above = topic.broader
        while above is not None:
            if above not in topics:
                raise InputError(path, f"topic {topic.id!r}: unknown broader topic {above!r}", lines[topic.id])
            if above in seen:
                raise InputError(path, f"topic {topic.id!r} is broader than itself", lines[topic.id])
            seen.add(above)
            above = topics[above].broader
