"""Editions out to their receivers, each once: what failed is tried again, for that receiver alone."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from catalogue.errors import CatalogueError, SettingsError
from catalogue.records.deliveries import Delivery
from catalogue.schema import open_database, reading, writing
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


def run_delivery(settings: Settings, db: Path, now: datetime) -> DeliverySummary:
    """Hand every edition of the last weeks to each receiver that has not got it."""
    receivers = list(receivers_of(settings))
    engine, sent, problems = open_database(db), 0, []
    try:
        for receiver in receivers:
            with reading(engine) as session:
                waiting = load_undelivered(session, receiver.name, now - NOT_OLDER_THAN)
            for edition_id in waiting:
                problem = _deliver(engine, settings, receiver, edition_id, now)
                if problem:
                    problems.append(f"{receiver.name}: {problem}")
                    break  # its later editions wait, so that they arrive in order
                sent += 1
    finally:
        engine.dispose()
    return DeliverySummary(sent, tuple(problems))


def retry_after(attempts: int) -> timedelta:
    """How long a receiver is left alone after so many failures."""
    return min(FIRST_RETRY * (1 << min(attempts - 1, 16)), LONGEST_RETRY)


def _deliver(engine: sa.Engine, settings: Settings, receiver: Receiver, edition_id: str, now: datetime) -> str:
    """Hand over one edition; what went wrong, or nothing."""
    with reading(engine) as session:
        edition, before = load_edition(session, edition_id), load_delivery(session, edition_id, receiver.name)
    assert edition is not None  # its id has just been read, and editions are never deleted
    attempts = before.attempts if before else 0
    if before and before.state is DeliveryState.FAILED and timedelta(0) <= now - before.at < retry_after(attempts):
        return before.problem
    if before and before.state is DeliveryState.SENDING and receiver.can_twice:
        LOG.warning("%s: %s was handed over as the machine stopped; it may arrive twice", receiver.name, edition_id)
    note = partial(Delivery, edition_id, receiver.name, at=now, attempts=attempts + 1)
    _save(engine, note(state=DeliveryState.SENDING))
    try:
        receiver.send(make_parcel(edition, receiver.name, settings.report.language))
    except CatalogueError as error:
        _save(engine, note(state=DeliveryState.FAILED, problem=str(error)))
        return str(error)
    _save(engine, note(state=DeliveryState.SENT))
    return ""


def _save(engine: sa.Engine, delivery: Delivery) -> None:
    with writing(engine) as session:
        save_delivery(session, delivery)
