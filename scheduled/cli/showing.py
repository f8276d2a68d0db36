"""How an edition is shown, and where: the options that report and digest share."""

from collections.abc import Callable
from pathlib import Path

import click

from catalogue.editions.render.frame import formats_of
from catalogue.roadmaps import write_whole
from catalogue.vocabulary import EditionKind
from scheduled.cli.options import Command

output_option = click.option(
    "--output", type=click.Path(path_type=Path, allow_dash=True), default="-", help="A file, or - for here."
)


def format_option(kind: EditionKind) -> Callable[[Command], Command]:
    """The formats that a kind of edition can be shown in."""
    formats = click.Choice([form.value for form in formats_of(kind)])
    return click.option("--format", "form", type=formats, default="markdown", help="How to show it.")


def put_out(text: str, output: Path) -> None:
    """Print a text, or write it to a file, whole or not at all."""
    if str(output) == "-":
        click.echo(text, nl=False)
    else:
        write_whole(output, text)
