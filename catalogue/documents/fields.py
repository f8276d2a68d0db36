"""Records of structured files: which field means what, under the names people give it in three languages. Pure."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from catalogue.documents.blocks import clean
from catalogue.documents.links import title_from_url
from catalogue.records.documents import Entry, EntryLink, Section
from catalogue.urls import is_web
from catalogue.vocabulary import LinkRole, Why

FIELDS: dict[str, str] = {
    "title": "title name text label heading subject название имя заголовок книга курс 标题 名称 题目 书名 课程",
    "url": "url link href uri website homepage web site page address html_url htmlurl canonical_url website_url"
    " ссылка адрес сайт 链接 网址 网站 地址",
    "note": "note notes description desc summary comment comments abstract excerpt extended annotation body"
    " описание заметка комментарий 描述 简介 说明 备注 摘要",
    "tags": "tags tag keywords labels topics topic subjects about теги темы ключевые_слова 标签 关键词 主题",
    "folder": "folder folders path section sections category categories collection group list"
    " папка раздел категория 文件夹 分类 目录",
    "kind": "kind learningresourcetype type format medium resource_type item_type itemtype"
    " тип вид формат 类型 种类 形式",
    "level": "level educationallevel difficulty proficiency educational_level уровень сложность 难度 级别 水平",
    "language": "language lang locale inlanguage язык 语言",
    "creator": "creator creators author authors by instructor instructors teacher publisher channel speaker"
    " автор авторы преподаватель 作者 讲师 教师 出版社",
    "year": "year datepublished published_year год 年份",
    "added": "added add_date date_added created created_at time saved bookmarked dateadded добавлено 添加时间 创建时间",
    "is_free": "is_free isaccessibleforfree free price cost бесплатно цена 免费 价格",
    "effort": "effort courseworkload timerequired duration time_required length workload hours weeks"
    " длительность время срок 时长 时间",
    "doi": "doi",
    "isbn": "isbn",
    "arxiv": "arxiv arxiv_id eprint",
    "stance": "stance",
}
ROLES: dict[str, LinkRole] = {
    **dict.fromkeys(("demo", "demo_url"), LinkRole.DEMO),
    **dict.fromkeys(
        ("source", "source_url", "source_code", "source_code_url", "github", "repo", "repository"), LinkRole.SOURCE
    ),
    **dict.fromkeys(("code", "code_url", "notebook", "notebook_url", "colab"), LinkRole.CODE),
    **dict.fromkeys(("paper", "paper_url", "pdf", "pdf_url"), LinkRole.PAPER),
    **dict.fromkeys(("video", "video_url", "youtube"), LinkRole.VIDEO),
    **dict.fromkeys(("mirror", "mirror_url"), LinkRole.MIRROR),
    **dict.fromkeys(("archive", "archived", "archived_url", "archive_url"), LinkRole.ARCHIVED),
}
MEANING = {name: field for field, names in FIELDS.items() for name in names.split()}
REFUSED = re.compile(r"\s*(?:javascript|data|file|vbscript|blob|about|chrome|view-source)\s*:", re.IGNORECASE)
TRUE = frozenset({"true", "yes", "free", "1", "0", "0.0", "$0", "да", "бесплатно", "免费", "是"})
MAX_FIELD = 4_000
LOG_DATE = re.compile(r"(\d{1,2})/([A-Za-z]{3})/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})")


def meaning_of(name: str) -> str | None:
    """The field a column or key means; the role of a link for one that holds a further address."""
    spelt = re.sub(r"[\s-]+", "_", clean(name).lower().strip("*_#@: "))
    return MEANING.get(spelt) or ("link:" + ROLES[spelt] if spelt in ROLES else None)


def is_record(names: Iterable[str]) -> bool:
    """Whether fields of these names describe a resource: a title or an address is among them."""
    meanings = {meaning_of(name) for name in names}
    return "url" in meanings or ("title" in meanings and len(meanings - {None}) > 1)


def entry_of(record: Mapping[str, object], line: int, section: int | None) -> Entry | None:
    """The entry a record describes; None for one without a title and an address, or with an address we refuse."""
    values = _values(record)
    url = _address(values)
    title = clean(values.get("title", ""))[:300] or (title_from_url(url) if url else "")
    if not title or REFUSED.match(values.get("url", "")):
        return None
    return Entry(
        line=line,
        title=title,
        url=url,
        section=section,
        links=tuple(
            EntryLink(value, LinkRole(name.removeprefix("link:")))
            for name, value in values.items()
            if name.startswith("link:") and is_web(value)
        ),
        note=clean(values.get("note", "")),
        marks=tuple(_marks(values)),
        tags=tuple(split_tags(values.get("tags", ""))),
        added=parse_moment(values.get("added", "")),
        creator=clean(values.get("creator", ""))[:200] or None,
        why=Why.RECORD,
    )


def split_tags(text: str) -> list[str]:
    """Tags between commas or semicolons; without any, between spaces."""
    parts = re.split(r"[,;|，、]", text) if re.search(r"[,;|，、]", text) else text.split()
    return list(dict.fromkeys(tag for part in parts if (tag := clean(part))))[:50]


def parse_moment(text: str) -> str | None:
    """A moment as ISO 8601 in UTC, from seconds, milliseconds or microseconds since 1970 or from a written date."""
    text = text.strip()
    if text.isdecimal() and 9 <= len(text) <= 17:
        scale = 10 ** (0 if len(text) <= 11 else 3 if len(text) <= 14 else 6)
        seconds, part = divmod(int(text), scale)
        return _iso(datetime.fromtimestamp(seconds, UTC).replace(microsecond=part * (1_000_000 // scale)))
    if log := LOG_DATE.fullmatch(text):
        return _iso(datetime.strptime(" ".join(log.groups()), "%d %b %Y %H:%M:%S %z"))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return _iso(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


class Folders:
    """The sections that folders of a structured file are, made as they are met."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self._position_of: dict[tuple[str, ...], int | None] = {(): None}

    def section_of(self, path: tuple[str, ...], line: int) -> int | None:
        """The section of a folder; its parents are made with it."""
        path = tuple(clean(part)[:200] or "…" for part in path[:20])
        if path not in self._position_of:
            parent = self.section_of(path[:-1], line)
            position = len(self.sections) + 1
            self.sections.append(Section(position, path[-1], len(path), line, parent))
            self._position_of[path] = position
        return self._position_of[path]


