"""catalogue add: one link into data/."""

import json
from datetime import datetime

import click

from catalogue.datafolder.roadmaps import plain
from catalogue.datafolder.thesaurus import thesaurus_of
from scheduled.cli.options import Place, as_of_option, dry_run_option, json_option, now_or, with_place
from scheduled.jobs.adding import run_add
from scheduled.jobs.importing import Wish


@click.command(short_help="Add one link by hand.")
@click.argument("url")
@click.option("--title", help="What it is called [default: from the address].")
@as_of_option
@dry_run_option
@json_option
@with_place
def command(place: Place, *, url: str, title: str | None, as_of: datetime | None, dry_run: bool, as_json: bool) -> int:
    """Add a link to data/roadmaps/added-by-hand.jsonl; its values are concluded as those of a document's entries."""
    wish = Wish(now_or(as_of).date(), dry_run=dry_run)
    mention, merge = run_add(url, title, place.data, thesaurus_of(place.data), wish)
    if as_json:
        click.echo(json.dumps(plain(mention), ensure_ascii=False, sort_keys=True))
    else:
        click.echo(f"{mention.resource}: {mention.title}" + (f" (known: {merge.because})" if merge else ""))
    return 0
