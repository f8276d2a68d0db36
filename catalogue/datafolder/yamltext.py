"""YAML as we allow it: no aliases, no key twice, bounded size and depth, and every value with its line.

The home of PyYAML. Used for data/curation, for front matter and for YAML documents.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from catalogue.errors import InputError

MAX_CHARS = 20_000_000
MAX_DEPTH = 40
WORDS_OF_YAML = ("tag:yaml.org,2002:merge", "tag:yaml.org,2002:value")
"""What `<<` and `=` mean to PyYAML; here they are words like others."""


@dataclass(frozen=True, slots=True)
class Block:
    """A YAML mapping: its values, and the line of each key."""

    line: int
    values: dict[str, object]
    lines: dict[str, int]

    def plain(self) -> dict[str, object]:
        """The mapping as dicts and lists, without lines."""
        return {key: _plain(value) for key, value in self.values.items()}


def parse_yaml(path: Path, text: str) -> object:
    """The value a YAML text holds, mappings as Blocks; `path` only names it in messages."""
    if len(text) > MAX_CHARS:
        raise InputError(path, f"more than {MAX_CHARS:,} characters of YAML")
    loader = yaml.CSafeLoader(text)
    try:
        return _Reader(path, loader).document()
    except yaml.MarkedYAMLError as error:
        raise InputError(path, f"broken YAML: {error.problem or error.context}", _line(error)) from error
    except yaml.YAMLError as error:
        raise InputError(path, f"broken YAML: {' '.join(str(error).split())}") from error
    finally:
        loader.dispose()


def render_yaml(blocks: list[dict[str, object]]) -> str:
    """Blocks as YAML text, in the order of their keys, in any script."""
    text: str = yaml.safe_dump(blocks, allow_unicode=True, sort_keys=False, width=120)
    return text


class _Reader:
    """Builds values from libyaml's events: its own node composer recurses in C until the process dies."""

    def __init__(self, path: Path, loader: Any) -> None:
        self.path, self.loader = path, loader

    def document(self) -> object:
        self.loader.get_event()  # the stream starts
        if self.loader.check_event(yaml.StreamEndEvent):
            return None
        self.loader.get_event()  # the document starts
        value = self.read(self.loader.get_event(), 0)
        self.loader.get_event()  # the document ends
        if not self.loader.check_event(yaml.StreamEndEvent):
            raise InputError(self.path, "more than one YAML document", self.line_of(self.loader.peek_event()))
        return value

    def read(self, event: Any, depth: int) -> object:
        if isinstance(event, yaml.AliasEvent):
            raise InputError(self.path, "an alias (*name): write the value out", self.line_of(event))
        if getattr(event, "tag", None) not in (None, "!"):
            raise InputError(self.path, f"a tag ({event.tag}): write the plain value", self.line_of(event))
        if depth > MAX_DEPTH:
            raise InputError(self.path, "nested too deeply", self.line_of(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self.read_mapping(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self.read_items(yaml.SequenceEndEvent, depth))
        return self.read_scalar(event)

    def read_items(self, end: type[yaml.Event], depth: int) -> Iterator[object]:
        while not isinstance(event := self.loader.get_event(), end):
            yield self.read(event, depth + 1)

    def read_mapping(self, start: Any, depth: int) -> Block:
        block = Block(self.line_of(start), {}, {})
        while not isinstance(event := self.loader.get_event(), yaml.MappingEndEvent):
            key = str(self.read(event, depth + 1))
            if key in block.values:
                first = block.lines[key]
                raise InputError(self.path, f"{key!r} stands here and in line {first}", self.line_of(event))
            block.lines[key] = self.line_of(event)
            block.values[key] = self.read(self.loader.get_event(), depth + 1)
        return block

    def read_scalar(self, event: Any) -> object:
        tag = self.loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag in WORDS_OF_YAML:
            return event.value
        node = yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark, event.style)
        try:
            return self.loader.construct_object(node)
        except (ValueError, OverflowError, ArithmeticError) as error:
            raise InputError(self.path, f"{event.value[:60]!r}: {error}", self.line_of(event)) from error

    def line_of(self, event: Any) -> int:
        return int(event.start_mark.line) + 1


def _plain(value: object) -> object:
    if isinstance(value, Block):
        return value.plain()
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _line(error: yaml.MarkedYAMLError) -> int | None:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else None
