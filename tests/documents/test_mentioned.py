"""Works that running text mentions by their names alone, and text that only looks as if it did."""

import pytest

from catalogue.documents.names.mentioned import named_in
from catalogue.documents.reading import read_document
from catalogue.normalise.kindwords import kind_of_word


def names(text: str) -> list[str]:
    """The names in a text."""
    return [name for name, _ in named_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then read “Old Gardens of Kent” by Ann Bee.", ["Old Gardens of Kent"]),
        ('"Сад с нуля: курс для начинающих" на Stepik — 40 ч', ["Сад с нуля: курс для начинающих"]),
        ("Взять книгу Дж. Форда «Много корней. Сад в таблицах» — 15 ч", ["Много корней. Сад в таблицах"]),
        ('Watch the series "Essence of Garden Soil" first.', ["Essence of Garden Soil"]),
        ("The book Gardens with Python by Ann Bee is next.", ["Gardens with Python"]),
        ("I used the textbook An Introduction to Old Soil.", ["An Introduction to Old Soil"]),
        ("Start with Ann Bee's Garden Soil course on Coursera.", ["Ann Bee's Garden Soil"]),
        ("The Garden Soil textbook by Bee is free.", ["Garden Soil"]),
        ("For trees go with Ann Bee's course.", ["Ann Bee's course"]),
        ("After that, I read Pattern of Gardens and Trees by Ann C. Bee.", ["Pattern of Gardens and Trees"]),
        ("MIT 6.S191 is a short course.", ["MIT 6.S191"]),
        ("Go with CS224n by Ann Bee.", ["CS224n"]),
        ("Subscribe to the newsletter The Batch.", ["The Batch"]),
        ("Для старта хватит курса Стэнфорда CS229.", ["CS229"]),
        ("Из книг советую «Грокаем сады» Траска и «Глубокие корни» Гуда.", ["Грокаем сады", "Глубокие корни"]),
        ("Телеграм-канал «Сад» — новости.", ["Сад"]),
        ("Канал на YouTube «selfgarden» хорош.", ["selfgarden"]),
        ("Обязательно к прочтению: К. Пчёлкин, «Узнавание садов».", ["Узнавание садов"]),
        ("Хорошая вводная — «Математика для садов» Дениса Волка.", ["Математика для садов"]),
        ("Учебник ШАДа по садам — лучшее.", ["Учебник ШАДа"]),
        ("Лекции К. В. Пчёлкина есть на YouTube.", ["Лекции К. В. Пчёлкина"]),
        ("Для практики — соревнования на Kaggle.", ["Kaggle"]),
        (
            "«От семян к саду» будет отличным пособием. Ещё добавлю «Введение в сады».",
            ["От семян к саду", "Введение в сады"],
        ),
        ("Книга Анны Пчёлкиной «Сад и огород» — руководство.", ["Сад и огород"]),
        ("书的话，看王某的西瓜书和《花园的历史》。", ["花园的历史", "西瓜书"]),
        ("找找Ann Bee的花园公开课。", ["Ann Bee的花园公开课"]),
        ("听王某老师的园艺课程。", ["王某老师的园艺课程"]),
        ("接下来学习斯坦福的CS231n课程。", ["CS231n"]),
        ("刷题推荐LeetCode热题。", ["LeetCode"]),
        ("学习Kaggle Learn的Pandas教程，完成练习。", ["Kaggle Learn的Pandas教程"]),
        ("或李沐某Coursera课程，或MIT线性代数公开课。", ["李沐某Coursera课程", "MIT线性代数公开课"]),
        ("看《花园》（王某，西瓜书）。", ["花园"]),
        ("Coursera上的课程很多，Google的免费课程也不少，程序员的学习视频更多。", []),
        ("Может подойти «Сады мира» Адитьи Пчёлкиной.", ["Сады мира"]),
        ("Стоит пройти курс Ann Bee на Leaf.", ["курс Ann Bee"]),
    ],
)
def test_works_mentioned_in_a_sentence(text: str, found: list[str]) -> None:
    """What stands beside a name says that it is one, in any of the three languages."""
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Nick continued, “Ann comes from the north, she studied trees.”",
        "Various platforms such as Coursera and Udacity offer comprehensive courses on gardens.",
        "You only need the course up to the Old Trees lesson.",
        "I did this without a MOOC, like Coursera or edX, and without a book.",
        "It takes 6.25 hours to read, 3.14 at best.",
        "Каждый хочет «войти в сады» через парадную дверь.",
        "Я видел людей, которые «прошли» курсы.",
        "Почву называют «чернозёмом юга страны».",
        "Курсы ВУЗа не нужны.",
        "他在书店里看到很多鱼书包。",
        "学习编程最重要的是多动手。",
    ],
)
def test_text_that_names_no_work(text: str) -> None:
    """Speech, scare quotes, platforms, parts of works and figures are no works."""
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Подкаст «Сад и огород» слушаю в дороге.", "podcast"),
        ("Есть курс, а ещё книга «Сад и огород».", "book"),
        ("I took the course Old Gardens of Kent.", "course"),
        ("Ann Bee's “Gardens: Zero to Hero” playlist is gold.", "video"),
    ],
)
def test_the_nearest_word_says_the_kind(text: str, kind: str) -> None:
    """The word before a name counts more than one behind it."""
    assert [kind_of_word(word) for _, word in named_in(text)] == [kind]


def test_what_is_told_of_a_work_mentions_no_other() -> None:
    """A description under an entry is about that entry; titles in Chinese marks are works even there."""
    page = "- [CS 324](https://a.org/c)\n  - The Old Gardens course covers soil.\n  - 《花园》\n"
    assert [entry.title for entry in read_document(page.encode(), "a.md").entries] == ["CS 324", "花园"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("视频课程：王某园艺2021。", "王某园艺2021"),
        ("推荐一个公众号：花园之心，每天都有新内容。", "花园之心"),
        ("花园方面的一本书：Garden Soil，适合入门", "Garden Soil"),
    ],
)
def test_chinese_labels(line: str, name: str) -> None:
    """A label that ends in a word for a kind names what follows, up to the next comma or stop."""
    assert [entry.title for entry in read_document(f"# 花园\n\n{line}\n".encode(), "a.md").entries] == [name]


def test_a_chinese_label_over_a_list_names_nothing() -> None:
    """`花园库：Spade、Rake` says what belongs together."""
    assert read_document("# 花园\n\n花园课程库：Spade、Rake 和 Hoe。\n".encode(), "a.md").entries == ()
