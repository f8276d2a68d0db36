"""The language of the resource, which is seldom that of the page that names it. Pure.

A Russian title over an English address is a translation where most of the document's addresses are English, and the
work's own title where they are Russian: the document as a whole decides (`Habit`).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.documents.lines.labels import bare_words
from catalogue.languages import language_of, language_tag, script_language
from catalogue.normalise.addresslanguage import ENGLISH, language_of_address
from catalogue.normalise.hosts import known_host
from catalogue.normalise.wordlist import Words
from catalogue.records.documents import Entry, Finding
from catalogue.vocabulary import Rule

STATED: tuple[tuple[str, str], ...] = (
    ("ru", r"rus|(?:на )?русск(?:ий|ая|ом)(?: язык[еа]?)?|in russian|russian|\[ru\]|\(ru\)|🇷🇺|俄(?:文|语)"),
    (
        "zh",
        r"(?:на )?китайск(?:ий|ом)(?: язык[еа]?)?|in chinese|chinese|\[zh\]|\[cn\]|\(zh\)|🇨🇳"
        r"|中文(?:版)?|汉语|简体|繁體",
    ),
    (
        "en",
        r"eng(?:lish)?|(?:на )?английск(?:ий|ом)(?: язык[еа]?)?|англ\.?|in english|\[en\]|\(en\)|🇬🇧|🇺🇸"
        r"|英文(?:版)?|英语",
    ),
    ("es", r"in spanish|spanish|en español|🇪🇸"),
    ("fr", r"in french|french|en français|🇫🇷"),
    ("de", r"in german|german|auf deutsch|🇩🇪"),
    ("pt", r"in portuguese|portuguese|🇧🇷"),
    ("ja", r"in japanese|japanese|日本語|🇯🇵"),
    ("ko", r"in korean|korean|🇰🇷"),
    ("uk", r"українською|in ukrainian|🇺🇦"),
)
HEADINGS = {
    **dict.fromkeys(
        ("english", "in english", "английский", "на английском", "на английском языке", "英文", "英语"), "en"
    ),
    **dict.fromkeys(("russian", "in russian", "русский", "на русском", "на русском языке", "по-русски", "俄语"), "ru"),
    **dict.fromkeys(("chinese", "in chinese", "китайский", "на китайском", "中文", "简体中文", "中文资源"), "zh"),
    **{"español": "es", "français": "fr", "deutsch": "de", "日本語": "ja", "한국어": "ko", "português": "pt"},
}
"""Headings that say the language of what stands under them; "Русский язык" is a topic."""
FEW = 3
ENGLISH_SHARE = 1.5
"""A title is English, whatever its list, if two of three of its words are."""
IN_TITLE = re.compile(
    r"(?<!\w)(?:(?P<en>\[en(?:g|glish)?\]|на английском|in English)|(?P<ru>\[rus?\]|на русском|in Russian)"
    r"|(?P<zh>\[zh\]|на китайском|in Chinese))"
    r"|(?P<en2>英文(?:原)?版|[,，]\s*英文$)|(?P<zh2>中文(?:版|文档|官网|手册|教程|翻译)|[,，]\s*中文$)",
    re.IGNORECASE,
)
DESCRIBED = re.compile(r"\s[-–—|:]\s|：|——")
"""What stands between a name and the words that describe it."""
QUOTED = re.compile(r"《([^《》]+)》")
RUSSIAN_SMALL = re.compile(r"(?<!\w)(?:в|на|для|по|от|из|как|при|без)\s+[а-яё]")
NATIVE = re.compile(r"笔记|读书|速查表|翻译|中文|конспект|перевод|шпаргалк", re.IGNORECASE)
"""Words for works that are made in the language of the list, where other titles are translations."""
IN_NOTE = {
    "zh": re.compile(r"笔记|中文|电子书|手把手|小白|手册|教程|从零"),
    "ru": re.compile(r"конспект|русскоязычн|на русском|перевод(?!чик)", re.IGNORECASE),
}
"""What a list says of works in its own language that go by a Latin name, as repositories do."""
REPOSITORY = re.compile(r"https?://(?:www\.)?(?:github|gitee|gitlab)\.com/")
BEHIND = re.compile(r"[(\[（]([^()\[\]（）]{2,8}?)\.?[)\]）]\s*$")
AT_THE_END = {
    "en": "en",
    "eng": "en",
    "англ": "en",
    "英文": "en",
    "ru": "ru",
    "rus": "ru",
    "рус": "ru",
    "zh": "zh",
    "中文": "zh",
}
"""What a title has in brackets at its end to say its language."""
SEVERAL = re.compile(r"\s*(?:[,;/&、]|\band\b|(?<!\w)и(?!\w)|和)\s*")
_STATED = tuple((language, Words(words)) for language, words in STATED)


@dataclass(frozen=True, slots=True)
class Habit:
    """How a document names works of other languages: its own language, and whether its titles are translations.

    `latin_is_english` where no more of its titles in Latin letters have native addresses than English ones.
    """

    language: str | None
    translates: bool
    latin_is_english: bool = False


def read_habit(language: str | None, entries: Iterable[Entry]) -> Habit:
    """A document's habit, from the addresses under its titles in its own script, and under those in Latin letters."""
    primary = (language or "").partition("-")[0] or None
    if primary in (None, "en"):
        return Habit(primary, translates=False)
    told: Counter[tuple[str | None, str]] = Counter()
    for entry in entries:
        script = script_language(entry.title)
        if (
            entry.url is not None
            and script in (None, primary)
            and (found := language_of_address(entry.url)) is not None
        ):
            told[script, found.value.partition("-")[0]] += 1
    return Habit(primary, told[primary, "en"] > told[primary, primary], told[None, "en"] >= told[None, primary])


