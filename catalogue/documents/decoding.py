"""Bytes to text, whatever they were written with: marks first, then UTF-8, then what reads most like language. Pure."""

import re
import unicodedata
from collections.abc import Iterator

from catalogue.documents.blocks import clean

MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"SQLite format 3",
    b"\x1f\x8b",
    b"Rar!",
)
GUESSES = ("gb18030", "cp1251", "koi8-r", "big5", "cp866")
SAMPLE = 60_000
CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
"""Bytes that no text has; one in thirty is damage, more is a binary."""
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
COMMON_RUSSIAN = frozenset("оеаинтсрвл")
COMMON_CHINESE = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年学习机器数据"
)


class NotTextError(ValueError):
    """The bytes are not text in any way we read."""


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of a document with one kind of line end, and a note if the encoding was a guess or was damaged."""
    text, note = _decode(data)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""), note


def _decode(data: bytes) -> tuple[str, str | None]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), None
    if data.startswith(BINARY):
        raise NotTextError("is not text")
    if (wide := _wide(data)) is not None:
        return data.decode(wide, "replace"), f"read as {wide}"
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start >= len(data) - 3:
            return data.decode("utf-8", "replace"), "ends inside a character"
    return _by_line(data) or _guess(data)


def _by_line(data: bytes) -> tuple[str, str] | None:
    """Text of which most lines are UTF-8 and some are not; those are read as the encoding they all look like."""
    lines = data.split(b"\n")
    foreign = [number for number, line in enumerate(lines) if not line.isascii()]
    broken = [number for number in foreign if not _is_utf8(lines[number])]
    if len(broken) * 2 > len(foreign):
        return None
    try:
        text, note = _guess(b"\n".join(lines[number] for number in broken))
    except NotTextError:
        return None
    read = dict(zip(broken, text.split("\n"), strict=False))
    if len(read) < len(broken):
        return None
    joined = "\n".join(read[number] if number in read else line.decode() for number, line in enumerate(lines))
    return joined, note if "UTF-8" in note else f"{len(broken)} lines {note}"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is zero; other zeros are a binary's."""
    sample = data[:SAMPLE]
    zeros = sample.count(0)
    is_binary = len(sample) - len(sample.translate(None, CONTROLS)) > max(8, len(sample) // 30)
    if not zeros and not is_binary:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 8 and even < odd // 10:
        return "utf-16-le"
    if even > len(sample) // 8 and odd < even // 10:
        return "utf-16-be"
    if is_binary:
        raise NotTextError("is not text")
    return None


def _guess(data: bytes) -> tuple[str, str]:
    """Text in no encoding that says so: the one whose letters are the commonest of their language."""
    sample = data[:SAMPLE]
    damaged = sample.decode("utf-8", "replace")
    if damaged.count("\ufffd") * 20 < sum(ord(char) > 127 for char in damaged):
        return data.decode("utf-8", "replace"), "is damaged UTF-8"
    best, encoding = max((_likeness(text), name) for name, text in _readings(sample))
    if best <= 0:
        raise NotTextError("is not text in an encoding we know")
    return data.decode(encoding, "replace"), f"read as {encoding}"


def _readings(sample: bytes) -> Iterator[tuple[str, str]]:
    declared = DECLARED.search(sample[:2_000])
    names = dict.fromkeys(["utf-8", *([declared[1].decode("ascii").lower()] if declared else []), *GUESSES])
    for name in names:
        try:
            yield name, sample.decode(name, "replace")
        except LookupError:
            continue


def _likeness(text: str) -> float:
    """How much a text reads like language: common letters count, broken and odd characters count against it."""
    score = 0.0
    foreign = [char for char in text if ord(char) > 127]
    for char in foreign[:20_000]:
        if char in COMMON_RUSSIAN or char in COMMON_CHINESE:
            score += 2
        elif "\u0430" <= char <= "\u044f" or "\u4e00" <= char <= "\u9fff":
            score += 0.5
        elif char == "\ufffd" or unicodedata.category(char) in ("Cc", "Co", "Cn", "So", "Sm"):
            score -= 3
    return score / max(1, min(len(foreign), 20_000)) + (0.1 if clean(text[:200]) else 0)
