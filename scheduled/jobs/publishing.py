"""A folder ready for any Datasette host: a consistent snapshot, its metadata, settings, plugins and pages."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from catalogue.database.opening import check_database, connect_to_read, errors_of
from catalogue.errors import CatalogueError
from catalogue.site.metadata import DATABASE, HERE, SETTINGS, make_metadata
from scheduled.jobs.serving import site_facts
from scheduled.settings.load import Settings

MARKER = "published.json"
"""Stands in every folder we wrote: only such a folder, or an empty one, is replaced."""
LIBRARIES = ("datasette", "jinja2", "opencc-python-reimplemented", "rapidfuzz", "snowballstemmer")
"""What the plugins import; the pages themselves travel in lib/."""
NEEDED_PACKAGES = ("search", "site")
NEEDED_FILES = (
    "__init__.py",
    "database/__init__.py",
    "database/opening.py",
    "database/views.py",
    "database/views_papers.py",
    "errors.py",
    "languages.py",
    "reasons.py",
    "reasons.toml",
    "urls.py",
    "vocabulary.py",
)
FIND_LIB = """import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))

"""
"""Stands on top of each published plugin: the pages lie beside it, not among the installed packages."""


class PublishError(CatalogueError):
    """A place that we must not write to."""


@dataclass(frozen=True, slots=True)
class PublishSummary:
    """What was written."""

    resources: int
    size_bytes: int


def plan_publish(db: Path, folder: Path) -> int:
    """How many resources a publication to the folder would hold; one that cannot be written is refused here."""
    check_database(db)
    _refuse_foreign(folder)
    with errors_of(db), closing(connect_to_read(db)) as live:
        return int(live.execute("select count(*) from resource").fetchone()[0])


def run_publish(db: Path, folder: Path, settings: Settings) -> PublishSummary:
    """Write the folder beside its place, then put it there; what was there before stays until then."""
    plan_publish(db, folder)
    fresh, old = folder.with_name(f"{folder.name}.new"), folder.with_name(f"{folder.name}.old")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        fresh.mkdir(parents=True)
        resources = _write_snapshot(db, fresh / f"{DATABASE}.db")
        _write_site(fresh, settings)
        size = (fresh / f"{DATABASE}.db").stat().st_size
        (fresh / MARKER).write_text(json.dumps({"resources": resources, "size_bytes": size}) + "\n", encoding="utf-8")
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
    except OSError as error:
        raise PublishError(f"{folder}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    return PublishSummary(resources, size)


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise PublishError(f"{folder}: is not a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise PublishError(f"{folder}: holds files that `catalogue publish` did not write; name another folder")


def _write_snapshot(db: Path, snapshot: Path) -> int:
    """One moment of the database, its index merged, without a log beside it; the live one is only read."""
    with errors_of(db):
        with closing(connect_to_read(db)) as live:
            live.execute("vacuum into ?", (str(snapshot),))
        with closing(sqlite3.connect(snapshot)) as connection, connection:
            connection.execute("insert into resource_fts(resource_fts) values ('optimize')")
            connection.execute("analyze")
            connection.commit()
            connection.execute("vacuum")
            return int(connection.execute("select count(*) from resource").fetchone()[0])


def _write_site(folder: Path, settings: Settings) -> None:
    metadata = make_metadata(settings.site.title, site_facts(settings.site, settings.policy))
    for name, content in (("metadata.json", metadata), ("settings.json", SETTINGS)):
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    pins = "".join(f"{library}=={version(library)}\n" for library in LIBRARIES)
    (folder / "requirements.txt").write_text(pins, encoding="utf-8")
    shutil.copytree(HERE / "static", folder / "static")
    (folder / "plugins").mkdir()
    for plugin in sorted((HERE / "plugins").glob("*.py")):
        if plugin.name != "__init__.py":
            text = FIND_LIB + plugin.read_text(encoding="utf-8")
            (folder / "plugins" / plugin.name).write_text(text, encoding="utf-8")
    _write_lib(HERE.parent, folder / "lib" / "catalogue")


def _write_lib(package: Path, lib: Path) -> None:
    """The part of our package that the plugins import."""
    lib.mkdir(parents=True)
    for name in NEEDED_FILES:
        (lib / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(package / name, lib / name)
    for name in NEEDED_PACKAGES:
        shutil.copytree(package / name, lib / name, ignore=shutil.ignore_patterns("__pycache__", "plugins"))
