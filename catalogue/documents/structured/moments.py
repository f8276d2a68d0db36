"""Moments as files write them, to ISO 8601 in UTC. Pure."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from catalogue.documents.facts import parse_date

LOG_DATE = re.compile(r"(\d{1,2})/([A-Za-z]{3})/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})")
LETTER_DATE = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d.{0,20}")
CHROME_BEGAN = datetime(1601, 1, 1, tzinfo=UTC)
CHROME_DIGITS = 17
LONG_DATE = 40


def parse_moment(text: str) -> str | None:
    """A moment as ISO 8601 in UTC; None for what is none.

    Numbers are seconds, milliseconds or microseconds since 1970, or Chrome's microseconds since 1601; dates may be
    written as in ISO 8601, in logs, in letters, or by people (day before month where both could be).
    """
    text = text.strip()
    if text.isdecimal() and 9 <= len(text) <= CHROME_DIGITS:
        return _iso(_counted(text))
    if log := LOG_DATE.fullmatch(text):
        return _iso(datetime.strptime(" ".join(log.groups()), "%d %b %Y %H:%M:%S %z"))
    try:
        moment = parsedate_to_datetime(text) if LETTER_DATE.fullmatch(text) else datetime.fromisoformat(text)
        return _iso(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        day = parse_date(text) if len(text) <= LONG_DATE else None
        return f"{day}T00:00:00Z" if day else None


def _counted(digits: str) -> datetime:
    if len(digits) == CHROME_DIGITS:
        return CHROME_BEGAN + timedelta(microseconds=int(digits))
    scale = 10 ** (0 if len(digits) <= 11 else 3 if len(digits) <= 14 else 6)
    seconds, part = divmod(int(digits), scale)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=part * (1_000_000 // scale))


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
