"""Readable names for resources and sources: minted once from an address or a title, committed, never computed again."""

import hashlib
import re
from collections.abc import Container
from urllib.parse import unquote, urlsplit

from anyascii import anyascii

from catalogue.urls import host_of, is_web, url_key

MAX_KEY = 60
SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "edu", "gov"})
EXTENSION = re.compile(r"\.(?:html?|php|aspx?|pdf|md|ipynb|jsp|txt|epub)$", re.IGNORECASE)
NUMBERED = re.compile(r"(?:chapter|unit|lesson|part|lecture|week|module|section|page|ch)?[-_]?\d{0,4}", re.IGNORECASE)
OPAQUE = re.compile(r"(?=[^-]*\d)(?:[0-9a-f]{8,}|\d{5,})")
TURN = re.compile(r"(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")
MANY_TURNS = 4
"""A word that changes between letters and digits so often was made by a machine."""
CHINESE = re.compile(r"([\u3040-\u30ff\u3400-\u9fff])")
STRUCTURE_WORDS = (
    "index home main master tree blob watch playlist en www wp content uploads view library product user channel"
    " c d p a abs pdf readme latest stable archive web id"
)
STRUCTURE = frozenset(STRUCTURE_WORDS.split())
WORDS = re.compile(r"[A-Za-z][\w-]{2,60}")
"""A fragment that names its place."""
SLUG = re.compile(r"[^a-z0-9]+")


def mint_key(title: str, url: str | None, taken: Container[str]) -> str:
    """A key for a resource: from the words of its address, else of its title; a short hash keeps two apart."""
    words = _address_words(url) if url and is_web(url) else ""
    key = words or slug(title.removeprefix("www.")) or "resource"
    if key not in taken:
        return key
    return _apart(key, url_key(url) if url else title, taken)


def mint_source_key(title: str, file: str, taken: Container[str]) -> str:
    """A key for a source: the slug of its title."""
    key = slug(title) or slug(file) or "source"
    return key if key not in taken else _apart(key, file + title, taken)


def slug(text: str) -> str:
    """Text as lower-case ASCII words with hyphens, cut between words."""
    latin = anyascii(CHINESE.sub(r" \1 ", text[:400])).replace("'", "")
    words = SLUG.sub("-", latin.lower()).strip("-")
    if len(words) <= MAX_KEY:
        return words
    cut = words[: MAX_KEY + 1].rpartition("-")[0]
    return cut if len(cut) > MAX_KEY // 3 else words[:MAX_KEY]


def _apart(key: str, seed: str, taken: Container[str]) -> str:
    digest = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()
    sizes = range(4, len(digest))
    return next(name for size in sizes if (name := f"{key[: MAX_KEY - size - 1]}-{digest[:size]}") not in taken)


def _address_words(url: str) -> str:
    """Host and last speaking parts of the path; nothing where a path only holds numbers for a machine."""
    parts = urlsplit(url)
    path = [EXTENSION.sub("", unquote(part)) for part in parts.path.split("/") if part]
    path += [parts.fragment] if WORDS.fullmatch(parts.fragment) else []
    speaking = [words for part in path if part.lower() not in STRUCTURE and (words := _speaking(part))]
    if (path or parts.query) and not speaking:
        return ""
    return slug(" ".join([_host_words(url), *speaking[-2:]]))


def _speaking(part: str) -> str:
    """A part of a path without the words only a machine reads; nothing where it only counts."""
    if NUMBERED.fullmatch(part):
        return ""
    words = [word for word in part.split("-") if not (OPAQUE.fullmatch(word) or len(TURN.findall(word)) >= MANY_TURNS)]
    return "-".join(words) if any(any(char.isalpha() for char in word) for word in words) else ""


def _host_words(url: str) -> str:
    labels = host_of(url).removeprefix("www.").split(".")
    if len(labels) > 2 and labels[-2] in SECOND_LEVEL:
        labels = labels[:-1]
    return " ".join(labels[:-1] if len(labels) > 1 else labels)
