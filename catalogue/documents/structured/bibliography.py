"""BibTeX and BibLaTeX, as reference managers write them and people mend them by hand. Pure."""

import re
from collections.abc import Iterator

from catalogue.documents.blocks import clean
from catalogue.documents.structured.folders import Folders
from catalogue.records.documents import Entry
from catalogue.tex import tex_to_text

BIBTEX = re.compile(r"^\s*@(?P<type>[A-Za-z]+)\s*[{(]\s*(?P<key>[^,\s{}()=]*)\s*[,=]", re.MULTILINE)
KINDS = {
    **dict.fromkeys(("book", "inbook", "booklet", "proceedings", "manual", "mvbook", "collection"), "book"),
    **dict.fromkeys(
        (
            *("article", "inproceedings", "conference", "phdthesis", "mastersthesis", "thesis", "techreport", "report"),
            *("incollection", "unpublished"),
        ),
        "paper",
    ),
    **{"software": "tool", "dataset": "dataset", "video": "video"},
}
FIELD = re.compile(r"[\s,]*([A-Za-z][\w-]*)\s*=\s*")
SIGNS = {
    **{
        "textbackslash": "\\",
        "textbraceleft": "{",
        "textbraceright": "}",
        "textasciitilde": "~",
        "textasciicircum": "^",
    },
    **{"textgreater": ">", "textless": "<", "textbar": "|"},
}
SIGN = re.compile(rf"\\({'|'.join(SIGNS)})(?:\{{\}}|\s+|(?![A-Za-z]))")
"""Signs that mean something to TeX, and how they are said."""
HIDDEN = {name: chr(0xE000 + number) for number, name in enumerate(SIGNS)}
DOLLAR = "\ue0ff"
SEEN_AGAIN = str.maketrans({DOLLAR: "$"} | {HIDDEN[name]: sign for name, sign in SIGNS.items()})
TEX = re.compile(r"[\\$~]|--|``|''")
MARKS = re.compile(r"[{}\"]")
WORD = re.compile(r"[^\s,#{}()\"]+")
JOINED = re.compile(r"\s*#\s*")
ADDRESS = re.compile(r"https?://[^\s{}\"]+")
ARXIV = re.compile(r"arxiv[:\s./]+(?:abs/|pdf/)?(\d{4}\.\d{4,5}|[a-z-]+/\d{7})", re.IGNORECASE)
SEEN = re.compile(r"\W*(?:(?:last )?(?:accessed|visited|retrieved)|дата обращения|访问)\b.*", re.IGNORECASE)
"""Notes that say when somebody looked."""


def read_bibtex(text: str, folders: Folders) -> Iterator[Entry]:
    """The entries of a bibliography; one with an address, a DOI or an arXiv id has a link."""
    starts = list(BIBTEX.finditer(text))
    strings: dict[str, str] = {}
    line, counted = 1, 0
    for number, found in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(text)
        line += text.count("\n", counted, found.start("type"))
        counted = found.start("type")
        kind = found["type"].lower()
        if kind == "string":
            strings |= _fields(text[found.start("key") : end], strings)
        elif kind not in ("comment", "preamble"):
            fields = _fields(text[found.end() : end], strings)
            if entry := folders.entry(_record(kind, fields), line):
                yield entry


def _record(kind: str, fields: dict[str, str]) -> dict[str, object]:
    """The fields of an entry under names that mean something outside of BibTeX."""
    printed = " ".join(fields.get(name, "") for name in ("journal", "howpublished", "note", "eprint", "archiveprefix"))
    addresses = map(ADDRESS.search, (fields.get(name, "") for name in ("url", "howpublished", "note", "eprint")))
    address = next(filter(None, addresses), None)
    preprint = ARXIV.search(printed)
    note = fields.get("abstract") or fields.get("annote") or fields.get("annotation") or fields.get("note", "")
    told = {
        "title": _shown(": ".join(filter(None, (fields.get("title"), fields.get("subtitle"))))),
        "url": (address[0] if address else fields.get("url", "")).replace("\\", ""),
        "doi": fields.get("doi", ""),
        "arxiv": preprint[1] if preprint else fields.get("eprint", ""),
        "kind": KINDS.get(kind) or fields.get("type", ""),
        "creator": ", ".join(_people(fields.get("author") or fields.get("editor", ""))),
        "year": fields.get("date") or fields.get("year", ""),
        "language": fields.get("langid") or fields.get("language", ""),
        "tags": _shown(fields.get("keywords", "")),
        "note": "" if SEEN.fullmatch(note) or ADDRESS.search(note) else _shown(note),
    }
    return {name: value for name, value in told.items() if value}


def _people(text: str) -> Iterator[str]:
    """Names as they are said: "Elm, Bo and {Forest Lab} and others" are Bo Elm and Forest Lab."""
    for name in re.split(r"\s+and\s+", text.strip()):
        if name and name != "others":
            last, comma, first = (name, "", "") if name.startswith("{") else name.rpartition(",")
            yield _shown(f"{first} {last}" if comma else last or first)


def _shown(text: str) -> str:
    """Text without its TeX; the converter is asked only where there is more than braces."""
    text = SIGN.sub(lambda found: HIDDEN[found[1]], text.replace("\\$", DOLLAR))
    shown = tex_to_text(text) if TEX.search(text) else text
    return clean(re.sub(r"(?<!\\)[{}]", "", shown).translate(SEEN_AGAIN))


def _fields(text: str, strings: dict[str, str]) -> dict[str, str]:
    """The fields of one entry, names in lower case; the first of two of a name counts."""
    fields: dict[str, str] = {}
    place = 0
    while found := FIELD.match(text, place):
        value, place = _value(text, found.end(), strings)
        fields.setdefault(found[1].lower(), value)
    return fields


def _value(text: str, place: int, strings: dict[str, str]) -> tuple[str, int]:
    """The value at a place and where it ends: pieces in braces, in quotes, or names of strings, joined by #."""
    pieces: list[str] = []
    while True:
        start = text[place : place + 1]
        if start in ("{", '"'):
            end = _closing(text, place)
            pieces.append(text[place + 1 : end])
            place = end + 1
        elif word := WORD.match(text, place):
            pieces.append(strings.get(word[0].lower(), word[0]))
            place = word.end()
        if not (joined := JOINED.match(text, place)):
            return "".join(pieces).strip(), place
        place = joined.end()


def _closing(text: str, start: int) -> int:
    """Where what opens at a place ends: quotes may stand in braces, and braces nest."""
    depth = 0
    quoted = text[start] == '"'
    for found in MARKS.finditer(text, start + quoted):
        if found[0] == '"':
            ends = quoted and depth == 0
        else:
            depth += 1 if found[0] == "{" else -1
            ends = depth < 0 or (depth == 0 and not quoted)
        if ends:
            return found.start()
    return len(text)
