"""The options that every command shares, and what they stand for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import update_wrapper
from pathlib import Path
from typing import Any, TypeVar

import click

from catalogue.errors import SettingsError
from scheduled.settings.load import Settings, load_settings

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Place:
    """Where this run works: its settings, its database, its data folder."""

    settings: Settings
    db: Path
    data: Path
    config: Path | None = None


class Moment(click.ParamType[datetime]):
    """A time like 2026-11-21 or 2026-11-21T06:00:00+03:00; without an offset it is UTC."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The aware time a text stands for."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not an ISO 8601 time like 2026-11-21T06:00:00Z", param, ctx)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def with_place(command: Command) -> Command:
    """Give a command --db, --data and --config, and pass it what they stand for as `place`."""

    def run(db: Path, data: Path, config: Path | None, **rest: Any) -> Any:
        return command(place=Place(load_settings(config), db, data, config), **rest)

    path = click.Path(path_type=Path)
    for option in (
        click.option("--config", type=path, envvar="CATALOGUE_CONFIG", help="Settings file [default: catalogue.toml]."),
        click.option("--data", type=path, envvar="CATALOGUE_DATA", default="data", help="Data folder [default: data]."),
        click.option("--db", type=path, envvar="CATALOGUE_DB", default="catalogue.db", help="Database file."),
    ):
        run = option(run)
    return update_wrapper(run, command)  # type: ignore[return-value]


as_of_option = click.option(
    "--as-of", type=Moment(), default=None, help="Take this for now (catalogue time only; pacing stays real)."
)
dry_run_option = click.option("--dry-run", is_flag=True, help="Say what would be done, write nothing.")
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


def now_or(as_of: datetime | None) -> datetime:
    """The catalogue time of a run: what was asked for, else the clock's."""
    now = datetime.now(UTC)
    if as_of and as_of.year < 1991:  # the Web's first year
        raise SettingsError(f"--as-of {as_of.isoformat()}: before there were links")
    return (as_of or now).replace(microsecond=0)
