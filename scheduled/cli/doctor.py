"""catalogue doctor: whether all is well."""

import json
from collections.abc import Iterator
from datetime import datetime

import click

from catalogue.errors import CatalogueError
from catalogue.vocabulary import RunOutcome
from scheduled.cli.options import Place, as_of_option, json_option, now_or, with_place
from scheduled.clock import Clock, run_status
from scheduled.jobs.doctor import Finding, Level, Patient, run_doctor
from scheduled.timed import Workplace


@click.command(short_help="Check that all is well, and say what to do.")
@json_option
@as_of_option
@with_place
def command(place: Place, *, as_json: bool, as_of: datetime | None) -> int:
    """Examine settings, database, search index, clock, jobs, deliveries, backups, disk, network and mail.

    Exit code 1 says that something is wrong; each line says what to do about it.
    """
    now, wrong = now_or(as_of), False
    for finding in (*run_doctor(Patient(place.settings, place.db, now)), *_jobs(place, now)):
        wrong = wrong or finding.level is Level.WRONG
        click.echo(_line(finding) if as_json else _row(finding))
    return int(wrong)


def _jobs(place: Place, now: datetime) -> Iterator[Finding]:
    """Whether the last run of each job went well."""
    try:
        jobs = run_status(Clock(Workplace(place.settings, place.db, place.data, now=lambda: now)))
    except CatalogueError:
        return  # the database was found wanting already
    for job in jobs:
        if job.last and job.last.outcome in (RunOutcome.FAILED, RunOutcome.INTERRUPTED):
            reason = job.last.problem or "it was interrupted"
            said = f"{job.job} failed at {job.last.started_at:%Y-%m-%dT%H:%MZ}, {job.last.attempts} times: {reason}"
            yield Finding("job", Level.WRONG, said, f"it is tried again; `catalogue run {job.job}` tries now")


def _row(finding: Finding) -> str:
    todo = f"\n                 → {finding.todo}" if finding.todo else ""
    return f"{finding.level:5}  {finding.what:9} {finding.said}{todo}"


def _line(finding: Finding) -> str:
    row = {"what": finding.what, "level": finding.level, "said": finding.said, "todo": finding.todo}
    return json.dumps(row, ensure_ascii=False)
