"""catalogue probe: check URLs and documents once, without a database."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum

import click

from catalogue.records.web import Visit
from catalogue.vocabulary import Verdict
from crawler.providers.rows import providers_of
from scheduled.cli.counting import counted
from scheduled.cli.options import Place, json_option, with_place
from scheduled.jobs.probing import Named, ProbeResult, read_named, run_probe
from scheduled.settings.crawling import crawl_options


class Form(StrEnum):
    """How a probe shows what it saw."""

    TABLE = "table"
    JSON = "json"
    GITHUB = "github"


@click.command(short_help="Check URLs or documents once.")
@click.argument("inputs", nargs=-1)
@click.option("--format", "form", type=click.Choice([form.value for form in Form]), default=Form.TABLE.value)
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice([verdict.value for verdict in Verdict]),
    help="A further verdict that makes the exit code 1; `gone` always does. May be given several times.",
)
@json_option
@with_place
def command(place: Place, inputs: tuple[str, ...], form: str, fail_on: tuple[str, ...], as_json: bool) -> int:
    """Look at URLs once, without a database: INPUTS are URLs, documents of any kind, or - for stdin.

    Without INPUTS, what is piped in is read.
    One look is not a history: `gone` means that the server said so twice, or that the name does not resolve.
    The exit code is 1 if any link is gone, 0 otherwise. When our own network is down nothing is judged.
    """
    if not inputs and sys.stdin.isatty():
        raise click.UsageError("name URLs or documents, or pipe them in")
    named = read_named(inputs or ("-",))
    urls = list(dict.fromkeys(each.url for each in named))
    options = replace(crawl_options(place.settings.crawler), providers=providers_of(place.data))
    with _progress(len(urls)) as step:
        result = run_probe(urls, options, step)
    bad = {Verdict.GONE, *map(Verdict, fail_on)}
    for line in RENDERERS[Form.JSON if as_json else Form(form)](named, result, bad):
        click.echo(line)
    _say_network(result)
    return int(any(visit.verdict in bad for visit in result.visits.values()))


def render_json(named: list[Named], result: ProbeResult, _bad: Set[Verdict]) -> Iterator[str]:
    """One object a URL, in the order given."""
    for url in dict.fromkeys(each.url for each in named):
        visit = result.visits[url]
        yield json.dumps(
            {
                "url": url,
                "verdict": visit.verdict,
                "reason": visit.reason,
                "status": visit.status_code,
                "final_url": visit.final_url,
                "attempts": visit.attempts,
                "elapsed_ms": visit.elapsed_ms,
            },
            ensure_ascii=False,
        )


def render_table(named: list[Named], result: ProbeResult, _bad: Set[Verdict]) -> Iterator[str]:
    """One line a URL, what needs eyes last, then the counts."""
    urls = dict.fromkeys(each.url for each in named)
    for url in sorted(urls, key=lambda url: -ORDER.index(result.visits[url].verdict)):
        yield f"{result.visits[url].verdict:<11} {_shown(result.visits[url])}"
    counts = ", ".join(f"{count} {verdict}" for verdict, count in result.summary.verdicts.most_common())
    yield f"{counted(len(urls), 'link')}: {counts}" if urls else "no links found"


def render_github(named: list[Named], result: ProbeResult, bad: Set[Verdict]) -> Iterator[str]:
    """Annotations of a workflow run, one for each place of a link that is not fine; errors are what fails it."""
    levels = LEVELS | dict.fromkeys(bad, "error")
    for each in named:
        visit = result.visits[each.url]
        if visit.verdict in levels:
            where = f"file={_property(each.file)},line={each.line}," if each.file else ""
            yield f"::{levels[visit.verdict]} {where}title={visit.verdict}::{_message(_shown(visit))}"


ORDER = (
    Verdict.GONE,
    Verdict.UNANSWERED,
    Verdict.SUSPECT,
    Verdict.TLS,
    Verdict.MOVED,
    Verdict.BLOCKED,
    Verdict.THROTTLED,
    Verdict.SKIPPED,
    Verdict.OK,
)
LEVELS = {
    Verdict.SUSPECT: "warning",
    Verdict.UNANSWERED: "warning",
    Verdict.TLS: "warning",
    Verdict.MOVED: "notice",
}
RENDERERS: dict[Form, Callable[[list[Named], ProbeResult, Set[Verdict]], Iterable[str]]] = {
    Form.TABLE: render_table,
    Form.JSON: render_json,
    Form.GITHUB: render_github,
}


def _shown(visit: Visit) -> str:
    led = f" -> {visit.final_url}" if visit.final_url else ""
    return f"{visit.url}{led} ({visit.reason})"


def _message(text: str) -> str:
    """Text as a workflow command carries it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _say_network(result: ProbeResult) -> None:
    if result.summary.network_was_down:
        click.echo("our own network seems to be down: no link was judged", err=True)
    elif result.summary.own_network:
        unjudged = counted(result.summary.own_network, "link was", "links were")
        click.echo(f"our own network failed for a while: {unjudged} not judged", err=True)


@contextmanager
def _progress(count: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, nothing in a log: the results are the log."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=count, label="probing", file=sys.stderr, show_pos=True) as bar:
        yield lambda: bar.update(1)
