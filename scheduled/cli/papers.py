"""catalogue papers: what arXiv announced, into the ledger."""

import json
from datetime import datetime

import click

from scheduled.cli.options import Place, as_of_option, dry_run_option, json_option, now_or, with_place
from scheduled.jobs.papers import plan_papers, run_papers


@click.command(short_help="Read new papers from arXiv.")
@as_of_option
@dry_run_option
@json_option
@with_place
def command(place: Place, *, as_of: datetime | None, dry_run: bool, as_json: bool) -> int:
    """Read what arXiv announced since the last run; exit code 1 if some of it could not be read.

    What failed stays due: the next run goes on where this one broke off. With --dry-run arXiv is not asked.
    """
    if dry_run:
        for spec, day in plan_papers(place.db, place.settings, now_or(as_of)).items():
            plan = {"set": spec, "from": day.isoformat()}
            click.echo(json.dumps(plan) if as_json else f"would read {spec} from {day}")
        return 0
    summary = run_papers(place.db, place.settings, now_or(as_of))
    if as_json:
        row = {"sights": summary.sights, "failed": summary.failed, "problems": summary.problems}
        click.echo(json.dumps(row, ensure_ascii=False, sort_keys=True))
    else:
        counts = ", ".join(f"{count} {kind}" for kind, count in sorted(summary.sights.items()))
        click.echo(counts or "nothing new")
    for problem in summary.problems:
        click.echo(f"left out: {problem}", err=True)
    for spec, problem in summary.failed.items():
        click.echo(f"{spec}: {problem}", err=True)
    return 1 if summary.failed else 0
