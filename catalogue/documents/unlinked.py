"""Works a document names without a link, and places where it promises names that its text has lost.

Four forms are read, all of them the document's own: a name behind a label ("Course: …"), a name before one
("… — a course that"), a word for a kind with a name in quotes or of a person, and the lines of a list whose heading
is such a word. Nothing is invented: a promise without names is reported with its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.documents.blocks import Block, BlockKind, clean, plain_text
from catalogue.documents.labels import bare_words
from catalogue.documents.listed import cited_title, listed_title, lists_works, row_title
from catalogue.documents.shape import NUMBERING
from catalogue.normalise.kindwords import NAMED_KINDS, any_word, kind_of_word
from catalogue.records.documents import LostPlace
from catalogue.vocabulary import Kind

KIND = f"(?i:{any_word(NAMED_KINDS)})"
PROMISED = re.compile(
    rf"{KIND}|(?i:{any_word(frozenset({Kind.ARTICLE}))})|(?i:две|три|четыре|пять|несколько|следующие|эти|these"
    rf"|following|\d)\s+(?i:задач\w*|exercises|problems)"
)
LONG_NAME, LONG_LINE = 160, 400
SENTENCE = re.compile(r"[.!?。！？](?:\s|$)|$")
ADVICE = re.compile(
    r"рекоменд\w+|совету\w+|ознаком\w+|посмотр\w+|прочита\w+|пройд\w+|изучит\w+|читайте|смотрите|recommend\w*"
    r"|check out|watch"
    r"|read|see|take|推荐|看|读|学习",
    re.IGNORECASE,
)
LABELLED = re.compile(rf"(?P<label>[^:：]{{2,120}})\s*[:：]\s*(?P<name>\S.{{2,{LONG_NAME}}})", re.DOTALL)
BEFORE_KIND = re.compile(
    rf"(?P<name>[^—–.!?:]{{3,80}}?)\s+[—–-]\s+(?:это\s+|an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}?(?P<kind>{KIND})\b[\s,.]"
)
QUOTED = re.compile(
    rf"(?P<kind>{KIND})\s*(?:под названием\s+|called\s+|titled\s+)?[«“\"„](?P<name>[^«»“”\"„]{{3,120}})[»”\"“]"
)
TITLE_MARKS = re.compile(r"《([^《》]{2,80})》")
OF_SOMEONE = re.compile(
    rf"(?P<kind>{KIND})(?P<like>\s+(?:вроде|типа|такие как))?\s+"
    r"(?P<name>[А-ЯЁ][а-яё]{2,}(?:а|я|ой|ого|ина|ова|ева"
    r"|са)(?:\s+[А-ЯЁ][а-яё]{2,})?(?:\s+по\s+[A-ZА-ЯЁ]\w+)?)(?![\w-])"
)
ALSO_OF = re.compile(
    rf"\s+(?:и|или|либо)\s+(?P<kind>{KIND})\s+(?P<name>[А-ЯЁ][а-яё]{{2,}}(?:а|я|ой|ого|ина|ова|ева"
    rf"|са)(?:\s+[А-ЯЁ][а-яё]{{2,}})?)"
)
READING = re.compile(
    r"(?:читать|прочитать|почитать|прочтите)\s+(?P<name>[А-ЯЁ][а-яё]{3,}(?:а|я|ого|ина|ова|ева))(?![\w-])"
)
TASKS_ON = re.compile(
    r"(?:задач\w*|problems?|exercises?)\s+(?:на|on|at|from|с)\s+(?P<name>[A-Z][A-Za-z]+(?:[A-Z.][\w]*)?)"
)
CHOICE = re.compile(r"(?:выберите|выбирайте|choose|pick|select|选择)", re.IGNORECASE)
LIST_HEADING = re.compile(
    rf"(?:\W*(?:[\w-]+\s+){{0,3}}?)(?:{KIND})(?:\s+(?i:по|для|о|об|и|for|on|about|to|of|in|and|&)\b.{{0,60}}|\W*)"
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
BAD_END = re.compile(r"[.!?…,;:：。！？；]\s*$|[:;]-?[)(]\s*$")
PERSON = r"[А-ЯЁA-Z][а-яёa-z'’-]+"
AUTHOR = re.compile(
    rf"(?:{PERSON}\s+[А-ЯЁA-Z]\.(?:\s?[А-ЯЁA-Z]\.)?|(?:[А-ЯЁA-Z]\.\s?){{1,2}}{PERSON}|{PERSON}\s+{PERSON}(?=\s*[.—–:]))"
    r"(?:,\s*(?=[А-ЯЁA-Z][\w-]+\s+[А-ЯЁA-Z]\.))?"
)
NOTES_BEGIN = re.compile(r"\.?\s[—–-]\s|\s\(|;\s|,\s\d+-е\s|\.\s+(?=[А-ЯЁA-Z—–])")
AUTHOR_TITLE = re.compile(r"[«“\"„《](?P<quoted>[^«»“”\"„《》]{3,150})[»”\"“》]")


@dataclass(frozen=True, slots=True)
class Name:
    """A work named in a block, with the words around it."""

    block: int
    line: int
    title: str
    context: str
    marks: tuple[str, ...] = ()


class NameReader:
    """Reads the names in the blocks that gave no linked entry; `silent` blocks are about the document itself."""

    def __init__(self, blocks: list[Block], taken: set[int], silent: set[int], title: str) -> None:
        self.blocks, self.taken, self.silent = blocks, taken, silent
        # A title that a heading gives holds for what stands under that heading.
        self.title = "" if any(block.text == title for block in blocks if block.kind is BlockKind.HEADING) else title
        self.lists_works = lists_works((), self.title)
        self.headings: list[tuple[int, str]] = []
        self.is_unlinked = len(taken) * 2 < sum(block.kind is BlockKind.ITEM for block in blocks)
        self.names: list[Name] = []
        self.lost: list[LostPlace] = []

    def read(self) -> None:
        """Read all blocks in order."""
        run_of: str | None = None
        for index, block in enumerate(self.blocks):
            if block.kind is BlockKind.HEADING:
                self._open_heading(block)
            if block.kind is BlockKind.HEADING or index in self.silent or block.chrome or len(block.text) > 4_000:
                run_of = None
                continue
            text = block.text
            if block.kind is BlockKind.ROW or index in self.taken or any(run.url for run in block.runs):
                self._row(index, block)
                continue
            before = len(self.names)
            if self._promises(index, text):
                run_of = text
            elif run_of is not None and block.kind is BlockKind.PARAGRAPH and self._in_run(index, block, text):
                pass
            else:
                run_of = None if block.kind is BlockKind.PARAGRAPH else run_of
                self._forms(index, block, text, run_of)
            if len(self.names) == before and run_of is not None and run_of != text and not re.search(r"\w", text):
                self.lost.append(LostPlace(block.line, f"{run_of} {text}".strip()))

    def _promises(self, index: int, text: str) -> bool:
        """Whether a line announces names; if none follow, that is a lost place."""
        if not text.endswith((":", "：")) or len(text) > 200 or not PROMISED.search(text):
            return False
        following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if following is None or following.kind is BlockKind.HEADING or not self._can_follow(index + 1, following):
            self.lost.append(LostPlace(self.blocks[index].line, text))
            return False
        return LIST_HEADING.fullmatch(text) is not None

    def _can_follow(self, index: int, block: Block) -> bool:
        """Whether a block could hold what the line before it promised."""
        if block.kind is not BlockKind.PARAGRAPH or index in self.taken or any(run.url for run in block.runs):
            return True
        return bool(_is_name(block.text) or _name_before_dash(block.text) or list(_named_in(block.text)))

    def _in_run(self, index: int, block: Block, text: str) -> bool:
        """Take one line of a list written as plain lines; False at the first that is no name."""
        name = text if _is_name(text) else _name_before_dash(text)
        if name is None:
            return not re.search(r"\w", text)
        several = list(_named_in(name))
        for one, mark in several if len(several) > 1 else [(name, "")]:
            self._add(index, block, one, text, mark)
        return True

    def _open_heading(self, block: Block) -> None:
        while self.headings and self.headings[-1][0] >= block.depth:
            self.headings.pop()
        self.headings.append((block.depth, block.text))
        self.lists_works = lists_works([text for _, text in reversed(self.headings)], self.title)

    def _row(self, index: int, block: Block) -> None:
        """A row without links that describes a work."""
        cells = [(cell.header, plain_text(cell.runs)) for cell in block.cells]
        if cells and index not in self.taken and (found := row_title(cells)) is not None:
            self._add(index, block, found[0], ", ".join(f"{header}: {text}" for header, text in cells), found[1])

    def _is_listed(self, block: Block, run_of: str | None) -> bool:
        """Whether an item stands under a word for works; under a heading further up only where few have links."""
        if block.kind is not BlockKind.ITEM or block.parent is not None:
            return False
        near = [run_of] if run_of else [text for _, text in self.headings[-1:]]
        further = [text for _, text in self.headings] if self.is_unlinked else []
        return any(LIST_HEADING.fullmatch(text) for text in (*near, *further))

    def _forms(self, index: int, block: Block, text: str, run_of: str | None) -> None:
        if (cited := cited_title(text) if block.kind is BlockKind.ITEM else None) is not None:
            self._add(index, block, cited, text, Kind.BOOK)
            return
        if 3 < len(text) <= LONG_NAME * 2 and not text.endswith(("?", ":", "：")) and self._is_listed(block, run_of):
            self._add(index, block, _listed_title(block, text), text)
            return
        top = self.lists_works and block.kind is BlockKind.ITEM and block.parent is None
        if top and (title := listed_title(_first_line(block))) is not None:
            self._add(index, block, title, text)
            return
        for name, mark in _labelled(text) or list(_named_in(text)):
            self._add(index, block, name, text, mark)

    def _add(self, index: int, block: Block, name: str, context: str, mark: str = "") -> None:
        name = clean(name).strip(' -–—:;,.«»“”"')
        if name and not any(known.block == index and known.title == name for known in self.names):
            self.names.append(Name(index, block.line, name, context, (mark,) if mark else ()))


def _first_line(block: Block) -> str:
    """The text of a block up to its first line break."""
    return clean("".join(run.text for run in block.runs if not run.image).strip().partition("\n")[0])


def _labelled(text: str) -> list[tuple[str, str]]:
    """The name behind a label that is a word for a kind ("Course: …") or advice ("I recommend this guide: …")."""
    found = LABELLED.fullmatch(text[:LONG_LINE])
    if found is None:
        return []
    label, name = found["label"], found["name"]
    if kind_of_word(bare_words(label)) in NAMED_KINDS:
        name = name[: SENTENCE.search(name).start()] if SENTENCE.search(name) else name  # type: ignore[union-attr]
        return [(name, label)] if _is_name(name, one_word=True) else []
    # A Chinese label is about its last word: 课程教材 is a book of a course, 课程作业 is no course at all.
    kind = re.search(rf"{KIND}\W*$" if CHINESE.search(label) else KIND, label)
    return [(name, kind[0] if kind else "")] if (kind or ADVICE.search(label)) and _is_name(name) else []


def _named_in(text: str) -> Iterator[tuple[str, str]]:
    """The names that stand in running text beside a word for their kind, with that word."""
    if (found := BEFORE_KIND.match(text)) and _is_name(NUMBERING.sub("", found["name"]), one_word=False):
        yield found["name"], found["kind"]
        return
    for found in QUOTED.finditer(text):
        yield found["name"], found["kind"]
    for title in TITLE_MARKS.findall(text):
        yield title, Kind.BOOK
    for found in OF_SOMEONE.finditer(text):
        yield f"{found['kind']} {found['name']}", found["kind"]
        if also := ALSO_OF.match(text, found.end()):
            yield f"{also['kind']} {also['name']}", also["kind"]
    for pattern, kind in ((READING, Kind.BOOK), (TASKS_ON, Kind.PRACTICE)):
        for found in pattern.finditer(text):
            yield found["name"], kind


def _is_name(text: str, *, one_word: bool = False) -> bool:
    """Whether a text could be a title: begins like one, ends like none of a sentence, is neither short nor long."""
    text = text.strip()
    if (
        not 3 <= len(text) <= LONG_NAME
        or BAD_END.search(text)
        or not (text[0].isupper() or text[0] in '«“"《' or text[0].isdigit())
    ):
        return False
    return one_word or len(text.split()) > 1 or re.search(r"[\u4e00-\u9fff]{3}", text) is not None


def _name_before_dash(text: str) -> str | None:
    """The name before " - what to do with it", if a word for a kind is part of it."""
    name, dash, _ = re.sub(r"\s[—–-]\s", "\n", text, count=1).partition("\n")
    return name if dash and _is_name(name) and re.search(KIND, name) else None


def _listed_title(block: Block, text: str) -> str:
    """The title in a line of a list of works: what is quoted or bold, else the line without its author and notes."""
    if quoted := AUTHOR_TITLE.search(text):
        return quoted["quoted"]
    strong = next((clean(run.text) for run in block.runs if run.strong), "")
    if strong and not AUTHOR.fullmatch(strong):
        return strong
    rest = AUTHOR.sub("", text, count=1).lstrip(" .,-–—:") if AUTHOR.match(text) else text
    return NOTES_BEGIN.split(rest, maxsplit=1)[0][:LONG_NAME]
