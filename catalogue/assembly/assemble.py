"""Roadmaps, curation and thesaurus in, the content of a catalogue out. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from catalogue.assembly.claimants import claims_of_curator, claims_of_mention
from catalogue.assembly.claims import Claim, settle
from catalogue.assembly.content import Content, Resource, RoleLink
from catalogue.datafolder.thesaurus import Thesaurus
from catalogue.errors import InputError
from catalogue.records.curation import Curation, Decision, SourceDecision
from catalogue.records.documents import Mention, Roadmap, SourceFacts
from catalogue.urls import tidy_url, url_key
from catalogue.vocabulary import Kind, Level, LinkRole, Origin, Stance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """A mention with the source it stands in."""

    source: str
    mention: Mention

    def __str__(self) -> str:
        """File and line, as messages and claims name it."""
        return f"data/roadmaps/{self.source}.jsonl: line {self.mention.line} of the source"


@dataclass(slots=True)
class Case:
    """All that is known of one resource: its mentions under every key it has, its curator's word, its own page's."""

    decision: Decision | None
    observed: Sequence[Claim]
    places: list[Place] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def join(self, key: str, places: Iterable[Place]) -> None:
        """Add the mentions that stand under a key."""
        self.keys.append(key)
        self.places.extend(places)

    @property
    def aliases(self) -> tuple[str, ...]:
        """The keys that lost: all but the first."""
        return tuple(self.keys[1:])

    def claims(self) -> list[Claim]:
        """Every claim, the curator's first, the page's own last."""
        said = (claim for place in self.places for claim in claims_of_mention(place.mention, str(place)))
        return [*claims_of_curator(self.decision), *said, *self.observed]


def assemble(
    roadmaps: Sequence[Roadmap],
    curation: Curation,
    thesaurus: Thesaurus,
    observed: Mapping[str, Sequence[Claim]] | None = None,
) -> Content:
    """The content of a catalogue: every resource once, its values settled, its merged keys as aliases.

    `observed` is what visited pages said of themselves, by resource key.
    """
    places = _places_of(roadmaps)
    winner = _winners(places, curation)
    hidden = {key for key, decision in curation.resources.items() if decision.hide}
    cases: dict[str, Case] = {}
    for key in sorted(places, key=lambda key: (key in winner, key)):  # a winner's own mentions speak first
        won = winner.get(key, key)
        if won not in hidden:
            cases.setdefault(won, Case(curation.resources.get(won), (observed or {}).get(won, ()))).join(
                key, places[key]
            )
    resources = tuple(_resource(key, case) for key, case in sorted(cases.items()) if key in places)
    return Content(
        topics=tuple(thesaurus.topics.values()),
        roadmaps=tuple(_merged(roadmap, winner, curation.sources.get(roadmap.source)) for roadmap in roadmaps),
        resources=resources,
    )


def _places_of(roadmaps: Iterable[Roadmap]) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = {}
    for roadmap in roadmaps:
        for mention in roadmap.mentions:
            places.setdefault(mention.resource, []).append(Place(roadmap.source, mention))
    return places


def _winners(places: Mapping[str, object], curation: Curation) -> dict[str, str]:
    """The resource each merged key now belongs to; chains are followed, a loop or a stranger is an error."""
    merged = {key: decision for key, decision in curation.resources.items() if decision.same_as}
    for key, decision in curation.resources.items():
        for name in (key, decision.same_as):
            if name and name not in places and name not in merged:
                raise InputError(decision.file, f"no resource has the key {name!r}", decision.line)
    winners = {}
    for key, decision in merged.items():
        seen, end = {key}, decision.same_as
        while end in merged:
            if end in seen:
                raise InputError(decision.file, f"{key!r} is same_as itself, by way of {end!r}", decision.line)
            seen.add(end)
            end = merged[end].same_as
        winners[key] = str(end)
    return winners


def _merged(roadmap: Roadmap, winner: Mapping[str, str], decision: SourceDecision | None) -> Roadmap:
    """A roadmap with its mentions under the keys that won and its facts as a person corrected them."""
    mentions = (
        replace(mention, resource=winner.get(mention.resource, mention.resource)) for mention in roadmap.mentions
    )
    return replace(roadmap, facts=_facts(roadmap.facts, decision), mentions=tuple(mentions))


def _facts(facts: SourceFacts, decision: SourceDecision | None) -> SourceFacts:
    if decision is None:
        return facts
    return replace(
        facts,
        title=decision.title or facts.title,
        author=decision.author or facts.author,
        url=decision.url or facts.url,
        language=decision.language or facts.language,
        date=decision.published or facts.date,
    )


def _resource(key: str, case: Case) -> Resource:
    claims = case.claims()
    held = _held(claims)
    title = held["title"].value  # a mention without a title does not pass the roadmap reader
    links = _links(case.places, case.decision)
    stance = _stance(case.places, case.decision)
    return Resource(
        key=key,
        title=title,
        title_en=_title_en(title, case.decision),
        kind=_value(held, "kind", Kind),
        kind_origin=_origin(held, "kind"),
        level=_value(held, "level", Level),
        level_origin=_origin(held, "level"),
        language=_value(held, "language", str),
        language_origin=_origin(held, "language"),
        url=next((link.url for link in links if link.role is LinkRole.PRIMARY), None),
        topics=_topics(claims),
        links=links,
        creator=_value(held, "creator", str),
        year=_value(held, "year", int),
        is_free=_value(held, "is_free", lambda word: word == "true"),
        effort=_value(held, "effort", str),
        stance=stance,
        recommended_by=_recommending(case.places) if stance is Stance.RECOMMENDED else 0,
        added_at=min((p.mention.added for p in case.places if p.mention.added), default=None),
        aliases=case.aliases,
        pin=case.decision.pin if case.decision else None,
        claims=tuple(claim for claim in dict.fromkeys(claims) if claim not in case.observed),
    )


def _held(claims: Iterable[Claim]) -> dict[str, Claim]:
    """The claim that settles each field; a field whose claims settle nothing is absent."""
    by_field: dict[str, list[Claim]] = {}
    for claim in claims:
        by_field.setdefault(claim.field, []).append(claim)
    return {name: settled for name, heard in by_field.items() if (settled := settle(heard))}


def _value(held: Mapping[str, Claim], name: str, read: Callable[[str], T]) -> T | None:
    return read(held[name].value) if name in held else None


def _origin(held: Mapping[str, Claim], name: str) -> Origin | None:
    return held[name].origin if name in held else None


def _title_en(title: str, decision: Decision | None) -> str | None:
    """The curator's English title, else a title that needs no other."""
    return (decision.set.title_en if decision else None) or (title if title.isascii() else None)


