"""Roadmaps, curation and thesaurus in, the content of a catalogue out. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from catalogue.claims import Claim, settle
from catalogue.content import Content, Resource, RoleLink
from catalogue.errors import InputError
from catalogue.records.curation import Curation, Decision, SourceDecision
from catalogue.records.documents import Effort, Finding, Mention, Roadmap, SourceFacts
from catalogue.thesaurus import Thesaurus
from catalogue.urls import tidy_url, url_key
from catalogue.vocabulary import ORIGIN_OF, Kind, Level, LinkRole, Origin, Rule, Stance


@dataclass(frozen=True, slots=True)
class Place:
    """A mention with the source it stands in."""

    source: str
    mention: Mention

    def __str__(self) -> str:
        """File and line, as messages and claims name it."""
        return f"data/roadmaps/{self.source}.jsonl: line {self.mention.line} of the source"


def assemble(roadmaps: Sequence[Roadmap], curation: Curation, thesaurus: Thesaurus) -> Content:
    """The content of a catalogue: every resource once, its values settled, its merged keys as aliases."""
    places = _places_of(roadmaps)
    winner = _winners(places, curation)
    hidden = {key for key, decision in curation.resources.items() if decision.hide}
    by_winner: dict[str, list[Place]] = {}
    for key in sorted(places, key=lambda key: (key in winner, key)):  # a winner's own mentions speak first
        if winner.get(key, key) not in hidden:
            by_winner.setdefault(winner.get(key, key), []).extend(places[key])
    resources = tuple(
        _resource(
            key, found, sorted(k for k, w in winner.items() if w == key and k != key), curation.resources.get(key)
        )
        for key, found in sorted(by_winner.items())
    )
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


def _resource(key: str, places: Sequence[Place], aliases: Sequence[str], decision: Decision | None) -> Resource:
    claims = [*_curated(decision), *(claim for place in places for claim in _claims(place))]
    held = {field: settle([c for c in claims if c.field == field]) for field in {c.field for c in claims}}
    links = _links(places, decision)
    kind, level, language = held.get("kind"), held.get("level"), held.get("language")
    title = held["title"]
    assert title is not None  # a mention without a title does not pass the roadmap reader
    title_en = decision.set.title_en if decision else None
    stance = _stance(places, decision)
    recommending = {place.source for place in places if _stance_of(place.mention) is Stance.RECOMMENDED}
    return Resource(
        key=key,
        title=title.value,
        title_en=title_en or (title.value if title.value.isascii() else None),
        kind=Kind(kind.value) if kind else None,
        kind_origin=kind.origin if kind else None,
        level=Level(level.value) if level else None,
        level_origin=level.origin if level else None,
        language=language.value if language else None,
        language_origin=language.origin if language else None,
        url=next((link.url for link in links if link.role is LinkRole.PRIMARY), None),
        topics=_topics(claims),
        links=links,
        creator=_value(held.get("creator")),
        year=int(year) if (year := _value(held.get("year"))) else None,
        is_free=free == "true" if (free := _value(held.get("is_free"))) else None,
        effort=_value(held.get("effort")),
        stance=stance,
        recommended_by=len(recommending) if stance is Stance.RECOMMENDED else 0,
        added_at=min((p.mention.added for p in places if p.mention.added), default=None),
        aliases=tuple(aliases),
        claims=tuple(dict.fromkeys(claims)),
    )


def _value(claim: Claim | None) -> str | None:
    return claim.value if claim else None


def _claims(place: Place) -> Iterable[Claim]:
    """What one mention says of its resource."""
    mention, where = place.mention, str(place)
    yield Claim("title", mention.title, Origin.STATED, Rule.STATED_WORD, where)
    findings: tuple[tuple[str, Finding[object] | None], ...] = (
        ("kind", mention.kind),
        ("level", mention.level),
        ("language", mention.language),
        ("is_free", mention.is_free),
        *(("topic", topic) for topic in mention.topics),
    )
    for field, finding in findings:
        if finding is not None:
            yield Claim(field, _text(finding.value), ORIGIN_OF[finding.rule], finding.rule, where)
    for field, value in (("creator", mention.creator), ("year", mention.year), ("effort", mention.effort)):
        if value is not None:
            yield Claim(field, _text(value), Origin.STATED, Rule.STATED_WORD, where)


def _curated(decision: Decision | None) -> Iterable[Claim]:
    if decision is None:
        return
    where, chosen = f"{decision.file}:{decision.line}", decision.set
    values = (
        *((name, getattr(chosen, name)) for name in ("title", "kind", "level", "language", "creator", "year")),
        *((name, getattr(chosen, name)) for name in ("is_free", "effort")),
        *(("topic", topic) for topic in chosen.topics or ()),
    )
    for field, value in values:
        if value is not None:
            yield Claim(field, _text(value), Origin.CURATED, Rule.CURATOR, where)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.text if isinstance(value, Effort) else str(value)


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


def _stance(places: Sequence[Place], decision: Decision | None) -> Stance:
    """What a reader is told: recommended if one author recommends it, else the first author's reservation."""
    if decision and decision.set.stance:
        return decision.set.stance
    stances = [_stance_of(place.mention) for place in places]
    return Stance.RECOMMENDED if Stance.RECOMMENDED in stances else stances[0]
