"""Words that name a link instead of a work (roles, "here", share buttons), and headings that hold no entries.

In English, Russian and Chinese. A new language is a new word in a row.
"""

import re
from functools import lru_cache

from catalogue.vocabulary import LinkRole

ROLE_WORDS: tuple[tuple[LinkRole, str], ...] = (
    (
        LinkRole.DEMO,
        r"(?:live )?demos?|try it(?: online)?|playground|preview|app|демо|попробовать|演示|在线体验|试用"
        r"|線上演示|試用",
    ),
    (
        LinkRole.SOURCE,
        r"source(?: code)?|src|sources|github(?: (?:repo(?:sitory)?|page|link))?|gitlab|gitee|bitbucket|repo(?:sitory)?"
        r"|исходник[иа]?"
        r"|исходный код|репозиторий|源码|源代码|仓库|源碼|源代碼|原始碼|程式碼|倉庫",
    ),
    (
        LinkRole.CODE,
        r"(?:official |sample |example |unofficial )?codes?|implementation|notebooks?|colab|open in colab|jupyter"
        r"|scripts?|examples?|pytorch|tensorflow|keras|jax|код|ноутбук|примеры|代码|代碼|笔记本",
    ),
    (
        LinkRole.PAPER,
        r"(?:(?:research|original|full|arxiv|the) )?papers?"
        r"|(?:arxiv |download |full )?pdf(?: (?:download|link|version|file))?"
        r"|(?:arxiv[: ]\s*)?\d{4}\.\d{4,5}(?:v\d{1,2})?"
        r"|arxiv(?: (?:abstract|page))?|preprint|doi|abs(?:tract)?|publication|статья|препринт"
        r"|论文|論文",
    ),
    (
        LinkRole.VIDEO,
        r"(?:(?:course|lectures?|videos?|youtube|full) ){0,2}(?:videos?|recordings?|playlists?)"
        r"|(?:(?:video|youtube) )?lectures?|youtube|youtu\.be|vimeo|talks?|watch|bilibili"
        r"|видео|видос|запись|лекции|плейлист|(?:课程|b站|youtube|油管)?(?:视频|录像)|视频|視頻|录像|录播|回放",
    ),
    (
        LinkRole.MIRROR,
        r"mirrors?(?: \d+)?|.{0,30}[(（](?:backup|mirror|备份|备用|镜像|зеркало)"
        r"|alternative(?: link)?|alt|зеркало|альтернатива|镜像|备用(?:链接)?|鏡像",
    ),
    (
        LinkRole.ARCHIVED,
        r"archived?(?: (?:copy|version|link))?|web ?archive|wayback(?: machine)?|permalink.*|cached?|архив|копия"
        r"|(?:网页)?存档|归档|快照|存檔",
    ),
)
MAIN_WORDS = (
    r"(?:read|link|links|url|here|this|site|web ?site|web|web ?page|home ?page|page|project(?: page)?"
    r"|official(?: (?:site"
    r"|website|page|link))?|course(?: (?:link|page|web ?page|web ?site|site|home ?page|materials?))?"
    r"|article|blog(?: ?post)?|post"
    r"|(?:(?:free |online |full )+)?(?:e-?book|book|version|edition|text)|read more"
    r"|learn more|more|more info|details|info|click here|go|open|view|download|docs?|documentation|tutorial|text"
    r"|html|online|epub|summary|isbn[\s:-]*[\dx-]{9,17}"
    r"|mobi|md|markdown|slides?|free|buy|syllabus|материалы|ссылк[аи]|здесь|тут|сайт|страница|читать|скачать|подробнее"
    r"|статья|курс|блог|пост"
    r"|книга|链接|连接|这里|此处|(?:中文|英文)?(?:网站|官网)|主页|(?:笔记)?在线阅读|课程(?:主页|网站|链接|官网)?|首页|地址|博客|博文|下载|阅读|原文|文章|详情|点击(?:这里|此处)"
    r"|官方(?:网站|文档)?|文档|教程|书籍|讲义|鏈接|連結|網站|官網|主頁|下載|閱讀|文檔|講義)"
)
SHARE_WORDS = (
    r"tweets?|twitter|(?:(?:x|twitter|tweet) )?threads?|x|facebook|linkedin|reddit(?: (?:forum|community))?"
    r"|hn|hacker ?news|telegram|vk|вк|weibo|微博|wechat|微信"
    r"|(?:github )?issues?(?: tracker)?"
    r"|slack|discord|mastodon|bluesky|instagram|pinterest|rss(?: feed)?|feed|atom|newsletter"
    r"|share(?: (?:on|this) .*| this)?"
    r"|subscribe"
    r"|join|поделиться|подписаться|твит|телеграм(?:-канал)?|分享|订阅|推特"
)
BACK = re.compile(
    r"(?:(?:go |jump )?(?:back )?to (?:the )?(?:top|contents?|toc|table of contents|index|start)|back|top"
    r"|(?:назад|вернуться)?(?: ?(?:к|в|на))? ?(?:оглавлени[юе]|содержани[юе]|начал[оу]|наверх)"
    r"|返回?(?:顶部|目录|首页)|回到(?:顶部|目录)|返回頂部)(?:\W.*)?",
    re.IGNORECASE,
)
"""What leads to another place of the same page, whatever its address."""
CALL = re.compile(
    r"(?:subscribe (?:to|for|on)|follow (?:us|me)|join (?:us|our|the (?:discord|slack|telegram|chat|newsletter))"
    r"|sign up (?:for|to)|star (?:us|this)|подпи(?:сывайтесь|шитесь|саться) на|присоединяйтесь|вступайте"
    r"|关注(?:我们|作者|公众号)|加入(?:我们|群|讨论)|扫码)\b.{0,60}",
    re.IGNORECASE,
)
"""What a document asks of its reader for itself."""
SEE_ALSO = re.compile(
    r"\W*(?:see(?: also)?|related(?: \w+)?|inspired by|based on|source|sources|via|credits?|thanks to|more (?:on|at|in)"
    r"|(?:maintained|created|curated|compiled|edited) by|maintainers?|curators?|contributors?|authors?|contacts?"
    r"|авторы?|составител[ьи]|контакты?|作者|维护者|整理者|贡献者"
    r"|origin(?:al)?(?: (?:article|post|source))?"
    r"|см\.?(?: также)?|смотрите также|источники?|оригинал(?: статьи)?|по материалам"
    r"|参见|另见|参考|来源|原文(?:链接|地址)?|转载自)\W*",
    re.IGNORECASE,
)
"""What leads to a link that belongs to the text around it."""
TO_DO = re.compile(
    r"(?:(?:please|first|then|also|optional(?:ly)?|next|finally)[:,]? )?(?:(?:re-?)?(?:read|watch)|take|complete"
    r"|study|finish|do|solve|follow|play|enrol+ in|(?:go|work) through|listen to|subscribe to|explore|skim|review"
    r"|(?:start|begin) with)"
    r"(?: (?:the|an?|at least|all|first|of|from|chapters?|parts?|sections?|lectures?|weeks?|course|book|video|series"
    r"|[\d–-]+|[ivx]{1,4})){0,5}"
    r"|(?:(?:сначала|затем|потом|обязательно) )?(?:(?:про|по|до|пере)?чита(?:ть|й(?:те)?|ем)|прочти(?:те)?"
    r"|(?:по|про|пере)?смотр(?:еть|и(?:те)?|им)|про(?:йти|йди(?:те)?|йд[её]м|ходим)|(?:из|вы)?уч(?:ить|и(?:те)?|им|аем)"
    r"|(?:по|про)?реша(?:ть|й(?:те)?|ем)|решить|(?:по|про)?слуша(?:ть|й(?:те)?|ем)|сделать|выполнить|освоить|повторить"
    r"|(?:начать|начните|начинаем) с|подпи(?:саться|шитесь) на)(?: \w+){0,2}"
    r"|(?:(?:先|再|然后|建议|推荐))?(?:阅读|观看|学习|完成|看|读|刷|听|参加)(?:一?[遍下完])?",
    re.IGNORECASE,
)
"""What a plan tells its reader to do with the work that follows: read, watch, пройти курс, 阅读."""
NOISE_HEADING = re.compile(
    r"(?:(?:table of )?contents?|toc|index|navigation|quick links|(?:how to |guide to )?contribut(?:e|ing|ion"
    r"|ions|ors?)"
    r"(?: .*)?|licen[cs]es?|list of licen[cs]es|acknowledge?ments?|credits?|thanks(?: to)?|(?:our )?(?:sponsors?"
    r"|backers?)"
    r"|sponsorship|support(?: (?:us|this project|me))?|donat(?:e|ions?)|change ?log|release notes?|(?:recent "
    r"|latest )?"
    r"updates?|what['’]?s new|(?:stars?|stargazers?)(?: (?:history|us|this|over time).*)?"
    r"|citation|cite|how to cite.*|friend(?:ship)? links?"
    r"|(?:the |our )?team|maintainers?|authors?|about(?: (?:me|us|the authors?))?|contacts?(?: us)?"
    r"|code of conduct|disclaimer|translations?|legend|(?:key to )?(?:symbols|icons)"
    r"|оглавление|содержание|как (?:помочь|внести вклад)|вклад|участие|лицензи[яи]|благодарност[иь]|спонсоры"
    r"|поддержать.*"
    r"|обновления|история изменений|контакты|об авторе|авторы|переводы|легенда|обозначения"
    r"|目录|目錄|贡献(?:者|指南)?|如何贡献|参与贡献|许可(?:证)?|协议|致谢|感谢|鸣谢|赞助|更新(?:日志|记录)?|最近更新|最新动态"
    r"|(?:点赞|星标)历史|star 历史|友情链接|联系(?:我们|方式)?|关于(?:我们|作者)?|引用|免责声明|图例|符号说明)",
    re.IGNORECASE,
)
CONTENTS = re.compile(
    r"(?:table of )?contents?|toc|index|navigation|quick links|оглавление|содержание|навигация|目录|目錄|导航"
    r"|(?:(?:repo(?:sitory)?|project|folder|directory|file|code) )+(?:structure|layout|organi[sz]ation|contents)"
    r"|структура (?:репозитория|проекта|папок|директорий|каталогов|файлов)"
    r"|(?:项目|目录|文件|仓库|代码|文件夹)(?:结构|组织)",
    re.IGNORECASE,
)
"""A heading over the places of its own page, or its files; it has no parts, whatever heading comes next."""
PEOPLE = re.compile(
    r"(?:(?:our|the|course) )?(?:instructors?|lecturers?|teachers?|teaching (?:staff|assistants?)|mentors?|team|staff"
    r"|authors?|maintainers?|contributors?)"
    r"|(?:наши )?(?:преподаватели?|лекторы?|семинаристы?|ассистенты?|авторы?|менторы?|команда)(?: курса)?"
    r"|(?:课程|主讲)?(?:讲师|教师|助教|作者|团队)",
    re.IGNORECASE,
)
"""A line over the people behind a document."""
META_FILE = re.compile(
    r"^(?:\.{0,2}/)*(?:readme|contributing|contributors|code[_-]of[_-]conduct|licen[cs]e|changelog|security|support"
    r"|authors|todo"
    r"|_?config|pull_request_template|issue_template)(?:[^/a-z][^/]*)?$|\.(?:png|jpe?g|gif|svg|webp|ico|css|js)$",
    re.IGNORECASE,
)
LANGUAGE_NAME = re.compile(
    r"(?:english|en|русский|ru|russian|中文(?:版)?|简体中文|繁體中文|chinese|zh(?:-\w+)?|español|français|deutsch|日本語|한국어"
    r"|português.*|italiano|türkçe|العربية|українська|polski|tiếng việt)",
    re.IGNORECASE,
)

