"""How long something takes, from the words an author states it in: Russian, Chinese, English. Pure.

A month counts 4 weeks, a quarter 13, a year 52; a day is a seventh of a week, a minute a part of an hour. Words
without a number ("ongoing") are kept as text.
"""

import re
from functools import lru_cache

from catalogue.records.documents import Effort

WEEKS = {"day": 1 / 7, "week": 1.0, "month": 4.0, "quarter": 13.0, "year": 52.0}
UNITS = (
    ("minute", r"minutes?|mins?\.?|минут[аы]?|мин\.?|分钟|分鐘"),
    ("hour", r"hours?|hrs?\.?|h|час(?:а|ов|ы)?|ч\.?|(?:个|個)?小时|(?:个|個)?小時|学时|课时"),
    ("day", r"days?|дн(?:я|ей|и)?|день|天|日"),
    ("week", r"weeks?|wks?\.?|недел(?:я|и|ь|ю)|нед\.?|周|週|(?:个|個)?星期"),
    ("month", r"months?|mos?\.?|месяц(?:а|ев|ы)?|мес\.?|(?:个|個)月"),
    ("quarter", r"quarters?|квартал(?:а|ов)?|季度"),
    ("year", r"years?|год(?:а)?|лет|年"),
)
NUMBER = r"\d{1,4}(?:[.,]\d{1,2})?"
NUMERALS: dict[str, float] = (
    {"half a": 0.5, "a": 1, "an": 1, "one": 1, "a couple of": 2, "two": 2, "three": 3, "four": 4, "six": 6, "eight": 8}
    | {"пол": 0.5, "полтора": 1.5, "полторы": 1.5, "пара": 2, "пару": 2, "два": 2, "две": 2, "три": 3, "четыре": 4}
    | {"двух": 2, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4}
    | {"半": 0.5, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "六": 6, "八": 8}
)
RANGE = re.compile(
    rf"(?<![^\W\u4e00-\u9fff])(?<![.,])(?P<least>{NUMBER})"
    rf"\s*\+?\s*(?:(?:[-–—−~～]|to|до|至|到)\s*(?P<most>{NUMBER})\s*)?\+?[-\s]*(?:(?:total|академическ\w+)\s+)?"
    rf"(?P<unit>{'|'.join(f'(?P<{name}>{words})' for name, words in UNITS)})(?![A-Za-zА-Яа-яё])",
    re.IGNORECASE,
)
WORDS = re.compile(
    rf"(?<!\w)(?P<least>{'|'.join(NUMERALS)})?(?:\s*(?:[-–—]|or|to|или|到|至)\s*(?P<most>{'|'.join(NUMERALS)}))?[-\s]*"
    rf"(?P<unit>{'|'.join(f'(?P<{name}>{words})' for name, words in UNITS)})(?![A-Za-zА-Яа-яё])",
    re.IGNORECASE,
)
ISO = re.compile(r"P(?=\d|T\d)(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,4})D)?(?:T(?P<hours>\d{1,4}(?:\.\d+)?)H)?")
CLOCK = re.compile(
    r"(?<![\d:])(\d{1,3})(?:\s*(?:h|hrs?|hours?|ч|час(?:а|ов)?|小时)\.?"
    r"\s*(\d{1,2})\s*(?:m|mins?|minutes?|м|мин(?:ут)?|分钟?)(?![A-Za-zА-Яа-яё])\.?|:([0-5]\d):[0-5]\d(?![\d:]))"
)
"""Hours and minutes: `1h 30m`, `1:30:00`."""
PER_WEEK = re.compile(r"\s*(?:/|per|a|each|в|每)\s*(?:week|wk|недел[юи]|нед|周|星期)", re.IGNORECASE)
WEEKLY_BEFORE = re.compile(r"(?:每周|每星期)约?\s*$|недел\w*\s+по\s*$|\bweeks? of\s*$", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?:about|approx\w*|around|up to|roughly|estimated|takes?|time|self[- ]paced)\b"
    r"|\b(?:a|at|of|per|week|total|course|video|content|long|read|to complete|(?:part|full)[- ]time|on[- ]demand)\b"
    r"|\b(?:lectures?|instruction|materials?)\b"
    r"|(?<!\w)(?:около|примерно|до|по|в неделю|займ[её]т|уйд[её]т|уходит|прохождение|проходится|за)(?!\w)"
    r"|(?<!\w)(?:занима\w+|длится|всего|время|прохождения|изучения)(?!\w)"
    r"|(?<!\w)(?:продолжительность|длительность|курса?|видео|лекци\w+|материал\w*|на|из|рассчитан\w*)(?!\w)|大?约|每周|总?共|总|全|预计"
    r"|时长|学时|课时|耗时|用时|需要?|学完|完成|左右|时间|课程|学习|周期",
    re.IGNORECASE,
)
"""Words around a time that add nothing to it."""
ONGOING = re.compile(
    r"\b(?:ongoing|continuous(?:ly)?|lifelong|self[- ]paced)\b|продолжа\w+|постоянно|непрерывно|持续|长期",
    re.IGNORECASE,
)