def _topics(claims: Iterable[Claim]) -> tuple[tuple[str, Origin], ...]:
    """All topics anybody claimed, each by its strongest claim; a curator's list stands alone."""
    said = [claim for claim in claims if claim.field == "topic"]
    curated = [claim for claim in said if claim.origin is Origin.CURATED]
    by_topic: dict[str, list[Claim]] = {}
    for claim in curated or said:
        by_topic.setdefault(claim.value, []).append(claim)
    strongest = {topic: settle(heard) for topic, heard in by_topic.items()}
    return tuple(sorted((topic, claim.origin) for topic, claim in strongest.items() if claim))


def _links(places: Sequence[Place], decision: Decision | None) -> tuple[RoleLink, ...]:
    """Every link once, in its first role; the first address is primary, the others of a merge are mirrors."""
    links: dict[str, RoleLink] = {}
    # A replaced URL is gone for good: it is not kept as a mirror of what replaced it.
    addresses = [decision.url] if decision and decision.url else [p.mention.url for p in places if p.mention.url]
    for address in addresses:
        role = LinkRole.MIRROR if links else LinkRole.PRIMARY
        links.setdefault(url_key(address), RoleLink(tidy_url(address), role))
    for further in (link for place in places for link in place.mention.links):
        links.setdefault(url_key(further.url), RoleLink(tidy_url(further.url), further.role))
    return tuple(links.values())


def _stance_of(mention: Mention) -> Stance:
    return mention.stance.value if mention.stance else Stance.RECOMMENDED


def _recommending(places: Iterable[Place]) -> int:
    """How many roadmaps recommend it; one that names it twice counts once."""
    return len({place.source for place in places if _stance_of(place.mention) is Stance.RECOMMENDED})


def _stance(places: Sequence[Place], decision: Decision | None) -> Stance:
    """What a reader is told: recommended if one author recommends it, else the first author's reservation."""
    if decision and decision.set.stance:
        return decision.set.stance
    stances = [_stance_of(place.mention) for place in places]
    return Stance.RECOMMENDED if Stance.RECOMMENDED in stances else stances[0]
