"""catalogue publish: a folder for any Datasette host."""

from pathlib import Path

import click

from scheduled.cli.options import Place, with_place
from scheduled.jobs.publishing import run_publish


@click.command(short_help="Write a folder for a Datasette host.")
@click.argument("folder", type=click.Path(path_type=Path))
@with_place
def command(place: Place, folder: Path) -> None:
    """Write FOLDER: a consistent snapshot of the database with metadata, settings, plugins and pages.

    Serve it with `datasette FOLDER` where the packages of its requirements.txt are installed.
    """
    summary = run_publish(place.db, folder, place.settings)
    click.echo(f"{folder}: {summary.resources:,} resources, {summary.size_bytes / 1e6:.1f} MB")
