"""Addresses that stand in running text as themselves: where they begin, and where the sentence goes on. Pure."""

import re
from collections.abc import Iterator

from catalogue.documents.blocks import Run

DOMAINS = (
    "com|org|net|edu|gov|io|ai|dev|me|app|info|co|ru|su|by|kz|ua|cn|tw|hk|jp|kr|in|de|fr|uk|eu|tv|be|gl|ly|gg|gle|xyz|so|sh"
    "|fm|tech|science|academy|school|site|pub|page|link|blog|wiki"
)
"""Ends of names that people write without a scheme, where a path follows: `t.me/somebody`, `github.com/some/thing`."""
BEGIN = (
    rf"https?://|(?<![a-z0-9_/@.:-])(?:www\.(?=[\w-]+\.)|(?=(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:{DOMAINS})/[\w@~+#?%]))"
)
ADDRESS = re.compile(
    rf"<(?P<url>(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:{DOMAINS})(?:/[^\s<>]{{0,2000}})?)>"
    rf"|(?:{BEGIN})[^\s<>\"'`|\\^{{}}（）【】《》「」，。；]{{1,2000}}",
    re.IGNORECASE,
)
"""An address in text; in angle brackets (`<fast.ai>`) a name needs neither scheme nor path."""
HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|edu|io|ai|dev|app|ru|рф|cn)", re.IGNORECASE)
"""A name of a host; other ends are also those of files and libraries."""
CLOSERS = {")": "(", "]": "["}


def link_bare_urls(runs: list[Run]) -> Iterator[Run]:
    """The runs, each address in their text a link of its own."""
    for run in runs:
        if run.url is not None or run.image or run.code:
            yield run
            continue
        yield from _pieces(run)


def link_bare_name(runs: list[Run]) -> list[Run]:
    """The runs of a list item; one that is nothing but the name of a host (`- soil.example.org`) is a link."""
    text = "".join(run.text for run in runs).strip()
    if any(run.url or run.code or run.image for run in runs) or not HOST.fullmatch(text):
        return runs
    return [Run(text, runs[0].line, f"http://{text}")]


def _pieces(run: Run) -> Iterator[Run]:
    """A run's text and the addresses in it, each with the line it stands in."""
    end, line = 0, run.line
    for found in ADDRESS.finditer(run.text):
        url = found["url"] or _trimmed(found[0])
        before = run.text[end : found.start()]
        if before:
            yield Run(before, line, strong=run.strong)
        line += before.count("\n")
        yield Run(url, line, url if "://" in url else f"http://{url}")
        end = found.end() if found["url"] else found.start() + len(url)
    if end < len(run.text):
        yield Run(run.text[end:], line, strong=run.strong)


def _trimmed(url: str) -> str:
    """A bare URL without the sentence around it: final punctuation, and a bracket that was opened before it."""
    while url:
        last = url[-1]
        if last in ".,;:!?*_~…»”’" or (last in CLOSERS and url.count(last) > url.count(CLOSERS[last])):
            url = url[:-1]
        else:
            break
    return url
