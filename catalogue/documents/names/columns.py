"""Works named in table rows without links: by the header over them, or in title marks where it says what to read."""

import re
from collections.abc import Sequence

from catalogue.documents.blocks import clean
from catalogue.documents.lines.labels import bare_words
from catalogue.documents.names.enumerated import enumerated
from catalogue.vocabulary import Kind

NAMING = re.compile(
    r"(?P<kind>courses?|videos?|channels?|books?|textbooks?|papers?|lectures?|datasets?|курсы?|книг[аи]|учебники?|课程|书籍|书|论文"
    r"|教材|数据集|課程|書籍|書|論文|影片|資料集)(?: ?(?:name|title)|名[称稱]?)?"
    r"|titles?|names?|(?:названи[ея]|наименование)(?: (?:курса|книги|статьи|материала|ресурса))?|名[称稱]"
    r"|标题|標題|书名|書名",
    re.IGNORECASE,
)
RECOMMENDED = re.compile(
    r"(?:(?:recommended|useful|best|free|learning) )?(?:resources?|materials?|books?|textbooks?|reading|literature)"
    r"|(?:полезные |рекомендуемые )?(?:ресурсы|материалы|книги|учебники|литература|что почитать)"
    r"|(?:推荐|学习|参考|主要|相关|推薦|學習|參考)?(?:资源|书籍|教材|资料|书目|图书|读物|資源|書籍|資料|書目)|推荐(?:内容|学习)?|推薦(?:內容)?",
    re.IGNORECASE,
)
"""Columns of what to read, several works a cell perhaps."""
PAPERS = re.compile(
    r"(?:(?:key|core|main|must-read|classic|seminal|suggested) )?papers|ключевые статьи"
    r"|(?:核心|经典|必读|相关|推荐)论文",
    re.IGNORECASE,
)
"""Columns of papers: these are called by one word, too, as nothing else is written (`BERT`, `Word2Vec`)."""
ONE_WORD = re.compile(r"[A-Z]\w*[A-Z\d]\w*(?:-\w+)*")
MADE_BY = re.compile(
    r"(?:authors?|instructors?|teachers?|lecturers?|professors?|taught by|by|university|universities|schools?"
    r"|institutions?"
    r"|providers?|platforms?|publishers?|venues?|journals?|conferences?|isbn|duration|effort|length|автор(?:ы)?|преподавател[ьи]|вуз|университет|платформа"
    r"|издательство|длительность|会议(?:/期刊)?|期刊(?:/会议)?|作者|讲师|教师|老师|学校|大学|院校|平台|出版社|时长|学时|講師|學校|大學|時長|學時)",
    re.IGNORECASE,
)
"""Columns that only works have."""
MORE_OF = re.compile(
    r"(?:year|level|difficulty|prerequisites?|language|pages|paper|code|github|links?|url|год|уровень|сложность|язык|ссылк[аи]"
    r"|why|best for|for whom|highlights|почему|для кого|чем хорош[аи]?"
    r"|年份|难度|语言|链接|地址|网址|年度|難度|語言|連結|網址"
    r"|涵[盖蓋]|(?:主要|核心)?(?:特点|优点|亮点|贡献)|(?:推荐|入选)?理由|为什么(?:推荐|读|学)?|推荐(?:原因|指数|程度)|一句话.{0,6}|备注|评价|简介|重要(?:性|程度)|适合(?:人群|谁)?|推薦理由|特[點色])",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
"""The same header in another language: `标题 (Title)`."""
TITLE_MARKS = re.compile(r"[《«]([^《》«»]{2,80})[》»]")
SECTIONS = re.compile(r"[\w&]{1,12}\.?\s+(?:ch\.?\s*)?\d+(?:\.\d+)+(?:\s*[-–—]+\s*[\d.]+)?", re.IGNORECASE)
"""Sections of a work that is named elsewhere: `SB 1.1–1.6`."""
LONG_TITLE = 160


def names_in_row(cells: Sequence[tuple[str, str]], *, listed: bool) -> list[tuple[str, str]]:
    """The titles in a table row of (header, text), each with the word for its kind; `listed` under a word for works."""
    described = _title_in_row(cells, listed=listed)
    return [described] if described else _titles_in_cells(cells)


def _title_in_row(cells: Sequence[tuple[str, str]], *, listed: bool) -> tuple[str, str] | None:
    """The title in a row that describes a work, and the word its header has for its kind."""
    headers = [bare_words(ASIDE.sub("", header.replace("(s)", "s"))) for header, _ in cells]
    for (_, text), header in zip(cells, headers, strict=True):
        if (naming := next(filter(None, map(NAMING.fullmatch, re.split(r"\s*/\s*", header))), None)) is None:
            continue
        others = [other for other in headers if other != header]
        made = any(MADE_BY.fullmatch(other) for other in others)
        told = made or listed or (naming["kind"] and any(MORE_OF.fullmatch(other) for other in others))
        quoted = TITLE_MARKS.findall(text) if naming["kind"] else []
        title = clean(quoted[0] if len(quoted) == 1 else text)[:LONG_TITLE]
        return (title, naming["kind"] or "") if told and re.search(r"[^\W\d_]", title) else None
    return None


def _titles_in_cells(cells: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The titles in the columns of what to read: in their marks 《》, else what the cell enumerates."""
    told = [(header, text) for header, text in cells if RECOMMENDED.fullmatch(bare_words(header))]
    marked: list[tuple[str, str]] = [
        (clean(title), Kind.BOOK) for _, text in told for title in TITLE_MARKS.findall(text)
    ]
    if marked:
        return marked
    resources = (work for _, text in told for work in enumerated("resources", text))
    works = [work for work in resources if len(work[0].split()) > 1 and not SECTIONS.fullmatch(work[0])]
    papers = [text for header, text in cells if PAPERS.fullmatch(bare_words(header))]
    titles = [title for text in papers for title, _ in enumerated("papers", text)]
    return works + [(title, Kind.PAPER) for title in titles if len(title.split()) > 1 or ONE_WORD.fullmatch(title)]
