"""What was handed to whom: Delivery, one edition for one named receiver."""

from dataclasses import dataclass
from datetime import datetime

from catalogue.vocabulary import DeliveryState


@dataclass(frozen=True, slots=True)
class Delivery:
    """One edition on its way to one receiver; receivers are known by name only."""

    edition_id: str
    receiver: str
    state: DeliveryState
    at: datetime
    attempts: int = 0
    problem: str = ""
