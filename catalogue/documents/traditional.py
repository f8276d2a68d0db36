"""Traditional Chinese, read in the simplified characters that rules are written in, given back as written. Pure.

The two are one for one (catalogue.search.folding), so each text read has the place of what was written.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from catalogue.documents.blocks import Block, Cell, Run
from catalogue.records.documents import Document, Entry, Section
from catalogue.search.folding import HAN, simplified

SHARE = 0.02
"""So many of its characters make a text traditional; in simplified ones a name may stand in its own."""
SAMPLE = 100_000
WINDOW = 6_000
"""So far behind the line of an entry its texts are looked for; elsewhere each character is given back by itself."""


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters, at least here and there."""
    written = "".join(HAN.findall(text[:SAMPLE]))
    return sum(a != b for a, b in zip(written, simplified(written), strict=True)) > SHARE * len(written)


class Twin:
    """Blocks in simplified characters, and the way back to what was written."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = [_simplified_block(block) for block in blocks]
        self._lines = [block.line for block in blocks]
        self._starts: list[int] = []
        self._written, self._read = _joined(blocks, self._starts), _joined(self.blocks, [])
        usual: dict[str, Counter[str]] = {}
        for run in HAN.finditer(self._read):
            for read, written in zip(run.group(), self._written[run.start() : run.end()], strict=True):
                usual.setdefault(read, Counter())[written] += 1
        self._usual = str.maketrans({read: counts.most_common(1)[0][0] for read, counts in usual.items()})

    def given_back(self, document: Document) -> Document:
        """A document that was read from these blocks, in the characters it was written in."""
        facts = document.facts
        title, author = self._written_as(facts.title, 0), facts.author and self._written_as(facts.author, 0)
        return replace(
            document,
            facts=replace(facts, title=title, author=author),
            sections=tuple(map(self._section, document.sections)),
            entries=tuple(map(self._entry, document.entries)),
            lost=tuple(replace(one, text=self._written_as(one.text, one.line)) for one in document.lost),
            passed=tuple(replace(one, text=self._written_as(one.text, one.line)) for one in document.passed),
        )

    def _section(self, section: Section) -> Section:
        effort = section.effort and replace(section.effort, text=self._written_as(section.effort.text, section.line))
        return replace(section, title=self._written_as(section.title, section.line), effort=effort)

    def _entry(self, entry: Entry) -> Entry:
        return replace(
            entry,
            title=self._written_as(entry.title, entry.line),
            note=self._written_as(entry.note, entry.line),
            marks=tuple(self._written_as(mark, entry.line) for mark in entry.marks),
            creator=entry.creator and self._written_as(entry.creator, entry.line),
        )

    def _written_as(self, text: str, line: int) -> str:
        """How a text that was read at a line is written."""
        if not self._starts or not HAN.search(text):
            return text
        place = bisect_left(self._lines, line)
        place -= place == len(self._lines) or (place > 0 and self._lines[place] > line)
        start = self._starts[place]
        at = self._read.find(text, start, start + WINDOW + len(text))
        return text.translate(self._usual) if at < 0 else self._written[at : at + len(text)]


def _simplified_block(block: Block) -> Block:
    cells = [Cell(simplified(cell.header), list(map(_simplified_run, cell.runs))) for cell in block.cells]
    italics = list(map(simplified, block.italics))
    return replace(block, runs=list(map(_simplified_run, block.runs)), cells=cells, italics=italics)


def _simplified_run(run: Run) -> Run:
    return replace(run, text=simplified(run.text))


def _joined(blocks: list[Block], starts: list[int]) -> str:
    """The texts of all blocks, and where each block's begin."""
    parts: list[str] = []
    length = 0
    for block in blocks:
        starts.append(length)
        text = "".join(_texts(block))
        parts.append(text)
        length += len(text)
    return "".join(parts)


def _texts(block: Block) -> Iterator[str]:
    yield from (run.text for run in block.runs)
    for cell in block.cells:
        yield cell.header
        yield from (run.text for run in cell.runs)
    yield "\n"