def folder_of(record: Mapping[str, object]) -> tuple[str, ...]:
    """The folder a record says it is in: a list, or names between slashes or greater-than signs."""
    for name, value in record.items():
        if meaning_of(name) == "folder":
            parts = value if isinstance(value, list) else re.split(r"\s*(?:/|>|»|::)\s*", str(value or ""))
            return tuple(part for item in parts if (part := clean(str(item))))
    return ()


def _values(record: Mapping[str, object]) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in record.items():
        meaning = meaning_of(str(name))
        if isinstance(value, dict) and isinstance(value.get("name"), str):
            value = value["name"]  # noqa: PLW2901 - schema.org wraps a name in a mapping
        if meaning is None or value is None or isinstance(value, dict):
            continue
        text = (
            ", ".join(str(item) for item in value if not isinstance(item, dict | list))
            if isinstance(value, list)
            else str(value)
        )
        if text.strip():
            values.setdefault(meaning, text[:MAX_FIELD])
    return values


def _address(values: Mapping[str, str]) -> str | None:
    """The record's own address, or the one its identifier makes."""
    if url := values.get("url", "").strip():
        return url if "://" not in url or is_web(url) else None
    if doi := values.get("doi", "").strip():
        return doi if is_web(doi) else f"https://doi.org/{doi.removeprefix('doi:').strip()}"
    if (arxiv := re.search(r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}", values.get("arxiv", ""))) is not None:
        return f"https://arxiv.org/abs/{arxiv[0]}"
    return next((value for name, value in values.items() if name.startswith("link:") and is_web(value)), None)


def _marks(values: Mapping[str, str]) -> list[str]:
    """What a record states, in the marks that the judges know."""
    marks = [f"@{clean(values['kind']).lower()}"] if values.get("kind") else []
    marks += [clean(values[name]) for name in ("level", "year") if values.get(name)]
    marks += [f"language:{clean(values['language'])}"] if values.get("language") else []
    marks += [f"stance:{clean(values['stance'])}"] if values.get("stance") else []
    if values.get("is_free"):
        marks.append("free" if clean(values["is_free"]).lower() in TRUE else "paid")
    marks += [f"Effort: {clean(values['effort'])}"] if values.get("effort") else []
    return marks


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
