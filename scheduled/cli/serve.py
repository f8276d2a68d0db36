"""catalogue serve: the catalogue as a site."""

import click

from scheduled.cli.options import Place, with_place
from scheduled.jobs.serving import run_serve


@click.command(short_help="Serve the catalogue as a site.")
@click.option("--host", help="Address to listen on [default: site.host, 127.0.0.1].")
@click.option("--port", type=click.IntRange(0, 65535), help="Port; 0 takes a free one [default: site.port, 8001].")
@with_place
def command(place: Place, host: str | None, port: int | None) -> None:
    """Serve the live database: what a crawl finds out shows without a restart. Stop with Ctrl-C."""
    asked = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    site = place.settings.site.model_copy(update=asked)
    policy = place.settings.policy
    run_serve(place.db, site, lambda address: click.echo(f"serving {place.db} at {address}"), policy)
