"""Works mentioned in running text by their names alone. Pure.

A name is told by its form and by what stands beside it: a title in quotes or capitals, the number of a course, a
person, each with a word for the kind of work, for who made it, or for what to do with it.
"""

import re
from collections.abc import Iterator

from catalogue.documents.lines.shape import NUMBERING
from catalogue.documents.names.chinese import MARKED, named_in_chinese
from catalogue.documents.names.naming import CHINESE, KIND, is_name
from catalogue.normalise.kindwords import any_word
from catalogue.vocabulary import Kind

TOLD_KIND = rf"(?:{KIND}|(?i:{any_word(frozenset({Kind.CREATOR, Kind.WEBSITE}))}))"
"""A word for what has names: works, and those whose works they are."""
BETWEEN_SENTENCES = re.compile(
    r"(?<=[.!?])(?<!\b[A-ZА-ЯЁ]\.)(?<!\b(?:Дж|Ст|Ал|Dr|Mr)\.)\s+(?=[^a-zа-яё])(?![^«»]{0,120}»)|(?<=[。！？])|\n"
)
"""Between two sentences, outside of a title in quotes and not behind an initial."""
READ = re.compile(
    r"\b(?:read|watch(?:ed)?|finish(?:ed)?|enjoyed|recommend\w*)\b"
    r"|(?:про|по)?чита\w+|проч(?:есть|ти\w*|т[её]н\w*)|посмотр\w+|прой(?:ти|д\w+)|рекоменд\w+|совету\w+"
    r"|推荐|阅读|先读|看[完过]?",
    re.IGNORECASE,
)
"""What a sentence says of works that it names no kind of."""
QUOTED = re.compile(r"(?P<quote>[«“\"„])(?P<name>[^«»“”\"„\n]{3,120})[»”\"“]")
BESIDE = re.compile(
    rf"{TOLD_KIND}\s*(?:[—–:-]\s*)?(?:под названием\s+|called\s+|titled\s+|named\s+"
    r"|(?:(?:[A-ZА-ЯЁ][\w.'’-]*|и|and|от|by|of|from|на|on)\s+){1,5})?$"
)
"""What ends in a word for a kind, perhaps with its people: `the book`, `course by Ann Bee`, `канал`."""
MADE = re.compile(
    r"\s+(?:на|on)\s+[A-Z][a-zA-Z]+|\s+(?:(?:by|от)\s+)?(?:[А-ЯЁ][а-яё]+\s+)?[А-ЯЁ][а-яё]+(?:[аяыи]|ого|ой)\b|,?\s+by\s+[A-Z]"
)
MAKER = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+,?\s*$")
"""Who made a work or where it is, behind its title or before it."""
CAPITAL = r"[A-Z][\w'’+#-]*(?:\.\w+)*"
JOINT = (
    r"(?::?\s+|\s[&–-]\s|\s+(?:of|for|the|to|and|in|a|an|with|your|from(?=\sScratch)|on(?!\s(?:Coursera|edX|Udemy"
    r"|Udacity|YouTube|Kaggle|GitHub|Medium|Stepik|Habr)))(?:\s+(?:the|a|an|your))?\s+)"
)
CAPITALS = rf"(?:(?:An?|The)\s+)?{CAPITAL}(?:{JOINT}{CAPITAL}){{1,12}}"
"""A title of two words or more as English writes them."""
ENDS = r"(?=\s+(?:by|on|from|at|is|was|and|or|which|that|\()|\s*(?:[.,;:!?)—–-]|$))"
PERSON_EN = r"[A-Z][\w'’-]+\s(?:[A-Z]\.\s)?[A-Z][\w’-]+"
WHOLE = (
    r"(?:courses?|specializations?|(?:text)?books?|papers?|playlists?|series|podcasts?|newsletters?|bootcamps?|channels?"
    r"|blogs?|moocs?)"
)
"""English words for what is whole: a lesson, a chapter, a tutorial may be a part of another work."""
ONE_WHOLE = rf"(?P<kind>(?i:{WHOLE}))(?<![a-rt-z]s)(?![\w-])"
IN_CAPITALS = (
    re.compile(rf"\b(?P<kind>{WHOLE})\s+(?:called\s+|titled\s+|named\s+)?(?P<name>{CAPITALS}){ENDS}"),
    re.compile(
        rf"(?P<name>{PERSON_EN}['’]s\s+{CAPITALS}|(?<=\bthe\s){CAPITALS}|(?<=\bThe\s){CAPITALS}"
        rf"|\b(?:Stanford|MIT|Harvard|Berkeley|Google)(?:['’]s)?\s+{CAPITALS})\s+{ONE_WHOLE}"
    ),
    re.compile(rf"(?P<name>{PERSON_EN}['’]s\s+(?:[a-z]+\s+){{0,2}}{ONE_WHOLE})"),
    re.compile(rf"(?P<name>{CAPITALS})\s+is\s+(?:an?|the)\s+(?:[a-z-]+\s+){{0,4}}{ONE_WHOLE}"),
    re.compile(
        rf"\b(?P<kind>)(?:read|work(?:ed)? through|watch(?:ed)?|finish(?:ed)?)\s+"
        rf"(?P<name>{CAPITALS}(?=\s+by\s+[A-Z])|(?:(?:An?|The)\s+)?{CAPITAL}(?:{JOINT}{CAPITAL}){{2,9}}){ENDS}"
    ),
)
"""`the book An Introduction to Gardens`, `Ann Bee's Old Gardens course`, `Ann Bee's course`, `read Gardens by …`."""
NUMBER = (
    r"(?:(?:CS|EE|ECE|CSE|COMP|STATS?|MATH)\s?-?\d{2,3}[A-Za-z]{0,2}|\d{1,2}\.(?:S\d{2,3}|\d{3}[a-z]?))"
    r"(?![A-Za-z0-9]|[.-]\w)"
)
SCHOOL = r"(?:Stanford|MIT|CMU|Berkeley|Harvard|Princeton|Cornell)(?:['’]s)?"
CODE = re.compile(
    rf"(?P<school>(?<!\w){SCHOOL}\s+{NUMBER})|(?:{KIND}|斯坦福的?|伯克利的?|哈佛的?)\s*(?:[\w'’]+\s+)?(?P<after>{NUMBER})"
    rf"|(?<![A-Za-z0-9./-])(?P<before>{NUMBER})(?:\s*{KIND}|\s+(?:by|from|at)\s)"
)
"""The number of a course, beside its university, its people or a word for what it is."""
BEFORE_KIND = re.compile(
    rf"(?P<name>[^—–.!?:«»“”\"]{{3,80}}?)\s+[—–-]\s+(?:это\s+|an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}?(?P<kind>{KIND})\b[\s,.]"
)
OF_SPEAKER = re.compile(r"(?:I|We|You|He|She|They|It|This|That|There|Я|Мы|Вы|Он|Она|Они|Это)\b(?!:)")
"""How a sentence begins that no name begins: `I read half - the book half - of it`."""
PERSON_RU = (
    r"(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][а-яё]{2,}(?:а|я|ой|ого|ина|ова|ева|са)(?:\s+[А-ЯЁ][а-яё]{2,})?+"
    r"(?:\s+по\s+[A-ZА-ЯЁ]\w+)?|(?!ВУЗ)[А-ЯЁ]{3,6}а?(?=\s+по\s|\s+[—–-]|[.,;!]|$)"
)
OF_SOMEONE = re.compile(
    rf"(?P<kind>{KIND})(?P<like>\s+(?:вроде|типа|такие как))?\s+(?P<name>{PERSON_RU})(?![\w-])(?!\s+[«\"A-Z])"
)
"""`книга Пчёлкина`, `учебник ШАДа`; a title behind them says more."""
OF_FOREIGNER = re.compile(rf"(?P<kind>{KIND})\s+(?P<name>{PERSON_EN}|{CAPITALS})(?=\s+(?:на|от|с)\s+[A-ZА-ЯЁ]|\s*\()")
"""`курс Ann Bee на Coursera`, `курс Old Gardens от Leaf`."""
ALSO_OF = re.compile(rf"\s+(?:и|или|либо)\s+(?P<kind>{KIND})\s+(?P<name>{PERSON_RU})(?![\w-])")
READING = re.compile(
    r"(?:[Чч]итать|[Пп]рочитать|[Пп]очитать|[Пп]рочтите)\s+(?P<name>[А-ЯЁ][а-яё]{3,}(?:а|я|ого|ина|ова|ева))(?![\w-])"
)
USED = re.compile(
    r"(?:^|\s)(?:[Uu]se|[Tt]ry|[Pp]ractice (?:on|with)|[Ии]спользу\w+|[Рр]ешай\w*)\s+(?:\w+\s+){0,3}?"
    r"(?:platforms?|(?:web)?sites?|платформ\w+|сайт\w+)\s+(?:like|such as|вроде|типа)\s+"
    r"(?P<names>[A-Z]\w+(?:(?:,\s|,?\s(?:and|or|и|или)\s)[A-Z]\w+)*)"
)
"""`Use platforms like LeetCode and HackerRank`."""
TASKS_ON = re.compile(
    r"(?:(?i:задач\w*|соревновани\w+|тренаж[её]р\w*|problems?|exercises?|competitions?|contests?)\s+(?:на|on|at|from|с)\s+"
    r"|刷题[^，。A-Z]{0,6})(?P<name>[A-Z][A-Za-z]+(?:(?:[A-Z]|\.[a-z])[A-Za-z]*)?)(?![A-Za-z]|\s+«)"
)
ALONE = ((READING, Kind.BOOK), (TASKS_ON, Kind.PRACTICE))
"""Forms that need nothing beside them, and what they are of."""
CYRILLIC = re.compile(r"[А-ЯЁ]")
SMALL_WORDS = frozenset({"with", "from", "into", "your", "over", "and", "the", "for", "you", "are", "not", "all"})
SHORT_WORD, CAPITALS_FROM, LONG_NAME = 3, 0.7, 9
NEAR = 80  # what stands beside a title is no further off


