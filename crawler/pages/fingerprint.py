"""A fingerprint of what a page says: equal while its words stay, far off when it became another page. Pure, cheap."""

import re
import zlib
from heapq import nsmallest

from crawler.pages.text import PageText

SKETCH = 8
MOST_LETTERS = 1500
FEWEST_WORDS = 5
WORDS = re.compile(r"[^\W\d_]{3,30}")


def fingerprint_of(page: PageText) -> str:
    """Eight numbers that stand for the set of a page's words; empty for a page that says too little."""
    told = f"{page.title} {' '.join(page.headings)} {page.prose[:MOST_LETTERS]}".lower()
    words = set(WORDS.findall(told))
    if len(words) < FEWEST_WORDS:
        return ""
    return "".join(f"{number:08x}" for number in nsmallest(SKETCH, (zlib.crc32(word.encode()) for word in words)))


def is_another(before: str, after: str) -> bool:
    """Whether two fingerprints have next to nothing in common: the address shows another page now."""
    return bool(before and after) and len(_parts(before) & _parts(after)) <= 1


def _parts(fingerprint: str) -> set[str]:
    return {fingerprint[start : start + 8] for start in range(0, len(fingerprint), 8)}
