"""What is concluded from an entry: level, language, price, stance, topics, each with the rule that gave it."""

from pathlib import Path

import pytest

from catalogue.datafolder.thesaurus import load_thesaurus
from catalogue.normalise.language import Habit, judge_language, read_habit
from catalogue.normalise.level import judge_level
from catalogue.normalise.price import judge_price
from catalogue.normalise.stance import judge_stance
from catalogue.normalise.topics import TopicFinder
from catalogue.records.documents import Entry, Finding
from catalogue.vocabulary import Level, Rule, Stance, Why

TOPICS = TopicFinder(load_thesaurus(Path(__file__).parent.parent.parent / "data" / "topics.csv"))


def entry(title: str = "Thing", url: str | None = "https://w.example/thing/", **rest: object) -> Entry:
    """An entry of line 1."""
    return Entry(1, title, url, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "headings", "level"),
    [
        pytest.param(entry(marks=("INT",)), (), Level.INTERMEDIATE, id="mark"),
        pytest.param(entry(marks=("BEG/INT",)), (), Level.BEGINNER, id="range begins"),
        pytest.param(entry(marks=("Level Hard red",)), (), Level.ADVANCED, id="badge"),
        pytest.param(entry(marks=("Level 简单 green",)), (), Level.BEGINNER, id="zh badge"),
        pytest.param(entry(note="难度：🌟🌟🌟"), (), Level.INTERMEDIATE, id="stars"),
        pytest.param(entry(note="введение для начинающих"), (), Level.BEGINNER, id="ru note"),
        pytest.param(entry(note="适合初学者"), (), Level.BEGINNER, id="zh note"),
        pytest.param(entry(), ("Advanced Projects",), Level.ADVANCED, id="heading"),
        pytest.param(entry(), ("Видео", "Начальный уровень (A1)"), Level.BEGINNER, id="ru heading above"),
        pytest.param(entry(), ("初级（112）",), Level.BEGINNER, id="zh heading with a count"),
        pytest.param(entry(), ("Phase 2: Intermediate",), Level.INTERMEDIATE, id="numbered heading"),
        pytest.param(entry(), ("Trees for beginners",), Level.BEGINNER, id="heading that ends in it"),
        pytest.param(entry(), ("入门书籍",), Level.BEGINNER, id="zh heading"),
        pytest.param(entry(), ("Trees [Advanced]",), Level.ADVANCED, id="heading with a level in brackets"),
        pytest.param(entry(), ("Tales of trees (Medium)",), None, id="a site of that name"),
        pytest.param(entry(), ("Hard skills",), None, id="heading of another hard"),
        pytest.param(entry(), ("Beginner to advanced",), None, id="heading of a range"),
        pytest.param(entry("Matrices for Beginners"), (), Level.BEGINNER, id="title"),
        pytest.param(entry(note="for beginners and for advanced users"), (), None, id="two levels"),
        pytest.param(entry(), ("Advanced topics in a field of study",), None, id="heading that goes on"),
        pytest.param(entry("Introduction to Matrices"), (), None, id="introduction says nothing"),
        pytest.param(entry(note="- Level: Advanced"), (), Level.ADVANCED, id="label in the note"),
        pytest.param(entry(note="— сложность: высокая"), (), Level.ADVANCED, id="ru label in the note"),
        pytest.param(entry(note="- 高级"), (), Level.ADVANCED, id="note of a level alone"),
        pytest.param(entry(note="| Easy |"), (), Level.BEGINNER, id="cell of a level alone"),
        pytest.param(entry(note="a fast, easy way to count trees"), (), None, id="easy in a sentence"),
        pytest.param(entry(note="не для новичков"), (), None, id="whom it is not for"),
        pytest.param(entry(note="适合有一定基础的同学"), (), Level.INTERMEDIATE, id="zh some knowledge"),
        pytest.param(entry(note="— подойдёт тем, кто только начинает"), (), Level.BEGINNER, id="ru who begin"),
        pytest.param(entry(note="for both beginner and advanced users"), (), None, id="both ends"),
        pytest.param(entry(note="made for advanced models of trees"), (), None, id="what is advanced is no reader"),
        pytest.param(entry(note="— вводный курс"), (), Level.BEGINNER, id="ru introduction"),
        pytest.param(entry(note="— уровень сложности — высокий"), (), Level.ADVANCED, id="ru label and dash"),
        pytest.param(entry(note="- Requires maths; advanced."), (), Level.ADVANCED, id="a part of a note"),
        pytest.param(entry(note="- 从入门到精通"), (), None, id="zh from one to the other"),
        pytest.param(entry(note="小白友好"), (), Level.BEGINNER, id="zh for laymen"),
        pytest.param(entry(note="needs no prior programming experience"), (), Level.BEGINNER, id="nothing needed"),
    ],
)
def test_level(given: Entry, headings: tuple[str, ...], level: Level | None) -> None:
    """A level is what the document says; two at once, or none, are no level."""
    found = judge_level(given, headings)
    assert (found and found.value) == level


