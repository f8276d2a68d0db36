"""catalogue publish: a folder for any Datasette host."""

from pathlib import Path

import click

from scheduled.cli.counting import counted
from scheduled.cli.options import Place, dry_run_option, with_place
from scheduled.jobs.publishing import plan_publish, run_publish


@click.command(short_help="Write a folder for a Datasette host.")
@click.argument("folder", type=click.Path(path_type=Path))
@dry_run_option
@with_place
def command(place: Place, *, folder: Path, dry_run: bool) -> None:
    """Write FOLDER: a consistent snapshot of the database with metadata, settings, plugins and pages.

    Serve it with `datasette FOLDER` where the packages of its requirements.txt are installed.
    """
    if dry_run:
        click.echo(f"{folder}: {counted(plan_publish(place.db, folder), 'resource')} would be published")
        return
    summary = run_publish(place.db, folder, place.settings)
    click.echo(f"{folder}: {counted(summary.resources, 'resource')}, {summary.size_bytes / 1e6:.1f} MB")
