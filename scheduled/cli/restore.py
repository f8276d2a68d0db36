"""catalogue restore: a copy in the place of the database."""

from datetime import datetime
from pathlib import Path

import click

from scheduled.cli.options import Place, as_of_option, dry_run_option, now_or, with_place
from scheduled.jobs.backup import backups, run_restore


@click.command(short_help="Take back a copy of the database.")
@click.argument("copy", required=False, type=click.Path(path_type=Path))
@dry_run_option
@as_of_option
@with_place
def command(place: Place, *, copy: Path | None, dry_run: bool, as_of: datetime | None) -> int:
    """Put COPY in the place of the database; without COPY, the newest one of clock.backup_folder.

    The copy is checked first, and what stood there is copied too. A running clock must be stopped; a site that is
    being served goes on, with the restored rows.
    """
    folder = Path(place.settings.clock.backup_folder)
    found = copy or next(iter(backups(place.db, folder)), None)
    if found is None:
        click.echo(f"catalogue: no copies of {place.db.name} in {folder}", err=True)
        return 2
    if dry_run:
        click.echo(f"{found} would take the place of {place.db}")
        return 0
    kept = run_restore(found, place.db, folder, now_or(as_of))
    click.echo(f"{place.db}: restored from {found}" + (f"; what was there is {kept}" if kept else ""))
    return 0
