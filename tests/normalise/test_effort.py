"""How long something takes, read from the words of its author in three languages."""

import pytest

from catalogue.normalise.demands import effort_of, prerequisites_of
from catalogue.normalise.effort import iso_duration, parse_effort, states_effort
from catalogue.records.documents import Effort, Entry


@pytest.mark.parametrize(
    ("text", "effort", "iso"),
    [
        pytest.param("3–4 недели", Effort("3–4 недели", 3, 4), "P4W", id="ru range"),
        pytest.param("1.5 месяца", Effort("1.5 месяца", 6, 6), "P6W", id="a month is four weeks"),
        pytest.param("полтора месяца", Effort("полтора месяца", 6, 6), "P6W", id="ru in words"),
        pytest.param("неделя", Effort("неделя", 1, 1), "P1W", id="ru without number"),
        pytest.param("6 to 8 weeks", Effort("6 to 8 weeks", 6, 8), "P8W", id="en range"),
        pytest.param("10 days", Effort("10 days", 1.43, 1.43), "P10D", id="en days"),
        pytest.param("每周 5 小时", Effort("每周 5 小时", hours_per_week=5), None, id="zh hours a week"),
        pytest.param("约 3 个月", Effort("约 3 个月", 12, 12), "P12W", id="zh months"),
        pytest.param("2周", Effort("2周", 2, 2), "P2W", id="zh weeks"),
        pytest.param("~40 hours", Effort("~40 hours", min_hours=40, max_hours=40), "PT40H", id="en hours"),
        pytest.param("12 weeks, 8-10 hours/week", Effort("12 weeks, 8-10 hours/week", 12, 12, 10), "P12W", id="both"),
        pytest.param("P4W", Effort("P4W", 4, 4), "P4W", id="ISO weeks"),
        pytest.param("PT20H", Effort("PT20H", min_hours=20, max_hours=20), "PT20H", id="ISO hours"),
        pytest.param("45 минут", Effort("45 минут", min_hours=0.75, max_hours=0.75), "PT0.75H", id="ru minutes"),
        pytest.param("1h 30m", Effort("1h 30m", min_hours=1.5, max_hours=1.5), "PT1.5H", id="hours and minutes"),
        pytest.param("1小时30分钟", Effort("1小时30分钟", min_hours=1.5, max_hours=1.5), "PT1.5H", id="zh both"),
        pytest.param("共16周", Effort("共16周", 16, 16), "P16W", id="zh words before"),
        pytest.param("пара недель", Effort("пара недель", 2, 2), "P2W", id="ru a couple"),
        pytest.param("an hour", Effort("an hour", min_hours=1, max_hours=1), "PT1H", id="an hour in words"),
        pytest.param("продолжается", Effort("продолжается"), None, id="without end"),
    ],
)
def test_stated_efforts(text: str, effort: Effort, iso: str | None) -> None:
    """The author's words stay as they are; the numbers in them become weeks or hours."""
    assert parse_effort(text) == effort
    assert states_effort(text)
    assert iso_duration(effort) == iso


@pytest.mark.parametrize("text", ["weeks", "a few things", "7 habits", "глава 2", "第3章", "Python", ""])
def test_words_that_state_no_effort(text: str) -> None:
    """A number alone is no effort."""
    assert not states_effort(text)


@pytest.mark.parametrize(
    ("note", "iso"),
    [
        ("72 урока, 16+ часов видео, 342 задачи", "PT16H"),
        ("- on trees, 72 hours, free", "PT72H"),
        ("5 month specialization, 10 hours a week", "P20W"),
        ("(1:30:00)", "PT1.5H"),
        ("курс на 40 академических часов", "PT40H"),
        ("12.5 total hours · 108 lectures", "PT12.5H"),
        ("全 10 周，每周 4 小时", "P10W"),
        ("2-дневный интенсив", "P2D"),
        ("займёт две-три недели", "P3W"),
        ("на прохождение уйдёт около двух месяцев", "P8W"),
        ("一到两周", "P2W"),
        ("- updated, 3 days ago", None),
        ("- from 20 years of gardening, 7 days free", None),
        ("open 24 hours a day", None),
    ],
)
def test_efforts_in_notes(note: str, iso: str | None) -> None:
    """Hours and weeks count as a part of a note of their own; days and years may be of anything."""
    effort = effort_of(Entry(1, "Gardens", "https://a.org/g", None, note=note))
    assert (effort and iso_duration(effort)) == iso


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("You should know forestry first", "forestry"),
        ("A tour. Assumes basic knowledge of trees", "basic knowledge of trees"),
        ("требуется знание ботаники", "знание ботаники"),
        ("需要一定的植物学基础", "植物学"),
        ("Requires no prior knowledge of trees", ""),
        ("не требует знания ботаники", ""),
        ("不需要植物学基础", ""),
        ("you should know that trees grow", ""),
    ],
)
def test_prerequisites_in_sentences(note: str, asked: str) -> None:
    """A sentence asks for knowledge as a label does; one that asks for none names none."""
    assert prerequisites_of(Entry(1, "Gardens", "https://a.org/g", None, note=note)) == asked