SIGN_ROLES: tuple[tuple[LinkRole, str], ...] = (
    (LinkRole.VIDEO, r"[🎥🎬📹📺🎞📽▶]|:(?:film\w*|movie_camera|video_camera|tv|clapper|arrow_forward|youtube):"),
    (LinkRole.SOURCE, r"[🐙🐱]|:(?:octocat|github|octopus):"),
    (LinkRole.CODE, r"[💻⌨👨]|:(?:computer|keyboard|man_technologist):"),
    (LinkRole.PAPER, r"[📄📃📑]|:(?:page_\w+|scroll|bookmark_tabs):"),
)
"""Pictures that stand for a link's text, as signs and by their names in Markdown."""
_PICTURES = re.compile(r"(?:\s|:[a-z][a-z0-9_+-]{1,30}:|[^\w\s])+")
_SIGN_ROLES = tuple((role, re.compile(signs)) for role, signs in SIGN_ROLES)
_ROLES = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in ROLE_WORDS)
_MAIN = re.compile(MAIN_WORDS, re.IGNORECASE)
_SHARE = re.compile(SHARE_WORDS, re.IGNORECASE)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_TO_SEE = re.compile(
    r"^(?:see|view|watch|read|get|open|check out|смотреть|посмотреть|читать|открыть|скачать)\s+(?:(?:the|our|its)\s+)?",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?<=..)(?:地址|链接|网址|入口)$")