def parse_effort(text: str) -> Effort:
    """The effort a whole text states; without a number only the text is kept."""
    text = " ".join(text.split())
    if iso := ISO.fullmatch(text):
        weeks_said = int(iso["weeks"] or 0) + _round(int(iso["days"] or 0) / 7) or None
        hours_said = float(iso["hours"]) if iso["hours"] else None
        return Effort(text, weeks_said, weeks_said, None, hours_said, hours_said)
    weeks: tuple[float, float] | None = None
    hours: tuple[float, float] | None = None
    hours_per_week: float | None = None
    for found in RANGE.finditer(CLOCK.sub(_hours_of_clock, text[:200])):
        least = _number(found["least"])
        most = _number(found["most"]) if found["most"] else least
        unit = _unit(found)
        if unit == "minute":
            hours = hours or (_round(least / 60), _round(most / 60))
        elif unit != "hour":
            weeks = weeks or (_round(least * WEEKS[unit]), _round(most * WEEKS[unit]))
        elif PER_WEEK.match(found.string, found.end()) or WEEKLY_BEFORE.search(found.string, 0, found.start()):
            hours_per_week = hours_per_week or most
        else:
            hours = hours or (least, most)
    if weeks is None and hours is None and hours_per_week is None and (said := _in_words(text)):
        unit, least, most = said
        if unit in WEEKS:
            weeks = (_round(least * WEEKS[unit]), _round(most * WEEKS[unit]))
        else:
            parts = 60 if unit == "minute" else 1
            hours = (_round(least / parts), _round(most / parts))
    (min_weeks, max_weeks), (min_hours, max_hours) = weeks or (None, None), hours or (None, None)
    return Effort(text, min_weeks, max_weeks, hours_per_week, min_hours, max_hours)


def states_effort(text: str) -> bool:
    """Whether a text is about how long something takes, with a number, in words, or without end."""
    effort = parse_effort(text)
    numbers = (effort.min_weeks, effort.hours_per_week, effort.min_hours)
    return any(number is not None for number in numbers) or ONGOING.search(text) is not None


@lru_cache(maxsize=4096)
def is_effort(text: str) -> bool:
    """Whether a text states an effort and says nothing else."""
    text = CLOCK.sub(_hours_of_clock, text)
    rest = PER_WEEK.sub("", RANGE.sub("", text))
    return (rest != text and not says_more(rest)) or _in_words(text) is not None


def says_more(text: str) -> bool:
    """Whether a text holds more than words around a time ("self-paced")."""
    return re.search(r"\w", ABOUT.sub("", text)) is not None


def iso_duration(effort: Effort) -> str | None:
    """The longest time stated, as ISO 8601: P4W for four weeks, PT20H for twenty hours; None without a number."""
    if effort.max_weeks is not None:
        whole = effort.max_weeks == int(effort.max_weeks)
        return f"P{int(effort.max_weeks)}W" if whole else f"P{round(effort.max_weeks * 7)}D"
    return None if effort.max_hours is None else f"PT{effort.max_hours:g}H"


def _in_words(text: str) -> tuple[str, float, float] | None:
    """One time said without a digit ("неделя", "полтора месяца", "an hour"), if that is the whole text.

    The unit, the least and the most: "две-три недели" are two to three.

    An hour or a minute needs its number, since its name is a word of many texts, and so do "weeks".
    """
    found = WORDS.fullmatch(text.strip(" .:")) or WORDS.fullmatch(ABOUT.sub("", text).strip(" .:"))
    if found is None or not (found["least"] or (_unit(found) in WEEKS and not found["unit"].endswith("s"))):
        return None
    least = NUMERALS[(found["least"] or "a").lower()]
    return _unit(found), least, NUMERALS[found["most"].lower()] if found["most"] else least


def _hours_of_clock(found: re.Match[str]) -> str:
    return f"{int(found[1]) + int(found[2] or found[3]) / 60:.2f} h"


def _unit(found: re.Match[str]) -> str:
    return next(name for name, _ in UNITS if found[name])


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _round(weeks: float) -> float:
    return round(weeks, 2)
