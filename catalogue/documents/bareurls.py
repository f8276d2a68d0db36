"""Addresses that stand in running text as themselves: where they begin, and where the sentence goes on. Pure."""

import re
from collections.abc import Iterator

from catalogue.documents.blocks import Run

BARE_URL = re.compile(
    r"(?:https?://|(?<![\w/@.:-])www\.(?=[\w-]+\.))[^\s<>\"'`|\\^{}（）【】《》「」，。；]{1,2000}", re.IGNORECASE
)
CLOSERS = {")": "(", "]": "["}


def link_bare_urls(runs: list[Run]) -> Iterator[Run]:
    """The runs, each address in their text a link of its own."""
    for run in runs:
        if run.url is not None or run.image or run.code:
            yield run
            continue
        end = 0
        for found in BARE_URL.finditer(run.text):
            url = _trimmed(found[0])
            if found.start() > end:
                yield Run(run.text[end : found.start()], run.line, strong=run.strong)
            address = url if "://" in url else f"http://{url}"
            yield Run(url, run.line + run.text.count("\n", 0, found.start()), address)
            end = found.start() + len(url)
        if end < len(run.text):
            yield Run(run.text[end:], run.line + run.text.count("\n", 0, end), strong=run.strong)


def _trimmed(url: str) -> str:
    """A bare URL without the sentence around it: final punctuation, and a bracket that was opened before it."""
    while url:
        last = url[-1]
        if last in ".,;:!?*_~…»”’" or (last in CLOSERS and url.count(last) > url.count(CLOSERS[last])):
            url = url[:-1]
        else:
            break
    return url
