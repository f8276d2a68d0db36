"""data/curation/: what people decided, read and checked. Only a person's yes is written here (decisions.py).

A file is a list of blocks, each about one `resource` or one `source`, each with its `reason` and `date`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from catalogue.datafolder.roadmaps import read_text
from catalogue.datafolder.thesaurus import Thesaurus
from catalogue.datafolder.yamltext import Block, parse_yaml
from catalogue.errors import InputError
from catalogue.normalise.effort import parse_effort
from catalogue.records.curation import Curation, Decision, Overrides, Pin, SourceDecision
from catalogue.urls import is_web
from catalogue.vocabulary import Kind, Level, LinkState, Stance

FOLDER = "curation"
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def load_curation(data_dir: Path, thesaurus: Thesaurus | None = None) -> Curation:
    """Every decision under data/; with a thesaurus, unknown topics are errors."""
    resources: dict[str, Decision] = {}
    sources: dict[str, SourceDecision] = {}
    for path in sorted((data_dir / FOLDER).glob("*.yaml")):
        for decision in parse_decisions(path, read_text(path), thesaurus):
            if isinstance(decision, Decision):
                _add(resources, decision.resource, decision)
            else:
                _add(sources, decision.source, decision)
    return Curation(resources, sources)


def parse_decisions(path: Path, text: str, thesaurus: Thesaurus | None = None) -> Iterator[Decision | SourceDecision]:
    """The decisions in the text of one file; `path` names it in messages and in the decisions."""
    blocks = parse_yaml(path, text)
    if blocks is None:
        return
    if not isinstance(blocks, list):
        raise InputError(path, "must be a list of blocks (- resource: … or - source: …)")
    for block in blocks:
        if not isinstance(block, Block):
            raise InputError(path, f"{block!r} is no block (- resource: … or - source: …)")
        if "source" in block.values:
            yield _source_decision(_Fields(path, block))
        else:
            yield _decision(_Fields(path, block), thesaurus)


D = TypeVar("D", Decision, SourceDecision)
OF_THE_BLOCK = frozenset({"resource", "source", "reason", "date", "file", "line"})
"""What tells blocks apart; everything else is decided once."""


def _add(decisions: dict[str, D], key: str, decision: D) -> None:
    """Keep a decision; several about one thing are one, as long as they decide different fields."""
    decisions[key] = _joined(decisions[key], decision) if key in decisions else decision


def _joined(first: D, second: D) -> D:
    decided: dict[str, Any] = {}
    for field in fields(second):
        if field.name in OF_THE_BLOCK:
            continue
        old, new = getattr(first, field.name), getattr(second, field.name)
        if isinstance(old, Overrides):
            decided[field.name] = _joined_overrides(first, second, old, new)
        elif isinstance(old, tuple):
            decided[field.name] = old + new
        elif old and new:
            raise _twice(field.name, first, second)
        else:
            decided[field.name] = old or new
    return replace(first, **decided)


def _joined_overrides(first: D, second: D, old: Overrides, new: Overrides) -> Overrides:
    chosen = {field.name: getattr(new, field.name) for field in fields(new) if getattr(new, field.name) is not None}
    for name in chosen:
        if getattr(old, name) is not None:
            raise _twice(name, first, second)
    return replace(old, **chosen)


def _twice(name: str, first: D, second: D) -> InputError:
    return InputError(second.file, f"{name!r} is decided here and in {first.file}:{first.line}", second.line)


class _Fields:
    """The fields of one block, taken one by one; `done` complains about what nobody took."""

    def __init__(self, path: Path, block: Block) -> None:
        self.path, self.block, self.left = path, block, dict(block.values)

    def error(self, problem: str, field: str = "") -> InputError:
        return InputError(self.path, problem, self.block.lines.get(field, self.block.line))

    def take(self, field: str, kind: type[T], what: str) -> T | None:
        value = self.left.pop(field, None)
        if value is None:
            return None
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.error(f"{field} must be {what}, not {value!r}", field)
        return value

    def text(self, field: str) -> str | None:
        value = self.take(field, str, "a text")
        if value is not None and not value.strip():
            raise self.error(f"{field} is empty", field)
        return value

    def needed(self, field: str, value: T | None) -> T:
        if value is None:
            raise self.error(f"{field} is missing")
        return value

    def day(self, field: str) -> date | None:
        value = self.take(field, date, "a day (YYYY-MM-DD)")
        return value.date() if isinstance(value, datetime) else value

    def choice(self, field: str, choices: type[E]) -> E | None:
        word = self.text(field)
        if word is None:
            return None
        try:
            return choices(word)
        except ValueError as error:
            raise self.error(f"unknown {field} {word!r}; one of: {', '.join(choices)}", field) from error

    def words(self, field: str) -> tuple[str, ...] | None:
        values = self.take(field, list, "a list of words")
        if values is None:
            return None
        if not all(isinstance(value, str) and value for value in values):
            raise self.error(f"{field} must be a list of words, not {values!r}", field)
        return tuple(values)

    def checked(self, field: str, right: Callable[[str], object], what: str) -> str | None:
        value = self.text(field)
        if value is not None and not right(value):
            raise self.error(f"{field} must be {what}, not {value!r}", field)
        return value

    def url(self, field: str) -> str | None:
        return self.checked(field, is_web, "an http(s) URL")

    def language(self, field: str) -> str | None:
        return self.checked(field, LANGUAGE_TAG.fullmatch, "a language tag (en, ru, zh-Hant)")

    def inner(self, field: str) -> "_Fields | None":
        block = self.take(field, Block, "a block of its own")
        return None if block is None else _Fields(self.path, block)

    def done(self) -> None:
        for field in self.left:
            raise self.error(f"unknown field {field!r}", field)


def _decision(fields: _Fields, thesaurus: Thesaurus | None) -> Decision:
    values, pin = fields.inner("set"), fields.inner("pin")
    decision = Decision(
        resource=fields.needed("resource", fields.text("resource")),
        reason=fields.needed("reason", fields.text("reason")),
        date=fields.needed("date", fields.day("date")),
        file=fields.path,
        line=fields.block.line,
        set=_overrides(values, thesaurus) if values else Overrides(),
        url=fields.url("url"),
        same_as=fields.text("same_as"),
        not_same_as=fields.words("not_same_as") or (),
        pin=_pin(pin) if pin else None,
        hide=fields.take("hide", bool, "true or false") or False,
    )
    fields.done()
    if decision.resource == decision.same_as or decision.resource in decision.not_same_as:
        raise fields.error(f"{decision.resource!r} is named beside itself", "same_as")
    return decision


def _overrides(fields: _Fields, thesaurus: Thesaurus | None) -> Overrides:
    effort = fields.text("effort")
    overrides = Overrides(
        title=fields.text("title"),
        title_en=fields.text("title_en"),
        kind=fields.choice("kind", Kind),
        level=fields.choice("level", Level),
        language=fields.language("language"),
        topics=fields.words("topics"),
        creator=fields.text("creator"),
        year=fields.take("year", int, "a year"),
        is_free=fields.take("is_free", bool, "true or false"),
        effort=parse_effort(effort) if effort else None,
        stance=fields.choice("stance", Stance),
    )
    fields.done()
    for topic in overrides.topics or ():
        if thesaurus is not None and topic not in thesaurus:
            raise fields.error(f"unknown topic {topic!r}", "topics")
    return overrides


def _pin(fields: _Fields) -> Pin:
    pin = Pin(state=fields.needed("state", fields.choice("state", LinkState)), until=fields.day("until"))
    fields.done()
    return pin


def _source_decision(fields: _Fields) -> SourceDecision:
    values = fields.needed("set", fields.inner("set"))
    published = values.left.pop("date", None)
    decision = SourceDecision(
        source=fields.needed("source", fields.text("source")),
        reason=fields.needed("reason", fields.text("reason")),
        date=fields.needed("date", fields.day("date")),
        file=fields.path,
        line=fields.block.line,
        title=values.text("title"),
        author=values.text("author"),
        url=values.url("url"),
        language=values.language("language"),
        published=None if published is None else str(published),
    )
    values.done()
    fields.done()
    return decision
