"""The body of an answer: as much as is needed, decompressed, and never more than fits."""

import zlib
from collections.abc import AsyncIterator

MOST_BYTES = 512 * 1024
TEXT_BYTES = 64 * 1024
"""What the signs of a page need; a fragment may stand further down."""

WINDOW_BITS = {"gzip": 47, "x-gzip": 47, "deflate": 15}  # 47: gzip or zlib, told by the header


class Inflater:
    """Decompresses piece by piece up to a limit; what is no compressed data after all passes as it is."""

    def __init__(self, encoding: str, limit: int) -> None:
        self._limit, self.body = limit, bytearray()
        bits = WINDOW_BITS.get(encoding.strip().lower())
        self._inflate = zlib.decompressobj(bits) if bits else None
        self._first = True

    @property
    def full(self) -> bool:
        """Whether no more is wanted."""
        return len(self.body) >= self._limit

    def feed(self, chunk: bytes) -> None:
        """Take the next piece as sent."""
        room = self._limit - len(self.body)
        if self._inflate is None:
            self.body += chunk[:room]
            return
        try:
            self.body += self._inflate.decompress(chunk, room)
        except zlib.error:
            self._recover(chunk, room)
        self._first = False

    def _recover(self, chunk: bytes, room: int) -> None:
        """Some servers send bare deflate, some plain text under a gzip label, some break off."""
        self._inflate = None
        if not self._first:
            return
        try:
            bare = zlib.decompressobj(-15)
            self.body += bare.decompress(chunk, room)
            self._inflate = bare
        except zlib.error:
            self.body += chunk[:room]


async def read_body(chunks: AsyncIterator[bytes], into: Inflater) -> None:
    """Fill `into` until it is full or the body ends; what is there when something breaks stays there."""
    async for chunk in chunks:
        into.feed(chunk)
        if into.full:
            return


def is_text(content_type: str) -> bool:
    """Whether a body of this type can show what a page is; no type at all can."""
    kind = content_type.partition(";")[0].strip().lower()
    return not kind or kind.startswith("text/") or kind.endswith(("json", "xml"))
