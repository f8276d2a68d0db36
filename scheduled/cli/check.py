"""catalogue check: visit the links that are due."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial

import click

from catalogue.records.web import Visit
from catalogue.store.links import Move
from crawler.providers.rows import providers_of
from scheduled.cli.counting import counted
from scheduled.cli.options import Place, as_of_option, dry_run_option, json_option, now_or, with_place
from scheduled.jobs.accepting import iterate_accepted
from scheduled.jobs.checking import CheckResult, Turn, count_links_due, run_check
from scheduled.jobs.looking import Fleet

LOG_EVERY = 100


@click.command(short_help="Visit the links that are due.")
@click.option("--accept-moved", is_flag=True, help="Ask about each moved link; a yes goes into data/curation.")
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Look from this many processes of our own (a Dask cluster)."
)
@click.option("--scheduler", help="Look from the workers of a Dask scheduler, like tcp://10.0.0.1:8786.")
@as_of_option
@dry_run_option
@json_option
@with_place
def command(
    place: Place,
    *,
    accept_moved: bool,
    workers: int | None,
    scheduler: str | None,
    as_of: datetime | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Visit every due link, politely, and fold what was seen into its state.

    A link is called dead only after several bad visits, days apart. When our own network is down nothing is
    held against any link. With --json each visit is a line.
    """
    now = now_or(as_of)
    if accept_moved:
        _accept_moved(place, now, dry_run=dry_run)
        return
    due = count_links_due(place.db, now)
    if dry_run:
        click.echo(f"{counted(due, 'link is', 'links are')} due at {now.isoformat()}")
        return
    fleet = Fleet(workers or 0, scheduler) if workers or scheduler else None
    with _progress(due) as step:
        turn = Turn(now, fleet=fleet, providers=providers_of(place.data), is_as_of=as_of is not None)
        result = run_check(place.settings, place.db, turn, partial(_tell, step, as_json=as_json))
    _say(result, as_json=as_json)


def _accept_moved(place: Place, now: datetime, *, dry_run: bool) -> None:
    def ask(move: Move) -> bool:
        click.echo(f"{move.title} ({move.resource})\n  from {move.url}\n  to   {move.final_url}")
        return not dry_run and click.confirm("  is this the same resource?")

    kept = 0
    try:
        for _ in iterate_accepted(place.db, place.data, now, ask):
            kept += 1
    finally:  # each yes is kept, also where the questions were cut off
        if not dry_run:
            where = f" in {place.data}/curation/moved.yaml; `catalogue build` applies what stands there" if kept else ""
            click.echo(counted(kept, "new address", "new addresses") + where)


@contextmanager
def _progress(due: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, a plain line now and then in a log."""
    if sys.stderr.isatty():
        with click.progressbar(length=due, label="checking", file=sys.stderr, show_pos=True) as bar:
            yield lambda: bar.update(1)
        return
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done % LOG_EVERY == 0:
            click.echo(f"checked {done} of {due}", err=True)

    yield step


def _tell(step: Callable[[], None], visit: Visit, *, as_json: bool) -> None:
    step()
    if as_json:
        click.echo(_line(visit))


def _line(visit: Visit) -> str:
    return json.dumps(
        {
            "url": visit.url,
            "checked_at": visit.checked_at.isoformat(),
            "verdict": visit.verdict,
            "reason": visit.reason,
            "status_code": visit.status_code,
            "final_url": visit.final_url,
            "attempts": visit.attempts,
            "elapsed_ms": visit.elapsed_ms,
        },
        ensure_ascii=False,
    )


def _say(result: CheckResult, *, as_json: bool) -> None:
    seen = ", ".join(f"{count} {verdict}" for verdict, count in result.summary.verdicts.most_common())
    click.echo(f"checked {counted(result.summary.visits, 'link')}: {seen or 'none was due'}", err=as_json)
    for change in result.changes:
        click.echo(f"{change.from_state} -> {change.to_state}: {change.url} ({change.reason})", err=as_json)
    if further := result.changed - len(result.changes):
        click.echo(f"and {counted(further, 'further change', 'further changes')}: all are in the database", err=as_json)
    if result.summary.network_was_down:
        click.echo("our own network seems to be down: no link was judged", err=True)
    elif result.summary.own_network:
        unjudged = counted(result.summary.own_network, "link was", "links were")
        click.echo(f"our own network failed for a while: {unjudged} not judged", err=True)