"""What says no more than that a link follows: `Github地址`."""
_TERM = re.compile(
    r"(?:(?:spring|summer|fall|autumn|winter)\s)?(?:19|20)\d\d\b[\s,:-]*|[\s,(-]*(?:19|20)\d\d\)?$", re.IGNORECASE
)
"""When a course was held: `Fall 2019, YouTube`."""
_PRINTED = re.compile(r"[\s:_-]+\(?[A-Z][A-Za-z]{1,11}[ '’-]?(?:\d{2}){1,2}\)?$")
"""Where a labelled paper stands: `Paper-CVPR14`, `PDF ICML-2014`."""
_ASIDE = re.compile(r"\s*[(（][^()（）]{1,20}[)）]?$")


@lru_cache(maxsize=8192)
def bare_words(text: str) -> str:
    """A label or heading without the emoji, brackets and punctuation around it."""
    return _EDGES.sub("", text)


def without_call(label: str) -> str:
    """What a label names, without the call to see it and the remark behind: "See the video lectures (2017)"."""
    return _TO_SEE.sub("", _ASIDE.sub("", bare_words(label)))


@lru_cache(maxsize=8192)
def role_of(label: str) -> LinkRole | None:
    """The role a link's text names, if it names nothing else; `Lecture-Videos` names what `Lecture Videos` does."""
    if is_picture(label):
        return next((role for role, signs in _SIGN_ROLES if signs.search(label)), None)
    bare = bare_words(label)
    words = {
        bare,
        _PLACE.sub("", bare),
        without_call(label),
        bare.replace("-", " "),
        _PRINTED.sub("", bare),
        _TERM.sub("", bare, count=1),
    }
    return next((role for role, pattern in _ROLES if any(map(pattern.fullmatch, words))), None)


@lru_cache(maxsize=8192)
def is_main_word(label: str) -> bool:
    """Whether a link's text only points ("here", "website"): the title is elsewhere, the link is the work's own."""
    if is_picture(label):
        return role_of(label) is None
    bare = bare_words(label)
    return any(map(_MAIN.fullmatch, {bare, _PLACE.sub("", bare), without_call(label)}))


def is_picture(label: str) -> bool:
    """Whether a link's text has no words: `🔗`, `:movie_camera:`, `→`."""
    return _PICTURES.fullmatch(label) is not None


def is_share(label: str) -> bool:
    """Whether a link's text names a place where the work is talked about, or calls to one."""
    words = bare_words(label)
    return any(pattern.fullmatch(words) for pattern in (_SHARE, CALL, BACK))


def is_noise_heading(title: str) -> bool:
    """Whether what stands under a heading is about the document itself."""
    words = bare_words(title)
    return NOISE_HEADING.fullmatch(words) is not None or CONTENTS.fullmatch(words) is not None
