"""Several works behind one label: `Resources: “Gardens” (book), Ann Bee's course`, `课程：王某园艺、CS231n`. Pure."""

import re

from catalogue.documents.blocks import clean
from catalogue.documents.lines.labels import bare_words, is_main_word, role_of
from catalogue.documents.lines.shape import NUMBERING, is_sentence
from catalogue.normalise.kindwords import kind_of_word
from catalogue.vocabulary import Kind

RESOURCES = re.compile(
    r"(?:(?:recommended|useful|best|free|key|main|learning|study|online|additional|good) )?(?:resources?|materials"
    r"|readings?|books|courses|videos|textbooks|papers|podcasts|sources)"
    r"|(?:(?:полезные|рекомендуемые|основные|дополнительные|бесплатные) )?(?:ресурсы|материалы|источники|книги|курсы"
    r"|учебники|видео|литература|подкасты|статьи|что (?:по)?читать|что (?:по)?смотреть|где учиться)"
    r"|(?P<practice>练习(?:平台|网站)|刷题(?:平台|网站))"
    r"|(?:推荐|学习|参考|相关|主要|优质|经典|在线|必读|精读){0,2}"
    r"(?:资源|资料|书籍|教材|课程|视频|论文|公开课|网课|网站|平台)(?:推荐|精读|阅读)?",
    re.IGNORECASE,
)
"""Labels that several works may stand behind."""
PART = re.compile(
    r"(?:[«“\"„《][^«»“”\"„《》]{0,150}[»”\"“》]|[(（\[][^()（）\[\]]{0,150}[)）\]]|[^,;，；、•\n«“\"„(（\[])+"
)
"""What stands between commas; none counts that is in quotes or brackets."""
PART_OF_SEMICOLONS = re.compile(r"[^;；•\n]+")
QUOTED = re.compile(r"[«“\"„](?P<title>[^«»“”\"„]{2,150})[»”\"“]")
BEHIND = re.compile(r"\s*[(（\[].*|\s+(?:by|от)\s+.*", re.DOTALL)
ASIDE = re.compile(r"[(（](?P<said>[^()（）]{2,40})[)）]")
NO_TITLE = re.compile(
    r"(?:用|使用|实现|完成|学习|掌握|了解|理解|通过|阅读|做|看|动手|熟悉|官方|从|如何|以及)"
    r"|(?:etc|and so on|more|others?|any|many|various|и др|и т|другие)\b",
    re.IGNORECASE,
)
BEGINS = re.compile(r"[\u4e00-\u9fff]|[a-z]+[A-Z.]\w")
"""How a title may begin beside capitals and figures: in Chinese, or as `freeCode` and `fast.ai` do."""
MADE_BY = re.compile(r"(?<!原)[著编译]$|主编$")
"""How a part ends that says who wrote the work before it."""
LONG_PART, MANY_WORDS, SHORT_PART = 100, 12, 3


def enumerated(label: str, text: str) -> list[tuple[str, str]]:
    """The works in a text behind a label for resources, each with its kind; [] where most of it is something else."""
    found = RESOURCES.fullmatch(bare_words(label))
    if found is None or "《" in text:
        return []
    text = re.sub(r"[.。]\s*$", "", text)
    form = PART_OF_SEMICOLONS if re.search("[;；•\n]", text) else PART
    parts = [part for part in map(clean, form.findall(text)) if part]
    works = [work for work in map(_work, parts) if work]
    kind = Kind.PRACTICE if found["practice"] else ""
    return [(title, said or kind or label) for title, said in works] if len(works) * 2 >= len(parts) else []


def _work(part: str) -> tuple[str, str] | None:
    """The title in one part and what it says of its kind; None for a part that is no title."""
    part = NUMBERING.sub("", re.sub(r"^(?:and|и|和)\s+", "", part))
    quoted = QUOTED.search(part)
    title = clean(quoted["title"] if quoted else BEHIND.sub("", part)).strip(" .:：-–—")
    said = next((aside["said"] for aside in ASIDE.finditer(part) if kind_of_word(aside["said"])), "")
    begins = title[:1].isupper() or title[:1].isdigit() or BEGINS.match(title)
    words = role_of(title) is not None or is_main_word(title) or NO_TITLE.match(title) is not None
    fits = SHORT_PART <= len(title) <= LONG_PART and len(title.split()) <= MANY_WORDS
    made = MADE_BY.search(title) is not None
    return (title, said) if begins and fits and not words and not made and not is_sentence(title) else None
