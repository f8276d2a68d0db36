"""catalogue export: the resources of data/ in a format others read."""

from pathlib import Path

import click

from catalogue.datafolder.roadmaps import write_whole
from catalogue.exports.formats import FORMATS, lost_fields
from catalogue.exports.items import items_of
from scheduled.cli.counting import counted
from scheduled.cli.options import Place, with_place
from scheduled.jobs.building import read_data


@click.command(short_help="Write the resources in a format others read.")
@click.option("--format", "name", type=click.Choice(list(FORMATS)), default="json", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), help="A file instead of the standard output.")
@with_place
def command(place: Place, name: str, output: Path | None) -> int:
    """Write every resource of data/ with its settled values; fields the format cannot carry are listed on stderr.

    json loses nothing. csv, netscape (bookmarks for browsers), bibtex, markdown and jsonld (schema.org) carry less.
    """
    form = FORMATS[name]
    items = items_of(read_data(place.data))
    text = form.render(items)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_whole(output, text)
        click.echo(f"{output}: {counted(len(items), 'resource')}", err=True)
    if lost := lost_fields(form, items):
        click.echo(f"{name} does not carry: {', '.join(lost)}", err=True)
    return 0
