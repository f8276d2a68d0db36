"""Which field a column, a key or an attribute means, under the names people give it in three languages. Pure.

A name may be composed: "Course URL", "Ссылка на курс" and "课程链接" mean what "URL" means.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from catalogue.documents.blocks import clean
from catalogue.vocabulary import LinkRole

FIELDS: dict[str, str] = {
    "title": "title name text label heading subject resource book course"
    " название имя заголовок наименование книга курс ресурс материал 标题 名称 名字 题目 书名 课程 资源",
    "url": "url link href uri links urls website homepage web site page address html_url htmlurl canonical_url"
    " website_url ссылка адрес сайт ссылки url-адрес 链接 网址 网站 地址 连接",
    "note": "note notes description desc summary excerpt abstract comment comments extended annotation body content"
    " abstract_note"
    " описание заметка примечание примечания комментарий аннотация 描述 简介 说明 备注 摘要 介绍",
    "tags": "tags tag manual_tags keywords labels topics topic subjects about knowsabout"
    " теги темы тема ключевые_слова 标签 关键词 主题",
    "folder": "folder folders path section sections category categories collection group list stage module"
    " папка раздел категория этап 文件夹 分类 目录 阶段",
    "kind": "kind learningresourcetype type format medium resource_type item_type itemtype"
    " тип вид формат 类型 种类 形式",
    "level": "level educationallevel difficulty proficiency educational_level audience target_audience"
    " for_whom уровень сложность для_кого аудитория 难度 级别 水平 等级 适合人群",
    "language": "language inlanguage knowslanguage lang langid locale язык 语言 语种",
    "creator": "creator creators author authors by presenter"
    " instructor instructors presenters teacher speaker lecturer channel publisher"
    " provider university organization institution platform"
    " автор авторы преподаватель лектор школа 作者 讲师 教师 老师 出版社 学校",
    "year": "year issued datepublished date_published published published_year publication_date год 年份",
    "added": "added add_date date_added created created_at time_added time saved bookmarked dateadded timestamp"
    " добавлено дата_добавления 添加时间 创建时间 添加日期 收藏时间",
    "is_free": "is_free isaccessibleforfree free бесплатно бесплатный 免费 是否免费",
    "price": "price cost fee цена стоимость 价格 费用",
    "effort": "effort courseworkload hascourseinstance timerequired duration time_required length workload hours"
    " weeks estimated_time est_time"
    " длительность продолжительность время срок часов часы недель 时长 时间 学时 课时 用时",
    "doi": "doi",
    "isbn": "isbn",
    "arxiv": "arxiv arxiv_id eprint",
    "stance": "stance",
}
"""Each field with its names, the surest first: an author is a work's creator before its publisher is."""
ROLES: dict[str, LinkRole] = {
    "demo": LinkRole.DEMO,
    **dict.fromkeys(("source", "source_code", "github", "gitlab", "repo", "repository"), LinkRole.SOURCE),
    **dict.fromkeys(("code", "notebook", "colab"), LinkRole.CODE),
    **dict.fromkeys(("paper", "pdf"), LinkRole.PAPER),
    **dict.fromkeys(("video", "youtube"), LinkRole.VIDEO),
    "mirror": LinkRole.MIRROR,
    **dict.fromkeys(("archive", "archived"), LinkRole.ARCHIVED),
}
ROLE_NAME = re.compile(r"(?:url_|link_)?(?P<role>[a-z_]+?)(?:_(?:url|link|uri|href))?")
"""`code`, `code_url`, and `url_code` as themes for papers have it."""
COMPOSABLE = frozenset({"title", "url", "note", "kind", "level", "language", "creator", "year", "added", "effort"})
"""Fields whose names are built of several words; "course tags" and "free list" are rare and mean many things."""
AROUND_WORDS = (
    "course courses book books resource resources material item video article paper project web page site the of to it"
    " a an for main target official external full original primary direct learning study skill pub publication"
    " published estimated required approximate total short brief teaching school added"
    " курса курсу курс книги книгу книга ресурса ресурс материала материал статьи статью видео урока к на для и школа"
    " сложности обучения изучения публикации официальный полное краткое уровень примерная общая"
    " 课程 书籍 图书 资源 文章 项目 视频 学习 授课 主讲 难度 官方 原文 所需 预计 发布 出版 豆瓣"
)
"""Words beside the one that says the field: whose it is, or how exact."""
AROUND = frozenset(AROUND_WORDS.split())
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
JOINED = re.compile(r"(?<=[a-z]{4})(?=(?:url|link)$)")
"""`targeturl`, `courselink`."""
ASIDE = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*|\s*/.*|,.*")
"""What stands behind a name: a unit, a second name."""
_MEANING = {name: (field, rank) for field, names in FIELDS.items() for rank, name in enumerate(names.split())}
_ZH_NAMES = sorted((name for name in _MEANING if "\u4e00" <= name[0] <= "\u9fff"), key=len, reverse=True)
COMPOSED = 50
"""The rank of a composed name: a plain one is surer."""


def meaning_of(name: str) -> str | None:
    """The field a column or key means; "link:" and a role for one that holds a further address."""
    found = rank_of(name)
    return found[0] if found else None


def is_record(names: Iterable[str]) -> bool:
    """Whether fields of these names describe a resource: a title or an address is among them."""
    meanings = {meaning_of(name) for name in names}
    return "url" in meanings or ("title" in meanings and len(meanings - {None}) > 1)


@lru_cache(maxsize=2_000)
def rank_of(name: str) -> tuple[str, int] | None:
    """What a name means, and how sure that is: the less the surer."""
    whole = _spelt(name)
    if found := _known(whole):
        return found
    words = _spelt(JOINED.sub("_", CAMEL.sub(" ", ASIDE.sub("", name.strip()[:60]))))
    return _known(words) or _composed(words.split("_")) or _in_chinese(words)


def _spelt(name: str) -> str:
    return re.sub(r"[\s.-]+", "_", clean(name).lower().replace("(s)", "").strip("*_#@:. "))


def _known(spelt: str) -> tuple[str, int] | None:
    role = role_of_field(spelt)
    return _MEANING.get(spelt) or (("link:" + role, 0) if role else None)


def role_of_field(name: str) -> LinkRole | None:
    """The role of the address under a name of a record."""
    found = ROLE_NAME.fullmatch(_spelt(CAMEL.sub(" ", name.strip()[:60])))
    return ROLES.get(found["role"]) if found else None


def _composed(words: list[str]) -> tuple[str, int] | None:
    """What a name of several words means: the last says it in English, the first in Russian."""
    if not 1 < len(words) <= 4:
        return None
    for head, others in ((words[-1], words[:-1]), (words[0], words[1:])):
        field, _ = _MEANING.get(head, ("", 0))
        if field in COMPOSABLE and AROUND.issuperset(others):
            return field, COMPOSED
    return None


def _in_chinese(spelt: str) -> tuple[str, int] | None:
    for name in _ZH_NAMES:
        if spelt.endswith(name) and spelt.removesuffix(name) in AROUND and _MEANING[name][0] in COMPOSABLE:
            return _MEANING[name][0], COMPOSED
    return None
