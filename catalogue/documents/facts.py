"""What a document says about itself: title, address, language, author, date; from front matter or its own text."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from catalogue.datafolder.yamltext import Block as YamlBlock
from catalogue.documents.blocks import Block, BlockKind, clean
from catalogue.documents.lines.labels import is_noise_heading
from catalogue.documents.lines.shape import is_sentence
from catalogue.languages import language_of, language_tag
from catalogue.records.documents import SourceFacts
from catalogue.urls import is_web

NAMES = {
    "title": ("title", "название", "заголовок", "标题", "题目"),
    "url": ("source", "источник", "original", "original_url", "canonical", "canonical_url", "来源", "原文", "原文链接"),
    "author": ("author", "authors", "автор", "авторы", "by", "作者"),
    "date": (
        "date",
        "created",
        "published",
        "date created",
        "pubdate",
        "дата",
        "дата создания",
        "опубликовано",
        "日期",
        "发布日期",
    ),
    "language": ("lang", "language", "locale", "язык", "语言"),
}
SIGNED = re.compile(r"(?:автор|author|written by|作者)\s*[:：]\s*(\S.{0,80})", re.IGNORECASE)
DATES = (
    re.compile(r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2})\s+(?P<name>[A-Za-zА-Яа-я]{3,9})\.?,?\s+(?P<y>\d{4})"),
    re.compile(r"(?P<name>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2}),?\s+(?P<y>\d{4})"),
)
MONTHS = (
    ("jan", "янв"), ("feb", "фев"), ("mar", "мар"), ("apr", "апр"), ("may", "ма"), ("jun", "июн"),
    ("jul", "июл"), ("aug", "авг"), ("sep", "сен"), ("oct", "окт"), ("nov", "ноя"), ("dec", "дек"),
)  # fmt: skip
LONG_TITLE = 150
SLUG_WORDS = 3
GENERIC = re.compile(
    r"(?:readme|index|list|links|notes?|main|document|page|untitled|new|\d+.*)(?:[-_.].*)?", re.IGNORECASE
)
"""File names that say nothing; any other says more than the first of many headings."""
HASH = re.compile(r"(?=[a-z]*\d)[0-9a-f]{8,}")


def read_facts(name: str, sha256: str, stated: dict[str, str], blocks: list[Block], url: str | None) -> SourceFacts:
    """The facts of a document: what it states, else what its text shows."""
    address = url or next((stated[field] for field in ("url",) if is_web(stated.get(field, ""))), None)
    return SourceFacts(
        title=_title(name, stated, blocks, address),
        file=name,
        sha256=sha256,
        url=address,
        language=language_tag(stated.get("language")) or language_of(_sample(blocks)),
        author=stated.get("author") or _signature(blocks),
        date=parse_date(stated.get("date", "")),
    )


def stated_facts(fields: dict[str, object]) -> dict[str, str]:
    """The fields of a front matter that are facts about the document, under our names."""
    lower = {clean(str(key)).lower(): value for key, value in fields.items()}
    found: dict[str, str] = {}
    for fact, names in NAMES.items():
        for name in names:
            value = lower.get(name)
            if isinstance(value, list):
                value = ", ".join(str(item) for item in value)
            if value is not None and not isinstance(value, YamlBlock) and (text := clean(str(value))[:300]):
                found.setdefault(fact, text)
    return found


def parse_date(text: str) -> str | None:
    """A day as YYYY-MM-DD from the ways people write it, day before month where both could be."""
    for pattern in DATES:
        if found := pattern.search(text):
            fields = found.groupdict()
            month = _month(fields["name"]) if "name" in fields else int(fields["m"])
            day = int(fields["d"])
            if month is not None and 1 <= month <= 12 and 1 <= day <= 31:
                return f"{fields['y']}-{month:02}-{day:02}"
    return None


def _title(name: str, stated: dict[str, str], blocks: list[Block], url: str | None) -> str:
    headings = [block for block in blocks[:200] if block.kind is BlockKind.HEADING and block.text]
    first = next((block for block in headings if not is_noise_heading(block.text)), None)
    if "title" in stated:
        title = stated["title"]
    elif first and first.depth == 1:
        title = first.text
    else:
        opening = None if headings else next((clean(block.text) for block in blocks if clean(block.text)), None)
        stem = Path(name).stem
        under = first.text if first and GENERIC.fullmatch(stem) else ""
        title = _slug_title(url) or _opening_title(opening) or under or stem
    return title[:300] or name


def _opening_title(opening: str | None) -> str | None:
    """The first line of plain text, or its first sentence, if it is as short as titles are."""
    if opening is None:
        return None
    if len(opening) > LONG_TITLE and is_sentence(opening):
        opening = re.split(r"(?<=[.!?。！？])\s*", opening, maxsplit=1)[0]
    return opening.rstrip(". ") if len(opening) <= LONG_TITLE else None


def _slug_title(url: str | None) -> str | None:
    """The words of an address, where they are a title: three or more between hyphens."""
    slug = unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2]) if url else ""
    words = [word for word in re.split(r"[-_]+", slug.removesuffix(".html")) if word and not HASH.fullmatch(word)]
    if len(words) < SLUG_WORDS:
        return None
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _signature(blocks: list[Block]) -> str | None:
    """The author in a signature among the last lines."""
    for block in reversed(blocks[-12:]):
        if len(block.text) < 120 and (found := SIGNED.fullmatch(block.text)):
            return clean(found[1])
    return None


def _sample(blocks: list[Block]) -> str:
    words: list[str] = []
    size = 0
    for block in blocks:
        text = " ".join(run.text for run in block.runs if run.url is None and not run.image and not run.code)
        words.append(text)
        size += len(text)
        if size > 20_000:
            break
    return " ".join(words)


def _month(name: str) -> int | None:
    name = name.lower()
    return next((number for number, starts in enumerate(MONTHS, 1) if name.startswith(starts)), None)
