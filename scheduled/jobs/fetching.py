"""Documents by address: one polite request each, read as if they were files."""

import asyncio
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from catalogue.documents.reading import read_document
from catalogue.errors import InputError
from catalogue.records.documents import Document
from catalogue.records.web import Outcome
from crawler.manners.turns import at_once
from crawler.memory import SystemClock
from crawler.options import CrawlOptions
from crawler.ports import Ask
from crawler.web.clients import open_web


def fetch_documents(urls: Sequence[str], options: CrawlOptions) -> list[Document]:
    """The documents at some addresses, in order; the first that cannot be had is an InputError."""
    return [_document(outcome) for outcome in asyncio.run(_outcomes(urls, options))] if urls else []


async def _outcomes(urls: Sequence[str], options: CrawlOptions) -> list[Outcome]:
    async with open_web(options, SystemClock()) as web:
        # A handful named by a person, one after the other: no pacing is needed.
        return [await web.fetch(Ask(url, whole=True), at_once) for url in urls]


def _document(outcome: Outcome) -> Document:
    if outcome.failure is not None:
        raise InputError(outcome.url, outcome.failure.value)
    if outcome.status_code != 200:
        raise InputError(outcome.url, f"answers with status {outcome.status_code}")
    parts = urlsplit(outcome.final_url)
    name = unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.netloc
    try:
        return read_document(outcome.body, name, outcome.final_url)
    except InputError as error:
        raise InputError(outcome.url, error.problem, error.line) from error