def judge_language(entry: Entry, habit: Habit, headings: tuple[str, ...] = ()) -> Finding[str] | None:
    """The language of the resource an entry names; None where nothing tells."""
    if (stated := _stated(entry) or _under(headings)) is not None:
        return Finding(stated, Rule.STATED_WORD)
    script = _script(entry.title)
    if entry.url is None:
        return _of_title(entry.title, script, habit, linked=False)
    address = (_native_repository(entry, habit) if script is None else None) or language_of_address(entry.url)
    if address is not None and (script is None or habit.translates or _is_sure(address, script, entry.url)):
        if script is not None and script == known_host(entry.url).language:
            return Finding(script, Rule.SCRIPT)
        return Finding("en", Rule.TITLE_WORD) if _is_only_abroad(entry, address, script, habit) else address
    translated = habit.translates and script == habit.language and not NATIVE.search(entry.title)
    if script is not None and not translated:
        return Finding(script, Rule.SCRIPT)
    # Where titles are translated, an address that says nothing is as foreign as the rest.
    return Finding("en", Rule.DEFAULT) if translated else _of_title(_named(entry.title), script, habit)


def _native_repository(entry: Entry, habit: Habit) -> Finding[str] | None:
    """The language of a list, where the note of a repository says that it is made for the readers of the list."""
    told = IN_NOTE.get(habit.language or "")
    if told is None or not REPOSITORY.match(entry.url or "") or not told.search(entry.note):
        return None
    return Finding(habit.language or "", Rule.NOTE_WORD)


def _is_only_abroad(entry: Entry, address: Finding[str], script: str | None, habit: Habit) -> bool:
    """Whether a foreign domain says no more than where an English page lies."""
    if script is not None or address.rule is not Rule.HOST_LANGUAGE or address.value in ("en", habit.language):
        return False
    # What an English list names on a German or Taiwanese host is English; on a Russian one seldom.
    expected = habit.language == "en" and address.value != "ru" and known_host(entry.url or "").language is None
    return expected or _is_english(entry.title)


def _script(title: str) -> str | None:
    """The language of the script a title's name is in; Russian small words make Russian of a title full of names."""
    name = _named(title)
    return script_language(name) or ("ru" if RUSSIAN_SMALL.search(name) else None)


def _named(title: str) -> str:
    """The name in a title, without the words in another script around it: behind a dash, or about 《the name》."""
    quoted = QUOTED.search(title)
    name = quoted[1] if quoted else DESCRIBED.split(title, maxsplit=1)[0]
    return name if len(re.findall(r"[A-Za-z]{2,}", name)) >= FEW - bool(quoted) and name.isascii() else title


def _is_sure(address: Finding[str], script: str, url: str) -> bool:
    """Whether an address is believed against a title in another script: English hosts hold English works."""
    if address.rule is Rule.URL_SHAPE:
        return True
    return address == Finding("en", Rule.HOST_LANGUAGE) and script not in known_host(url).also


def _of_title(title: str, script: str | None, habit: Habit, *, linked: bool = True) -> Finding[str] | None:
    """What the title says where the address says nothing: its script, its small words, the habit of its document."""
    if script is not None:
        return Finding(script, Rule.SCRIPT)
    words = re.findall(r"[a-z]+", title.lower())
    english = sum(word in ENGLISH for word in words)
    is_address = " / " in title
    native = habit.language not in (None, "en") and not habit.translates and (is_address or not habit.latin_is_english)
    if native and english < len(words) / (ENGLISH_SHARE if linked else 4):
        return Finding(habit.language or "en", Rule.DOCUMENT_LANGUAGE) if linked else None
    if words and not english and not is_address and len(words) > FEW and (guessed := language_of(title)) is not None:
        return Finding(guessed, Rule.TITLE_WORD)
    if words:
        return Finding("en", Rule.TITLE_WORD if english else Rule.DEFAULT)
    return Finding(habit.language, Rule.DOCUMENT_LANGUAGE) if habit.language else None


def _is_english(title: str) -> bool:
    """Whether a title is made of English words."""
    return sum(word in ENGLISH for word in re.findall(r"[a-z]+", title.lower())) > 0


def _stated(entry: Entry) -> str | None:
    """A language said in a mark of the entry, or in the title as "in Russian"."""
    behind = BEHIND.search(entry.title)
    if behind is not None and (language := AT_THE_END.get(behind[1].lower())) is not None:
        return language
    if (said := IN_TITLE.search(entry.title)) is not None:
        return next(name[:2] for name, found in said.groupdict().items() if found)
    for mark in entry.marks:
        value = mark.removeprefix("language:")
        if (language := _called(value)) is not None:
            return language
        if value != mark:
            return _called(SEVERAL.split(value)[0]) or language_tag(value)
    return None


def _called(words: str) -> str | None:
    """The language some words are a name of."""
    return next((language for language, pattern in _STATED if pattern.fullmatch(words)), None)


def _under(headings: tuple[str, ...]) -> str | None:
    """The language that the nearest heading is the name of."""
    return next((found for heading in headings if (found := HEADINGS.get(bare_words(heading).lower()))), None)
