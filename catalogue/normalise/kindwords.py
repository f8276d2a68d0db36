"""The words for each kind of resource in English, Russian and Chinese: one table for all places."""

import re
from functools import lru_cache

from catalogue.normalise.wordlist import Words
from catalogue.vocabulary import Kind

KIND_WORDS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.COURSE,
        r"(?:crash |short |video |online )?courses?|courseware|moocs?|nano ?-?degrees?|specialization"
        r"|specialisation|bootcamps?|zoomcamps?"
        r"|boot camps?|masterclass|curriculum|learning paths?"
        r"|syllabus|workshops?|trainings?|certificat(?:e|ion)s?|classes|intensive"
        r"|(?:видео|мини|онлайн|экспресс)?-?курс(?:а|ы|у|ом|е|ов|ами|ах)?|специализаци[яию]|программа обучения"
        r"|буткемп|интенсив"
        r"|мастер-?класс(?:ы|а)?|тренинг(?:и|а)?|课程|公开课|速成课|训练营|专项|专业证书|纳米学位|慕课|网课|集训",
    ),
    (
        Kind.BOOK,
        r"(?:e-?|text|hand|cook)?books?|the definitive guide(?! to\b)|hand-book|book series|monograph"
        r"|(?:\d(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|revised) ed(?:ition)?"
        r"|(?:e-?)?книг(?:[аиуе]|ой|ам|ах|ами)?|книге|книгам"
        r"|книгах|книжк[аиу]"
        r"|учебник(?:а|и|ов|у)?|хендбук(?:а|и|ов)?|хэндбук(?:а|и)?|справочник(?:а|и)?|самоучитель|пособи[ея]"
        r"|литератур[аы]"
        r"|书|书籍|图书|教材|手册|教科书|电子书|课本",
    ),
    (
        Kind.PAPER,
        r"papers?|preprints?|publications?|journal articles?|research articles?|thes[ie]s|научн(?:ая"
        r"|ые) стать[яи]|препринт(?:ы)?"
        r"|диссертаци[яи]|论文|論文|文献",
    ),
    (
        Kind.VIDEO,
        r"videos?|screencasts?|(?:video |recorded )?lectures?|talks?|playlists?|webinars?|keynotes?|livestreams?"
        r"|vlogs?|watch"
        r"|видео|видеолекци[яи]|лекци[яийю]|доклад(?:ы)?|вебинар(?:ы)?|плейлист(?:ы)?|ролик(?:и)?|урок(?:и|ов)?"
        r"|видеоурок(?:и)?"
        r"|视频|讲座|录像|演讲|播放列表",
    ),
    (
        Kind.CREATOR,
        r"creators?|influencers?|youtubers?|bloggers?|people(?: to follow)?|who to follow|experts?|authors? to follow"
        r"|(?:youtube )?channels?|создател[иь]|автор(?:ы|ов)|блогер(?:ы)?|эксперт(?:ы)?|люди|кого читать"
        r"|на кого подписаться"
        r"|(?:ютуб-?|youtube-?)?канал(?:ы|а)?|创作者|博主|频道|up主|大牛|专家",
    ),
    (
        Kind.TUTORIAL,
        r"tutorials?|how-?to|walkthroughs?|quick ?starts?|getting started|step[- ]by[- ]step|hands-on|guides?"
        r"|cheat ?sheets?"
        r"|codelabs?|notebooks?|lessons?|recipes?|primer|туториал(?:ы)?|руководств[оа]|гайд(?:ы|а|ов)?"
        r"|инструкци[яи]|шпаргалк[аи]"
        r"|самоучители|ноутбук(?:и)?|教程|指南|入门指南|手把手|速查表|实战|笔记",
    ),
    (
        Kind.ARTICLE,
        r"articles?|blog ?posts?|posts?|essays?|write-?ups?|readings?|explainers?|interviews? with|case stud(?:y"
        r"|ies)|stories"
        r"|news(?: article)?|стать[яиью]|пост(?:ы)?|заметк[аи]|эссе|обзор(?:ы)?|чтение|文章|博文|随笔|专栏",
    ),
    (
        Kind.DATASET,
        r"datasets?|data ?sets?|corpus|corpora|benchmarks?"
        r"|open data(?! science)|датасет(?:ы)?|наборы? данных|корпус(?:а)?"
        r"|数据集|语料库|数据仓库",
    ),
    (
        Kind.TOOL,
        r"tools?|tool ?kits?|librar(?:y|ies)|frameworks?|packages?|sdks?|software|platforms?|apps?|plugins?"
        r"|extensions?|engines?"
        r"|repositor(?:y|ies)|projects?|compilers?|ides?|apis?|инструмент(?:ы|а)?|библиотек[аи]|фреймворк(?:и)?"
        r"|пакет(?:ы)?"
        r"|программ[ыа]|плагин(?:ы)?|сервис(?:ы)?|проект(?:ы)?|репозитори[йи]|工具|(?<!数据)(?<!题)(?<!语料)(?<!仓)(?<!知识)库|框架|软件|插件|平台|开源项目",
    ),
    (
        Kind.ROADMAP,
        r"road ?-?maps?|study plans?|curricula|дорожн(?:ая|ые) карт[аы]|роадмап(?:ы)?"
        r"|план обучения|路线图|学习路线|学习路径",
    ),
    (
        Kind.COLLECTION,
        r"curated lists?|awesome lists?|collections?|awesome|lists? of|link ?lists?|resources list|compilation|hub"
        r"|подборк[аи]"
        r"|коллекци[яи]|сборник(?:и)?|список(?: ресурсов)?|каталог|合集|汇总|列表|清单|精选|资源大全",
    ),
    (
        Kind.COMMUNITY,
        r"communit(?:y|ies)|forums?|discords?(?: servers?)?|slacks?(?: channels?)?|subreddits?|meet-?ups?"
        r"|groups?|chats?|discussions?"
        r"|mailing lists?|сообществ[оа]|форум(?:ы)?|чат(?:ы)?|групп[аы]|митап(?:ы)?|社区|论坛|群|交流群",
    ),
    (
        Kind.PRACTICE,
        r"exercises?|practice(?: problems?| questions?)?|problems?(?: sets?)?|katas?|quiz(?:zes)?|challenges?"
        r"|competitions?"
        r"|assignments?|coding (?:interviews?|questions?)|(?:[\w-]+ )?interview questions?|puzzles?|labs?"
        r"|задач(?:и|ник|ек|ки)?"
        r"|упражнени[яе]|практик[аи]"
        r"|тренаж[её]р(?:ы)?|соревновани[яе]|вопросы|квиз(?:ы)?|тест(?:ы)?"
        r"|练习|习题|题库|竞赛|刷题|作业",
    ),
    (Kind.PODCAST, r"podcasts?|audio ?shows?|подкаст(?:ы|а|ов)?|播客|电台"),
    (
        Kind.DOCUMENTATION,
        r"docs?|documentation|references?|api reference|manuals?|specifications?|specs?|official(?: docs?)?"
        r"|user guide|wiki"
        r"|документаци[яию]|спецификаци[яи]|официальная документация|文档|官方文档|参考|说明书|规范",
    ),
    (
        Kind.WEBSITE,
        r"web ?sites?|sites?|portals?|blogs?|newsletters?|magazines?|news ?(?:sites?|sources?)|feeds?|сайт(?:ы)?"
        r"|портал(?:ы)?"
        r"|блог(?:и)?|рассылк[аи]|журнал(?:ы)?|网站|门户|博客|周刊|通讯|新闻",
    ),
)

