"""Is all well? Each check says what it saw and, where something is wrong, what to do."""

import shutil
import smtplib
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from catalogue.database.opening import check_database
from catalogue.database.schema import open_database, reading
from catalogue.errors import CatalogueError, DatabaseError
from catalogue.store.deliveries import load_stuck
from catalogue.store.links import newest_visit
from catalogue.store.upkeep import find_damage
from scheduled.deliver.mail import connect
from scheduled.jobs.backup import backups
from scheduled.jobs.delivering import receivers_of
from scheduled.locks import only_one
from scheduled.settings.load import Settings

LEAST_FREE = 200_000_000
BACKUP_TOO_OLD = timedelta(days=3)
AHEAD_AT_MOST = timedelta(hours=1)
NETWORK_SECONDS = 10.0


class Level(StrEnum):
    """How a finding is meant."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `todo` is what to do about it."""

    what: str
    level: Level
    said: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Patient:
    """What is examined, and when."""

    settings: Settings
    db: Path
    now: datetime


def run_doctor(patient: Patient) -> Iterator[Finding]:
    """Every finding, as it is made; what needs the database is left out where that is damaged."""
    yield from _settings(patient)
    database = _database(patient.db)
    yield database
    if database.level is not Level.WRONG:
        for examine in WITH_DATABASE:
            yield from _guarded(examine, patient)
    for examine in WITHOUT_DATABASE:
        yield from examine(patient)


def _database(db: Path) -> Finding:
    try:
        open_database(db).dispose()
    except DatabaseError as error:  # its line says what to do
        return Finding("database", Level.WRONG, str(error))
    damage = find_damage(db)
    if damage:
        return Finding("database", Level.WRONG, f"{db}: {damage}", "`catalogue restore`, or `catalogue build` anew")
    return Finding("database", Level.OK, f"{db}: sound, {db.stat().st_size / 1e6:.1f} MB")


def _guarded(examine: "Check", patient: Patient) -> Iterator[Finding]:
    try:
        yield from examine(patient)
    except CatalogueError as error:
        yield Finding(examine.__name__.strip("_"), Level.WRONG, str(error))


def _settings(patient: Patient) -> Iterator[Finding]:
    try:
        names = [receiver.name for receiver in receivers_of(patient.settings)]
    except CatalogueError as error:
        yield Finding("settings", Level.WRONG, str(error))
        return
    yield Finding("settings", Level.OK, f"read; editions go to {', '.join(names) or 'nobody'}")


def _index(patient: Patient) -> Iterator[Finding]:
    try:
        check_database(patient.db)
    except DatabaseError as error:
        yield Finding("index", Level.WRONG, str(error), "`catalogue build`")
        return
    yield Finding("index", Level.OK, "made by this version")


def _clock(patient: Patient) -> Iterator[Finding]:
    engine = open_database(patient.db)
    try:
        with reading(engine) as session:
            newest = newest_visit(session)
    finally:
        engine.dispose()
    if newest and newest > patient.now + AHEAD_AT_MOST:
        said = f"it is {patient.now:%Y-%m-%dT%H:%MZ} here, but the newest check is of {newest:%Y-%m-%dT%H:%MZ}"
        yield Finding("time", Level.WRONG, said, "set the clock of this machine")
    else:
        yield Finding("time", Level.OK, f"{patient.now:%Y-%m-%dT%H:%MZ}")
    with only_one(patient.db, "clock") as alone:
        if alone:
            yield Finding("clock", Level.NOTE, "no clock runs", "`catalogue up`, or `catalogue run`")
        else:
            yield Finding("clock", Level.OK, "runs")


def _deliveries(patient: Patient) -> Iterator[Finding]:
    engine = open_database(patient.db)
    try:
        with reading(engine) as session:
            stuck = load_stuck(session)
    finally:
        engine.dispose()
    for delivery in stuck:
        said = f"{delivery.edition_id} did not reach {delivery.receiver}: {delivery.problem or 'broken off'}"
        yield Finding("delivery", Level.WRONG, said, "it is tried again; mend the receiver in the settings")


def _backups(patient: Patient) -> Iterator[Finding]:
    newest = next(iter(backups(patient.db, Path(patient.settings.clock.backup_folder))), None)
    age = patient.now.timestamp() - newest.stat().st_mtime if newest else None
    if newest is None or age is None:
        yield Finding("backup", Level.NOTE, "there is no copy yet", "`catalogue backup`")
    elif age > BACKUP_TOO_OLD.total_seconds():
        yield Finding("backup", Level.WRONG, f"the newest copy is {age / 86_400:.0f} days old", "`catalogue backup`")
    else:
        yield Finding("backup", Level.OK, newest.name)


def _disk(patient: Patient) -> Iterator[Finding]:
    folder = patient.db.absolute().parent
    if not folder.is_dir():
        yield Finding("disk", Level.WRONG, f"{folder}: no such folder")
        return
    free = shutil.disk_usage(folder).free
    needed = max(LEAST_FREE, 2 * patient.db.stat().st_size if patient.db.is_file() else 0)
    if free < needed:
        said = f"{free / 1e6:.0f} MB free, {needed / 1e6:.0f} MB wanted for a copy and a night's work"
        yield Finding("disk", Level.WRONG, said, "make room, or keep fewer backups (clock.backups_kept)")
    else:
        yield Finding("disk", Level.OK, f"{free / 1e9:.1f} GB free")


def _network(patient: Patient) -> Iterator[Finding]:
    crawler, parts = patient.settings.crawler, urlsplit(patient.settings.arxiv.oai_url)
    name = f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
    host, _, port = crawler.connect_to.get(name, name).rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=NETWORK_SECONDS).close()
    except OSError as error:
        todo = "see to the network; until then no link is judged by it"
        yield Finding("network", Level.WRONG, f"{name} cannot be reached: {error}", todo)
        return
    yield Finding("network", Level.OK, f"{name} can be reached")


def _mail(patient: Patient) -> Iterator[Finding]:
    mail = patient.settings.mail
    if not mail.receivers:
        return
    try:
        connect(mail).quit()
    except (smtplib.SMTPException, OSError, CatalogueError) as error:
        yield Finding("mail", Level.WRONG, str(error), "see to [mail] in the settings")
        return
    yield Finding("mail", Level.OK, f"{mail.host}:{mail.port} takes our mail")


Check = Callable[[Patient], Iterator[Finding]]
WITH_DATABASE: tuple[Check, ...] = (_index, _clock, _deliveries, _backups)
WITHOUT_DATABASE: tuple[Check, ...] = (_disk, _network, _mail)