@pytest.mark.parametrize(
    ("given", "habit", "language"),
    [
        pytest.param(entry("Матрицы"), Habit("ru", translates=False), "ru", id="own title"),
        pytest.param(entry("Матрицы"), Habit("ru", translates=True), "en", id="translated title"),
        pytest.param(entry("矩阵笔记"), Habit("zh", translates=True), "zh", id="notes are not translated"),
        pytest.param(
            entry("Matrices", "https://w.example/"), Habit("zh", translates=False), "zh", id="en title, zh list"
        ),
        pytest.param(entry("Matrices", "https://w.example/"), Habit("en", translates=False), "en", id="en list"),
        pytest.param(entry("Матрицы", "https://w.example/en/m"), Habit("ru", translates=False), "en", id="path"),
        pytest.param(entry("Matrices", "https://zh.w.example/m"), Habit("en", translates=False), "zh", id="subdomain"),
        pytest.param(entry("Matrices", "https://w.example/?hl=zh-cn"), Habit("en", translates=False), "zh", id="query"),
        pytest.param(entry("Matrices", "https://w.ru/m"), Habit("en", translates=False), "ru", id="domain"),
        pytest.param(entry("Матрицы", marks=("in English",)), Habit("ru", translates=False), "en", id="stated"),
        pytest.param(entry("How Things Work", None), Habit("ru", translates=False), "en", id="en name without address"),
        pytest.param(entry("Qwertz", None), Habit("ru", translates=False), None, id="unknown"),
    ],
)
def test_language(given: Entry, habit: Habit, language: str | None) -> None:
    """The language is the resource's: the address beats the title, the document's habit decides between them."""
    found = judge_language(given, habit)
    assert (found and found.value) == language


def test_brackets_at_the_end_of_a_title_say_its_language() -> None:
    """`Title (en)` states the language, whatever script the title is in."""
    habit = Habit("ru", translates=False)
    assert judge_language(entry("Матрицы (школа) (en)"), habit) == Finding("en", Rule.STATED_WORD)
    assert judge_language(entry("[en] Матрицы"), habit) == Finding("en", Rule.STATED_WORD)
    assert judge_language(entry("Матрицы (часть)"), habit) == Finding("ru", Rule.SCRIPT)


def test_a_heading_names_the_language_of_its_list() -> None:
    """The nearest heading that is a language's name says it; a language as a topic does not."""
    habit = Habit("ru", translates=False)
    assert judge_language(entry("Матрицы"), habit, ("English", "Книги")) == Finding("en", Rule.STATED_WORD)
    assert judge_language(entry("Матрицы"), habit, ("Русский язык",)) == Finding("ru", Rule.SCRIPT)


def test_titles_in_latin_letters_follow_the_others_of_their_document() -> None:
    """Where most of them have English addresses, so has one whose address says nothing."""
    entries = [entry("Матрицы", "https://w.ru/m")] * 3 + [entry("Rows", "https://w.edu/r")] * 2
    habit = read_habit("ru", entries)
    assert (habit.translates, habit.latin_is_english) == (False, True)
    assert judge_language(entry("Quartz", "https://w.example/q"), habit) == Finding("en", Rule.DEFAULT)


