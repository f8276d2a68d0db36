"""The head of an answer as browsers read it: small faults of a server are no fault of its page. Pure."""

import re

HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
INTERIM = re.compile(rb"HTTP/\d\.\d 1(?!01)\d\d")
"""Another head follows one like this, on the same request."""
STATUS_LINE = re.compile(rb"HTTP/1\.[01] \d{3}(?: [^\r\n]*)?\r?\n")
NEARLY = re.compile(rb"http/(\d)(?:\.(\d))?\s+(\d{3})(?!\d)", re.IGNORECASE)
"""What browsers take for a status line."""
FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:(.*)", re.DOTALL)
ODD_LINE = re.compile(rb"\n(?![!#$%&'*+.^_`|~0-9A-Za-z-]+:|[ \t]|\r?\n|\Z)")
LENGTHS = re.compile(rb"\ncontent-length:[ \t]*([^\r\n]*)")


def mended_head(head: bytes) -> bytes:
    """A head that a strict parser reads: with a plain status line, fields, and one length that means something.

    A length said twice is said once, one that is no number or stands beside a chunked body is left out. Two lengths
    that differ stay: no browser reads such an answer either.
    """
    lower = head.lower()
    lengths = LENGTHS.findall(lower)
    measured = all(map(bytes.isdigit, lengths)) and len(lengths) <= 1
    twice_measured = lengths and b"\ntransfer-encoding:" in lower
    if measured and not twice_measured and STATUS_LINE.match(head) and not ODD_LINE.search(head):
        return head
    status, *lines = head.split(b"\n")
    return b"\n".join([_status_line(status), *_kept(lines, chunked=b"\ntransfer-encoding" in lower)])


def _status_line(line: bytes) -> bytes:
    found = NEARLY.match(line)
    if STATUS_LINE.fullmatch(line + b"\n") or not found:
        return line
    version = b"1.0" if found[1] == b"1" and found[2] == b"0" else b"1.1"
    return b"HTTP/%s %s\r" % (version, found[3])


def _kept(lines: list[bytes], *, chunked: bool) -> list[bytes]:
    kept: list[bytes] = []
    for line in lines:
        field = FIELD.match(line)
        if not field:
            goes_on = line[:1] in (b" ", b"\t") and kept
            kept += [line] if goes_on or not line.strip() else []
        elif field[1].lower() != b"content-length":
            kept.append(field[1] + b":" + field[2])
        elif (length := b"Content-Length: %s\r" % _length(field[2])) not in kept and not chunked and _length(field[2]):
            kept.append(length)
    return kept


def _length(text: bytes) -> bytes:
    """A length, said once or several times in one line; empty for what is none."""
    said = {part.strip() for part in text.split(b",")}
    return said.pop() if len(said) == 1 and all(map(bytes.isdigit, said)) else b""