def named_in(text: str) -> Iterator[tuple[str, str]]:
    """The names that stand in running text, each with the word for its kind, "" where the text has none."""
    if (
        (found := BEFORE_KIND.match(text))
        and not OF_SPEAKER.match(text)
        and is_name(NUMBERING.sub("", found["name"]), one_word=False)
    ):
        yield found["name"], found["kind"]
        return
    told = False
    for sentence in BETWEEN_SENTENCES.split(text):
        titles = _titles_in_quotes(sentence, told=told)
        yield from _named_in_sentence(sentence, titles)
        told = titles != []  # who names titles goes on to


def marked_in(text: str) -> list[tuple[str, str]]:
    """The titles in Chinese marks alone: what a line under another work may still name."""
    return [(title, Kind.BOOK) for title in MARKED.findall(text)]


def _named_in_sentence(sentence: str, quoted: list[tuple[re.Match[str], str]]) -> Iterator[tuple[str, str]]:
    """The same for one sentence with its titles in quotes: these are no part of a name in capitals."""
    yield from ((found["name"], kind) for found, kind in quoted)
    yield from named_in_chinese(sentence)
    titles = {found.start() for found, _ in quoted}
    plain = QUOTED.sub(lambda found: "«»" if found.start() in titles else found[0], sentence)
    for pattern in IN_CAPITALS:
        yield from ((found["name"], found["kind"] or "") for found in pattern.finditer(plain) if _is_worded(found))
    codes = (next(filter(None, found.groups())) for found in CODE.finditer(plain))
    yield from ((code, Kind.COURSE) for code in codes)
    yield from _of_someone(plain)
    for found in USED.finditer(plain):
        yield from ((name, Kind.PRACTICE) for name in re.findall(r"[A-Z]\w+", found["names"]))
    for pattern, kind in ALONE:
        yield from ((found["name"], kind) for found in pattern.finditer(plain))


