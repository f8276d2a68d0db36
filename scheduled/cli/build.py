"""catalogue build: data/ in, catalogue.db out."""

from datetime import datetime

import click

from catalogue.errors import InputError
from scheduled.cli.counting import counted
from scheduled.cli.options import Place, as_of_option, dry_run_option, now_or, with_place
from scheduled.jobs.building import run_build


@click.command(short_help="Make catalogue.db from data/.")
@as_of_option
@dry_run_option
@with_place
def command(place: Place, as_of: datetime | None, dry_run: bool) -> int:
    """Make or update the database from data/, by difference: visits and unchanged rows are not touched.

    With --dry-run it is the lint of data/: nothing is written, and the first thing wrong is exit code 1
    with its file and line.
    """
    try:
        summary = run_build(place.db, place.data, now_or(as_of), dry_run=dry_run)
    except InputError as error:
        if not dry_run:
            raise
        click.echo(str(error))
        return 1
    done = "data is sound" if dry_run else f"{place.db}: {summary.rows}"
    held = {"resource": summary.resources, "mention": summary.mentions, "source": summary.sources}
    click.echo(f"{', '.join(counted(number, noun) for noun, number in held.items())}; {done}")
    return 0
