"""`catalogue`: finds the command, and turns an error of ours into one line and exit code 2."""

import importlib
import os
import sys
from collections.abc import Sequence

import click

from catalogue.errors import CatalogueError

COMMANDS = {
    "build": "scheduled.cli.build",
    "check": "scheduled.cli.check",
    "add": "scheduled.cli.add",
    "export": "scheduled.cli.export",
    "import": "scheduled.cli.import_",
    "review": "scheduled.cli.review",
    "probe": "scheduled.cli.probe",
    "papers": "scheduled.cli.papers",
    "report": "scheduled.cli.report",
    "digest": "scheduled.cli.digest",
    "publish": "scheduled.cli.publish",
    "search": "scheduled.cli.search",
    "serve": "scheduled.cli.serve",
    "up": "scheduled.cli.up",
    "run": "scheduled.cli.run",
    "status": "scheduled.cli.status",
    "backup": "scheduled.cli.backup",
    "restore": "scheduled.cli.restore",
    "doctor": "scheduled.cli.doctor",
}
"""Name and module of each command; a module is imported when its command is called."""

SHORT_HELP = {
    "build": "Make catalogue.db from data/.",
    "check": "Visit the links that are due.",
    "add": "Add one link by hand.",
    "export": "Write the resources in a format others read.",
    "import": "Read documents into data/.",
    "review": "List what wants a human.",
    "probe": "Check URLs or documents once.",
    "papers": "Read new papers from arXiv.",
    "report": "Make the week's dead-link report.",
    "digest": "Make the week's digest of new papers.",
    "publish": "Write a folder for a Datasette host.",
    "search": "Find resources, from the terminal.",
    "serve": "Serve the catalogue as a site.",
    "up": "Build, serve and start the clock.",
    "run": "Run the clock, or one job now.",
    "status": "Show when each job ran and runs next.",
    "backup": "Copy the database, while it is used.",
    "restore": "Take back a copy of the database.",
    "doctor": "Check that all is well, and say what to do.",
}
"""One line each, here so that `catalogue --help` imports no command; a test holds them against the commands."""


class Commands(click.Group):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the road: in, build, check, out."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        return importlib.import_module(COMMANDS[cmd_name]).command  # type: ignore[no-any-return]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the table above: help must not import them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SHORT_HELP.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="roadmap-catalogue", prog_name="catalogue")
@click.option("--db", hidden=True)
@click.option("--data", hidden=True)
@click.option("--config", hidden=True)
@click.pass_context
def catalogue(ctx: click.Context, /, **given: str | None) -> None:
    """A catalogue of learning resources whose links can be trusted."""
    # --db, --data and --config belong to each command; said before its name, they mean the same.
    said = {name: value for name, value in given.items() if value is not None}
    ctx.default_map = dict.fromkeys(COMMANDS, said)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; exit 0 done, 1 findings, 2 usage or bad input."""
    try:
        code = catalogue.main(arguments, standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        help_of = error.ctx.command_path if error.ctx else "catalogue"
        click.echo(f"catalogue: {error.format_message()} (see `{help_of} --help`)", err=True)
        sys.exit(2)
    except CatalogueError as error:
        click.echo(f"catalogue: {error}", err=True)
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except (BrokenPipeError, SystemExit):  # the reader went away, as `| head` does; click says so by an exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
