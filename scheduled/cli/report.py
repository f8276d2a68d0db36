"""catalogue report: the week's dead-link edition."""

from datetime import datetime
from pathlib import Path

import click

from catalogue.editions.render.frame import Format, render_edition
from catalogue.vocabulary import EditionKind
from scheduled.cli.options import Place, as_of_option, dry_run_option, json_option, now_or, with_place
from scheduled.cli.showing import format_option, output_option, put_out
from scheduled.jobs.reporting import When, run_report


@click.command(short_help="Make the week's dead-link report.")
@format_option(EditionKind.DEADLINKS)
@output_option
@json_option
@as_of_option
@dry_run_option
@with_place
def command(place: Place, *, form: str, output: Path, as_json: bool, as_of: datetime | None, dry_run: bool) -> None:
    """Make the edition of this week, once, and show it; asked again in the same week, the same edition comes.

    It holds what changed since the edition before: links that died, came back, moved, became suspect or
    unverifiable. With --dry-run the edition is shown but not recorded.
    """
    settings = place.settings
    edition = run_report(place.db, When(now_or(as_of), settings.clock.timezone), dry_run=dry_run)
    text = render_edition(edition.body, Format.JSON if as_json else Format(form), settings.report.language)
    put_out(text, output)
