"""catalogue run: the clock."""

import json
from datetime import datetime

import click

from catalogue.errors import SettingsError
from catalogue.records.runs import Run
from scheduled.cli.options import Place, as_of_option, dry_run_option, json_option, now_or, with_place
from scheduled.cli.showing import outcome_word
from scheduled.clock import Clock, load_due, run_by_hand, run_clock, run_due
from scheduled.logs import start_logging
from scheduled.timed import JOBS, Workplace


@click.command(short_help="Run the clock, or one job now.")
@click.argument("job", required=False)
@click.option("--once", is_flag=True, help="Run what is due now, then stop: for a timer of the system.")
@json_option
@dry_run_option
@as_of_option
@with_place
def command(place: Place, *, job: str | None, once: bool, as_json: bool, dry_run: bool, as_of: datetime | None) -> int:
    """Run every job of the timetable at its time, until stopped; a second clock for one database is refused.

    With --once only what is due now runs; with the name of a JOB that job runs now; with --dry-run what is due is
    only listed. Exit code 1 says that a job failed, or that an edition did not reach one of its receivers.
    """
    start_logging(place.settings.clock.log)
    clock = Clock(_workplace(place, as_of))
    if dry_run:
        for item in load_due(clock):
            click.echo(json.dumps({"job": item.job, "slot": item.slot}) if as_json else f"{item.job}: {item.slot}")
        return 0
    if job is None and not once:
        if as_of:
            raise SettingsError("--as-of: a clock that runs asks the time itself; use it with --once or a job")
        run_clock(clock)
        return 0
    if job is not None and job not in JOBS:
        raise SettingsError(f"{job}: no such job; there are {', '.join(JOBS)}")
    runs = [run_by_hand(clock, job)] if job else run_due(clock)
    for run in runs:
        _say(run, as_json=as_json)
    return int(not all(run.is_whole for run in runs))


def _workplace(place: Place, as_of: datetime | None) -> Workplace:
    here = Workplace(place.settings, place.db, place.data)
    if as_of is None:
        return here
    fixed = now_or(as_of)
    return Workplace(place.settings, place.db, place.data, now=lambda: fixed)


def _say(run: Run, *, as_json: bool) -> None:
    counts = json.loads(run.counts or "{}")
    if as_json:
        row = {"job": run.job, "slot": run.slot, "outcome": run.outcome, "counts": counts, "problem": run.problem}
        click.echo(json.dumps(row, ensure_ascii=False))
    else:
        told = "".join(f", {name} {value}" for name, value in counts.items())
        click.echo(f"{run.job}: {outcome_word(run)}{told}" + (f": {run.problem}" if run.problem else ""))
