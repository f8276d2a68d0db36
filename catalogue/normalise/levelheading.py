"""The level a heading states for all under it: "Books for beginners", "Начальный уровень", "入门书籍". Pure.

The heading must consist of it: "Advanced topics in trees" is a title, "Beginner to advanced" says nothing.
"""

import re

from catalogue.documents.lines.labels import bare_words
from catalogue.vocabulary import Level

NOUNS_EN = (
    r"(?:courses?|books?|texts?|textbooks?|tutorials?|resources?|videos?|lectures?|articles?|papers?|materials?|guides?"
    r"|readings?|playlists?|projects?|problems?|questions|tasks|exercises|challenges|topics|concepts|level|difficulty"
    r"|track|path|stage|phase|section)"
)
NOUNS_RU = (
    r"(?:уровень|уровня|сложность|курс(?:ы|ов)?|книг[аи]?|учебник[аи]?|материалы|ресурсы|видео|лекции|статьи|задач[аи]"
    r"|проекты|этап|трек)"
)
NOUNS_ZH = (
    r"(?:书籍|书单|书|教材|读物|教程|课程|公开课|视频|文章|论文|资料|资源|材料|项目|练习|题目?"
    r"|阶段|级别?|水平|难度|部分|篇|内容|学习|路线|版|班)"
)
WHO_EN = r"(?:absolute |complete |total |the )?"
FOR_EN = rf"(?:[\w+#.&-]+ ){{0,4}}for {WHO_EN}"
FOR_RU = r"(?:[\w+#.&-]+ ){0,4}для (?:самых |абсолютных )?"
OF_EN = rf"(?:[- ]level|[- ]friendly)?(?:(?: [\w+#.-]+)? {NOUNS_EN})?"
"""What may follow a level: `Beginner Python courses`, `Intermediate-level resources`."""
OF_RU, OF_ZH = rf"(?: {NOUNS_RU})?", rf"(?:的?{NOUNS_ZH})?"
FEW_EN = r"(?: (?:level|difficulty|problems?|questions|tasks|exercises|challenges|projects?))?"
"""What may follow a word that is of many things: "Hard skills", "Medium articles"."""
LEVELS: tuple[tuple[Level, str], ...] = (
    (
        Level.BEGINNER,
        rf"(?:beginners?|novices?|newbies|entry[- ]level|junior){OF_EN}|(?:introductory|elementary) {NOUNS_EN}"
        rf"|(?:easy){FEW_EN}|elementary|introductory|{FOR_EN}(?:beginners?|newbies|novices|newcomers|dummies)"
        rf"|(?:начальн|базов)(?:ый|ая|ые){OF_RU}|(?:{NOUNS_RU} )?(?:начинающим|новичкам|с нуля)"
        rf"|(?:л[её]гк|прост)(?:ий|ой|ая|ие|ые) (?:уровень|задачи|проекты)|начинающи[йе]"
        rf"|{FOR_RU}(?:начинающих|новичков|чайников)"
        rf"|(?:面向|适合)?(?:零基础者?)?(?:初级|初学者|入门|新手|零基础|小白){OF_ZH}|简单(?:题目?|难度|级别?|项目)?",
    ),
    (
        Level.INTERMEDIATE,
        rf"intermediates?{OF_EN}|medium{FEW_EN}|{FOR_EN}intermediates?(?: (?:learners|users|students))?"
        rf"|средн(?:ий|яя|ие)(?: (?:уровень|сложность|задачи|проекты))?|для продолжающих|(?:中级|进阶(?!阅读)){OF_ZH}"
        r"|中等(?:题目?|难度|级别?|水平)?",
    ),
    (
        Level.ADVANCED,
        rf"(?:advanced|experts?|senior){OF_EN}|(?:hard|difficult){FEW_EN}|(?:(?:post)?graduate|phd)[- ]level{OF_EN}"
        rf"|{FOR_EN}(?:experts|(?:advanced|experienced) (?:learners|users|students|readers|developers|engineers"
        r"|programmers|researchers))"
        rf"|продвинут(?:ый|ая|ые){OF_RU}|сложн(?:ый|ые)(?: (?:уровень|задачи|проекты))?"
        rf"|{FOR_RU}(?:опытных|продвинутых|профессионалов)|(?:高级|高阶){OF_ZH}|困难(?:题目?|难度|级别?|项目)?",
    ),
)
STEP = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,2}(?:[.)、](?!\d)|\s)\s*|(?:level|stage|phase|step|part|month|уровень|этап|шаг|часть|ступень)\s*"
    r"(?:№\s*)?\d{1,2}\b|第\s*[一二三四五\d]\s*(?:阶段|步|部分)|(?:level|difficulty|уровень|сложность|难度|级别)\s*[:：])"
    r"[\s.:：—–-]*",
    re.IGNORECASE,
)
"""What numbers or labels a level: `Phase 3: Advanced`, `Level: Beginner`."""
PARTS = re.compile(
    r"(?P<head>[^()（）\[\]]+?)\s*[(（\[](?P<aside>[^()（）\[\]]*)[)）\]]?|(?P<of>.+?)\s[—–-]\s(?P<last>.+)"
)

_LEVELS = tuple((level, re.compile(words, re.IGNORECASE)) for level, words in LEVELS)


def level_of_heading(heading: str) -> Level | None:
    """The level that a heading, what stands in brackets behind it, or its last part consists of."""
    words = STEP.sub("", bare_words(heading), count=1)
    parts = PARTS.fullmatch(words)
    said = [words, *(filter(None, parts.group("head", "aside", "last")) if parts else ())]
    # The site of that name is no level: "Towards Gardens (Medium)".
    levels = (level for one in said for level, pattern in _LEVELS if pattern.fullmatch(bare_words(one)))
    return None if words.endswith(("(Medium", "[Medium")) else next(levels, None)