TYPE_KINDS: dict[str, Kind] = {
    "official": Kind.DOCUMENTATION,
    "opensource": Kind.TOOL,
    "feed": Kind.COLLECTION,
    "roadmap.sh": Kind.ROADMAP,
    "guide": Kind.TUTORIAL,
    "channel": Kind.CREATOR,
    "playlist": Kind.VIDEO,
    "blog": Kind.ARTICLE,
    "scholarlyarticle": Kind.PAPER,
    "videoobject": Kind.VIDEO,
    "person": Kind.CREATOR,
    "softwareapplication": Kind.TOOL,
    "techarticle": Kind.DOCUMENTATION,
    "organization": Kind.COMMUNITY,
    "podcastseries": Kind.PODCAST,
    **dict.fromkeys(("article-journal", "paper-conference", "journalarticle", "conferencepaper"), Kind.PAPER),
    **dict.fromkeys(("webpage", "post-weblog", "blogpost"), Kind.ARTICLE),
    **dict.fromkeys(("motion_picture", "videorecording"), Kind.VIDEO),
}
"""Types that lists put into their links, schema.org into its nodes, reference managers into their items, and that no
word above says."""

NAMED_KINDS = frozenset({Kind.COURSE, Kind.BOOK, Kind.PAPER, Kind.VIDEO, Kind.PODCAST, Kind.TUTORIAL})
"""Kinds whose works are named without a link often enough that a name after the word is one."""


CHINESE_WORD = re.compile(r"(?:\(\?<![\u4e00-\u9fff]+\))*[\u4e00-\u9fff]+")
"""A Chinese word of the table, with what must not stand before it: 库 is a library, 数据库 is none."""


def _bounded(words: str) -> str:
    """A word of letters with borders must stand alone; Chinese has no borders."""
    return rf"(?:(?<![^\W\d_])(?:{words})(?![^\W\d_])|(?:{_chinese(words)}))"


def _chinese(words: str) -> str:
    return "|".join(word for word in words.split("|") if CHINESE_WORD.fullmatch(word)) or r"(?!)"


PATTERNS: tuple[tuple[Kind, Words], ...] = tuple((kind, Words(words, _bounded)) for kind, words in KIND_WORDS)
WHOLE: tuple[tuple[Kind, Words], ...] = tuple((kind, Words(words)) for kind, words in KIND_WORDS)


@lru_cache(maxsize=8192)
def words_for_kinds(text: str) -> tuple[tuple[Kind, str], ...]:
    """Every word for a kind in a text, first of each kind."""
    return tuple((kind, found[0]) for kind, pattern in PATTERNS if (found := pattern.search(text)))


def kind_of_word(word: str) -> Kind | None:
    """The kind a word or short label names, if it names nothing else; for a type see TYPE_KINDS as well."""
    word = word.strip().lower()
    word = word.removeprefix("课程") or word
    return next((kind for kind, pattern in WHOLE if pattern.fullmatch(word)), None)


def any_word(kinds: frozenset[Kind]) -> str:
    """A pattern for any word of some kinds, standing alone."""
    return "|".join(_bounded(words) for kind, words in KIND_WORDS if kind in kinds)
