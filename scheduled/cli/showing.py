"""What commands show alike: an edition, in a format and somewhere; how a run of a job ended."""

from collections.abc import Callable
from pathlib import Path

import click

from catalogue.datafolder.roadmaps import write_whole
from catalogue.editions.render.frame import formats_of
from catalogue.records.runs import Run
from catalogue.vocabulary import EditionKind, RunOutcome
from scheduled.cli.options import Command

output_option = click.option(
    "--output", type=click.Path(path_type=Path, allow_dash=True), default="-", help="A file, or - for here."
)


def format_option(kind: EditionKind) -> Callable[[Command], Command]:
    """The formats that a kind of edition can be shown in."""
    formats = click.Choice([form.value for form in formats_of(kind)])
    return click.option("--format", "form", type=formats, default="markdown", help="How to show it.")


def outcome_word(run: Run) -> str:
    """How a run ended, for a person."""
    if run.outcome is RunOutcome.OK and run.problem:
        return "in part"
    return str(run.outcome or "running")


def put_out(text: str, output: Path) -> None:
    """Print a text, or write it to a file, whole or not at all."""
    if str(output) == "-":
        click.echo(text, nl=False)
    else:
        write_whole(output, text)
