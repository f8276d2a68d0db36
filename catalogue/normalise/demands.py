"""What an entry states of learning: how long it takes, what comes before. Pure."""

import re
from itertools import takewhile

from catalogue.documents.lines.labels import bare_words
from catalogue.normalise.effort import is_effort, parse_effort, says_more
from catalogue.records.documents import Effort, Entry

NOTE_CHARS = 200
LABEL = r"[^\s:：;.,|]{2,20}[:：]"
"""The label that begins the next field: a value ends before it, and before a label of two words where it is words."""
SAID_EFFORT = re.compile(
    r"(?:duration|effort|time|length|class hours?|workload|hours|нагрузка|длительность|срок\w*|время|часов|часы"
    r"|продолжительность|时长|时间|学时|课时|耗时|用时)(?:\s+\w{1,20}){0,2}\s*[:：]\s*"
    rf"((?:(?!\s+{LABEL})(?:[^.;|]|(?<=\d)\.(?=\d))){{1,60}})",
    re.IGNORECASE,
)
HOURS_LABEL = re.compile(r"class hours?|hours|часов|часы|学时|课时", re.IGNORECASE)
TIMED_WORK = re.compile(
    r"\W*(?:an? )?(?P<time>(?:\d{1,3}(?:[-–]\d{1,3})?|one|two|three|four|six|eight)[- ]?"
    r"(?:minute|min|hour|hr|day|week|month))s?(?:[- ]long)? (?:\w+ )?"
    r"(?:course|class|workshop|lecture|video|tutorial|boot ?camp|program(?:me)?|specialization|talk|introduction)\b"
    r"|\W*(?P<ru>\d{1,3})-(?P<unit>минутн|часов|дневн|недельн|месячн)\w* (?:курс|лекци|видео|интенсив|мастер-класс)"
    r"|\W*(?P<zh>\d{1,3}(?:小时|周|个月))的?(?:课程|视频|讲座)",
    re.IGNORECASE,
)
"""A note that begins with how long the work is."""
RUSSIAN_UNITS = {"минутн": "минут", "часов": "час", "дневн": "дня", "недельн": "недели", "месячн": "месяца"}
NOTE_PARTS = re.compile(r"[;|·()（），、。]|,\s|\s[-–—]\s")
PREREQUISITES = re.compile(
    r"(?:pre-?requisites?|requirements?|требования|пререквизиты|нужно знать"
    r"|先修(?:要求|课程)?|前置(?:知识|要求)?|预备知识)"
    rf"\s*[:：]\s*((?:(?!\s+(?:[^\s:：;.,|]{{2,20}}\s)?{LABEL})[^.;|。；]){{1,200}})",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\byou (?:should|must) (?:already )?know (?!that|this|how|what|why|about)"
    r"(?P<en>[^.;:|]{2,100}?)(?: first| before\w*)?(?=[.;|]|$)"
    r"|(?:^|[.;,–—-]\s*|\b(?:it|this|course|class|book)\s)(?:requires|assumes)"
    r" (?P<of>(?:(?:some|basic|prior|good|solid|working|a) )*"
    r"(?:knowledge|understanding|familiarity|experience|background)(?: of| in| with)? [^.;:|]{2,100})"
    r"|(?<!не )(?<!\w)(?:требу(?:ется|ются|ет)|нуж(?:но|ны|ен)|понадоб[ия]тся|необходим\w?) "
    r"(?P<ru>(?:\w+ ){0,2}(?:знани[еяй]|опыт)(?!\w)[^.;:|]{2,100})"
    r"|(?<!不)需要?(?:有|具备|掌握)?(?:一定的?|一些|基本的?)?\s?(?P<zh>[\w+#]{2,20}?)\s?(?:的)?(?:基础|知识|经验)(?!上)",
    re.IGNORECASE,
)
"""A sentence that asks for knowledge, without a label."""
OF_LEARNING = re.compile(r"hours?|hrs|weeks?|час|недел|小时|学时|课时|周(?!年)", re.IGNORECASE)
"""Units in which only learning is counted, wherever they stand; days and years are of other things as well."""
NOTHING_BEFORE = frozenset({"", "none", "no", "нет", "无", "n/a"})


def effort_of(entry: Entry) -> Effort | None:
    """The effort an entry states behind a label, in a mark, as a cell of its row, or as the first words of its note."""
    said = ", ".join(map(_with_unit, SAID_EFFORT.finditer("; ".join((*entry.marks, entry.note)))))
    if said:
        effort = parse_effort(said)
        if effort.min_weeks or effort.min_hours or effort.hours_per_week:
            return effort
    parts = [part.strip(" -–—:.") for part in NOTE_PARTS.split(entry.note[:NOTE_CHARS])]
    stated = [*takewhile(is_effort, filter(says_more, parts)), *filter(is_effort, entry.marks)]
    if not stated and (timed := TIMED_WORK.match(entry.note)):
        stated = [timed["time"] or timed["zh"] or f"{timed['ru']} {RUSSIAN_UNITS[timed['unit'].lower()]}"]
    further = [part for part in parts if OF_LEARNING.search(part) and is_effort(part)]
    stated = stated + [part for part in further if part not in stated][:1]
    return parse_effort(", ".join(stated)) if stated else None


def prerequisites_of(entry: Entry) -> str:
    """What a learner must know before: behind a label of the entry, under a header of its row, or in a sentence."""
    found = next(filter(None, map(PREREQUISITES.search, (*entry.marks, entry.note))), None)
    if found is None:
        asked = ASKED.search(entry.note)
        return next(filter(None, asked.groups())).strip() if asked else ""
    return found[1].strip()[:NOTE_CHARS] if bare_words(found[1]).lower() not in NOTHING_BEFORE else ""


def _with_unit(said: re.Match[str]) -> str:
    """What stands behind a label of effort; a bare number behind one for hours counts hours."""
    hours = HOURS_LABEL.match(said[0]) and re.fullmatch(r"[\d\s.,–-]+", said[1])
    return f"{said[1].strip()} h" if hours else said[1]
