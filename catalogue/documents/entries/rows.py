"""Which cell of a table row names the work, and which of its links is the work's own. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from catalogue.documents.blocks import Cell, Run, clean, plain_text
from catalogue.documents.lines.labels import bare_words, is_main_word, is_share, role_of
from catalogue.documents.lines.links import is_bare, names_platform
from catalogue.documents.lines.shape import NUMBERING, Shape
from catalogue.documents.lines.sheets import is_fact_label
from catalogue.documents.names.columns import MADE_BY
from catalogue.normalise.kindwords import kind_of_word
from catalogue.vocabulary import LinkRole

TITLE_HEADERS = re.compile(
    r"(?:(?:[\w-]+ ){0,2}(?:courses?|books?|textbooks?)"
    r"|(?:course|book|paper|project|tool|resource|tutorial|article|video|notebook|dataset|lecture|link)?s?"
    r"(?: ?(?:name|title|link)s?)?|names?|titles?|projects?|repositor(?:y|ies)|librar(?:y|ies)|packages?"
    r"|названи[ея]|имя|курсы?|книг[аи]|стать[яи]|ресурсы?|материалы?|видео"
    r"|名称|标题|课程(?:名称)?|书名|书籍|论文|项目|资源|题目|教程|视频)",
    re.IGNORECASE,
)
TOPIC_HEADERS = re.compile(r"subjects?|topics?|themes?|тем[аы]|主题", re.IGNORECASE)
"""Headers over what a row is about; that is its title where its links only point."""
SAYS = re.compile(
    r"\W*(?:duration|effort|time|length|workload|pre-?requisites?|requirements?|требования|先修\w*|前置\w*|level|difficulty|срок\w*|длительность|время|уровень|сложность|时长|时间|难度)\W*",
    re.IGNORECASE,
)
PREFERENCE: tuple[LinkRole | None, ...] = (
    LinkRole.PAPER,
    LinkRole.VIDEO,
    LinkRole.SOURCE,
    LinkRole.CODE,
    LinkRole.DEMO,
    LinkRole.MIRROR,
    LinkRole.ARCHIVED,
)
PART = re.compile(
    r"(?:part|lecture|week|chapter|volume|session|day|lesson|часть|лекция|неделя|глава|том|урок)[ -]?[\divx]+"
    r"|第.{1,3}[讲周章节课]",
    re.IGNORECASE,
)
"""What the links to the parts of one work are called."""
LONG_TITLE = 90
BESIDE = re.compile(r"\s*(?:[,;+&•·、；，]|\n|\b(?:and|и)\b|[和与])\s*")
TITLE_END = re.compile(r"\s[-–—]\s|[:：]\s|[.!?]\s|\n")


def row_shape(cells: Sequence[tuple[Cell, list[int]]], is_label: Callable[[Run], bool]) -> Shape | None:
    """The shape of a row: its title cell, its own link, everything else; None for a row that names no work by a link.

    Each cell comes with the places of its links that can be used.
    """
    links = [(cell, cell.runs[place]) for cell, places in cells for place in places]
    if not links:
        return None
    title_cell = _title_cell(cells, is_label)
    own = [run for cell, run in links if cell is title_cell and not run.image and not is_label(run)]
    named = own[0] if own else None
    told = [(_as_told(cell, run, labelled=is_label(run)), run) for cell, run in links]
    works = [
        (one, run)
        for (cell, _), (one, run) in zip(links, told, strict=True)
        if not MADE_BY.fullmatch(bare_words(cell.header)) and not is_share(run.text)
    ]
    link = named or _under_page(links, is_label) or _primary(works) or _primary(told)
    if link is None:
        return None
    title = named.text if named else _title(title_cell) if title_cell else ""
    runs = [(cell, run) for cell, _ in cells for run in [*cell.runs, Run(" ", link.line)] if run is not link]
    rest = [_as_told(cell, run, labelled=run.url is not None and is_label(run)) for cell, run in runs]
    return Shape([], link, rest, title or link.text, _cell_marks(cells, title_cell))


def _under_page(links: Sequence[tuple[Cell, Run]], is_label: Callable[[Run], bool]) -> Run | None:
    """The first link under a header for the work's own page that names no part of it: `CS50` under "Website"."""
    pages = [run for cell, run in links if is_main_word(cell.header) and not run.image]
    return next((run for run in pages if not (is_label(run) or is_fact_label(run.text.replace("-", " ")))), None)


