"""Several works in one block: links side by side in a line, and lines that are an entry each. Pure."""

import re
from collections.abc import Callable

from catalogue.documents.blocks import Block, BlockKind, Run, clean, plain_text
from catalogue.documents.entries.judging import LONG_LABEL, LONG_LEAD, is_by_authors
from catalogue.documents.lines.labels import SEE_ALSO, bare_words
from catalogue.documents.lines.links import is_bare, names_platform, names_site
from catalogue.documents.lines.shape import LABEL_END, SEPARATORS, Shape, is_sentence, split_lines
from catalogue.documents.lines.sheets import is_fact_label
from catalogue.documents.names.listed import LIST_OF_WORKS
from catalogue.normalise.kindwords import any_word
from catalogue.urls import identifiers_of
from catalogue.vocabulary import Kind

EQUALS_FROM = 3
"""So many links that make up a whole line are equals; two may be a work and its mirror."""
FEW_WORDS = 3
JOINED = re.compile(
    r"[\s*_]*(?:[,，+&、]|,?\s+(?:and|or|и|или)\s|[和与及])[\s*_]*(?:(?:and|or|и|или|\d{1,2}[.)]?)\s+)?"
)
"""What stands between two works of one line; a slash or a bar may part two forms of one."""
BARRED = re.compile(rf"{JOINED.pattern}|[\s*_]*[|｜][\s*_]*")
"""Between three or more a bar is no more than a comma."""
LISTING = re.compile(any_word(frozenset(Kind) - {Kind.TOOL, Kind.DATASET}), re.IGNORECASE)
"""A word for what is listed: "Recent books include …"; a text about software names its tools like that."""


def equals_in(block: Block, runs: list[Run], usable: list[int]) -> list[int]:
    """The places of the links that are works side by side: a line of nothing else, its head, or what it enumerates."""
    between = "".join(run.text for run in runs if run.url is None and not run.image)
    begins = bool(usable) and not plain_text(runs[: usable[0]])
    leading_on = _lead_on([runs[place] for place in usable], begins=begins)
    alone = SEPARATORS.fullmatch(between) is not None
    if block.kind is BlockKind.ITEM and len(usable) >= EQUALS_FROM and alone and not leading_on:
        return usable
    if _lists_addresses(runs, usable):
        return usable
    joined = _joined(runs, usable, BARRED if len(usable) >= EQUALS_FROM else JOINED)
    no_works = any(is_bare(runs[place]) or is_by_authors(runs[place].text) for place in joined)
    if len(joined) < EQUALS_FROM - 1 or no_works or leading_on or _is_with_code(runs, joined):
        return []
    lead = Shape(runs[: joined[0]], runs[joined[-1]], []).lead_text
    nothing_else = not plain_text(runs[joined[-1] + 1 :]).strip(" .,;")
    labelled = nothing_else and LABEL_END.search(lead) is not None and len(lead) <= LONG_LABEL
    if labelled and block.kind is BlockKind.PARAGRAPH and not any(names_platform(runs[place]) for place in joined):
        return joined if not SEE_ALSO.fullmatch(lead) else []
    return joined if _leads_to_several(lead, len(joined), is_item=block.kind is BlockKind.ITEM) else []


def _lead_on(links: list[Run], *, begins: bool) -> bool:
    """Whether links behind a first one lead to places or parts of its work: "Bilibili", "slides", "课程笔记2".

    `begins`: the first one begins its line.
    """
    further = any(
        names_platform(link) or is_fact_label(link.text.rstrip("0123456789")) or (begins and _goes_on(links[0], link))
        for link in links[1:]
    )
    return further and not names_site(links[0])


def _goes_on(first: Run, link: Run) -> bool:
    """Whether a link's words begin small behind a title: `[Gardens](…), [the notes of its students](…)`."""
    small = link.text[:1].islower() and len(link.text.split()) > 1
    return small and first.text.lstrip('«“"').replace("[", "")[:1].isupper()


