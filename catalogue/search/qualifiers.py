"""Words of a question about the resource, not its topic: course, for beginners, free, from scratch. Pure.

In a title they stand in the title's language, so one stands for the others; those with a facet are also answered by
what is known of the resource, each for itself: "книги по python" asks for books about Python, whatever they are called.
"""

from catalogue.search.topicwords import TopicWords

NAMES = {
    "kind:course": "course|courses|class|lectures|курс|лекции|课程|公开课|课|教程",
    "kind:book": "book|books|textbook|книга|книжка|учебник|самоучитель|书|书籍|图书|教材",
    "kind:paper": "paper|papers|preprint|научная статья|препринт|论文",
    "kind:video": "video|videos|видео|видеокурс|ролик|видеоурок|视频|教程",
    "kind:creator": "author|authors|blogger|автор|блогер|作者|博主",
    "kind:article": "article|articles|post|статья|пост|文章|博客",
    "kind:tutorial": "tutorial|tutorials|guide|руководство|туториал|гайд|урок|пособие|учебник|самоучитель|教程|指南",
    "kind:tool": "tool|tools|toolkit|library|framework|инструмент|библиотека|фреймворк|工具|工具包|库|框架",
    "kind:dataset": "dataset|datasets|датасет|набор данных|наборы данных|数据集",
    "kind:collection": "collection|list|подборка|сборник|список|合集|清单",
    "kind:roadmap": "roadmap|roadmaps|роадмап|план|дорожная карта|路线图|学习路线|路线",
    "kind:community": "community|forum|chat|сообщество|форум|чат|社区|论坛",
    "kind:practice": "exercises|practice|задачи|упражнения|практика|练习|题库|刷题",
    "kind:podcast": "podcast|podcasts|подкаст|播客",
    "kind:website": "website|site|сайт|网站",
    "kind:documentation": "documentation|docs|документация|文档",
    "level:beginner": "for beginners|beginner|beginners|для начинающих|для новичков|начинающий|初学者|入门|新手"
    "|from scratch|from zero|zero to hero|с нуля|从零开始|从零|从头开始|零基础",
    "level:advanced": "advanced|продвинутый|для продвинутых|高级|进阶",
    "free:yes": "free|бесплатный|бесплатно|免费",
    "language:en": "in english|english|англоязычный|на английском|на английском языке|英文|英文版|英语",
    "language:ru": "in russian|russian|русскоязычный|на русском|на русском языке|по-русски|俄文|俄语",
    "language:zh": "in chinese|chinese|китайский|на китайском|на китайском языке|中文|中文版",
    "introduction": "introduction|intro|crash course|введение|вводный курс|краткий курс|导论|入门|概论|引论|速成",
    "basics": "basics|fundamentals|foundations|основы|азы|基础",
    "hands-on": "practical|hands-on|in practice|практический|на практике|实战|实践",
    "survey": "survey|overview|обзор|综述|概述",
    "notes": "notes|lecture notes|конспект|笔记|讲义",
    "handbook": "handbook|справочник|хендбук|手册|宝典",
    "cheat-sheet": "cheat sheet|cheatsheet|шпаргалка|速查表",
    "examples": "by example|examples|в примерах|примеры|案例|实例",
    "school": "school|школа|学校",
    "certificate": "certificate|certification|professional certificate|сертификат|сертификация|证书|认证",
    "explained": "explained|explanation|объяснение|понятно о|разбор|讲解|详解|解读|图解",
    "competition": "competition|competitions|contest|соревнование|соревнования|конкурс|竞赛|比赛|大赛",
    "search": "search|поиск|搜索|检索",
    "step-by-step": "step by step|пошаговый|шаг за шагом|пошагово|逐步|手把手",
    "complete": "complete|comprehensive|ultimate|полный|完整|全面",
    "modern": "modern|современный|现代",
    "architecture": "architecture|архитектура|架构",
    "system": "system|systems|система|системы|系统",
    "network": "network|networks|сеть|сети|网络",
    "problem-book": "problems|problem set|сборник задач|задачник|习题|习题集",
    "answers": "answers|solutions|ответы|решения|答案|题解",
    "tips": "tips|tricks|советы|приемы|技巧",
    "trends": "trends|trend|тренды|趋势",
    "news": "news|newsletter|новости|рассылка|新闻|周刊",
    "channel": "channel|канал|频道",
    "university": "university|университет|大学",
    "academy": "academy|академия|学院",
    "summary": "summary|summaries|краткое содержание|总结",
    "translation": "translation|translated|перевод|翻译|译本",
    "edition": "edition|издание|第二版|第三版|第四版",
    "production": "production|in production|продакшен|продакшн|生产环境",
    "dictionary": "glossary|dictionary|глоссарий|словарь|词汇表|术语表",
    "interactive": "interactive|интерактивный|交互式|互动",
    "visual": "visual|illustrated|visually|наглядно|в картинках|иллюстрированный|图解|可视化图解",
    "code": "code|in code|код|в коде|代码|代码实现",
    "models": "model|models|модель|模型",
    "methods": "method|methods|метод|方法",
    "theory": "theory|теория|理论",
    "applications": "application|applications|применение|приложение|应用",
    "engineer": "engineer|инженер|工程师",
    "questions": "question|questions|вопрос|问题|题",
    "specialization": "specialization|специализация|专项课程",
    "programming": "programming|coding|программирование|编程|程序设计",
    "language": "language|programming language|язык|язык программирования|语言|编程语言",
    "development": "development|разработка|开发",
    "learning": "learn|изучить|изучение|выучить|научиться|学习",
}
"""What a reader may say, by the facet and value it asks for, or by a name of ours where it asks for none."""

FILLERS = frozenset(("programming", "language", "development", "learning"))
"""What says nothing beside a topic: whoever learns Go programming, or the Go language, means Go."""

QUALIFIERS = TopicWords((qualifier, name) for qualifier, names in NAMES.items() for name in names.split("|"))


def facet_of(qualifier: str) -> tuple[str, str] | None:
    """The facet and the value a qualifier asks for."""
    facet, colon, value = qualifier.partition(":")
    return (facet, value) if colon else None


def facet_term(facet: str, value: str) -> str:
    """The one term that stands in the index for what is known of a resource."""
    return f"{facet}{value}"
