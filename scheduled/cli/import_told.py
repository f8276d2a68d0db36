"""What an import did, as its user sees it: rows for programs, a reason for each line, words for a person."""

from collections.abc import Iterator, Mapping
from typing import Any

from catalogue.datafolder.roadmaps import plain
from catalogue.records.documents import Entry, Mention, Section
from catalogue.records.imports import Change, ImportSummary, SourceReport
from catalogue.urls import is_web, tidy_url
from scheduled.cli.counting import counted


def rows_of(summary: ImportSummary) -> Iterator[dict[str, Any]]:
    """One row an entry: what was read, and what was concluded by which rule."""
    for source in summary.sources:
        sections = {section.position: section for section in source.document.sections}
        changes = _changes(source)
        for entry, mention in zip(source.document.entries, source.mentions, strict=True):
            yield {
                "source": source.source,
                "file": source.file,
                "change": changes.get(id(mention)),
                **_stated(mention),
                **_place(mention, sections),
                **_concluded(mention),
                "why": entry.why,
                "rules": _rules(mention),
            }
        for mention in source.removed:
            yield {"source": source.source, "file": source.file, "change": "removed", "resource": mention.resource,
                   "title": mention.title, "url": mention.url}  # fmt: skip


def _stated(mention: Mention) -> dict[str, Any]:
    """What the document says of an entry."""
    return {
        "line": mention.line,
        "resource": mention.resource,
        "title": mention.title,
        "url": mention.url,
        "tidy_url": tidy_url(mention.url) if mention.url and is_web(mention.url) else None,
        "links": [plain(link) for link in mention.links],
        "prerequisites": mention.prerequisites or None,
        "creator": mention.creator,
        "note": mention.note or None,
    }


def _concluded(mention: Mention) -> dict[str, Any]:
    """What was concluded of it, each by a rule."""
    return {
        "kind": mention.kind and mention.kind.value,
        "level": mention.level and mention.level.value,
        "language": mention.language and mention.language.value,
        "topics": [topic.value for topic in mention.topics],
        "is_free": mention.is_free and mention.is_free.value,
        "stance": mention.stance and mention.stance.value,
    }


def _place(mention: Mention, sections: Mapping[int, Section]) -> dict[str, Any]:
    """Where it stands: its section, the step around that, and the time that one of them takes."""
    section = step = sections.get(mention.section or 0)
    while step is not None and step.step is None:
        step = sections.get(step.parent or 0)
    return {
        "section": section and section.title,
        "step": step and step.step,
        "effort": plain(mention.effort or (step.effort if step else None)),
    }


def _changes(source: SourceReport) -> dict[int, str]:
    """What a newer version of a document did to each of its mentions, by the mention's identity."""
    if source.change is Change.NEW:
        return {}
    replaced = {id(mention) for mention in source.url_replaced}
    changed = {id(mention) for mention in source.changed}
    return (
        dict.fromkeys(changed, "changed")
        | {mention: "changed, new url" if mention in changed else "new url" for mention in replaced}
        | {id(mention): "added" for mention in source.added}
    )


def explanations_of(summary: ImportSummary) -> Iterator[str]:
    """Every link and name in the order of its lines, with the reason why it is an entry or none."""
    for source in summary.sources:
        lines = [(entry.line, f"+ {entry.title}", f"{entry.why.value}{_because(entry, mention)}")
                 for entry, mention in zip(source.document.entries, source.mentions, strict=True)]  # fmt: skip
        lines += [(passed.line, f"- {passed.text[:100]}", passed.why.value) for passed in source.document.passed]
        lines += [
            (place.line, f"? {place.text[:100]}", "promises names that the text lost") for place in source.document.lost
        ]
        for line, what, why in sorted(lines, key=lambda row: row[0]):
            yield f"{source.file}:{line}: {what}  ({why})"


def words_of(summary: ImportSummary) -> Iterator[str]:
    """What the import did, in lines for a person."""
    for source in summary.sources:
        read = counted(len(source.mentions), "mention")
        yield f"{source.source}: {source.change.value}, {read}{_differences(source)}"
        yield from _changed_lines(source)
        for place in source.document.lost:
            yield f"  {source.file}:{place.line}: names lost: {place.text[:100]}"
        for merge in source.merges:
            yield f"  {source.file}:{merge.line}: {merge.title!r} is {merge.resource}: {merge.because}"
        for note in source.document.notes:
            yield f"  {source.file}: {note}"
    found = f"{counted(summary.mentions, 'mention')} of {counted(summary.resources, 'resource')}"
    yield f"{found} in {counted(len(summary.sources), 'document')}"


def _differences(source: SourceReport) -> str:
    counts = {
        "added": source.added,
        "removed": source.removed,
        "changed": source.changed,
        "with a new URL": source.url_replaced,
    }
    said = [f"{len(mentions)} {name}" for name, mentions in counts.items() if mentions]
    return f" ({', '.join(said)})" if said and source.change.value != "new" else ""


def _changed_lines(source: SourceReport) -> Iterator[str]:
    """Each entry that a newer version of a document brought, dropped, changed or sent elsewhere."""
    if source.change is not Change.UPDATED:
        return
    yield from (f"  added: {mention.title} {mention.url or ''}".rstrip() for mention in source.added)
    yield from (f"  removed: {mention.title} {mention.url or ''}".rstrip() for mention in source.removed)
    yield from (f"  changed: {mention.title} {mention.url or ''}".rstrip() for mention in source.changed)
    for mention, old in zip(source.url_replaced, source.old_urls, strict=True):
        yield f"  new url: {mention.title} {old} -> {mention.url}"


def _rules(mention: Mention) -> dict[str, str]:
    findings = {
        "kind": mention.kind,
        "level": mention.level,
        "language": mention.language,
        "is_free": mention.is_free,
        "stance": mention.stance,
    }
    rules = {name: finding.rule.value for name, finding in findings.items() if finding is not None}
    return rules | {f"topics.{topic.value}": topic.rule.value for topic in mention.topics}


def _because(entry: Entry, mention: Mention) -> str:
    said = [f"{name} {rule}" for name, rule in _rules(mention).items() if not name.startswith("topics")]
    return f"; {', '.join(said)}" if said else ""
