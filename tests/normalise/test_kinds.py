"""Which kind of resource an entry is, and by which rule."""

import pytest

from catalogue.normalise.kind import judge_kind
from catalogue.records.documents import Entry, EntryLink, Finding
from catalogue.vocabulary import Kind, LinkRole, Rule


def entry(title: str = "Thing", url: str | None = "https://w.example/thing/", **rest: object) -> Entry:
    """An entry of line 1."""
    return Entry(1, title, url, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "headings", "kind", "rule"),
    [
        pytest.param(entry(marks=("@video",)), (), Kind.VIDEO, Rule.STATED_MARK, id="typed link"),
        pytest.param(entry(marks=("Book",)), ("Courses",), Kind.BOOK, Rule.STATED_MARK, id="label beats heading"),
        pytest.param(entry("Курс по матрицам"), (), Kind.COURSE, Rule.TITLE_WORD, id="ru title"),
        pytest.param(entry("数据科学手册"), ("课程",), Kind.BOOK, Rule.TITLE_WORD, id="zh title beats heading"),
        pytest.param(entry("CS 229S: Systems"), (), Kind.COURSE, Rule.TITLE_WORD, id="number of a course"),
        pytest.param(entry("RFC 793: TCP"), (), Kind.ARTICLE, Rule.DEFAULT, id="number of something else"),
        pytest.param(entry("The Matrix Handbook"), (), Kind.BOOK, Rule.TITLE_WORD, id="en title"),
        pytest.param(entry(), ("Книги по алгебре",), Kind.BOOK, Rule.HEADING_WORD, id="ru heading"),
        pytest.param(entry(), ("Master it and its core libraries in 3 weeks",), Kind.ARTICLE, Rule.DEFAULT, id="long"),
        pytest.param(entry(url="https://arxiv.org/abs/2307.09288"), (), Kind.PAPER, Rule.URL_SHAPE, id="paper"),
        pytest.param(entry(url="https://w.example/courses/algebra"), (), Kind.COURSE, Rule.URL_SHAPE, id="course path"),
        pytest.param(entry(url="https://s.example/p/9781492032632"), (), Kind.BOOK, Rule.URL_SHAPE, id="ISBN"),
        pytest.param(
            entry(url="https://docs.oak.example/oak-book/ch06-leaves.html"),
            (),
            Kind.DOCUMENTATION,
            Rule.URL_SHAPE,
            id="a page of a book that is a manual",
        ),
        pytest.param(entry(note="a book for all"), (), Kind.BOOK, Rule.NOTE_WORD, id="note"),
        pytest.param(entry(url="https://youtube.com/watch?v=abcdefghijk"), (), Kind.VIDEO, Rule.URL_SHAPE, id="video"),
        pytest.param(entry(url="https://w.example/"), (), Kind.WEBSITE, Rule.DEFAULT, id="bare host"),
        pytest.param(entry(url="https://w.example/en-gb/"), (), Kind.WEBSITE, Rule.DEFAULT, id="front page"),
        pytest.param(entry(marks=("Readings", "Labs")), ("Courses",), Kind.COURSE, Rule.HEADING_WORD, id="parts"),
        pytest.param(entry(), ("Lecture",), Kind.COURSE, Rule.HEADING_WORD, id="lectures of a university"),
        pytest.param(
            entry(url="https://youtube.com/playlist?list=P"), ("Lectures",), Kind.VIDEO, Rule.HEADING_WORD, id="talks"
        ),
        pytest.param(entry(url="https://vdisk.weibo.com/s/ab/"), (), Kind.ARTICLE, Rule.DEFAULT, id="another service"),
        pytest.param(entry("ABC 101"), (), Kind.ARTICLE, Rule.DEFAULT, id="101"),
        pytest.param(entry("Matrices, 3rd Edition"), (), Kind.BOOK, Rule.TITLE_WORD, id="edition"),
        pytest.param(entry(), ("Adversarial Training",), Kind.ARTICLE, Rule.DEFAULT, id="topic"),
        pytest.param(
            entry(url="https://w.example/", links=(EntryLink("https://github.com/a/b", LinkRole.SOURCE),)),
            (), Kind.TOOL, Rule.FURTHER_LINK, id="source beside it",
        ),
        pytest.param(entry("Words of Books"), ("Datasets",), Kind.DATASET, Rule.HEADING_WORD, id="plural in a title"),
        pytest.param(entry("Tree Docs"), ("教程/文档",), Kind.DOCUMENTATION, Rule.HEADING_WORD, id="two kinds at once"),
        pytest.param(entry("Interview Questions"), (), Kind.PRACTICE, Rule.TITLE_WORD, id="questions"),
        pytest.param(
            entry(url="https://w.example/how-trees-grow/"), ("Blogs",), Kind.ARTICLE, Rule.URL_SHAPE, id="post"
        ),
        pytest.param(
            entry("A curated list of trees", "https://github.com/a/trees"),
            (), Kind.COLLECTION, Rule.TITLE_WORD, id="list",
        ),
        pytest.param(entry("A Course in Trees"), ("Books",), Kind.BOOK, Rule.HEADING_WORD, id="course that is a book"),
        pytest.param(entry(), ("数据库",), Kind.ARTICLE, Rule.DEFAULT, id="a database is no library"),
        pytest.param(entry(), ("🎓 Training",), Kind.COURSE, Rule.HEADING_WORD, id="alone"),
        pytest.param(entry(url="https://w.example/top-courses-of-all/"), (), Kind.ARTICLE, Rule.DEFAULT, id="lot"),
        pytest.param(entry(url="https://w.example/docs/guides/x"), (), Kind.DOCUMENTATION, Rule.URL_SHAPE, id="docs"),
        pytest.param(entry(url="https://aws.amazon.com/x/"), (), Kind.ARTICLE, Rule.DEFAULT, id="below"),
        pytest.param(
            entry("What is a leaf?", "https://w.example/courses/trees/leaf"),
            (), Kind.ARTICLE, Rule.TITLE_WORD, id="question inside a course",
        ),
        pytest.param(
            entry("Cut a branch - The Tree Handbook", "https://treehandbook.example/cut-a-branch"),
            (), Kind.ARTICLE, Rule.DEFAULT, id="name of the site behind the title",
        ),
        pytest.param(entry("12 best books on trees"), (), Kind.ARTICLE, Rule.DEFAULT, id="list of books"),
        pytest.param(entry("Oak"), ("Working with a cutting tool",), Kind.ARTICLE, Rule.DEFAULT, id="one tool"),
        pytest.param(
            entry("Oak", "https://w.example/blog/oak"), ("Tools",), Kind.ARTICLE, Rule.URL_SHAPE, id="post about tools"
        ),
        pytest.param(entry("Oak tools", "https://oak.example/tools"), (), Kind.WEBSITE, Rule.DEFAULT, id="own site"),
        pytest.param(
            entry("Oaks", "https://roadmap.example/trees/oaks"), (), Kind.ARTICLE, Rule.DEFAULT, id="page of a roadmap"
        ),
        pytest.param(entry("COMP 6246: Trees"), (), Kind.COURSE, Rule.TITLE_WORD, id="longer number of a course"),
        pytest.param(
            entry("A Guide to Oaks", "https://blog.oak.example/oaks"),
            (), Kind.ARTICLE, Rule.URL_SHAPE, id="guide in a blog",
        ),
        pytest.param(
            entry("What is an Oak?", "https://docs.oak.example/oak"),
            (), Kind.DOCUMENTATION, Rule.URL_SHAPE, id="manual asks",
        ),
        pytest.param(
            entry("Oak benchmark", "https://guides.oak.example/b"),
            (), Kind.DOCUMENTATION, Rule.URL_SHAPE, id="guides host",
        ),
        pytest.param(
            entry("oak", "https://api.oak.example/v8/classes/oak"),
            (), Kind.DOCUMENTATION, Rule.URL_SHAPE, id="classes of code",
        ),
        pytest.param(
            entry("Mining Massive Datasets", "http://www.mmds.org/"),
            (), Kind.BOOK, Rule.HOST, id="site that is one work",
        ),
        pytest.param(entry("Oaks", "https://w.example/~oak/oakbook/"), (), Kind.BOOK, Rule.URL_SHAPE, id="book path"),
        pytest.param(entry("Oaks", "https://w.example/oaks/facebook/"), (), Kind.ARTICLE, Rule.DEFAULT, id="facebook"),
        pytest.param(entry("Oaks", "https://w.example/oak/2023-spring"), (), Kind.COURSE, Rule.URL_SHAPE, id="term"),
        pytest.param(entry("Oaks", "https://www.nature.com/articles/n1"), (), Kind.PAPER, Rule.HOST, id="journal"),
        pytest.param(entry("大树实战", "https://book.douban.com/subject/1/"), (), Kind.BOOK, Rule.HOST, id="zh book"),
        pytest.param(entry("Подборка курсов"), (), Kind.COLLECTION, Rule.TITLE_WORD, id="ru list of courses"),
        pytest.param(entry("LeetCode", "https://leetcode.com/"), (), Kind.PRACTICE, Rule.HOST, id="practice"),
        pytest.param(entry("Oaks"), ("Библиотека лесника",), Kind.BOOK, Rule.HEADING_WORD, id="ru shelf of books"),
        pytest.param(entry("Open Data Science"), (), Kind.ARTICLE, Rule.DEFAULT, id="open data science"),
        pytest.param(
            entry("一键生成视频 Tree", "https://github.com/oak/tree"),
            (), Kind.TOOL, Rule.URL_SHAPE, id="code for videos",
        ),
        pytest.param(
            entry("Roots", "https://w.example/learn/courses/oaks/lessons/roots"),
            (), Kind.ARTICLE, Rule.URL_SHAPE, id="page of a course",
        ),
        pytest.param(
            entry("The Oak: a Complete Guide", "https://w.example/trees/oak"),
            (), Kind.ARTICLE, Rule.TITLE_WORD, id="guide that is a page",
        ),
        pytest.param(
            entry("Oak Guide", "https://github.com/oak/guide"), (), Kind.TUTORIAL, Rule.TITLE_WORD, id="guide in code",
        ),
        pytest.param(
            entry("Oaks", "https://w.example/guides/oaks"), (), Kind.ARTICLE, Rule.URL_SHAPE, id="guides of a site",
        ),
        pytest.param(
            entry("The Definitive Guide to Oaks", "https://w.example/x/blog/oaks"),
            (), Kind.ARTICLE, Rule.URL_SHAPE, id="guide to",
        ),
        pytest.param(entry("大树: 个人文献管理"), (), Kind.ARTICLE, Rule.DEFAULT, id="zh word that is no head"),
        pytest.param(entry("Лес", "https://www.litres.ru/a/les/"), (), Kind.BOOK, Rule.HOST, id="ru bookseller"),
    ],
)  # fmt: skip
def test_kind(given: Entry, headings: tuple[str, ...], kind: Kind, rule: Rule) -> None:
    """The strongest rule that answers gives the kind."""
    assert judge_kind(given, headings, ("list", "A list")) == Finding(kind, rule)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("推荐书籍", Kind.BOOK),
        ("视频教程", Kind.VIDEO),
        ("视频生成", None),
        ("Video generation", None),
        ("Useful software", Kind.TOOL),
        ("Программы обучения", Kind.COURSE),
        ("竞赛平台", Kind.PRACTICE),
        ("Практика", Kind.PRACTICE),
        ("Best practice", None),
        ("Публикации", Kind.PAPER),
        ("Что послушать", Kind.PODCAST),
        ("За кем следить", Kind.CREATOR),
        ("API references", Kind.DOCUMENTATION),
        ("学习路线图", Kind.ROADMAP),
        ("Подборки", Kind.COLLECTION),
        ("Подборки книг", Kind.BOOK),
        ("Mutable collections", None),
    ],
)
def test_what_a_heading_says(heading: str, kind: Kind | None) -> None:
    """Its word for a kind, unless that only says what the next word is about."""
    found = Finding(kind, Rule.HEADING_WORD) if kind else Finding(Kind.ARTICLE, Rule.DEFAULT)
    assert judge_kind(entry(), (heading,), ("list", "A list")) == found


def test_nothing_says_the_kind() -> None:
    """Without an address and a word there is no kind."""
    assert judge_kind(entry(url=None), (), ()) is None


@pytest.mark.parametrize(
    ("headings", "kind", "rule"),
    [((), Kind.VIDEO, Rule.URL_SHAPE), (("Courses",), Kind.COURSE, Rule.HEADING_WORD)],
    ids=["nothing said", "a list of courses"],
)
def test_the_title_of_one_video_does_not_make_it_a_course(headings: tuple[str, ...], kind: Kind, rule: Rule) -> None:
    """A "full course" at the address of one video is a video, unless it stands in a list of courses."""
    given = entry("Gardens: Full Course for Beginners", "https://www.youtube.com/watch?v=abcdefghijk")
    assert judge_kind(given, headings, ("list", "A list")) == Finding(kind, rule)
