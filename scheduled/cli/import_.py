"""catalogue import: documents in, data/roadmaps/*.jsonl out."""

import json
from datetime import datetime
from pathlib import Path

import click

from catalogue.datafolder.thesaurus import thesaurus_of
from catalogue.records.documents import Document
from catalogue.urls import is_web
from scheduled.cli.import_told import explanations_of, rows_of, words_of
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
