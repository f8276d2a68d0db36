"""Who claims what about a resource: a mention in a document, a curator. Pure."""

from collections.abc import Iterable

from catalogue.assembly.claims import Claim
from catalogue.records.curation import Decision
from catalogue.records.documents import Effort, Finding, Mention
from catalogue.vocabulary import ORIGIN_OF, Origin, Rule


def claims_of_mention(mention: Mention, where: str) -> Iterable[Claim]:
    """What one mention says of its resource."""
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


def claims_of_curator(decision: Decision | None) -> Iterable[Claim]:
    """What a person set, which beats every other claim."""
    if decision is None:
        return
    where, chosen = f"data/curation/{decision.file.name}:{decision.line}", decision.set
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