def test_a_language_in_the_path_is_that_of_the_buttons_where_host_and_title_agree() -> None:
    """A Russian title on a Russian host is Russian under /en/ too; a foreign domain makes no English words foreign."""
    habit = Habit("ru", translates=False)
    assert judge_language(entry("Матрицы", "https://habr.com/en/post/1/"), habit) == Finding("ru", Rule.SCRIPT)
    given = entry("An Introduction to Learning", "https://w.br/x")
    assert judge_language(given, habit) == Finding("en", Rule.TITLE_WORD)


def test_a_document_translates_when_its_addresses_are_foreign() -> None:
    """Russian titles over English addresses are translations, over Russian ones they are titles."""
    foreign = [entry("Матрицы", "https://w.edu/m")] * 2 + [entry("Ряды", "https://w.ru/m")]
    native = [*foreign[1:], entry("Поля", "https://w.ru/p")]
    assert (read_habit("ru", foreign).translates, read_habit("ru", native).translates) == (True, False)


@pytest.mark.parametrize(
    ("given", "habit", "language"),
    [
        pytest.param(entry("Матрицы", "https://w.edu/m"), "ru", "en", id="English host, Russian title"),
        pytest.param(entry("矩阵", "https://coursera.org/learn/m"), "zh", "en", id="English platform, Chinese title"),
        pytest.param(entry("Матрицы", "https://coursera.org/learn/m"), "ru", "ru", id="platform with Russian works"),
        pytest.param(
            entry("Matrices", "https://coursera.org/learn/vvedenie-v-matricy"),
            "en",
            "ru",
            id="Russian words in the path",
        ),
        pytest.param(
            entry("Introduction to Matrices with Python - хорошая книга"), "ru", "en", id="described behind a dash"
        ),
        pytest.param(entry("矩阵, 2017, 英文版"), "zh", "en", id="edition said in the title"),
        pytest.param(entry("配套书籍《Learning From Trees》", "https://w.com/t"), "zh", "en", id="name in quotes"),
        pytest.param(entry("Tree Podcast. MVP в лесу (All)"), "ru", "ru", id="Russian small words between names"),
        pytest.param(entry("Matrix Docs 中文文档", "https://w.us/m"), "zh", "zh", id="Chinese documentation"),
        pytest.param(entry("Матрицы", "https://w.example/m", marks=("Eng",)), "ru", "en", id="mark"),
        pytest.param(entry("Qwertz", "https://w.de/q"), "en", "en", id="German host in an English list"),
        pytest.param(entry("Qwertz", "https://github.com/trees-tw/q"), "en", "zh", id="Taiwan in the path"),
        pytest.param(
            entry("tree-notes", "https://github.com/oak/tree-notes", note="大树学习笔记"),
            "zh",
            "zh",
            id="zh notes by their note",
        ),
        pytest.param(
            entry("learning-tools", "https://github.com/oak/learning-tools", note="大树"),
            "zh",
            "en",
            id="zh note about a tool",
        ),
        pytest.param(entry("Data Science", "https://vk.com/trees"), "ru", "ru", id="Russian network"),
    ],
)
def test_host_and_title_disagree(given: Entry, habit: str, language: str) -> None:
    """Hosts that hold English works only are believed against the script of a title, others are not."""
    found = judge_language(given, Habit(habit, translates=False))
    assert (found and found.value) == language


@pytest.mark.parametrize(
    ("note", "free"),
    [
        ("- free", True),
        ("（免费审计，认证需付费）", True),
        ("бесплатный курс", True),
        ("$", False),
        ("（基于订阅）", False),
        ("drug-free", None),
        ("free of bugs", None),
        ("free of charge", True),
        ("стоит 900 ₽", False),
        ("10 рубрик", None),
        ("первый урок бесплатный, дальше платно", False),
    ],
)
def test_price(note: str, free: bool | None) -> None:
    """Free or paid only where it is said; free learning with a paid certificate is free."""
    found = judge_price(entry(note=note))
    assert (found and found.value) == free


