"""What tests of delivery share: a catalogue with one edition, settings with receivers, and what did not arrive."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from catalogue.database.schema import open_database, reading
from catalogue.store.deliveries import load_stuck
from catalogue.vocabulary import Verdict
from scheduled.jobs.reporting import When, run_report
from scheduled.settings.load import Settings
from tests.weeks import day, make_catalogue, see_often

A = "https://a.example/"
WEEK = "deadlinks-2025-W45"


def make_edition(folder: Path) -> Path:
    """The database of a catalogue with one edition, in which one link died."""
    db = make_catalogue(folder, [A], ["Книга <b>"])
    see_often(db, A, {0: Verdict.GONE, 3: Verdict.GONE, 6: Verdict.GONE}, reason="404")
    run_report(db, When(day(6.5), "UTC"))
    return db


def settings(**sections: Any) -> Settings:
    """Settings with these sections, and no folder unless one is given."""
    return Settings(**{"report": {"folder": ""}, **sections})


def mail(port: int, **more: Any) -> dict[str, Any]:
    """A [mail] section for a server on the loopback."""
    receivers = {"ada": "ada@readers.example"}
    return {
        "host": "127.0.0.1",
        "port": port,
        "security": "none",
        "sender": "Catalogue <post@lists.example>",
        "receivers": receivers,
        **more,
    }


def hours(count: float) -> datetime:
    """A time so many hours after the edition was made."""
    return day(6.5) + timedelta(hours=count)


def stuck(db: Path) -> list[tuple[str, str, int, str]]:
    """Receiver, state, attempts and problem of what did not arrive."""
    engine = open_database(db)
    with reading(engine) as session:
        found = [(d.receiver, d.state.value, d.attempts, d.problem) for d in load_stuck(session)]
    engine.dispose()
    return found
