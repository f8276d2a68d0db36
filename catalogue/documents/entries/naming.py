"""Names of works in running text, beside a word for their kind: behind a label, in quotes, before a dash. Pure."""

import re
from collections.abc import Iterator

from catalogue.documents.entries.labels import bare_words
from catalogue.documents.entries.shape import NUMBERING
from catalogue.normalise.kindwords import NAMED_KINDS, any_word, kind_of_word
from catalogue.vocabulary import Kind

KIND = f"(?i:{any_word(NAMED_KINDS)})"
LONG_NAME, LONG_LINE = 160, 400
SENTENCE = re.compile(r"(?<!\b[A-ZА-ЯЁ])[.!?。！？](?:\s|$)|$")
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
    rf"(?P<kind>{KIND})\s*(?:под названием\s+|called\s+|titled\s+"
    r"|(?:(?:[A-ZА-ЯЁ][\w.'’-]*|и|and|от|by|of|from)\s+){1,5})?"
    r"[«“\"„](?P<name>[^«»“”\"„]{3,120})[»”\"“]"
)
"""`the book "Gardens"`, `course by Ann Bee "Gardens"`."""
TITLE_LABEL = re.compile(
    r"(?:book|course|paper) (?:name|title)|название (?:книги|курса|статьи)|(?:书|课程|论文|教材)名称?",
    re.IGNORECASE,
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
OF_KINDS = re.compile(
    r"\b(?:papers|books|articles|surveys|tutorials|courses|videos|posts|blogs|notes|книги|статьи|обзоры|курсы|видео)\b",
    re.IGNORECASE,
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
BAD_END = re.compile(r"[.!?…,;:：。！？；]\s*$|[:;]-?[)(]\s*$")
NO_NAME = re.compile(
    r"none|n/?a|no|tbd|unknown|-|нет|无|(?:refer to|see|same as|not|не|см)\b.*"
    r"|(?:没有|暂无|详见|参见|请|同上|见(?:课程|官网|网站|上|下)|无[，,；;。(（]|不对).*|.*(?:搜索|自行).*",
    re.IGNORECASE | re.DOTALL,
)
"""What stands behind a label where there is nothing to name: "Textbook: none", "视频：自行搜索"."""


RECOMMENDER = re.compile(r"推荐(?:人|者|语|理由)|\b(?:by|because|reason)\W*$|рекомендует\W*$", re.IGNORECASE)
"""Labels of who recommends, and why."""


def labelled(text: str) -> list[tuple[str, str]]:
    """The name behind a label that is a word for a kind ("Course: …") or advice ("I recommend this guide: …")."""
    found = LABELLED.fullmatch(text[:LONG_LINE])
    if found is None:
        return []
    label, name = found["label"], found["name"]
    if len(titles := TITLE_MARKS.findall(name)) > 1:
        return [(title, label) for title in titles]
    if NO_NAME.fullmatch(name.strip(" .。")) or RECOMMENDER.search(label):
        return []
    if TITLE_LABEL.fullmatch(bare_words(label)):
        return [(name, label)]
    if kind_of_word(bare_words(label)) in NAMED_KINDS:
        name = name[: SENTENCE.search(name).start()] if SENTENCE.search(name) else name  # type: ignore[union-attr]
        return [(name, label)] if is_name(name, one_word=True) else []
    # A Chinese label is about its last word: 课程教材 is a book of a course, 课程作业 is no course at all.
    kind = re.search(rf"{KIND}\W*$" if CHINESE.search(label) else KIND, label)
    return [(name, kind[0] if kind else "")] if (kind or ADVICE.search(label)) and is_name(name) else []


def named_in(text: str) -> Iterator[tuple[str, str]]:
    """The names that stand in running text beside a word for their kind, with that word."""
    if (found := BEFORE_KIND.match(text)) and is_name(NUMBERING.sub("", found["name"]), one_word=False):
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
