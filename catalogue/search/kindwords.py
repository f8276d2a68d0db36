"""The words a reader uses for a kind of resource: "книги по python" asks for books about Python. Pure."""

from catalogue.search.analyzer import Token, tokenize
from catalogue.search.folding import fold
from catalogue.search.topicwords import terms_of
from catalogue.vocabulary import Kind

WORDS = {
    Kind.COURSE: "course courses class lectures курс курсы лекции специализация 课程 公开课 教程课",
    Kind.BOOK: "book books textbook handbook книга книги книжка учебник справочник 书 书籍 图书 教材 手册",
    Kind.PAPER: "paper papers preprint научная статья препринт 论文",
    Kind.VIDEO: "video videos видео ролик ролики 视频",
    Kind.CREATOR: "author authors blogger автор авторы блогер 作者 博主",
    Kind.ARTICLE: "article articles post статья статьи пост 文章 博客",
    Kind.TUTORIAL: "tutorial tutorials guide руководство туториал гайд урок уроки 教程 指南",
    Kind.TOOL: "tool tools library инструмент инструменты библиотека 工具 库",
    Kind.DATASET: "dataset datasets датасет датасеты 数据集",
    Kind.COLLECTION: "collection list подборка сборник список 合集 清单",
    Kind.ROADMAP: "roadmap roadmaps роадмап план 路线图",
    Kind.COMMUNITY: "community forum chat сообщество форум чат 社区 论坛",
    Kind.PRACTICE: "exercises practice задачи упражнения практика 练习 题库",
    Kind.PODCAST: "podcast podcasts подкаст подкасты 播客",
    Kind.WEBSITE: "website site сайт 网站",
    Kind.DOCUMENTATION: "documentation docs документация 文档",
}


def kind_of(token: Token) -> Kind | None:
    """The kind a word of a query asks for."""
    return _KINDS.get(token.terms)


_KINDS = {
    terms_of([token]): kind for kind, words in WORDS.items() for word in words.split() for token in tokenize(fold(word))
}
