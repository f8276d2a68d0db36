"""catalogue status: what the clock did and will do."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click

from scheduled.cli.options import Place, as_of_option, json_option, now_or, with_place
from scheduled.cli.showing import outcome_word
from scheduled.clock import Clock, JobStatus, run_status
from scheduled.timed import Workplace

ROW = "{:10} {:21} {:>9}  {:12} {}"


@click.command(short_help="Show when each job ran and runs next.")
@json_option
@as_of_option
@with_place
def command(place: Place, *, as_json: bool, as_of: datetime | None) -> None:
    """Show each job's last run, how long it took, how it ended, and when it runs next."""
    now = now_or(as_of)
    jobs = run_status(Clock(Workplace(place.settings, place.db, place.data, now=lambda: now)))
    if not as_json:
        click.echo(ROW.format("job", "last", "took", "outcome", "next"))
    for job in jobs:
        click.echo(_line(job) if as_json else _row(job, now))


def _line(job: JobStatus) -> str:
    last = job.last
    return json.dumps(
        {
            "job": job.job,
            "cron": job.cron,
            "timezone": job.timezone,
            "last_slot": last.slot if last else None,
            "started_at": _text(last.started_at) if last else None,
            "finished_at": _text(last.finished_at) if last else None,
            "seconds": _seconds(job),
            "outcome": last.outcome or "running" if last else None,
            "attempts": last.attempts if last else 0,
            "counts": json.loads(last.counts or "{}") if last else {},
            "problem": last.problem if last else "",
            "next_slot": job.next_slot,
            "due_at": _text(job.due_at),
        },
        ensure_ascii=False,
    )


def _row(job: JobStatus, now: datetime) -> str:
    seconds, last = _seconds(job), job.last
    took = "" if seconds is None else f"{seconds:.0f} s"
    problem = last.problem if last else ""
    row = ROW.format(
        job.job, _text(last.started_at) if last else "never", took, outcome_word(last) if last else "-", _next(job, now)
    ).rstrip()
    return f"{row}\n    {problem}" if problem else row


def _next(job: JobStatus, now: datetime) -> str:
    """The time on the wall at which it runs next: of its next slot, or sooner where an earlier one is not done."""
    if job.due_at is None:
        return f"{job.next_slot.replace('T', ' ')} {job.timezone}"
    if job.due_at <= now:
        return "due now"
    return f"{job.due_at.astimezone(ZoneInfo(job.timezone)):%Y-%m-%d %H:%M} {job.timezone} (again)"


def _seconds(job: JobStatus) -> float | None:
    if job.last is None or job.last.finished_at is None:
        return None
    return (job.last.finished_at - job.last.started_at).total_seconds()


def _text(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
