"""What wants a human: duplicates that only look like it, values from weak rules, lost names, moves to confirm. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from urllib.parse import unquote, urlsplit

from catalogue.assembly.content import Content, Resource
from catalogue.normalise.matching import title_key
from catalogue.records.curation import Curation
from catalogue.records.documents import Mention, Roadmap
from catalogue.urls import url_key
from catalogue.vocabulary import Origin, Rule

WEAK = frozenset({Rule.DEFAULT, Rule.NEIGHBOURS, Rule.DOCUMENT_WORD, Rule.DOCUMENT_LANGUAGE})
"""Rules that conclude from what stands around an entry, not from the entry."""
FIRST_WORDS = 4
"""Two works whose addresses begin with so many equal words may be one."""
CROWD = 6
"""A name that more resources share is a common word, not a sign."""


class Matter(StrEnum):
    """Why a person is asked."""

    MOVED = "moved"
    DUPLICATE = "duplicate"
    WEAK = "weak"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide, and the curation that would decide it."""

    matter: Matter
    about: str
    text: str
    where: str = ""
    curation: str = ""


def judge_review(
    content: Content, curation: Curation, moves: Sequence[tuple[str, str, str]] = ()
) -> tuple[Question, ...]:
    """Every open question; `moves` are (resource, old URL, new URL) that visits propose."""
    return (
        *_moved(moves, curation),
        *_duplicates(content, curation),
        *_weak(content, curation),
        *_lost(content.roadmaps),
    )


def _moved(moves: Iterable[tuple[str, str, str]], curation: Curation) -> Iterator[Question]:
    for resource, old, new in moves:
        decision = curation.resources.get(resource)
        if decision is None or decision.url is None:
            yield Question(Matter.MOVED, resource, f"{old} has moved to {new}", curation=f"url: {new}")


def _duplicates(content: Content, curation: Curation) -> Iterator[Question]:
    """Resources that share a title or the first words of their addresses, and that nobody has told apart."""
    named: dict[tuple[str, ...], list[Resource]] = defaultdict(list)
    for resource in content.resources:
        for name in _names(resource):
            named[name].append(resource)
    seen: set[tuple[str, str]] = set()
    for group in named.values():
        if len(group) > CROWD:
            continue
        for one, other in combinations(sorted(group, key=lambda resource: resource.key), 2):
            pair = (one.key, other.key)
            if one.key != other.key and pair not in seen and not _told_apart(one, other, curation):
                seen.add(pair)
                text = f"{one.title!r} ({one.url or 'no URL'}) and {other.title!r} ({other.url or 'no URL'}) may be one"
                hint = f"same_as: {one.key}, or not_same_as: [{one.key}]"
                yield Question(Matter.DUPLICATE, other.key, text, curation=hint)


def _names(resource: Resource) -> Iterator[tuple[str, ...]]:
    title = tuple(title_key(resource.title).split())
    if len(title) > 1 or len("".join(title)) > FIRST_WORDS:
        yield ("title", *title)
    path = unquote(urlsplit(resource.url).path) if resource.url else ""
    for part in path.split("/"):
        words = tuple(re.findall(r"[a-z]+", part.lower()))
        if len(words) >= FIRST_WORDS:
            yield words[:FIRST_WORDS]


def _told_apart(one: Resource, other: Resource, curation: Curation) -> bool:
    for resource, stranger in ((one, other), (other, one)):
        decision = curation.resources.get(resource.key)
        for name in decision.not_same_as if decision else ():
            if name in (stranger.key, *stranger.aliases) or (stranger.url and url_key(name) == url_key(stranger.url)):
                return True
    return False


def _weak(content: Content, curation: Curation) -> Iterator[Question]:
    """Values that only a weak rule gives, and that no person has set."""
    mentions = _mentions_of(content.roadmaps)
    for resource in content.resources:
        guessed = []
        if resource.kind is None or _is_weak(resource.kind_origin, (m.kind for m in mentions[resource.key])):
            guessed.append(f"kind: {resource.kind or '?'}")
        if resource.language is None or _is_weak(
            resource.language_origin, (m.language for m in mentions[resource.key])
        ):
            guessed.append(f"language: {resource.language or '?'}")
        if guessed:
            decision = curation.resources.get(resource.key)
            if decision is None or decision.set.kind is None:
                hint = "set: {" + ", ".join(guessed) + "}"
                yield Question(Matter.WEAK, resource.key, f"{resource.title!r}: {', '.join(guessed)}", curation=hint)


def _is_weak(origin: Origin | None, findings: Iterable[object]) -> bool:
    """Whether a value is no person's and no page's, and every rule that gave it is weak."""
    rules = [getattr(finding, "rule", None) for finding in findings]
    return origin in (Origin.INFERRED, Origin.DECLARED) and all(rule is None or rule in WEAK for rule in rules)


def _lost(roadmaps: Iterable[Roadmap]) -> Iterator[Question]:
    for roadmap in roadmaps:
        for place in roadmap.lost:
            yield Question(Matter.LOST, roadmap.source, place.text, f"{roadmap.facts.file}:{place.line}")


def _mentions_of(roadmaps: Iterable[Roadmap]) -> Mapping[str, list[Mention]]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for roadmap in roadmaps:
        for mention in roadmap.mentions:
            mentions[mention.resource].append(mention)
    return mentions
