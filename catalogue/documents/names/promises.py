"""Lines that promise names ("Choose one of three courses:"), and those that head a list of works. Pure."""

import re

from catalogue.documents.names.naming import KIND
from catalogue.normalise.kindwords import any_word
from catalogue.vocabulary import Kind

LONG_PROMISE = 200
ASKED = re.compile(
    r"\W*(?:how|what|why|when|where|who|which|как|что|чему|почему|зачем|когда|где|кому|кто|如何|怎么|怎样|什么|为什么|何时|哪里)"
    r"(?![a-zа-яё])",
    re.IGNORECASE,
)
"""A line that goes on about a question ("How to read papers:") promises its answer."""
OF_PARTS = re.compile(
    r"\b(?:covers?|includes?|contains?|consists? of|contents?|outline|structure|program(?:me)?|syllabus"
    r"|requirements?)\b"
    r"|\b(?:состо[ия]т|включа\w+|содерж\w+|охватыва\w+|программа|структура|требования)\b"
    r"|包括|包含|涵盖|内容|大纲|目录|特点|要求|分为",
    re.IGNORECASE,
)
"""What is in a work follows, no names of works."""
PLAN = re.compile(
    r"\b(?:plan|schedule|outline|agenda|curriculum|syllabus|program(?:me)?|topics)\b"
    r"|\b(?:план|программа|расписание|содержание|темы)\b|大纲|计划|日程|安排",
    re.IGNORECASE,
)
"""What a list is of that says when or in what order, no names."""
OF_ONE = re.compile(
    r"(?:(?i:\b(?:this|that|the|an?|each|every|your|my|our|эт(?:от|ом|ого|ому|им|ой|у|а)|данн\w+|кажд\w+|наш\w*"
    r"|мо(?:й|его|ём|ему)))\s+(?:\w+\s+)?|(?:这|那|该|每)[门本个部篇]?|(?<![几两二三四五六七八九十\d])本)"
    rf"{KIND}(?<!s)"
)
"""One work that is known already: its parts or merits follow."""
PROMISED = re.compile(
    rf"{KIND}|(?i:{any_word(frozenset({Kind.ARTICLE}))})|(?i:две|три|четыре|пять|несколько|следующие|эти|these"
    rf"|following|\d)\s+(?i:задач\w*|exercises|problems)"
)
LIST_HEADING = re.compile(
    rf"(?:\W*(?:[\w-]+\s+){{0,3}}?|(?:在线|视频|网络|公开|线上|精品|免费|推荐|经典|入门|核心)的?)(?:{KIND})(?:\s+(?i:по|для|о|об|и|for|on|about|to|of|in|and|&)\b.{{0,60}}|（[^（）]{{1,12}}）|\W*)"
)
RESOURCES = re.compile(
    r"\W*(?:(?:supporting|supplementary|additional|further|other|more|useful|helpful|recommended|suggested|great|good|best"
    r"|free|online|learning|study|key|core|main)\s+){1,2}(?:learning\s+|study\s+)?(?:resources|materials|sources)"
    r"(?:\s+(?:for|on|about|to|of|in)\b.{0,60}|\W*)"
    r"|\W*(?:(?:дополнительны|полезны|рекомендуемы|учебны|основны|бесплатны|хороши|други)\w+\s+){1,2}(?:ресурсы|материалы|источники)"
    r"(?:\s+(?:по|для|о|об)\b.{0,60}|\W*)"
    r"|\W*(?:学习|推荐|参考|补充|其他|更多|相关|在线|免费){1,2}(?:资源|资料)(?:推荐)?\W*",
    re.IGNORECASE,
)
"""What is listed is resources of every kind; the bare word heads links, tasks and machines as well."""


def promises_names(text: str) -> bool:
    """Whether a line announces names that are to follow it."""
    if not text.endswith((":", "：")) or len(text) > LONG_PROMISE or ASKED.match(text) or OF_PARTS.search(text):
        return False
    return PROMISED.search(OF_ONE.sub("", text)) is not None


def heads_list(text: str) -> bool:
    """Whether a line says no more than what kind of works are listed under it; a plan of lectures lists none."""
    words = LIST_HEADING.fullmatch(text) or RESOURCES.fullmatch(text)
    return words is not None and PLAN.search(text) is None
