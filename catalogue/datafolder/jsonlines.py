"""One checked row of a JSON Lines file of data/: fields by name and type; an error names file, line and field."""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from catalogue.errors import InputError

E = TypeVar("E", bound=StrEnum)


class Row:
    """One JSON object, whose fields are taken one by one; `done` complains about what nobody took."""

    __slots__ = ("_fields", "_line", "_path")

    def __init__(self, path: Path, line: int, fields: dict[str, object]) -> None:
        self._path, self._line, self._fields = path, line, fields

    def error(self, problem: str) -> InputError:
        """The error that names this row."""
        return InputError(self._path, problem, self._line)

    def text(self, name: str) -> str:
        """A text that must be there and must not be empty."""
        value = self.text_or_none(name)
        if not value:
            raise self.error(f"{name} is missing")
        return value

    def text_or_none(self, name: str) -> str | None:
        """A text that may be missing."""
        value = self._fields.pop(name, None)
        if value is not None and not isinstance(value, str):
            raise self.error(f"{name} must be a text, not {_shown(value)}")
        return value

    def number(self, name: str) -> int:
        """A whole number that must be there."""
        value = self.number_or_none(name)
        if value is None:
            raise self.error(f"{name} is missing")
        return value

    def number_or_none(self, name: str) -> int | None:
        """A whole number that may be missing."""
        value = self._fields.pop(name, None)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise self.error(f"{name} must be a whole number, not {_shown(value)}")
        return value

    def amount_or_none(self, name: str) -> float | None:
        """A number that may have a fraction and may be missing."""
        value = self._fields.pop(name, None)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
            raise self.error(f"{name} must be a number, not {_shown(value)}")
        return value

    def truth(self, name: str) -> bool:
        """A true or false that must be there."""
        value = self._fields.pop(name, None)
        if not isinstance(value, bool):
            raise self.error(f"{name} must be true or false, not {_shown(value)}")
        return value

    def choice(self, name: str, choices: type[E], of: str = "") -> E:
        """One word of a closed set; `of` says what the word is of, where the field's name does not."""
        value = self._fields.pop(name, None)
        try:
            return choices(value)  # type: ignore[arg-type]  # a wrong type is an unknown word as well
        except ValueError as error:
            raise self.error(f"unknown {of or name} {_shown(value)}") from error

    def row_or_none(self, name: str) -> "Row | None":
        """An object inside this one."""
        value = self._fields.pop(name, None)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.error(f"{name} must be an object, not {_shown(value)}")
        return Row(self._path, self._line, value)

    def rows(self, name: str) -> Iterator["Row"]:
        """The objects of a list inside this one; a missing list has none."""
        value = self._fields.pop(name, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(f"{name} must be a list of objects, not {_shown(value)}")
        yield from (Row(self._path, self._line, item) for item in value)

    def words(self, name: str) -> tuple[str, ...]:
        """A list of texts, which may be missing."""
        value = self._fields.pop(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f"{name} must be a list of texts, not {_shown(value)}")
        return tuple(value)

    def done(self) -> None:
        """Complain about the fields that nobody took: a misspelt one must not be lost in silence."""
        if self._fields:
            raise self.error(f"unknown field {sorted(self._fields)[0]!r}")


def parse_rows(path: Path, text: str) -> Iterator[Row]:
    """The objects of a JSON Lines text, empty lines left out; `path` only names it in messages."""
    for line, raw in enumerate(text.split("\n"), 1):
        if not raw.strip():
            continue
        try:
            value = json.loads(raw, object_pairs_hook=_unique)
        except (ValueError, RecursionError) as error:
            raise InputError(path, f"broken JSON: {_reason(error)}", line) from error
        if not isinstance(value, dict):
            raise InputError(path, f"a line must be a JSON object, not {_shown(value)}", line)
        yield Row(path, line, value)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"field {next(name for name in names if names.count(name) > 1)!r} stands twice")
    return fields


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def _shown(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 60 else shown[:57] + "..."