def _as_told(cell: Cell, run: Run, *, labelled: bool) -> Run:
    """A link that only points, or is called as in every row, by the header over it: `🔗` under "Source"."""
    says_nothing = run.url is not None and not re.search(r"\w", run.text)
    header = bare_words(cell.header)
    told = role_of(run.text) is None and (labelled or says_nothing) and role_of(header) is not None
    return replace(run, text=header) if told else run


def links_of_grid(cells: Sequence[tuple[Cell, list[int]]], is_label: Callable[[Run], bool]) -> list[Run]:
    """The links of a row without headers in which every cell is a named link; [] for any other row."""
    links = [cell.runs[place] for cell, places in cells for place in places]
    filled = [cell for cell, _ in cells if plain_text(cell.runs)]
    named = not any(run.image or is_label(run) or is_bare(run) for run in links)
    alone = all(plain_text(cell.runs).endswith(run.text) for cell, run in zip(filled, links, strict=False))
    is_grid = len(links) == len(filled) > 1 and named and alone and not any(cell.header for cell, _ in cells)
    return links if is_grid else []


def works_beside(cells: Sequence[tuple[Cell, list[int]]], link: Run, is_label: Callable[[Run], bool]) -> list[Run]:
    """The links in the cell of a row's work that are works of their own: `[Gardens](…), [Soil](…)`."""
    runs = next((cell.runs for cell, places in cells if any(cell.runs[place] is link for place in places)), [])
    after = runs[next((place + 1 for place, run in enumerate(runs) if run is link), len(runs)) :]
    beside: list[Run] = []
    for between, run in pairwise(after):
        if run.url is None:
            continue
        if between.url or not BESIDE.fullmatch(between.text) or run.image or is_label(run) or not run.text:
            break
        beside.append(run)
    return [] if PART.fullmatch(link.text) else beside


def _cell_marks(cells: Sequence[tuple[Cell, list[int]]], title_cell: Cell | None) -> tuple[str, ...]:
    """What headers say of their cells: the kind over the title, a time or level with its header."""
    marks = [bare_words(title_cell.header)] if title_cell and kind_of_word(bare_words(title_cell.header)) else []
    marks += [f"{bare_words(cell.header)}: {plain_text(cell.runs)}" for cell, _ in cells if SAYS.fullmatch(cell.header)]
    return tuple(mark[:200] for mark in marks)


def _title_cell(cells: Sequence[tuple[Cell, list[int]]], is_label: Callable[[Run], bool]) -> Cell | None:
    """The cell under a header that says so; else the first whose link is no label; else the first with words."""
    worded = [cell for cell, _ in cells if re.search(r"[^\W\d_]", plain_text(cell.runs))]
    for cell in worded:
        names = any(re.search(r"[^\W\d_]", run.text) and not (run.url and is_label(run)) for run in cell.runs)
        if names and cell.header and TITLE_HEADERS.fullmatch(bare_words(cell.header)):
            return cell
    for cell, places in cells:
        worked = [run for run in map(cell.runs.__getitem__, places) if not (is_label(run) or names_platform(run))]
        if any(not run.image for run in worked):
            return cell
    about = next((cell for cell in worded if TOPIC_HEADERS.fullmatch(bare_words(cell.header))), None)
    return about or (worded[0] if worded else None)


def _title(cell: Cell) -> str:
    """The title in a cell without a link of its own: what is bold, else what comes before the first break."""
    strong = next((clean(run.text) for run in cell.runs if run.strong and clean(run.text)), "")
    text = NUMBERING.sub("", plain_text(cell.runs))
    if len(text) > LONG_TITLE:
        text = TITLE_END.split(text, maxsplit=1)[0]
    return bare_words(NUMBERING.sub("", strong)) if strong else bare_words(text)[:200]


def _primary(links: list[tuple[Run, Run]]) -> Run | None:
    """The link that is most the work itself: one that only points, then by preference of roles, then any.

    Each comes as its header tells it and as it is. A paper that stands before its project page is the work.
    """
    for told, link in links:
        if not link.image and (is_main_word(told.text) or role_of(told.text) is LinkRole.PAPER):
            return link
    for role in PREFERENCE:
        for told, link in links:
            if role_of(told.text) is role:
                return link
    return next((link for _, link in links if not link.image), links[0][1] if links else None)
