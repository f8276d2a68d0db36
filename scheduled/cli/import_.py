"""catalogue import: documents in, data/roadmaps/*.jsonl out."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from catalogue.records.documents import Document, Entry, Mention
from catalogue.records.imports import Change, ImportSummary, SourceReport
from catalogue.roadmaps import plain
from catalogue.thesaurus import thesaurus_of
from catalogue.urls import is_web, tidy_url
from scheduled.cli.options import Place, as_of_option, dry_run_option, json_option, now_or, with_place
from scheduled.jobs.importing import Wish, run_import


@click.command(short_help="Read documents into data/.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--facts-only", is_flag=True, help="Keep facts only, no notes of the author.")
@click.option("--explain", is_flag=True, help="Say why each line did or did not become an entry.")
@as_of_option
@dry_run_option
@json_option
@with_place
def command(
    *,
    place: Place,
    paths: tuple[str, ...],
    facts_only: bool,
    explain: bool,
    as_of: datetime | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Read documents, by path or address, into data/; the same one twice changes nothing.

    Markdown, HTML, plain text, bookmarks, OPML, CSV, JSON, YAML and BibTeX are read by what they hold, not by their
    names.
    """
    thesaurus = thesaurus_of(place.data)
    wish = Wish(now_or(as_of).date(), facts_only, dry_run)
    named = [Path(path) for path in paths if not is_web(path)]
    fetched = _fetched([path for path in paths if is_web(path)], place)
    summary = run_import(named, place.data, thesaurus, wish, fetched)
    if as_json:
        for row in rows_of(summary):
            click.echo(json.dumps(row, ensure_ascii=False, sort_keys=True))
    elif explain:
        for line in explanations_of(summary):
            click.echo(line)
    for line in words_of(summary):
        click.echo(line, err=as_json or explain)
    return 0


def _fetched(urls: list[str], place: Place) -> list[Document]:
    """The documents at addresses; the crawler is only loaded when there are any."""
    if not urls:
        return []
    from scheduled.jobs.fetching import fetch_documents  # noqa: PLC0415
    from scheduled.settings.crawling import crawl_options  # noqa: PLC0415

    return fetch_documents(urls, crawl_options(place.settings.crawler))


def rows_of(summary: ImportSummary) -> Iterator[dict[str, Any]]:
    """One row an entry: what was read, and what was concluded by which rule."""
    for source in summary.sources:
        sections = {section.position: section for section in source.document.sections}
        changes = _changes(source)
        for entry, mention in zip(source.document.entries, source.mentions, strict=True):
            section = sections.get(mention.section or 0)
            step = section
            while step is not None and step.step is None:
                step = sections.get(step.parent or 0)
            yield {
                "source": source.source,
                "file": source.file,
                "change": changes.get(id(mention)),
                "line": mention.line,
                "resource": mention.resource,
                "title": mention.title,
                "url": mention.url,
                "tidy_url": tidy_url(mention.url) if mention.url and is_web(mention.url) else None,
                "links": [plain(link) for link in mention.links],
                "kind": mention.kind and mention.kind.value,
                "level": mention.level and mention.level.value,
                "language": mention.language and mention.language.value,
                "topics": [topic.value for topic in mention.topics],
                "is_free": mention.is_free and mention.is_free.value,
                "section": section and section.title,
                "step": step and step.step,
                "effort": plain(mention.effort or (step.effort if step else None)),
                "prerequisites": mention.prerequisites or None,
                "stance": mention.stance and mention.stance.value,
                "creator": mention.creator,
                "note": mention.note or None,
                "why": entry.why,
                "rules": _rules(mention),
            }
        for mention in source.removed:
            yield {"source": source.source, "file": source.file, "change": "removed", "resource": mention.resource,
                   "title": mention.title, "url": mention.url}  # fmt: skip


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
        yield f"{source.source}: {source.change.value}, {len(source.mentions)} mentions{_differences(source)}"
        yield from _changed_lines(source)
        for place in source.document.lost:
            yield f"  {source.file}:{place.line}: names lost: {place.text[:100]}"
        for merge in source.merges:
            yield f"  {source.file}:{merge.line}: {merge.title!r} is {merge.resource}: {merge.because}"
        for note in source.document.notes:
            yield f"  {source.file}: {note}"
    yield f"{summary.mentions} mentions of {summary.resources} resources in {len(summary.sources)} documents"


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