def _titles_in_quotes(sentence: str, *, told: bool) -> list[tuple[re.Match[str], str]]:
    """The titles in quotes, each with the word for a kind that stands nearest before it, else the first behind it.

    `told` says that what comes before names titles.
    """
    quotes = list(QUOTED.finditer(sentence))
    outside = QUOTED.sub(lambda quoted: " " * len(quoted[0]), sentence) if quotes else ""
    kinds = [(found.start(), found[0]) for found in re.finditer(TOLD_KIND, outside)]
    told = (
        told
        or bool(kinds)
        or (quotes != [] and re.search(f"{TOLD_KIND}|{READ.pattern}", sentence, READ.flags) is not None)
    )
    titles: list[tuple[re.Match[str], str]] = []
    for quoted in quotes:
        if _is_title(sentence, quoted, told=told):
            before = [word for place, word in kinds if place < quoted.start()]
            titles.append((quoted, before[-1] if before else kinds[0][1] if kinds else ""))
    return titles


def _is_title(sentence: str, quoted: re.Match[str], *, told: bool) -> bool:
    """Whether what stands in quotes is a title, by what stands beside it, or its form where the sentence has told."""
    name, lead = quoted["name"].strip(), sentence[max(0, quoted.start() - NEAR) : quoted.start()]
    beside = BESIDE.search(lead)
    if name.endswith((".", "!", "…", ",", ";")) or (name[:1].islower() and not (beside and name.isascii())):
        return False
    says = "," in name and len(name.split()) > LONG_NAME  # a sentence that somebody said
    if beside or says:
        return not says
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) >= SHORT_WORD and word not in SMALL_WORDS]
    capitals = sum(word[0].isupper() for word in words)
    unlike = quoted["quote"] == "«" or CYRILLIC.match(name) is not None  # titles have no capitals there
    written = len(name.split()) > 1 and (unlike or capitals >= CAPITALS_FROM * max(2, len(words)))
    made = MADE.match(sentence, quoted.end()) or MAKER.search(lead)
    return written and (told or made is not None) and not CHINESE.search(name)


def _is_worded(found: re.Match[str]) -> bool:
    """Whether a name in capitals has words, and is no row of figures."""
    return len(re.findall(r"[A-Za-z]{3,}", found["name"])) > 1


def _of_someone(sentence: str) -> Iterator[tuple[str, str]]:
    """Works by the person they are of: `книга Пчёлкина`, and `курс Мухина` right behind it."""
    if not sentence.isascii():
        yield from ((f"{found['kind']} {found['name']}", found["kind"]) for found in OF_FOREIGNER.finditer(sentence))
    for found in OF_SOMEONE.finditer(sentence):
        yield f"{found['kind']} {found['name']}", found["kind"]
        if also := ALSO_OF.match(sentence, found.end()):
            yield f"{also['kind']} {also['name']}", also["kind"]
