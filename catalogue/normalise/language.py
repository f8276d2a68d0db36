"""The language of the resource, which is seldom that of the page that names it. Pure.

A Russian title over an English address is a translation where most of the document's addresses are English, and the
work's own title where they are Russian: the document as a whole decides (`Habit`).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from catalogue.documents.labels import bare_words
from catalogue.languages import language_of, language_tag, script_language
from catalogue.normalise.hosts import known_host
from catalogue.normalise.wordlist import Words
from catalogue.records.documents import Entry, Finding
from catalogue.urls import host_of, unarchived
from catalogue.vocabulary import Rule

TLDS = {
    **dict.fromkeys(("ru", "su", "by", "xn--p1ai"), "ru"),
    **dict.fromkeys(("cn", "tw", "hk"), "zh"),
    **dict.fromkeys(("uk", "us", "edu", "gov", "au", "nz", "ie"), "en"),
    **dict.fromkeys(("br", "pt"), "pt"),
    **{"ua": "uk", "jp": "ja", "kr": "ko", "vn": "vi", "ir": "fa"},
    **{name: name for name in ("fr", "es", "it", "pl", "tr", "de")},
}
STATED: tuple[tuple[str, str], ...] = (
    ("ru", r"на русском|русск(?:ий|ая|ом)(?: язык[еа]?)?|in russian|russian|\[ru\]|\(ru\)|🇷🇺|俄(?:文|语)"),
    ("zh", r"на китайском|in chinese|chinese|\[zh\]|\[cn\]|\(zh\)|🇨🇳|中文(?:版)?|汉语|简体|繁體"),
    ("en", r"на английском|англ(?:ийский|\.)?|in english|\[en\]|\(en\)|🇬🇧|🇺🇸|英文(?:版)?|英语"),
    ("es", r"in spanish|spanish|en español|🇪🇸"),
    ("fr", r"in french|french|en français|🇫🇷"),
    ("de", r"in german|german|auf deutsch|🇩🇪"),
    ("pt", r"in portuguese|portuguese|🇧🇷"),
    ("ja", r"in japanese|japanese|日本語|🇯🇵"),
    ("ko", r"in korean|korean|🇰🇷"),
    ("uk", r"українською|in ukrainian|🇺🇦"),
)
IN_PATH = re.compile(
    r"(?:^|[/._-])(en|ru|rus|zh|cn|zh[-_]?(?:cn|hans|tw|hant|hk)|chinese|russian|es|fr|de|ja|jp|ko|pt(?:[-_]br)?"
    r"|uk|it|tr|pl)(?=$|[/._-])",
    re.IGNORECASE,
)
SPELLINGS = {"rus": "ru", "russian": "ru", "cn": "zh", "chinese": "zh", "jp": "ja"}
SUBDOMAINS = frozenset({"ru", "zh", "en", "es", "fr", "de", "ja", "ko", "pt", "cn", "uk", "it", "pl", "tr", "chinese"})
ENGLISH_WORDS = (
    "a about advanced ai algebra algorithms an analysis and applied art as basics beginner beginners best book"
    " build building by calculus class code coding complete comprehensive computer concepts cookbook course"
    " courses crash data database deep deploy design developer development discrete docs engineering essential"
    " ethics examples exercises explained for foundations free from fundamentals guide hands handbook how in"
    " information intro introduction is language large learn learning lecture lectures lesson library linear"
    " machine make math mathematics methods mining models modern natural network networks neural notes of on open"
    " optimization overview papers practical practice primer principles probability problems processing program"
    " programming project projects python reading recipes regression reinforcement research resources school"
    " science scientist series simple software statistical statistics step systems techniques text the theory"
    " things this thinking to tools topics training tutorial tutorials understanding using video vision visual"
    " visualization way web what why with without world you your"
)
"""Words that titles and addresses of English works are made of."""
RUSSIAN_WORDS = (
    "dlya kak chto kurs kursy kniga knigi osnovy vvedenie uchebnik urok uroki rukovodstvo obuchenie mashinnoe"
    " yazyk yazyka programmirovanie nachinayushchih nachinayuschih russkij russian rus stat godu povagovyj"
    " poshagovoe algoritmy dannyh teoriya nauka matematika lekcii lekcija zadachi primery chast biblioteka slova"
    " iz na po v s"
)
"""Russian words as addresses spell them in Latin letters."""
ENGLISH = frozenset(ENGLISH_WORDS.split())
RUSSIAN = frozenset(RUSSIAN_WORDS.split())
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
    r"(?<!\w)(?P<en>\[en\]|на английском|in English)|(?P<ru>\[ru\]|на русском|in Russian)"
    r"|(?P<zh>\[zh\]|на китайском|in Chinese)",
    re.IGNORECASE,
)
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
ASKING = frozenset({"hl", "lang", "lng", "lngs", "language", "locale", "locale_code"})
BUILD = re.compile(r"/en/(?:latest|stable|master|main|v?\d[\d.]*)(?=/|$)")
"""Documentation hosts put this before every page, whatever language it is in."""
_STATED = tuple((language, Words(words)) for language, words in STATED)


@dataclass(frozen=True, slots=True)
class Habit:
    """How a document names works of other languages: its own language, and whether its titles are translations.

    `latin_is_english` where most of its titles in Latin letters have English addresses.
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
        if entry.url is not None and script in (None, primary) and (found := _of_address(entry.url)) is not None:
            told[script, found.value.partition("-")[0]] += 1
    return Habit(primary, told[primary, "en"] > told[primary, primary], told[None, "en"] > told[None, primary])