@pytest.mark.parametrize(
    ("note", "why", "stance"),
    [
        ("too long a way", Why.NAMED, Stance.DISCOURAGED),
        ("слишком долгий путь", Why.NAMED, Stance.DISCOURAGED),
        ("слишком долгий путь", Why.LISTED, None),
        ("не рекомендую", Why.LISTED, Stance.DISCOURAGED),
        ("можно записаться на занятия", Why.NAMED, Stance.PROMOTIONAL),
        ("всё это в моём телеграм-канале", Why.LABELLED, Stance.SELF_PROMOTION),
        ("a good read", Why.LISTED, None),
        ("outdated, avoid", Why.LISTED, Stance.DISCOURAGED),
        ("how to avoid storms", Why.LISTED, None),
        ("устарел, лучше пропустить", Why.LISTED, Stance.DISCOURAGED),
        ("written by me", Why.LISTED, Stance.SELF_PROMOTION),
        ("I don't recommend it", Why.LISTED, Stance.DISCOURAGED),
        ("skip this one", Why.LISTED, Stance.DISCOURAGED),
        ("do not skip this one", Why.LISTED, None),
        ("not affiliated with the forest", Why.LISTED, None),
        ("別的也行，别浪费时间", Why.LISTED, Stance.DISCOURAGED),
        ("наш курс по деревьям", Why.LISTED, Stance.SELF_PROMOTION),
        ("партнёрский материал", Why.LISTED, Stance.PROMOTIONAL),
        ("use code TREE for 10% off", Why.LISTED, Stance.PROMOTIONAL),
        ("no longer maintained", Why.LISTED, Stance.DISCOURAGED),
        ("a fork of a garden that is no longer maintained", Why.LISTED, None),
        ("obsolete versions are listed too", Why.LISTED, None),
        ("(реферальная ссылка)", Why.LISTED, Stance.PROMOTIONAL),
        ("my favourite course", Why.LISTED, None),
        ("本文作者的笔记", Why.LISTED, Stance.SELF_PROMOTION),
        ("我在B站的视频", Why.LISTED, Stance.SELF_PROMOTION),
        ("количество мест ограничено", Why.LISTED, Stance.PROMOTIONAL),
    ],
)
def test_stance(note: str, why: Why, stance: Stance | None) -> None:
    """What is advised against, sold or his own is never shown as recommended."""
    found = judge_stance(entry(note=note, why=why))
    assert (found and found.value) == stance


@pytest.mark.parametrize(
    ("heading", "stance"),
    [
        ("Books to skip", Stance.DISCOURAGED),
        ("Не рекомендую", Stance.DISCOURAGED),
        ("避雷", Stance.DISCOURAGED),
        ("Sponsors", Stance.PROMOTIONAL),
        ("Наши партнёры", Stance.PROMOTIONAL),
        ("Books", None),
    ],
)
def test_stance_of_a_heading(heading: str, stance: Stance | None) -> None:
    """What a heading says of its list holds for each of it; a wider heading says nothing."""
    found = judge_stance(entry(note="a good read"), (heading, "Outdated"))
    assert (found and found.value) == stance


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Основы линейной алгебры", ("linear-algebra",)),
        ("深度学习与计算机视觉", ("deep-learning", "computer-vision")),
        ("Deep Reinforcement Learning in Python", ("deep-reinforcement-learning", "python")),
        ("ML и нейросети", ("machine-learning", "neural-networks")),
        ("Embedded analytics: how to optimize a cluster", ()),
        ("Word embeddings and clusterings", ("embeddings", "clustering")),
        ("foo and bar", ()),
    ],
)
def test_topics(text: str, topics: tuple[str, ...]) -> None:
    """Labels are found in three languages whatever their endings; abbreviations only as written."""
    assert TOPICS.find(text) == topics


def test_topics_come_from_the_nearest_place() -> None:
    """Title before heading; what a narrower topic says already is left out."""
    found = TOPICS.judge_topics(entry("Deep learning course"), ("Python",))
    assert found == (Finding("deep-learning", Rule.TITLE_WORD), Finding("python", Rule.HEADING_WORD))
