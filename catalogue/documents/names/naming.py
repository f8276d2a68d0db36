"""Names of works in running text, beside a word for their kind: behind a label, in quotes, before a dash. Pure."""

import re

from catalogue.documents.lines.labels import bare_words
from catalogue.documents.names.enumerated import enumerated
from catalogue.normalise.kindwords import NAMED_KINDS, any_word, kind_of_word

KIND = f"(?i:{any_word(NAMED_KINDS)})"
LONG_NAME, LONG_LINE = 160, 400
SENTENCE = re.compile(r"(?<!\b[A-ZА-ЯЁ])[.!?。！？](?:\s|$)|$")
OF_CHINESE = re.compile(rf"(?:{KIND}|公众号|频道|博主|(?i:up主))\W*$")
ADVICE = re.compile(
    r"рекоменд\w+|совету\w+|ознаком\w+|посмотр\w+|прочита\w+|пройд\w+|изучит\w+|читайте|смотрите|recommend\w*"
    r"|check out|watch"
    r"|read|see|take|推荐|看|读|学习",
    re.IGNORECASE,
)
LABELLED = re.compile(rf"(?P<label>[^:：]{{2,120}})\s*[:：]\s*(?P<name>\S.{{2,{LONG_NAME}}})", re.DOTALL)
TITLE_LABEL = re.compile(
    r"(?:book|course|paper) (?:name|title)|название (?:книги|курса|статьи)|(?:书|课程|论文|教材)名称?",
    re.IGNORECASE,
)
TITLE_MARKS = re.compile(r"《([^《》]{2,80})》")
MARKED_ALONE = re.compile(r"《[^《》]{2,80}》\s*[(（][^()（）]{1,60}[)）]\W*")
OF_KINDS = re.compile(
    r"\b(?:papers|books|articles|surveys|tutorials|courses|videos|posts|blogs|notes|книги|статьи|обзоры|курсы|видео|документация|руководства)\b",
    re.IGNORECASE,
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
CHINESE_NAME = re.compile(
    r"(?!用|使用|实现|完成|学习|掌握|了解|理解|通过|阅读|做|看|动手|熟悉)"
    r"[\u4e00-\u9fff][\u4e00-\u9fff\w ·（）()+#-]{3,29}"
)
"""What may be a title behind a label such as 课程：no sentence, no list."""
BAD_END = re.compile(r"[.!?…,;:：。！？；]\s*$|[:;]-?[)(]\s*$")
NO_NAME = re.compile(
    r"none|n/?a|no|toc|tbd|unknown|-|нет|无|(?:refer to|see|same as|not|не|см)\b.*"
    r"|(?:没有|暂无|详见|参见|请|同上|见(?:课程|官网|网站|上|下)|无[，,；;。(（]|不对).*|.*(?:搜索|自行).*",
    re.IGNORECASE | re.DOTALL,
)
"""What stands behind a label where there is nothing to name: "Textbook: none", "视频：自行搜索"."""


NO_LABEL = re.compile(
    r"(?:书单|书目|清单|列表|榜单|目录|\blists?|спис(?:ок|ки))\W*$"
    r"|(?:\b(?:code|number|id|fee|price|date|length|language)|\b(?:код|номер|цена|дата|язык)|编号|代码|费用|语言)\W*$",
    re.IGNORECASE,
)
"""Labels of a whole list, behind which stands whom it is for (`入门级书单：打好基础`), and of what a work has."""
RECOMMENDER = re.compile(r"推荐(?:人|者|语|理由)|\b(?:by|because|reason)\W*$|рекомендует\W*$", re.IGNORECASE)
"""Labels of who recommends, and why."""


def labelled(text: str) -> list[tuple[str, str]]:
    """The name behind a label that is a word for a kind ("Course: …") or advice ("I recommend this guide: …")."""
    found = LABELLED.fullmatch(text[:LONG_LINE])
    if found is None:
        return []
    label, name = found["label"], found["name"].strip(" *_")
    if len(titles := TITLE_MARKS.findall(name)) > 1 or MARKED_ALONE.fullmatch(name):
        return [(title, label) for title in titles]
    if NO_NAME.fullmatch(name.strip(" .。")) or RECOMMENDER.search(label) or NO_LABEL.search(label):
        return []
    if several := enumerated(label, name):
        return several
    if TITLE_LABEL.fullmatch(bare_words(label)):
        return [(name, label)]
    return _in_chinese(label, name) if CHINESE.search(label) else _behind(label, name)


def _behind(label: str, name: str) -> list[tuple[str, str]]:
    """The same for a label in letters."""
    if kind_of_word(bare_words(label)) in NAMED_KINDS:
        name = SENTENCE.split(name, maxsplit=1)[0]
        return [(name, label)] if is_name(name, one_word=True) else []
    kind = re.search(KIND, label)
    return [(name, kind[0] if kind else "")] if (kind or ADVICE.search(label)) and is_name(name) else []


def _in_chinese(label: str, name: str) -> list[tuple[str, str]]:
    """The same for a Chinese label: its last word says what is named, up to the next comma or stop.

    课程教材 is a book of a course, 课程作业 is no course at all.
    """
    kind = OF_CHINESE.search(label)
    name = re.split("[，。；]", name, maxsplit=1)[0] if kind else name
    one_word = kind_of_word(bare_words(label)) in NAMED_KINDS
    named = is_name(name, one_word=one_word) or (kind is not None and CHINESE_NAME.fullmatch(name) is not None)
    return [(name, kind[0] if kind else "")] if named and (kind or ADVICE.search(label)) else []


def is_name(text: str, *, one_word: bool = False) -> bool:
    """Whether a text could be a title: begins like one, ends like none of a sentence, is neither short nor long."""
    text = text.strip()
    if (
        not 3 <= len(text) <= LONG_NAME
        or BAD_END.search(text)
        or not (text[0].isupper() or text[0] in '«“"《' or text[0].isdigit())
    ):
        return False
    return one_word or len(text.split()) > 1 or re.search(r"[\u4e00-\u9fff]{3}", text) is not None


def is_of_kinds(text: str) -> bool:
    """Whether a text speaks of works of a kind instead of one: "Classic papers that shaped the field"."""
    return OF_KINDS.search(text) is not None and not re.search(r"[A-ZА-ЯЁ\d«“\"《]", text[1:])


def name_before_dash(text: str) -> str | None:
    """The name before " - what to do with it", if a word for a kind is part of it."""
    name, dash, _ = re.sub(r"\s[—–-]\s", "\n", text, count=1).partition("\n")
    return name if dash and is_name(name) and re.search(KIND, name) else None