def judge_language(entry: Entry, habit: Habit, headings: tuple[str, ...] = ()) -> Finding[str] | None:
    """The language of the resource an entry names; None where nothing tells."""
    if (stated := _stated(entry) or _under(headings)) is not None:
        return Finding(stated, Rule.STATED_WORD)
    script = script_language(entry.title)
    if entry.url is None:
        return _of_title(entry.title, script, habit, linked=False)
    address = _of_address(entry.url)
    if address is not None and (address.rule is Rule.URL_SHAPE or script is None or habit.translates):
        if script is not None and script == known_host(entry.url).language:
            return Finding(script, Rule.SCRIPT)
        foreign = address.rule is Rule.HOST_LANGUAGE and address.value not in ("en", habit.language)
        return Finding("en", Rule.TITLE_WORD) if foreign and script is None and _is_english(entry.title) else address
    translated = habit.translates and script == habit.language
    if script is not None and not translated:
        return Finding(script, Rule.SCRIPT)
    # Where titles are translated, an address that says nothing is as foreign as the rest.
    return Finding("en", Rule.DEFAULT) if translated else _of_title(entry.title, script, habit)


def _of_title(title: str, script: str | None, habit: Habit, *, linked: bool = True) -> Finding[str] | None:
    """What the title says where the address says nothing: its script, its small words, the habit of its document."""
    if script is not None:
        return Finding(script, Rule.SCRIPT)
    words = re.findall(r"[a-z]+", title.lower())
    english = sum(word in ENGLISH for word in words)
    native = habit.language not in (None, "en") and not habit.translates and not habit.latin_is_english
    if native and english < len(words) / (ENGLISH_SHARE if linked else 4):
        return Finding(habit.language or "en", Rule.DOCUMENT_LANGUAGE) if linked else None
    is_address = " / " in title
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
        return next(language for language in ("en", "ru", "zh") if said[language])
    for mark in entry.marks:
        if mark.startswith("language:"):
            return language_tag(mark.removeprefix("language:"))
        for language, pattern in _STATED:
            if pattern.fullmatch(mark):
                return language
    return None


def _under(headings: tuple[str, ...]) -> str | None:
    """The language that the nearest heading is the name of."""
    return next((found for heading in headings if (found := HEADINGS.get(bare_words(heading).lower()))), None)


def _of_address(url: str) -> Finding[str] | None:
    """What an address says: a language it asks for or has in its path, then its host, then the words of its path."""
    url = unarchived(url)
    try:
        parts = urlsplit(url)
        host = host_of(url).removeprefix("www.")
    except ValueError:
        return None
    path = unquote(parts.path)
    if language := _asked(parts.query) or _subdomain(host) or _in_path(BUILD.sub("", path)):
        return Finding(language, Rule.URL_SHAPE)
    if script := script_language(path):
        return Finding(script, Rule.SCRIPT)
    if language := TLDS.get(host.rpartition(".")[2]) or known_host(url).language:
        return Finding(language, Rule.HOST_LANGUAGE)
    return _of_words(path)


def _asked(query: str) -> str | None:
    """The language a query asks for (`hl=zh-cn`)."""
    asked = next((value for name, value in parse_qsl(query) if name in ASKING), "")
    return (language_tag(asked) or "").partition("-")[0] or None


def _subdomain(host: str) -> str | None:
    """The language a subdomain is, or begins or ends with (`zh.`, `zh-guide.`, `pages-ru.`)."""
    first = host.partition(".")[0]
    if host.count(".") < 2:
        return None
    ends = [part for part in re.split(r"-", first) if part in ("ru", "zh", "cn")] if "-" in first else []
    found = first if first in SUBDOMAINS else next(iter(ends), None)
    return SPELLINGS.get(found, found) if found else None


def _in_path(path: str) -> str | None:
    for found in IN_PATH.finditer(path):
        spelt = found[1].lower()
        language = SPELLINGS.get(spelt, re.split(r"[-_]", spelt)[0][:2])
        # "it", "de", "es" and their like are words as well; between slashes they are languages.
        if (
            len(spelt) > 2
            or spelt in ("ru", "zh", "en", "cn")
            or path[found.start(1) - 1 : found.end() + 1] == f"/{spelt}/"
        ):
            return language
    return None


def _of_words(path: str) -> Finding[str] | None:
    words = re.findall(r"[a-z]{2,}", re.sub(r"([a-z])([A-Z])", r"\1 \2", path).lower())
    english, russian = sum(word in ENGLISH for word in words), sum(word in RUSSIAN for word in words)
    if english == russian:
        return None
    return Finding("en" if english > russian else "ru", Rule.PATH_WORD)
