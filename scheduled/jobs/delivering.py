"""Editions out to their receivers, each once: what failed is tried again, for that receiver alone."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from catalogue.database.schema import open_database, reading, writing
from catalogue.errors import CatalogueError, SettingsError
from catalogue.records.deliveries import Delivery
from catalogue.store.deliveries import load_delivery, load_undelivered, save_delivery
from catalogue.store.editions import load_edition
from catalogue.vocabulary import DeliveryState
from scheduled.deliver.folder import send_to_folder
from scheduled.deliver.mail import send_by_mail
from scheduled.deliver.parcel import Parcel, make_parcel
from scheduled.deliver.webhook import send_to_webhook
from scheduled.settings.crawling import crawl_options
from scheduled.settings.load import Settings

NOT_OLDER_THAN = timedelta(days=21)
"""A new receiver, or one that was away for long, gets no flood of old news."""
FIRST_RETRY = timedelta(minutes=30)
LONGEST_RETRY = timedelta(days=1)
LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who gets editions: the name in the ledger, and what sending is."""

    name: str
    send: Callable[[Parcel], None]
    can_twice: bool = True


@dataclass(frozen=True, slots=True)
class DeliverySummary:
    """How many editions were handed over, and what kept the others."""

    sent: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tour:
    """One round of the post: ledger, language, time, and whether those who failed lately are tried all the same."""

    engine: sa.Engine
    language: str
    now: datetime
    impatient: bool


def receivers_of(settings: Settings) -> Iterator[Receiver]:
    """Everyone the settings name: the folder, the mailboxes, the webhooks."""
    if settings.report.folder:
        yield Receiver("folder", partial(send_to_folder, Path(settings.report.folder)), can_twice=False)
    if settings.mail.receivers and not settings.mail.sender:
        raise SettingsError("mail.sender must be set where mail.receivers are")
    for name, address in settings.mail.receivers.items():
        yield Receiver(f"mail:{name}", partial(send_by_mail, settings.mail, address))
    options = crawl_options(settings.crawler)
    for name, hook in settings.webhooks.items():
        yield Receiver(f"webhook:{name}", partial(send_to_webhook, hook, options))


def run_delivery(settings: Settings, db: Path, now: datetime, *, impatient: bool = False) -> DeliverySummary:
    """Hand every edition of the last weeks to each receiver that has not got it.

    A receiver that failed is left alone for a while, unless `impatient`: a person who mended it wants to see it work.
    """
    receivers = list(receivers_of(settings))
    engine, sent, problems = open_database(db), 0, []
    tour = Tour(engine, settings.report.language, now, impatient)
    try:
        for receiver in receivers:
            with reading(engine) as session:
                waiting = load_undelivered(session, receiver.name, now - NOT_OLDER_THAN)
            for edition_id in waiting:
                failed = _deliver(tour, receiver, edition_id)
                if failed:
                    problems.append(_told(failed))
                    break  # its later editions wait, so that they arrive in order
                sent += 1
    finally:
        engine.dispose()
    return DeliverySummary(sent, tuple(problems))


def retry_after(attempts: int) -> timedelta:
    """How long a receiver is left alone after so many failures."""
    return min(FIRST_RETRY * (1 << min(attempts - 1, 16)), LONGEST_RETRY)


def _told(failed: Delivery) -> str:
    """Whom an edition did not reach, why, and what happens next."""
    again = failed.at + retry_after(failed.attempts)
    return f"{failed.receiver}: {failed.problem}; {failed.edition_id} is tried again after {again:%Y-%m-%dT%H:%MZ}"


def _deliver(tour: Tour, receiver: Receiver, edition_id: str) -> Delivery | None:
    """Hand over one edition; where it did not arrive, how it failed."""
    with reading(tour.engine) as session:
        edition, before = load_edition(session, edition_id), load_delivery(session, edition_id, receiver.name)
    assert edition is not None  # its id has just been read, and editions are never deleted
    if before and not tour.impatient and _is_left_alone(before, tour.now):
        return before
    if before and before.state is DeliveryState.SENDING and receiver.can_twice:
        LOG.warning("%s: %s was handed over as the machine stopped; it may arrive twice", receiver.name, edition_id)
    attempts = before.attempts + 1 if before else 1
    note = partial(Delivery, edition_id, receiver.name, at=tour.now, attempts=attempts)
    _save(tour.engine, note(state=DeliveryState.SENDING))
    try:
        receiver.send(make_parcel(edition, receiver.name, tour.language))
    except CatalogueError as error:
        failed = note(state=DeliveryState.FAILED, problem=str(error))
        _save(tour.engine, failed)
        return failed
    _save(tour.engine, note(state=DeliveryState.SENT))
    return None


def _is_left_alone(before: Delivery, now: datetime) -> bool:
    """Whether it failed so lately that it is not tried again yet."""
    return before.state is DeliveryState.FAILED and timedelta(0) <= now - before.at < retry_after(before.attempts)


def _save(engine: sa.Engine, delivery: Delivery) -> None:
    with writing(engine) as session:
        save_delivery(session, delivery)
