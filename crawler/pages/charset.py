"""In which charset the bytes of a page are. Pure."""

import codecs
import re

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
CHARSET = re.compile(r"(?:charset|<\?xml[^>]{0,100}encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
NOT_OF_THE_WEB = frozenset({"punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
LONGEST_SIGN, FIRST_HIGH, RUSSIAN_SMALL = 4, 0x80, 0xE0
"""The bytes of one sign of UTF-8 at most; the first byte beyond ASCII; the first small letter of cp1251."""


def charset_of(start: bytes, content_type: str) -> str:
    """The charset of a body that starts so: as marked, as its sender or its own head says, or as it looks."""
    if marked := next((charset for mark, charset in BYTE_ORDER_MARKS if start.startswith(mark)), None):
        return marked
    declared = CHARSET.search(content_type) or CHARSET.search(start[:2048].decode("latin-1"))
    return _known(declared.group(1)) if declared else _guessed(start)


def _known(charset: str) -> str:
    """A charset that Python decodes, whatever the bytes; what calls itself ASCII or Latin-1 is often more."""
    try:
        name = codecs.lookup(charset).name
        b"-".decode(name, "replace")
    except (LookupError, UnicodeError):  # Python also calls rot13 a codec, and idna
        return "utf-8"
    if name in NOT_OF_THE_WEB:
        return "utf-8"
    return {"ascii": "utf-8", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(name, name)


def _guessed(start: bytes) -> str:
    """The likely charset of bytes that nobody declared: Russian is mostly small letters, whose bytes are high."""
    try:
        start.decode()
    except UnicodeDecodeError as error:
        if error.start < len(start) - LONGEST_SIGN:
            high = [byte for byte in start if byte >= FIRST_HIGH]
            return "cp1251" if 2 * sum(byte >= RUSSIAN_SMALL for byte in high) > len(high) else "gb18030"
    return "utf-8"
