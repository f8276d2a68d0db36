"""catalogue backup: a copy of the database, while it is used."""

import json
from datetime import datetime
from pathlib import Path

import click

from scheduled.cli.options import Place, as_of_option, dry_run_option, json_option, now_or, with_place
from scheduled.jobs.backup import backups, run_backup


@click.command(short_help="Copy the database, while it is used.")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@json_option
@dry_run_option
@as_of_option
@with_place
def command(place: Place, *, folder: Path | None, as_json: bool, dry_run: bool, as_of: datetime | None) -> None:
    """Copy the database to FOLDER [default: clock.backup_folder], whole and checked, under the present time.

    Of the copies there the newest clock.backups_kept stay.
    """
    target = folder or Path(place.settings.clock.backup_folder)
    keep = place.settings.clock.backups_kept
    if dry_run:
        click.echo(f"{len(backups(place.db, target))} copies in {target}; one more would be made, {keep} stay")
        return
    done = run_backup(place.db, target, now_or(as_of), keep)
    if as_json:
        click.echo(json.dumps({"path": str(done.path), "bytes": done.size, "removed": done.removed}))
    else:
        click.echo(f"{done.path}: {done.size / 1e6:.1f} MB; {done.removed} older copies removed")
