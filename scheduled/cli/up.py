"""catalogue up: build, serve and start the clock."""

import click

from scheduled.cli.counting import counted
from scheduled.cli.options import Place, now_or, with_place
from scheduled.jobs.building import run_build
from scheduled.jobs.together import run_together


@click.command(short_help="Build, serve and start the clock.")
@with_place
def command(place: Place) -> None:
    """Build the catalogue from data/, serve it, and run the clock beside it; stop all with Ctrl-C."""
    summary = run_build(place.db, place.data, now_or(None))
    click.echo(f"{counted(summary.resources, 'resource')} from {counted(summary.sources, 'source')}")
    clock_arguments = ["--db", str(place.db), "--data", str(place.data)]
    if place.config:
        clock_arguments += ["--config", str(place.config)]
    run_together(place.db, place.settings, clock_arguments, lambda address: click.echo(f"open {address}"))