def _leads_to_several(lead: str, works: int, *, is_item: bool) -> bool:
    """Whether several works may follow some words: none at all, a label, or what they are."""
    if is_item and (not lead or (LABEL_END.search(lead) and len(lead) <= LONG_LABEL)):
        return not SEE_ALSO.fullmatch(lead)
    opens = is_item and (lead.endswith(".") or len(lead.split()) <= FEW_WORDS)
    told = lead != "" and len(lead) <= LONG_LEAD and not is_sentence(lead.rstrip("."))
    return told and works >= EQUALS_FROM - opens and LISTING.search(lead) is not None


def _is_with_code(runs: list[Run], places: list[int]) -> bool:
    """Whether a paper stands beside a repository: that is no second work, whatever it is called."""
    first, *others = ({scheme for scheme, _ in identifiers_of(runs[place].url or "")} for place in places)
    return bool(first & {"arxiv", "doi"}) and any("github" in other for other in others)


def _lists_addresses(runs: list[Run], usable: list[int]) -> bool:
    """Whether a line promises works, and only their addresses follow: `Courses on trees:` / `https://…` / `https://…`."""
    if len(usable) < EQUALS_FROM - 1 or not all(is_bare(runs[place]) for place in usable):
        return False
    lead = plain_text(runs[: usable[0]])
    between = "".join(run.text for run in runs[usable[0] :] if run.url is None)
    return not between.strip() and lead.endswith((":", "：")) and LIST_OF_WORKS.fullmatch(bare_words(lead)) is not None


def _joined(runs: list[Run], usable: list[int], parts: re.Pattern[str]) -> list[int]:
    """The first links of a line that nothing but what `parts` works stands between."""
    joined = usable[:1]
    for place in usable[1:]:
        between = "".join(run.text for run in runs[joined[-1] + 1 : place])
        if not parts.fullmatch(between):
            break
        joined.append(place)
    return joined


def lines_apart(block: Block, shape_of_line: Callable[[list[Run]], Shape | None]) -> list[list[Run]]:
    """The lines of a block that begin with a link each, with the lines of text under them; [] where one runs on.

    `shape_of_line` gives the shape of a line as seen from its first link that could be an entry.
    """
    parts: list[list[Run]] = []
    leading, text = 0, False
    for line in split_lines(block.runs):
        shape = shape_of_line(line)
        if shape is not None:
            if shape.lead_text or (text and shape.link.text[:1].islower()):
                return []
            leading += 1
        if shape is not None or not parts:
            parts.append(line)
        else:
            parts[-1] += [Run("\n", block.line), *line]
        text = shape is None and plain_text(line) != ""
    return parts if leading > 1 else []


def titles_over_addresses(block: Block) -> list[tuple[str, list[Run]]]:
    """The titles of a block in which each stands over its address, with what follows it.

    `Gardens` / `https://…` / `their notes` / `Soil` / `https://…`, a line each.
    """
    if block.kind is not BlockKind.PARAGRAPH or not any(run.url for run in block.runs):
        return []
    lines = list(split_lines(block.runs))
    places = [at for at in range(1, len(lines)) if _is_address(lines[at]) and _is_title(lines[at - 1])]
    ends = [*(at - 1 for at in places[1:]), len(lines)][: len(places)]
    return [
        (clean(plain_text(lines[at - 1])), [run for line in lines[at:end] for run in (*line, Run("\n", block.line))])
        for at, end in zip(places, ends, strict=True)
    ]


def _is_address(line: list[Run]) -> bool:
    said = [run for run in line if run.text.strip()]
    return len(said) == 1 and is_bare(said[0])


def _is_title(line: list[Run]) -> bool:
    text = clean(plain_text(line))
    return 2 < len(text) <= LONG_LEAD and not any(run.url for run in line) and not is_sentence(text)
